// Reading and writing UTF-8 scalar by scalar (RFC 3629). Input may be ill-formed: it never traps, and what is broken reads as U+FFFD.

/// One scalar and the number of its bytes.
struct DecodedScalar {
    var value: UInt32
    var length: Int

    /// What an ill-formed byte reads as; it is one byte long.
    static let illFormed = DecodedScalar(value: 0xFFFD, length: 1)

    /// Whether the byte could not be read. U+FFFD itself is three bytes long.
    var isIllFormed: Bool { value == 0xFFFD && length == 1 }
}

/// Decodes the scalar that begins at an offset; well-formedness by table 3-7 of the Unicode Standard.
@inline(__always)
func decodeScalar(_ bytes: RawSpan, at offset: Int, end: Int) -> DecodedScalar {
    guard offset &+ 4 <= end else { return decodeScalarSlowly(bytes, at: offset, end: end) }
    // Every bit pattern is a UInt32, no alignment is asked for, and the range is checked against the span.
    let four = UInt32(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
    if four & 0x80 == 0 { return DecodedScalar(value: four & 0x7F, length: 1) }
    if four & 0xC0E0 == 0x80C0, four & 0x1E != 0 {
        return DecodedScalar(value: (four & 0x1F) << 6 | four >> 8 & 0x3F, length: 2)
    }
    if four & 0xC0_C0F0 == 0x80_80E0 {
        let value = (four & 0x0F) << 12 | (four >> 8 & 0x3F) << 6 | four >> 16 & 0x3F
        if value >= 0x800, value & 0xF800 != 0xD800 { return DecodedScalar(value: value, length: 3) }
    }
    return decodeScalarSlowly(bytes, at: offset, end: end)
}

/// The same near the end, and of what is rare or ill-formed.
@inline(never)
private func decodeScalarSlowly(_ bytes: RawSpan, at offset: Int, end: Int) -> DecodedScalar {
    let first = UInt32(byte(bytes, offset))
    if first < 0x80 { return DecodedScalar(value: first, length: 1) }
    guard first >= 0xC2, offset + 1 < end else { return .illFormed }
    let second = UInt32(byte(bytes, offset + 1))
    guard second & 0xC0 == 0x80 else { return .illFormed }
    if first < 0xE0 { return DecodedScalar(value: (first & 0x1F) << 6 | second & 0x3F, length: 2) }
    guard offset + 2 < end else { return .illFormed }
    let third = UInt32(byte(bytes, offset + 2))
    guard third & 0xC0 == 0x80 else { return .illFormed }
    if first < 0xF0 {
        let value = (first & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F
        guard value >= 0x800, value & 0xF800 != 0xD800 else { return .illFormed }
        return DecodedScalar(value: value, length: 3)
    }
    guard offset + 3 < end else { return .illFormed }
    let fourth = UInt32(byte(bytes, offset + 3))
    guard fourth & 0xC0 == 0x80, first < 0xF5 else { return .illFormed }
    let value = (first & 0x07) << 18 | (second & 0x3F) << 12 | (third & 0x3F) << 6 | fourth & 0x3F
    guard value >= 0x1_0000, value < 0x11_0000 else { return .illFormed }
    return DecodedScalar(value: value, length: 4)
}

/// The byte at an offset; traps outside the span like any subscript.
@inline(__always)
func byte(_ bytes: RawSpan, _ offset: Int) -> UInt8 {
    // A load of a UInt8 is valid whatever the byte holds, and the offset is checked against the span.
    unsafe bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
}

/// Eight bytes from an offset, the first in the lowest bits; traps outside the span.
@inline(__always)
func lane(_ bytes: RawSpan, _ offset: Int) -> UInt64 {
    // Every bit pattern is a UInt64, no alignment is asked for, and the range is checked against the span.
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
}

/// Sixteen bytes from an offset; traps outside the span.
@inline(__always)
func sixteen(_ bytes: RawSpan, _ offset: Int) -> SIMD16<UInt8> {
    // Every bit pattern is sixteen UInt8, no alignment is asked for, and the range is checked against the span.
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
}

/// Writes a scalar at an offset and gives the number of bytes; the caller sees to it that four fit.
@inline(__always)
func encodeScalar(_ scalar: UInt32, into bytes: inout MutableRawSpan, at offset: Int) -> Int {
    if scalar < 0x80 {
        bytes.storeBytes(of: UInt8(truncatingIfNeeded: scalar), toByteOffset: offset, as: UInt8.self)
        return 1
    }
    if scalar < 0x800 {
        let pair = UInt16(truncatingIfNeeded: 0x80C0 | scalar >> 6 | (scalar & 0x3F) << 8)
        bytes.storeBytes(of: pair.littleEndian, toByteOffset: offset, as: UInt16.self)
        return 2
    }
    if scalar < 0x1_0000 {
        let four = 0x0080_80E0 | scalar >> 12 | (scalar >> 6 & 0x3F) << 8 | (scalar & 0x3F) << 16
        bytes.storeBytes(of: four.littleEndian, toByteOffset: offset, as: UInt32.self)
        return 3
    }
    let four = 0x8080_80F0 | scalar >> 18 & 7 | (scalar >> 12 & 0x3F) << 8 | (scalar >> 6 & 0x3F) << 16 | (scalar & 0x3F) << 24
    bytes.storeBytes(of: four.littleEndian, toByteOffset: offset, as: UInt32.self)
    return 4
}

/// Appends a scalar's UTF-8 to an array: for paths that are seldom taken.
func appendScalar(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case 0..<0x80: bytes.append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
        bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
        bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    case 0x800..<0x1_0000:
        bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
        bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
        bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    default:
        bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18 & 7))
        bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
        bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
        bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
}
