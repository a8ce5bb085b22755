import MIME
import Messages
import Testing

private func read(_ bytes: [UInt8]) -> (text: String, defects: Set<String>) {
    var out: [UInt8] = []
    var defects: [Defect] = []
    var decoder = CharsetDecoder()
    UnstructuredText.decode(bytes.span, ByteRange(all: bytes), into: &out, defects: &defects, decoder: &decoder)
    return (String(decoding: out, as: UTF8.self), Set(defects.map(\.kind.rawValue)))
}

struct FieldsTextTests {
    /// RFC 2047 section 8 has a table of the same shape: what stands between encoded words is shown only if it is text.
    @Test(arguments: [
        ("=?utf-8?Q?a?=", "a"), ("=?utf-8?Q?a?= b", "a b"), ("=?utf-8?Q?a?= \r\n =?utf-8?Q?b?=", "ab"), ("=?utf-8?Q?a_b?=", "a b"),
        ("=?utf-8?Q?a?= =?utf-8?Q?_b?=", "a b"), ("plain\r\n\t text ", "plain text"), ("  two  spaces ", "two  spaces"),
        ("=?utf-8*en-gb?q?colour?=", "colour"), ("=?UTF-8?B?4oK?= =?utf-8?b?rA==?=", "€"), ("=?utf-8?q?=E2=82?= =?utf-8?q?=AC?=", "€"),
        ("=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本"), ("=?koi8-r?B?8NLJ18XU?=", "Привет"), ("=?gb2312?B?xOO6ww==?=", "你好"),
        ("=?windows-1252?q?=80=99?=", "€™"), ("=?iso-8859-1?q?=A3?=", "£"), ("=?us-ascii?q?caf=C3=A9?=", "café"),
    ])
    func encodedWords(_ field: String, _ expected: String) {
        #expect(read(Array(field.utf8)).text == expected)
    }

    @Test(arguments: [
        ("=?utf-8?B?SGVsbG8", "Hello", "encoded-word.broken"),
        ("=?utf-8?q?caf=C3=A9_<b", "café <b", "encoded-word.broken"),
        ("=?utf-8?q?", "=?utf-8?q?", "encoded-word.broken"),
        ("=?utf-8?X?a?=", "=?utf-8?X?a?=", "encoded-word.broken"),
        ("x=?utf-8?q?a?=", "xa", "encoded-word.glued"),
        ("=?x-nowhere?q?a=20b?=", "a b", "encoded-word.unknown-charset"),
        ("=?utf-8?q?a=ZZ?=", "a=ZZ", "encoded-word.bad-encoding"),
        ("=?utf-8?q?a b?=", "a b", "encoded-word.space-inside"),
        ("=?utf-8?q?a=0D=0ABcc:_x?=", "a  Bcc: x", "encoded-word.control-character"),
        ("=?utf-8//IGNORE?q?a?=", "=?utf-8//IGNORE?q?a?=", "encoded-word.broken"),
    ])
    func brokenWordsStayReadable(_ field: String, _ expected: String, _ defect: String) {
        let found = read(Array(field.utf8))
        #expect(found.text == expected)
        #expect(found.defects == [defect])
    }

    @Test func rawEightBit() {
        #expect(read(Array("Grüße".utf8)) == ("Grüße", []))
        #expect(read(Array("Gr".utf8) + [0xFC, 0xDF, 0x65, 0x93]) == ("Grüße“", ["field.raw-8-bit"]))
        #expect(read([0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B, 0x28, 0x42]).text == "日本")
        // Plainly not UTF-8, whatever the word says.
        #expect(read(Array("=?utf-8?q?=FFa?=".utf8)) == ("ÿa", ["encoded-word.wrong-charset"]))
        #expect(read(Array("=?utf-8?q?a=00b?=".utf8)) == ("ab", ["encoded-word.control-character"]))
    }
}
