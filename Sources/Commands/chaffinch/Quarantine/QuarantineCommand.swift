internal import ArgumentParser
internal import Connections
internal import Filter
internal import JSON
internal import Localization
internal import MIME
internal import MailGateway
internal import Messages
internal import PostGateway
internal import Quarantine
internal import Settings
internal import Storing
internal import Telemetry

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// `chaffinch quarantine`: mails that are held, and what becomes of them.
struct QuarantineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quarantine", abstract: HelpSentences.summary("quarantine"),
        subcommands: [List.self, Show.self, Release.self, Delete.self, DigestCommand.self, Expire.self, Log.self])

    /// Who acts where a person at this machine does.
    static let actor = "command"
    static let recipientHelp = ArgumentHelp(
        "The recipient whose mail it is; everybody's unless said.", valueName: "address")

    /// `chaffinch quarantine list`
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("quarantine.list"))
        @Option(name: .long, help: QuarantineCommand.recipientHelp) var recipient: String?
        @Option(name: .long, help: ArgumentHelp("How many at most.", valueName: "number")) var limit: Int?
        @Flag(name: .long, help: "Those too that were released or deleted.") var all = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let counter = try await QuarantineCounter(common)
                var left = limit ?? .max
                var last: String?
                while left > 0 {
                    let before = last
                    let mails = try await counter.told { () async throws(QuarantineDesk.Refusal) in
                        try await counter.desk.mails(for: recipient, before: before, limit: 100)
                    }
                    for mail in mails where left > 0 && (all || mail.isHeld) {
                        counter.printLine(mail)
                        left -= 1
                    }
                    guard mails.count == 100, let end = mails.last else { return }
                    last = end.reference
                }
            }
        }
    }

    /// `chaffinch quarantine show`
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("quarantine.show"))
        @Argument(help: ArgumentHelp("The reference that `list` prints.", valueName: "ref")) var reference: String
        @Flag(name: .long, help: "Print the mail itself, as it came.") var mail = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let counter = try await QuarantineCounter(common)
                guard mail else {
                    let found = try await counter.told { () async throws(QuarantineDesk.Refusal) in
                        try await counter.desk.mail(reference, of: nil)
                    }
                    return counter.printPage(found)
                }
                let mail = try await counter.told { () async throws(QuarantineDesk.Refusal) in
                    try await counter.desk.bytes(of: reference, for: nil, by: QuarantineCommand.actor)
                }
                StandardStreams.printBytes(mail.bytes)
            }
        }
    }

    /// `chaffinch quarantine release`
    struct Release: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("quarantine.release"))
        @Argument(help: ArgumentHelp("The references that `list` prints.", valueName: "ref")) var references: [String]
        @Option(name: .long, help: QuarantineCommand.recipientHelp) var recipient: [String] = []
        @Flag(name: .long, help: "Learn that it is ham.") var learn = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let counter = try await QuarantineCounter(common, isTeacher: learn)
                for reference in references {
                    let outcome = try await counter.told { () async throws(QuarantineDesk.Refusal) in
                        try await counter.desk.release(
                            reference, for: recipient.isEmpty ? nil : recipient, isLearnt: learn, by: QuarantineCommand.actor)
                    }
                    counter.printLine(outcome, of: reference)
                }
            }
        }
    }

    /// `chaffinch quarantine delete`
    struct Delete: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("quarantine.delete"))
        @Argument(help: ArgumentHelp("The references that `list` prints.", valueName: "ref")) var references: [String]
        @Option(name: .long, help: QuarantineCommand.recipientHelp) var recipient: [String] = []
        @Flag(name: .long, help: "Learn that it is spam.") var learn = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let counter = try await QuarantineCounter(common, isTeacher: learn)
                for reference in references {
                    let outcome = try await counter.told { () async throws(QuarantineDesk.Refusal) in
                        try await counter.desk.delete(
                            reference, for: recipient.isEmpty ? nil : recipient, isLearnt: learn, by: QuarantineCommand.actor)
                    }
                    counter.printLine(outcome, of: reference)
                }
            }
        }
    }

    /// `chaffinch quarantine expire`
    struct Expire: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("quarantine.expire"))
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let counter = try await QuarantineCounter(common)
                let count = try await counter.told { () async throws(QuarantineDesk.Refusal) in
                    try await counter.desk.expire(by: QuarantineCommand.actor)
                }
                common.say(counter.text("quarantine.expired", "\(count)")) { $0.member("expired", count) }
            }
        }
    }

    /// `chaffinch quarantine log`
    struct Log: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("quarantine.log"))
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let state = try LocalState(folder: try common.settings().stateFolder)
                try await AuditTrail(state.records).forEach { entry in
                    let words = ["\(entry.time)", entry.action.rawValue, entry.by, entry.reference, entry.count.map { "\($0)" } ?? ""]
                    common.say(words.filter { !$0.isEmpty }.joined(separator: "  ")) { object in
                        object.member("time", "\(entry.time)")
                        object.member("action", entry.action.rawValue)
                        object.member("by", entry.by)
                        object.member("ref", entry.reference.isEmpty ? nil : entry.reference)
                        if let count = entry.count { object.member("count", count) }
                    }
                }
            }
        }
    }
}

extension ProfileBook {
    /// The language that the profiles of a mailbox have it written to in; nothing where none says.
    func language(of mailbox: String) -> Language? {
        language(for: MessageMaking.party(mailbox, on: .email)).flatMap(Language.init(rawValue:))
    }
}

/// What the commands of the quarantine share: the desk, and how things are said.
struct QuarantineCounter {
    let desk: QuarantineDesk
    private let common: CommonOptions
    private let catalogue: Catalogue
    private let language: Language
    private let service: String
    private let profiles: ProfileBook

    init(_ common: CommonOptions, isTeacher: Bool = false) async throws {
        var prepared = try await Preparation(common: common)
        if isTeacher {
            try prepared.expect(messages: 1)
            try await prepared.teachSenders()
        }
        let settings = prepared.settings
        let service = settings[.serviceName].isEmpty ? ProcessInfo.processInfo.hostName : settings[.serviceName]
        let reception = MailReception(limits: prepared.setup.limits, boundary: prepared.setup.boundary, service: service)
        var teacher: LessonQueue?
        if isTeacher, let watch = prepared.watch {
            teacher = try await LessonQueue(prepared, judgedBy: watch, source: QuarantineCommand.actor)
        }
        desk = try QuarantineDesk(
            prepared, QuarantineFolder(settings, time: prepared.time), reception: reception, service: service, teacher: teacher)
        self.common = common
        self.service = service
        catalogue = prepared.catalogue
        language = prepared.language
        profiles = prepared.setup.policy.profiles
    }

    /// How digests to a recipient are written.
    func form(
        from sender: String, to recipient: String, link: String, release: (@Sendable (HeldMail) -> String)?
    ) -> Digest.Form {
        Digest.Form(
            sender: sender, link: link, release: release, service: service, catalogue: catalogue,
            language: profiles.language(of: recipient) ?? language)
    }

    /// A sentence.
    func text(_ key: String, _ details: String...) -> String { catalogue.text(key, in: language, details) }

    /// What a desk gives; what it refuses is said.
    func told<Value>(_ body: () async throws(QuarantineDesk.Refusal) -> Value) async throws(CommandFailure) -> Value {
        do throws(QuarantineDesk.Refusal) { return try await body() } catch {
            switch error {
            case .unheard: throw CommandFailure(text("quarantine.unheard"))
            case .busy, .crowded: throw CommandFailure(text("quarantine.busy"))
            case .noServer: throw CommandFailure(text("quarantine.no-server"))
            case .notSent(let reply): throw CommandFailure(text("quarantine.not-sent", reply))
            case .failed(let problem): throw CommandFailure("\(problem)")
            }
        }
    }

    private var writer: HeldMailWriter { HeldMailWriter(catalogue: catalogue, language: language) }

    /// A held mail in a line.
    func printLine(_ mail: HeldMail) {
        if common.json { return StandardStreams.printLine(writer.text(mail)) }
        let to = mail.addressees.prefix(2).map {
            "\($0.address)\($0.state == .held ? "" : " (\(text("quarantine.state.\($0.state.rawValue)")))")"
        }
        let more = mail.addressees.count > 2 ? " +\(mail.addressees.count - 2)" : ""
        let words = [
            mail.reference, "\(mail.time)", JSONText.fixed(mail.shown.probability, digits: 4), mail.shown.author,
            "-> " + to.joined(separator: ", ") + more, mail.shown.subject,
        ]
        StandardStreams.printLine(Terminal.safe(words.joined(separator: "  ")))
    }

    /// All that is known of a held mail.
    func printPage(_ mail: HeldMail) {
        if common.json { return StandardStreams.printLine(writer.text(mail)) }
        func line(_ key: String, _ value: String) { StandardStreams.printLine(Terminal.safe("\(text("quarantine." + key)): \(value)")) }
        line("came", "\(mail.time)")
        line("until", "\(mail.expiry)")
        line("author", mail.shown.author)
        line("sender", mail.transport.returnPath.map { "<\($0)>" } ?? "-")
        line("subject", mail.shown.subject)
        StandardStreams.printLine("\(text("command.probability")): \(JSONText.fixed(mail.shown.probability, digits: 4))")
        for reason in mail.shown.reasons {
            let sentence = catalogue.text(reason.id, in: language, reason.details)
            StandardStreams.printLine(Terminal.safe("  \(JSONText.fixed(reason.weight, digits: 2))  \(sentence)"))
        }
        for addressee in mail.addressees {
            let by = addressee.by.isEmpty ? "" : "  \(addressee.by)"
            line("recipient", "\(addressee.address)  \(text("quarantine.state.\(addressee.state.rawValue)"))  \(addressee.since)\(by)")
        }
        if let lesson = mail.lesson { line("lesson", lesson) }
    }

    /// What was done.
    func printLine(_ outcome: QuarantineDesk.Outcome, of reference: String) {
        for refusal in outcome.refused { StandardStreams.report(text("quarantine.refused", refusal.recipient, refusal.reply)) }
        if common.json { return StandardStreams.printLine(writer.text(outcome)) }
        let states = Set(outcome.mail.addressees.filter { outcome.changed.contains($0.address) }.map(\.state))
        let state = states.count == 1 ? states.first.map { text("quarantine.state.\($0.rawValue)") } ?? "" : ""
        let done = outcome.changed.isEmpty ? text("quarantine.unchanged") : "\(state): \(outcome.changed.joined(separator: ", "))"
        StandardStreams.printLine(Terminal.safe("\(reference)  \(done)"))
        switch outcome.lesson {
        case .learnt(let id, let model): StandardStreams.printLine(Terminal.safe("  \(text("quarantine.learnt", id, model))"))
        case .kept(let why): StandardStreams.report(text("quarantine.not-learnt", why))
        case nil: break
        }
    }
}
