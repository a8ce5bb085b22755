import Messages
import Quarantine
import Storing
import Telemetry
import Testing

/// What several people say of one message.
struct ComplaintTests {
    private let store = MemoryQuarantineStore()
    private let time = ManualTime(Timestamp(seconds: 1_000_000))

    private func complaints() throws -> Complaints {
        Complaints(
            store, key: try #require(QuarantineKey(secret: [UInt8](repeating: 7, count: 32))),
            limits: .init(keep: .seconds(3600), bytes: 1 << 20),
            time: time)
    }

    private func say(_ isSpam: Bool, _ text: String = "win", by reporter: String, _ complaints: Complaints) async throws -> Complaint {
        try await complaints.take(
            Array("Subject: \(text)\r\n\r\n\(reporter)".utf8), identity: Array(text.utf8), isSpam: isSpam, by: reporter, way: "moved")
    }

    @Test func theSameMessageIsKeptOnce() async throws {
        let complaints = try complaints()
        let first = try await say(true, by: "ann", complaints)
        let second = try await say(true, by: "bob", complaints)
        #expect(first.reference == second.reference && second.words.map(\.reporter) == ["ann", "bob"])
        // As the first sent it.
        #expect(try await complaints.bytes(of: second).map { String(decoding: $0, as: UTF8.self) } == "Subject: win\r\n\r\nann")
        #expect(try await say(true, by: "bob", complaints).words.count == 2)
        #expect(try await say(false, by: "bob", complaints).words.map(\.isSpam) == [true, false])
        #expect(try await say(true, "other", by: "ann", complaints).reference != first.reference)
        #expect(try await complaints.complaints(by: "ann", limit: 10).count == 2)
        #expect(try await complaints.complaints(by: "bob", limit: 10).map(\.reference) == [first.reference])
        #expect(try await complaints.withdraw(first.reference, by: "bob")?.words.map(\.reporter) == ["ann"])
        #expect(try await complaints.complaint("none") == nil)
        time.advance(by: .seconds(3600))
        #expect(try await complaints.expire() == 2)
    }

    @Test func wordsAreWeighed() async throws {
        let complaints = try complaints()
        _ = try await say(true, by: "ann", complaints)
        let both = try await say(false, by: "bob", complaints)
        let trust = ["ann": 0.8, "bob": 0.2, "eve": 0.8]
        #expect(both.label(needing: 0.5, trust: trust) == true)
        #expect(both.label(needing: 0.7, trust: trust) == nil)
        #expect(both.label(needing: 0, trust: ["ann": 0.5, "bob": 0.5]) == nil)
        let three = try await say(false, by: "eve", complaints)
        #expect(three.label(needing: 0.2, trust: trust) == false)
        // The operator decides alone.
        let decided = try await say(true, by: Complaint.operatorName, complaints)
        #expect(decided.label(needing: 1, trust: [:]) == true)
    }

    @Test func whoIsOftenCorrectedIsBelievedLess() async throws {
        let complaints = try complaints()
        #expect(try await complaints.trust(of: "ann").trust == 0.8)
        for text in ["a", "b"] {
            _ = try await say(true, text, by: "ann", complaints)
            _ = try await say(false, text, by: Complaint.operatorName, complaints)
        }
        let doubted = try await complaints.trust(of: "ann")
        #expect(doubted.wrong == 2 && doubted.trust < 0.5)
        for text in ["c", "d", "e"] {
            for name in ["ann", "bob", "eve"] { _ = try await say(true, text, by: name, complaints) }
        }
        let again = try await complaints.trust(of: "ann")
        #expect(again.right == 3 && again.trust > 0.5)
        // One other alone settles nothing.
        _ = try await say(true, "f", by: "joe", complaints)
        _ = try await say(false, "f", by: "ann", complaints)
        #expect(try await complaints.trust(of: "joe").wrong == 0)
    }
}
