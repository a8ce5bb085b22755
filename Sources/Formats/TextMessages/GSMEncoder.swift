/// Writes UTF-8 text in a 7-bit alphabet (3GPP TS 23.038 section 6.2.1).
///
/// Building one makes a table; keep it for many texts.
public struct GSMEncoder: Sendable {
    /// The alphabet it writes.
    public let alphabet: GSMAlphabet
    /// The septets of each code unit; a value above 0x7F means an escape first.
    private let septets: [UInt16: UInt8]

    /// An encoder for the alphabet.
    public init(_ alphabet: GSMAlphabet) {
        self.alphabet = alphabet
        var septets: [UInt16: UInt8] = [:]
        // The main table comes last: a character that is in both takes one septet, not two.
        for (index, unit) in alphabet.single.singleShiftTable.enumerated().reversed() where unit != 0 {
            septets[unit] = UInt8(truncatingIfNeeded: index) | 0x80
        }
        for (index, unit) in alphabet.locking.lockingShiftTable.enumerated().reversed() where unit != 0 {
            septets[unit] = UInt8(truncatingIfNeeded: index)
        }
        self.septets = septets
    }

    /// An encoder for the alphabet that every handset has.
    public static let standard = GSMEncoder(.standard)

    /// Appends the text as septets, one in a byte; gives false, leaving what it wrote, at the first character not in the alphabet.
    public func encode(_ text: Span<UInt8>, into output: inout [UInt8]) -> Bool {
        var index = 0
        while index < text.count {
            guard let scalar = UTF8Text.next(in: text, at: &index), scalar < 0x10000,
                let septet = septets[UInt16(truncatingIfNeeded: scalar)]
            else { return false }
            if septet > 0x7F { output.append(GSMAlphabet.escape) }
            output.append(septet & 0x7F)
        }
        return true
    }

    /// How many septets the text takes; nothing when a character is not in the alphabet.
    public func septetCount(of text: Span<UInt8>) -> Int? {
        var count = 0
        var index = 0
        while index < text.count {
            guard let scalar = UTF8Text.next(in: text, at: &index), scalar < 0x10000,
                let septet = septets[UInt16(truncatingIfNeeded: scalar)]
            else { return nil }
            count += septet > 0x7F ? 2 : 1
        }
        return count
    }
}
