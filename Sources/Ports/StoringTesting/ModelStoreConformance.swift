internal import Messages
public import Storing

/// The promises that every store of checkpoints keeps.
public struct ModelStoreConformance {
    private let makeStore: () async throws -> any ModelStore

    /// A kit for the stores that a closure makes, a new empty one each time.
    public init(_ makeStore: @escaping () async throws -> any ModelStore) {
        self.makeStore = makeStore
    }

    /// Runs the kit; gives what is broken, nothing when every promise holds.
    public func run() async -> [String] {
        var findings = Findings()
        do {
            try await savesAndLoads(&findings)
            try await rollsBack(&findings)
            try await refuses(&findings)
            try await decides(&findings)
            try await keepsCandidates(&findings)
        } catch {
            findings.fail(error)
        }
        return findings.broken
    }

    private func checkpoint(_ version: String, _ time: Int64 = 0, _ bytes: [UInt8] = [1, 0, 255]) -> Checkpoint {
        Checkpoint(version: version, time: Timestamp(milliseconds: time), bytes: bytes)
    }

    private func savesAndLoads(_ findings: inout Findings) async throws {
        let store = try await makeStore()
        findings.expect(try await store.current() == nil, "a new store has no current checkpoint")
        findings.expect(try await store.list().isEmpty, "a new store lists nothing")
        findings.expect(try await store.rollBack() == nil, "a new store rolls back to nothing")
        let large = checkpoint("2026-11-21_b.1", -7, (0..<300_000).map { UInt8(truncatingIfNeeded: $0) })
        try await store.save(checkpoint("a", 5))
        try await store.save(large)
        try await store.save(checkpoint("empty", 6, []))
        findings.expect(try await store.current() == checkpoint("empty", 6, []), "the last saved is current")
        findings.expect(try await store.checkpoint("2026-11-21_b.1") == large, "a checkpoint comes back as it went in")
        findings.expect(
            try await store.list() == [
                CheckpointSummary(version: "a", time: Timestamp(milliseconds: 5), size: 3, isCurrent: false),
                CheckpointSummary(version: "2026-11-21_b.1", time: Timestamp(milliseconds: -7), size: 300_000, isCurrent: false),
                CheckpointSummary(version: "empty", time: Timestamp(milliseconds: 6), size: 0, isCurrent: true),
            ], "the list is in the order of saving")
    }

    private func rollsBack(_ findings: inout Findings) async throws {
        let store = try await makeStore()
        for version in ["a", "b", "c"] { try await store.save(checkpoint(version)) }
        findings.expect(try await store.rollBack()?.version == "b", "a step back")
        findings.expect(try await store.rollBack()?.version == "a", "another step back")
        findings.expect(try await store.rollBack() == nil, "no step before the first")
        findings.expect(try await store.current()?.version == "a", "and the first stays current")
        try await store.select("c")
        findings.expect(try await store.current()?.version == "c", "any version can be selected")
        try await store.remove("b")
        findings.expect(try await store.rollBack()?.version == "a", "a removed version is stepped over")
        try await store.save(checkpoint("d"))
        findings.expect(try await store.list().map(\.version) == ["a", "c", "d"], "a new one comes last, also after a step back")
        findings.expect(try await store.current()?.version == "d", "and is current")
    }

    private func refuses(_ findings: inout Findings) async throws {
        let store = try await makeStore()
        try await store.save(checkpoint("a"))
        for name in ["", ".", "..", "../a", "a/b", ".a", "a b", "a\n", "ä", String(repeating: "a", count: 65)] {
            await findings.expectRefusal(.invalid, "'\(name)' is no version") { try await store.save(checkpoint(name)) }
        }
        await findings.expectRefusal(.invalid, "a version is saved once") { try await store.save(checkpoint("a", 9, [9])) }
        await findings.expectRefusal(.invalid, "the current version is not removed") { try await store.remove("a") }
        await findings.expectRefusal(.missing, "a version never saved is missing") { try await store.checkpoint("z") }
        await findings.expectRefusal(.missing, "a version never saved cannot be selected") { try await store.select("../a") }
        await findings.expectRefusal(.missing, "a version never saved cannot be removed") { try await store.remove("z") }
        findings.expect(try await store.current() == checkpoint("a"), "refusals change nothing")
    }

    private func keepsCandidates(_ findings: inout Findings) async throws {
        let store = try await makeStore()
        try await store.save(checkpoint("first"), asCandidate: true) { () async throws(StoreError) in }
        findings.expect(try await store.current() == nil, "a candidate is not current, even alone")
        findings.expect(try await store.list().map(\.isCandidate) == [true], "it is listed as what it is")
        try await store.save(checkpoint("a"))
        try await store.save(checkpoint("b"), asCandidate: true) { () async throws(StoreError) in }
        findings.expect(try await store.current()?.version == "a", "a candidate leaves the current one")
        try await store.save(checkpoint("c"))
        findings.expect(try await store.rollBack()?.version == "a", "a step back passes over a candidate")
        findings.expect(try await store.rollBack() == nil, "also when nothing else is left")
        try await store.select("b")
        findings.expect(try await store.current()?.version == "b", "a candidate can be selected")
        findings.expect(try await store.list().map(\.isCandidate) == [true, false, false, false], "and is none then")
        try await store.remove("first")
        findings.expect(try await store.current()?.version == "b", "and others removed")
    }

    private func decides(_ findings: inout Findings) async throws {
        let store = try await makeStore()
        try await store.save(checkpoint("a"))
        let refusal = StoreError(.full, doing: "deciding", at: "the kit")
        await findings.expectRefusal(.full, "a decision that fails is passed on") {
            try await store.save(checkpoint("b")) { () async throws(StoreError) in throw refusal }
        }
        findings.expect(try await store.current() == checkpoint("a"), "a failed decision leaves the current checkpoint")
        findings.expect(try await store.list().map(\.version) == ["a"], "and nothing of the new one")
        try await store.save(checkpoint("b", 1)) { () async throws(StoreError) in
            guard try await store.current()?.version == "a" else {
                throw StoreError(.failed, doing: "deciding", at: "the kit", detail: "saved before it was decided")
            }
        }
        findings.expect(try await store.current() == checkpoint("b", 1), "decided, it is saved, under a name that failed before")
        let meanwhile = checkpoint("c")
        try await store.save(checkpoint("d")) { () async throws(StoreError) in try await store.save(meanwhile) }
        findings.expect(try await store.list().map(\.version) == ["a", "b", "c", "d"], "what was saved meanwhile is kept")
        findings.expect(try await store.current()?.version == "d", "and the later is current")
    }
}
