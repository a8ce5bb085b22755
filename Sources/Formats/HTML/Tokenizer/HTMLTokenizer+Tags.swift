internal import Messages

extension HTMLTokenizer {
    /// Reads a tag's name (section 13.2.5.8); gives the offset after it.
    @inline(__always)
    mutating func readName(_ input: Span<UInt8>, from nameStart: Int) -> Int {
        var read = PackedName()
        var at = nameStart
        while at < input.count {
            let byte = input[at]
            if byte <= ASCII.greater, ASCII.isSpace(byte) || byte == ASCII.slash || byte == ASCII.greater { break }
            read.append(byte)
            at &+= 1
        }
        read.close()
        name = read
        return at
    }

    /// Reads the rest of a tag (section 13.2.5.32 to 40) and moves behind its `>`; false where the document ends in it.
    mutating func readAttributes(_ input: Span<UInt8>, from tagEnd: Int, isEnd: Bool) -> Bool {
        if !attributes.isEmpty { attributes.removeAll(keepingCapacity: true) }
        isSelfClosing = false
        var seen: UInt64 = 0
        var at = tagEnd
        while true {
            at = input.skipSpace(from: at, to: input.count)
            guard at < input.count else { return false }
            var byte = input[at]
            if byte == ASCII.greater {
                position = at &+ 1
                return true
            }
            if byte == ASCII.slash {
                at &+= 1
                guard at < input.count else { return false }
                if input[at] == ASCII.greater {
                    isSelfClosing = true
                    position = at &+ 1
                    return true
                }
                continue
            }

            // The name, which may begin with `=`.
            let nameStart = at
            var packed = PackedName()
            repeat {
                packed.append(byte)
                at &+= 1
                guard at < input.count else { return false }
                byte = input[at]
            } while byte > ASCII.greater || !(byte == ASCII.equals || byte == ASCII.greater || byte == ASCII.slash || ASCII.isSpace(byte))
            packed.close()
            let nameEnd = at

            // The value.
            at = input.skipSpace(from: at, to: input.count)
            guard at < input.count else { return false }
            var valueStart = nameEnd
            var valueEnd = nameEnd
            var hasReference = false
            if input[at] == ASCII.equals {
                at = input.skipSpace(from: at &+ 1, to: input.count)
                guard at < input.count else { return false }
                byte = input[at]
                if byte == ASCII.quote || byte == ASCII.apostrophe {
                    valueStart = at &+ 1
                    valueEnd = input.first(byte, or: ASCII.ampersand, from: valueStart)
                    if valueEnd < input.count, input[valueEnd] == ASCII.ampersand {
                        hasReference = true
                        valueEnd = input.first(byte, from: valueEnd &+ 1)
                    }
                    guard valueEnd < input.count else { return false }
                    at = valueEnd &+ 1
                } else {
                    valueStart = at
                    while byte > ASCII.greater || !(byte == ASCII.greater || ASCII.isSpace(byte)) {
                        if byte == ASCII.ampersand { hasReference = true }
                        at &+= 1
                        guard at < input.count else { return false }
                        byte = input[at]
                    }
                    valueEnd = at
                }
            }
            if isEnd { continue }

            // A second attribute of the same name is dropped; the word of bits says at once that most names are new.
            let bit: UInt64 = 1 &<< (packed.mixed &>> 58)
            let isNew = seen & bit == 0 || !hasAttribute(packed, input, nameStart..<nameEnd)
            seen |= bit
            guard isNew else { continue }
            guard attributes.count < limits.attributesPerTag else {
                if defects.last?.kind != .htmlTooManyAttributes { note(.htmlTooManyAttributes, at: start) }
                continue
            }
            attributes.append(
                HTMLAttribute(
                    name: ByteRange(nameStart, nameEnd), value: ByteRange(valueStart, valueEnd), hasReference: hasReference,
                    packed: packed))
        }
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
