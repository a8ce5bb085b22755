// Reading words that were written so that a filter should not: look-alike letters, digits and signs for letters, letters apart.

internal import UnicodeTables

/// What disguised words say. Everything is bounded by `longest`, so that hostile text costs linear time.
struct Disguise {
    /// Words longer than this many bytes are taken as they are.
    static let longest = 48
    /// How many words may be respelt in the folded text; of more only the hash is changed.
    static let maximumReplacements = 4096

    /// A word whose bytes are to be replaced, and where its new bytes lie in `respelt`.
    struct Replacement {
        var old: Range<Int>
        var new: Range<Int>
    }

    /// Whether a sign that can stand for a letter stands before the open word.
    var isAfterSign = false
    /// Whether an at sign does.
    var isAfterAt = false
    /// The words to replace, in order.
    private(set) var replacements: [Replacement] = []
    /// Their new bytes.
    private(set) var respelt: [UInt8] = []
    private var spelling: [UInt8] = []

    /// The hash of what was read last.
    var spellingHash: UInt64 { WordHash.of(spelling.span) }

    mutating func begin() {
        isAfterSign = false
        isAfterAt = false
        replacements.removeAll(keepingCapacity: true)
        respelt.removeAll(keepingCapacity: true)
    }

    // MARK: Look-alike letters

    /// Spells a word of mixed scripts in the one script it means, and gives that; nothing when it cannot be spelt so.
    ///
    /// Latin, unless most letters are Cyrillic and the Latin ones all pass for Cyrillic.
    mutating func resolve(_ bytes: RawSpan, from start: Int, to end: Int) -> Script? {
        var latin = 0
        var cyrillic = 0
        var canBeLatin = true
        var canBeCyrillic = true
        var at = start
        while at < end {
            let decoded = decodeScalar(bytes, at: at, end: end)
            at += decoded.length
            let scalarClass = ScalarClass(decoded.value)
            guard scalarClass.kind == .letter || scalarClass.isDisguised else { continue }
            if scalarClass.script == .cyrillic {
                cyrillic += 1
            } else if Disguise.cyrillic(for: decoded.value) == nil {
                canBeCyrillic = false
            }
            if scalarClass.script == .latin, !scalarClass.isDisguised {
                latin += 1
            } else if chaffinch_lookalike(decoded.value) == 0 {
                canBeLatin = false
            }
        }
        let target: Script
        if canBeCyrillic, cyrillic > latin || !canBeLatin {
            target = .cyrillic
        } else if canBeLatin {
            target = .latin
        } else {
            return nil
        }
        spell(bytes, from: start, to: end, in: target)
        if replacements.count < Disguise.maximumReplacements {
            let first = respelt.count
            respelt.append(contentsOf: spelling)
            replacements.append(Replacement(old: start..<end, new: first..<respelt.count))
        }
        return target
    }

    private mutating func spell(_ bytes: RawSpan, from start: Int, to end: Int, in target: Script) {
        spelling.removeAll(keepingCapacity: true)
        var at = start
        while at < end {
            let decoded = decodeScalar(bytes, at: at, end: end)
            at += decoded.length
            var scalar = decoded.value
            if target == .cyrillic {
                scalar = Disguise.cyrillic(for: scalar) ?? scalar
            } else {
                let letter = chaffinch_lookalike(scalar)
                if letter != 0 { scalar = UInt32(letter) }
            }
            appendScalar(scalar, to: &spelling)
        }
    }

    /// The small Cyrillic letter that a small Latin one passes for, by the shape of either case.
    private static func cyrillic(for latin: UInt32) -> UInt32? {
        switch latin {
        case 0x61: 0x0430
        case 0x62: 0x0432
        case 0x63: 0x0441
        case 0x65: 0x0435
        case 0x68: 0x043D
        case 0x69: 0x0456
        case 0x6B: 0x043A
        case 0x6D: 0x043C
        case 0x6E: 0x043F
        case 0x6F: 0x043E
        case 0x70: 0x0440
        case 0x72: 0x0433
        case 0x73: 0x0455
        case 0x74: 0x0442
        case 0x75: 0x0438
        case 0x78: 0x0445
        case 0x79: 0x0443
        default: nil
        }
    }

    // MARK: Digits and signs for letters

    /// The letter a digit or sign stands for in disguised words, or 0.
    private static func letter(for value: UInt8) -> UInt8 {
        switch value {
        case 0x30: 0x6F
        case 0x31, 0x21, 0x7C: 0x69
        case 0x33: 0x65
        case 0x34, 0x40: 0x61
        case 0x35, 0x24: 0x73
        case 0x37: 0x74
        case 0x38: 0x62
        default: 0
        }
    }

    /// Reads an ASCII word with digits as letters; false when it looks like an honest mix (`mp3`, `5pm`, `room101`).
    mutating func readDigits(_ bytes: RawSpan, from start: Int, to end: Int) -> Bool {
        guard end - start >= 3, end - start <= 24 else { return false }
        spelling.removeAll(keepingCapacity: true)
        var letters = 0
        var digits = 0
        var inner = 0
        for at in start..<end {
            let value = byte(bytes, at)
            if value &- 0x61 < 26 {
                letters += 1
                spelling.append(value)
                continue
            }
            let letter = Disguise.letter(for: value)
            guard letter != 0 else { return false }
            digits += 1
            spelling.append(letter)
            if at > start, at + 1 < end, byte(bytes, at - 1) &- 0x61 < 26, byte(bytes, at + 1) &- 0x61 < 26 { inner += 1 }
        }
        // `0x1f` is a number.
        guard digits <= letters, byte(bytes, start) != 0x30 || byte(bytes, start + 1) != 0x78 else { return false }
        if inner > 0 { return true }
        // Digits at the end, or zero at the beginning, only where nothing else is likely: `fr33`, `0ffer`.
        let last = byte(bytes, end - 1)
        let endsTwice = last == byte(bytes, end - 2) && (last == 0x33 || last == 0x30) && digits == 2 && letters > 1
        let beginsWithZero = byte(bytes, start) == 0x30 && byte(bytes, start + 1) &- 0x61 < 26 && digits == 1 && letters > 2
        let isInside = digits > 1 && byte(bytes, start) &- 0x61 < 26 && last &- 0x61 < 26
        return endsTwice || beginsWithZero || isInside
    }

    /// Reads a word and the one before it, with signs between them, as one, `c@sh`, and gives where it begins; nothing when it is more likely a mailbox or
    /// two words.
    mutating func readSigns(_ bytes: RawSpan, after first: Int, count: Int, from start: Int, to end: Int) -> Int? {
        let middle = first + count
        guard middle < start, start - middle <= 3, end - first <= 24 else { return nil }
        spelling.removeAll(keepingCapacity: true)
        var letters = 0
        for at in first..<end {
            let value = byte(bytes, at)
            if value &- 0x61 < 26 {
                letters += 1
                spelling.append(value)
                continue
            }
            let letter = Disguise.letter(for: value)
            guard letter != 0 else { return nil }
            spelling.append(letter)
        }
        guard letters * 2 >= end - first, letters >= 2 else { return nil }
        // A full stop after it, and a letter after that: the host of a mailbox, unless the word before is the end of a sentence.
        if byte(bytes, end) == 0x2E, byte(bytes, end + 1) &- 0x61 < 26 { return nil }
        let isMailbox =
            byte(bytes, start - 1) == 0x40 && start - middle == 1 && (middle - first > 2 && end - start > 3 || middle - first > 4)
        let isSentence = (byte(bytes, middle) == 0x21 || byte(bytes, middle) == 0x7C) && middle - first > 4
        return isMailbox || isSentence ? nil : first
    }

    // MARK: Letters apart, letters repeated

    /// Reads the letters alone; false when digits or two letters in a row stand among them.
    mutating func readSpelt(_ bytes: RawSpan, from start: Int, to end: Int) -> Bool {
        spelling.removeAll(keepingCapacity: true)
        var at = start
        var wasLetter = false
        while at < end {
            let decoded = decodeScalar(bytes, at: at, end: end)
            at += decoded.length
            let kind = ScalarClass(decoded.value).kind
            if kind == .letter {
                if wasLetter { return false }
                appendScalar(decoded.value, to: &spelling)
            }
            wasLetter = kind == .letter
        }
        return !spelling.isEmpty
    }

    /// Reads a letter that stands three times or more as one.
    mutating func squeeze(_ bytes: RawSpan, from start: Int, to end: Int) {
        spelling.removeAll(keepingCapacity: true)
        var at = start
        var last: UInt32 = 0
        var length = 0
        var lastSize = 0
        while at < end {
            let decoded = decodeScalar(bytes, at: at, end: end)
            at += decoded.length
            length = decoded.value == last ? length + 1 : 1
            last = decoded.value
            if length == 1 || length == 2 {
                let before = spelling.count
                appendScalar(decoded.value, to: &spelling)
                lastSize = spelling.count - before
            } else if length == 3 {
                spelling.removeLast(lastSize)
            }
        }
    }
}
