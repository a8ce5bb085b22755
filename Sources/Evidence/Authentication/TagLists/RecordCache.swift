internal import Synchronization

/// Keeps what was read from records, for checks of many mails.
///
/// Two generations bound the room: when the younger is full it becomes the older, and what was in the older and not asked for again is gone.
/// What a record says depends on its bytes alone, so nothing here is ever out of date.
final class RecordCache<Value: Sendable>: Sendable {
    /// The bytes of a record, hashed all at once: an array of bytes hashes each of its own.
    private struct Record: Hashable {
        let bytes: [UInt8]

        func hash(into hasher: inout Hasher) {
            // The pointer is used only inside the closure.
            unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
        }
    }

    private struct State {
        var young: [Record: Value] = [:]
        var old: [Record: Value] = [:]
    }

    private let state = Mutex(State())
    private let limit: Int
    private let recordLimit: Int

    /// A cache of so many values; records of more bytes than the second limit are not kept.
    init(limit: Int, recordLimit: Int) {
        self.limit = limit
        self.recordLimit = recordLimit
    }

    /// What a record says: what is known of it, or else what `read` makes of it.
    func value(of record: [UInt8], read: () -> Value) -> Value {
        guard record.count <= recordLimit else { return read() }
        let place = Record(bytes: record)
        if let known = state.withLock({ find(place, in: &$0) }) { return known }
        let value = read()
        state.withLock { keep(value, for: place, in: &$0) }
        return value
    }

    private func find(_ record: Record, in state: inout State) -> Value? {
        if let value = state.young[record] { return value }
        guard let value = state.old.removeValue(forKey: record) else { return nil }
        keep(value, for: record, in: &state)
        return value
    }

    private func keep(_ value: Value, for record: Record, in state: inout State) {
        if state.young.count >= limit / 2 {
            state.old = state.young
            state.young = [:]
        }
        state.young[record] = value
    }
}
