public import Messages

/// The 16-bit alphabet of short messages, high octet first. The specification says UCS2; handsets send surrogate pairs.
public enum UTF16Text {
    /// Appends the text as UTF-8. A lone surrogate or an odd last octet becomes U+FFFD and a defect.
    public static func decode(_ octets: Span<UInt8>, into text: inout [UInt8], defects: inout [Defect]) {
        var index = 0
        while index + 1 < octets.count {
            let unit = UInt32(octets[index]) << 8 | UInt32(octets[index + 1])
            if unit & 0xFC00 == 0xD800, index + 3 < octets.count {
                let low = UInt32(octets[index + 2]) << 8 | UInt32(octets[index + 3])
                if low & 0xFC00 == 0xDC00 {
                    UTF8Text.append(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF), to: &text)
                    index += 4
                    continue
                }
            }
            if unit & 0xF800 == 0xD800 { defects.append(Defect(.smsBadUTF16, at: index)) }
            UTF8Text.append(unit, to: &text)
            index += 2
        }
        if index < octets.count {
            defects.append(Defect(.smsBadUTF16, at: index))
            UTF8Text.append(UTF8Text.replacement, to: &text)
        }
    }

    /// Appends UTF-8 text as 16-bit units; what is not UTF-8 becomes U+FFFD.
    public static func encode(_ text: Span<UInt8>, into octets: inout [UInt8]) {
        func append(_ unit: UInt32) {
            octets.append(UInt8(truncatingIfNeeded: unit >> 8))
            octets.append(UInt8(truncatingIfNeeded: unit))
        }
        var index = 0
        while index < text.count {
            let scalar = UTF8Text.next(in: text, at: &index) ?? UTF8Text.replacement
            if scalar < 0x10000 {
                append(scalar)
            } else {
                append(0xD800 | (scalar - 0x10000) >> 10)
                append(0xDC00 | (scalar - 0x10000) & 0x3FF)
            }
        }
    }
}
