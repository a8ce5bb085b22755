import Filter
import Messages
import Settings
import Testing

/// Judging for many callers at once.
struct ScanningPoolTests {
    private func pool(threads: Int = 2, lanes: Int = 3, waiting: Int = 1000, _ change: (inout FilterSetup) -> Void = { _ in }) throws
        -> ScanningPool
    {
        var setup = try FilterSample.setup()
        change(&setup)
        return ScanningPool(setup, service: "mx.example.org", limits: .init(threads: threads, lanes: lanes, waiting: waiting))
    }

    @Test func verdictsAreThoseOfOneScanner() async throws {
        let examples = try FilterSample.examples()
        let scanner = Scanner(try FilterSample.setup())
        var wanted: [Verdict] = []
        for example in examples { wanted.append(await scanner.verdict(on: example.message).timeless) }
        let pool = try pool()
        defer { pool.close() }
        let found = try await withThrowingTaskGroup(of: (Int, Verdict).self) { group in
            for (index, example) in examples.enumerated() {
                group.addTask { (index, try await pool.judged(example.message).verdict.timeless) }
            }
            return try await group.reduce(into: [Int: Verdict]()) { $0[$1.0] = $1.1 }
        }
        #expect(found.count == examples.count && found.allSatisfy { wanted[$0.key] == $0.value })
        #expect(pool.load == 0)
    }

    /// Lanes that wait, and lanes that are at work, judge by another setup from the next message on.
    @Test func anotherSetupIsTakenUp() async throws {
        let pool = try pool(threads: 1, lanes: 2)
        defer { pool.close() }
        let message = FilterSample.mail("From: a@example.org", "", "Sunflower seeds.")
        #expect(try await pool.judged(message).decision.policy == "")
        for version in ["one", "two"] {
            var setup = try FilterSample.setup()
            setup.policy = PolicyProfile(try Settings.load(flags: [.init(name: "policy.version", value: version, flag: "--set")]))
            pool.takeUp(setup)
            let versions = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<6 { group.addTask { try await pool.judged(message).decision.policy } }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(versions == [version])
        }
        #expect(pool.load == 0)
    }

    @Test func whatFindsNoRoomIsTurnedAway() async throws {
        let pool = try pool(threads: 1, lanes: 1, waiting: 0)
        let message = FilterSample.mail("From: a@example.org", "", String(repeating: "Sunflower seeds for all birds. ", count: 20_000))
        let results = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    do throws(ScanningPool.Refusal) {
                        _ = try await pool.judged(message)
                        return true
                    } catch {
                        return false
                    }
                }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        // One at a time is judged, and nobody waits: some come through, and everybody hears.
        #expect(results.count == 50 && results.contains(true) && results.contains(false))
        pool.close()
        await #expect(throws: ScanningPool.Refusal.closed) { try await pool.judged(message) }
    }

    @Test func whatWasTakenIsJudgedAfterTheEnd() async throws {
        let pool = try pool(threads: 1, lanes: 1)
        let message = FilterSample.mail("From: a@example.org", "", "Sunflower seeds.")
        let count = await withTaskGroup(of: Bool.self) { group in
            for index in 0..<40 {
                group.addTask {
                    if index == 20 { pool.close() }
                    do throws(ScanningPool.Refusal) {
                        _ = try await pool.judged(message)
                        return true
                    } catch {
                        return error == .closed
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(count == 40)
    }
}
