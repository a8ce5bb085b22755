import MIME
import Messages
import Testing

@Suite struct ContainersTests {
    private static let separator = "From bird@nest.example Sat Nov 21 02:00:00 2026\n"

    private func messages(_ text: String, as kind: MailboxFile.Kind) -> [String] {
        let bytes = Array(text.utf8)
        let file = MailboxFile(kind: kind)
        var found: [String] = []
        var start = 0
        while let entry = file.entry(in: bytes.span, from: start, isLast: true) {
            var output: [UInt8] = []
            file.unquote(bytes.span, entry, into: &output)
            found.append(String(decoding: output, as: UTF8.self))
            start = entry.next
        }
        return found
    }

    @Test func quotingIsUndoneByKind() {
        let text = Self.separator + "Subject: a\n\n>From me\n>>From you\n\n" + Self.separator + "Subject: b\n\nFrom here on\n"
        #expect(messages(text, as: .mboxo) == ["Subject: a\n\nFrom me\n>>From you\n", "Subject: b\n\nFrom here on\n"])
        #expect(messages(text, as: .mboxrd) == ["Subject: a\n\nFrom me\n>From you\n", "Subject: b\n\nFrom here on\n"])
        #expect(messages(text, as: .mboxcl2)[0] == "Subject: a\n\n>From me\n>>From you\n")
    }

    @Test func contentLengthCountsWhenASeparatorFollows() {
        let body = "one\n\n" + Self.separator + "two\n"
        let text = Self.separator + "Content-Length: \(body.utf8.count)\n\n" + body + "\n" + Self.separator + "Subject: b\n\nthree\n"
        #expect(messages(text, as: .mboxcl2).count == 2)
        #expect(messages(text, as: .mboxrd).count == 3)
        let lying = text.replacing("Content-Length: ", with: "Content-Length: 9")
        #expect(messages(lying, as: .mboxcl2).count == 3)
    }

    @Test func kindsAreTold() {
        func kind(_ text: String) -> MailboxFile.Kind? { MailboxFile.kind(of: Array(text.utf8).span) }
        #expect(kind("Subject: a\n\nb\n") == nil)
        #expect(kind("From me to you\n") == nil)
        #expect(kind(Self.separator + "Subject: a\n\nb\n") == .mboxrd)
        #expect(kind(Self.separator + "Content-Length: 2\n\nb\n") == .mboxcl2)
        #expect(kind(Self.separator + "Content-Length: 9\n\n>From me\n") == .mboxcl)
    }

    /// Whoever reads a pipe tells the kind from as few bytes as it takes, and tells the same as who has seen all.
    @Test func kindsAreToldFromAnyBeginning() {
        let next = Self.separator + "Subject: b\n\nc\n"
        let first = [
            "Subject: a\n\nb\n\n", "Content-Length: 2\n\nb\n\n", "Content-Length: 9\n\n>From me\n\n", "Content-Length: 3\n\nbarley\n\n",
        ]
        for message in first {
            let bytes = Array((Self.separator + message + next).utf8)
            let kind = MailboxFile.kind(of: bytes.span)
            #expect(kind != nil)
            var told: [MailboxFile.Kind] = []
            for count in 0...bytes.count {
                if let early = MailboxFile.kind(of: bytes.span.extracting(first: count), isLast: false) { told.append(early) }
            }
            #expect(told.count > next.utf8.count - Self.separator.utf8.count)
            #expect(told.allSatisfy { $0 == kind })
        }
    }

    /// Bodies hold false separators, and every third length lies.
    @Test(arguments: MailboxFile.Kind.allCases, [1, 37, 300]) func piecesGiveTheSameMessages(kind: MailboxFile.Kind, piece: Int) {
        var text = ""
        for number in 0..<20 {
            let body = String(repeating: "seed\r\n\nFrom us at 12:00:00\n", count: number)
            let length = number % 3 == 0 ? body.utf8.count * 7 + 5 : body.utf8.count
            text += Self.separator + "Subject: \(number)\nContent-Length: \(length)\n\n" + body + "\n"
        }
        let bytes = Array(text.utf8)
        let whole = messages(text, as: kind)
        #expect(whole.count >= 20)
        let file = MailboxFile(kind: kind)
        var pieces: [String] = []
        var window: [UInt8] = []
        var read = 0
        while read < bytes.count || !window.isEmpty {
            let isLast = read >= bytes.count
            if let entry = file.entry(in: window.span, from: 0, isLast: isLast) {
                var output: [UInt8] = []
                file.unquote(window.span, entry, into: &output)
                pieces.append(String(decoding: output, as: UTF8.self))
                window.removeFirst(entry.next)
            } else if isLast {
                break
            } else {
                let next = min(bytes.count, read + piece)
                window += bytes[read..<next]
                read = next
            }
        }
        #expect(pieces == whole)
    }

    @Test func hostileMailboxesEnd() {
        var random = SplitMix(seed: 7)
        let words = [
            Self.separator, "From ", ">From ", "\n", "\r\n", "\n\n", "Content-Length: 5\n", "Content-Length: 99999999999999999999\n",
            "a:00:00",
        ]
        for _ in 0..<500 {
            let text = (0..<Int.random(in: 0...30, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }.joined()
            for kind in MailboxFile.Kind.allCases {
                #expect(messages(text, as: kind).count <= 31)
            }
        }
    }

    @Test func maildirNames() throws {
        let entry = try #require(MaildirEntry(name: "1700000000.M1P2.nest,S=1234,W=1300:2,FSab"))
        #expect(entry.unique == "1700000000.M1P2.nest,S=1234,W=1300")
        #expect(entry.flags == [.flagged, .seen])
        #expect(entry.keywords == "ab")
        #expect(entry.size == 1234)
        #expect(MaildirEntry(name: "a;2,R")?.flags == [.replied])
        #expect(MaildirEntry(name: "a")?.flags == [])
        #expect(MaildirEntry(name: ".hidden") == nil)
        #expect(MaildirEntry(name: "") == nil)
    }
}
