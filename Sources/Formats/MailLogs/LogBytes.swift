// The innermost loops: looking for bytes and words, reading numbers and addresses. Every offset is checked once per call.

internal import Glibc
internal import Messages

extension Span where Element == UInt8 {
    /// The offset of the first `byte` at or after `start` and before `end`; `end` when there is none.
    @inline(__always)
    func offset(of byte: UInt8, from start: Int, to end: Int) -> Int {
        guard start >= 0, start < end, end <= count else { return end }
        return unsafe withUnsafeBufferPointer { buffer in
            // 0 <= start < end <= count, so memchr reads inside the buffer only.
            guard let base = buffer.baseAddress, let hit = unsafe memchr(base + start, Int32(byte), end - start) else { return end }
            return unsafe UnsafeRawPointer(hit) - UnsafeRawPointer(base)
        }
    }

    /// The offset of the last `byte` at or after `start` and before `end`; nothing when there is none.
    func lastOffset(of byte: UInt8, from start: Int, to end: Int) -> Int? {
        var index = Swift.min(end, count)
        while index > Swift.max(0, start) {
            index -= 1
            if self[index] == byte { return index }
        }
        return nil
    }

    /// The byte at `index`; 0, which no line has, at the end.
    @inline(__always)
    func byte(at index: Int, before end: Int) -> UInt8 { index < end ? self[index] : 0 }

    /// Whether a word stands at `start`, all of it before `end`.
    @inline(__always)
    func has(_ word: StaticString, at start: Int, before end: Int) -> Bool {
        let length = word.utf8CodeUnitCount
        guard start >= 0, end <= count, length <= end - start else { return false }
        return unsafe withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return false }
            // `length` bytes are there on both sides.
            return unsafe memcmp(base + start, word.utf8Start, length) == 0
        }
    }

    /// The offset of a word between `start` and `end`; nothing when it is not there.
    func offset(ofWord word: StaticString, from start: Int, to end: Int) -> Int? {
        let length = word.utf8CodeUnitCount
        guard length > 0 else { return nil }
        // The word has a first byte.
        let first = unsafe word.utf8Start.pointee
        let last = end - length + 1
        var index = start
        while index < last {
            index = offset(of: first, from: index, to: last)
            guard index < last else { return nil }
            if has(word, at: index, before: end) { return index }
            index += 1
        }
        return nil
    }

    /// Whether a word lies between `start` and `end`.
    func contains(_ word: StaticString, from start: Int, to end: Int) -> Bool { offset(ofWord: word, from: start, to: end) != nil }

    /// Reads digits from `index` on, and moves it past them; nothing where there is none. What is beyond the range of 32 bits stays at its end.
    @inline(__always)
    func digits(_ index: inout Int, before end: Int) -> Int? {
        let start = index
        var value = 0
        while index < end {
            let digit = self[index] &- 48
            guard digit < 10 else { break }
            if value <= Int(Int32.max) { value = value &* 10 &+ Int(digit) }
            index &+= 1
        }
        return index > start ? Swift.min(value, Int(Int32.max)) : nil
    }

    /// Exactly two digits at `index`; nothing when they are not.
    @inline(__always)
    func twoDigits(at index: Int) -> Int? {
        let tens = self[index] &- 48
        let ones = self[index &+ 1] &- 48
        return tens < 10 && ones < 10 ? Int(tens) &* 10 &+ Int(ones) : nil
    }

    /// Reads seconds with a fraction, and gives milliseconds.
    func milliseconds(_ index: inout Int, before end: Int) -> Int? {
        guard let whole = digits(&index, before: end) else { return nil }
        var fraction = 0
        if index < end, self[index] == 0x2E {
            index += 1
            var scale = 100
            while index < end, self[index] &- 48 < 10 {
                fraction += Int(self[index] &- 48) * scale
                scale /= 10
                index += 1
            }
        }
        return whole * 1000 + fraction
    }

    /// The address that `start` to `end` spell, as mail servers write it: with or without `IPv6:` before it.
    @inline(__always)
    func address(from start: Int, to end: Int) -> IPAddress? {
        quad(from: start, to: end) ?? otherAddress(from: start, to: end)
    }

    /// A dotted quad; leading zeros are none (RFC 3986 section 3.2.2).
    @inline(__always)
    private func quad(from start: Int, to end: Int) -> IPAddress? {
        guard start >= 0, end <= count, (7...15).contains(end - start) else { return nil }
        var address: UInt32 = 0
        var index = start
        for place in 0..<4 {
            var octet: UInt32 = 0
            let first = index
            while index < end, self[index] &- 48 < 10, index - first < 3 {
                octet = octet * 10 + UInt32(self[index] &- 48)
                index += 1
            }
            guard index > first, octet < 256, index - first == 1 || self[first] != 48 else { return nil }
            address = address << 8 | octet
            if place < 3 {
                guard index < end, self[index] == 0x2E else { return nil }
                index += 1
            }
        }
        return index == end ? .v4(address) : nil
    }

    /// The groups of RFC 4291 section 2.2; the rarer spellings, with a quad in them or a zone behind, are read by those who read any.
    private func otherAddress(from start: Int, to end: Int) -> IPAddress? {
        let start = has("IPv6:", at: start, before: end) ? start + 5 : start
        guard start >= 0, end <= count, (2...64).contains(end - start), offset(of: 0x3A, from: start, to: end) < end else { return nil }
        var halves: (UInt64, UInt64) = (0, 0)
        var groups = 0
        var gap: Int?
        var index = start
        while index < end {
            if byte(at: index, before: end) == 0x3A, byte(at: index + 1, before: end) == 0x3A, gap == nil {
                gap = groups
                index += 2
                continue
            }
            if index > start, self[index] == 0x3A, self[index - 1] != 0x3A { index += 1 }
            guard groups < 8, let value = group(&index, before: end) else { return rareAddress(from: start, to: end) }
            halves = (halves.0 << 16 | halves.1 >> 48, halves.1 << 16 | value)
            groups += 1
        }
        guard groups < 8 || gap == nil, groups == 8 || gap != nil else { return nil }
        return Span.spread(halves, groups: groups, gap: gap ?? groups)
    }

    /// Up to four hexadecimal digits, before a colon or the end.
    private func group(_ index: inout Int, before end: Int) -> UInt64? {
        let start = index
        var value: UInt64 = 0
        while index < end, index - start < 4 {
            let byte = self[index]
            let digit = byte &- 48 < 10 ? byte &- 48 : (byte | 0x20) &- 97 < 6 ? (byte | 0x20) &- 87 : 255
            guard digit < 16 else { break }
            value = value << 4 | UInt64(digit)
            index += 1
        }
        return index > start && (index == end || self[index] == 0x3A) ? value : nil
    }

    /// Moves the groups behind the gap to the end.
    private static func spread(_ halves: (UInt64, UInt64), groups: Int, gap: Int) -> IPAddress {
        var words: [UInt64] = [0, 0, 0, 0, 0, 0, 0, 0]
        for place in 0..<groups {
            let shift = UInt64(16 * (groups - 1 - place))
            let word = shift < 64 ? halves.1 >> shift : halves.0 >> (shift - 64)
            words[place < gap ? place : 8 - groups + place] = word & 0xFFFF
        }
        let high = words[..<4].reduce(0) { $0 << 16 | $1 }
        let low = words[4...].reduce(0) { $0 << 16 | $1 }
        return high == 0 && low >> 32 == 0xFFFF ? .v4(UInt32(truncatingIfNeeded: low)) : .v6(high: high, low: low)
    }

    private func rareAddress(from start: Int, to end: Int) -> IPAddress? {
        // The range was checked, and the string is a copy.
        unsafe IPAddress(extracting(start..<end).withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) })
    }

    /// Moves past `<...>` whose begin is at `index`: quoted parts of an address (RFC 5321 section 4.1.2) may hold anything, `>` too. False, and at the
    /// line's end, where it has no end.
    @inline(__always)
    func skipBrackets(_ index: inout Int, before end: Int) -> Bool {
        guard index < end, self[index] == 0x3C else { return false }
        let close = offset(of: 0x3E, from: index, to: end)
        // Most addresses are plain: one look for the bracket, one for a quotation mark before it.
        if offset(of: 0x22, from: index, to: close) == close {
            index = Swift.min(close + 1, end)
            return close < end
        }
        return skipQuotedBrackets(&index, before: end)
    }

    private func skipQuotedBrackets(_ index: inout Int, before end: Int) -> Bool {
        var isQuoted = false
        while index < end {
            let byte = self[index]
            index += 1
            switch byte {
            case 0x22: isQuoted.toggle()
            case 0x5C where isQuoted: index += 1
            case 0x3E where !isQuoted: return true
            default: break
            }
        }
        index = end
        return false
    }

    /// A hash of the bytes of a range, for tables that no stranger chooses the keys of.
    @inline(__always)
    func hash(from start: Int, to end: Int, seed: UInt64) -> UInt64 {
        var hash = seed
        var index = start
        while index < end {
            hash = (hash ^ UInt64(self[index])) &* 0x0000_0100_0000_01B3
            index &+= 1
        }
        hash ^= hash >> 32
        return hash &* 0x9E37_79B9_7F4A_7C15
    }
}
