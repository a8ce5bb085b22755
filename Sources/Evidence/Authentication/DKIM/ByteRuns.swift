/// Finds how far bytes go on without one that has to be looked at, sixteen bytes at a time.
enum ByteRuns {
    private typealias Block = SIMD16<UInt8>
    private typealias Stops = SIMDMask<SIMD16<Int8>>

    /// The first line feed from `start` on; `end` where there is none before it.
    static func lineFeed(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var index = calmEnd(in: bytes, from: start, to: end) { here, _ in here .== all(0x0A) }
        while index < end, bytes[index] != 0x0A { index += 1 }
        return index
    }

    /// The first place from `start` on where white space of a field may have to be rewritten: a control character, a tab, a line end, or a blank
    /// with one of these or another blank behind it. `end` where there is none before it.
    static func plainText(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var index = calmEnd(in: bytes, from: start, to: end) { here, next in
            (here .<= all(0x20)) .& ((here .!= all(0x20)) .| (next .<= all(0x20)))
        }
        while index < end {
            if bytes[index] <= 0x20, bytes[index] != 0x20 || index + 1 == end || bytes[index + 1] <= 0x20 { return index }
            index += 1
        }
        return index
    }

    /// The first place from `start` on where white space of a body may have to be rewritten: a tab, or a blank with a control character or another
    /// blank behind it. Line ends go by. `end` where there is none before it.
    static func plainLines(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var index = calmEnd(in: bytes, from: start, to: end) { here, next in
            (here .== all(0x09)) .| ((here .== all(0x20)) .& (next .<= all(0x20)))
        }
        while index < end {
            if bytes[index] == 0x09 || (bytes[index] == 0x20 && (index + 1 == end || bytes[index + 1] <= 0x20)) { return index }
            index += 1
        }
        return index
    }

    /// The same, where a line feed has to be rewritten too.
    static func plainLine(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var index = calmEnd(in: bytes, from: start, to: end) { here, next in
            (here .== all(0x09)) .| (here .== all(0x0A)) .| ((here .== all(0x20)) .& (next .<= all(0x20)))
        }
        while index < end {
            if bytes[index] == 0x09 || bytes[index] == 0x0A || (bytes[index] == 0x20 && (index + 1 == end || bytes[index + 1] <= 0x20)) {
                return index
            }
            index += 1
        }
        return index
    }

    /// The first place from `start` on where a tag's value ends or has white space or a byte that it may not have. `end` where there is none.
    static func tagValue(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var index = calmEnd(in: bytes, from: start, to: end) { here, _ in
            (here .<= all(0x20)) .| (here .== all(UInt8(ascii: ";"))) .| (here .== all(0x7F))
        }
        while index < end, bytes[index] > 0x20, bytes[index] != UInt8(ascii: ";"), bytes[index] != 0x7F { index += 1 }
        return index
    }

    /// The first byte from `start` on that is not of ASCII; `end` where there is none before it.
    static func ascii(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var index = calmEnd(in: bytes, from: start, to: end) { here, _ in here .> all(0x7F) }
        while index < end, bytes[index] < 0x80 { index += 1 }
        return index
    }

    /// A place from `start` on before which nothing stops: the first that does, or one of the last before `end` that are too few for a block.
    /// `stops` is given sixteen bytes, and the sixteen that are each one further on.
    @inline(__always)
    private static func calmEnd(in bytes: Span<UInt8>, from start: Int, to end: Int, _ stops: (Block, Block) -> Stops) -> Int {
        // The view is of the same bytes and is not kept.
        let raw = unsafe bytes.bytes
        var index = start
        while index < end - 32 {
            let lower = stops(block(of: raw, at: index), block(of: raw, at: index + 1))
            let upper = stops(block(of: raw, at: index + 16), block(of: raw, at: index + 17))
            if firstLane(lower .| upper) != nil { break }
            index += 32
        }
        while index < end - 16 {
            if let lane = firstLane(stops(block(of: raw, at: index), block(of: raw, at: index + 1))) { return index + lane }
            index += 16
        }
        // The last whole block: what it shares with the block before did not stop.
        let last = end - 17
        guard last >= start, index < end - 1 else { return index }
        if let lane = firstLane(stops(block(of: raw, at: last), block(of: raw, at: last + 1))) { return last + lane }
        return end - 1
    }

    /// A block of one byte: comparisons with a single byte are not made sixteen at a time.
    @inline(__always)
    private static func all(_ byte: UInt8) -> Block { Block(repeating: byte) }

    @inline(__always)
    private static func block(of raw: RawSpan, at index: Int) -> Block {
        // unsafeLoadUnaligned checks that all sixteen bytes are inside, and any bits are sixteen bytes.
        unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: Block.self)
    }

    @inline(__always)
    private static func firstLane(_ stops: Stops) -> Int? {
        // A mask is sixteen bytes, each with all of its bits set or none; any bits are two words.
        let words = unsafe unsafeBitCast(stops, to: SIMD2<UInt64>.self)
        guard words.x | words.y != 0 else { return nil }
        if words.x != 0 { return UInt64(littleEndian: words.x).trailingZeroBitCount / 8 }
        return 8 + UInt64(littleEndian: words.y).trailingZeroBitCount / 8
    }
}

extension OutputSpan<UInt8> {
    /// Appends a range of bytes; there must be room for it.
    @inline(__always)
    mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        let source = bytes.extracting(range)
        precondition(source.count <= freeCapacity)
        unsafe withUnsafeMutableBufferPointer { target, count in
            unsafe source.withUnsafeBufferPointer { source in
                guard let from = source.baseAddress, let to = target.baseAddress else { return }
                // The source has so many bytes, and there is as much room behind the first `count`, which is not the source's: nobody reads an
                // array that is being written.
                unsafe (to + count).initialize(from: from, count: source.count)
                count += source.count
            }
        }
    }
}

extension Span<UInt8> {
    /// Whether the bytes are those of a word.
    func isWritten(_ word: StaticString) -> Bool {
        word.withUTF8Buffer { word in
            guard word.count == count else { return false }
            // The index is one of both, which have the same count.
            for index in indices where unsafe word[index] != self[index] { return false }
            return true
        }
    }
}
