public import Messages

/// Eight septets in seven octets, lowest bits first (3GPP TS 23.038 section 6.1.2.1.1).
public enum SeptetPacking {
    /// Appends `count` septets, one in a byte, read from packed octets after so many fill bits.
    ///
    /// Fewer come, with a defect, where the octets end before.
    public static func unpack(
        _ octets: Span<UInt8>, count: Int, fillBits: Int = 0, into septets: inout [UInt8], defects: inout [Defect]
    ) {
        var bit = max(0, fillBits)
        let end = octets.count * 8
        for _ in 0..<max(0, count) {
            guard bit + 7 <= end else {
                defects.append(Defect(.smsTruncatedText, at: octets.count))
                return
            }
            let octet = bit >> 3
            let shift = bit & 7
            var value = UInt16(octets[octet]) >> UInt16(shift)
            if shift > 1 { value |= UInt16(octets[octet + 1]) << UInt16(8 - shift) }
            septets.append(UInt8(truncatingIfNeeded: value & 0x7F))
            bit += 7
        }
    }

    /// Appends the septets packed, after so many fill bits of zero; bits above the seventh are dropped.
    public static func pack(_ septets: Span<UInt8>, fillBits: Int = 0, into octets: inout [UInt8]) {
        var held: UInt32 = 0
        var bits = UInt32(max(0, fillBits) % 8)
        for index in septets.indices {
            held |= UInt32(septets[index] & 0x7F) << bits
            bits += 7
            if bits >= 8 {
                octets.append(UInt8(truncatingIfNeeded: held))
                held >>= 8
                bits -= 8
            }
        }
        if bits > 0 { octets.append(UInt8(truncatingIfNeeded: held)) }
    }

    /// How many bits of zero stand between a header of so many octets, its length octet counted, and the septet that follows.
    public static func fillBits(afterHeaderOf octets: Int) -> Int {
        (7 - octets * 8 % 7) % 7
    }

    /// How many septets a header of so many octets takes up, its fill bits counted.
    public static func septets(ofHeader octets: Int) -> Int {
        (octets * 8 + 6) / 7
    }
}
