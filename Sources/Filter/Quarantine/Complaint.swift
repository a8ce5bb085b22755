public import Messages

/// A message that people reported: what each of them says it is, and what came of it.
public struct Complaint: Sendable, Hashable {
    /// What one reporter says.
    public struct Word: Sendable, Hashable {
        /// Who: the account of somebody who logged in.
        public var reporter: String
        /// Whether they say it is spam.
        public var isSpam: Bool
        /// When they said so.
        public var time: Timestamp
        /// How it came: `arf`, `forwarded`, `moved`.
        public var way: String
    }

    /// What came of it.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// What was said does not weigh enough yet, or speaks for both sides.
        case waiting
        /// It was learnt as spam.
        case spam
        /// It was learnt as ham.
        case ham
        /// It was to be learnt, and was not.
        case kept
    }

    /// Its name, the same for the same message whoever reports it.
    public internal(set) var reference: String
    /// When it was first reported.
    public internal(set) var time: Timestamp
    /// When it is no longer kept.
    public internal(set) var expiry: Timestamp
    /// The last word of each reporter, in the order in which they first spoke.
    public internal(set) var words: [Word]
    /// What came of it.
    public internal(set) var outcome = Outcome.waiting
    /// Why it was not learnt; empty where it was.
    public internal(set) var because = ""
    /// The id of the example that was learnt.
    public internal(set) var lesson: String?

    /// How many words of one message are kept: more say nothing new.
    public static let wordLimit = 200

    /// What the words say together, each weighed by its reporter: spam, ham, or nothing where it is not enough. The operator's word decides alone.
    public func label(needing needed: Double, trust: [String: Double]) -> Bool? {
        if let word = words.last(where: { $0.reporter == Complaint.operatorName }) { return word.isSpam }
        let sum = words.reduce(0.0) { $0 + ($1.isSpam ? 1 : -1) * (trust[$1.reporter] ?? 0) }
        // As many hundredths as anybody can tell apart, so that sums of fractions are compared as people add them.
        guard (sum.magnitude * 1000).rounded() >= (needed * 1000).rounded(), sum != 0 else { return nil }
        return sum > 0
    }

    /// Who decides alone.
    public static let operatorName = "command"

    /// Whether somebody's word on it agrees with what others say; nothing where others do not settle it.
    func agrees(_ reporter: String) -> Bool? {
        guard let mine = words.last(where: { $0.reporter == reporter }) else { return nil }
        if let decided = words.last(where: { $0.reporter == Complaint.operatorName }) { return decided.isSpam == mine.isSpam }
        let others = words.filter { $0.reporter != reporter }
        let spam = others.count(where: \.isSpam)
        guard others.count > 1, spam == 0 || spam == others.count else { return nil }
        return (spam > 0) == mine.isSpam
    }
}

/// How far a reporter is believed: by how often what they said proved right.
public struct ReporterTrust: Sendable, Hashable {
    /// How often others agreed with them.
    public var right = 0
    /// How often others did not.
    public var wrong = 0

    /// Somebody of whom nothing is known.
    public init() {}

    /// From 0 to 1: 0.8 for somebody of whom nothing is known; whoever is corrected twice is not believed alone any more until they are right as often again.
    public var trust: Double { Double(right + 4) / Double(right + 2 * wrong + 5) }
}
