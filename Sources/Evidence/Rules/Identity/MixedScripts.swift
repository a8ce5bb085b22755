/// Tells words that mix look-alike alphabets, as no language does.
enum MixedScripts {
    /// Whether a word has letters of more than one of Latin, Greek and Cyrillic.
    static func areMixed(in word: Substring) -> Bool {
        var seen: UInt8 = 0
        for scalar in word.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: seen |= 1
            case 0x370...0x3FF: seen |= 2
            case 0x400...0x52F: seen |= 4
            default: break
            }
        }
        return seen & (seen &- 1) != 0
    }
}
