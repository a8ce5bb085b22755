internal import Messages
public import Storing

/// The promises that every store of held messages keeps.
public struct QuarantineStoreConformance {
    private let makeStore: () async throws -> any QuarantineStore

    /// A kit for the stores that a closure makes, a new empty one each time.
    public init(_ makeStore: @escaping () async throws -> any QuarantineStore) {
        self.makeStore = makeStore
    }

    /// Runs the kit; gives what is broken, nothing when every promise holds.
    public func run() async -> [String] {
        var findings = Findings()
        do {
            try await holds(&findings)
            try await lists(&findings)
            try await replaces(&findings)
            try await isBounded(&findings)
            try await expires(&findings)
        } catch {
            findings.fail(error)
        }
        return findings.broken
    }

    private func message(_ id: String, _ time: Int64 = 1, expiry: Int64 = 1000, content: [UInt8] = [1, 2, 3], to: [[UInt8]] = [[1]])
        -> SealedMessage
    {
        SealedMessage(
            id: id, time: Timestamp(milliseconds: time), expiry: Timestamp(milliseconds: expiry), summary: Array(id.utf8), content: content,
            addressees: to)
    }

    private func holds(_ findings: inout Findings) async throws {
        let store = try await makeStore()
        findings.expect(try await store.volume() == HeldVolume(messages: 0, bytes: 0), "a new store is empty")
        findings.expect(try await store.summary(of: "a") == nil, "what is not held has no summary")
        findings.expect(try await store.content(of: "a") == nil, "what is not held has no content")
        let odd = message("it's \"odd\" \u{1F426}", content: [0, 255, 0], to: [])
        try await store.hold(odd, within: 1000)
        try await store.hold(message("empty", content: []), within: 1000)
        findings.expect(try await store.content(of: odd.id) == odd.content, "content comes back as it went in")
        findings.expect(try await store.content(of: "empty") == [], "empty content is content")
        findings.expect(try await store.summary(of: odd.id)?.bytes == odd.summary, "a summary comes back as it went in")
        findings.expect(
            try await store.volume() == HeldVolume(messages: 2, bytes: odd.summary.count + 3 + 5), "summaries and contents are counted")
        await findings.expectRefusal(.invalid, "a name is held once") { try await store.hold(odd, within: 1000) }
        findings.expect(try await store.volume().messages == 2, "what is refused is not counted")
    }

    private func lists(_ findings: inout Findings) async throws {
        let store = try await makeStore()
        let (ann, bob): ([UInt8], [UInt8]) = ([1], [2, 0])
        try await store.hold(message("b", 10, to: [ann, bob]), within: 1000)
        try await store.hold(message("a", 20, to: [bob]), within: 1000)
        try await store.hold(message("c", 10, to: [ann]), within: 1000)
        let all = try await store.summaries(of: nil, before: nil, limit: 10)
        findings.expect(all.map(\.id) == ["a", "c", "b"], "summaries come by time and name, the latest first")
        findings.expect(
            try await store.summaries(of: ann, before: nil, limit: 10).map(\.id) == ["c", "b"], "an addressee is shown what is theirs")
        findings.expect(try await store.summaries(of: [9], before: nil, limit: 10).isEmpty, "a stranger is shown nothing")
        for addressee in [nil, bob] {
            var paged: [String] = []
            var place: RecordPosition?
            while let next = try await store.summaries(of: addressee, before: place, limit: 1).first {
                paged.append(next.id)
                place = RecordPosition(of: next)
            }
            findings.expect(paged == (addressee == nil ? ["a", "c", "b"] : ["a", "b"]), "pages join without gaps")
        }
        try await store.add(ann, to: "a")
        try await store.add(ann, to: "a")
        try await store.add(ann, to: "unheard")
        findings.expect(
            try await store.summaries(of: ann, before: nil, limit: 10).map(\.id) == ["a", "c", "b"], "an addressee is added once")
        findings.expect(try await store.summaries(of: nil, before: nil, limit: 0).isEmpty, "a limit of nothing gives nothing")
    }

    private func replaces(_ findings: inout Findings) async throws {
        let store = try await makeStore()
        try await store.hold(message("a"), within: 1000)
        guard let first = try await store.summary(of: "a") else { return findings.expect(false, "what is held has a summary") }
        findings.expect(try await store.replace(first, by: [7, 7], droppingContent: false), "a summary is replaced")
        findings.expect(try await !store.replace(first, by: [8], droppingContent: true), "one that was replaced meanwhile is not")
        findings.expect(try await store.content(of: "a") == [1, 2, 3], "content stays until it is dropped")
        guard let second = try await store.summary(of: "a") else { return findings.expect(false, "what is held has a summary") }
        findings.expect(second.bytes == [7, 7] && second.expiry == first.expiry, "the new summary stands, and nothing else changes")
        findings.expect(try await store.replace(second, by: [], droppingContent: true), "content is dropped")
        findings.expect(try await store.content(of: "a") == nil, "dropped content is gone")
        findings.expect(try await store.volume() == HeldVolume(messages: 1, bytes: 0), "dropped content is not counted")
        var unheard = second
        unheard.id = "b"
        findings.expect(try await !store.replace(unheard, by: [1], droppingContent: false), "what is not held is not replaced")
    }

    private func isBounded(_ findings: inout Findings) async throws {
        let store = try await makeStore()
        try await store.hold(message("a"), within: 10)
        await findings.expectRefusal(.full, "no more is held than the limit") { try await store.hold(message("b"), within: 7) }
        findings.expect(try await store.summary(of: "b") == nil, "nothing is kept of what found no room")
        findings.expect(try await store.summaries(of: [1], before: nil, limit: 9).map(\.id) == ["a"], "nor of whom it was for")
        try await store.hold(message("b"), within: 8)
    }

    private func expires(_ findings: inout Findings) async throws {
        let store = try await makeStore()
        try await store.hold(message("a", expiry: 10), within: 1000)
        try await store.hold(message("b", expiry: 20), within: 1000)
        try await store.hold(message("c", expiry: 20), within: 1000)
        findings.expect(try await store.remove(expiredAt: Timestamp(milliseconds: 9), limit: 9) == 0, "nothing goes before its time")
        findings.expect(try await store.remove(expiredAt: Timestamp(milliseconds: 10), limit: 9) == 1, "what is over goes")
        findings.expect(try await store.remove(expiredAt: Timestamp(milliseconds: 30), limit: 1) == 1, "no more than the limit goes")
        findings.expect(try await store.remove(expiredAt: Timestamp(milliseconds: 30), limit: 1) == 1, "the rest goes later")
        findings.expect(try await store.volume() == HeldVolume(messages: 0, bytes: 0), "what went is not counted")
        findings.expect(try await store.summaries(of: [1], before: nil, limit: 9).isEmpty, "nor shown")
    }
}
