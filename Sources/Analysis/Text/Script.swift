/// A writing system (UAX 24), as far as Chaffinch tells them apart.
public enum Script: UInt8, Sendable, Hashable, CaseIterable {
    /// Digits, punctuation, symbols: used by many scripts.
    case common
    /// Marks that take the script of what they stand on.
    case inherited
    case latin, greek, cyrillic, armenian, hebrew, arabic, devanagari, bengali, gurmukhi, gujarati, oriya, tamil, telugu, kannada
    case malayalam, sinhala, thai, lao, tibetan, myanmar, georgian, hangul, ethiopic, cherokee, khmer, mongolian
    case hiragana, katakana, han
    /// Any other script.
    case other

    /// The script of a number of the Unicode tables; numbers beyond the list are `other`.
    init(number: UInt16) {
        self = Script(rawValue: UInt8(truncatingIfNeeded: number)) ?? .other
    }

    /// The script's bit in a set of scripts.
    var bit: UInt32 { 1 << UInt32(rawValue) }
}
