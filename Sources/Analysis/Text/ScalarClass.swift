// What a folded scalar is, as the generated tables tell it (Scripts/make-unicode-tables has the same numbers).

internal import UnicodeTables

/// The class of one folded scalar: how words treat it, its script, its kind.
struct ScalarClass {
    /// How words treat a scalar: Word_Break of UAX 29, with blanks apart and with the scripts that are cut into n-grams apart.
    enum Breaking: UInt8 {
        case other, space, newline, letter, hebrew, numeric, extendNumLet, katakana, extend, midLetter, midNum, midNumLet
        case singleQuote, doubleQuote
        /// Han and Hiragana.
        case ideograph
        /// Thai, Lao, Khmer and Myanmar.
        case syllable
    }

    /// What a scalar counts as.
    enum Kind: UInt8 {
        case other, letter, digit, mark, punctuation, symbol, currency, emoji, space, control, privateUse, unassigned, replacement
    }

    let bits: UInt16

    init(_ scalar: UInt32) {
        self.bits = chaffinch_class(scalar)
    }

    init(bits: UInt16) {
        self.bits = bits
    }

    /// The bits that say how words treat a scalar, its script and its kind.
    static let sameSort: UInt16 = 0x1FFF

    var breaking: Breaking { Breaking(rawValue: UInt8(truncatingIfNeeded: bits & 15)) ?? .other }
    var script: Script { Script(number: bits >> 4 & 31) }
    var kind: Kind { Kind(rawValue: UInt8(truncatingIfNeeded: bits >> 9 & 15)) ?? .other }
    /// Whether it is of another script and has the very shape of a small ASCII letter (UTS 39).
    var isLookalike: Bool { bits & 1 << 13 != 0 }
    /// Whether it is a Latin letter in disguise that NFKC keeps: small capitals, letters in discs.
    var isDisguised: Bool { bits & 1 << 14 != 0 }
    /// Whether it may combine with what stands before it (not a boundary of NFC).
    var combines: Bool { bits & 1 << 15 != 0 }
}

/// How one scalar folds: NFKC_Casefold and what reading hostile text needs to know besides.
struct ScalarFolding {
    /// Why a scalar is removed: all are invisible (Default_Ignorable_Code_Point).
    enum Removal: UInt8 {
        case format, zeroWidth, bidi, tag, variation, hyphen, filler
    }

    let bits: UInt32

    init(_ scalar: UInt32) {
        self.bits = chaffinch_fold(scalar)
    }

    /// The scalar it becomes, or the offset of its sequence; meaningless when `staysItself`.
    var payload: UInt32 { bits & 0x1F_FFFF }
    var staysItself: Bool { bits == 0 }
    /// Whether one scalar is written and nothing else has to be thought of.
    var isSimple: Bool { bits & (1 << 21 | 1 << 22 | 1 << 24 | 1 << 27) == 0 }
    var isSequence: Bool { bits & 1 << 21 != 0 }
    var isRemoved: Bool { bits & 1 << 22 != 0 }
    var isCapital: Bool { bits & 1 << 23 != 0 }
    var combines: Bool { bits & 1 << 24 != 0 }
    /// Whether it is a styled form of an ASCII letter or digit: mathematical, circled, raised.
    var isStyled: Bool { bits & 1 << 25 != 0 }
    /// Whether it is a full-width form of an ASCII letter or digit.
    var isWide: Bool { bits & 1 << 26 != 0 }
    var isBlank: Bool { bits & 1 << 27 != 0 }
    var removal: Removal { Removal(rawValue: UInt8(truncatingIfNeeded: payload)) ?? .format }
}
