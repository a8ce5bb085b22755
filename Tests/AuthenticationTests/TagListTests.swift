import Testing

@testable import Authentication

/// Lists of tags (RFC 6376 section 3.2).
struct TagListTests {
    private func error(_ text: String) -> TagListError? {
        do {
            _ = try TagList(Array(text.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test func readsTagsInTheirOrder() throws {
        let list = try TagList(Array(" v=1;a = b c ;\r\n\tempty= ; x=y=z;".utf8))
        #expect(list.tags.map { String(decoding: list.bytes[$0.name], as: UTF8.self) } == ["v", "a", "empty", "x"])
        #expect(list.text("a") == "b c")
        #expect(list.text("empty")?.isEmpty == true)
        #expect(list.text("x") == "y=z")
        #expect(list.text("A") == nil)
        #expect(list.text("none") == nil)
    }

    @Test func keepsWhiteSpaceInsideOfValues() throws {
        let list = try TagList(Array("b=ab\r\n cd".utf8))
        #expect(list.text("b") == "ab\r\n cd")
        #expect(list.tags[0].area == 2..<9)
    }

    @Test func dividesAtColons() throws {
        let list = try TagList(Array("h= From : To:\r\n Subject::".utf8))
        let words = list.words(list.tags[0].value).map { String(decoding: list.bytes[$0], as: UTF8.self) }
        #expect(words == ["From", "To", "Subject", "", ""])
    }

    @Test func namesTheByteThatIsWrong() {
        #expect(error("") == TagListError(kind: .missingTag, offset: 0))
        #expect(error("a=b;;c=d") == TagListError(kind: .missingTag, offset: 4))
        #expect(error("a=b;1=d") == TagListError(kind: .badName, offset: 4))
        #expect(error("a=b; c") == TagListError(kind: .missingEquals, offset: 6))
        #expect(error("a b=c") == TagListError(kind: .missingEquals, offset: 2))
        #expect(error("a=b; c=d; a=e") == TagListError(kind: .repeatedTag, offset: 10))
        #expect(error("a=b\u{1}") == TagListError(kind: .badByte, offset: 3))
        #expect(error("a=b\n") == TagListError(kind: .badByte, offset: 3))
        #expect(error("a=b\r\n;") == TagListError(kind: .badByte, offset: 3))
    }

    @Test func takesLettersOfAllScriptsInValues() throws {
        #expect(try TagList(Array("d=b\u{FC}cher.example".utf8)).text("d") == "b\u{FC}cher.example")
        #expect(throws: TagListError(kind: .badByte, offset: 2)) { try TagList([0x64, 0x3D, 0xFC, 0x62]) }
        #expect(throws: TagListError(kind: .badByte, offset: 3)) { try TagList([0x64, 0x3D, 0x62, 0xE2, 0x82]) }
    }

    @Test func readsTenThousandTags() throws {
        let names = (0..<10_000).map { "t\($0)" }
        let list = try TagList(Array(names.map { "\($0)=x" }.joined(separator: ";").utf8))
        #expect(list.tags.count == 10_000)
        #expect(list.tag("t9999") != nil)
        let text = names.map { "\($0)=x" }.joined(separator: ";") + ";t7=y"
        #expect(error(text)?.kind == .repeatedTag)
    }

    @Test func base64GoesBothWays() throws {
        for length in 0..<64 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ length) }
            #expect(try Base64.decode(Base64.encode(bytes)[...]).get() == bytes)
        }
        #expect(try Base64.decode(Array("aGk\r\n =".utf8)[...]).get() == Array("hi".utf8))
        #expect(try Base64.decode(Array("aGk".utf8)[...]).get() == Array("hi".utf8))
        #expect(try Base64.decode(Array("aGk==".utf8)[...]).get() == Array("hi".utf8), "an equals sign too many is allowed")
        for (text, offset) in [("a*", 1), ("aGk=a", 4), ("a", 1), ("=", 0), ("aGk===", 5), ("aGkx===", 6), ("aG=k", 3)] {
            #expect(throws: Base64.Misplaced.self) { try Base64.decode(Array(text.utf8)[...]).get() }
            if case .failure(let misplaced) = Base64.decode(Array(text.utf8)[...]) { #expect(misplaced.offset == offset, "\(text)") }
        }
    }
}
