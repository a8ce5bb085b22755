import Forms
import Testing

struct FormFieldTests {
    private func read(_ text: String) -> [FormField]? {
        let bytes = Array(text.utf8)
        return FormField.fields(of: bytes.span)
    }

    @Test func fieldsAreReadInTheirOrder() throws {
        let fields = try #require(read("a=1+2%26&b=&c&&a=%E2%82%AC&=x"))
        #expect(fields.map(\.name) == ["a", "b", "c", "a", ""])
        #expect(fields["a"] == "1 2&" && fields["b"] == "" && fields["d"] == nil && fields.all("a") == ["1 2&", "€"])
        #expect(read("")?.isEmpty == true && read("&&&")?.isEmpty == true)
    }

    @Test func whatIsEscapedWronglyStays() {
        #expect(read("a=%")?["a"] == "%" && read("a=%4")?["a"] == "%4" && read("a=%zz%41")?["a"] == "%zzA")
        #expect(read("%41=%ff")?.first == FormField("A", [0xFF]))
        // An escape does not reach into the next field.
        #expect(read("a=%4&b=1")?.map(\.text) == ["%4", "1"])
    }

    @Test func fieldsAreBounded() {
        #expect(read(String(repeating: "a&", count: FormField.countLimit))?.count == FormField.countLimit)
        #expect(read(String(repeating: "a&", count: FormField.countLimit + 1)) == nil)
    }
}
