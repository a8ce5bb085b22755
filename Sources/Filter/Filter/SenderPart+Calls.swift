public import Messages
internal import Reputation

/// What is told of one call when it is over.
public struct ToldCall: Sendable, Hashable {
    /// Who called.
    public var caller: Party
    /// Who was called.
    public var callee: Party?
    /// Whether it was answered; nothing where nobody says.
    public var isAnswered: Bool?
    /// How long was talked, in seconds; nothing where nobody says.
    public var talked: Double?
    /// When it ended.
    public var time: Timestamp

    /// A call.
    public init(caller: Party, callee: Party? = nil, isAnswered: Bool? = nil, talked: Double? = nil, time: Timestamp) {
        self.caller = caller
        self.callee = callee
        self.isAnswered = isAnswered
        self.talked = talked
        self.time = time
    }
}

extension SenderPart {
    /// Whether somebody watches calls.
    public var watchesCalls: Bool { calls != nil }

    /// Notes a call; gives false where it is more than an hour old, and counts no more.
    public func note(_ call: ToldCall, now: Timestamp, _ monotonic: Duration) -> Bool {
        guard let calls, now.seconds(since: call.time) < 3600 else { return false }
        calls.note(
            CallEvent(caller: call.caller, callee: call.callee, isAnswered: call.isAnswered, talked: call.talked), at: monotonic)
        return true
    }

    /// Whether anything was told of a caller within the hour.
    public func knows(caller: Party, at monotonic: Duration) -> Bool { calls?.conduct(of: caller, at: monotonic) != nil }
}
