import MIME
import Messages
import Testing

private func read(_ field: String) -> ParameterisedValue {
    let bytes = Array(field.utf8)
    return ParameterisedValue(bytes.span, ByteRange(all: bytes))
}

struct FieldsParameterTests {
    @Test func mediaTypes() {
        let found = read("Text/HTML; Charset=\"UTF-8\"; format=flowed (for now)")
        #expect(found.value == "text/html")
        #expect(found.type == "text")
        #expect(found.subtype == "html")
        #expect(found["charset"] == "UTF-8")
        #expect(found["format"] == "flowed")
        #expect(found.defects.isEmpty)
        #expect(read("").value.isEmpty)
    }

    /// RFC 2231 section 4.1: sections joined, some encoded and some not.
    @Test func sections() {
        let found = read("application/x-log; title*1=\"two\"; title*0*=utf-8'sv'tv%C3%A5; title*2*=%20%E2; title*3*=%82%AC")
        #expect(found["title"] == "tvåtwo €")
        #expect(found.parameters.first?.language == "sv")
        #expect(found.defects.isEmpty)
    }

    @Test(arguments: [
        ("attachment; filename=\"a.pdf\"; name=b.pdf", "a.pdf", ""),
        ("attachment; filename=My report.pdf", "My report.pdf", "parameter.missing-quotes"),
        ("attachment; filename=\"C:\\Users\\x\\a.doc\"", "a.doc", "file-name.path"),
        ("attachment; filename=../../etc/passwd", "passwd", "file-name.path"),
        ("attachment; filename*=utf-8''na%C3%AFve.txt; filename=naive.txt", "naïve.txt", ""),
        ("attachment; filename=\"=?utf-8?b?w6kucGRm?=\"", "é.pdf", "parameter.encoded-word"),
        ("attachment; filename*=utf-8''exe.%E2%80%AEfdp.scr", "exe.\u{202E}fdp.scr", "file-name.bidi-control"),
        ("attachment; filename*=utf-8''a%00.txt", "a.txt", "file-name.control-character"),
        ("attachment; filename*=utf-8''a%07.txt", "a\u{7}.txt", "file-name.control-character"),
        ("attachment; filename=a.txt; filename=b.txt", "a.txt", "parameter.repeated"),
        ("attachment; filename*0=a; filename*2=b", "ab", "parameter.bad-extension"),
        ("attachment; filename*=plain.txt", "plain.txt", "parameter.bad-extension"),
        ("attachment filename=a.txt", "a.txt", "parameter.missing-semicolon"),
        ("application/x-z; name=a.txt", "a.txt", ""),
    ])
    func fileNames(_ field: String, _ name: String, _ defect: String) {
        let found = read(field)
        #expect(found.fileName == name)
        #expect(Set(found.defects.map(\.kind.rawValue)) == (defect.isEmpty ? [] : [defect]))
    }

    @Test func noFileName() {
        #expect(read("attachment").fileName == nil)
        #expect(read("attachment; filename=\"folder/\"").fileName == nil)
    }
}

struct FieldsListTests {
    @Test(arguments: [
        ("<https://a.example/u?x=1>,\r\n <mailto:u@a.example> (leave)", ["https://a.example/u?x=1|", "mailto:u@a.example|leave"]),
        ("=?us-ascii?Q?=3Chttps=3A=2F=2Fa=2E?=\r\n =?us-ascii?Q?example=2Fu=3E?=", ["https://a.example/u|"]),
        ("https://a.example/u", ["https://a.example/u|"]), ("NO", ["NO|"]), ("", []),
    ])
    func listURIs(_ field: String, _ expected: [String]) {
        let bytes = Array(field.utf8)
        let found = ListURIs(bytes.span, ByteRange(all: bytes))
        #expect(found.items.map { "\($0.uri)|\($0.comment)" } == expected)
        #expect(found.isRefusal == (field == "NO"))
    }
}
