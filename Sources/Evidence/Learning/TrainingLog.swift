public import Messages
public import Storing

/// Everything that was taught here and taken back again, in the order it happened. Nothing is ever removed: what counts is the last word
/// on each message.
///
/// One process at a time writes. Words are numbered, because a clock may stand still.
public struct TrainingLog: Sendable {
    private static let kind = "training"
    private let records: any RecordLog

    /// The log kept in these records.
    public init(_ records: any RecordLog) {
        self.records = records
    }

    /// Writes examples down; they are durable when it returns.
    public func append(_ examples: [TrainingExample]) async throws(StoreError) {
        var number = try await words().count
        var batch: [Record] = []
        for example in examples {
            number += 1
            batch.append(TrainingLog.record(number, example.fingerprint, at: example.time, body: example.bytes))
        }
        try await records.append(batch)
    }

    /// Writes down that examples no longer count, all or, when it throws, none.
    public func withdraw(_ fingerprints: [String], at time: Timestamp) async throws(StoreError) {
        let number = try await words().count
        try await records.append(
            fingerprints.enumerated().map { TrainingLog.record(number + $0 + 1, $1, at: time, body: []) })
    }

    /// The examples that count, the first taught first: for each message the last word on it, unless that took it back.
    public func examples() async throws(StoreError) -> [TrainingExample] {
        var latest: [String: (number: Int, example: TrainingExample?)] = [:]
        for word in try await words() {
            let example = TrainingExample(bytes: word.record.body, fingerprint: word.fingerprint, time: word.record.time)
            latest[word.fingerprint] = (word.number, example)
        }
        return latest.values.sorted { $0.number < $1.number }.compactMap(\.example)
    }

    /// The examples that would count if these were written down as well.
    public func examples(adding new: [TrainingExample]) async throws(StoreError) -> [TrainingExample] {
        var fingerprints: Set<String> = []
        // The last word on a message counts, and stands where it was said.
        let lastWords = new.reversed().filter { fingerprints.insert($0.fingerprint).inserted }.reversed()
        return try await examples().filter { !fingerprints.contains($0.fingerprint) } + lastWords
    }

    /// One thing said: the body of a withdrawal is empty.
    private struct Word {
        var number: Int
        var fingerprint: String
        var record: Record
    }

    private func words() async throws(StoreError) -> [Word] {
        var words: [Word] = []
        try await records.forEach(of: TrainingLog.kind) { record in
            let fields = record.id.split(separator: "/")
            guard fields.count == 2, let number = Int(fields[0]) else { return }
            words.append(Word(number: number, fingerprint: String(fields[1]), record: record))
        }
        return words.sorted { $0.number < $1.number }
    }

    private static func record(_ number: Int, _ fingerprint: String, at time: Timestamp, body: [UInt8]) -> Record {
        Record(id: "\(number)/\(fingerprint)", kind: kind, time: time, body: body)
    }
}
