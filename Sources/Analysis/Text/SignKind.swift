// What the ASCII signs mean for words: which join (UAX 29), which stand for letters in disguise, which are counted apart.

/// One ASCII character that is neither letter, digit nor blank.
struct SignKind {
    private let bits: UInt8

    private static let joint: UInt8 = 1
    private static let disguise: UInt8 = 2
    private static let symbol: UInt8 = 4

    private init(_ bits: UInt8) {
        self.bits = bits
    }

    @inline(__always)
    static func of(_ value: UInt8) -> SignKind {
        switch value {
        case 0x27, 0x2C, 0x2E, 0x3A, 0x3B: SignKind(joint)
        case 0x21, 0x40: SignKind(disguise)
        case 0x24, 0x7C: SignKind(disguise | symbol)
        case 0x2B, 0x3C, 0x3D, 0x3E, 0x5E, 0x60, 0x7E: SignKind(symbol)
        default: SignKind(0)
        }
    }

    /// Whether it joins letters or digits on both its sides (MidLetter, MidNum, MidNumLet, Single_Quote).
    var mayJoin: Bool { bits & SignKind.joint != 0 }
    /// Whether people put it in place of a letter.
    var isLetterSign: Bool { bits & SignKind.disguise != 0 }

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
