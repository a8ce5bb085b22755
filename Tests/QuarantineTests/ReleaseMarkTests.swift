import Messages
import Quarantine
import Telemetry
import Testing

/// Marks of released mails: what passes, and what does not.
struct ReleaseMarkTests {
    private static let reference = String(repeating: "a1", count: 16)
    private static let mail = "From: ann@out.example\r\nSubject: a\r\n b\r\n\r\ntext\r\n"

    private func marked(_ marks: ReleaseMarks, _ mail: String = mail) -> [UInt8] {
        let mark = marks.mark(
            for: Self.reference, returnPath: "ann@out.example", recipients: ["bob@in.example", "Eve@in.example"], mail: Array(mail.utf8))
        return Array("\(ReleaseMarks.field): \(mark)\r\n\(mail)".utf8)
    }

    private func found(
        _ marks: ReleaseMarks, _ bytes: [UInt8], from: String = "Ann@out.example", to: [String] = ["eve@in.example", "bob@in.example"]
    ) -> String? {
        marks.reference(markedOn: bytes, returnPath: from, recipients: to)
    }

    /// No quarantine knows whom a mail of ours is for: the mark does.
    @Test func aMarkOfOursIsGoodForItsRecipientsAlone() throws {
        let marks = try QuarantineRoom().quarantine().marks
        let mark = marks.mark(for: ReleaseMarks.ours, returnPath: "", recipients: ["bob@in.example"], mail: Array(Self.mail.utf8))
        let bytes = Array("\(ReleaseMarks.field): \(mark)\r\n\(Self.mail)".utf8)
        #expect(found(marks, bytes, from: "", to: ["Bob@in.example"]) == ReleaseMarks.ours)
        #expect(found(marks, bytes, from: "", to: ["bob@in.example", "joe@in.example"]) == nil)
        #expect(found(marks, bytes, from: "", to: ["joe@in.example"]) == nil)
    }

    @Test func aMarkIsGoodForItsMailAlone() throws {
        let room = QuarantineRoom()
        let marks = try room.quarantine().marks
        let bytes = marked(marks)
        #expect(found(marks, bytes) == Self.reference)
        // Lines are folded anew on the way.
        let folded = String(decoding: bytes, as: UTF8.self).replacing("; until", with: ";\r\n\tuntil").replacing("a\r\n b", with: "a b")
        #expect(found(marks, Array(folded.utf8)) == Self.reference)
        #expect(found(marks, Array(folded.replacing("\r\n", with: "\n").utf8)) == Self.reference)
        // The server may refuse some of them: for whom it is being released, the quarantine knows.
        #expect(found(marks, bytes, to: ["bob@in.example"]) == Self.reference)
        #expect(found(marks, bytes, from: "") == nil)
        #expect(found(marks, bytes + [0x78]) == nil)
        // A server adds fields that are missing.
        let added = String(decoding: bytes, as: UTF8.self).replacing("\r\n\r\n", with: "\r\nMessage-ID: <1@mx.test>\r\n\r\n")
        #expect(found(marks, Array(added.utf8)) == Self.reference)
        #expect(found(marks, Array(added.replacing("text", with: "other").utf8)) == nil)
        #expect(found(marks, Array("X: y\r\n".utf8) + bytes) == nil)
        // Of another quarantine.
        #expect(found(try room.quarantine([UInt8](repeating: 9, count: 32)).marks, bytes) == nil)
        room.time.advance(by: ReleaseMarks.validity)
        #expect(found(marks, bytes) == Self.reference)
        room.time.advance(by: .seconds(1))
        #expect(found(marks, bytes) == nil)
    }

    /// Whoever got a mail with its mark cannot have another text pass by it.
    @Test(arguments: [
        ("Subject: a", "Subject: b"), ("Subject: a\r\n b", "Subject: a\r\n b\r\n c"), ("Subject: a", "Subject: a\r\nSubject: a"),
        ("Subject: a\r\n b\r\n", ""), ("From:", "Content-Type: text/html\r\nFrom:"), ("From:", "MIME-Version: 1.0\r\nFrom:"),
        ("\r\n\r\ntext", "\r\n\r\nBuy now\r\ntext"), ("\r\n\r\ntext", "\r\nno field\r\n\r\ntext"), ("text\r\n", "te\r\n\r\nx"),
    ])
    func whatIsShownIsBound(_ change: (from: String, to: String)) throws {
        let marks = try QuarantineRoom().quarantine().marks
        let changed = String(decoding: marked(marks), as: UTF8.self).replacing(change.from, with: change.to)
        #expect(changed != String(decoding: marked(marks), as: UTF8.self))
        #expect(found(marks, Array(changed.utf8)) == nil)
    }

    /// Servers write addresses whole, add what is missing, and an empty line before the first line that is no field.
    @Test func serversMayWriteTheHeaderAnew() throws {
        let marks = try QuarantineRoom().quarantine().marks
        let broken = "From: ann\r\nSubject: a\r\nno field\r\n\r\ntext\r\n"
        let bytes = marked(marks, broken)
        let anew = String(decoding: bytes, as: UTF8.self).replacing("From: ann\r\n", with: "From: ann@mx.test\r\n")
            .replacing("\r\nno field", with: "\r\nDate: Sat, 21 Nov 2026 08:00:00 +0000\r\n\r\nno field")
        #expect(found(marks, bytes) == Self.reference && found(marks, Array(anew.utf8)) == Self.reference)
        #expect(found(marks, Array(anew.replacing("no field", with: "a field").utf8)) == nil)
        // A line of blanks goes on with a field.
        let blank = marked(marks, "Subject: a\r\n \r\nFrom: ann\r\nContent-Length: 6\r\n\r\ntext\r\n")
        let whole = String(decoding: blank, as: UTF8.self).replacing("Content-Length: 6\r\n", with: "To: eve@in.example\r\n")
        #expect(found(marks, Array(whole.utf8)) == Self.reference)
    }

    @Test(arguments: [
        "", "1", "1; ref=x; until=9; code=", "2; ref=; until=; code=", "1;;;;",
        "2; ref=\(reference); until=99999999999999999999; code=AAAA",
        "2; ref=\(reference); until=9999999999; code=AAAA", "2; ref=\(reference); until=9999999999; code=", "\u{FF}",
    ])
    func whatIsForgedIsNone(_ value: String) throws {
        let marks = try QuarantineRoom().quarantine().marks
        #expect(found(marks, Array("Chaffinch-Release: \(value)\r\n\r\n".utf8)) == nil)
        #expect(found(marks, Array("Chaffinch-Release: \(value)".utf8)) == nil)
        #expect(found(marks, Array(value.utf8)) == nil)
    }

    @Test func anEndlessFieldIsNotRead() throws {
        let marks = try QuarantineRoom().quarantine().marks
        #expect(found(marks, Array("Chaffinch-Release: ".utf8) + [UInt8](repeating: 0x41, count: 1 << 20)) == nil)
    }
}
