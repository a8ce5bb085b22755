internal import Messages

extension HTMLTokenizer {
    // What ends a tag's name, an attribute's name and a value without quotes, a bit for each byte; `&` does not end a value, but is noted.
    @inline(__always) private static var tagNameEnds: UInt64 { ASCII.spaces | 1 << 0x2F | 1 << 0x3E }
    @inline(__always) private static var nameEnds: UInt64 { tagNameEnds | 1 << 0x3D }
    @inline(__always) private static var valueEnds: UInt64 { ASCII.spaces | 1 << 0x3E }
    @inline(__always) private static var valueStops: UInt64 { valueEnds | 1 << 0x26 }

    /// Reads a tag's name (section 13.2.5.8), whose first byte is a letter; gives the offset after it.
    @inline(__always)
    mutating func readName(_ input: Span<UInt8>, from nameStart: Int) -> Int {
        let end = input.first(in: Self.tagNameEnds, from: nameStart &+ 1)
        name = PackedName(input, from: nameStart, to: end)
        return end
    }

    /// Forgets the attributes of the tag before.
    @inline(__always)
    mutating func clearAttributes() {
        attributeCount = 0
        known.clear()
        isSelfClosing = false
    }

    /// Reads the rest of a tag (section 13.2.5.32 to 40) and moves behind its `>`; false where the document ends in it.
    mutating func readAttributes(_ input: Span<UInt8>, from tagEnd: Int, isEnd: Bool) -> Bool {
        clearAttributes()
        // Which unknown names may have been met, a bit for some of them.
        var seen: UInt64 = 0
        var at = tagEnd
        while true {
            at = input.skipSpace(from: at, to: input.count)
            guard at < input.count else { return false }
            if input[at] == ASCII.greater {
                position = at &+ 1
                return true
            }
            if input[at] == ASCII.slash {
                at &+= 1
                guard at < input.count else { return false }
                guard input[at] == ASCII.greater else { continue }
                isSelfClosing = true
                position = at &+ 1
                return true
            }

            // The name, which may begin with `=`.
            let nameStart = at
            at = input.first(in: Self.nameEnds, from: at &+ 1)
            let name = nameStart..<at
            at = input.skipSpace(from: at, to: input.count)
            guard at < input.count else { return false }
            var value = name.upperBound..<name.upperBound
            var hasReference = false
            if input[at] == ASCII.equals {
                at = input.skipSpace(from: at &+ 1, to: input.count)
                guard Self.readValue(input, from: &at, into: &value, &hasReference) else { return false }
            }
            if !isEnd { add(input, name, value, hasReference, &seen) }
        }
    }

    /// Reads an attribute's value and moves behind it; false where the document ends in it.
    @inline(__always)
    private static func readValue(
        _ input: Span<UInt8>, from at: inout Int, into value: inout Range<Int>, _ hasReference: inout Bool
    ) -> Bool {
        guard at < input.count else { return false }
        let quote = input[at]
        let isQuoted = quote == ASCII.quote || quote == ASCII.apostrophe
        let start = isQuoted ? at &+ 1 : at
        var end = isQuoted ? input.first(quote, or: ASCII.ampersand, from: start) : input.first(in: valueStops, from: start)
        if end < input.count, input[end] == ASCII.ampersand {
            hasReference = true
            end = isQuoted ? input.first(quote, from: end &+ 1) : input.first(in: valueEnds, from: end &+ 1)
        }
        guard end < input.count else { return false }
        value = start..<end
        at = isQuoted ? end &+ 1 : end
        return true
    }

    /// Adds an attribute, unless the tag has one of this name or too many.
    @inline(__always)
    private mutating func add(_ input: Span<UInt8>, _ name: Range<Int>, _ value: Range<Int>, _ hasReference: Bool, _ seen: inout UInt64) {
        let packed = PackedName(input, from: name.lowerBound, to: name.upperBound)
        let word = HTMLAttributeName(packed, in: attributeNames)
        if let word {
            if known.has(word) { return }
        } else {
            // The word of bits says at once that most names are new.
            let bit: UInt64 = 1 &<< (packed.mixed &>> 58)
            if seen & bit != 0, hasAttribute(packed, input, name) { return }
            seen |= bit
        }
        guard attributeCount < limits.attributesPerTag else {
            if defects.last?.kind != .htmlTooManyAttributes { note(.htmlTooManyAttributes, at: start) }
            return
        }
        if let word { known.add(word, at: attributeCount) } else { known.count(packed) }
        let attribute = HTMLAttribute(
            name: ByteRange(name.lowerBound, name.upperBound), value: ByteRange(value.lowerBound, value.upperBound),
            hasReference: hasReference, packed: packed)
        if attributeCount < attributeSlots.count {
            attributeSlots[attributeCount] = attribute
        } else {
            attributeSlots.append(attribute)
        }
        attributeCount &+= 1
    }

    /// Whether the tag has an attribute of this name already.
    private func hasAttribute(_ packed: PackedName, _ input: Span<UInt8>, _ range: Range<Int>) -> Bool {
        for attribute in attributes where attribute.packed == packed {
            if packed.isExact { return true }
            let other = Int(attribute.name.start)
            var same = 0
            while same < range.count, ASCII.lowered(input[other &+ same]) == ASCII.lowered(input[range.lowerBound &+ same]) { same &+= 1 }
            if same == range.count { return true }
        }
        return false
    }
}
