public import Storing

/// The promises that every store of the study's tables keeps.
public struct SegmentStoreConformance {
    private let makeStore: () async throws -> any SegmentStore

    /// A kit for the stores that a closure makes, a new empty one each time.
    public init(_ makeStore: @escaping () async throws -> any SegmentStore) {
        self.makeStore = makeStore
    }

    /// Runs the kit; gives what is broken, nothing when every promise holds.
    public func run() async -> [String] {
        var findings = Findings()
        do {
            try await numbers(&findings)
            try await writers(&findings)
            try await parts(&findings)
            try await periods(&findings)
            try await rollsUp(&findings)
            try await exchanges(&findings)
            try await closes(&findings)
        } catch {
            findings.fail(error)
        }
        return findings.broken
    }

    private func key(_ level: PeriodLevel, _ period: Int, _ table: String = "t") -> SegmentKey {
        SegmentKey(table: table, level: level, period: period)
    }

    private func part(_ name: String, _ revision: Int, _ contributor: String = "op") -> SegmentOrigin {
        .part(DatasetPart(contributor: contributor, name: "log", part: name, revision: revision))
    }

    /// The pieces of some hours, each as the one number it is of, in order.
    private func pieces(_ store: any SegmentStore, _ hours: Range<Int>, making level: PeriodLevel? = nil) async throws -> [UInt8] {
        try await store.pieces(of: "t", hours: hours, making: level).compactMap(\.first).sorted()
    }

    private func numbers(_ findings: inout Findings) async throws {
        let store = try await makeStore()
        findings.expect(try await store.values().isEmpty, "a new store knows no values")
        let first = try await store.numbers(of: ["a", "", "b", "a"])
        findings.expect(Set(first.values).count == 3, "each value has a number of its own")
        let second = try await store.numbers(of: ["b", "it's", "c\u{1F}d", "ä"])
        findings.expect(second["b"] == first["b"], "a number stays")
        let all = try await store.values()
        findings.expect(Set(all.values) == ["a", "", "b", "it's", "c\u{1F}d", "ä"], "all values are known by their numbers")
        findings.expect(second.allSatisfy { all[$0.value] == $0.key }, "and each under its own")
        let secret = try await store.secret()
        findings.expect(try await store.secret() == secret && secret.count == 16, "the secret has sixteen bytes and stays")
        findings.expect(try await makeStore().secret() != secret, "another store has another secret")
    }

    private func writers(_ findings: inout Findings) async throws {
        let store = try await makeStore()
        findings.expect(try await store.add([key(.hour, 5): [1]], from: .writer("w", sequence: 3), at: 0) == .added, "a batch is added")
        findings.expect(
            try await store.add([key(.hour, 5): [2]], from: .writer("w", sequence: 3), at: 0) == .known,
            "the same number is not added again")
        findings.expect(try await store.add([key(.hour, 5): [2]], from: .writer("w", sequence: 2), at: 0) == .known, "nor a lower one")
        findings.expect(try await store.add([key(.hour, 5): [3]], from: .writer("v", sequence: 0), at: 0) == .added, "writers are apart")
        findings.expect(try await pieces(store, 0..<24) == [1, 3], "nothing is there twice")
        await findings.expectRefusal(.invalid, "a writer without a name is refused") {
            try await store.add([key(.hour, 5): [9]], from: .writer("", sequence: 1), at: 0)
        }
        await findings.expectRefusal(.invalid, "a dataset without a name is refused") {
            try await store.add(
                [key(.hour, 5): [9]], from: .part(DatasetPart(contributor: "", name: "", part: "", revision: 1)), at: 0)
        }
        findings.expect(try await pieces(store, 0..<24) == [1, 3], "what is refused adds nothing")
    }

    private func parts(_ findings: inout Findings) async throws {
        let store = try await makeStore()
        findings.expect(
            try await store.add([key(.hour, 1): [1], key(.hour, 2): [2]], from: part("a", 1), at: 0) == .added, "a part is added")
        findings.expect(try await store.add([key(.hour, 1): [8]], from: part("a", 1), at: 0) == .known, "the same part counts once")
        findings.expect(try await store.add([key(.hour, 1): [3]], from: part("b", 1), at: 0) == .added, "another part is another")
        findings.expect(try await store.add([key(.hour, 1): [4]], from: part("a", 1, "other"), at: 0) == .added, "so is another's part")
        findings.expect(try await pieces(store, 0..<24) == [1, 2, 3, 4], "all count")
        findings.expect(try await store.add([key(.hour, 3): [5]], from: part("a", 4), at: 0) == .replaced, "a higher revision replaces")
        findings.expect(try await pieces(store, 0..<24) == [3, 4, 5], "what the lower one counted is gone, in every period")
        findings.expect(try await store.add([key(.hour, 1): [6]], from: part("a", 3), at: 0) == .known, "a lower revision changes nothing")
        findings.expect(try await store.revisions(of: "log", contributor: "op") == ["a": 4, "b": 1], "it tells what it has")
        findings.expect(try await store.revisions(of: "log", contributor: "nobody").isEmpty, "and of whom it has nothing")
        findings.expect(try await store.add([:], from: part("a", 5), at: 0) == .replaced, "a part may be taken back")
        findings.expect(try await pieces(store, 0..<24) == [3, 4], "then it counts no more")
    }

    private func periods(_ findings: inout Findings) async throws {
        let store = try await makeStore()
        // January 1970 ends with hour 743; day 31 begins February.
        let segments = [
            key(.hour, 0): [1], key(.hour, 23): [2], key(.hour, 24): [3], key(.day, 1): [4], key(.month, 1): [5],
            key(.hour, -1): [6], key(.hour, 24, "u"): [7 as UInt8],
        ]
        try await store.add(segments, from: .writer("w", sequence: 0), at: 0)
        findings.expect(try await pieces(store, 0..<24) == [1, 2], "a day has its hours")
        findings.expect(try await pieces(store, 24..<48) == [3, 4], "and what is known only of the day")
        findings.expect(try await pieces(store, 25..<48).isEmpty, "which belongs to its first hour")
        findings.expect(try await pieces(store, 0..<744) == [1, 2, 3, 4], "a month has its days")
        findings.expect(try await pieces(store, -1..<10_000) == [1, 2, 3, 4, 5, 6], "hours before 1970 are hours too")
        findings.expect(try await pieces(store, 23..<25) == [2, 3, 4], "any hours may be asked for")
        findings.expect(try await pieces(store, 5..<5).isEmpty, "an empty period holds nothing")
        findings.expect(try await store.segments(of: "t", .hour, periods: 0..<24).map(\.key.period) == [0, 23], "segments come in order")
    }

    private func rollsUp(_ findings: inout Findings) async throws {
        let store = try await makeStore()
        try await store.add([key(.hour, 1): [1], key(.hour, 30): [2]], from: .writer("w", sequence: 0), at: 0)
        let days = try await store.unrolled("t", .day, before: 2)
        findings.expect(Set(days.keys) == [0, 1], "days that changed want a roll-up")
        findings.expect(try await store.unrolled("t", .day, before: 1).count == 1, "the last one asked for does not count")
        try await store.put(RollUp(key: key(.day, 0), generation: days[0] ?? 0, bytes: [11]))
        findings.expect(try await pieces(store, 0..<48) == [2, 11], "a roll-up stands for what it was made of")
        findings.expect(try await pieces(store, 0..<48, making: .day) == [1, 2], "unless it is longer than asked for")
        findings.expect(try await pieces(store, 0..<20) == [1], "or does not lie within")
        findings.expect(Set(try await store.unrolled("t", .day, before: 2).keys) == [1], "it wants no other")
        let month = try await store.unrolled("t", .month, before: 1)
        try await store.put(RollUp(key: key(.month, 0), generation: month[0] ?? 0, bytes: [99]))
        findings.expect(try await pieces(store, 0..<744) == [99], "a month's roll-up stands for its days")
        try await store.add([key(.hour, 2): [3]], from: .writer("w", sequence: 1), at: 0)
        findings.expect(try await pieces(store, 0..<744) == [1, 2, 3], "late data is never missed")
        try await store.put(RollUp(key: key(.day, 0), generation: days[0] ?? 0, bytes: [12]))
        findings.expect(try await pieces(store, 0..<744) == [1, 2, 3], "a roll-up of an older generation is not used")
        try await store.add([key(.hour, 1): [4]], from: part("a", 1), at: 0)
        let again = try await store.unrolled("t", .day, before: 9)[0] ?? 0
        try await store.put(RollUp(key: key(.day, 0), generation: again, bytes: [13]))
        try await store.add([key(.hour, 50): [5]], from: part("a", 2), at: 0)
        findings.expect(try await pieces(store, 0..<744) == [1, 2, 3, 5], "a correction changes the days of what it takes back")
    }

    private func exchanges(_ findings: inout Findings) async throws {
        let store = try await makeStore()
        for sequence in 0..<3 {
            try await store.add([key(.hour, 1): [UInt8(sequence)]], from: .writer("w", sequence: Int64(sequence)), at: 0)
        }
        let ids = try await store.segments(of: "t", .hour, periods: 0..<9).filter(\.isFree).map(\.id)
        findings.expect(ids.count == 3, "what writers add is free")
        try await store.add([key(.hour, 2): [7]], from: part("a", 1), at: 0)
        try await store.add([:], from: part("a", 2), at: 0)
        let crowded = try await store.periods(of: "t", .hour, in: 0..<9, freeSegments: 3)
        findings.expect(crowded == [1], "it tells where there are many")
        findings.expect(try await store.periods(of: "t", .hour, in: 0..<9, freeSegments: 4).isEmpty, "and where not so many")
        let now = try await store.unrolled("t", .day, before: 9)[0] ?? 0
        try await store.put(RollUp(key: key(.day, 0), generation: now, bytes: [30]))
        findings.expect(try await store.exchange(ids, for: [key(.hour, 1): [20]]), "segments can be merged")
        findings.expect(try await pieces(store, 0..<9) == [20], "the new one stands for the old ones")
        findings.expect(try await pieces(store, 0..<24) == [30], "and a roll-up of them still counts")
        findings.expect(try await !store.exchange(ids, for: [key(.hour, 1): [21]]), "what is no longer there cannot be merged")
        findings.expect(try await pieces(store, 0..<9) == [20], "then nothing is done")
        let merged = try await store.segments(of: "t", .hour, periods: 0..<9).map(\.id)
        findings.expect(try await store.exchange(merged, for: [key(.day, 0): [22]]), "hours can go into their day")
        findings.expect(try await pieces(store, 0..<24) == [22], "the day stands for its hours, also in place of its roll-up")
        let emptied = try await store.unrolled("t", .day, before: 9)[0] ?? 0
        try await store.put(RollUp(key: key(.day, 0), generation: emptied, bytes: []))
        findings.expect(try await pieces(store, 0..<24) == [22], "an empty roll-up leaves the segments")
        findings.expect(try await store.unrolled("t", .day, before: 9).isEmpty, "and wants no other")
        let days = try await store.segments(of: "t", .day, periods: 0..<9).map(\.id)
        findings.expect(try await store.exchange(days, for: [key(.month, 0): [23]]), "days can go into their month")
        findings.expect(try await pieces(store, 0..<743) == [23], "and no roll-up of the day counts beside it")
    }

    private func closes(_ findings: inout Findings) async throws {
        let store = try await makeStore()
        try await store.add([key(.hour, 1): [1]], from: part("a", 1), at: 100)
        try await store.add([key(.hour, 1): [2]], from: part("b", 1), at: 200)
        func free() async throws -> [Bool] { try await store.segments(of: "t", .hour, periods: 0..<9).map(\.isFree) }
        findings.expect(try await free() == [false, false], "parts are not free")
        try await store.close(partsBefore: 200)
        findings.expect(try await free() == [true, false], "those before the moment are closed")
        findings.expect(try await store.add([key(.hour, 1): [3]], from: part("a", 2), at: 300) == .closed, "and cannot be corrected")
        findings.expect(try await store.add([key(.hour, 1): [3]], from: part("a", 1), at: 300) == .known, "nor counted again")
        findings.expect(try await pieces(store, 0..<24) == [1, 2], "so nothing changed")
        findings.expect(try await store.add([key(.hour, 1): [4]], from: part("b", 2), at: 300) == .replaced, "others can")
    }
}
