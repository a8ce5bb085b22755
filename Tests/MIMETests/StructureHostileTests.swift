import MIME
import Messages
import TestSupport
import Testing

@Suite struct StructureHostileTests {
    /// A message with a bit of everything.
    static let sample = Sample.bytes(
        """
        From bird@nest.example Sat Nov 21 02:00:00 2026
        Received: from a by b; Sat, 21 Nov 2026 02:00:00 +0000
        Subject: =?utf-8?Q?seed?=
         for you
        MIME-Version: 1.0
        Content-Type: multipart/mixed; charset*0*=utf-8''a; boundary="b (\\"c\\") 'd'"

        preamble
        --b ("c") 'd'
        Content-Type: multipart/alternative; boundary=i

        --i
        Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes
        Content-Transfer-Encoding: quoted-printable

        > gr=C3=BC=C3=9Fe =
        > aus \n
        --i
        Content-Type: text/html; charset=gb2312
        Content-Transfer-Encoding: base64

        PGI+xOO6wzwvYj4=
        --i--
        inner epilogue
        --b ("c") 'd'
        Content-Type: message/rfc822

        Subject: inside
        Content-Type: text/plain; charset=iso-2022-jp

        \u{1B}$B$3$s\u{1B}(B
        --b ("c") 'd'
        Content-Disposition: attachment; filename=a
        Content-Transfer-Encoding: x-uuencode

        begin 644 a
        #0V%T
        `
        end
        --b ("c") 'd'--
        epilogue

        """)

    @Test func truncatedAtEveryByte() {
        for count in 0...StructureHostileTests.sample.count {
            let message = MailParser().parse(Array(StructureHostileTests.sample[..<count]))
            #expect(Sample.breachOfReading(message) == nil, "cut at \(count)")
        }
    }

    @Test func randomMutations() {
        var random = SplitMix(seed: 2026)
        let words = [
            "\r", "\n", "\r\n", "\r\n\r\n", "--", "--i", "--i--", ":", ";", "=", "\"", "(", ")", "\\", "\u{0}", " ", "begin 644 a\n", "\n>",
        ]
        for round in 0..<1500 {
            var bytes = StructureHostileTests.sample
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.insert(contentsOf: Array((words.randomElement(using: &random) ?? "").utf8), at: place)
                case 2: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &random)))
                default:
                    let from = Int.random(in: 0..<bytes.count, using: &random)
                    let piece = Array(bytes[from..<min(bytes.count, from + Int.random(in: 1...120, using: &random))])
                    bytes.insert(contentsOf: piece, at: place)
                }
                if bytes.isEmpty { bytes = [10] }
            }
            let message = MailParser().parse(bytes)
            #expect(Sample.breachOfReading(message) == nil, "round \(round)")
        }
    }

    @Test func randomBytesOfTheProtocol() {
        var random = SplitMix(seed: 45)
        let alphabet = Array("\r\n\n:-- b;=\"()\\/*%\u{0}a".utf8) + [0x80, 0xC3, 0xFF]
        let words: [String] = [
            "Content-Type: multipart/mixed; boundary=b\n", "Content-Type: message/rfc822\n\n", "--b\n", "--b--\n", "\n\n",
            "Content-Transfer-Encoding: base64\n", "=?utf-8?q?a?=", "charset=utf-7", "text/plain; format=flowed; ",
        ]
        for round in 0..<1500 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...60, using: &random) {
                if Bool.random(using: &random) {
                    bytes += Array((words.randomElement(using: &random) ?? "").utf8)
                } else {
                    bytes.append(alphabet.randomElement(using: &random) ?? 0)
                }
            }
            #expect(Sample.breachOfReading(MailParser().parse(bytes)) == nil, "round \(round)")
        }
    }

    @Test func limitsHold() {
        var limits = MIMELimits()
        limits.messageBytes = 300
        limits.headerFields = 3
        limits.headerFieldBytes = 40
        limits.parts = 3
        limits.depth = 2
        limits.boundaryBytes = 20
        limits.decodedBytes = 10
        limits.defects = 4
        for count in stride(from: 0, through: StructureHostileTests.sample.count, by: 7) {
            let message = MailParser(limits: limits).parse(Array(StructureHostileTests.sample[..<count]))
            #expect(Sample.breachOfReading(message, limits: limits) == nil, "cut at \(count)")
        }
    }

    @Test func nestedMultipartsStopAtTheLimit() {
        var text = "MIME-Version: 1.0\n"
        for level in 0..<200 { text += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n" }
        let message = Sample.parse(text)
        #expect(message.parts.count == MIMELimits.standard.depth + 1)
        #expect(message.parts.last?.kind == .application)
        #expect(Sample.kinds(message).contains(.nestingTooDeep))
        #expect(Sample.breach(message) == nil)
    }

    @Test func nestedMessagesStopAtTheLimit() {
        let message = Sample.parse(String(repeating: "Content-Type: message/rfc822\n\n", count: 300))
        #expect(message.parts.count == MIMELimits.standard.depth + 1)
        #expect(Sample.breach(message) == nil)
    }

    @Test func partsStopAtTheLimit() {
        let message = Sample.parse(
            "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n" + String(repeating: "--b\n\n", count: 5000))
        #expect(message.parts.count == MIMELimits.standard.parts + 1)
        #expect(Sample.kinds(message).contains(.tooManyParts))
        #expect(message.parts.last.map { Int($0.body.end) } == message.bytes.count)
        #expect(Sample.breach(message) == nil)
    }

    /// Work is bounded by the size: with fifty open boundaries and a line for each, nothing is looked at fifty times over a large body.
    @Test func aBombOfBoundaryLikeLinesIsReadOnce() {
        var text = "MIME-Version: 1.0\n"
        for level in 10..<59 { text += "Content-Type: multipart/mixed; boundary=bird\(level)\n\n--bird\(level)\n" }
        var bytes = Sample.bytes(text)
        let line = Array("--bird99\n".utf8)
        for _ in 0..<100_000 { bytes += line }
        let message = MailParser().parse(bytes)
        #expect(message.parts.count == 50)
        #expect(Sample.breach(message) == nil)
    }

    @Test func corpusOfRealMailIsRead() throws {
        guard let folder = SharedData.vectors("mime/mime4j") else { return }
        for name in try SharedData.names(in: folder) where name.hasSuffix(".msg") {
            let bytes = try SharedData.bytes(at: folder + "/" + name)
            for count in stride(from: 0, through: bytes.count, by: max(1, bytes.count / 60)) {
                let message = MailParser().parse(Array(bytes[..<count]))
                #expect(Sample.breachOfReading(message) == nil, "\(name) cut at \(count)")
            }
        }
    }
}
