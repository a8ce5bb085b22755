/// Whole numbers of unknown length in bytes: seven bits a byte, the least first, the last byte without its highest bit (DWARF 5,
/// section 7.6, unsigned LEB128). Trusts nothing: a number that is cut short, too large, or longer than it need be is none, so that
/// every number has one spelling.
enum LEB128 {
    /// How many bytes a number has at most.
    private static let mostBytes = 4
    /// The largest number that so many bytes hold: beyond any hash and any file of ours.
    static let largest = 1 << (7 * mostBytes) - 1

    /// Appends a number from 0 to `largest`.
    static func append(_ number: Int, to bytes: inout [UInt8]) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// The number that begins at an index, which is moved behind it; nothing where there is none.
    static func number(in bytes: [UInt8], at index: inout Int) -> Int? {
        var number = 0
        for place in 0..<mostBytes {
            guard index < bytes.count else { return nil }
            let byte = bytes[index]
            index += 1
            number |= Int(byte & 0x7F) << (7 * place)
            if byte < 0x80 { return byte == 0 && place > 0 ? nil : number }
        }
        return nil
    }
}
