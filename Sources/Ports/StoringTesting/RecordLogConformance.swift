internal import Messages
public import Storing

/// The promises that every log of records keeps.
public struct RecordLogConformance {
    private let makeLog: () async throws -> any RecordLog

    /// A kit for the logs that a closure makes, a new empty one each time.
    public init(_ makeLog: @escaping () async throws -> any RecordLog) {
        self.makeLog = makeLog
    }

    /// Runs the kit; gives what is broken, nothing when every promise holds.
    public func run() async -> [String] {
        var findings = Findings()
        do {
            try await keepsOrder(&findings)
            try await sendsAgain(&findings)
            try await pages(&findings)
            try await findsByName(&findings)
            try await removes(&findings)
        } catch {
            findings.fail(error)
        }
        return findings.broken
    }

    private static let earliest = Timestamp(milliseconds: .min)
    private static let latest = Timestamp(milliseconds: .max)

    private func record(_ id: String, _ time: Int64, kind: String = "test", body: [UInt8] = [1]) -> Record {
        Record(id: id, kind: kind, time: Timestamp(milliseconds: time), body: body)
    }

    private func ids(_ log: any RecordLog, _ start: Timestamp = earliest, _ end: Timestamp = latest, kind: String = "test") async throws
        -> [String]
    {
        try await log.records(of: kind, from: start, to: end, after: nil, limit: 10_000).map(\.id)
    }

    private func keepsOrder(_ findings: inout Findings) async throws {
        let log = try await makeLog()
        findings.expect(try await ids(log).isEmpty, "a new log is empty")
        try await log.append([])
        try await log.append([record("c", 30), record("a", 10), record("other", 20, kind: "other")])
        try await log.append([record("b2", 20), record("b1", 20), record("early", -5)])
        findings.expect(try await ids(log) == ["early", "a", "b1", "b2", "c"], "records come by time, then by id, of one kind")
        findings.expect(
            try await ids(log, Timestamp(milliseconds: 10), Timestamp(milliseconds: 30)) == ["a", "b1", "b2"],
            "the start belongs to a period, the end does not")
        findings.expect(
            try await ids(log, Timestamp(milliseconds: 30), Timestamp(milliseconds: 10)).isEmpty, "a period turned round is empty")
        findings.expect(try await ids(log, kind: "unheard").isEmpty, "a kind never appended has no records")
        let odd = record("it's \"odd\" \u{1F426}", 40, body: [0, 255, 0])
        try await log.append([odd, record("empty", 41, body: [])])
        let back = try await log.records(
            of: "test", from: Timestamp(milliseconds: 40), to: RecordLogConformance.latest, after: nil, limit: 5)
        findings.expect(back.first == odd && back.last?.body == [], "a record comes back as it went in")
    }

    private func sendsAgain(_ findings: inout Findings) async throws {
        let log = try await makeLog()
        let batch = [record("a", 1), record("b", 2)]
        try await log.append(batch)
        try await log.append(batch + [record("a", 9, body: [9]), record("c", 3), record("c", 4)])
        let all = try await log.records(
            of: "test", from: RecordLogConformance.earliest, to: RecordLogConformance.latest, after: nil, limit: 10)
        findings.expect(all == [record("a", 1), record("b", 2), record("c", 3)], "a record sent again changes nothing")
        try await log.append([record("a", 5, kind: "other")])
        findings.expect(try await ids(log, kind: "other") == ["a"], "two kinds may use the same id")
    }

    private func pages(_ findings: inout Findings) async throws {
        let log = try await makeLog()
        // Many records share a moment, so that a page ends between them.
        try await log.append((0..<250).map { record("r\($0)", Int64($0 / 40)) })
        let whole = try await ids(log)
        var paged: [String] = []
        try await log.forEach(of: "test", page: 7) { paged.append($0.id) }
        findings.expect(whole.count == 250 && paged == whole, "pages leave nothing out and repeat nothing")
        let none = try await log.records(
            of: "test", from: RecordLogConformance.earliest, to: RecordLogConformance.latest, after: nil, limit: 0)
        findings.expect(none.isEmpty, "a limit of none gives none")
    }

    private func findsByName(_ findings: inout Findings) async throws {
        let log = try await makeLog()
        findings.expect(try await log.count(of: "test") == 0, "a new log counts none")
        try await log.append([record("a", 3), record("b", 2, body: [7]), record("a", 1, kind: "other"), record("c", 1)])
        findings.expect(try await log.count(of: "test") == 3, "records of one kind are counted")
        let found = try await log.records(of: "test", ids: ["c", "none", "b"])
        findings.expect(found == [record("c", 1), record("b", 2, body: [7])], "records are found by id, in the order asked")
        findings.expect(try await log.records(of: "test", ids: []).isEmpty, "no ids give no records")
    }

    private func removes(_ findings: inout Findings) async throws {
        let log = try await makeLog()
        try await log.append([record("a", 1), record("b", 2), record("c", 3), record("x", 1, kind: "other")])
        findings.expect(try await log.remove(kind: "test", before: Timestamp(milliseconds: 3)) == 2, "it says how many were removed")
        findings.expect(try await ids(log) == ["c"], "only what lies before the moment is removed")
        findings.expect(try await ids(log, kind: "other") == ["x"], "other kinds stay")
    }
}
