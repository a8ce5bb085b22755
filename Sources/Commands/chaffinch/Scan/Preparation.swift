internal import Authentication
internal import Filter
internal import Learning
internal import Localization
internal import MIME
internal import MailGateway
internal import Messages
internal import Observatory
internal import OperatorRules
internal import Reputation
internal import Resolving
internal import Rules
internal import SQLiteStore
internal import Settings
internal import Telemetry

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What every command that judges messages gets ready first.
struct Preparation {
    let settings: Settings
    private(set) var setup: FilterSetup
    /// Keeps what was learnt up to date while the program runs; nothing where it stays as it is.
    let watch: LearningWatch?
    let making: MessageMaking
    let source: InputSource
    let language: Language
    let catalogue: Catalogue
    let terminal: Terminal
    let time: any TimeSource

    /// Whether what is taught of a message with one recipient holds for that recipient alone.
    let isPersonal: Bool

    /// What was prepared by earlier settings serves again as far as these want the same: what was learnt, patterns, answers about names.
    init(
        common: CommonOptions, channel: String? = nil, recipient: String? = nil, model: ContentModel? = nil,
        settings given: Settings? = nil,
        after earlier: Preparation? = nil
    ) async throws {
        settings = try given ?? common.settings()
        time = try common.time()
        let composition = Composition(settings: settings, time: time)
        let learning: CurrentLearning
        if let earlier {
            (learning, watch) = (earlier.setup.learning, earlier.watch)
        } else {
            (learning, watch) = try await composition.learning(given: model)
        }
        setup = try composition.filterSetup(judgingWith: learning)
        setup.matcher = earlier?.setup.matcher
        setup.orders = earlier?.setup.orders
        setup.policy = try composition.policy()
        setup.operatorRules = try composition.operatorRules()
        let resolver = try Preparation.resolver(common, settings, after: earlier)
        setup.authentication = AuthenticationPart(
            try composition.authenticationSetup(names: setup.names, suffixes: setup.suffixes), asking: resolver,
            deadline: settings[.dnsDeadline])
        setup.lists = composition.lists(asking: setup.authentication?.resolver)
        setup.senders = try await SenderMemory.part(settings, in: setup.boundary, after: earlier?.setup.senders)
        let wanted = channel.map { Channel(rawValue: $0.lowercased()) }
        if let wanted, !Channel.known.contains(wanted), !settings[.policyChannels].contains(wanted) {
            let names = Channel.known.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure("--channel \(wanted): there is no such channel; there are \(names), and those of policy.channels")
        }
        source = InputSource(channel: wanted, messageBytes: composition.limits.messageBytes)
        making = MessageMaking(
            channel: wanted, limits: composition.limits, boundary: composition.boundary, now: time.now(), recipient: recipient)
        isPersonal = recipient != nil || settings[.learningPersonal]
        if recipient?.isEmpty == true { throw CommandFailure("--recipient is empty; give an address, or leave it out") }
        language = common.language(settings)
        catalogue = Catalogue(
            Terms.all, setup.rules.sentences, setup.signs.sentences, setup.listSigns.sentences, HistorySignBook.standard.sentences,
            ClientSignBook.sentences, CallerSignBook.sentences, try RateLimit.limits(settings).map(\.sentence), ContentEvidence.sentences,
            CommandSentences.all, HelpSentences.all, SpamdReport.sentences, setup.operatorRules?.now.rules.map(\.sentence) ?? [])
        terminal = Terminal.standard(environment: ProcessInfo.processInfo.environment)
    }

    /// Who answers for names: whoever did, with all they remember, where nothing about that has changed.
    private static func resolver(_ common: CommonOptions, _ settings: Settings, after earlier: Preparation?) throws -> (any Resolver)? {
        guard let earlier, common.dns == nil, settings.changes(since: earlier.settings).allSatisfy({ !$0.hasPrefix("dns.") }) else {
            return try common.resolver(settings)
        }
        return earlier.setup.authentication?.resolver
    }

    /// Has messages judged by these temporary orders too.
    mutating func follow(_ orders: CurrentOrders) { setup.orders = orders }

    /// Has messages judged by the temporary orders of the state folder, where one is named; gives them, so that they can change while messages are judged.
    mutating func followOrders() async throws -> CurrentOrders {
        let orders = try await Composition(settings: settings, time: time).orders(at: time.now())
        follow(orders)
        return orders
    }

    /// Gets the matcher ready for so many messages; without it no phrases are looked for.
    mutating func expect(messages count: Int) throws {
        setup.matcher = try Composition.matcher(setup.phrases, forMessages: count)
    }

    /// Lets what is judged be remembered.
    mutating func remember(by senders: SenderPart?) { setup.senders = senders }

    /// Lets what is found depend on the messages alone, and not on how busy the machine is.
    mutating func takeEveryMessageItsTime() {
        setup.deadlines = .unhurried
    }

    /// How many scanners work side by side.
    var workers: Int { Composition(settings: settings, time: time).workers }

    /// A name no other writer has: what it counts is never taken for a batch that came twice.
    private static func writerName() -> String {
        var random = SystemRandom().stream(0)
        return "run-" + String(random.next(), radix: 36) + String(random.next(), radix: 36)
    }

    /// Lets what is taught of senders reach the service that remembers them.
    mutating func teachSenders() async throws {
        if let part = try await SenderMemory.teaching(settings, in: setup.boundary) { setup.senders = part }
    }

    /// Whether judged messages are counted; opens the state folder, so that one that cannot be used is known before the work and not after.
    func checkRecording() throws {
        if isRecording { _ = try LocalState(folder: settings.stateFolder) }
    }

    private var isRecording: Bool { settings[.observatoryRecord] && settings.origin(of: "state.folder") != .builtIn }

    /// What counts decisions beside it.
    func decisionRecorder() throws -> DecisionRecorder? {
        guard isRecording else { return nil }
        let store = SQLiteAggregateStore(try LocalState(folder: settings.stateFolder).database)
        return DecisionRecorder(into: store, writer: Preparation.writerName())
    }

    /// What counts judged messages in the state folder; nothing where the settings do not want it, or name no folder.
    func recorder() throws -> ObservationRecorder? {
        guard let study = try study() else { return nil }
        return ObservationRecorder(into: study, writer: Preparation.writerName(), time: time)
    }

    /// The study's tables in the state folder; nothing where the settings do not want anything counted, or name no folder.
    func study() throws -> StudyStore? {
        guard isRecording else { return nil }
        return StudyStore(SQLiteSegmentStore(try LocalState(folder: settings.stateFolder).database))
    }

    /// Counts judged messages in the state folder, where the settings want it and there is a folder.
    func record(_ observations: ObservationCounter) async throws {
        guard let recorder = try recorder() else { return }
        await recorder.record(observations)
        try await recorder.flush()
    }
}
