// What the ASCII signs mean for words: which join (UAX 29), which stand for letters in disguise, which are counted apart.

/// One ASCII character that is neither letter, digit nor blank.
struct SignKind {
    private let bits: UInt8

    private static let letters: UInt8 = 1
    private static let digits: UInt8 = 2
    private static let disguise: UInt8 = 4
    private static let symbol: UInt8 = 8

    private init(_ bits: UInt8) {
        self.bits = bits
    }

    @inline(__always)
    static func of(_ value: UInt8) -> SignKind {
        switch value {
        case 0x27, 0x2E: SignKind(letters | digits)
        case 0x3A: SignKind(letters)
        case 0x2C, 0x3B: SignKind(digits)
        case 0x21, 0x40: SignKind(disguise)
        case 0x24, 0x7C: SignKind(disguise | symbol)
        case 0x2B, 0x3C, 0x3D, 0x3E, 0x5E, 0x60, 0x7E: SignKind(symbol)
        default: SignKind(0)
        }
    }

    /// Whether it joins letters (MidLetter, MidNumLet, Single_Quote).
    var joinsLetters: Bool { bits & SignKind.letters != 0 }
    /// Whether it joins digits (MidNum, MidNumLet, Single_Quote).
    var joinsDigits: Bool { bits & SignKind.digits != 0 }
    var mayJoin: Bool { bits & (SignKind.letters | SignKind.digits) != 0 }
    /// Whether people put it in place of a letter.
    var isLetterSign: Bool { bits & SignKind.disguise != 0 }

    /// Whether a sign is counted as punctuation and no more.
    @inline(__always)
    static func isMerePunctuation(_ value: UInt8) -> Bool {
        // Bits for the 32 signs from 0x20 on (! $ + < = > ?), and for those from 0x40 on (@ ^ _ ` | ~ and delete).
        let others: UInt64 = value < 0x40 ? 0xF000_0812 : 0xD000_0001_C000_0001
        return others &>> UInt64(value < 0x40 ? value &- 0x20 : value &- 0x40) & 1 == 0
    }

    /// Counts a sign that is already counted as punctuation for what it is.
    func count(_ value: UInt8, in signs: inout TextSigns) {
        if bits & SignKind.symbol == 0 {
            if value == 0x7F {
                signs.punctuation &-= 1
                signs.controls &+= 1
            }
            if value == 0x21 { signs.exclamations &+= 1 }
            if value == 0x3F { signs.questions &+= 1 }
            return
        }
        signs.punctuation &-= 1
        if value == 0x24 { signs.currencySigns &+= 1 } else { signs.symbols &+= 1 }
    }
}
