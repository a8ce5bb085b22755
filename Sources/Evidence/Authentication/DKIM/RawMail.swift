/// A mail as it travels: the bytes of its fields and of its body, of which signatures speak.
///
/// Nothing is decoded, and nothing a parser of mails repairs is repaired: a signature is over what was sent. Where the first line ends in a
/// line feed alone, as in a file on disk, each line feed counts as CRLF, which it was on its way; else line ends are CRLF and nothing else.
public struct RawMail: Sendable {
    /// What ends a line.
    public enum LineEnds: Sendable, Hashable {
        /// CRLF, and nothing else.
        case crlf
        /// A line feed, with or without a carriage return before it; it stands for CRLF.
        case lineFeed
    }

    /// One field.
    public struct Field: Sendable, Hashable {
        /// Where its name stands.
        public var name: Range<Int>
        /// Where its body stands: all behind the colon, without the line end that closes the field.
        public var body: Range<Int>
    }

    /// The bytes; every range is one of these.
    public let bytes: [UInt8]
    /// What ends its lines.
    public let lineEnds: LineEnds
    /// The fields, from the top down.
    public let fields: [Field]
    /// Where the body stands.
    public let body: Range<Int>
    private let lowestOfName: FieldNameTable
    private let previousOfName: [Int32]

    /// The mail that these bytes are.
    public init(_ bytes: [UInt8]) {
        let reader = RawMailReader(bytes)
        self.bytes = bytes
        lineEnds = reader.lineEnds
        fields = reader.fields
        body = reader.body
        var lowest = FieldNameTable(fields: reader.fields.count)
        var previous: [Int32] = []
        previous.reserveCapacity(reader.fields.count)
        let span = bytes.span
        for field in reader.fields { previous.append(lowest.add(RawMail.hash(span.extracting(field.name)))) }
        lowestOfName = lowest
        previousOfName = previous
    }

    /// The indices of the fields of a name, of either case, the lowest field first.
    public func fields(named name: String) -> [Int] {
        let bytes = Array(name.utf8)
        var indices: [Int] = []
        var index = firstField(named: bytes.span, from: lowestOfName.field(RawMail.hash(bytes.span)))
        while index >= 0 {
            indices.append(index)
            index = firstField(named: bytes.span, from: above(index))
        }
        return indices
    }

    /// The bytes of a field's body.
    public func body(of field: Int) -> ArraySlice<UInt8> {
        bytes[fields[field].body]
    }

    /// The lowest field of each name.
    var lowestFields: FieldNameTable { lowestOfName }

    /// The next field upwards whose name has the same hash; -1 where there is none.
    func above(_ index: Int) -> Int {
        Int(previousOfName[index])
    }

    /// The first field of a name from an index upwards, along the fields whose names have its hash; -1 where there is none.
    func firstField(named name: Span<UInt8>, from start: Int) -> Int {
        let span = bytes.span
        var index = start
        while index >= 0, !FieldSelection.areEqual(span.extracting(fields[index].name), name) { index = above(index) }
        return index
    }

    /// Differs from run to run, so that nobody can write names that all have one hash.
    private static let seed = UInt64.random(in: .min ... .max)

    /// A hash of a name, the same for either case.
    static func hash(_ name: Span<UInt8>) -> UInt64 {
        var hash = seed
        for index in name.indices {
            hash = (hash ^ UInt64(lowered(name[index]))) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
        }
        return hash
    }

    @inline(__always)
    static func lowered(_ byte: UInt8) -> UInt8 {
        byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
    }
}

/// The fields that a signature names, chosen from below (RFC 6376 section 5.4.2): each name takes the lowest field not yet taken.
struct FieldSelection {
    private let mail: RawMail
    /// The next field of each name that is not yet taken.
    private var left: FieldNameTable

    init(of mail: RawMail) {
        self.mail = mail
        left = mail.lowestFields
    }

    /// The next field of a name; nothing where there is none left.
    mutating func next(_ name: Span<UInt8>) -> Int? {
        let hash = RawMail.hash(name)
        let index = mail.firstField(named: name, from: left.field(hash))
        guard index >= 0 else { return nil }
        left.set(hash, to: mail.above(index))
        return index
    }

    static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        for index in left.indices where RawMail.lowered(left[index]) != RawMail.lowered(right[index]) { return false }
        return true
    }
}
