import JSON
import MatrixEvents
import Testing

/// The one form of JSON that Matrix signs.
struct CanonicalJSONTests {
    private func canonical(_ text: String) throws -> String {
        String(decoding: try CanonicalJSON.bytes(of: JSONValue(Array(text.utf8).span)), as: UTF8.self)
    }

    @Test(arguments: [
        (#"{"one": 1, "two": "Two"}"#, #"{"one":1,"two":"Two"}"#), (#"{"b":"2","a":"1"}"#, #"{"a":"1","b":"2"}"#),
        (#"{"本": 2, "日": 1, "a":{"z":[ ],"y":{}}}"#, #"{"a":{"y":{},"z":[]},"日":1,"本":2}"#),
        (#"{"a": "\u65E5\/\u00e9"}"#, #"{"a":"日/é"}"#), (#"{"a": null, "b": [true, false, -0, -7]}"#, #"{"a":null,"b":[true,false,0,-7]}"#),
        ("\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\\\u007f\"", "\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\\u{7F}\""),
        // By code points and not by UTF-16: U+1F600 stands behind U+FF5E.
        ("{\"\u{1F600}\":1,\"\u{FF5E}\":2}", "{\"\u{FF5E}\":2,\"\u{1F600}\":1}"), ("9007199254740991", "9007199254740991"),
    ])
    func valuesHaveOneForm(written: String, wanted: String) throws {
        #expect(try canonical(written) == wanted)
    }

    @Test(arguments: ["1.5", "1e3", "9007199254740992", "-9007199254740992", "[1.0]", #"{"a":123456789012345678901234567890}"#])
    func whatIsNoWholeNumberHasNone(written: String) {
        #expect(throws: CanonicalJSON.Problem.self) { try canonical(written) }
    }

    @Test func whatIsNoTextHasNone() throws {
        #expect(throws: CanonicalJSON.Problem.encoding) { try CanonicalJSON.bytes(of: .object([.init("a", .string([0x61, 0xFF]))])) }
    }
}
