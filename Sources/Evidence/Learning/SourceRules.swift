/// How far each source of teaching is believed, and how much it may say.
///
/// Whoever can report messages can try to teach the model wrong. A source believed less moves it less, is doubted where it contradicts what was
/// learnt, and may say only so much a day; what it says never replaces the word of one believed more.
public struct SourceRules: Sendable, Hashable {
    /// What holds for one source.
    public struct Rule: Sendable, Hashable {
        /// How far it is believed: 0 not at all, 1 like a person at the keyboard, who is not doubted.
        public var trust: Float
        /// How many examples of it may come to count within a day; nothing is no bound.
        public var mostPerDay: Int?

        /// A rule.
        public init(trust: Float, mostPerDay: Int? = nil) {
            self.trust = min(max(trust, 0), 1)
            self.mostPerDay = mostPerDay
        }
    }

    /// The rules of sources that are named.
    public var rules: [String: Rule]
    /// The rule of every other source; nothing turns such sources away.
    public var others: Rule?

    /// Rules.
    public init(_ rules: [String: Rule] = [:], others: Rule? = Rule(trust: 1)) {
        self.rules = rules
        self.others = others
    }

    /// The rule of a source; nothing when it may not teach.
    public func rule(of source: String) -> Rule? { rules[source] ?? others }

    /// How far a source is believed now.
    func trust(in source: String) -> Float { rule(of: source)?.trust ?? 0 }
}
