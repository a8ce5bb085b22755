public import Messages

/// A message that is held, sealed: a store never sees what it says, nor whom it is of.
public struct SealedMessage: Sendable, Hashable {
    /// A name that no other held message has.
    public var id: String
    /// When it came.
    public var time: Timestamp
    /// When it is no longer kept.
    public var expiry: Timestamp
    /// What lists show of it, sealed.
    public var summary: [UInt8]
    /// The message itself, sealed.
    public var content: [UInt8]
    /// What stands for those it is held for, so that each can be shown what is theirs.
    public var addressees: [[UInt8]]

    /// A sealed message.
    public init(id: String, time: Timestamp, expiry: Timestamp, summary: [UInt8], content: [UInt8], addressees: [[UInt8]]) {
        self.id = id
        self.time = time
        self.expiry = expiry
        self.summary = summary
        self.content = content
        self.addressees = addressees
    }
}

/// What lists show of a held message, sealed.
public struct SealedSummary: Sendable, Hashable {
    /// The message's name.
    public var id: String
    /// When it came.
    public var time: Timestamp
    /// When it is no longer kept.
    public var expiry: Timestamp
    /// What is said of it, sealed.
    public var bytes: [UInt8]

    /// A sealed summary.
    public init(id: String, time: Timestamp, expiry: Timestamp, bytes: [UInt8]) {
        self.id = id
        self.time = time
        self.expiry = expiry
        self.bytes = bytes
    }
}

/// How much is held.
public struct HeldVolume: Sendable, Hashable {
    /// Messages, those too of which only a summary is left.
    public var messages: Int
    /// The bytes of their summaries and contents.
    public var bytes: Int

    /// A volume.
    public init(messages: Int, bytes: Int) {
        self.messages = messages
        self.bytes = bytes
    }
}

/// A place for messages that are held: each is kept whole or not at all, until it is removed or its time is over.
public protocol QuarantineStore: Sendable {
    /// Keeps a message. When it returns, the message is durable; when it throws, nothing of it is kept. Throws `full` where all together would take more
    /// than so many bytes, and `invalid` where one of this name is there.
    func hold(_ message: SealedMessage, within limit: Int) async throws(StoreError)
    /// Summaries, the latest first, of one addressee or of all; from before a place in that order, at most `limit`.
    func summaries(of addressee: [UInt8]?, before place: RecordPosition?, limit: Int) async throws(StoreError) -> [SealedSummary]
    /// The summary of a message; nothing where there is none.
    func summary(of id: String) async throws(StoreError) -> SealedSummary?
    /// The content of a message; nothing where there is none, or it was dropped.
    func content(of id: String) async throws(StoreError) -> [UInt8]?
    /// Puts another summary in a summary's place, and drops the content where it is not needed any more; whether it did. It does not where somebody else has
    /// put another there meanwhile. Durable when it returns.
    func replace(_ summary: SealedSummary, by bytes: [UInt8], droppingContent: Bool) async throws(StoreError) -> Bool
    /// Adds somebody whom a message is held for; nothing changes where it is held for them, or not held.
    func add(_ addressee: [UInt8], to id: String) async throws(StoreError)
    /// Removes messages whose time was over at a moment, at most `limit`; gives how many. Call it again until it gives less.
    func remove(expiredAt moment: Timestamp, limit: Int) async throws(StoreError) -> Int
    /// How much is held.
    func volume() async throws(StoreError) -> HeldVolume
}

extension RecordPosition {
    /// The place of a held message.
    public init(of summary: SealedSummary) {
        self.init(time: summary.time, id: summary.id)
    }
}
