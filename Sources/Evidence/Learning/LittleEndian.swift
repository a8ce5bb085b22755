// Numbers in bytes, the least significant byte first: how every file and record of this folder has them, on any machine.

extension [UInt8] {
    mutating func append(littleEndian number: UInt16) {
        append(UInt8(truncatingIfNeeded: number))
        append(UInt8(truncatingIfNeeded: number >> 8))
    }

    mutating func append(littleEndian number: UInt32) {
        append(littleEndian: UInt16(truncatingIfNeeded: number))
        append(littleEndian: UInt16(truncatingIfNeeded: number >> 16))
    }

    mutating func append(littleEndian number: UInt64) {
        append(littleEndian: UInt32(truncatingIfNeeded: number))
        append(littleEndian: UInt32(truncatingIfNeeded: number >> 32))
    }

    /// Writes eight bytes over those at an offset.
    mutating func replaceWord(at offset: Int, with number: UInt64) {
        for index in 0..<8 { self[offset + index] = UInt8(truncatingIfNeeded: number >> UInt64(8 * index)) }
    }
}

extension Span<UInt8> {
    /// The four bytes at an offset.
    func half(at offset: Int) -> UInt32 {
        UInt32(self[offset]) | UInt32(self[offset + 1]) << 8 | UInt32(self[offset + 2]) << 16 | UInt32(self[offset + 3]) << 24
    }

    /// Some bytes as text; what is not UTF-8 is replaced.
    func text(_ range: Range<Int>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        for index in range { text.append(self[index]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The eight bytes at an offset.
    func word(at offset: Int) -> UInt64 {
        // Callers stay eight bytes from the end; the load checks it again. Every pattern of bits is a number.
        unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
}
