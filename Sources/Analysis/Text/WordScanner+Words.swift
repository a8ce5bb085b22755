// Ending a word: its flags, its hash, and what it says when it was written in disguise.

extension WordScanner {
    /// Scripts that honest words put beside others: Hangul, Han and kana beside Latin.
    private static let sociable =
        Script.hangul.bit | Script.han.bit | Script.hiragana.bit | Script.katakana.bit | Script.common.bit | Script.inherited.bit
        | Script.other.bit
    /// Scripts in which nothing invisible belongs inside a word.
    private static let plainScripts = Script.latin.bit | Script.greek.bit | Script.cyrillic.bit

    /// Ends the open word before an offset.
    mutating func closeWord(_ bytes: RawSpan, marks: RawSpan, at end: Int, into words: inout MutableSpan<Word>, signs: inout TextSigns) {
        isOpen = false
        guard word.letters &+ word.digits > 0 else { return }
        let start = word.start
        let length = end &- start
        var flags: Word.Flags = []
        if word.digits > 0 { flags.insert(.hasDigit) }
        if word.letters == 0 {
            flags.insert(.number)
            signs.numbers &+= 1
        }
        if word.capitals > 0 {
            if word.capitals >= word.letters, word.letters > 1 {
                flags.insert(.allCapitals)
                signs.capitalWords &+= 1
            } else if word.isFirstCapital {
                flags.insert(.capitalised)
            }
        }
        if word.containsDot { flags.insert(.containsDot) }
        if disguise.isAfterAt { flags.insert(.afterAt) }
        noteMarks(marks, to: end, flags: &flags, signs: &signs)
        if length > WordHash.prefix { signs.longWords &+= 1 }
        signs.words &+= 1

        var script = word.firstScript
        var hash = WordHash.of(bytes, from: start, count: length)
        let estranged = word.scripts & ~WordScanner.sociable
        if estranged & (estranged &- 1) != 0 {
            flags.insert(.mixedScript)
            signs.mixedScriptWords &+= 1
        }
        if (flags.contains(.mixedScript) && word.letters > 2) || word.hasDisguised, length <= Disguise.longest,
            let target = disguise.resolve(bytes, from: start, to: end)
        {
            script = target
            hash = disguise.spellingHash
            flags.insert(.confusableFolded)
            signs.confusableWords &+= 1
        } else if word.lookalikes > 1, word.lookalikes == word.letters, estranged & Script.latin.bit == 0 {
            flags.insert(.wholeScriptConfusable)
            signs.wholeScriptConfusableWords &+= 1
        }
        add(
            Word(
                hash: hash, start: UInt32(truncatingIfNeeded: base &+ start), length: UInt8(clamping: length), script: script, flags: flags),
            to: &words)
        addExtras(bytes, to: end, script: script, into: &words, signs: &signs)
    }

    /// What stood inside the word before it was folded.
    private func noteMarks(_ marks: RawSpan, to end: Int, flags: inout Word.Flags, signs: inout TextSigns) {
        var inside: UInt8 = byte(marks, word.start) & ~Mark.afterRemoved
        for index in word.start &+ 1..<max(end, word.start &+ 1) { inside |= byte(marks, index) }
        guard inside & ~Mark.capital != 0 else { return }
        if inside & Mark.styled != 0 { flags.insert(.hadStyled) }
        if inside & Mark.bared != 0 { flags.insert(.hadCombining) }
        if inside & Mark.afterRemoved != 0, word.scripts & ~WordScanner.plainScripts == 0 {
            flags.insert(.hadZeroWidth)
            signs.zeroWidthWords &+= 1
        }
    }

    /// Adds what the word that was just ended says, where it is in disguise.
    private mutating func addExtras(
        _ bytes: RawSpan, to end: Int, script: Script, into words: inout MutableSpan<Word>, signs: inout TextSigns
    ) {
        let start = word.start
        let length = end &- start
        if word.letters == 1, word.digits == 0, word.joiners == 0, script != .hangul, script != .katakana {
            addSingle(bytes, from: start, to: end, into: &words, signs: &signs)
        }
        guard length <= Disguise.longest else { return }
        if disguise.isAfterSign {
            let before = count > 1 ? words[count - 2] : nil
            if let before,
                let chain = disguise.readSigns(bytes, after: Int(before.start) - base, count: Int(before.length), from: start, to: end)
            {
                addExtra(bytes, from: chain, to: end, .leet, script: .latin, into: &words)
                signs.leetWords &+= 1
            }
        } else if word.digits > 0, word.letters > 1, word.joiners == 0, disguise.readDigits(bytes, from: start, to: end) {
            addExtra(bytes, from: start, to: end, .leet, script: .latin, into: &words)
            signs.leetWords &+= 1
        }
        if word.joiners > 2, word.letters == word.joiners &+ 1, disguise.readSpelt(bytes, from: start, to: end) {
            addExtra(bytes, from: start, to: end, .joined, script: script, into: &words)
            signs.joinedWords &+= 1
        }
        if word.repeats > 0, word.letters > 3, word.joiners == 0 {
            signs.repeatedLetterWords &+= 1
            disguise.squeeze(bytes, from: start, to: end)
            addExtra(bytes, from: start, to: end, .squeezed, script: script, into: &words)
        }
    }

    private mutating func addExtra(
        _ bytes: RawSpan, from start: Int, to end: Int, _ flag: Word.Flags, script: Script, into words: inout MutableSpan<Word>
    ) {
        add(
            Word(
                hash: disguise.spellingHash, start: UInt32(truncatingIfNeeded: base &+ start), length: UInt8(clamping: end &- start),
                script: script,
                flags: flag), to: &words)
    }

    // MARK: Letters that stand apart

    /// Adds a word of one letter to the row, when it stands near the one before: nothing but blanks and signs fits between.
    mutating func addSingle(_ bytes: RawSpan, from start: Int, to end: Int, into words: inout MutableSpan<Word>, signs: inout TextSigns) {
        if singles.count > 0, start &- singles.end > 3 { closeSingles(bytes, into: &words, signs: &signs) }
        if singles.count == 0 { singles.start = start }
        singles.count &+= 1
        singles.end = end
    }

    /// Ends a row of single letters: four or more make a word.
    mutating func closeSingles(_ bytes: RawSpan, into words: inout MutableSpan<Word>, signs: inout TextSigns) {
        if singles.count >= 4, singles.end &- singles.start <= 4 * Disguise.longest,
            disguise.readSpelt(bytes, from: singles.start, to: singles.end)
        {
            let script = count > 0 ? words[count - 1].script : .latin
            addExtra(bytes, from: singles.start, to: singles.end, .joined, script: script, into: &words)
            signs.joinedWords &+= 1
        }
        singles.count = 0
    }
}
