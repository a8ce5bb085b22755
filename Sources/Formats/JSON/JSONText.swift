/// Writes one JSON value (RFC 8259) in the order it is told, on one line.
///
/// Faster than an encoder that walks types, and the order of keys is ours. Numbers that JSON cannot say become null.
public struct JSONText: Sendable {
    /// What was written so far, in UTF-8.
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// What was written so far.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Writes into nothing yet.
    public init() {}

    /// Writes an object; the body writes its members.
    public mutating func object(_ body: (inout JSONText) -> Void) {
        separate()
        bytes.append(UInt8(ascii: "{"))
        needsComma = false
        body(&self)
        bytes.append(UInt8(ascii: "}"))
        needsComma = true
    }

    /// Writes a list; the body writes its elements.
    public mutating func list(_ body: (inout JSONText) -> Void) {
        separate()
        bytes.append(UInt8(ascii: "["))
        needsComma = false
        body(&self)
        bytes.append(UInt8(ascii: "]"))
        needsComma = true
    }

    /// Writes the name of an object's next member.
    public mutating func key(_ name: String) {
        separate()
        append(quoted: name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes a string.
    public mutating func value(_ string: String) {
        separate()
        append(quoted: string)
        needsComma = true
    }

    /// Writes a whole number.
    public mutating func value(_ number: Int) {
        separate()
        append(number)
        needsComma = true
    }

    /// Writes a number with at most so many digits after the point.
    public mutating func value(_ number: Double, digits: Int) {
        separate()
        if number.isFinite { append(number, digits: digits) } else { append("null") }
        needsComma = true
    }

    /// Writes true or false.
    public mutating func value(_ flag: Bool) {
        separate()
        append(flag ? "true" : "false")
        needsComma = true
    }

    /// Writes null.
    public mutating func null() {
        separate()
        append("null")
        needsComma = true
    }

    /// Writes a value that is JSON already.
    public mutating func raw(_ json: String) {
        separate()
        bytes.append(contentsOf: json.utf8)
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
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    /// A number with exactly so many digits after the point, rounded half away from zero.
    public static func fixed(_ number: Double, digits: Int) -> String {
        var json = JSONText()
        json.append(number, digits: digits)
        return json.text
    }

    private mutating func append(_ word: StaticString) {
        for place in 0..<word.utf8CodeUnitCount {
            // The text of a literal lives as long as the program, and the place is within its count.
            bytes.append(unsafe word.utf8Start[place])
        }
    }

    /// Writes a whole number; `width` is how many digits there are at least, with zeros in front.
    private mutating func append(_ number: Int, width: Int = 1) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        var (rest, unit, digits) = (number.magnitude, UInt(1), 1)
        while rest / unit >= 10 {
            unit *= 10
            digits += 1
        }
        while digits < width {
            bytes.append(UInt8(ascii: "0"))
            digits += 1
        }
        while unit > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(rest / unit))
            rest %= unit
            unit /= 10
        }
    }

    private mutating func append(_ number: Double, digits: Int) {
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let scaled = (number.magnitude * scale).rounded()
        guard scaled < 9e15 else { return bytes.append(contentsOf: String(number).utf8) }
        if number < 0, scaled > 0 { bytes.append(UInt8(ascii: "-")) }
        let whole = Int(scaled / scale)
        append(whole)
        guard digits > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        append(Int(scaled) - whole * Int(scale), width: digits)
    }

    private mutating func append(quoted string: String) {
        bytes.append(UInt8(ascii: "\""))
        if JSONText.isPlain(string.utf8Span.span) {
            bytes.append(contentsOf: string.utf8)
        } else {
            for scalar in string.unicodeScalars { append(escaped: scalar) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Whether nothing is to be escaped. The control characters from U+0080 on, which a terminal obeys too, all begin with the byte C2.
    private static func isPlain(_ text: Span<UInt8>) -> Bool {
        var isPlain = true
        for place in text.indices {
            let byte = text[place]
            isPlain = isPlain && byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x7F && byte != 0xC2
        }
        return isPlain
    }

    private static func hexadecimal(_ digit: UInt32) -> UInt8 {
        UInt8(digit) + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
    }

    private mutating func append(escaped scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": append("\\\"")
        case "\\": append("\\\\")
        case "\n": append("\\n")
        case "\r": append("\\r")
        case "\t": append("\\t")
        case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
            append("\\u00")
            bytes.append(JSONText.hexadecimal(scalar.value / 16))
            bytes.append(JSONText.hexadecimal(scalar.value % 16))
        default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
        }
    }
}
