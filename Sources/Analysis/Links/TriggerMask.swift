// Where in 64 bytes of text something can stand that LinkFinder looks for, a bit for each byte, by vectors of sixteen.

/// The bytes of a block at which a look may be worth while.
enum TriggerMask {
    /// How many bytes a block has.
    static let width = 64

    private typealias Vector = SIMD16<UInt8>

    /// The bits of a block that begins at an offset above 0; traps when the block or the byte before it lies outside.
    ///
    /// There is a bit for each byte that `Trigger` knows, but for a `d` only behind a blank; and for `)`, `*` and `/`, whose neighbours it
    /// is cheaper to ask for together. Swift has no instruction for "the high bits
    /// of sixteen bytes", and comparisons that give a mask become sixteen single ones; so all questions are asked by additions, whose
    /// carry into the high bit is the answer, and the bits are gathered by multiplication.
    @inline(__always)
    static func bits(_ text: RawSpan, at start: Int) -> UInt64 {
        let block = text.extracting((start &- 1)..<(start &+ width))
        var bits: UInt64 = 0
        var beyond = Vector.zero
        var shift = 0
        while shift < width {
            let bytes = vector(block, shift &+ 1)
            beyond |= bytes
            bits |= gather(ascii(bytes, before: vector(block, shift))) &<< UInt64(shift)
            shift &+= 16
        }
        let wide = unsafe unsafeBitCast(beyond, to: SIMD2<UInt64>.self)
        if (wide[0] | wide[1]) & 0x8080_8080_8080_8080 == 0 { return bits }
        return withWideDots(block, bits)
    }

    /// The high bit of each byte that is ASCII and a trigger.
    @inline(__always)
    private static func ascii(_ bytes: Vector, before: Vector) -> Vector {
        let carry = Vector(repeating: 0x7F)
        let small = bytes | Vector(repeating: 0x20)
        // A sum has no high bit where the byte is one of those asked for; bytes beyond ASCII are sorted out at the end.
        var others = ((bytes & Vector(repeating: 0xFC)) ^ Vector(repeating: 40)) &+ carry  // ( ) * +
        others &= ((bytes ^ Vector(repeating: 64)) &+ carry) & ((small ^ Vector(repeating: 123)) &+ carry)  // @ [ {
        let blankThenD = (small ^ Vector(repeating: 100)) | (before ^ Vector(repeating: 32)) & carry
        others &= blankThenD &+ carry
        // From the full stop over the digits to the colon.
        let digits = (bytes &+ Vector(repeating: 0x80 - 46)) & ~(bytes &+ Vector(repeating: 0x7F - 58))
        return (~others | digits) & ~bytes & Vector(repeating: 0x80)
    }

    /// The bits with those of the first bytes of full-width and ideographic full stops.
    @inline(never)
    private static func withWideDots(_ block: RawSpan, _ bits: UInt64) -> UInt64 {
        var bits = bits
        var shift = 0
        while shift < width {
            let bytes = vector(block, shift &+ 1)
            let wide = differs(bytes, from: 0xE3) & differs(bytes, from: 0xEF)
            bits |= gather(~wide & Vector(repeating: 0x80)) &<< UInt64(shift)
            shift &+= 16
        }
        return bits
    }

    /// The high bit of each byte, of any value, that is not the one asked for.
    @inline(__always)
    private static func differs(_ bytes: Vector, from byte: UInt8) -> Vector {
        let carry = Vector(repeating: 0x7F)
        let difference = bytes ^ Vector(repeating: byte)
        return (difference & carry) &+ carry | difference
    }

    @inline(__always)
    private static func vector(_ block: RawSpan, _ offset: Int) -> Vector {
        // Every bit pattern is a vector of bytes, no alignment is asked for, and the range is checked against the span.
        unsafe block.unsafeLoadUnaligned(fromByteOffset: offset, as: Vector.self)
    }

    /// The high bits of sixteen bytes as sixteen bits.
    @inline(__always)
    private static func gather(_ high: Vector) -> UInt64 {
        // Both types are sixteen bytes of which every pattern is valid.
        let halves = unsafe unsafeBitCast(high, to: SIMD2<UInt64>.self)
        let first = ((halves[0] &>> 7) &* 0x0102_0408_1020_4080) &>> 56
        let second = ((halves[1] &>> 7) &* 0x0102_0408_1020_4080) &>> 56
        return first | second &<< 8
    }
}
