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

    /// The rule of a source; nothing when it may not teach. What holds for `link` holds for each of `link/3fa` and its like.
    public func rule(of source: String) -> Rule? { rules[source] ?? rules[SourceRules.group(of: source)] ?? others }

    /// What stands before the first slash of a source's name: sources of one kind, each with a bound of its own, are told apart by what stands behind it.
    static func group(of source: String) -> String { source.firstIndex(of: "/").map { String(source[..<$0]) } ?? source }

    /// Whether a name means a source: its own, or that of its group.
    public static func means(_ name: String, _ source: String) -> Bool { name == source || name == group(of: source) }

    /// How far a source is believed now.
    func trust(in source: String) -> Float { rule(of: source)?.trust ?? 0 }
}
