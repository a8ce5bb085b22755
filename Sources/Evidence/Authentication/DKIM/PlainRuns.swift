/// Finds how far bytes stay as they are when white space is relaxed, eight bytes at a time.
enum PlainRuns {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let sevens: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The first place from `start` on where something other than text and single blanks between text may begin: a control character, a tab, a
    /// line end, or a blank with one of these or another blank behind it. `end` where there is none before it.
    @inline(__always)
    static func end(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var index = start
        // The view is of the same bytes and is not kept.
        let raw = unsafe bytes.bytes
        while index + 9 <= end {
            // Both reads lie before `end`, which lies inside; unsafeLoadUnaligned checks it again, and any bits are a UInt64.
            let word = UInt64(littleEndian: unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
            let next = UInt64(littleEndian: unsafe raw.unsafeLoadUnaligned(fromByteOffset: index + 1, as: UInt64.self))
            let other = word ^ (ones &* 0x20)
            let isOther = ((other & sevens) &+ sevens) | other
            let stops = white(word) & (isOther | white(next)) & highs
            if stops != 0 { return index + stops.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < end {
            if bytes[index] <= 0x20, bytes[index] != 0x20 || index + 1 == end || bytes[index + 1] <= 0x20 { return index }
            index += 1
        }
        return index
    }

    /// The high bit of every byte that is 0x20 or less.
    @inline(__always)
    private static func white(_ word: UInt64) -> UInt64 {
        ~(((word & sevens) &+ ones &* 0x5F) | word) & highs
    }
}
