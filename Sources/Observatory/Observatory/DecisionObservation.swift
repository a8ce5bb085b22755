public import Messages
public import Storing

/// What decisions are counted by, beside the hour: what "what would have happened" is told from.
public enum DecisionDimension: Int, Sendable, Hashable, CaseIterable {
    /// The channel's code.
    case channel
    /// The direction's code.
    case direction
    /// What was due.
    case disposition
    /// Whether it was done: `yes`, or `no` where policy only observed.
    case done
    /// The threshold, line, rule, list or order that decided; `none` where none did.
    case line
    /// The profile whose line it is and its version, or the version of the settings' policy.
    case version
    /// The band of probability: the number from which on it counts, `0.9` for all from 0.9 to the next band.
    case band
    /// Whether more was due for some of several recipients than was done for all: `yes` or `no`.
    case spared
}

/// One decision on a live message: dimensions and a size; no content, no address, no name.
public struct DecisionObservation: Sendable, Hashable {
    /// The table that decisions are counted in.
    public static let table = "decisions"
    /// Where bands of probability begin.
    public static let bands = [0, 0.01, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999]
    /// How long a dimension may be, in bytes: what is longer is cut.
    static let valueBytes = 160

    /// When it was made; only the hour is kept.
    public var moment: Timestamp
    /// How the message travelled.
    public var channel: Channel
    /// Which way.
    public var direction: Direction
    /// What was due.
    public var disposition: Disposition
    /// Whether it was done.
    public var isDone: Bool
    /// What decided; nothing where nothing did.
    public var line: String?
    /// The version of the profile or of the policy that decided.
    public var version: String
    /// The probability that it was spam.
    public var probability: Double
    /// Whether more was due for some recipients.
    public var isSpared: Bool
    /// The message's size in bytes.
    public var size: Int

    /// A decision.
    public init(
        at moment: Timestamp, channel: Channel, direction: Direction, disposition: Disposition, isDone: Bool, line: String?,
        version: String,
        probability: Double, isSpared: Bool, size: Int
    ) {
        self.moment = moment
        self.channel = channel
        self.direction = direction
        self.disposition = disposition
        self.isDone = isDone
        self.line = line
        self.version = version
        self.probability = probability
        self.isSpared = isSpared
        self.size = size
    }

    /// What it is counted under.
    public var key: AggregateKey {
        AggregateKey(
            hour: Observation.hour(of: moment),
            dimensions: [
                DecisionObservation.coded(channel.rawValue), direction.rawValue, disposition.rawValue, isDone ? "yes" : "no",
                line.map(DecisionObservation.coded) ?? "none", DecisionObservation.coded(version),
                DecisionObservation.spelling(ofBand: DecisionObservation.band(of: probability)), isSpared ? "yes" : "no",
            ])
    }

    /// What it adds.
    public var counts: AggregateCounts { AggregateCounts(messages: 1, bytes: Int64(max(0, size))) }

    /// The band that a probability lies in.
    static func band(of probability: Double) -> Double { bands.last { $0 <= probability } ?? 0 }

    /// A band as it is written.
    public static func spelling(ofBand band: Double) -> String { band == 0 ? "0" : "\(band)" }

    /// A text as a dimension holds it: without control characters, and not long.
    static func coded(_ text: String) -> String {
        let bytes = text.utf8.lazy.filter { $0 >= 0x20 && $0 != 0x7F }.prefix(valueBytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// What a temporary order is counted by, beside the hour.
public enum OrderDimension: Int, Sendable, Hashable, CaseIterable {
    /// The order's id.
    case order
    /// The channel's code.
    case channel
    /// What would have been due without it.
    case without
    /// What was due with it.
    case with
    /// Whether it was done: `yes`; `no` where policy only observed, or the order is only watched.
    case done
}

/// What one temporary order came to for one live message.
public struct OrderObservation: Sendable, Hashable {
    /// The table that orders are counted in.
    public static let table = "orders"

    /// When it was; only the hour is kept.
    public var moment: Timestamp
    /// The order's id.
    public var order: String
    /// How the message travelled.
    public var channel: Channel
    /// What would have been due without it.
    public var without: Disposition
    /// What was due with it, or would be were it not only watched.
    public var with: Disposition
    /// Whether it was done.
    public var isDone: Bool

    /// What an order came to.
    public init(at moment: Timestamp, order: String, channel: Channel, without: Disposition, with: Disposition, isDone: Bool) {
        self.moment = moment
        self.order = order
        self.channel = channel
        self.without = without
        self.with = with
        self.isDone = isDone
    }

    /// What it is counted under.
    public var key: AggregateKey {
        AggregateKey(
            hour: Observation.hour(of: moment),
            dimensions: [
                DecisionObservation.coded(order), DecisionObservation.coded(channel.rawValue), without.rawValue, with.rawValue,
                isDone ? "yes" : "no",
            ])
    }
}
