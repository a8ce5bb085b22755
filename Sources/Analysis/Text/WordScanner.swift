// From folded text to words and counts. Stretches of ASCII are cut in blocks of 64 bytes by bit masks; everything else scalar by
// scalar. Both follow UAX 29 (rules WB5 to WB13), and hand an open word to each other.
//
// The folded text is our own and well formed; at least `padding` bytes follow its end in the buffer, the first eight of them zero.

internal import UnicodeTables

/// Cuts folded text into words.
struct WordScanner {
    /// How many bytes a block looks at, and how many may be read beyond the end.
    static let padding = 128

    /// What is known of a word that is not complete yet.
    struct OpenWord {
        var start = 0
        var letters = 0
        var digits = 0
        var capitals = 0
        var lookalikes = 0
        var scripts: UInt32 = 0
        var firstScript = Script.common
        var isFirstCapital = false
        var hasDisguised = false
        var containsDot = false
        /// Full stops, low lines and the like: single letters between them are a word spelt out.
        var joiners = 0
        /// How often a letter stood three times in a row.
        var repeats = 0
        var runScalar: UInt32 = 0
        var runLength = 0
        /// How UAX 29 sees the last scalar that is no Extend.
        var last = ScalarClass.Breaking.letter
        /// Where the last Hangul or Katakana character began, or -1.
        var pairStart = -1
    }

    /// The word that is open, if `isOpen`.
    var word = OpenWord()
    var isOpen = false
    /// The run of ideographs or syllables that is open.
    var run = GramRun()
    /// The row of single letters: where it starts, how many, where the last one ends.
    var singles = (start: 0, count: 0, end: 0)
    var disguise = Disguise()
    let maximumWords: Int

    init(maximumWords: Int) {
        self.maximumWords = maximumWords
    }

    /// Cuts the bytes from `start` to `end` into words.
    mutating func scan(_ bytes: RawSpan, marks: RawSpan, from start: Int, to end: Int, into words: inout [Word], signs: inout TextSigns) {
        isOpen = false
        run = GramRun()
        singles.count = 0
        disguise.begin()
        var at = start
        while at < end {
            let next = scanBlock(bytes, marks: marks, from: at, to: end, into: &words, signs: &signs)
            let isWhole = next == at &+ 64
            at = next
            if !isWhole, next < end {
                at = scanScalars(bytes, marks: marks, from: next, to: end, into: &words, signs: &signs)
            }
            if words.count > maximumWords {
                signs.isTruncated = true
                isOpen = false
                break
            }
        }
        if isOpen { closeWord(bytes, marks: marks, at: end, into: &words, signs: &signs) }
        closeGrams(bytes, at: end, into: &words)
        closeSingles(bytes, into: &words, signs: &signs)
        if words.count > maximumWords { words.removeSubrange(maximumWords...) }
    }

    // MARK: Blocks of ASCII

    /// Cuts up to 64 bytes of ASCII; stops before what is not ASCII, and before a sign whose right neighbour is not.
    private mutating func scanBlock(
        _ bytes: RawSpan, marks: RawSpan, from start: Int, to end: Int, into words: inout [Word], signs: inout TextSigns
    ) -> Int {
        var letters: UInt64 = 0
        var digits: UInt64 = 0
        var lows: UInt64 = 0
        var blanks: UInt64 = 0
        var capitals: UInt64 = 0
        var repeats: UInt64 = 0
        var altered: UInt64 = 0
        var previous = start > 0 ? UInt64(byte(bytes, start &- 1)) : 0
        let signBeforeStart: UInt64 = SignKind.of(UInt8(truncatingIfNeeded: previous)).isLetterSign ? 1 : 0
        let atBeforeStart: UInt64 = previous == 0x40 ? 1 : 0
        var limit = min(64, end &- start)
        var shift: UInt64 = 0
        var beyond: UInt64 = 0
        while shift < 64 {
            let offset = start &+ Int(truncatingIfNeeded: shift)
            let lanes = lane(bytes, offset)
            let notes = lane(marks, offset)
            beyond = lanes & Lanes.high
            letters |= Lanes.gather(Lanes.between(lanes, 0x61, 0x7A)) &<< shift
            digits |= Lanes.gather(Lanes.between(lanes, 0x30, 0x39)) &<< shift
            lows |= Lanes.gather(Lanes.equal(lanes, 0x5F)) &<< shift
            blanks |= Lanes.gather(~(lanes &+ Lanes.all(0x5F)) & Lanes.high) &<< shift
            capitals |= Lanes.gather(notes & Lanes.high) &<< shift
            altered |= notes
            let same = lanes ^ (lanes &<< 8 | previous)
            previous = lanes &>> 56
            repeats |= Lanes.gather(~(same &+ Lanes.all(0x7F)) & Lanes.high) &<< shift
            if beyond != 0 {
                limit = min(limit, Int(truncatingIfNeeded: shift) &+ beyond.trailingZeroBitCount &>> 3)
                break
            }
            shift &+= 8
        }
        if limit == 0 { return start }
        var valid = limit == 64 ? UInt64.max : 1 &<< UInt64(limit) &- 1
        var wordMask = (letters | digits | lows) & valid
        var dots: UInt64 = 0
        var joiners = lows & valid
        var signMask: UInt64 = 0
        var atMask: UInt64 = 0
        var others = valid & ~(letters | digits | lows | blanks)
        while others != 0 {
            let bit = others.trailingZeroBitCount
            others &= others &- 1
            let position = start &+ bit
            let value = byte(bytes, position)
            let kind = SignKind.of(value)
            if kind.mayJoin {
                let next = byte(bytes, position &+ 1)
                if next >= 0x80, position &+ 1 < end {
                    limit = bit
                    break
                }
                let before = position > 0 ? byte(bytes, position &- 1) : 0
                let betweenLetters = kind.joinsLetters && before &- 0x61 < 26 && next &- 0x61 < 26
                let betweenDigits = kind.joinsDigits && before &- 0x30 < 10 && next &- 0x30 < 10
                // A word that is not open cannot be joined to: a blank or a cut stands before.
                if betweenLetters || betweenDigits, position &+ 1 < end {
                    wordMask |= 1 &<< UInt64(bit)
                    joiners |= 1 &<< UInt64(bit)
                    if value == 0x2E { dots |= 1 &<< UInt64(bit) }
                }
            }
            if kind.isLetterSign {
                signMask |= 1 &<< UInt64(bit)
                if value == 0x40 { atMask |= 1 &<< UInt64(bit) }
            }
            kind.count(value, in: &signs)
        }
        if limit == 0 { return start }
        valid = limit == 64 ? UInt64.max : 1 &<< UInt64(limit) &- 1
        wordMask &= valid
        letters &= valid
        digits &= valid
        capitals &= valid
        blanks &= valid
        let letterCount = letters.nonzeroBitCount
        signs.letters &+= letterCount
        signs.add(letters: letterCount, of: .latin)
        signs.digits &+= digits.nonzeroBitCount
        signs.spaces &+= blanks.nonzeroBitCount
        signs.capitals &+= capitals == 0 ? 0 : capitals.nonzeroBitCount
        signs.punctuation &+= (lows & valid) == 0 ? 0 : (lows & valid).nonzeroBitCount

        let opened: UInt64 = isOpen ? 1 : 0
        let edges = wordMask &<< 1 | opened
        var starts = wordMask & ~edges
        var ends = ~wordMask & edges & valid
        let triples = repeats & (repeats &<< 1) & letters
        let signBefore = signMask &<< 1 | signBeforeStart
        let atBefore = atMask &<< 1 | atBeforeStart
        let isAltered = altered & ~Lanes.high != 0
        if isOpen {
            let last = ends == 0 ? limit : ends.trailingZeroBitCount
            let mask = last == 64 ? UInt64.max : 1 &<< UInt64(last) &- 1
            extendWord(mask, letters: letters, digits: digits, capitals: capitals, joiners: joiners, dots: dots, repeats: triples)
            if last > 0 { word.last = WordScanner.breaking(byte(bytes, start &+ last &- 1)) }
            if ends != 0 {
                ends &= ends &- 1
                closeWord(bytes, marks: marks, at: start &+ last, into: &words, signs: &signs)
            }
        }
        while ends != 0 {
            let first = starts.trailingZeroBitCount
            let last = ends.trailingZeroBitCount
            starts &= starts &- 1
            ends &= ends &- 1
            let mask = (1 &<< UInt64(last &- first) &- 1) &<< UInt64(first)
            let hasLetters = letters & mask
            let hasDigits = digits & mask
            let length = last &- first
            var flags: UInt16 = 0
            if hasDigits != 0 { flags |= hasLetters == 0 ? 0b11 : 0b01 }
            let capital = capitals & mask
            if capital != 0 {
                if capital == hasLetters, capital & (capital &- 1) != 0 {
                    flags |= Word.Flags.allCapitals.rawValue
                } else if capital &>> UInt64(first) & 1 != 0 {
                    flags |= Word.Flags.capitalised.rawValue
                }
            }
            let special = (signBefore &>> UInt64(first) & 1) | (joiners & mask) | (triples & mask)
            let isMixed = hasLetters != 0 && hasDigits != 0
            if special != 0 || isMixed || length == 1 || isAltered || hasLetters | hasDigits == 0 {
                word = OpenWord()
                word.start = start &+ first
                extendWord(mask, letters: letters, digits: digits, capitals: capitals, joiners: joiners, dots: dots, repeats: triples)
                word.isFirstCapital = capital &>> UInt64(first) & 1 != 0
                let before = (signBefore &>> UInt64(first) & 1 != 0, atBefore &>> UInt64(first) & 1 != 0)
                disguise.isAfterSign = before.0
                disguise.isAfterAt = before.1
                closeWord(bytes, marks: marks, at: start &+ last, into: &words, signs: &signs)
                continue
            }
            if singles.count > 0 { closeSingles(bytes, into: &words, signs: &signs) }
            signs.words &+= 1
            if flags & Word.Flags.allCapitals.rawValue != 0 { signs.capitalWords &+= 1 }
            if hasLetters == 0 { signs.numbers &+= 1 }
            words.append(
                Word(
                    hash: WordHash.of(bytes, from: start &+ first, count: length), start: UInt32(truncatingIfNeeded: start &+ first),
                    length: UInt8(truncatingIfNeeded: length), script: hasLetters == 0 ? .common : .latin,
                    flags: Word.Flags(rawValue: flags)))
        }
        if starts != 0 {
            let first = starts.trailingZeroBitCount
            word = OpenWord()
            word.start = start &+ first
            isOpen = true
            extendWord(
                valid & ~(1 &<< UInt64(first) &- 1), letters: letters, digits: digits, capitals: capitals, joiners: joiners, dots: dots,
                repeats: triples)
            word.isFirstCapital = capitals &>> UInt64(first) & 1 != 0
            word.last = WordScanner.breaking(byte(bytes, start &+ limit &- 1))
            disguise.isAfterSign = signBefore &>> UInt64(first) & 1 != 0
            disguise.isAfterAt = atBefore &>> UInt64(first) & 1 != 0
        }
        return start &+ limit
    }

    /// Adds the part of a block to the open word.
    private mutating func extendWord(
        _ mask: UInt64, letters: UInt64, digits: UInt64, capitals: UInt64, joiners: UInt64, dots: UInt64, repeats: UInt64
    ) {
        let count = (letters & mask).nonzeroBitCount
        word.letters &+= count
        word.digits &+= (digits & mask).nonzeroBitCount
        word.capitals &+= (capitals & mask).nonzeroBitCount
        word.joiners &+= (joiners & mask).nonzeroBitCount
        if repeats & mask != 0 { word.repeats &+= 1 }
        if dots & mask != 0 { word.containsDot = true }
        if count > 0 {
            if word.scripts == 0 { word.firstScript = .latin }
            word.scripts |= Script.latin.bit
        }
    }

    private static func breaking(_ value: UInt8) -> ScalarClass.Breaking {
        value &- 0x30 < 10 ? .numeric : value == 0x5F ? .extendNumLet : .letter
    }
}
