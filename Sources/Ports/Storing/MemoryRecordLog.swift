public import Messages
internal import Synchronization

/// A log of records in memory, for one run and for tests.
public final class MemoryRecordLog: RecordLog {
    private struct Kind {
        var records: [Record] = []
        var ids: Set<String> = []
    }

    private let kinds = Mutex<[String: Kind]>([:])

    /// An empty log.
    public init() {}

    /// Appends records.
    public func append(_ records: [Record]) async throws(StoreError) {
        kinds.withLock { kinds in
            var touched: Set<String> = []
            for record in records where kinds[record.kind, default: Kind()].ids.insert(record.id).inserted {
                kinds[record.kind]?.records.append(record)
                touched.insert(record.kind)
            }
            for kind in touched { kinds[kind]?.records.sort { MemoryRecordLog.place($0) < MemoryRecordLog.place($1) } }
        }
    }

    /// Records of a kind by time and id.
    public func records(of kind: String, from start: Timestamp, to end: Timestamp, after position: RecordPosition?, limit: Int)
        async throws(StoreError) -> [Record]
    {
        kinds.withLock { kinds in
            let found = (kinds[kind]?.records ?? []).lazy.filter { record in
                guard record.time >= start, record.time < end else { return false }
                return position.map { ($0.time, $0.id) < MemoryRecordLog.place(record) } ?? true
            }
            return Array(found.prefix(max(limit, 0)))
        }
    }

    /// The records of a kind with these ids.
    public func records(of kind: String, ids: [String]) async throws(StoreError) -> [Record] {
        kinds.withLock { kinds in
            let wanted = Set(ids)
            let found = (kinds[kind]?.records ?? []).filter { wanted.contains($0.id) }
            let byID = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
            return ids.compactMap { byID[$0] }
        }
    }

    /// How many records of a kind there are.
    public func count(of kind: String) async throws(StoreError) -> Int {
        kinds.withLock { $0[kind]?.records.count ?? 0 }
    }

    /// Removes the records of a kind from before a moment.
    public func remove(kind: String, before moment: Timestamp) async throws(StoreError) -> Int {
        kinds.withLock { kinds in
            let old = (kinds[kind]?.records ?? []).prefix { $0.time < moment }
            for record in old { kinds[kind]?.ids.remove(record.id) }
            kinds[kind]?.records.removeFirst(old.count)
            return old.count
        }
    }

    private static func place(_ record: Record) -> (Timestamp, String) { (record.time, record.id) }
}
