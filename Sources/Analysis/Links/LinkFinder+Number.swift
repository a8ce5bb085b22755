// Telephone numbers, bank accounts and wallets in text: everything that is found by its digits. Text is hostile.

internal import Messages

extension LinkFinder {
    /// A digit was met: looks at the word it stands in, and at the number that may begin with it.
    func digits(in text: Span<UInt8>, _ cursor: inout Cursor, _ found: inout FoundLinks) {
        let index = cursor.index
        var start = index
        while start > cursor.floor, ByteClass.isAlphanumeric(text[start - 1]) { start -= 1 }
        var end = index
        var isNumber = start == index
        while end < text.count, ByteClass.isAlphanumeric(text[end]) {
            if !ByteClass.isDigit(text[end]) { isNumber = false }
            end += 1
        }
        if isNumber {
            if end - start < 7, Self.standsAsOneGroup(text, end: end) {
                cursor.index = end
                return
            }
            return number(in: text, &cursor, &found)
        }
        let word = text.extracting(start..<end)
        if word.count >= 26, let kind = Wallets.kind(of: word) {
            let value = found.bytes.count
            for offset in 0..<word.count { found.bytes.append(word[offset]) }
            keep(kind, text: start..<end, value: value, in: &found)
            cursor.floor = end
        } else if index - start == 2, iban(from: start, in: text, &cursor, &found) {
            return
        }
        // What follows a letter, as in `24h`, is no number; the next word may be.
        cursor.index = end
    }

    /// Whether a short group of digits has neither another group nor letters for digits after it: years, counts, amounts.
    private static func standsAsOneGroup(_ text: Span<UInt8>, end: Int) -> Bool {
        guard end + 1 < text.count else { return true }
        let next = text[end]
        guard next == 32 || next == 45 || next == 46 || next == 47 || next == 40 || next == 41 || next >= 128 else { return true }
        let after = text[end + 1]
        return next == 32 && after > 47 && !ByteClass.isDigit(after) && after &- 65 >= 26 && after < 128
    }

    /// ISO 13616: a country, two check digits, an account; blanks between groups allowed.
    private func iban(from start: Int, in text: Span<UInt8>, _ cursor: inout Cursor, _ found: inout FoundLinks) -> Bool {
        guard start + 4 <= text.count, let length = IBAN.length(text[start], text[start + 1]) else { return false }
        let value = found.bytes.count
        var index = start
        while index < text.count, found.bytes.count - value < length {
            let byte = text[index]
            if byte == 32, index > start, text[index - 1] != 32 {
                index += 1
                continue
            }
            guard byte &- 65 < 26 || ByteClass.isDigit(byte) else { break }
            found.bytes.append(byte)
            index += 1
        }
        let isWhole = index == text.count || !ByteClass.isAlphanumeric(text[index])
        guard isWhole, found.bytes.count - value == length, IBAN.isValid(found.bytes.span.extracting(value..<found.bytes.count)) else {
            found.bytes.removeSubrange(value...)
            return false
        }
        keep(.iban, text: start..<index, value: value, in: &found)
        cursor.index = index
        cursor.floor = index
        return true
    }

    /// What was read of a number: how its digits are grouped decides whether it is one.
    struct NumberShape {
        var digits = 0
        var groups = 0
        var lengths: (UInt8, UInt8, UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0, 0, 0)
        var separators: Set = []
        var isInternational = false

        struct Set: OptionSet {
            let rawValue: UInt8
            static let blank = Set(rawValue: 1)
            static let hyphen = Set(rawValue: 2)
            static let dot = Set(rawValue: 4)
            static let slash = Set(rawValue: 8)
            static let parenthesis = Set(rawValue: 16)
        }

        mutating func add(group length: Int) {
            let length = UInt8(clamping: length)
            switch groups {
            case 0: lengths.0 = length
            case 1: lengths.1 = length
            case 2: lengths.2 = length
            case 3: lengths.3 = length
            case 4: lengths.4 = length
            default: lengths.5 = max(lengths.5, length)
            }
            groups += 1
        }
    }

    /// A number begins: telephone, card, IPv4 address or none of them.
    func number(in text: Span<UInt8>, _ cursor: inout Cursor, _ found: inout FoundLinks) {
        let start = cursor.index
        let value = found.bytes.count
        var shape = NumberShape()
        var index = start
        if text[index] == 43 {
            shape.isInternational = true
            index += 1
            while index < text.count, index < start + 3, text[index] == 40 || text[index] == 32 { index += 1 }
        }
        let digits = index
        index = Self.readGroups(text, from: index, shape: &shape)
        if shape.digits < 7, !Self.mayBeVanity(text, from: index, shape) {
            cursor.index = Self.end(ofNone: start..<index, shape, in: text)
            return
        }
        if shape.isInternational { found.bytes.append(43) }
        Self.append(digitsIn: text.extracting(digits..<index), to: &found.bytes)
        if let end = vanity(text, from: index, shape: shape, value: value, start: start, &found) {
            cursor.index = end
            cursor.floor = end
            return
        }
        let isAlone = stands(alone: start..<index, in: text)
        let (isCard, shown) = Self.judge(found.bytes, from: value + (shape.isInternational ? 1 : 0), shape)
        if isAlone, isCard { found.paymentCards += 1 }
        guard isAlone, let flags = shown else {
            found.bytes.removeSubrange(value...)
            cursor.index = Self.end(ofNone: start..<index, shape, in: text)
            return
        }
        if flags.contains(.international), !shape.isInternational {
            // The prefix 00 is written as a plus.
            found.bytes.replaceSubrange(value..<(value + 2), with: CollectionOfOne(43))
        }
        keep(.phone, flags, text: start..<index, value: value, in: &found)
        cursor.index = index
        cursor.floor = index
    }

    private static func judge(_ bytes: [UInt8], from start: Int, _ shape: NumberShape) -> (isCard: Bool, phone: ContactPoint.Flags?) {
        let digits = bytes.span.extracting(start..<bytes.count)
        guard digits.count >= 7, digits.count <= 19 else { return (false, nil) }
        if digits.count >= 13, !shape.isInternational, isCard(digits, shape) { return (true, nil) }
        return (false, PhoneShape.flags(of: digits, shape))
    }

    /// Where to go on behind what is no number.
    private static func end(ofNone range: Range<Int>, _ shape: NumberShape, in text: Span<UInt8>) -> Int {
        // Four decimal numbers with dots are a host; the dot's own look decides.
        guard shape.groups == 4, shape.separators == .dot else { return max(range.lowerBound + 1, range.upperBound) }
        var index = range.lowerBound
        while index < text.count, ByteClass.isDigit(text[index]) { index += 1 }
        return index
    }

    /// Reads digits in groups, to the end of the number; of hostile runs everything is passed over.
    private static func readGroups(_ text: Span<UInt8>, from start: Int, shape: inout NumberShape) -> Int {
        var index = start
        while true {
            let group = index
            while index < text.count, ByteClass.isDigit(text[index]) { index += 1 }
            shape.digits += index - group
            shape.add(group: index - group)
            var separators: NumberShape.Set = []
            var next = index
            while next < text.count, next < index + 3, let (separator, length) = separator(text, at: next) {
                separators.formUnion(separator)
                next += length
            }
            guard next > index, next < text.count, ByteClass.isDigit(text[next]) else { return index }
            shape.separators.formUnion(separators)
            index = next
        }
    }

    /// Keeps the digits of a number, at most 20: more make none.
    private static func append(digitsIn text: Span<UInt8>, to bytes: inout [UInt8]) {
        var count = 0
        for index in text.indices where ByteClass.isDigit(text[index]) {
            bytes.append(text[index])
            count += 1
            if count == 20 { return }
        }
    }

    private static func separator(_ text: Span<UInt8>, at index: Int) -> (NumberShape.Set, Int)? {
        switch text[index] {
        case 32: return (.blank, 1)
        case 45: return (.hyphen, 1)
        case 46: return (.dot, 1)
        case 47: return (.slash, 1)
        case 40, 41: return (.parenthesis, 1)
        case 0..<128: return nil
        case 0xC2 where index + 1 < text.count && text[index + 1] == 0xA0: return (.blank, 2)
        default:
            let invisible = Disguise.invisibleLength(text, at: index)
            return invisible > 0 ? ([], invisible) : nil
        }
    }

    /// Whether nothing around makes a number part of something else: a word, an amount, a decimal fraction, a path.
    private func stands(alone range: Range<Int>, in text: Span<UInt8>) -> Bool {
        if range.lowerBound > 0 {
            let before = text[range.lowerBound - 1]
            if before == 36 || before == 44 || before == 46 || before == 47 || before == 61 || before == 95 || before == 35 { return false }
            if before == 0xA3 || before == 0xAC || before == 0xA5 { return false }  // the last bytes of pound, euro and yen
            if before == 45 && !(range.lowerBound > 1 && ByteClass.isLetter(text[range.lowerBound - 2])) && range.lowerBound > 1 {
                return false
            }
        }
        guard range.upperBound < text.count else { return true }
        let after = text[range.upperBound]
        if ByteClass.isAlphanumeric(after) || after == 37 || after == 95 || after == 64 || after == 61 { return false }
        if after == 44 || after == 58, range.upperBound + 1 < text.count, ByteClass.isDigit(text[range.upperBound + 1]) { return false }
        return true
    }

    /// Whether capitals follow a short number, as in `1-800-FLOWERS`.
    private static func mayBeVanity(_ text: Span<UInt8>, from end: Int, _ shape: NumberShape) -> Bool {
        guard shape.digits >= 3, shape.digits <= 7, end + 1 < text.count else { return false }
        let isApart = text[end] == 45 || text[end] == 32
        return text[isApart ? end + 1 : end] &- 65 < 26
    }

    /// `1-800-FLOWERS`: letters for digits after a free or costly prefix. Gives where it ends.
    private func vanity(
        _ text: Span<UInt8>, from end: Int, shape: NumberShape, value: Int, start: Int, _ found: inout FoundLinks
    ) -> Int? {
        guard Self.mayBeVanity(text, from: end, shape) else { return nil }
        var index = end
        if text[index] == 45 || text[index] == 32 { index += 1 }
        let from = value + (shape.isInternational ? 1 : 0)
        guard let prefix = PhoneShape.charge(of: found.bytes.span.extracting(from..<found.bytes.count), shape) else { return nil }
        let digits = found.bytes.count
        var letters = 0
        while index < text.count, letters < 10 {
            let byte = text[index]
            if byte &- 65 < 26 {
                found.bytes.append(PhoneShape.keypad(byte))
                letters += 1
            } else if ByteClass.isDigit(byte) {
                found.bytes.append(byte)
            } else if byte != 45 {
                break
            }
            index += 1
        }
        guard letters >= 4, found.bytes.count - from >= 9, found.bytes.count - from <= 12 else {
            found.bytes.removeSubrange(digits...)
            return nil
        }
        let flags: ContactPoint.Flags = shape.isInternational ? [.vanity, .international] : .vanity
        keep(.phone, flags.union(prefix), text: start..<index, value: value, in: &found)
        return index
    }

    /// ISO/IEC 7812: the check digit of Luhn, and the grouping or none.
    private static func isCard(_ digits: Span<UInt8>, _ shape: NumberShape) -> Bool {
        guard shape.groups == 1 || shape.lengths.0 == 4, digits[0] >= 50, digits[0] <= 54 else { return false }
        var sum = 0
        for index in 0..<digits.count {
            let digit = Int(digits[digits.count - 1 - index] - 48)
            sum += index % 2 == 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2
        }
        return sum % 10 == 0
    }
}
