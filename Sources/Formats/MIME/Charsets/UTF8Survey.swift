/// Counts what is and what is not UTF-8 in a run of bytes (RFC 3629, Unicode table 3-7).
struct UTF8Survey {
    /// How many characters of two bytes and more there are.
    var multibyte = 0
    /// How many maximal ill-formed pieces there are; each would stand as one U+FFFD.
    var illFormed = 0
    /// Where the first ill-formed piece is; the end when there is none.
    var firstIllFormed: Int

    /// Whether every byte is ASCII.
    var isASCII: Bool { multibyte == 0 && illFormed == 0 }

    /// Reads all the bytes of a range.
    init(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
        firstIllFormed = end
        var index = bytes.offsetOfNonASCII(from: start, to: end)
        while index < end {
            let length = UTF8Survey.step(bytes, at: index, to: end)
            if length > 1 {
                multibyte += 1
                index += length
            } else if length == 1 {
                // A space between words is one byte: look at the next before looking far.
                index += 1
                if index < end, bytes[index] < 0x80 { index = bytes.offsetOfNonASCII(from: index, to: end) }
            } else {
                if illFormed == 0 { firstIllFormed = index }
                illFormed += 1
                index -= length
            }
        }
    }

    /// The count of bytes of the character at `index`, or of the maximal ill-formed piece there, as a negative number. Never zero.
    @inline(__always)
    static func step(_ bytes: Span<UInt8>, at index: Int, to end: Int) -> Int {
        let lead = bytes[index]
        if lead < 0x80 { return 1 }
        guard lead >= 0xC2, lead <= 0xF4, index + 1 < end else { return -1 }
        let second = bytes[index + 1]
        if lead < 0xE0 { return second & 0xC0 == 0x80 ? 2 : -1 }
        let low: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
        let high: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
        guard second >= low, second <= high else { return -1 }
        guard index + 2 < end, bytes[index + 2] & 0xC0 == 0x80 else { return -2 }
        if lead < 0xF0 { return 3 }
        return index + 3 < end && bytes[index + 3] & 0xC0 == 0x80 ? 4 : -3
    }
}
