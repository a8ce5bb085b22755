// The spellings by which writers hide a dot, an at sign or a scheme from programs but not from readers. Text is hostile.

/// Reads disguised punctuation. Every look is bounded by a few bytes.
enum Disguise {
    enum Meaning {
        case dot, at, colon
    }

    /// The length of a full stop that IDNA takes for a dot (UTS 46 section 2.3), or 0.
    static func dotLength(_ text: Span<UInt8>, at index: Int) -> Int {
        guard index + 2 < text.count else { return 0 }
        switch (text[index], text[index + 1], text[index + 2]) {
        case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x8E), (0xEF, 0xBD, 0xA1): return 3
        default: return 0
        }
    }

    /// The length of an invisible character, or 0.
    static func invisibleLength(_ text: Span<UInt8>, at index: Int) -> Int {
        let first = text[index]
        guard first >= 0xC2, index + 1 < text.count else { return 0 }
        let second = text[index + 1]
        if first == 0xC2, second == 0xAD { return 2 }
        if first == 0xCD, second == 0x8F { return 2 }
        guard index + 2 < text.count else { return 0 }
        let third = text[index + 2]
        switch (first, second) {
        case (0xE2, 0x80): return third >= 0x8B && third <= 0x8F ? 3 : 0
        case (0xE2, 0x81): return third >= 0xA0 && third <= 0xA4 ? 3 : 0
        case (0xEF, 0xBB): return third == 0xBF ? 3 : 0
        case (0xE1, 0xA0): return third == 0x8E ? 3 : 0
        default: return 0
        }
    }

    /// `[.]`, `(dot)`, `{ at }`, `[:]`, `[://]`: what it means and how long it is.
    static func bracketed(_ text: Span<UInt8>, at start: Int) -> (meaning: Meaning, length: Int)? {
        let close: UInt8
        switch text[start] {
        case 40: close = 41
        case 91: close = 93
        case 123: close = 125
        default: return nil
        }
        var index = start + 1
        if index < text.count, text[index] == 32 { index += 1 }
        guard let (meaning, length) = word(text, at: index) else { return nil }
        index += length
        if index < text.count, text[index] == 32 { index += 1 }
        guard index < text.count, text[index] == close else { return nil }
        return (meaning, index + 1 - start)
    }

    private static func word(_ text: Span<UInt8>, at index: Int) -> (Meaning, Int)? {
        guard index < text.count else { return nil }
        if text[index] == 46 { return (.dot, 1) }
        if text[index] == 64 { return (.at, 1) }
        if ByteClass.starts(text, with: "dot", at: index) { return (.dot, 3) }
        if ByteClass.starts(text, with: "at", at: index) { return (.at, 2) }
        if ByteClass.starts(text, with: "://", at: index) { return (.colon, 3) }
        return text[index] == 58 ? (.colon, 1) : nil
    }

    /// What joins two labels at an offset: its length, and how it is disguised. Blanks around only when `spaces` allows.
    static func joint(_ text: Span<UInt8>, at start: Int, spaces: Bool) -> (length: Int, flags: FoundLink.Flags)? {
        guard start < text.count else { return nil }
        var index = start
        var flags: FoundLink.Flags = []
        var blanks = 0
        while index < text.count, blanks < 2, text[index] == 32 || (spaces && (text[index] == 10 || text[index] == 13)) {
            index += 1
            blanks += 1
        }
        guard index < text.count else { return nil }
        let byte = text[index]
        if byte == 46 {
            guard blanks == 0 || spaces else { return nil }
            index += 1
        } else if dotLength(text, at: index) > 0, blanks == 0 {
            index += 3
            flags.insert(.unicodeDot)
        } else if let token = bracketed(text, at: index), token.meaning == .dot {
            index += token.length
            flags.insert(.defanged)
        } else if blanks > 0, spaces, ByteClass.starts(text, with: "dot ", at: index) {
            index += 3
            flags.insert(.spelledDot)
        } else {
            return nil
        }
        let afterDot = index
        while index < text.count, index < afterDot + 2, text[index] == 32 || (spaces && (text[index] == 10 || text[index] == 13)) {
            index += 1
        }
        if index > afterDot, flags.isEmpty, !spaces { return nil }
        if index > afterDot || blanks > 0 { flags.insert(.spaced) }
        return (index - start, flags)
    }

    /// What a character outside ASCII is, for where a link can begin and end.
    enum Character {
        /// A letter of a script that is written with spaces.
        case letter
        /// A character of a script that is written without: a link beside it has no space between.
        case ideograph
        /// Punctuation, or nothing that stands in a link.
        case stop
    }

    /// The class and length of the character at an offset.
    static func character(_ text: Span<UInt8>, at index: Int) -> (kind: Character, length: Int) {
        let first = text[index]
        if first < 0xC2 { return (.stop, 1) }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard index + length <= text.count else { return (.stop, text.count - index) }
        for offset in 1..<length where text[index + offset] & 0xC0 != 0x80 { return (.stop, offset) }
        let second = text[index + 1]
        switch first {
        case 0xC2: return (second == 0xAA || second == 0xB5 || second == 0xBA ? .letter : .stop, length)
        case 0xE0: return (second >= 0xB8 && second <= 0xBB ? .ideograph : .letter, length)
        case 0xE1: return (second >= 0x80 && second <= 0x82 || second == 0x9E ? .ideograph : .letter, length)
        case 0xE2: return (second == 0xB0 || second == 0xB1 || second == 0xB4 ? .letter : .stop, length)
        case 0xE3: return (second == 0x80 ? .stop : .ideograph, length)
        case 0xE4...0xED: return (.ideograph, length)
        case 0xEF: return (isWideAlphanumeric(text, at: index) ? .letter : .stop, length)
        case 0xF0: return (second == 0x9F ? .stop : second >= 0xA0 ? .ideograph : .letter, length)
        case 0xF1...: return (.stop, length)
        default: return (.letter, length)
        }
    }

    private static func isWideAlphanumeric(_ text: Span<UInt8>, at index: Int) -> Bool {
        let third = text[index + 2]
        switch text[index + 1] {
        case 0xBC: return third >= 0x90 && third <= 0x99 || third >= 0xA1 && third <= 0xBA || third == 0x8D
        case 0xBD: return third >= 0x81 && third <= 0x9A
        default: return false
        }
    }
}
