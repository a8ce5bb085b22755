internal import Messages
public import Storing

/// The promises that every store of sightings keeps.
public struct SightingStoreConformance {
    private let makeStore: () async throws -> any SightingStore

    /// A kit for the stores that a closure makes, a new empty one each time.
    public init(_ makeStore: @escaping () async throws -> any SightingStore) {
        self.makeStore = makeStore
    }

    /// Runs the kit; gives what is broken, nothing when every promise holds.
    public func run() async -> [String] {
        var findings = Findings()
        do {
            try await readsAndAdds(&findings)
            try await additionsCommute(&findings)
            try await refusesWhole(&findings)
            try await loadsAreKept(&findings)
            try await latestAreKnown(&findings)
        } catch {
            findings.fail(error)
        }
        return findings.broken
    }

    private func readsAndAdds(_ findings: inout Findings) async throws {
        let store = try await makeStore()
        let key = Key(.address, [192, 0, 2, 1])
        let same = Key(.network, [192, 0, 2, 1])
        findings.expect(try await store.sightings(of: []).isEmpty, "no key, no answer")
        findings.expect(try await store.sightings(of: [key]) == [Sightings()], "a key never seen has no sightings")
        try await store.add([:])
        try await store.add([key: Sightings(bad: 2)])
        try await store.add([key: Sightings(good: 1, unjudged: 5)])
        let expected = Sightings(good: 1, bad: 2, unjudged: 5)
        findings.expect(
            try await store.sightings(of: [key, same, key]) == [expected, Sightings(), expected],
            "answers come in the order asked, also for a key asked twice, and kinds are told apart")
        try await store.add([key: Sightings(good: -1, bad: -2, unjudged: -5)])
        findings.expect(try await store.sightings(of: [key]) == [Sightings()], "what was added can be taken back")
        let odd = [Key(.domain, []), Key(.domain, [0, 255, 39, 0]), Key(.domain, "exämple.org"), Key(Key.Kind(rawValue: "it's"), "x")]
        try await store.add(Dictionary(uniqueKeysWithValues: odd.map { ($0, Sightings(good: 3)) }))
        findings.expect(
            try await store.sightings(of: odd) == odd.map { _ in Sightings(good: 3) }, "keys are bytes: empty, zero, quote, beyond ASCII")
    }

    private func additionsCommute(_ findings: inout Findings) async throws {
        let key = Key(.domain, "example.org")
        let changes = [
            Sightings(good: 1, first: Timestamp(milliseconds: 50), last: Timestamp(milliseconds: 60)), Sightings(bad: 7),
            Sightings(unjudged: 2, first: Timestamp(milliseconds: -10), last: Timestamp(milliseconds: 55)),
            Sightings(last: Timestamp(milliseconds: 90)),
        ]
        var expected = Sightings()
        for change in changes { expected.add(change) }
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
            let store = try await makeStore()
            for index in order { try await store.add([key: changes[index]]) }
            findings.expect(try await store.sightings(of: [key]) == [expected], "additions commute: order \(order)")
        }
        let store = try await makeStore()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask { for _ in 0..<25 { try await store.add([key: Sightings(good: 1, bad: 2)]) } }
            }
            try await group.waitForAll()
        }
        findings.expect(try await store.sightings(of: [key]) == [Sightings(good: 200, bad: 400)], "many writers lose nothing")
    }

    private func refusesWhole(_ findings: inout Findings) async throws {
        let store = try await makeStore()
        let good = Key(.number, "41227305111")
        await findings.expectRefusal(.invalid, "a key that is too long is refused") {
            try await store.add([good: Sightings(good: 1), Key(.link, [UInt8](repeating: 7, count: Key.sizeLimit + 1)): Sightings(good: 1)])
        }
        await findings.expectRefusal(.invalid, "a change that is too large is refused") {
            try await store.add([good: Sightings(good: .max)])
        }
        findings.expect(try await store.sightings(of: [good]) == [Sightings()], "a refused batch adds nothing")
        let longest = Key(.link, [UInt8](repeating: 7, count: Key.sizeLimit))
        try await store.add([longest: Sightings(good: Sightings.changeLimit)])
        findings.expect(
            try await store.sightings(of: [longest])[0].good == Sightings.changeLimit, "the longest key and largest change are kept")
    }

    private func loadsAreKept(_ findings: inout Findings) async throws {
        let store = try await makeStore()
        let keys = (0..<3000).map { Key(.address, [UInt8($0 >> 8), UInt8($0 & 255)]) }
        try await store.add(Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, Sightings(bad: Int64($0))) }))
        let answers = try await store.sightings(of: keys.reversed())
        findings.expect(answers.map(\.bad) == (0..<3000).reversed().map(Int64.init), "thousands of keys in one call")
    }

    private func latestAreKnown(_ findings: inout Findings) async throws {
        let store = try await makeStore()
        func sighted(_ time: Int64?) -> Sightings { Sightings(bad: 1, last: time.map(Timestamp.init(milliseconds:))) }
        let keys = ([40, 10, 30, 20] as [Int64]).map { (Key(.domain, "at \($0)"), sighted($0)) }
        try await store.add(
            Dictionary(uniqueKeysWithValues: keys + [(Key(.domain, "never"), sighted(nil)), (Key(.link, "x"), sighted(99))]))
        func names(_ limit: Int) async throws -> [String] {
            try await store.latest(.domain, limit: limit).map { String(decoding: $0.bytes, as: UTF8.self) }
        }
        findings.expect(
            try await names(9) == ["at 40", "at 30", "at 20", "at 10", "never"], "the latest come first, those without a time last")
        findings.expect(try await names(2) == ["at 40", "at 30"], "no more are given than asked for")
        findings.expect(try await names(0).isEmpty, "none are given where none are asked for")
        findings.expect(try await store.latest(.domain, limit: 1).first?.sightings == keys[0].1, "a key comes with its sightings")
        try await store.remove([])
        try await store.remove([Key(.domain, "at 40"), Key(.domain, "nobody")])
        findings.expect(
            try await names(9) == ["at 30", "at 20", "at 10", "never"], "what is removed is gone, and what is not there is no error")
        try await store.keep(latest: 2, of: .domain)
        findings.expect(try await names(9) == ["at 30", "at 20"], "the latest are kept, and no others")
        findings.expect(try await store.latest(.link, limit: 9).count == 1, "other kinds stay")
        try await store.keep(latest: 0, of: .domain)
        findings.expect(try await names(9).isEmpty, "none at all may be kept")
        try await store.add([Key(.domain, "at 30"): sighted(5)])
        findings.expect(try await store.sightings(of: [Key(.domain, "at 30")]) == [sighted(5)], "what is seen again begins anew")
    }
}
