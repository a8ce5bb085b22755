// Cutting what is not ASCII: scalar by scalar, by the classes of the generated table.

/// A run of characters that are cut into n-grams.
struct GramRun {
    /// Where the character before the last one began.
    var earlier = 0
    /// Where the last character began.
    var last = 0
    /// How many characters the run has.
    var count = 0
    /// Whether they are syllables (triples) rather than ideographs (pairs).
    var isSyllabic = false
    var script = Script.han
}

extension WordScanner {
    /// How many ASCII characters in a row make it worth going back to blocks.
    private static let patience = 12
    /// How many words one scalar may add at most.
    private static let step = 16

    /// Cuts from `position` on until the end, until ASCII has gone on for a while, or until there is no room for words.
    mutating func scanScalars(
        _ bytes: RawSpan, marks: RawSpan, to end: Int, into words: inout MutableSpan<Word>, signs: inout TextSigns
    ) {
        var at = position
        var plain = 0
        scalars: while at < end, words.count &- count >= WordScanner.step {
            let decoded = decodeScalar(bytes, at: at, end: end)
            let scalarClass = ScalarClass(decoded.value)
            let breaking = scalarClass.breaking
            let next = at &+ decoded.length
            plain = decoded.length == 1 ? plain &+ 1 : 0
            switch breaking {
            case .letter, .hebrew, .numeric, .extendNumLet, .katakana:
                if run.count > 0 { closeGrams(bytes, at: at, into: &words) }
                if isOpen, !WordScanner.joins(word.last, breaking) { closeWord(bytes, marks: marks, at: at, into: &words, signs: &signs) }
                if !isOpen { openWord(bytes, marks: marks, at: at) }
                if breaking == .letter, scalarClass.script != .hangul {
                    let first = at
                    let ascii = takeLetters(scalarClass, bytes, marks: marks, from: &at, to: end, in: &signs)
                    plain = at &- ascii == first ? plain &+ ascii &- 1 : ascii
                    if plain >= WordScanner.patience { break scalars }
                    continue
                }
                take(decoded.value, scalarClass, breaking, bytes: bytes, from: at, to: next, into: &words)
            case .extend: break
            case .midLetter, .midNum, .midNumLet, .singleQuote, .doubleQuote:
                if run.count > 0 { closeGrams(bytes, at: at, into: &words) }
                if isOpen {
                    if joinsAcross(breaking, bytes, from: next, to: end) {
                        word.joiners &+= 1
                        if decoded.value == 0x2E { word.containsDot = true }
                    } else {
                        // A quote after a Hebrew letter is the word's last character (WB7a).
                        let isGeresh = breaking == .singleQuote && word.last == .hebrew
                        closeWord(bytes, marks: marks, at: isGeresh ? next : at, into: &words, signs: &signs)
                    }
                }
            case .ideograph, .syllable:
                if isOpen { closeWord(bytes, marks: marks, at: at, into: &words, signs: &signs) }
                addGram(scalarClass.script, isSyllabic: breaking == .syllable, bytes: bytes, from: at, to: next, into: &words)
            case .other, .space, .newline:
                if isOpen { closeWord(bytes, marks: marks, at: at, into: &words, signs: &signs) }
                if run.count > 0 { closeGrams(bytes, at: at, into: &words) }
            }
            let isCapital = byte(marks, at) & Mark.capital != 0
            if isCapital, isOpen { word.capitals &+= 1 }
            count(decoded.value, scalarClass, isCapital: isCapital, in: &signs)
            at = next
            if plain >= WordScanner.patience { break }
        }
        position = at
    }

    /// Rules WB5, WB8 to WB10, WB13 to WB13b.
    private static func joins(_ last: ScalarClass.Breaking, _ next: ScalarClass.Breaking) -> Bool {
        if last == .extendNumLet || next == .extendNumLet { return true }
        return (last == .katakana) == (next == .katakana)
    }

    /// Rules WB6, WB7, WB7b, WB7c, WB11 and WB12: whether a sign inside the open word goes on with it. Scalars that extend are passed over (WB4).
    private func joinsAcross(_ sign: ScalarClass.Breaking, _ bytes: RawSpan, from start: Int, to end: Int) -> Bool {
        let isHebrew = word.last == .hebrew
        var at = start
        var next = ScalarClass.Breaking.other
        while at < end {
            let decoded = decodeScalar(bytes, at: at, end: end)
            next = ScalarClass(decoded.value).breaking
            if next != .extend { break }
            at += decoded.length
        }
        switch sign {
        case .doubleQuote: return isHebrew && next == .hebrew
        case .midLetter: return (isHebrew || word.last == .letter) && (next == .letter || next == .hebrew)
        case .midNum: return word.last == .numeric && next == .numeric
        case .midNumLet, .singleQuote:
            let isBetweenLetters = (isHebrew || word.last == .letter) && (next == .letter || next == .hebrew)
            return isBetweenLetters || word.last == .numeric && next == .numeric
        default: return false
        }
    }

    private mutating func openWord(_ bytes: RawSpan, marks: RawSpan, at start: Int) {
        word = OpenWord()
        word.start = start
        word.isFirstCapital = byte(marks, start) & Mark.capital != 0
        isOpen = true
        let before = start > 0 ? byte(bytes, start &- 1) : 0
        disguise.isAfterSign = SignKind.of(before).isLetterSign
        disguise.isAfterAt = before == 0x40
    }

    /// Adds letters of one script to the open word, as many as follow each other, and counts them. Gives how many ASCII ones end the row.
    @inline(never)
    private mutating func takeLetters(
        _ scalarClass: ScalarClass, _ bytes: RawSpan, marks: RawSpan, from position: inout Int, to end: Int, in signs: inout TextSigns
    ) -> Int {
        let script = scalarClass.script
        var at = position
        var letters = 0
        var capitals = 0
        var lookalikes = 0
        var anyBits: UInt16 = 0
        var last = word.runScalar
        var length = word.runLength
        var ascii = 0
        while at < end {
            let decoded = decodeScalar(bytes, at: at, end: end)
            let bits = ScalarClass(decoded.value).bits
            guard (bits ^ scalarClass.bits) & ScalarClass.sameSort == 0 else { break }
            letters &+= 1
            capitals &+= Int(truncatingIfNeeded: byte(marks, at) &>> 7)
            lookalikes &+= Int(truncatingIfNeeded: bits &>> 13 & 1)
            anyBits |= bits
            length = decoded.value == last ? length &+ 1 : 1
            if length == 3 { word.repeats &+= 1 }
            last = decoded.value
            ascii = decoded.length == 1 ? ascii &+ 1 : 0
            at &+= decoded.length
        }
        word.runScalar = last
        word.runLength = length
        word.last = .letter
        word.pairStart = -1
        word.letters &+= letters
        word.capitals &+= capitals
        word.lookalikes &+= lookalikes
        if ScalarClass(bits: anyBits).isDisguised { word.hasDisguised = true }
        if script.rawValue > Script.inherited.rawValue {
            if word.scripts == 0 { word.firstScript = script }
            word.scripts |= script.bit
        }
        if scalarClass.kind == .letter {
            signs.letters &+= letters
            signs.capitals &+= capitals
            signs.add(letters: letters, of: script)
        } else {
            for _ in 0..<letters { count(0, scalarClass, isCapital: false, in: &signs) }
        }
        position = at
        return ascii
    }

    /// Adds a scalar to the open word.
    private mutating func take(
        _ scalar: UInt32, _ scalarClass: ScalarClass, _ breaking: ScalarClass.Breaking, bytes: RawSpan, from start: Int, to end: Int,
        into words: inout MutableSpan<Word>
    ) {
        word.last = breaking
        if breaking == .numeric {
            word.digits &+= 1
        } else if breaking == .extendNumLet {
            word.joiners &+= 1
        } else {
            word.letters &+= 1
            let script = scalarClass.script
            if script.rawValue > Script.inherited.rawValue {
                if word.scripts == 0 { word.firstScript = script }
                word.scripts |= script.bit
            }
            if scalarClass.isLookalike { word.lookalikes &+= 1 }
            if scalarClass.isDisguised { word.hasDisguised = true }
            word.runLength = word.runScalar == scalar ? word.runLength &+ 1 : 1
            word.runScalar = scalar
            if word.runLength == 3 { word.repeats &+= 1 }
            if script == .hangul || breaking == .katakana {
                if word.pairStart >= 0 { addGram(bytes, from: word.pairStart, to: end, script, into: &words) }
                word.pairStart = start
                return
            }
        }
        word.pairStart = -1
    }

    // MARK: n-grams

    private mutating func addGram(
        _ script: Script, isSyllabic: Bool, bytes: RawSpan, from start: Int, to end: Int, into words: inout MutableSpan<Word>
    ) {
        if run.count > 0, run.isSyllabic != isSyllabic { closeGrams(bytes, at: start, into: &words) }
        run.isSyllabic = isSyllabic
        run.script = script
        if isSyllabic {
            if run.count >= 2 { addGram(bytes, from: run.earlier, to: end, script, into: &words) }
        } else {
            if run.count >= 1 { addGram(bytes, from: run.last, to: end, script, into: &words) }
            if script == .han { addGram(bytes, from: start, to: end, script, into: &words) }
        }
        run.earlier = run.count == 0 ? start : run.last
        run.last = start
        run.count &+= 1
    }

    private mutating func addGram(_ bytes: RawSpan, from start: Int, to end: Int, _ script: Script, into words: inout MutableSpan<Word>) {
        let length = end &- start
        add(
            Word(
                hash: WordHash.of(bytes, from: start, count: length), start: UInt32(truncatingIfNeeded: base &+ start),
                length: UInt8(clamping: length), script: script, flags: .gram), to: &words)
    }

    /// Ends a run; one that was too short for a whole n-gram stands as it is.
    mutating func closeGrams(_ bytes: RawSpan, at end: Int, into words: inout MutableSpan<Word>) {
        let isShort = run.isSyllabic ? run.count == 1 || run.count == 2 : run.count == 1 && run.script != .han
        if isShort { addGram(bytes, from: run.earlier, to: end, run.script, into: &words) }
        run.count = 0
    }

    // MARK: Counting

    private func count(_ scalar: UInt32, _ scalarClass: ScalarClass, isCapital: Bool, in signs: inout TextSigns) {
        switch scalarClass.kind {
        case .letter:
            signs.letters &+= 1
            if isCapital { signs.capitals &+= 1 }
            signs.add(letters: 1, of: scalarClass.script)
        case .digit: signs.digits &+= 1
        case .space: signs.spaces &+= 1
        case .punctuation:
            signs.punctuation &+= 1
            if scalar == 0x21 || scalar == 0xA1 { signs.exclamations &+= 1 }
            if scalar == 0x3F || scalar == 0xBF || scalar == 0x61F { signs.questions &+= 1 }
        case .symbol: signs.symbols &+= 1
        case .currency: signs.currencySigns &+= 1
        case .emoji: signs.emoji &+= 1
        case .control:
            // A line end is a control in Unicode's eyes and a blank in ours.
            if scalar == 0x0A { signs.spaces &+= 1 } else { signs.controls &+= 1 }
        case .privateUse: signs.privateUse &+= 1
        case .unassigned: signs.unassigned &+= 1
        case .replacement: signs.replacements &+= 1
        case .mark, .other: break
        }
    }
}
