/// Writes XML and HTML: names and attributes are ours, everything else is escaped.
public struct XMLText: Sendable {
    /// What was written so far.
    public private(set) var text = ""

    /// Writes into nothing yet.
    public init() {}

    /// What was written so far, in UTF-8.
    public var bytes: [UInt8] { Array(text.utf8) }

    /// Writes what is markup already.
    public mutating func raw(_ markup: String) { text += markup }

    /// Writes text.
    public mutating func text(_ string: String) { text += XMLText.escaped(string) }

    /// Writes an element whose body is written by another call.
    public mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>, _ body: (inout XMLText) -> Void) {
        open(name, attributes, end: ">")
        body(&self)
        text += "</\(name)>"
    }

    /// Writes an element that holds text alone.
    public mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>, _ string: String) {
        element(name, attributes) { $0.text(string) }
    }

    /// Writes an element without attributes whose body is written by another call.
    public mutating func element(_ name: String, _ body: (inout XMLText) -> Void) { element(name, [:], body) }

    /// Writes an element without attributes that holds text alone.
    public mutating func element(_ name: String, _ string: String) { element(name, [:], string) }

    /// Writes an element that holds nothing.
    public mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) { open(name, attributes, end: "/>") }

    private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>, end: String) {
        text += "<" + name
        for (key, value) in attributes { text += " \(key)=\"\(XMLText.escaped(value))\"" }
        text += end
    }

    /// A text whose marks are escaped; characters that XML 1.0 cannot hold are left out (section 2.2).
    public static func escaped(_ string: String) -> String {
        var result = ""
        result.reserveCapacity(string.utf8.count)
        for scalar in string.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\u{9}", "\u{A}", "\u{D}": result.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
