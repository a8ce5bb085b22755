/// Tells names that look drawn by lot from those people choose.
enum RandomName {
    /// Whether a name of letters and digits is likely random: letters and digits in turn, or rows of consonants no language has.
    static func isLikely(_ name: String) -> Bool {
        var switches = 0
        var digits = 0
        var letters = 0
        var row = 0
        var longestRow = 0
        var wasDigit: Bool?
        for byte in name.utf8 {
            let isDigit = byte &- 0x30 < 10
            let lower = byte | 0x20
            let isLetter = lower &- 0x61 < 26
            guard isDigit || isLetter else {
                row = 0
                wasDigit = nil
                continue
            }
            if isDigit { digits += 1 } else { letters += 1 }
            if let before = wasDigit, before != isDigit { switches += 1 }
            wasDigit = isDigit
            row = isLetter && !isVowel(lower) ? row + 1 : 0
            longestRow = max(longestRow, row)
        }
        return switches >= 4 || longestRow >= 6 || (digits >= 5 && letters >= 3 && switches >= 2)
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
        default: false
        }
    }
}
