internal import Messages

/// A message whose lines are still coming.
struct OpenMessage: Sendable, Hashable {
    /// What was seen of it.
    struct Marks: OptionSet, Sendable, Hashable {
        let rawValue: UInt16

        static let authenticated = Marks(rawValue: 1)
        static let local = Marks(rawValue: 2)
        static let queued = Marks(rawValue: 4)
        static let delivered = Marks(rawValue: 8)
        static let postponed = Marks(rawValue: 16)
        static let bounced = Marks(rawValue: 32)
        static let held = Marks(rawValue: 64)
        static let discarded = Marks(rawValue: 128)
        static let inside = Marks(rawValue: 256)
        static let outside = Marks(rawValue: 512)
        /// It was handed to a filter that gives it back under another name, under which it is counted.
        static let handedOn = Marks(rawValue: 1024)
        /// The client is known.
        static let client = Marks(rawValue: 2048)
        static let hasSize = Marks(rawValue: 4096)
        static let hasDelay = Marks(rawValue: 8192)

        static let all: UInt16 = 16_383
    }

    /// The hash of its machine and name; 0 for a place that is free.
    var key: UInt64
    /// When its first and its last line were written, in milliseconds since 1970.
    var first: Int64
    var last: Int64
    /// The client's address, IPv4 as a mapped one (RFC 4291 section 2.5.5.2).
    var high: UInt64 = 0
    var low: UInt64 = 0
    var size: Int32 = 0
    var delay: Int32 = 0
    var marks: Marks = []

    static let free = OpenMessage(key: 0, first: 0, last: 0)

    var client: IPAddress? {
        get {
            guard marks.contains(.client) else { return nil }
            return high == 0 && low >> 32 == 0xFFFF ? .v4(UInt32(truncatingIfNeeded: low)) : .v6(high: high, low: low)
        }
        set {
            switch newValue {
            case .v4(let bits):
                high = 0
                low = 0xFFFF << 32 | UInt64(bits)
            case .v6(let upper, let lower):
                high = upper
                low = lower
            case nil:
                marks.remove(.client)
                return
            }
            marks.insert(.client)
        }
    }

    /// Notes what another line tells of it.
    @inline(__always)
    mutating func take(_ event: MailLogEvent) {
        last = max(last, event.moment.milliseconds)
        if let bytes = event.size {
            size = Int32(clamping: bytes)
            marks.insert(.hasSize)
        }
        // What a filter handed on keeps the client that it came from.
        if !marks.contains(.client), let address = event.client { client = address }
        if event.isAuthenticated { marks.insert(.authenticated) }
        if event.isLocal { marks.insert(.local) }
        switch event.kind {
        case .queued: marks.insert(.queued)
        case .delivered:
            marks.insert([.delivered, .queued])
            switch event.relay {
            case .inside: marks.insert(.inside)
            case .outside: marks.insert(.outside)
            case .loop, .unknown: break
            }
            if let milliseconds = event.delay {
                delay = max(delay, Int32(clamping: milliseconds))
                marks.insert(.hasDelay)
            }
        case .postponed: marks.insert(.postponed)
        case .bounced: marks.insert(.bounced)
        case .held: marks.insert(.held)
        case .discarded: marks.insert(.discarded)
        default: break
        }
    }

    /// What is counted of it as it stands; nothing where it never came in whole, or is counted under another name.
    func transaction(isFinished: Bool) -> MailTransaction? {
        guard !marks.contains(.handedOn), let outcome else { return nil }
        var transaction = MailTransaction(moment: Timestamp(milliseconds: first), client: client, outcome: outcome)
        transaction.isAuthenticated = marks.contains(.authenticated)
        transaction.isLocal = marks.contains(.local)
        if marks.contains(.inside) { transaction.ways.insert(.inside) }
        if marks.contains(.outside) { transaction.ways.insert(.outside) }
        transaction.size = marks.contains(.hasSize) ? Int(size) : nil
        transaction.delay = marks.contains(.hasDelay) ? Int(delay) : nil
        transaction.isFinished = isFinished
        return transaction
    }

    private var outcome: MailTransaction.Outcome? {
        if marks.contains(.delivered) { return .delivered }
        if marks.contains(.held) { return .held }
        if marks.contains(.discarded) { return .discarded }
        if marks.contains(.bounced) { return .bounced }
        if marks.contains(.postponed) { return .postponed }
        return marks.contains(.queued) ? .accepted : nil
    }
}
