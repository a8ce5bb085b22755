import MIME
import Messages
import TestSupport
import Testing

extension SplitMix {
    /// A text that likes to hit the edges: specials, folds, encoded words, other scripts.
    fileprivate mutating func text(_ range: ClosedRange<Int>) -> String {
        let pieces = [
            "a", "Bo", "word", " ", " ", "  ", "\"", "\\", ",", ";", ":", "<", ">", "@", "(", ")", ".", "=?", "?=", "=?utf-8?q?x?=", "%41",
            "'",
            "*", "_", "=", "é", "ü", "日本", "🙂", "\u{301}", "Привет", "\r\nBcc: x", "\t", "\u{0}", "tail", "/", "[", "]", "2026",
        ]
        return (0..<Int.random(in: range, using: &self)).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
    }
}

struct FieldsWriterTests {
    /// Whether the bytes are well-formed lines, folded, of one field only.
    private func isOneField(_ bytes: [UInt8]) -> Bool {
        guard bytes.suffix(2) == [13, 10] else { return false }
        let lines = bytes.dropLast(2).split(separator: 10, omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() {
            let isLast = number == lines.count - 1
            if !isLast, line.last != 13 { return false }
            if line.dropLast(isLast ? 0 : 1).contains(13) || line.contains(0) { return false }
            if number > 0, line.first != 32 { return false }
            if line.count > FieldLimits.longestLine { return false }
        }
        return true
    }

    /// The range of the body of a field that stands alone.
    private func body(_ bytes: [UInt8]) -> ByteRange {
        ByteRange((bytes.firstIndex(of: 58) ?? -1) + 1, bytes.count - 2)
    }

    @Test func textComesBack() {
        var random = SplitMix(seed: 1)
        var count = CaseCount("written text")
        for _ in 0..<2000 {
            let value = random.text(0...60)
            var writer = FieldWriter()
            writer.unstructured("Subject", value)
            let found = UnstructuredText.text(writer.bytes.span, body(writer.bytes))
            count.check(isOneField(writer.bytes) && found == FieldWriter.sanitised(value), "\(value.debugDescription) gave \(found)")
        }
        count.report()
        #expect(count.failed.isEmpty)
    }

    @Test func mailboxesComeBack() {
        var random = SplitMix(seed: 2)
        var count = CaseCount("written addresses")
        for _ in 0..<2000 {
            let mailboxes = (0..<Int.random(in: 1...5, using: &random)).map { _ in
                Mailbox(
                    displayName: FieldWriter.sanitised(random.text(0...20)), local: FieldWriter.sanitised("x" + random.text(0...6)),
                    domain: ["example.org", "[192.0.2.1]", "bücher.example", "a-b.c.example"].randomElement(using: &random) ?? "",
                    comment: FieldWriter.sanitised(random.text(0...8)),
                    group: [nil, nil, "Friends", "Gäste, alle"].randomElement(using: &random) ?? nil)
            }
            var writer = FieldWriter()
            writer.addresses("To", mailboxes)
            var found = Addresses(writer.bytes.span, body(writer.bytes)).mailboxes
            for index in found.indices { found[index].source = .empty }
            count.check(
                isOneField(writer.bytes) && found == mailboxes,
                "\(mailboxes) gave \(found) by \(String(decoding: writer.bytes, as: UTF8.self))")
        }
        count.report()
        #expect(count.failed.isEmpty)
    }

    @Test func parametersComeBack() {
        var random = SplitMix(seed: 3)
        var count = CaseCount("written parameters")
        for _ in 0..<2000 {
            var value = ParameterisedValue(value: "application/x-thing")
            for name in ["filename", "title", "x-a"].prefix(Int.random(in: 0...3, using: &random)) {
                let language = ["", "", "en-gb"].randomElement(using: &random) ?? ""
                let text = FieldWriter.sanitised("v" + random.text(0...40))
                value.parameters.append(ParameterisedValue.Parameter(name: name, value: text, language: language))
            }
            var writer = FieldWriter()
            writer.parameterised("Content-Disposition", value)
            let found = ParameterisedValue(writer.bytes.span, body(writer.bytes))
            count.check(
                isOneField(writer.bytes) && found.value == value.value && found.parameters == value.parameters,
                "\(value) gave \(found) by \(String(decoding: writer.bytes, as: UTF8.self))")
        }
        count.report()
        #expect(count.failed.isEmpty)
    }

    @Test func datesComeBack() {
        var random = SplitMix(seed: 4)
        for _ in 0..<500 {
            let moment = Timestamp(seconds: Int64.random(in: -2_000_000_000...8_000_000_000, using: &random))
            let value = DateTimeValue(timestamp: moment, offsetMinutes: Int.random(in: -719...839, using: &random))
            var writer = FieldWriter()
            writer.date("Date", value)
            let found = DateTimeValue(writer.bytes.span, body(writer.bytes))
            #expect(found.timestamp == value.timestamp)
            #expect(found.offsetMinutes == value.offsetMinutes)
            #expect(found.defects.isEmpty)
        }
    }

    @Test func idsComeBack() {
        let ids = (0..<40).map { "part\($0).of.a.thread@host\($0).example" }
        var writer = FieldWriter()
        writer.messageIDs("References", ids)
        #expect(isOneField(writer.bytes))
        #expect(MessageIDs(writer.bytes.span, body(writer.bytes)).ids == ids)
    }

    @Test func nothingInjectsAField() {
        var writer = FieldWriter()
        writer.unstructured("X\r\nBcc", "a\r\nBcc: b@example.org")
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "XBcc: =?utf-8?q?a__Bcc?= b@example.org\r\n" || isOneField(writer.bytes))
        writer = FieldWriter()
        writer.addresses("To", [Mailbox(displayName: "a\r\nBcc: b", local: "c\r\nd", domain: "e\r\nf", comment: "\r\n\r\n")])
        #expect(isOneField(writer.bytes))
        writer = FieldWriter()
        writer.parameterised("Content-Type", ParameterisedValue(value: "a\r\n/b", parameters: [.init(name: "n\r\n", value: "\r\n\r\nv")]))
        #expect(isOneField(writer.bytes))
        writer = FieldWriter()
        writer.messageIDs("Message-ID", ["a\r\nb@c", ">\r\n<"])
        #expect(isOneField(writer.bytes))
    }

    @Test func traceFieldsComeBack() throws {
        var writer = FieldWriter()
        let date = DateTimeValue(timestamp: Timestamp(seconds: 1_795_262_400))
        let address = try #require(IPAddress("2001:db8::7"))
        writer.received(
            ReceivedField(
                helo: "out.example", reverseName: "host.out.example", address: address, by: "mx.example.org", with: "ESMTP", id: "4A",
                date: date))
        let found = ReceivedField(writer.bytes.span, body(writer.bytes))
        #expect(found.helo ?? found.from == "out.example" && found.reverseName == "host.out.example" && found.address == address)
        #expect(found.by == "mx.example.org" && found.with == "ESMTP" && found.id == "4A" && found.date?.timestamp == date.timestamp)
        #expect(found.defects.isEmpty)
    }

    @Test func noNameOfAClientChangesWhatATraceFieldSaysOfTheServer() throws {
        var random = SplitMix(seed: 7)
        var count = CaseCount("written trace fields")
        let address = try #require(IPAddress("192.0.2.7"))
        let date = DateTimeValue(timestamp: Timestamp(seconds: 1_795_262_400))
        for _ in 0..<2000 {
            // Most names are drawn, some are addresses, of which only the one that the server saw is the client's.
            let literal =
                ["[10.0.0.1]", "[IPv6:2001:db8::9]", "[]", "[198.51.100.1", "198.51.100.1", "by", "with", "From"].randomElement(
                    using: &random) ?? ""
            let helo = Bool.random(using: &random) ? random.text(0...40) : literal
            let name = Bool.random(using: &random) ? random.text(0...12) : literal
            var writer = FieldWriter()
            writer.received(ReceivedField(helo: helo, reverseName: name, address: address, by: "mx.example.org", date: date))
            let found = ReceivedField(writer.bytes.span, body(writer.bytes))
            let isKept = found.address == address && found.by == "mx.example.org" && found.date?.timestamp == date.timestamp
            count.check(isOneField(writer.bytes) && isKept, "\(helo.debugDescription), \(name.debugDescription) gave \(found)")
        }
        count.report()
        #expect(count.failed.isEmpty)
    }

    /// RFC 2047 section 2: no encoded word above 75 bytes, no line with one above 76.
    @Test func encodedLinesAreShort() {
        var writer = FieldWriter()
        writer.unstructured("Subject", "Re: " + String(repeating: "日本語のとても長い件名です。", count: 20) + " end")
        for line in String(decoding: writer.bytes, as: UTF8.self).split(separator: "\r\n") {
            #expect(line.utf8.count <= 76)
        }
        #expect(String(decoding: writer.bytes, as: UTF8.self).hasPrefix("Subject: Re: =?utf-8?b?"))
    }
}
