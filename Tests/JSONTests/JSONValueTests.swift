import JSON
import Testing

struct JSONValueTests {
    private func read(_ text: String) throws -> JSONValue {
        let bytes = Array(text.utf8)
        return try JSONValue(bytes.span)
    }

    @Test func valuesAreReadAsTheyWereWritten() throws {
        let value = try read(#" {"a":[1,-2.5e3,true,false,null,{}],"b":"x\u00e9\ud83d\ude00\n","c":""} "#)
        #expect(value["a"]?.elements?.count == 6 && value["a"]?.elements?[1].number == "-2.5e3")
        #expect(value["a"]?.elements?[2].flag == true && value["b"]?.text == "xé😀\n" && value["c"]?.bytes == [])
        #expect(value["d"] == nil && JSONValue.null["a"] == nil)
        #expect(try read("\u{FEFF}1") == .number("1"))
        // Half a character of UTF-16 is no reason to lose the rest.
        #expect(try read(#""\ud83dx""#).text == "\u{FFFD}x")
    }

    @Test(arguments: [
        ("", JSONProblem.Code.badSyntax, 0), ("{", .badSyntax, 1), ("[1,]", .badSyntax, 3), ("nul", .badSyntax, 0), ("1 2", .badSyntax, 2),
        (#"{"a":1,"a":2}"#, .repeatedName, 7), (#""a"#, .badString, 2), ("\"\n\"", .badString, 1), (#""\x""#, .badString, 1),
        ("-", .badNumber, 0), ("1.", .badNumber, 0), ("01", .badSyntax, 1), ("{1:2}", .badSyntax, 1), (#"{"a" 1}"#, .badSyntax, 5),
        ("+1", .badSyntax, 0), ("NaN", .badSyntax, 0),
    ])
    func whatIsNoJSONSaysWhere(_ text: String, _ code: JSONProblem.Code, _ offset: Int) {
        #expect(throws: JSONProblem(code, at: offset)) { try read(text) }
    }

    @Test func depthAndNumberAreBounded() throws {
        let deep = String(repeating: "[", count: 10_000)
        #expect(throws: JSONProblem(.tooDeep, at: JSONLimits.depth)) { try read(deep) }
        let objects = String(repeating: #"{"a":"#, count: 10_000)
        #expect(throws: JSONProblem(.tooDeep, at: 5 * JSONLimits.depth)) { try read(objects) }
        #expect(try read(String(repeating: "[", count: 64) + String(repeating: "]", count: 64)).elements?.count == 1)
        let many = "[" + String(repeating: "1,", count: JSONLimits.values) + "1]"
        #expect { try read(many) } throws: { ($0 as? JSONProblem)?.code == .tooMany }
        // Names are compared by a set once they are many.
        let names = (0..<20_000).map { "\"n\($0)\":0" }.joined(separator: ",")
        #expect(throws: JSONProblem.self) { try read("{\(names),\"n3\":1}") }
    }

    @Test func whatIsWrittenIsReadAgain() throws {
        var json = JSONText()
        json.object { object in
            object.member("text", "a\"\\\n\u{85}é")
            object.member("number", 1.5, digits: 3)
            object.key("list")
            object.list { list in
                list.value(1)
                list.raw("{}")
                list.null()
            }
        }
        let value = try read(json.text)
        #expect(value["text"]?.text == "a\"\\\n\u{85}é" && value["number"]?.number == "1.500")
        #expect(value["list"]?.elements == [.number("1"), .object([]), .null])
    }

    @Test(arguments: [
        ("", ""), ("Zg==", "f"), ("Zg", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYmFy", "foobar"),
    ])
    func base64IsRead(_ written: String, _ meant: String) {
        #expect(JSONValue.string(Array(written.utf8)).base64 == Array(meant.utf8))
    }

    @Test(arguments: ["Z", "Zg=", "Zg===", "Z=g=", "Zm9v=", "Zm 9v", "Zm9v\n", "Zm9-"])
    func whatIsNoBase64IsNothing(_ written: String) {
        #expect(JSONValue.string(Array(written.utf8)).base64 == nil)
        #expect(JSONValue.number("1").base64 == nil)
    }
}
