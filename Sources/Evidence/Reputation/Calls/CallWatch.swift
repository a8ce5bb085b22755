// How callers behave, as switches tell it: what they say is taken for true, and who calls is what the network says. Kept in memory alone, an hour at
// most; numbers are hashed, and how many are watched is bounded.

public import Messages
internal import Synchronization

/// What is told of one call.
public struct CallEvent: Sendable, Hashable {
    /// Who called.
    public var caller: Party
    /// Who was called.
    public var callee: Party?
    /// Whether it was answered; nothing where nobody says.
    public var isAnswered: Bool?
    /// How long was talked, in seconds; nothing where nobody says.
    public var talked: Double?

    /// An event.
    public init(caller: Party, callee: Party? = nil, isAnswered: Bool? = nil, talked: Double? = nil) {
        self.caller = caller
        self.callee = callee
        self.isAnswered = isAnswered
        self.talked = talked
    }
}

/// What a caller did within an hour, as far as is told apart.
public struct CallerConduct: Sendable, Hashable {
    /// How many calls there were.
    public var calls: Int
    /// How many numbers were called, about: up to some two hundred apart, 620 stands for more.
    public var callees: Int
    /// Of how many it was said whether they were answered.
    public var ended: Int
    /// How many were answered.
    public var answered: Int
    /// How many of those were over within ten seconds.
    public var short: Int
    /// How many went to a number close to the one called before.
    public var inSequence: Int
}

/// Watches callers, for an hour each.
public final class CallWatch: Sendable {
    /// How long what one did is remembered.
    static let span = Duration.seconds(3600)
    /// What is short, in seconds.
    static let short = 10.0
    /// How far numbers that are called one after the other lie apart where somebody dials through a range.
    static let step: UInt64 = 10

    private struct Entry {
        var begin: Duration
        var calls: UInt32 = 0
        var ended: UInt32 = 0
        var answered: UInt32 = 0
        var short: UInt32 = 0
        var inSequence: UInt32 = 0
        var last: UInt64 = 0
        var callees = Spread()
    }

    private let secret = SenderSecret()
    private let callers: Mutex<RecentTable<Entry>>

    /// A watch over so many callers at most, which take some 150 bytes each; those that called longest ago make room.
    public init(capacity: Int = 100_000) {
        callers = Mutex(RecentTable(capacity: capacity))
    }

    /// How many callers are watched.
    public var count: Int { callers.withLock { $0.count } }

    /// Notes a call.
    public func note(_ event: CallEvent, at moment: Duration) {
        let key = key(of: event.caller, 0)
        let callee = event.callee.map { self.key(of: $0, 1).low }
        callers.withLock { callers in
            let place = callers.touch(key, orNew: Entry(begin: moment)).place
            if moment - callers[place].begin >= CallWatch.span { callers[place] = Entry(begin: moment) }
            callers[place].calls &+= 1
            if let callee { callers[place].callees.add(callee) }
            if case .number(let digits)? = event.callee, let number = UInt64(digits) {
                let last = callers[place].last
                let distance = number > last ? number - last : last - number
                if last > 0, (1...CallWatch.step).contains(distance) { callers[place].inSequence &+= 1 }
                callers[place].last = number
            }
            guard let isAnswered = event.isAnswered else { return }
            callers[place].ended &+= 1
            guard isAnswered else { return }
            callers[place].answered &+= 1
            if let talked = event.talked, talked < CallWatch.short { callers[place].short &+= 1 }
        }
    }

    /// What a caller did within the hour; nothing where nothing was told of them.
    public func conduct(of caller: Party, at moment: Duration) -> CallerConduct? {
        let key = key(of: caller, 0)
        return callers.withLock { callers in
            guard let place = callers.place(of: key), moment - callers[place].begin < CallWatch.span else { return nil }
            let entry = callers[place]
            return CallerConduct(
                calls: Int(entry.calls), callees: entry.callees.count, ended: Int(entry.ended), answered: Int(entry.answered),
                short: Int(entry.short), inSequence: Int(entry.inSequence))
        }
    }

    private func key(of party: Party, _ kind: UInt8) -> SenderKey {
        var maker = secret.maker(kind)
        maker.add(party.description.lowercased())
        return maker.key
    }
}
