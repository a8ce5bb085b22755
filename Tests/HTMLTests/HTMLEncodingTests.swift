import HTML
import TestSupport
import Testing

@Suite struct HTMLEncodingTests {
    /// The charset suite of html5lib: a document, and the encoding a browser with the fallback windows-1252 reads it in.
    @Test func declaredEncodings() throws {
        guard let folder = SharedData.vectors("html/encoding") else { return }
        var count = CaseCount("html/encoding")
        for file in try SharedData.names(in: folder) where file.hasSuffix(".dat") {
            let bytes = try SharedData.bytes(at: folder + "/" + file)
            for (document, expected) in cases(bytes) {
                // The suite's documents are read whole, as by a browser that changes its mind when a `meta` element comes late.
                let found = HTMLEncoding.sniff(document.span, prescanBytes: document.count)?.name ?? "windows-1252"
                count.check(
                    found.lowercased() == expected.lowercased(),
                    "\(file): \(found) is not \(expected) in \(String(decoding: document.prefix(200), as: UTF8.self))")
            }
        }
        #expect(count.failed.isEmpty)
        #expect(count.report() == 82)
    }

    private func cases(_ bytes: [UInt8]) -> [(document: [UInt8], expected: String)] {
        var cases: [(document: [UInt8], expected: String)] = []
        var document: [UInt8]?
        var isName = false
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if line == Array("#data".utf8)[...] {
                document = []
            } else if line == Array("#encoding".utf8)[...] {
                isName = true
            } else if isName, let whole = document {
                cases.append((whole, String(decoding: line, as: UTF8.self)))
                isName = false
                document = nil
            } else if document != nil {
                document? += line + [UInt8(ascii: "\n")]
            }
        }
        return cases
    }

    @Test(arguments: [
        ("\u{FEFF}<meta charset=koi8-r>", "UTF-8", HTMLEncoding.Source.byteOrderMark),
        ("<meta charset=' KOI8-R '>", "KOI8-R", .meta),
        ("<meta charset=utf-16>", "UTF-8", .meta),
        ("<a title='<meta charset=big5>'><meta charset=gb2312>", "GBK", .meta),
    ])
    func claims(document: String, name: String, source: HTMLEncoding.Source) {
        let bytes = Array(document.utf8)
        #expect(HTMLEncoding.sniff(bytes.span) == HTMLEncoding.sniff(bytes.span))
        #expect(HTMLEncoding.sniff(bytes.span)?.name == name)
        #expect(HTMLEncoding.sniff(bytes.span)?.source == source)
    }

    @Test func claimsOfUTF16() {
        let big: [UInt8] = [0xFE, 0xFF, 0x00, 0x3C]
        let little: [UInt8] = [0x3C, 0x00, 0x3F, 0x00, 0x78, 0x00]
        #expect(HTMLEncoding.sniff(big.span)?.name == "UTF-16BE")
        #expect(HTMLEncoding.sniff(little.span)?.name == "UTF-16LE")
    }

    @Test func noClaim() {
        let late = Array((String(repeating: " ", count: 1024) + "<meta charset=utf-8>").utf8)
        #expect(HTMLEncoding.sniff(late.span) == nil)
        let empty: [UInt8] = []
        #expect(HTMLEncoding.sniff(empty.span) == nil)
    }
}
