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
        var name = name
        return name.withUTF8 { name in
            var indices: [Int] = []
            // The view is used only inside the closure.
            let span = unsafe name.span
            var index = firstField(named: span, from: lowestOfName.field(RawMail.hash(span)))
            while index >= 0 {
                indices.append(index)
                index = firstField(named: span, from: above(index))
            }
            return indices
        }
    }

    /// How many fields of a name there are, of either case.
    func count(named name: [UInt8]) -> Int {
        let name = name.span
        var count = 0
        var index = firstField(named: name, from: lowestOfName.field(RawMail.hash(name)))
        while index >= 0 {
            count += 1
            index = firstField(named: name, from: above(index))
        }
        return count
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

    /// Differ from run to run, so that nobody can write names that all have one hash.
    private static let seed = UInt64.random(in: .min ... .max)
    private static let factor = UInt64.random(in: .min ... .max) | 1

    /// A hash of a name, the same for either case: eight bytes at a time, the two halves of a secret product put together.
    static func hash(_ name: Span<UInt8>) -> UInt64 {
        let raw = unsafe name.bytes
        var hash = seed ^ UInt64(truncatingIfNeeded: name.count)
        var index = 0
        while index + 8 <= name.count {
            // unsafeLoadUnaligned checks that all eight bytes are inside, and any bits are a UInt64.
            let word = UInt64(littleEndian: unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
            hash = mixed(hash ^ lowered(word))
            index += 8
        }
        var word: UInt64 = 0
        while index < name.count {
            word = word << 8 | UInt64(lowered(name[index]))
            index += 1
        }
        return mixed(hash ^ word)
    }

    @inline(__always)
    private static func mixed(_ word: UInt64) -> UInt64 {
        let product = word.multipliedFullWidth(by: factor)
        return product.high ^ product.low
    }

    /// Eight bytes with capital letters of ASCII made small.
    @inline(__always)
    private static func lowered(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let sevens = word & (ones &* 0x7F)
        // The high bit of each byte that is at least A, and of each that is beyond Z; bytes of other scripts have it themselves.
        let capitals = (sevens &+ ones &* (0x80 - 0x41)) & ~(sevens &+ ones &* (0x80 - 0x5B)) & ~word & (ones &* 0x80)
        return word | capitals >> 2
    }

    @inline(__always)
    static func lowered(_ byte: UInt8) -> UInt8 {
        byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
    }
}

/// The fields that a signature names, chosen from below (RFC 6376 section 5.4.2): each name takes the lowest field not yet taken.
struct FieldSelection {
    /// The next field of each name that is not yet taken.
    private var left: FieldNameTable

    init(of mail: RawMail) {
        left = mail.lowestFields
    }

    /// The next field of a name in the same mail; nothing where there is none left.
    mutating func next(_ name: Span<UInt8>, in mail: RawMail) -> Int? {
        let hash = RawMail.hash(name)
        let index = mail.firstField(named: name, from: left.field(hash))
        guard index >= 0 else { return nil }
        left.set(hash, to: mail.above(index))
        return index
    }

    static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        for index in left.indices where left[index] != right[index] {
            guard RawMail.lowered(left[index]) == RawMail.lowered(right[index]) else { return false }
        }
        return true
    }
}
