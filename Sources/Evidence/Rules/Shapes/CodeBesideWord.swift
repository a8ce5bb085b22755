/// Finds a code of four to eight digits with the word "code" a few words before or after it. Reads folded text, which strangers wrote.
enum CodeBesideWord {
    /// The words for a code, in folded text; each also inside longer words, as other letters join to it.
    private static let words = [
        "code", "otp", "pin", "código", "код", "пароль", "رمز", "验证码", "校验码", "动态码", "驗證碼", "codice", "kodu", "kod", "รหัส", "namba",
    ].map { Array($0.utf8) }
    /// How many words may stand between the two.
    private static let between = 5
    /// How far the two may be apart, in bytes: texts without blanks have few words.
    private static let reach = 64
    private static let digits = 4...8

    /// Whether such a code is in a text.
    static func isIn(_ text: Span<UInt8>) -> Bool {
        var place = 0
        while place < text.count {
            guard isDigit(text[place]) else {
                place += 1
                continue
            }
            let end = endOfNumber(text, from: place)
            if isCode(text, place..<end), hasWord(text, near: place..<end) { return true }
            place = end
        }
        return false
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// The end of digits that single blanks and hyphens may group.
    private static func endOfNumber(_ text: Span<UInt8>, from start: Int) -> Int {
        var end = start + 1
        while end < text.count {
            if isDigit(text[end]) {
                end += 1
            } else if end + 1 < text.count, text[end] == 0x20 || text[end] == 0x2D, isDigit(text[end + 1]) {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    /// Whether a number is a code: of so many digits, and no amount, date, time or part of a longer one.
    private static func isCode(_ text: Span<UInt8>, _ number: Range<Int>) -> Bool {
        var count = 0
        for place in number where isDigit(text[place]) { count += 1 }
        guard digits.contains(count) else { return false }
        if number.lowerBound > 0 {
            switch text[number.lowerBound - 1] {
            // Amounts and decimals: + # $ . , / and the last byte of the signs for euro, pound and yen.
            case 0x2B, 0x23, 0x24, 0x2E, 0x2C, 0x2F, 0xAC, 0xA3, 0xA5: return false
            default: break
            }
        }
        guard number.upperBound + 1 < text.count else { return true }
        switch text[number.upperBound] {
        case 0x25, 0x24: return false
        case 0x2E, 0x2C, 0x2F, 0x3A: return !isDigit(text[number.upperBound + 1])
        default: return true
        }
    }

    private static func hasWord(_ text: Span<UInt8>, near number: Range<Int>) -> Bool {
        var start = number.lowerBound
        var blanks = 0
        while start > 0, number.lowerBound - start < reach {
            if text[start - 1] == 0x20 { blanks += 1 }
            if blanks > between + 1 { break }
            start -= 1
        }
        var end = number.upperBound
        blanks = 0
        while end < text.count, end - number.upperBound < reach {
            if text[end] == 0x20 { blanks += 1 }
            if blanks > between + 1 { break }
            end += 1
        }
        for word in words where end - start >= word.count {
            for place in start...end - word.count where holds(text, word.span, at: place) { return true }
        }
        return false
    }

    private static func holds(_ text: Span<UInt8>, _ word: Span<UInt8>, at place: Int) -> Bool {
        for index in word.indices where text[place + index] != word[index] { return false }
        return true
    }
}
