public import Messages
public import Reading

/// Tries rules on their own examples.
public struct RuleTrial {
    private let snapshot: RuleSnapshot
    private let reader: Reader
    private var examiner = RuleExaminer()

    /// One example that came out otherwise than its rule says.
    public struct Failure: Sendable, Hashable {
        /// The rule's id.
        public var rule: String
        /// Where the example is written.
        public var place: RulePlace
        /// Whether the rule should have matched it, and did not; or should not have, and did.
        public var mustMatch: Bool
    }

    /// A trial of the rules of a snapshot.
    public init(_ snapshot: RuleSnapshot, reader: Reader) {
        self.snapshot = snapshot
        self.reader = reader
    }

    /// Reads every example and asks its rule; whether the rule has expired is not asked.
    public mutating func failures(at now: Timestamp) -> [Failure] {
        var failures: [Failure] = []
        for rule in snapshot.rules {
            for example in rule.examples where matches(example, rule, at: now) != example.mustMatch {
                failures.append(Failure(rule: rule.id, place: example.place, mustMatch: example.mustMatch))
            }
        }
        return failures
    }

    private mutating func matches(_ example: RuleExample, _ rule: Rule, at now: Timestamp) -> Bool {
        let message = example.message(at: now)
        guard rule.channels.isEmpty || rule.channels.contains(message.channel) else { return false }
        if let direction = rule.direction, direction != message.direction { return false }
        reader.read(message)
        reader.finish()
        _ = examiner.examine(reader.reading, origin: example.origin, at: now, by: snapshot)
        if let verdict = example.verdict { _ = examiner.met(by: snapshot, at: now, after: verdict) }
        return examiner.holds(rule.condition, snapshot.tables, example.verdict)
    }
}
