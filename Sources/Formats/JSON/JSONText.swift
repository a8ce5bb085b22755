/// Writes one JSON value (RFC 8259) into a string, in the order it is told, on one line.
///
/// Faster than an encoder that walks types, and the order of keys is ours. Numbers that JSON cannot say become null.
public struct JSONText: Sendable {
    /// What was written so far.
    public private(set) var text = ""
    private var needsComma = false

    /// Writes into nothing yet.
    public init() {}

    /// Writes an object; the body writes its members.
    public mutating func object(_ body: (inout JSONText) -> Void) {
        separate()
        text += "{"
        needsComma = false
        body(&self)
        text += "}"
        needsComma = true
    }

    /// Writes a list; the body writes its elements.
    public mutating func list(_ body: (inout JSONText) -> Void) {
        separate()
        text += "["
        needsComma = false
        body(&self)
        text += "]"
        needsComma = true
    }

    /// Writes the name of an object's next member.
    public mutating func key(_ name: String) {
        separate()
        JSONText.append(name, to: &text)
        text += ":"
        needsComma = false
    }

    /// Writes a string.
    public mutating func value(_ string: String) {
        separate()
        JSONText.append(string, to: &text)
        needsComma = true
    }

    /// Writes a whole number.
    public mutating func value(_ number: Int) {
        separate()
        text += String(number)
        needsComma = true
    }

    /// Writes a number with at most so many digits after the point.
    public mutating func value(_ number: Double, digits: Int) {
        separate()
        text += number.isFinite ? JSONText.fixed(number, digits: digits) : "null"
        needsComma = true
    }

    /// Writes true or false.
    public mutating func value(_ flag: Bool) {
        separate()
        text += flag ? "true" : "false"
        needsComma = true
    }

    /// Writes null.
    public mutating func null() {
        separate()
        text += "null"
        needsComma = true
    }

    /// Writes a value that is JSON already.
    public mutating func raw(_ json: String) {
        separate()
        text += json
        needsComma = true
    }

    /// Writes a member that is a string, or null.
    public mutating func member(_ name: String, _ string: String?) {
        key(name)
        if let string { value(string) } else { null() }
    }

    /// Writes a member that is a whole number.
    public mutating func member(_ name: String, _ number: Int) {
        key(name)
        value(number)
    }

    /// Writes a member that is a number with at most so many digits after the point.
    public mutating func member(_ name: String, _ number: Double, digits: Int) {
        key(name)
        value(number, digits: digits)
    }

    /// Writes a member that is true or false.
    public mutating func member(_ name: String, _ flag: Bool) {
        key(name)
        value(flag)
    }

    /// Writes a member that is a list of strings.
    public mutating func member(_ name: String, _ strings: [String]) {
        key(name)
        list { list in for string in strings { list.value(string) } }
    }

    private mutating func separate() {
        if needsComma { text += "," }
    }

    /// A number with exactly so many digits after the point, rounded half away from zero.
    public static func fixed(_ number: Double, digits: Int) -> String {
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let scaled = (number.magnitude * scale).rounded()
        guard scaled < 9e15 else { return String(number) }
        let whole = Int64(scaled / scale)
        let rest = String(Int64(scaled) - whole * Int64(scale))
        let sign = number < 0 && scaled > 0 ? "-" : ""
        guard digits > 0 else { return sign + String(whole) }
        return sign + String(whole) + "." + String(repeating: "0", count: digits - rest.count) + rest
    }

    private static func append(_ string: String, to text: inout String) {
        text += "\""
        // The control characters from U+0080 on, which a terminal obeys too, all begin with this byte.
        if string.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F && $0 != 0xC2 }) {
            text += string
        } else {
            for scalar in string.unicodeScalars {
                switch scalar {
                case "\"": text += "\\\""
                case "\\": text += "\\\\"
                case "\n": text += "\\n"
                case "\r": text += "\\r"
                case "\t": text += "\\t"
                case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
                    let digits = String(scalar.value, radix: 16)
                    text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                default: text.unicodeScalars.append(scalar)
                }
            }
        }
        text += "\""
    }
}
