/// Writes a field of tags, folded, each line with CRLF.
///
/// A signature's value stands on lines of its own, so that the lines around it are the same with and without it.
struct TagWriter {
    /// How many characters a line has at most behind the blank that it begins with.
    private static let lineLength = 72

    private(set) var bytes: [UInt8]
    private var column: Int
    private var isFirst = true
    private var mustFold = false
    /// Where the value of the signature is to be put.
    private(set) var signaturePlace = 0

    /// Whether the signature stands on several lines; else on one, whatever its length, so that it is the same however lines are folded.
    private let foldsSignature: Bool

    /// A field of this name.
    init(_ name: String, foldsSignature: Bool) {
        self.foldsSignature = foldsSignature
        bytes = Array(name.utf8) + [UInt8(ascii: ":"), UInt8(ascii: " ")]
        column = bytes.count
    }

    /// Adds a tag on a line where it has room.
    mutating func add(_ name: String, _ value: some Sequence<UInt8>) {
        begin(Array(name.utf8) + [UInt8(ascii: "=")] + value)
    }

    /// Adds a list with colons between, on as many lines as it needs.
    mutating func add(_ name: String, list: [String]) {
        var words = list.enumerated().map { Array($1.utf8) + ($0 + 1 < list.count ? [UInt8(ascii: ":")] : []) }
        words[0] = Array(name.utf8) + [UInt8(ascii: "=")] + words[0]
        let length = words.reduce(0) { $0 + $1.count }
        if length < TagWriter.lineLength {
            begin(Array(words.joined()))
            return
        }
        begin(words[0])
        for word in words.dropFirst() { append(word) }
    }

    /// Adds the tag of the signature, whose value is put in later.
    mutating func addSignature() {
        mustFold = true
        begin(Array("b=".utf8))
        signaturePlace = bytes.count
        mustFold = true
    }

    private mutating func begin(_ text: [UInt8]) {
        if !isFirst { bytes.append(UInt8(ascii: ";")) }
        if mustFold || (!isFirst && column + text.count + 2 > TagWriter.lineLength) {
            fold()
        } else if !isFirst {
            bytes.append(0x20)
            column += 1
        }
        mustFold = false
        isFirst = false
        bytes += text
        column += text.count + 1
    }

    private mutating func append(_ text: [UInt8]) {
        if column + text.count > TagWriter.lineLength { fold() }
        bytes += text
        column += text.count
    }

    private mutating func fold() {
        bytes += [0x0D, 0x0A, 0x20]
        column = 0
    }

    /// The field as a mail would have it, for reading it as one: its name, and its body.
    var field: RawMail.Field {
        let colon = bytes.firstIndex(of: UInt8(ascii: ":")) ?? 0
        return RawMail.Field(name: 0..<colon, body: (colon + 1)..<bytes.count)
    }

    /// The field with the signature in its place, and the line end behind it.
    func finished(_ signature: [UInt8]) -> [UInt8] {
        let digits = Base64.encode(signature)
        var text: [UInt8] = []
        var column = 2
        for digit in digits {
            if foldsSignature, column == TagWriter.lineLength {
                text += [0x0D, 0x0A, 0x20]
                column = 0
            }
            text.append(digit)
            column += 1
        }
        return bytes[..<signaturePlace] + text + bytes[signaturePlace...] + [0x0D, 0x0A]
    }
}
