public import Messages
public import Storing

/// Everything that was taught here and taken back again, in the order it happened. Nothing is ever removed: what counts is the last word
/// on each message.
public struct TrainingLog: Sendable {
    private static let taught = "training.taught"
    private static let withdrawn = "training.withdrawn"
    private let records: any RecordLog

    /// The log kept in these records.
    public init(_ records: any RecordLog) {
        self.records = records
    }

    /// Writes examples down; they are durable when it returns.
    public func append(_ examples: [TrainingExample]) async throws(StoreError) {
        try await records.append(
            examples.map { example in
                Record(
                    id: "\(example.fingerprint)/\(example.time.milliseconds)", kind: TrainingLog.taught, time: example.time,
                    body: example.bytes)
            })
    }

    /// Writes down that an example no longer counts.
    public func withdraw(_ fingerprint: String, at time: Timestamp) async throws(StoreError) {
        let record = Record(id: "\(fingerprint)/\(time.milliseconds)", kind: TrainingLog.withdrawn, time: time, body: [])
        try await records.append([record])
    }

    /// The examples that count, the oldest first: for each message the last one taught, unless it was taken back since.
    public func examples() async throws(StoreError) -> [TrainingExample] {
        var latest: [String: TrainingExample] = [:]
        try await records.forEach(of: TrainingLog.taught) { record in
            let fingerprint = TrainingLog.fingerprint(of: record)
            guard let example = TrainingExample(bytes: record.body, fingerprint: fingerprint, time: record.time) else { return }
            latest[fingerprint] = example
        }
        try await records.forEach(of: TrainingLog.withdrawn) { record in
            let fingerprint = TrainingLog.fingerprint(of: record)
            if let example = latest[fingerprint], example.time <= record.time { latest[fingerprint] = nil }
        }
        return latest.values.sorted { left, right in
            left.time != right.time ? left.time < right.time : left.fingerprint < right.fingerprint
        }
    }

    private static func fingerprint(of record: Record) -> String {
        String(record.id.prefix { $0 != "/" })
    }
}
