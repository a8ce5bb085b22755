import MIME
import Messages
import Testing

/// Long fields, built to make a careless reader quadratic, deep or greedy. They must come back, and within limits.
struct FieldsHostileTests {
    private static let patterns = [
        "(", ")", "<", ">", "\"", "\\", "[", ":", ";", ",", "@", "=?", "=?a?q?", "=?a?b?=?=", "?=", "<@", "<a", "a,", "a b,", "(a", "\"a",
        "[a",
        "<a@b>,", "a@b ", "a;b=", "a*0=b;", ";a*=", "a=\"", "from ", "by (", "; 1 Jan 2026 ", "1:", "+", "<a@b> <", "\r\n ", " (", "a.",
        ".", "é",
        "<@a:", "a=b c", "=?iso-2022-jp?b?GyRC?= ",
    ]

    @Test(arguments: patterns)
    func everyReaderReturns(_ pattern: String) {
        let bytes = Array(String(repeating: pattern, count: 400_000 / pattern.utf8.count).utf8)
        let range = ByteRange(all: bytes)
        let span = bytes.span
        let addresses = Addresses(span, range)
        #expect(addresses.mailboxes.count <= FieldLimits.mailboxes)
        #expect(addresses.defects.count <= FieldLimits.defects)
        #expect(ParameterisedValue(span, range).parameters.count <= FieldLimits.parameters)
        #expect(MessageIDs(span, range).ids.count <= FieldLimits.messageIDs)
        #expect(ListURIs(span, range).items.count <= FieldLimits.listItems)
        #expect(Phrases(span, range).phrases.count <= FieldLimits.listItems)
        #expect(ReceivedField(span, range).defects.count <= FieldLimits.defects)
        #expect(DateTimeValue(span, range).defects.count <= FieldLimits.defects)
        _ = AddressSyntax.diagnose(span, range)
        var out: [UInt8] = []
        var defects: [Defect] = []
        var decoder = CharsetDecoder()
        UnstructuredText.decode(span, range, into: &out, defects: &defects, decoder: &decoder)
        #expect(out.count <= 3 * bytes.count)
        #expect(defects.count <= FieldLimits.defects)
    }

    @Test func manyAddresses() {
        let bytes = Array((0..<100_000).map { "Name \($0) <user\($0)@example.org>" }.joined(separator: ",\r\n ").utf8)
        let found = Addresses(bytes.span, ByteRange(all: bytes))
        #expect(found.mailboxes.count == FieldLimits.mailboxes)
        #expect(found.defects.map(\.kind) == [.addressTooMany])
    }

    @Test func deepNesting() {
        let depth = 100_000
        let text = String(repeating: "(", count: depth) + "x" + String(repeating: ")", count: depth) + "a@example.org"
        let bytes = Array(text.utf8)
        #expect(Addresses(bytes.span, ByteRange(all: bytes)).mailboxes.map(\.address) == ["a@example.org"])
        #expect(AddressSyntax.diagnose(bytes.span, ByteRange(all: bytes)) == .commented)
    }
}
