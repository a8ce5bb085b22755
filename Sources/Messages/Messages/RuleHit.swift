/// A rule of an operator's that a message met: a note in the verdict, whether the rule acts or is only watched.
public struct RuleHit: Sendable, Hashable {
    /// What a rule does.
    public enum Effect: Sendable, Hashable {
        /// It adds to the log-odds of spam.
        case weight(Double)
        /// It says what is done.
        case disposition(Disposition)
    }

    /// Before or after whom a rule that says what is done has its say.
    public enum Standing: String, Sendable, Hashable, CaseIterable, Comparable {
        /// Before everybody: senders that emergency services or the law protect.
        case protected
        /// Before what recipients say.
        case binding
        /// After what recipients say, before the thresholds.
        case usual

        /// Who has the say first comes first.
        public static func < (left: Standing, right: Standing) -> Bool {
            allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
        }
    }

    /// The rule's id.
    public var id: String
    /// Where the rule is written: file and line.
    public var place: String
    /// What it does.
    public var effect: Effect
    /// When it has its say.
    public var standing: Standing
    /// Whether it acts, or is only watched.
    public var isActing: Bool

    /// A hit.
    public init(id: String, place: String, effect: Effect, standing: Standing = .usual, isActing: Bool) {
        self.id = id
        self.place = place
        self.effect = effect
        self.standing = standing
        self.isActing = isActing
    }

    /// What its evidence and its decision are called: no kind of finding shares it, so what it was given as its weight it counts.
    public var name: String { RuleHit.name(ofRule: id) }

    /// What evidence and decisions of a rule are called.
    public static func name(ofRule id: String) -> String { "rule:" + id }
}
