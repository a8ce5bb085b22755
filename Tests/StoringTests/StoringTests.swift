import Messages
import ModelFiles
import SQLiteStore
import Storing
import StoringTesting
import Telemetry
import TestSupport
import Testing

@Suite struct MemoryStores {
    @Test func sightings() async {
        #expect(await SightingStoreConformance { MemorySightingStore() }.run() == [])
    }

    @Test func records() async {
        #expect(await RecordLogConformance { MemoryRecordLog() }.run() == [])
    }

    @Test func aggregates() async {
        #expect(await AggregateStoreConformance { MemoryAggregateStore() }.run() == [])
    }

    @Test func segments() async {
        #expect(await SegmentStoreConformance { MemorySegmentStore() }.run() == [])
    }

    @Test func quarantines() async {
        #expect(await QuarantineStoreConformance { MemoryQuarantineStore() }.run() == [])
    }

    @Test func models() async {
        #expect(await ModelStoreConformance { MemoryModelStore() }.run() == [])
    }

    @Test func sightingsDrain() async throws {
        let store = MemorySightingStore()
        let key = Key(.domain, "example.org")
        try await store.add([key: Sightings(good: 2)])
        #expect(store.drain() == [key: Sightings(good: 2)])
        #expect(try await store.sightings(of: [key]) == [Sightings()])
    }
}

@Suite struct SQLiteStores {
    @Test func sightings() async throws {
        let folder = try TemporaryFolder()
        var count = 0
        let findings = await SightingStoreConformance {
            count += 1
            return SQLiteSightingStore(try SQLiteDatabase(folder: folder.path, fileName: "\(count).sqlite"))
        }.run()
        #expect(findings == [])
        #expect(count > 3)
    }

    @Test func records() async throws {
        let folder = try TemporaryFolder()
        var count = 0
        let findings = await RecordLogConformance {
            count += 1
            return SQLiteRecordLog(try SQLiteDatabase(folder: folder.path, fileName: "\(count).sqlite"))
        }.run()
        #expect(findings == [])
    }

    @Test func aggregates() async throws {
        let folder = try TemporaryFolder()
        var count = 0
        let findings = await AggregateStoreConformance {
            count += 1
            return SQLiteAggregateStore(try SQLiteDatabase(folder: folder.path, fileName: "\(count).sqlite"))
        }.run()
        #expect(findings == [])
    }

    @Test func segments() async throws {
        let folder = try TemporaryFolder()
        var count = 0
        let findings = await SegmentStoreConformance {
            count += 1
            return SQLiteSegmentStore(try SQLiteDatabase(folder: folder.path, fileName: "\(count).sqlite"))
        }.run()
        #expect(findings == [])
        #expect(count > 7)
    }

    @Test func quarantines() async throws {
        let folder = try TemporaryFolder()
        var count = 0
        let findings = await QuarantineStoreConformance {
            count += 1
            return SQLiteQuarantineStore(try SQLiteDatabase(folder: folder.path, fileName: "\(count).sqlite"))
        }.run()
        #expect(findings == [])
    }

    /// A writer is forgotten when it was silent for the stated age and another wrote; until then no batch of its counts twice.
    @Test func writersAreForgottenAfterTheirAge() async throws {
        let folder = try TemporaryFolder()
        let time = ManualTime(Timestamp(milliseconds: 1_700_000_000_000))
        let store = SQLiteAggregateStore(try SQLiteDatabase(folder: folder.path), time: time)
        func batch(_ writer: String, _ sequence: Int64) -> AggregateBatch {
            let key = AggregateKey(hour: 1, dimensions: ["a"])
            return AggregateBatch(writer: writer, sequence: sequence, table: "t", changes: [key: AggregateCounts(messages: 1, bytes: 1)])
        }
        let age = SQLiteAggregateStore.writerAge
        #expect(try await store.add(batch("first", 0)))
        time.advance(by: age)
        #expect(try await store.add(batch("other", 0)))
        #expect(try await !store.add(batch("first", 0)), "at the age, after another wrote, it is still known")
        time.advance(by: age)
        #expect(try await store.add(batch("other", 1)))
        #expect(try await !store.add(batch("first", 0)), "a batch sent again was a sign of life")
        time.advance(by: age + .seconds(1))
        #expect(try await !store.add(batch("first", 0)), "where nobody wrote meanwhile, it is known for ever")
        #expect(try await store.add(batch("third", 0)))
        #expect(try await store.add(batch("other", 1)), "beyond the age, it was forgotten")
        #expect(try await store.totals(of: "t", hours: 0..<9) == [["a"]: AggregateCounts(messages: 5, bytes: 5)])
    }

    @Test func whatIsStoredIsThereAgain() async throws {
        let folder = try TemporaryFolder()
        let key = Key(.mailbox, "a@example.org")
        do {
            let database = try SQLiteDatabase(folder: folder.path + "/state")
            try await SQLiteSightingStore(database).add([key: Sightings(bad: 4)])
            try database.close()
        }
        let database = try SQLiteDatabase(folder: folder.path + "/state/")
        #expect(try await SQLiteSightingStore(database).sightings(of: [key]) == [Sightings(bad: 4)])
        #expect(try folder.names() == ["state"])
    }

    @Test func twoProgramsShareTheFile() async throws {
        let folder = try TemporaryFolder()
        let databases = try (0..<3).map { _ in try SQLiteDatabase(folder: folder.path) }
        let key = Key(.domain, "example.org")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for database in databases {
                group.addTask {
                    for _ in 0..<30 { try await SQLiteSightingStore(database).add([key: Sightings(good: 1)]) }
                    try await SQLiteRecordLog(database).append([Record(id: "same", kind: "k", time: Timestamp(milliseconds: 1), body: [])])
                }
            }
            try await group.waitForAll()
        }
        #expect(try await SQLiteSightingStore(databases[0]).sightings(of: [key]) == [Sightings(good: 90)])
    }
}

/// What goes wrong on real machines, and that it is said and nothing is half written.
@Suite struct SQLiteFaults {
    private func code(_ body: () async throws -> Void) async -> StoreError.Code? {
        do {
            try await body()
            return nil
        } catch {
            return (error as? StoreError)?.code
        }
    }

    @Test func aFolderThatCannotBeMade() async throws {
        let folder = try TemporaryFolder()
        #expect(await code { _ = try SQLiteDatabase(folder: folder.path + "/not/there") } == .missing)
        #expect(try folder.names() == [], "nothing is made on the way")
        try folder.write([1], to: "file")
        #expect(await code { _ = try SQLiteDatabase(folder: folder.path + "/file") } == .denied)
        #expect(await code { _ = try SQLiteDatabase(folder: "/proc/self") } == .denied)
    }

    @Test func aFolderThatIsReadOnly() async throws {
        let folder = try TemporaryFolder()
        try folder.setPermissions(0o500)
        let answer = await code { _ = try SQLiteDatabase(folder: folder.path) }
        try folder.setPermissions(0o700)
        // An administrator may write anywhere, so there the case cannot be made.
        let isAdministrator = try folder.names() != []
        #expect(isAdministrator || answer == .denied)
    }

    @Test func aFileThatIsDamaged() async throws {
        let folder = try TemporaryFolder()
        let garbage = (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try folder.write(garbage, to: "chaffinch.sqlite")
        #expect(await code { _ = try SQLiteDatabase(folder: folder.path) } == .damaged)
        #expect(try folder.bytes(of: "chaffinch.sqlite") == garbage, "it is left as it was")
    }

    @Test func aFileDamagedInTheMiddle() async throws {
        let folder = try TemporaryFolder()
        let keys = (0..<4000).map { Key(.address, [UInt8($0 >> 8), UInt8($0 & 255)]) }
        do {
            let database = try SQLiteDatabase(folder: folder.path)
            try await SQLiteSightingStore(database).add(Dictionary(uniqueKeysWithValues: keys.map { ($0, Sightings(good: 1)) }))
            try database.close()
        }
        var bytes = try folder.bytes(of: "chaffinch.sqlite")
        try #require(bytes.count > 8192)
        for index in (8192..<bytes.count) { bytes[index] = 0xA5 }
        try folder.write(bytes, to: "chaffinch.sqlite")
        let answer = await code {
            let database = try SQLiteDatabase(folder: folder.path)
            _ = try await SQLiteSightingStore(database).sightings(of: keys)
        }
        #expect(answer == .damaged)
    }

    @Test func anEmptyFileIsANewOne() async throws {
        let folder = try TemporaryFolder()
        try folder.write([], to: "chaffinch.sqlite")
        _ = try SQLiteDatabase(folder: folder.path)
    }

    @Test func aClosedStore() async throws {
        let folder = try TemporaryFolder()
        let database = try SQLiteDatabase(folder: folder.path)
        try database.close()
        #expect(await code { _ = try await SQLiteSightingStore(database).sightings(of: [Key(.domain, "a")]) } == .closed)
        #expect(await code { try await SQLiteSightingStore(database).add([Key(.domain, "a"): Sightings(good: 1)]) } == .closed)
        #expect(
            await code {
                try await SQLiteRecordLog(database).append([Record(id: "a", kind: "k", time: Timestamp(milliseconds: 1), body: [])])
            }
                == .closed)
    }

    @Test func aDiskThatIsFull() async throws {
        let folder = try TemporaryFolder()
        let database = try SQLiteDatabase(folder: folder.path)
        let log = SQLiteRecordLog(database)
        let first = Record(id: "a", kind: "k", time: Timestamp(milliseconds: 1), body: [1])
        try await log.append([first])
        try database.limitPages(to: 40)
        let large = (0..<100).map {
            Record(id: "r\($0)", kind: "k", time: Timestamp(milliseconds: 2), body: [UInt8](repeating: 7, count: 8000))
        }
        #expect(await code { try await log.append(large) } == .full)
        let kept = try await log.records(of: "k", from: Timestamp(milliseconds: 0), to: Timestamp(milliseconds: 9), after: nil, limit: 1000)
        #expect(kept == [first], "nothing of the batch was written, and what was there is intact")
        try database.limitPages(to: 100_000)
        try await log.append(large)
    }

    @Test func anErrorSaysWhatWhereAndWhatToDo() {
        let error = StoreError(.full, doing: "appending records", at: "/var/lib/chaffinch/chaffinch.sqlite")
        #expect(
            error.description
                == "/var/lib/chaffinch/chaffinch.sqlite: appending records: no room is left; free some room and try again; what was stored before is intact"
        )
        for code in StoreError.Code.allCases { #expect(!StoreError(code, doing: "a", at: "b", detail: "c").description.isEmpty) }
    }
}

@Suite struct ModelFilesTests {
    @Test func keepsThePromises() async throws {
        let folder = try TemporaryFolder()
        var count = 0
        let findings = await ModelStoreConformance {
            count += 1
            return try FileModelStore(folder: "\(folder.path)/\(count)")
        }.run()
        #expect(findings == [])
    }

    private func checkpoint(_ version: String, _ bytes: [UInt8] = [1, 2, 3]) -> Checkpoint {
        Checkpoint(version: version, time: Timestamp(milliseconds: 1), bytes: bytes)
    }

    @Test func whatIsSavedIsThereAgain() async throws {
        let folder = try TemporaryFolder()
        try await FileModelStore(folder: folder.path).save(checkpoint("a"))
        #expect(try await FileModelStore(folder: folder.path).current() == checkpoint("a"))
        #expect(try folder.names() == ["a.model", "index"], "no draft is left")
    }

    @Test func aModelThatWasDamagedIsRefused() async throws {
        let folder = try TemporaryFolder()
        let store = try FileModelStore(folder: folder.path)
        try await store.save(checkpoint("a"))
        for bytes in [[1, 2], [1, 2, 4], [1, 2, 3, 4], []] as [[UInt8]] {
            try folder.write(bytes, to: "a.model")
            await #expect(throws: StoreError.self) { try await store.current() }
        }
        try folder.write([1, 2, 3], to: "a.model")
        #expect(try await store.current() == checkpoint("a"))
    }

    @Test(arguments: [
        "", "chaffinch models 1", "chaffinch models 2\n", "chaffinch models 1\n* a 1 3\n", "chaffinch models 1\n* ../a 1 3 0\n",
        "chaffinch models 1\n- a 1 3 0\n", "chaffinch models 1\n* a 1 -3 0\n", "chaffinch models 1\n* a 1 3 0\n* b 1 3 0\n",
        "chaffinch models 1\n* a 1 3 0\n- a 1 3 0\n", "chaffinch models 1\n* a 99999999999999999999 3 0\n", "chaffinch models 1\n* a 1 3 0",
        "\u{FEFF}chaffinch models 1\n",
    ])
    func anIndexThatWasDamagedIsRefused(text: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write(Array(text.utf8), to: "index")
        let store = try FileModelStore(folder: folder.path)
        await #expect(throws: StoreError.self) { try await store.list() }
        await #expect(throws: StoreError.self) { try await store.save(checkpoint("new")) }
        #expect(try folder.bytes(of: "index") == Array(text.utf8), "it is left as it was")
    }

    @Test func whatACrashLeftIsOverwritten() async throws {
        let folder = try TemporaryFolder()
        try folder.write([9, 9], to: "a.model")
        try folder.write([9, 9], to: ".a.model.new")
        let store = try FileModelStore(folder: folder.path)
        #expect(try await store.current() == nil)
        try await store.save(checkpoint("a"))
        #expect(try await store.current() == checkpoint("a"))
    }

    @Test func aFolderThatCannotBeMade() async throws {
        let folder = try TemporaryFolder()
        #expect(throws: StoreError.self) { try FileModelStore(folder: folder.path + "/not/there") }
        try folder.write([1], to: "file")
        let store = try FileModelStore(folder: folder.path + "/file")
        await #expect(throws: StoreError.self) { try await store.save(checkpoint("a")) }
        #expect(try folder.names() == ["file"])
    }
}
