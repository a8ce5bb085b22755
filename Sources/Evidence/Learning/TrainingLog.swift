public import Messages
public import Storing

/// Everything that was taught here and taken back again, in the order it happened: who said what of which message, when and why. Nothing is
/// ever removed: what counts is the last word on each message.
///
/// One process at a time writes. Words are numbered, because a clock may stand still.
public struct TrainingLog: Sendable {
    private static let kind = "training"
    /// What was said and not believed, kept so that somebody can look who tried what.
    private static let refusedKind = "training.refused"
    /// The key by which recipients are hashed, beside the examples that it serves.
    private static let keyKind = "training.key"
    private static let keyID = "recipients"
    private let records: any RecordLog

    /// The log kept in these records.
    public init(_ records: any RecordLog) {
        self.records = records
    }

    /// An example and the number of the word that taught it.
    struct Taught: Sendable {
        var number: Int
        var example: TrainingExample
    }

    /// Where a word is found.
    struct Place: Sendable, Hashable {
        var number: Int
        var fingerprint: String

        var id: String { "\(number)/\(fingerprint)" }
    }

    /// The key by which recipients are hashed; nothing before one taught. One that is damaged is an error: under another, nobody would be
    /// known again.
    func recipientKey() async throws(StoreError) -> RecipientKey? {
        guard let record = try await records.records(of: TrainingLog.keyKind, ids: [TrainingLog.keyID]).first else { return nil }
        guard let key = RecipientKey(bytes: record.body) else {
            throw TrainingLog.keyError(.damaged, detail: "it has \(record.body.count) bytes instead of 16")
        }
        return key
    }

    /// What is wrong with the key by which recipients are hashed.
    static func keyError(_ code: StoreError.Code, detail: String) -> StoreError {
        StoreError(code, doing: "reading the key of recipients", at: "the training log", detail: detail)
    }

    /// How many words were ever said.
    func count() async throws(StoreError) -> Int {
        try await records.count(of: TrainingLog.kind)
    }

    /// Writes examples down; they are durable when it returns.
    public func append(_ examples: [TrainingExample]) async throws(StoreError) {
        try await append(examples, keeping: nil)
    }

    /// Writes examples down and, all or none, keeps the key by which their recipients are hashed; one that is there stays.
    func append(_ examples: [TrainingExample], keeping key: RecipientKey?) async throws(StoreError) {
        try await append(examples, keeping: key, as: TrainingLog.kind)
    }

    /// Writes down examples that were not believed, and the key of their recipients; they never count.
    func appendRefused(_ examples: [TrainingExample], keeping key: RecipientKey?) async throws(StoreError) {
        try await append(examples, keeping: key, as: TrainingLog.refusedKind)
    }

    private func append(_ examples: [TrainingExample], keeping key: RecipientKey?, as kind: String) async throws(StoreError) {
        let number = try await records.count(of: kind)
        let words = examples.enumerated().map { place, example in
            TrainingLog.record(number + place + 1, example.fingerprint, at: example.time, kind: kind, body: example.bytes)
        }
        let keys = key.map {
            Record(id: TrainingLog.keyID, kind: TrainingLog.keyKind, time: Timestamp(milliseconds: 0), body: $0.bytes)
        }
        try await records.append((keys.map { [$0] } ?? []) + words)
    }

    /// Writes down that examples no longer count, all or, when it throws, none.
    public func withdraw(_ fingerprints: [String], at time: Timestamp) async throws(StoreError) {
        let number = try await count()
        try await records.append(
            fingerprints.enumerated().map {
                TrainingLog.record(number + $0 + 1, $1, at: time, kind: TrainingLog.kind, body: [])
            })
    }

    /// The examples that count, the first taught first: for each message the last word on it, unless that took it back.
    public func examples() async throws(StoreError) -> [TrainingExample] {
        try await taught().map(\.example)
    }

    /// The examples that count, with the numbers of their words.
    func taught() async throws(StoreError) -> [Taught] {
        var latest: [String: (number: Int, example: TrainingExample?)] = [:]
        try await records.forEach(of: TrainingLog.kind) { record in
            guard let place = TrainingLog.place(of: record), latest[place.fingerprint].map({ $0.number < place.number }) ?? true else {
                return
            }
            latest[place.fingerprint] =
                (place.number, TrainingExample(bytes: record.body, fingerprint: place.fingerprint, time: record.time))
        }
        return latest.values.compactMap { word in word.example.map { Taught(number: word.number, example: $0) } }
            .sorted { $0.number < $1.number }
    }

    /// Where the examples that count are found, the first taught first, without holding them all in memory.
    func places() async throws(StoreError) -> [Place] {
        var latest: [String: (number: Int, counts: Bool)] = [:]
        try await records.forEach(of: TrainingLog.kind, page: 256) { record in
            guard let place = TrainingLog.place(of: record), latest[place.fingerprint].map({ $0.number < place.number }) ?? true else {
                return
            }
            latest[place.fingerprint] = (place.number, !record.body.isEmpty)
        }
        return latest.filter { $0.value.counts }.map { Place(number: $0.value.number, fingerprint: $0.key) }
            .sorted { $0.number < $1.number }
    }

    /// The examples at these places, in the order asked; what cannot be read is left out.
    func taught(at places: [Place]) async throws(StoreError) -> [Taught] {
        try await records.records(of: TrainingLog.kind, ids: places.map(\.id)).compactMap { record in
            guard let place = TrainingLog.place(of: record) else { return nil }
            return TrainingExample(bytes: record.body, fingerprint: place.fingerprint, time: record.time)
                .map { Taught(number: place.number, example: $0) }
        }
    }

    /// Where a record stands; nothing when it is no word of ours: a number, and the sixteen digits of a fingerprint.
    private static func place(of record: Record) -> Place? {
        let fields = record.id.split(separator: "/")
        guard fields.count == 2, let number = Int(fields[0]), fields[1].utf8.count == 16, UInt64(fields[1], radix: 16) != nil else {
            return nil
        }
        return Place(number: number, fingerprint: String(fields[1]))
    }

    private static func record(_ number: Int, _ fingerprint: String, at time: Timestamp, kind: String, body: [UInt8]) -> Record {
        Record(id: "\(number)/\(fingerprint)", kind: kind, time: time, body: body)
    }
}
