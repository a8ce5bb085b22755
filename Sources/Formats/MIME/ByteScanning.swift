// The innermost loops of the format: looking for a byte, comparing bytes, classifying runs of bytes. Their input is not trusted; every
// offset is checked against the span once per call, not once per byte.

import Glibc

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

    /// Whether the bytes at `start` are those of `other`.
    @inline(__always)
    func matches(_ other: Span<UInt8>, at start: Int) -> Bool {
        guard start >= 0, start <= count, other.count <= count - start else { return false }
        return unsafe withUnsafeBufferPointer { left in
            unsafe other.withUnsafeBufferPointer { right in
                guard let first = left.baseAddress, let second = right.baseAddress else { return right.isEmpty }
                // other.count bytes are there on both sides.
                return unsafe memcmp(first + start, second, right.count) == 0
            }
        }
    }

    /// Whether the bytes of a range are those of `lowered`, case of ASCII letters aside; `lowered` is in lower case.
    @inline(__always)
    func matches(lowercase lowered: StaticString, from start: Int, to end: Int) -> Bool {
        guard end - start == lowered.utf8CodeUnitCount, start >= 0, end <= count else { return false }
        let name = unsafe UnsafeBufferPointer(start: lowered.utf8Start, count: lowered.utf8CodeUnitCount)
        for index in start..<end {
            // index - start < end - start, the count of the name's buffer.
            let expected = unsafe name[index - start]
            if lowercased(self[index]) != expected { return false }
        }
        return true
    }

    /// The offset of the first byte above 127 at or after `start` and before `end`; `end` when there is none.
    @inline(__always)
    func offsetOfNonASCII(from start: Int, to end: Int) -> Int {
        var index = Swift.max(0, start)
        let end = Swift.min(end, count)
        let raw = unsafe bytes
        while index + 32 <= end {
            // Reads at index up to index + 32 <= end <= count; unsafeLoadUnaligned checks it again, and any bits are a UInt64.
            let first = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
            let second = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index + 8, as: UInt64.self)
            let third = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index + 16, as: UInt64.self)
            let fourth = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index + 24, as: UInt64.self)
            if (first | second | third | fourth) & 0x8080_8080_8080_8080 != 0 { break }
            index += 32
        }
        while index + 8 <= end {
            let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080
            if word != 0 { return index + UInt64(littleEndian: word).trailingZeroBitCount / 8 }
            index += 8
        }
        while index < end, self[index] < 0x80 { index += 1 }
        return index
    }
}

/// The lower-case form of an ASCII letter; any other byte as it is.
@inline(__always)
func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- 65 < 26 ? byte | 0x20 : byte
}

/// Whether a byte is a space or a tab.
@inline(__always)
func isBlank(_ byte: UInt8) -> Bool {
    byte == 32 || byte == 9
}
