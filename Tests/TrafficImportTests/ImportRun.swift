import AddressOrigins
import Messages
import Observatory
import Storing
import Synchronization
import TrafficImport
import TrafficRecords

/// Checkpoints in memory.
final class MemoryCheckpoints: ImportCheckpoints {
    private let kept = Mutex<[String: [UInt8]]>([:])
    /// Saving fails once so many were saved.
    let failing: Mutex<Int?> = Mutex(nil)

    func all() throws(ImportError) -> [ImportCheckpoint] { kept.withLock { $0.values.compactMap { ImportCheckpoint($0) } } }

    func save(_ checkpoint: ImportCheckpoint) throws(ImportError) {
        let isFailing = failing.withLock { left in
            guard let count = left else { return false }
            left = count - 1
            return count <= 0
        }
        if isFailing { throw ImportError("disk", "is full") }
        kept.withLock { $0[checkpoint.fileName] = checkpoint.bytes }
    }
}

/// A study in memory, and what is imported into it.
struct ImportRun {
    var store = MemorySegmentStore()
    var study: StudyStore
    var checkpoints = MemoryCheckpoints()
    var kind = ImportKind.postfix
    var origins: (any AddressOrigins)?
    var contributor: String? = "op1"
    var partBytes = 1000
    var mapping: RecordMapping?

    static let now = Timestamp(milliseconds: 1_795_400_000_000)  // 2026-11-23

    init(_ kind: ImportKind = .postfix) {
        study = StudyStore(store)
        self.kind = kind
    }

    /// The same study, with other checkpoints.
    static func sharing(_ run: ImportRun, checkpoints: MemoryCheckpoints) -> ImportRun {
        var other = run
        other.checkpoints = checkpoints
        return other
    }

    @discardableResult
    func take(_ bytes: [UInt8], path: String = "mail.log", isFinal: Bool = false) async throws -> ImportSummary {
        var task = FileImport.Task(path: path, kind: kind, modified: ImportRun.now)
        task.mapping = mapping
        task.isFinal = isFinal
        let file = FileImport(
            into: study, checkpoints: checkpoints, contributor: contributor, origins: origins, senderKey: try await study.senderKey(),
            partBytes: partBytes, openMessages: 1024, now: { ImportRun.now })
        return try await file.run(task, opening: { () throws(ImportError) -> any ByteSource in MemorySource(bytes) })
    }

    @discardableResult
    func take(_ text: String, path: String = "mail.log", isFinal: Bool = false) async throws -> ImportSummary {
        try await take(Array(text.utf8), path: path, isFinal: isFinal)
    }

    /// What is counted, by some dimensions.
    func totals(by dimensions: [Dimension] = [.disposition]) async throws -> [String: Int64] {
        let period = Period(from: Timestamp(milliseconds: 1_700_000_000_000), to: Timestamp(milliseconds: 1_800_000_000_000))
        let counts = try await StudyQuery(store).traffic(by: dimensions, in: period)
        return Dictionary(uniqueKeysWithValues: counts.map { ($0.key.joined(separator: " "), $0.value.messages) })
    }
}
