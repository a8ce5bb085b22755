/// A count as the study tells it: how many, how that is known, and who says so.
public struct StudyCount: Sendable, Hashable {
    /// How many messages.
    public var messages: Int64
    /// How many bytes they had together, as far as it is counted.
    public var bytes: Int64
    /// How many observations stand behind it: as many as messages where each was seen, fewer where one stands for many.
    public var observations: Int64
    /// The messages by how they were counted.
    public var methods: [CountMethod: Int64]
    /// The messages by who counted them; `Dimension.own` where we did.
    public var contributors: [String: Int64]

    /// A count; of nothing unless given.
    public init(
        messages: Int64 = 0, bytes: Int64 = 0, observations: Int64 = 0, methods: [CountMethod: Int64] = [:],
        contributors: [String: Int64] = [:]
    ) {
        self.messages = messages
        self.bytes = bytes
        self.observations = observations
        self.methods = methods
        self.contributors = contributors
    }

    /// Adds another count.
    public mutating func add(_ other: StudyCount) {
        messages = messages.sum(other.messages)
        bytes = bytes.sum(other.bytes)
        observations = observations.sum(other.observations)
        methods.merge(other.methods) { $0.sum($1) }
        contributors.merge(other.contributors) { $0.sum($1) }
    }
}

extension Int64 {
    /// The sum, which stays at the end of the range.
    func sum(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }
}

/// The sources or routes with the greatest counts, and what is known of the rest.
public struct RankedCounts<Name: Sendable & Hashable>: Sendable, Hashable {
    /// One of them.
    public struct Row: Sendable, Hashable {
        /// What is counted.
        public var name: Name
        /// Its spam and its other messages together.
        public var count: StudyCount
        /// How many of its messages were spam.
        public var spam: Int64

        /// A row.
        public init(name: Name, count: StudyCount, spam: Int64) {
            self.name = name
            self.count = count
            self.spam = spam
        }
    }

    /// The greatest, by spam, then by all messages, then by name.
    public var rows: [Row]
    /// Everything that was counted, those of the rows too.
    public var total: StudyCount
    /// How much of the total was spam.
    public var spam: Int64
    /// By how many messages at most the figure of any one, listed or not, is too low, because only the greatest of a day are kept; mostly 0.
    public var bound: Int64

    /// Ranked counts.
    public init(rows: [Row], total: StudyCount, spam: Int64, bound: Int64) {
        self.rows = rows
        self.total = total
        self.spam = spam
        self.bound = bound
    }
}

/// How many different things there were, as a HyperLogLog tells it.
public struct DistinctCount: Sendable, Hashable {
    /// What is told apart.
    public enum Thing: String, Sendable, Hashable, CaseIterable {
        /// Exactly whom messages came from: addresses, numbers.
        case senders
        /// Sources of all kinds, as the study names them.
        case sources
        /// Campaigns.
        case campaigns
    }

    /// How many there were, as estimated.
    public var estimate: Double
    /// The standard error as a part of the estimate: 0.01625, one in 62.
    public var relativeError: Double
    /// Who counted them, in the order of codes.
    public var contributors: [String]
    /// How they were counted.
    public var methods: Set<CountMethod>

    /// A count.
    public init(estimate: Double, relativeError: Double, contributors: [String], methods: Set<CountMethod>) {
        self.estimate = estimate
        self.relativeError = relativeError
        self.contributors = contributors
        self.methods = methods
    }
}

/// How a quantity is spread, as a quantile sketch tells it.
public struct QuantileCount: Sendable, Hashable {
    /// Which quantity.
    public enum Quantity: String, Sendable, Hashable, CaseIterable {
        /// Bytes of a message.
        case size
        /// Milliseconds from its being handed over to the answer or the delivery.
        case delay
    }

    /// The quantiles that were asked for, in that order; empty when nothing was counted.
    public var values: [Double]
    /// How far each may be off, as a part of itself: 0.01.
    public var relativeError: Double
    /// How many messages were counted.
    public var messages: Int64
    /// Who counted them, in the order of codes.
    public var contributors: [String]
    /// How they were counted.
    public var methods: Set<CountMethod>

    /// Quantiles.
    public init(values: [Double], relativeError: Double, messages: Int64, contributors: [String], methods: Set<CountMethod>) {
        self.values = values
        self.relativeError = relativeError
        self.messages = messages
        self.contributors = contributors
        self.methods = methods
    }
}

/// What the indicators of the Messaging Anti-Abuse Working Group's e-mail metrics say of an operator: mail that comes in.
public struct OperatorIndicators: Sendable, Hashable {
    /// How many mailboxes the figures stand for: the most of the period; nothing when nobody said.
    public var mailboxes: Int64?
    /// How many connections were dropped before a message came; nothing when nobody said.
    public var droppedConnections: Int64?
    /// How many messages were blocked or tagged.
    public var blockedOrTagged: Int64
    /// How many were delivered unaltered.
    public var unaltered: Int64
    /// The messages by how they were counted.
    public var methods: [CountMethod: Int64]

    /// Indicators.
    public init(
        mailboxes: Int64? = nil, droppedConnections: Int64? = nil, blockedOrTagged: Int64 = 0, unaltered: Int64 = 0,
        methods: [CountMethod: Int64] = [:]
    ) {
        self.mailboxes = mailboxes
        self.droppedConnections = droppedConnections
        self.blockedOrTagged = blockedOrTagged
        self.unaltered = unaltered
        self.methods = methods
    }

    /// The abusive part of all mail, each dropped connection counted as one message; nothing where there is no mail, or nobody said how
    /// many were dropped.
    public var abuseRatioWithConnections: Double? {
        guard let droppedConnections else { return nil }
        return OperatorIndicators.ratio(blockedOrTagged.sum(droppedConnections), unaltered)
    }

    /// The abusive part of all mail, dropped connections not counted; nothing where there is no mail.
    public var abuseRatio: Double? { OperatorIndicators.ratio(blockedOrTagged, unaltered) }

    private static func ratio(_ abusive: Int64, _ unaltered: Int64) -> Double? {
        let all = Double(abusive) + Double(unaltered)
        return all > 0 ? Double(abusive) / all : nil
    }
}

/// What share of the machines' messages came from machines with signs of having been taken over.
public struct ZombieShare: Sendable, Hashable {
    /// Messages from machines with such signs.
    public var zombie: StudyCount
    /// Messages from machines without.
    public var plain: StudyCount
    /// Their share of the spam; nothing where there was none from machines that were seen.
    public var ofSpam: Double?

    /// Their share of all messages from machines that were seen; nothing where there were none.
    public var ofMessages: Double? {
        let all = Double(zombie.messages) + Double(plain.messages)
        return all > 0 ? Double(zombie.messages) / all : nil
    }
}
