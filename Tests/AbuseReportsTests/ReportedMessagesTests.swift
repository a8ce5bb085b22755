import AbuseReports
import MIME
import Messages
import Testing

/// Messages that people send to say what they are.
struct ReportedMessagesTests {
    private static let inner = "From: x@out.example\r\nSubject: win\r\n\r\nseeds\r\n"

    private func read(_ mail: String, limits: ReportLimits = ReportLimits()) -> ReportedMessages {
        var decoder = PartDecoder()
        return ReportedMessages(MailParser().parse(Array(mail.utf8)), decoder: &decoder, limits: limits)
    }

    private func mixed(_ parts: String...) -> String {
        "From: bob@in.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n" + parts.map { "--x\r\n\($0)\r\n" }.joined()
            + "--x--\r\n"
    }

    private func texts(_ found: ReportedMessages) -> [String] { found.messages.map { String(decoding: $0.bytes, as: UTF8.self) } }

    @Test func forwardedAsAttachment() {
        let found = read(mixed("\r\nlook", "Content-Type: message/rfc822\r\n\r\n\(Self.inner)"))
        #expect(texts(found) == [Self.inner] && found.report == nil && found.word == nil)
        #expect(found.messages.allSatisfy { $0.isWhole })
        // As a file, packed by Base64.
        let base64 = "RnJvbTogYUBiDQpTdWJqZWN0OiBjDQoNCmQ="
        let file = read(
            mixed("Content-Type: application/octet-stream; name=\"a.EML\"\r\nContent-Transfer-Encoding: base64\r\n\r\n\(base64)"))
        #expect(texts(file) == ["From: a@b\r\nSubject: c\r\n\r\nd"])
        // What only calls itself one is none.
        #expect(read(mixed("Content-Type: text/plain; name=a.eml\r\n\r\nno header here")).messages.isEmpty)
        #expect(read("Subject: inline\r\n\r\n> From: x@out.example\r\n").messages.isEmpty)
    }

    @Test func whatLiesInsideIsPartOfIt() {
        let nested =
            "Subject: outer\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n--y\r\nContent-Type: message/rfc822\r\n\r\n\(Self.inner)\r\n--y--\r\n"
        let found = read(mixed("Content-Type: message/rfc822\r\n\r\n\(nested)", "Content-Type: message/rfc822\r\n\r\n\(Self.inner)"))
        #expect(found.messages.count == 2 && texts(found)[0].hasPrefix("Subject: outer"))
    }

    @Test(arguments: [("abuse", true), ("fraud", true), ("not-spam", false), ("auth-failure", nil), ("", nil)] as [(String, Bool?)])
    func feedbackReports(kind: String, word: Bool?) {
        let report =
            "From: fbl@isp.example\r\nContent-Type: multipart/report; report-type=feedback-report; boundary=x\r\n\r\n"
            + "--x\r\n\r\nwords\r\n--x\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: \(kind)\r\nVersion: 1\r\n\r\n"
        let whole = read(report + "--x\r\nContent-Type: message/rfc822\r\n\r\n\(Self.inner)\r\n--x--\r\n")
        #expect(whole.word == word && whole.messages.count == 1 && whole.messages[0].isWhole)
        let header = read(report + "--x\r\nContent-Type: text/rfc822-headers\r\n\r\nSubject: win\r\n\r\n--x--\r\n")
        #expect(header.messages.map(\.isWhole) == [false])
        #expect(read(report + "--x--\r\n").messages.isEmpty)
    }

    @Test func manyAreCut() {
        var limits = ReportLimits()
        limits.reported = 2
        let part = "Content-Type: message/rfc822\r\n\r\n\(Self.inner)"
        let found = read(mixed(part, part, part), limits: limits)
        #expect(found.messages.count == 2 && found.isCut)
    }
}
