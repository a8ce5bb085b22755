internal import Synchronization

/// Keeps keys that were read, for checks of many mails: reading an RSA key takes a quarter of the time of using it.
///
/// Two generations bound the room: when the younger is full it becomes the older, and what was in the older and not asked for again is gone.
/// What a record says depends on its bytes alone, so nothing here is ever out of date.
public final class DKIMKeyCache: Sendable {
    /// How many keys are kept.
    public static let keyLimit = 2048
    /// The longest record that is kept; one of an RSA key of 4096 bits has some 750 bytes.
    public static let recordLimit = 2048

    private struct State {
        var young: [[UInt8]: DKIMKeyRecord] = [:]
        var old: [[UInt8]: DKIMKeyRecord] = [:]
    }

    private let state = Mutex(State())

    /// A cache without keys.
    public init() {}

    /// What a record says.
    func key(_ record: [UInt8]) throws(DKIMKeyRecord.Defect) -> DKIMKeyRecord {
        if let known = state.withLock({ DKIMKeyCache.find(record, in: &$0) }) { return known }
        let key = try DKIMKeyRecord(record)
        if record.count <= DKIMKeyCache.recordLimit { state.withLock { DKIMKeyCache.keep(key, for: record, in: &$0) } }
        return key
    }

    private static func find(_ record: [UInt8], in state: inout State) -> DKIMKeyRecord? {
        if let key = state.young[record] { return key }
        guard let key = state.old.removeValue(forKey: record) else { return nil }
        keep(key, for: record, in: &state)
        return key
    }

    private static func keep(_ key: DKIMKeyRecord, for record: [UInt8], in state: inout State) {
        if state.young.count >= keyLimit / 2 {
            state.old = state.young
            state.young = [:]
        }
        state.young[record] = key
    }
}
