// Invisible scalars, which are taken out: which of them are honest, and what the others count as.

extension ScalarFolder {
    /// Counts an invisible scalar that is taken out. Joiners are honest in emoji and in scripts that need them.
    mutating func note(
        _ removal: ScalarFolding.Removal, of scalar: UInt32, after bytes: RawSpan, at output: Int, signs: inout TextSigns
    ) {
        let before =
            output > 0 ? ScalarClass(decodeScalar(bytes, at: scalarStart(bytes, before: output), end: output).value) : nil
        let followsEmoji = before?.kind == .emoji
        switch removal {
        case .zeroWidth:
            if followsEmoji { return }
            if scalar == 0x200C || scalar == 0x200D, let script = before?.script, !ScalarFolder.needsNoJoiner(script) { return }
            signs.zeroWidth &+= 1
        case .hyphen: signs.softHyphens &+= 1
        case .bidi: signs.bidiControls &+= 1
        case .tag:
            if followsEmoji { return }
            signs.tagCharacters &+= 1
        case .variation:
            // A selector after a digit makes a keycap; after a symbol it chooses colour.
            if followsEmoji || before?.kind == .digit || before?.kind == .symbol || before?.kind == .punctuation { return }
            if before?.script == .han || before?.script == .mongolian { return }
            signs.variationSelectors &+= 1
        case .filler, .format: signs.fillers &+= 1
        }
        pending |= Mark.afterRemoved
    }

    private static func needsNoJoiner(_ script: Script) -> Bool {
        switch script {
        case .common, .latin, .greek, .cyrillic, .armenian, .hebrew, .georgian, .hangul, .han, .hiragana, .katakana: true
        default: false
        }
    }
}
