// The 7-bit alphabets of short messages, 3GPP TS 23.038 section 6.2.1 (once GSM 03.38), read into UTF-8.
// The septets come from anybody's handset: any byte may stand anywhere.

public import Messages

/// The alphabet that the septets of one message are read with: a main table, and one for the character after an escape.
public struct GSMAlphabet: Sendable, Hashable {
    /// Whose main table (locking shift).
    public var locking: NationalLanguage
    /// Whose extension table (single shift).
    public var single: NationalLanguage

    /// The alphabet of these languages; the one that every handset has unless said otherwise.
    public init(locking: NationalLanguage = .standard, single: NationalLanguage = .standard) {
        self.locking = locking
        self.single = single
    }

    /// The alphabet that every handset has.
    public static let standard = GSMAlphabet()

    /// The septet that shifts the next one into the extension table.
    static let escape: UInt8 = 0x1B

    /// Appends the text of `septets`, one in a byte, as UTF-8.
    ///
    /// After an escape, what the extension table lacks is read from the main table, and a second escape or the end of the text
    /// reads as a space (section 6.2.1.1). What no table knows becomes U+FFFD and a defect; its offset counts septets.
    public func decode(_ septets: Span<UInt8>, into text: inout [UInt8], defects: inout [Defect]) {
        let mainTable = locking.lockingShiftTable
        let extensionTable = single.singleShiftTable
        let main = mainTable.span
        let extended = extensionTable.span
        var index = 0
        while index < septets.count {
            let septet = septets[index]
            if septet > 0x7F {
                // Gateways pass ISO 8859-1 off as septets; the reader of such a message sees those letters.
                defects.append(Defect(.smsNotASeptet, at: index))
                UTF8Text.append(UInt32(septet), to: &text)
                index += 1
                continue
            }
            var unit = main[Int(septet)]
            if septet == Self.escape {
                let next = index + 1 < septets.count ? septets[index + 1] : Self.escape
                if next == Self.escape {
                    text.append(0x20)
                    index += 2
                    continue
                }
                if next > 0x7F {
                    text.append(0x20)
                    index += 1
                    continue
                }
                unit = extended[Int(next)]
                if unit == 0 { unit = main[Int(next)] }
                index += 1
            }
            if unit == 0 {
                defects.append(Defect(.smsUndefinedCharacter, at: index))
                UTF8Text.append(UTF8Text.replacement, to: &text)
            } else {
                UTF8Text.append(UInt32(unit), to: &text)
            }
            index += 1
        }
    }
}
