internal import ArgumentParser
internal import Filter
internal import JSON
internal import Localization
internal import Messages
internal import PSLDomains
internal import Quarantine
internal import Reputation
internal import Rules
internal import SQLiteStore
internal import Settings
internal import Telemetry

/// `chaffinch senders`: what is remembered of those who send.
struct SendersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "senders", abstract: HelpSentences.summary("senders"), subcommands: [Show.self, Forget.self])

    /// `chaffinch senders show`
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("senders.show"))
        @Argument(
            help: ArgumentHelp(
                "A mailbox, an account (im:robin), a domain, an address or network of machines, or a key that was printed.",
                valueName: "sender"))
        var name: String
        @Option(name: .long, help: ArgumentHelp("A recipient: what is remembered of the two together.", valueName: "address"))
        var recipient: String?
        @Option(
            name: .customLong("from"),
            help: ArgumentHelp("A machine: what is remembered of the name where nobody knows whether it is them.", valueName: "address"))
        var machine: String?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let desk = try await SenderDesk(common)
                let moment = try common.time().now()
                if let fact = try await desk.fact(ofKey: name, at: moment) { return desk.print(fact) }
                let subject = try SendersCommand.subject(name)
                let facts = try await desk.facts(on: subject, recipient: recipient, machine: try machine.map(address), at: moment)
                for fact in facts { desk.print(fact) }
                desk.close(subject, isKnown: !facts.isEmpty)
            }
        }

        private func address(_ text: String) throws -> IPAddress {
            guard let address = IPAddress(text) else { throw CommandFailure("--from \(text): write the address of a machine") }
            return address
        }
    }

    /// `chaffinch senders forget`
    struct Forget: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: HelpSentences.summary("senders.forget"),
            discussion: """
                A service that runs takes it up within a second:

                  chaffinch senders forget ann@robin.example
                  chaffinch senders forget robin.example
                  chaffinch senders forget 203.0.113.0/24
                """)
        @Argument(
            help: ArgumentHelp("A mailbox, an account (im:robin), a domain, or an address or network of machines.", valueName: "sender"))
        var name: String
        @Option(name: .long, help: ArgumentHelp("Who wants it; whoever runs the command when left out.", valueName: "name"))
        var author: String?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let subject = try SendersCommand.subject(name)
                let author = try PolicyCommand.author(author, hint: "say who wants it")
                let desk = try await SenderDesk(common)
                let moment = try common.time().now()
                let facts = try await desk.facts(on: subject, at: moment).filter { $0.rung.map(subject.isForgotten(on:)) ?? false }
                // A mark of a time to come would have whatever is remembered until then forgotten too.
                try await desk.forget(subject, by: author, at: min(moment, SystemTime().now()))
                desk.report(subject, facts)
            }
        }
    }

    /// What a name stands for.
    static func subject(_ name: String) throws -> SenderSubject {
        guard let subject = SenderSubject(name) else {
            throw CommandFailure(
                "\(name): write a mailbox, an account (im:robin), a domain, the address of a machine, or its network of 24 bits (IPv6 48)")
        }
        return subject
    }
}

/// What the commands of senders share: the records of the state folder, and how they are told.
private struct SenderDesk {
    private let common: CommonOptions
    private let kept: SenderMemory.Kept
    private let forgotten: ForgottenSenders
    private let trail: AuditTrail
    private let history: SenderHistory
    private let catalogue = Catalogue(Terms.all, CommandSentences.all, HistorySignBook.standard.sentences)
    private let language: Language

    init(_ common: CommonOptions) async throws {
        let settings = try common.settings()
        guard let kept = try SenderMemory.Kept(settings) else {
            throw CommandFailure(
                "state.folder \(settings.stateFolder): no senders are remembered here; chaffinch serve does so where history.keep is true")
        }
        self.common = common
        self.kept = kept
        forgotten = ForgottenSenders(kept.state.records)
        trail = AuditTrail(kept.state.records)
        history = kept.history
        try await forgotten.apply(to: history)
        language = common.language(settings)
    }

    private func text(_ key: String, _ details: String...) -> String {
        Terminal.safe(catalogue.text(key, in: language, details, isolation: .never))
    }

    // MARK: What is known

    func fact(ofKey digits: String, at moment: Timestamp) async throws -> SenderFact? {
        try await history.load(key: digits, from: SQLiteSightingStore(kept.state.database))
        return history.fact(ofKey: digits, at: moment)
    }

    func facts(
        on subject: SenderSubject, recipient: String? = nil, machine: IPAddress? = nil, at moment: Timestamp
    ) async throws -> [SenderFact] {
        var organisation: String?
        if case .sender(let name) = subject { organisation = SenderPart.organisation(of: name, try LibPSLSuffixes()) }
        let question = history.question(about: subject, recipient: recipient, machine: machine, organisation: organisation)
        try await history.load(question, from: SQLiteSightingStore(kept.state.database))
        return history.facts(on: question, at: moment)
    }

    func print(_ fact: SenderFact) {
        guard !common.json else { return StandardStreams.printObject { SenderDesk.write(fact, into: &$0) } }
        StandardStreams.printLine(line(fact))
        if let evidence = fact.evidence {
            let sentence = Terminal.safe(catalogue.text(evidence.id, in: language, evidence.details))
            StandardStreams.printLine("  \(JSONText.fixed(evidence.weight, digits: 2))  \(sentence)")
        } else if fact.rung != nil {
            StandardStreams.printLine("  \(text("senders.silent"))")
        }
        StandardStreams.printLine("  \(fact.key)")
    }

    private func line(_ fact: SenderFact) -> String {
        func number(_ value: Double) -> String { JSONText.fixed(value, digits: 2) }
        let counts = text(
            "senders.counts", number(fact.sighting.seen), number(fact.sighting.good), number(fact.sighting.bad), "\(fact.first)",
            "\(fact.last)")
        return fact.rung.map { "\(text($0.sentenceKey)): \(counts)" } ?? counts
    }

    private static func write(_ fact: SenderFact, into object: inout JSONText) {
        object.member("of", fact.rung?.code)
        object.member("key", fact.key)
        object.member("messages", fact.sighting.seen, digits: 3)
        object.member("wanted", fact.sighting.good, digits: 3)
        object.member("spam", fact.sighting.bad, digits: 3)
        object.member("since", "\(fact.first)")
        object.member("last", "\(fact.last)")
        if let evidence = fact.evidence {
            object.member("id", evidence.id)
            object.member("weight", evidence.weight, digits: 3)
        }
    }

    /// Says what else is to be known of a sender: that nothing is, or since when.
    func close(_ subject: SenderSubject, isKnown: Bool) {
        guard !common.json else { return }
        if !isKnown { StandardStreams.printLine(text("senders.unknown", "\(subject)")) }
        if let moment = history.forgotten(subject) { StandardStreams.printLine(text("senders.was-forgotten", "\(subject)", "\(moment)")) }
    }

    // MARK: Forgetting

    /// Forgets; what cannot be written down is not done.
    func forget(_ subject: SenderSubject, by author: String, at moment: Timestamp) async throws {
        try await trail.note(
            AuditTrail.Entry(time: moment, action: .forgetSender, by: author, reference: SenderHistory.name(of: subject, kept.secret)))
        try await forgotten.forget(subject, secret: kept.secret, at: moment)
    }

    /// Says what was forgotten.
    func report(_ subject: SenderSubject, _ facts: [SenderFact]) {
        guard !common.json else {
            return StandardStreams.printObject { object in
                object.member("forgotten", "\(subject)")
                object.member("key", SenderHistory.name(of: subject, kept.secret))
                object.key("known")
                object.list { list in for fact in facts { list.object { SenderDesk.write(fact, into: &$0) } } }
            }
        }
        for fact in facts { StandardStreams.printLine(line(fact)) }
        let key =
            switch subject {
            case .sender: "senders.forgotten-sender"
            case .domain: "senders.forgotten-domain"
            case .address: "senders.forgotten-address"
            case .network: "senders.forgotten-network"
            }
        StandardStreams.printLine(text(key, "\(subject)"))
    }
}

extension SenderRung {
    /// What programs call it.
    fileprivate var code: String {
        switch self {
        case .correspondent: "correspondent"
        case .answer: "answer"
        case .pair: "pair"
        case .sender: "sender"
        case .senderHere: "sender-here"
        case .domain: "domain"
        case .hand: "mailer"
        case .address: "address"
        case .network: "network"
        }
    }

    /// The key of what people call it.
    fileprivate var sentenceKey: String { "senders.\(code)" }
}
