import MIME
import Messages
import TestSupport
import Testing

struct FieldsAddressSyntaxTests {
    @Test func isEmailList() throws {
        guard let cases = try IsEmailCase.list() else { return }
        let categories: [String: AddressSyntax] = [
            "ISEMAIL_VALID_CATEGORY": .plain, "ISEMAIL_DNSWARN": .plain, "ISEMAIL_RFC5321": .unusual, "ISEMAIL_CFWS": .commented,
            "ISEMAIL_DEPREC": .obsolete, "ISEMAIL_RFC5322": .unroutable, "ISEMAIL_ERR": .invalid,
        ]
        var count = CaseCount("isemail")
        for entry in cases {
            let bytes = Array(entry.address.utf8)
            let found = AddressSyntax.diagnose(bytes.span, ByteRange(all: bytes))
            count.check(found == categories[entry.category], "\(entry.id): \(entry.address) is \(found), not \(entry.category)")
        }
        #expect(count.report() > 150)
        #expect(count.failed.isEmpty)
    }

    /// RFC 6532 section 3.2 lets UTF-8 stand wherever printable ASCII may.
    @Test(arguments: [("grüße@bücher.example", AddressSyntax.plain), ("\"\\é\"@example.org", .unusual), ("a@例え.テスト", .plain)])
    func internationalAddresses(_ address: String, _ syntax: AddressSyntax) {
        let bytes = Array(address.utf8)
        #expect(AddressSyntax.diagnose(bytes.span, ByteRange(all: bytes), allowingUTF8: true) == syntax)
        #expect(AddressSyntax.diagnose(bytes.span, ByteRange(all: bytes)) == .invalid)
    }
}
