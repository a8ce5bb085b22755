public import Messages
public import Storing

/// What is remembered of one thing that a sender is known by: for people who look at it.
public struct SenderFact: Sendable, Hashable {
    /// The rung of the ladder; nothing where it was asked for by its key, which does not say.
    public var rung: SenderRung?
    /// The key that it is kept under, in hexadecimal digits.
    public var key: String
    /// How much is known, as far as it still counts.
    public var sighting: RungSighting
    /// Since when.
    public var first: Timestamp
    /// When something was seen or said last.
    public var last: Timestamp
    /// What it alone would say of a message; nothing where too little is known, or as much for as against.
    public var evidence: Evidence?
}

extension SenderHistory {
    /// What is asked about a subject.
    /// - Parameters:
    ///   - recipient: whose mail with it is asked about too.
    ///   - machine: the address that it may come from in a name that nobody has proved.
    ///   - organisation: the registrable domain of a mailbox; nothing where there is none.
    public func question(
        about subject: SenderSubject, recipient: String? = nil, machine: IPAddress? = nil, organisation: String? = nil
    ) -> SenderQuestion {
        var traits = subject.traits(recipient: recipient, organisation: organisation)
        var rungs = keys(of: traits).rungs.filter { subject.isAsked(on: $0.rung) }
        if let machine, case .sender = subject {
            traits.client = machine
            traits.proof = .unknown
            rungs += keys(of: traits).rungs.filter { $0.rung == .senderHere }
        }
        return SenderQuestion(traits: traits, rungs: rungs.sorted { $0.rung < $1.rung })
    }

    /// What is remembered of what is asked, the most telling first.
    public func facts(on question: SenderQuestion, at moment: Timestamp) -> [SenderFact] {
        question.rungs.compactMap { rung in
            guard var fact = fact(of: rung.key, since: rung.forgotten, at: moment) else { return nil }
            fact.rung = rung.rung
            fact.evidence = HistorySignBook.standard.evidence(of: rung.rung, fact.sighting, question.traits)
            return fact
        }
    }

    /// What is remembered under a key of 32 hexadecimal digits; nothing where it is none, or nothing is.
    public func fact(ofKey digits: String, at moment: Timestamp) -> SenderFact? {
        SenderKey(digits: digits).flatMap { fact(of: $0, since: nil, at: moment) }
    }

    /// Takes up what a store has under the keys of a question, and no more.
    public func load(_ question: SenderQuestion, from store: any SightingStore) async throws(StoreError) {
        try await load(question.rungs.map(\.key), from: store)
    }

    /// Takes up what a store has under a key of 32 hexadecimal digits.
    public func load(key digits: String, from store: any SightingStore) async throws(StoreError) {
        try await load(SenderKey(digits: digits).map { [$0] } ?? [], from: store)
    }

    /// When a subject was forgotten last because somebody wanted it.
    public func forgotten(_ subject: SenderSubject) -> Timestamp? {
        marked(ForgettingMarks.key(of: subject, secret))
    }

    /// What stands for a subject in records of what was forgotten.
    public static func name(of subject: SenderSubject, _ secret: SenderSecret) -> String { ForgettingMarks.key(of: subject, secret).digits }
}

/// What is asked about somebody who sends.
public struct SenderQuestion: Sendable {
    let traits: SenderTraits
    let rungs: [SenderKeys.Rung]
}

extension SenderKey {
    /// The key in hexadecimal digits.
    var digits: String { bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

    /// A key that was written so.
    init?(digits: String) {
        let text = Array(digits.utf8)
        guard text.count == 32 else { return nil }
        let bytes = stride(from: 0, to: 32, by: 2).compactMap { UInt8(String(decoding: text[$0..<$0 + 2], as: UTF8.self), radix: 16) }
        self.init(bytes: bytes)
    }
}
