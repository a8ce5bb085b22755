import JSON
import Testing

/// What is written, byte for byte.
struct JSONTextTests {
    private func written(_ body: (inout JSONText) -> Void) -> String {
        var json = JSONText()
        body(&json)
        return json.text
    }

    @Test func valuesStandInTheOrderTheyAreTold() {
        let text = written {
            $0.object {
                $0.member("b", "x")
                $0.member("a", -12)
                $0.member("none", nil)
                $0.key("list")
                $0.list {
                    $0.value(true)
                    $0.object { _ in }
                    $0.raw("[1]")
                    $0.null()
                }
                $0.member("c", ["d", ""])
            }
        }
        #expect(text == #"{"b":"x","a":-12,"none":null,"list":[true,{},[1],null],"c":["d",""]}"#)
    }

    @Test(arguments: [0, 1, -1, 9, 10, 99, 100, 1_234_567_890, Int.max, Int.min])
    func wholeNumbersAreThoseOfSwift(number: Int) {
        #expect(written { $0.value(number) } == String(number))
    }

    @Test func numbersHaveTheDigitsThatWereAskedFor() {
        let cases: [(Double, Int, String)] = [
            (0, 0, "0"), (0, 3, "0.000"), (0.5, 0, "1"), (1.0005, 3, "1.001"), (-0.0004, 3, "0.000"), (-0.0005, 3, "-0.001"),
            (12.04, 2, "12.04"), (999.9999, 3, "1000.000"), (0.000001, 6, "0.000001"), (1e15, 0, "1000000000000000"), (1e16, 2, "1e+16"),
        ]
        for (number, digits, wanted) in cases {
            #expect(written { $0.value(number, digits: digits) } == wanted)
            #expect(JSONText.fixed(number, digits: digits) == wanted)
        }
        #expect(written { $0.value(.nan, digits: 2) } == "null" && written { $0.value(-.infinity, digits: 2) } == "null")
    }

    @Test func whatATerminalObeysIsEscaped() {
        let text = written { $0.value("a\"\\\n\r\t\u{0}\u{1B}[1m\u{7F}\u{9B}é\u{A0}🐦") }
        #expect(text == "\"a\\\"\\\\\\n\\r\\t\\u0000\\u001b[1m\\u007f\\u009bé\u{A0}🐦\"")
        #expect(written { $0.value("plain, longer than sixteen bytes: é") } == "\"plain, longer than sixteen bytes: é\"")
    }
}
