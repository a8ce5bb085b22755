internal import UnicodeTables

/// Word boundaries by UAX 29, rule by rule, of any UTF-8 text: the plain measure that the fast cutter is held against.
///
/// Linear in the text. What is not UTF-8 counts as U+FFFD, byte by byte.
public enum WordBreaks {
    /// Word_Break of UAX 29, numbered as in Scripts/make-unicode-tables.
    private enum Property: UInt8 {
        case other, cr, lf, newline, extend, zwj, format, regionalIndicator, katakana, hebrewLetter, aLetter, singleQuote, doubleQuote
        case midNumLet, midLetter, midNum, numeric, extendNumLet, wSegSpace

        var isLetter: Bool { self == .aLetter || self == .hebrewLetter }
        var isNewline: Bool { self == .cr || self == .lf || self == .newline }
        /// Passed over by rule WB4.
        var isIgnored: Bool { self == .extend || self == .zwj || self == .format }
        var isMidLetter: Bool { self == .midLetter || self == .midNumLet || self == .singleQuote }
        var isMidNumber: Bool { self == .midNum || self == .midNumLet || self == .singleQuote }
        var isWordPart: Bool { isLetter || self == .numeric || self == .katakana || self == .extendNumLet }
    }

    /// The offsets between which words, blanks and signs lie, the text's beginning and end included; none for an empty text.
    public static func boundaries(in text: Span<UInt8>) -> [Int] {
        // A UInt8 has no padding, so its span may be looked at raw.
        let bytes = unsafe text.bytes
        let end = bytes.byteCount
        guard end > 0 else { return [] }
        var found = [0]
        var at = 0
        var raw = Property.other
        var last = Property.other
        var beforeLast = Property.other
        var indicators = 0
        while at < end {
            let decoded = decodeScalar(bytes, at: at, end: end)
            let (property, isPictograph) = WordBreaks.property(of: decoded.value)
            let next = at + decoded.length
            if at > 0 {
                let joins: Bool
                if raw == .cr, property == .lf {
                    joins = true
                } else if raw.isNewline || property.isNewline {
                    joins = false
                } else if raw == .zwj, isPictograph {
                    joins = true
                } else if raw == .wSegSpace, property == .wSegSpace {
                    joins = true
                } else if property.isIgnored {
                    joins = true
                } else {
                    joins = joined(beforeLast, last, property, oddIndicators: indicators % 2 == 1) {
                        following(bytes, from: next, to: end)
                    }
                }
                if !joins { found.append(at) }
            }
            if !property.isIgnored || at == 0 || raw.isNewline {
                beforeLast = last
                last = property
                indicators = property == .regionalIndicator ? indicators + 1 : 0
            }
            raw = property
            at = next
        }
        found.append(end)
        return found
    }

    private static func property(of scalar: UInt32) -> (Property, isPictograph: Bool) {
        let bits = chaffinch_word_break(scalar)
        return (Property(rawValue: bits & 0x7F) ?? .other, bits & 0x80 != 0)
    }

    /// The property of the next scalar that rule WB4 does not pass over.
    private static func following(_ bytes: RawSpan, from start: Int, to end: Int) -> Property {
        var at = start
        while at < end {
            let decoded = decodeScalar(bytes, at: at, end: end)
            let property = property(of: decoded.value).0
            if !property.isIgnored { return property }
            at += decoded.length
        }
        return .other
    }

    /// Rules WB5 to WB999.
    private static func joined(
        _ beforeLast: Property, _ last: Property, _ next: Property, oddIndicators: Bool, following: () -> Property
    ) -> Bool {
        if last.isLetter, next.isLetter { return true }  // WB5
        if last.isLetter, next.isMidLetter, following().isLetter { return true }  // WB6
        if beforeLast.isLetter, last.isMidLetter, next.isLetter { return true }  // WB7
        if last == .hebrewLetter, next == .singleQuote { return true }  // WB7a
        if last == .hebrewLetter, next == .doubleQuote, following() == .hebrewLetter { return true }  // WB7b
        if beforeLast == .hebrewLetter, last == .doubleQuote, next == .hebrewLetter { return true }  // WB7c
        if last == .numeric || last.isLetter, next == .numeric { return true }  // WB8, WB9
        if last == .numeric, next.isLetter { return true }  // WB10
        if beforeLast == .numeric, last.isMidNumber, next == .numeric { return true }  // WB11
        if last == .numeric, next.isMidNumber, following() == .numeric { return true }  // WB12
        if last == .katakana, next == .katakana { return true }  // WB13
        if last.isWordPart, next == .extendNumLet { return true }  // WB13a
        if last == .extendNumLet, next.isWordPart { return true }  // WB13b
        if last == .regionalIndicator, next == .regionalIndicator, oddIndicators { return true }  // WB15, WB16
        return false
    }
}
