/// A list of tags and their values, `a=x; b=y`: the syntax of signatures, key records and policies (RFC 6376 section 3.2).
///
/// Values keep their bytes, white space inside included; names keep their case, which counts. Bytes above 127 are taken in values where
/// they are UTF-8 (RFC 8616). Reading takes time in proportion to the bytes.
public struct TagList: Sendable, Hashable {
    /// Up to how many tags are compared one by one to find one that stands twice.
    private static let fewTags = 24

    /// One tag.
    public struct Tag: Sendable, Hashable {
        /// Where its name stands.
        public var name: Range<Int>
        /// Where its value stands, without white space around it.
        public var value: Range<Int>
        /// Everything between the equals sign and the semicolon or the end: what a signer leaves out of what it signs (section 3.7).
        public var area: Range<Int>
    }

    /// The bytes of the list; every range is one of these.
    public let bytes: [UInt8]
    /// The tags, in their order.
    public let tags: [Tag]

    /// Reads a list. A tag that stands twice makes the whole list wrong, as does anything else that the grammar has not.
    public init(_ bytes: [UInt8]) throws(TagListError) {
        self.bytes = bytes
        var reader = TagReader(bytes)
        tags = try reader.tags()
        if let repeated = TagList.repeatedTag(in: bytes, tags) {
            throw TagListError(kind: .repeatedTag, offset: repeated.name.lowerBound)
        }
        if bytes.contains(where: { $0 > 0x7F }), let bad = TagList.offsetOfBrokenUTF8(in: bytes) {
            throw TagListError(kind: .badByte, offset: bad)
        }
    }

    /// The tag of this name.
    public func tag(_ name: String) -> Tag? {
        var name = name
        return name.withUTF8 { unsafe tag(bytes: $0.span) }
    }

    private func tag(bytes name: Span<UInt8>) -> Tag? {
        let span = bytes.span
        for tag in tags where tag.name.count == name.count {
            var index = 0
            while index < name.count, span[tag.name.lowerBound + index] == name[index] { index += 1 }
            if index == name.count { return tag }
        }
        return nil
    }

    /// The value of the tag of this name.
    public func value(_ name: String) -> ArraySlice<UInt8>? {
        tag(name).map { bytes[$0.value] }
    }

    /// The value as text, broken UTF-8 replaced.
    public func text(_ name: String) -> String? {
        value(name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The parts of a value between separators, without white space around each. At least one, which may be empty.
    public func words(_ value: Range<Int>, separator: UInt8 = UInt8(ascii: ":")) -> [Range<Int>] {
        let span = bytes.span
        var words: [Range<Int>] = []
        var start = value.lowerBound
        for index in value where span[index] == separator {
            words.append(TagList.trimmed(start..<index, in: span))
            start = index + 1
        }
        words.append(TagList.trimmed(start..<value.upperBound, in: span))
        return words
    }

    private static func trimmed(_ range: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, TagReader.isWhite(bytes[start]) { start += 1 }
        while start < end, TagReader.isWhite(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    private static func repeatedTag(in bytes: [UInt8], _ tags: [Tag]) -> Tag? {
        guard tags.count > fewTags else {
            for (index, tag) in tags.enumerated() {
                let name = bytes[tag.name]
                for earlier in tags[..<index] where earlier.name.count == name.count && bytes[earlier.name].elementsEqual(name) {
                    return tag
                }
            }
            return nil
        }
        var met: Set<ArraySlice<UInt8>> = []
        return tags.first { !met.insert(bytes[$0.name]).inserted }
    }

    /// The first byte that begins no code point.
    private static func offsetOfBrokenUTF8(in bytes: [UInt8]) -> Int? {
        var index = 0
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): index += UTF8.width(scalar)
            case .emptyInput: return nil
            case .error: return index
            }
        }
    }
}

/// Reads the tags of a list one after the other.
private struct TagReader {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    static func isWhite(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
    }

    mutating func tags() throws(TagListError) -> [TagList.Tag] {
        var tags: [TagList.Tag] = []
        skipWhite()
        repeat {
            tags.append(try tag())
            guard index < bytes.count else { break }
            // A semicolon: one may also stand behind the last tag.
            index += 1
            skipWhite()
        } while index < bytes.count
        return tags
    }

    private mutating func tag() throws(TagListError) -> TagList.Tag {
        let start = index
        while index < bytes.count, TagReader.isName(bytes[index], isFirst: index == start) { index += 1 }
        guard index > start else {
            let isEmpty = index == bytes.count || bytes[index] == UInt8(ascii: ";")
            throw TagListError(kind: isEmpty ? .missingTag : .badName, offset: index)
        }
        let name = start..<index
        skipWhite()
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { throw TagListError(kind: .missingEquals, offset: index) }
        index += 1
        let area = index
        skipWhite()
        let value = index
        var end = index
        while index < bytes.count, bytes[index] != UInt8(ascii: ";") {
            if bytes[index] > 0x20, bytes[index] != 0x7F {
                index += 1
                end = index
            } else {
                let before = index
                skipWhite()
                guard index > before else { throw TagListError(kind: .badByte, offset: index) }
            }
        }
        return TagList.Tag(name: name, value: value..<max(value, end), area: area..<index)
    }

    /// Passes over white space; a line end counts as that where a blank follows it (section 2.8).
    private mutating func skipWhite() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x09: index += 1
            case 0x0A where isBlank(at: index + 1): index += 2
            case 0x0D where index + 1 < bytes.count && bytes[index + 1] == 0x0A && isBlank(at: index + 2): index += 3
            default: return
            }
        }
    }

    private func isBlank(at index: Int) -> Bool {
        index < bytes.count && (bytes[index] == 0x20 || bytes[index] == 0x09)
    }

    private static func isName(_ byte: UInt8, isFirst: Bool) -> Bool {
        (byte | 0x20) &- 97 < 26 || (!isFirst && (byte &- 48 < 10 || byte == UInt8(ascii: "_")))
    }
}
