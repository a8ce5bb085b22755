internal import Authentication
internal import Localization
internal import MIME
internal import Messages
internal import PSLDomains
internal import Resolving
internal import Settings
internal import Telemetry
internal import ZoneFiles

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// One mail checked by some mechanisms, and all that is needed to say what came of it.
struct CheckRun {
    let outcome: AuthenticationOutcome
    /// The mailboxes in From.
    let authors: [String]
    let mechanisms: Set<AuthenticationMechanism>
    /// Whether our own return paths are tagged at all.
    let tagsReturnPaths: Bool
    /// Whether any service is trusted to vouch for domains.
    let trustsVouchers: Bool
    /// Whether something of the client is taken from the mail itself.
    let takesClaims: Bool
    /// Whether there was anybody to ask.
    let wasAsked: Bool
    let elapsed: Duration
    let voice: Voice

    /// In which words, and for which screen.
    struct Voice {
        let catalogue = Catalogue(Explanation.sentences, Submitter.sentences, VouchByReference.sentences, Terms.all)
        let language: Language
        let terminal: Terminal
        let isolation: Isolation

        init(_ common: CommonOptions, _ settings: Settings) {
            language = common.language(settings)
            terminal = Terminal.standard(environment: ProcessInfo.processInfo.environment)
            isolation = common.json || !terminal.isTerminal ? .never : .whenMixed
        }

        func text(_ statement: Statement) -> String { catalogue.text(statement, in: language, isolation: isolation) }
        /// For people, with nothing in it that a terminal would obey.
        func shown(_ statement: Statement) -> String { text(statement.printable) }
        func text(_ key: String) -> String { catalogue.text(key, in: language, isolation: isolation) }
    }

    /// Checks a mail.
    /// - Parameters:
    ///   - input: the mail and what the transport said of it.
    ///   - mechanisms: which mechanisms are asked; nothing for those of the settings.
    ///   - submitter: the mailbox that the client named in SUBMITTER.
    ///   - record: a file that answers are written to, in the form that `--dns` takes.
    init(
        _ input: MailToCheck, mechanisms: Set<AuthenticationMechanism>? = nil, submitter: String? = nil, record: String? = nil
    ) async throws {
        var request = input.request
        request.submitter = submitter
        try await self.init(request, at: try CheckDesk(input.common, mechanisms: mechanisms))
        if let record {
            let answered = outcome.questions.compactMap { asked in asked.answer.map { (question: asked.question, answer: $0) } }
            try WholeFile.write(Array(ZoneFile.text(of: answered).utf8), to: record)
        }
    }

    /// Checks a mail with what others share.
    init(_ request: CheckRequest, at desk: CheckDesk) async throws {
        let message = try request.message(desk.settings)
        let client = try request.client(of: message)
        let start = desk.time.monotonic()
        let check = AuthenticationCheck(desk.setup, asking: desk.lookups(), at: desk.time.now())
        outcome = await check.outcome(of: message, from: client)
        elapsed = desk.time.monotonic() - start
        if case .trace = client.source { takesClaims = true } else { takesClaims = request.mailFrom == nil && client.returnPath != nil }
        authors = CheckRun.authors(of: message)
        mechanisms = desk.setup.mechanisms
        tagsReturnPaths = desk.setup.privateSignature != nil
        trustsVouchers = !desk.setup.vouchers.isEmpty
        wasAsked = desk.resolver != nil
        voice = desk.voice
    }

    private static func authors(of message: Message) -> [String] {
        let mailboxes = message.ownHeaders.filter { $0.known == .from }.flatMap { Addresses(message.bytes.span, $0.body).mailboxes }
        return mailboxes.prefix(authorLimit).map { $0.domain.isEmpty ? $0.local : "\($0.local)@\($0.domain)" }
    }

    /// How many mailboxes of From are shown.
    private static let authorLimit = 10

    /// What is said where nothing more can be: nobody was asked, or the client is taken from the mail itself.
    var hints: [String] {
        var hints: [String] = []
        if takesClaims { hints.append("auth.from-trace") }
        if !wasAsked { hints.append("auth.nobody-asked") }
        return hints
    }
}
