public import Messages

/// The limits of temporary orders, in one place.
public enum OrderLimits {
    /// How long an order may hold at most.
    public static let longest = Duration.seconds(7 * 86_400)
    /// How far ahead it may begin.
    public static let ahead = Duration.seconds(7 * 86_400)
    /// How many may hold or be to come at a time.
    public static let orders = 100
    /// How long a reason may be, in bytes.
    public static let reasonBytes = 1000
    /// How long the name of whoever gives it may be, in bytes.
    public static let authorBytes = 100
}

/// A temporary measure: what is done for some hours, by whose word, why, and until when. It ends by itself.
public struct PolicyOrder: Sendable, Hashable {
    /// What an order does.
    public enum Measure: Sendable, Hashable {
        /// This is done with messages that meet a condition, which is written as rules write theirs.
        case action(Disposition, when: String)
        /// From this probability on a disposition is due; nothing is never.
        case threshold(Disposition, Double?)
    }

    /// Who ended an order before its time, and why.
    public struct End: Sendable, Hashable {
        /// When.
        public var time: Timestamp
        /// Who.
        public var author: String
        /// Why.
        public var reason: String

        /// An end.
        public init(at time: Timestamp, author: String, reason: String) {
            self.time = time
            self.author = author
            self.reason = reason
        }
    }

    /// What it is called.
    public var id: String
    /// Who gave it.
    public var author: String
    /// Why.
    public var reason: String
    /// When it was given.
    public var made: Timestamp
    /// From when on it holds.
    public var from: Timestamp
    /// The moment from which on it holds no longer.
    public var until: Timestamp
    /// The channel of the messages it is about; nothing is all.
    public var channel: Channel?
    /// Their direction; nothing is any.
    public var direction: Direction?
    /// What it does.
    public var measure: Measure
    /// Whether it acts, or is only watched.
    public var isActing: Bool
    /// Who ended it before its time; nothing where nobody did.
    public var end: End?

    /// An order.
    public init(
        id: String, author: String, reason: String, made: Timestamp, from: Timestamp, until: Timestamp, channel: Channel? = nil,
        direction: Direction? = nil, measure: Measure, isActing: Bool = true
    ) {
        self.id = id
        self.author = author
        self.reason = reason
        self.made = made
        self.from = from
        self.until = until
        self.channel = channel
        self.direction = direction
        self.measure = measure
        self.isActing = isActing
    }

    /// Whether it holds at a moment.
    public func holds(at moment: Timestamp) -> Bool { moment >= from && moment < until && (end.map { moment < $0.time } ?? true) }

    /// Whether it holds, or may do so later.
    public func isOpen(at moment: Timestamp) -> Bool { moment < until && end == nil }

    /// The moment at which it held no longer, by its own words or by somebody's.
    public var over: Timestamp { end.map { min($0.time, until) } ?? until }

    /// What its note in a verdict says.
    var hit: OrderHit {
        let effect: OrderHit.Effect =
            switch measure {
            case .action(let disposition, _): .disposition(disposition)
            case .threshold(let disposition, let probability): .threshold(disposition, probability)
            }
        return OrderHit(id: id, place: "order \(id) of \(author) until \(until)", effect: effect, isActing: isActing)
    }

    /// An id that nobody else's order has.
    public static func randomID() -> String {
        var random = SystemRandomNumberGenerator()
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
        return String((0..<8).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
    }
}
