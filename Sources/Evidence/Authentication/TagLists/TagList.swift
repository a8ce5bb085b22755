/// A list of tags and their values, `a=x; b=y`: the syntax of signatures, key records and policies (RFC 6376 section 3.2).
///
/// Values keep their bytes, white space inside included; names keep their case, which counts. Bytes above 127 are taken in values where
/// they are UTF-8 (RFC 8616). Reading takes time in proportion to the bytes.
public struct TagList: Sendable, Hashable {
    /// Up to how many tags are compared one by one to find one that stands twice.
    private static let fewTags = 24
    /// For how many tags, and for how many words of a value, there is room at the start.
    fileprivate static let usualTags = 12
    private static let usualWords = 16

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
        let span = bytes.span
        var reader = TagReader()
        tags = try reader.tags(in: span)
        if let repeated = TagList.repeatedTag(in: span, tags) {
            throw TagListError(kind: .repeatedTag, offset: repeated.name.lowerBound)
        }
        if ByteRuns.ascii(in: span, from: 0, to: span.count) < span.count, let bad = TagList.offsetOfBrokenUTF8(in: bytes) {
            throw TagListError(kind: .badByte, offset: bad)
        }
    }

    /// The tag of this name.
    public func tag(_ name: StaticString) -> Tag? {
        // The view is used only inside the closure.
        name.withUTF8Buffer { unsafe tag(bytes: $0.span) }
    }

    private func tag(bytes name: Span<UInt8>) -> Tag? {
        let span = bytes.span
        let tags = tags.span
        for index in tags.indices where TagList.areEqual(span.extracting(tags[index].name), name) { return tags[index] }
        return nil
    }

    /// The value of the tag of this name.
    public func value(_ name: StaticString) -> ArraySlice<UInt8>? {
        tag(name).map { bytes[$0.value] }
    }

    /// The value as text, broken UTF-8 replaced.
    public func text(_ name: StaticString) -> String? {
        value(name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The parts of a value between separators, without white space around each. At least one, which may be empty.
    public func words(_ value: Range<Int>, separator: UInt8 = UInt8(ascii: ":")) -> [Range<Int>] {
        let span = bytes.span
        var words: [Range<Int>] = []
        words.reserveCapacity(TagList.usualWords)
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

    private static func repeatedTag(in bytes: Span<UInt8>, _ tags: [Tag]) -> Tag? {
        guard tags.count > fewTags else {
            let span = tags.span
            for index in span.indices {
                let name = bytes.extracting(span[index].name)
                for earlier in 0..<index where areEqual(bytes.extracting(span[earlier].name), name) { return span[index] }
            }
            return nil
        }
        var met: Set<[UInt8]> = []
        return tags.first { tag in !met.insert(tag.name.map { bytes[$0] }).inserted }
    }

    private static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        for index in left.indices where left[index] != right[index] { return false }
        return true
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
    private var index = 0

    static func isWhite(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
    }

    mutating func tags(in bytes: Span<UInt8>) throws(TagListError) -> [TagList.Tag] {
        var tags: [TagList.Tag] = []
        tags.reserveCapacity(TagList.usualTags)
        skipWhite(in: bytes)
        repeat {
            tags.append(try tag(in: bytes))
            guard index < bytes.count else { break }
            // A semicolon: one may also stand behind the last tag.
            index += 1
            skipWhite(in: bytes)
        } while index < bytes.count
        return tags
    }

    private mutating func tag(in bytes: Span<UInt8>) throws(TagListError) -> TagList.Tag {
        let start = index
        while index < bytes.count, TagReader.isName(bytes[index], isFirst: index == start) { index += 1 }
        guard index > start else {
            let isEmpty = index == bytes.count || bytes[index] == UInt8(ascii: ";")
            throw TagListError(kind: isEmpty ? .missingTag : .badName, offset: index)
        }
        let name = start..<index
        skipWhite(in: bytes)
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { throw TagListError(kind: .missingEquals, offset: index) }
        index += 1
        let area = index
        skipWhite(in: bytes)
        let value = index
        var end = index
        while index < bytes.count, bytes[index] != UInt8(ascii: ";") {
            if bytes[index] > 0x20, bytes[index] != 0x7F {
                index = ByteRuns.tagValue(in: bytes, from: index + 1, to: bytes.count)
                end = index
            } else {
                let before = index
                skipWhite(in: bytes)
                guard index > before else { throw TagListError(kind: .badByte, offset: index) }
            }
        }
        return TagList.Tag(name: name, value: value..<max(value, end), area: area..<index)
    }

    /// Passes over white space; a line end counts as that where a blank follows it (section 2.8).
    private mutating func skipWhite(in bytes: Span<UInt8>) {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x09: index += 1
            case 0x0A where TagReader.isBlank(bytes, at: index + 1): index += 2
            case 0x0D where index + 1 < bytes.count && bytes[index + 1] == 0x0A && TagReader.isBlank(bytes, at: index + 2): index += 3
            default: return
            }
        }
    }

    private static func isBlank(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        index < bytes.count && (bytes[index] == 0x20 || bytes[index] == 0x09)
    }

    private static func isName(_ byte: UInt8, isFirst: Bool) -> Bool {
        (byte | 0x20) &- 97 < 26 || (!isFirst && (byte &- 48 < 10 || byte == UInt8(ascii: "_")))
    }
}
