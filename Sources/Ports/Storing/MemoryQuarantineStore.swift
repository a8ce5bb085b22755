public import Messages
internal import Synchronization

/// Held messages in memory, for one run and for tests.
public final class MemoryQuarantineStore: QuarantineStore {
    private struct Entry {
        var message: SealedMessage
        var hasContent = true

        var bytes: Int { message.summary.count + message.content.count }
        var summary: SealedSummary {
            SealedSummary(id: message.id, time: message.time, expiry: message.expiry, bytes: message.summary)
        }
    }

    private let entries = Mutex<[String: Entry]>([:])

    /// An empty store.
    public init() {}

    /// Keeps a message.
    public func hold(_ message: SealedMessage, within limit: Int) async throws(StoreError) {
        let problem: StoreError.Code? = entries.withLock { entries in
            guard entries[message.id] == nil else { return .invalid }
            let entry = Entry(message: message)
            guard entries.values.reduce(entry.bytes, { $0 + $1.bytes }) <= limit else { return .full }
            entries[message.id] = entry
            return nil
        }
        if let problem { throw StoreError(problem, doing: "holding a message", at: "memory") }
    }

    /// Summaries, the latest first.
    public func summaries(of addressee: [UInt8]?, before place: RecordPosition?, limit: Int) async throws(StoreError) -> [SealedSummary] {
        let found = entries.withLock { entries in
            entries.values.filter { entry in
                if let addressee, !entry.message.addressees.contains(addressee) { return false }
                return place.map { (entry.message.time, entry.message.id) < ($0.time, $0.id) } ?? true
            }.map(\.summary)
        }
        return Array(found.sorted { ($0.time, $0.id) > ($1.time, $1.id) }.prefix(max(limit, 0)))
    }

    /// The summary of a message.
    public func summary(of id: String) async throws(StoreError) -> SealedSummary? { entries.withLock { $0[id]?.summary } }

    /// The content of a message.
    public func content(of id: String) async throws(StoreError) -> [UInt8]? {
        entries.withLock { entries in entries[id].flatMap { $0.hasContent ? $0.message.content : nil } }
    }

    /// Puts another summary in a summary's place.
    public func replace(_ summary: SealedSummary, by bytes: [UInt8], droppingContent: Bool) async throws(StoreError) -> Bool {
        entries.withLock { entries in
            guard var entry = entries[summary.id], entry.message.summary == summary.bytes else { return false }
            entry.message.summary = bytes
            if droppingContent {
                entry.message.content = []
                entry.hasContent = false
            }
            entries[summary.id] = entry
            return true
        }
    }

    /// Adds somebody whom a message is held for.
    public func add(_ addressee: [UInt8], to id: String) async throws(StoreError) {
        entries.withLock { entries in
            if entries[id]?.message.addressees.contains(addressee) == false { entries[id]?.message.addressees.append(addressee) }
        }
    }

    /// Removes messages whose time is over.
    public func remove(expiredAt moment: Timestamp, limit: Int) async throws(StoreError) -> Int {
        entries.withLock { entries in
            let over = entries.values.filter { $0.message.expiry <= moment }.prefix(max(limit, 0)).map(\.message.id)
            for id in over { entries[id] = nil }
            return over.count
        }
    }

    /// How much is held.
    public func volume() async throws(StoreError) -> HeldVolume {
        entries.withLock { entries in
            HeldVolume(messages: entries.count, bytes: entries.values.reduce(0) { $0 + $1.bytes })
        }
    }
}
