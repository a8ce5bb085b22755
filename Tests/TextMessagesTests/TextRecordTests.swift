import JSON
import Messages
import TestSupport
import Testing
import TextMessages

@Suite struct TextRecordTests {
    private func tsv(_ line: String) throws(TextRecordError) -> TextRecord {
        try TextRecord(tsv: Array(line.utf8).span)
    }

    private func json(_ line: String) throws(TextRecordError) -> TextRecord {
        try TextRecord(json: Array(line.utf8).span)
    }

    private func text(_ record: TextRecord) -> String {
        String(decoding: record.text, as: UTF8.self)
    }

    @Test func columnsAreRead() throws {
        let record = try tsv("spam\ten\tWin\\ta \\\\prize\\n\\rnow\tprize\r")
        #expect(record.label == "spam" && record.language == "en" && record.category == "prize")
        #expect(text(record) == "Win\ta \\prize\n\rnow")
        #expect(try tsv("ham\t\t").text.isEmpty)
        #expect(try tsv("ham\t\tx").language == nil)
        #expect(throws: TextRecordError(.tooFewColumns, at: 8)) { try tsv("ham\ttext") }
        #expect(throws: TextRecordError(.tooManyColumns, at: 7)) { try tsv("a\tb\tc\td\te") }
        #expect(throws: TextRecordError(.badEscape, at: 5)) { try tsv("a\tb\tc\\x") }
        #expect(throws: TextRecordError(.badEscape, at: 5)) { try tsv("a\tb\tc\\") }
    }

    @Test func objectsAreRead() throws {
        let record = try json(
            #" {"text":"Hi \"you\" \u0416 \uD83D\uDCA9 \ud83d!\n","channel":"SMS","from":"+49 170 1234567","to":72345,"#
                + #""time":"2026-11-21T08:00:00Z","label":"ham","language":"de","score":-0.5e3,"flag":true,"more":{"a":[1,{"b":null}],"c":[]}} "#
        )
        #expect(text(record) == "Hi \"you\" Ж 💩 \u{FFFD}!\n")
        let message = record.message(channel: .im, arrival: Timestamp(milliseconds: 5))
        #expect(message.channel == .sms && message.cell == .storedText)
        #expect(message.envelope.sender == .number("491701234567"))
        #expect(message.envelope.recipients == [.shortCode("72345")])
        #expect(message.arrival.description == "2026-11-21T08:00:00Z")
        #expect(record.label == "ham" && record.language == "de")
        #expect(try json(#"{"text":"a","time":1763712000}"#).time == Timestamp(seconds: 1_763_712_000))
        #expect(try json(#"{"text":"a","time":1763712000123}"#).time == Timestamp(milliseconds: 1_763_712_000_123))
        #expect(try json(#"{"text":"a","from":null}"#).sender == nil)
    }

    @Test func partiesFollowTheChannel() throws {
        let post = try json(#"{"text":"a","channel":"post","from":"@anna"}"#).message(channel: .sms, arrival: Timestamp(milliseconds: 0))
        #expect(post.envelope.sender == .account(platform: "post", name: "@anna"))
        let call = try json(#"{"text":"a","from":"sip:bob@example.org;tag=1"}"#).message(
            channel: .voice, arrival: Timestamp(milliseconds: 0))
        #expect(call.envelope.sender == .sip("sip:bob@example.org"))
        let mail = try json(#"{"text":"a","channel":"email","from":"Ann@Example.ORG"}"#).message(
            channel: .sms, arrival: Timestamp(milliseconds: 0))
        #expect(mail.envelope.sender == .mailbox(local: "Ann", domain: "example.org"))
    }

    @Test func brokenObjectsAreNamedByByte() {
        let cases: [(String, TextRecordError)] = [
            ("", .init(.notAnObject, at: 0)), ("[1]", .init(.notAnObject, at: 0)), ("{}", .init(.noText, at: 0)),
            (#"{"text":"a""#, .init(.badSyntax, at: 11)), (#"{"text":"a",}"#, .init(.badSyntax, at: 12)),
            (#"{"text" "a"}"#, .init(.badSyntax, at: 8)), (#"{"text":"a"} x"#, .init(.badSyntax, at: 13)),
            ("{\"text\":\"a\u{1}\"}", .init(.badString, at: 10)), (#"{"text":"\q"}"#, .init(.badString, at: 9)),
            (#"{"text":"\u12g4"}"#, .init(.badString, at: 9)), (#"{"text":"abc"#, .init(.badString, at: 12)),
            (#"{"text":1}"#, .init(.wrongType, at: 8)), (#"{"text":["a"]}"#, .init(.wrongType, at: 8)),
            (#"{"text":"a","text":"b"}"#, .init(.repeatedField, at: 12)), (#"{"text":"a","time":"today"}"#, .init(.badTime, at: 19)),
            (#"{"text":"a","time":1e400}"#, .init(.badTime, at: 19)), (#"{"text":"a","x":01}"#, .init(.badSyntax, at: 17)),
            (#"{"text":"a","x":-}"#, .init(.badNumber, at: 16)), (#"{"text":"a","x":1.}"#, .init(.badNumber, at: 16)),
            (#"{"text":"a","x":nul}"#, .init(.badSyntax, at: 16)), (#"{"text":"a","x":[1 2]}"#, .init(.badSyntax, at: 19)),
            (#"{"text":null}"#, .init(.noText, at: 0)), (#"{"text":"#, .init(.badSyntax, at: 8)),
        ]
        for (line, expected) in cases {
            #expect(throws: expected, "\(line)") { try json(line) }
        }
        let deep = #"{"text":"a","x":"# + String(repeating: "[", count: 100_000)
        #expect(throws: TextRecordError(.tooDeep, at: 16 + JSONLimits.depth)) { try json(deep) }
    }

    @Test func brokenTextIsADefectNotAnError() {
        let message = TextRecord(text: [0xEF, 0xBB, 0xBF, 0x41, 0x00, 0xC3]).message(channel: .sms, arrival: Timestamp(milliseconds: 0))
        #expect(message.bytes == [0x41, 0x00, 0xC3])
        #expect(message.defects == [Defect(.textInvalidUTF8, at: 2), Defect(.textNUL, at: 1)])
    }

    @Test func theCorporaAreReadWhole() throws {
        guard let folder = SharedData.corpus("") else { return }
        var count = CaseCount("text corpora")
        for name in try SharedData.names(in: folder) where name.hasSuffix(".tsv") {
            let file = try SharedData.bytes(at: folder + "/" + name)
            for line in file.split(separator: UInt8(ascii: "\n")) {
                do {
                    let record = try TextRecord(tsv: line.span)
                    count.check(record.label == "spam" || record.label == "ham", "\(name): \(record.label ?? "no label")")
                } catch {
                    count.check(false, "\(name): \(error)")
                }
            }
        }
        #expect(count.report() > 30_000)
        #expect(count.failed.isEmpty)
    }
}
