/// The five layers of X.1231: every control belongs to exactly one.
public enum Layer: String, Sendable, Hashable, CaseIterable {
    /// How sending and receiving equipment behaves.
    case equipment
    /// Where the message came through.
    case network
    /// Who sends, and by whose leave.
    case service
    /// What the message says and how it is made.
    case filtering
    /// What people said of messages like it.
    case feedback
}

/// A check's answer: a finding, its weight, and what a person needs to understand it.
public struct Evidence: Sendable, Hashable {
    /// The finding's stable code (`mime.date-in-future`); the catalogue of sentences is keyed by it.
    public var id: String
    /// The layer of X.1231 the check belongs to.
    public var layer: Layer
    /// Log-odds that the finding adds: above zero speaks for spam, below zero against.
    public var weight: Double
    /// What the sentence is filled with: a host, a name, a number. Already safe to print: no control characters.
    public var details: [String]

    /// A piece of evidence.
    public init(id: String, layer: Layer, weight: Double, details: [String] = []) {
        self.id = id
        self.layer = layer
        self.weight = weight
        self.details = details
    }
}

/// What could be checked and what could not. What was not checked is neither a sign of spam nor of ham.
public struct Coverage: Sendable, Hashable {
    /// Something that was not checked.
    public struct Gap: Sendable, Hashable {
        /// Why not.
        public enum Reason: String, Sendable, Hashable, CaseIterable {
            /// The deadline passed.
            case deadline
            /// A limit on size, count or depth was met.
            case limit
            /// The content cannot be read: encrypted, damaged, of an unknown form.
            case unreadable
            /// The means is not set up.
            case notConfigured = "not-configured"
            /// The language is none that the model was taught.
            case untaught
            /// Whoever was asked gave no answer, or one that cannot be used.
            case unanswered
        }

        /// What was not checked: the id of a check or of a stage.
        public var what: String
        /// Why not.
        public var reason: Reason

        /// A gap.
        public init(_ what: String, _ reason: Reason) {
            self.what = what
            self.reason = reason
        }
    }

    /// How many checks were asked and answered.
    public var answered: Int
    /// What was not checked, and why.
    public var gaps: [Gap]

    /// A coverage; complete unless gaps are given.
    public init(answered: Int = 0, gaps: [Gap] = []) {
        self.answered = answered
        self.gaps = gaps
    }

    /// Whether everything asked was answered.
    public var isComplete: Bool { gaps.isEmpty }
}
