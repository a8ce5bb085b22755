// Small words of the formats - months, keywords, charset labels - compared without case and without a String.

/// A word of at most sixteen bytes in lower case, made to be compared fast.
struct ShortWord: Hashable {
    private var high: UInt64 = 0
    private var low: UInt64 = 0

    /// The word in a slice of a span; longer words give nothing.
    @inline(__always)
    init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        guard range.count <= 16 else { return nil }
        for index in range {
            append(bytes[index])
        }
    }

    /// A word known when the program is written; what lies beyond sixteen bytes is cut.
    init(_ word: String) {
        for byte in word.utf8.prefix(16) { append(byte) }
    }

    /// A number that two words seldom share, from 0 to 255.
    @inline(__always)
    var slot: Int { Int(((high ^ low) &* 0x9E37_79B9_7F4A_7C15) >> 56) }

    @inline(__always)
    private mutating func append(_ byte: UInt8) {
        high = high << 8 | low >> 56
        low = low << 8 | UInt64(FieldBytes.lower(byte))
    }
}
