// Cutting ASCII, a block of 64 bytes at a time.

/// What stands in a block beside letters and digits.
private struct BlockSigns {
    /// The bytes of words: letters, digits, low lines and the signs that join them.
    var words: UInt64
    /// Low lines and joining signs.
    var joiners: UInt64 = 0
    /// Joining full stops.
    var dots: UInt64 = 0
    /// Signs that can stand for letters.
    var letterSigns: UInt64 = 0
    /// How much of the block is cut.
    var limit: Int
}

extension WordScanner {
    /// Cuts up to 64 bytes of ASCII from `position` on; stops before a word that the block cuts through, and before what is not ASCII, which
    /// gives false.
    mutating func scanBlock(
        _ bytes: RawSpan, marks: RawSpan, to end: Int, into words: inout MutableSpan<Word>, signs: inout TextSigns
    ) -> Bool {
        let start = position
        var masks = BlockMasks(bytes, marks: marks, at: start)
        var limit = min(masks.asciiCount, end &- start)
        let isPlain = masks.asciiCount == BlockMasks.width || limit < masks.asciiCount
        if limit == 0 { return isPlain }
        let before = start > 0 ? byte(bytes, start &- 1) : 0x20
        if isPlain {
            let tail = (~(masks.letters | masks.digits)).leadingZeroBitCount
            if limit == BlockMasks.width, tail < limit { limit &-= tail }
        } else if SignKind.of(byte(bytes, start &+ limit &- 1)).mayJoin {
            // Whether the sign joins depends on what is not ASCII.
            limit &-= 1
            if limit == 0 { return false }
        }
        let next = byte(bytes, start &+ limit)
        masks.cut(at: limit)
        let found = readSigns(masks, bytes, from: start, before: before, next: next, limit: limit, in: &signs)
        cutWords(masks, found, bytes, marks: marks, from: start, before: before, into: &words, signs: &signs)
        position = start &+ limit
        return isPlain
    }

    /// Counts what stands in a block, all but signs; letters are what is left when everything else is counted.
    @inline(__always)
    private mutating func count(_ masks: BlockMasks, others: Int, limit: Int, in signs: inout TextSigns) {
        let blanks = masks.blanks.nonzeroBitCount
        signs.spaces &+= blanks
        var letters = limit &- blanks &- others
        if masks.digits != 0 {
            let digits = masks.digits.nonzeroBitCount
            signs.digits &+= digits
            letters &-= digits
        }
        asciiLetters &+= letters
        if masks.capitals != 0 { signs.capitals &+= masks.capitals.nonzeroBitCount }
    }

    /// Counts a block, and looks at what is neither letter nor digit nor blank: whether it joins (UAX 29), and what it counts as.
    @inline(__always)
    private mutating func readSigns(
        _ masks: BlockMasks, _ bytes: RawSpan, from start: Int, before: UInt8, next: UInt8, limit: Int, in signs: inout TextSigns
    ) -> BlockSigns {
        let valid = limit == 64 ? UInt64.max : 1 &<< UInt64(limit) &- 1
        let plain = masks.letters | masks.digits
        var found = BlockSigns(words: plain, limit: limit)
        let others = valid & ~(plain | masks.blanks)
        let othersCount = others == 0 ? 0 : others.nonzeroBitCount
        count(masks, others: othersCount, limit: limit, in: &signs)
        if others == 0 { return found }
        signs.punctuation &+= othersCount
        let last: UInt64 = 1 &<< UInt64(limit &- 1)
        let lettersBeside =
            (masks.letters &<< 1 | (before &- 0x61 < 26 ? 1 : 0)) & (masks.letters &>> 1 | (next &- 0x61 < 26 ? last : 0))
        let digitsBeside = (masks.digits &<< 1 | (before &- 0x30 < 10 ? 1 : 0)) & (masks.digits &>> 1 | (next &- 0x30 < 10 ? last : 0))
        if others & (lettersBeside | digitsBeside) != 0 {
            let stops = BlockMasks.equal(0x2E, bytes, at: start)
            let either = stops | BlockMasks.equal(0x27, bytes, at: start)
            let colons = BlockMasks.equal(0x3A, bytes, at: start)
            let commas = BlockMasks.equal(0x2C, bytes, at: start) | BlockMasks.equal(0x3B, bytes, at: start)
            found.joiners = others & (lettersBeside & (either | colons) | digitsBeside & (either | commas))
            found.words |= found.joiners
            found.dots = found.joiners & stops
        }
        var telling = others & BlockMasks.tellingSigns(bytes, at: start)
        while telling != 0 {
            let value = byte(bytes, start &+ telling.trailingZeroBitCount)
            let mask = telling & (0 &- telling)
            let kind = SignKind.of(value)
            if kind.isLetterSign { found.letterSigns |= mask }
            if value == 0x5F {
                found.words |= mask
                found.joiners |= mask
            }
            kind.count(value, in: &signs)
            telling &= telling &- 1
        }
        return found
    }

    @inline(__always)
    private mutating func cutWords(
        _ masks: BlockMasks, _ found: BlockSigns, _ bytes: RawSpan, marks: RawSpan, from start: Int, before: UInt8,
        into words: inout MutableSpan<Word>, signs: inout TextSigns
    ) {
        let limit = found.limit
        let valid = limit == 64 ? UInt64.max : 1 &<< UInt64(limit) &- 1
        let edges = found.words &<< 1 | (isOpen ? 1 : 0)
        var starts = found.words & ~edges
        var ends = ~found.words & edges & valid
        if isOpen {
            let last = ends == 0 ? limit : ends.trailingZeroBitCount
            extendWord(last == 64 ? UInt64.max : 1 &<< UInt64(last) &- 1, masks, found)
            if last > 0 { word.last = WordScanner.breaking(byte(bytes, start &+ last &- 1)) }
            if ends != 0 {
                ends &= ends &- 1
                closeWord(bytes, marks: marks, at: start &+ last, into: &words, signs: &signs)
            }
        }
        // Words with digits among letters, with joints, behind a sign and so on take the long way.
        let isAfterSign: UInt64 = SignKind.of(before).isLetterSign ? 1 : 0
        let special = masks.isAltered ? UInt64.max : found.joiners | masks.triples | found.letterSigns &<< 1 | isAfterSign
        let shaped = masks.digits | masks.capitals | special | starts & (ends &>> 1)
        // No word of a block begins beyond its bytes, and what is read of it ends before the padding does.
        let block = bytes.extracting(start..<start &+ WordScanner.padding)
        let offset = UInt32(truncatingIfNeeded: base &+ start)
        var count = self.count
        let countBefore = count
        var longWay = 0
        while ends != 0 {
            let low = starts.trailingZeroBitCount
            let length = ends.trailingZeroBitCount &- low
            // From the first bit of the word to the one before the bit that ends it.
            let mask = (ends & (0 &- ends)) &- (starts & (0 &- starts))
            starts &= starts &- 1
            ends &= ends &- 1
            var script = Script.latin
            var flags: Word.Flags = []
            if shaped & mask != 0 {
                let digits = masks.digits & mask
                if special & mask != 0 || digits != 0 && digits != mask {
                    self.count = count
                    openWord(at: low, mask, masks, found, bytes, from: start)
                    closeWord(bytes, marks: marks, at: start &+ low &+ length, into: &words, signs: &signs)
                    longWay &+= self.count &- count
                    count = self.count
                    continue
                }
                let capitals = masks.capitals & mask
                if digits != 0 {
                    script = .common
                    flags = [.number, .hasDigit]
                    signs.numbers &+= 1
                } else if length > 1, capitals == mask {
                    flags = .allCapitals
                    signs.capitalWords &+= 1
                } else if capitals &>> UInt64(truncatingIfNeeded: low) & 1 != 0 {
                    flags = .capitalised
                }
            }
            words[count] = Word(
                hash: WordHash.of(block, from: low, count: length), start: offset &+ UInt32(truncatingIfNeeded: low),
                length: UInt8(truncatingIfNeeded: length), script: script, flags: flags)
            count &+= 1
            if length == 1, script == .latin {
                self.count = count
                addSingle(bytes, from: start &+ low, to: start &+ low &+ 1, into: &words, signs: &signs)
                longWay &+= self.count &- count
                count = self.count
            }
        }
        self.count = count
        signs.words &+= count &- countBefore &- longWay
        if starts != 0 {
            let low = starts.trailingZeroBitCount
            openWord(at: low, valid & ~(1 &<< UInt64(low) &- 1), masks, found, bytes, from: start)
            word.last = WordScanner.breaking(byte(bytes, start &+ limit &- 1))
        }
    }

    /// Opens a word of a block with all that is known of it.
    @inline(never)
    private mutating func openWord(
        at bit: Int, _ mask: UInt64, _ masks: BlockMasks, _ found: BlockSigns, _ bytes: RawSpan, from start: Int
    ) {
        word = OpenWord()
        word.start = start &+ bit
        word.isFirstCapital = masks.capitals &>> UInt64(bit) & 1 != 0
        isOpen = true
        extendWord(mask, masks, found)
        let before = word.start > 0 ? byte(bytes, word.start &- 1) : 0
        disguise.isAfterSign = SignKind.of(before).isLetterSign
        disguise.isAfterAt = before == 0x40
    }

    /// Adds the part of a block to the open word.
    private mutating func extendWord(_ mask: UInt64, _ masks: BlockMasks, _ found: BlockSigns) {
        let letters = (masks.letters & mask).nonzeroBitCount
        word.letters &+= letters
        word.digits &+= (masks.digits & mask).nonzeroBitCount
        word.capitals &+= (masks.capitals & mask).nonzeroBitCount
        word.joiners &+= (found.joiners & mask).nonzeroBitCount
        if masks.triples & mask != 0 { word.repeats &+= 1 }
        if found.dots & mask != 0 { word.containsDot = true }
        if letters > 0 {
            if word.scripts == 0 { word.firstScript = .latin }
            word.scripts |= Script.latin.bit
        }
    }

    private static func breaking(_ value: UInt8) -> ScalarClass.Breaking {
        value &- 0x30 < 10 ? .numeric : value == 0x5F ? .extendNumLet : .letter
    }
}
