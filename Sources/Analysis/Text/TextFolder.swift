/// Folds texts to what a reader sees, and cuts them into words.
///
/// Two sweeps over memory that is still in the cache: bytes to folded bytes, folded bytes to words; each takes eight bytes at a time where the
/// text is ASCII. Nothing is allocated per word; keep one folder and one `FoldedText` and use them for message after message. Input
/// should be UTF-8; what is not reads as U+FFFD. Time and memory are linear in the text and bounded by the limits.
public struct TextFolder: Sendable {
    /// What is read at most.
    public let limits: TextLimits

    private var folder = ScalarFolder()
    private var scanner: WordScanner
    /// What each folded byte was, beside `FoldedText.bytes`.
    private var marks: [UInt8] = []
    private var respelt: [UInt8] = []

    /// A folder with limits.
    public init(limits: TextLimits = TextLimits()) {
        self.limits = limits
        self.scanner = WordScanner(maximumWords: limits.maximumWords)
    }

    /// Folds a text and appends it to those already there. Each text ends in a newline, so that no word reaches from one into the next.
    public mutating func fold(_ text: Span<UInt8>, into folded: inout FoldedText) {
        let base = folded.bytes.count
        let linesBefore = folded.signs.lines
        var read = 0
        var end = base
        folder.begin()
        while read < text.count, end < limits.maximumBytes {
            makeRoom(for: text.count - read, after: end, in: &folded.bytes)
            CaseFolding.fold(
                text, from: &read, by: &folder, into: &folded.bytes, marks: &marks, floor: base, at: &end, signs: &folded.signs)
        }
        if read < text.count {
            folded.signs.isTruncated = true
            if end == base { return }
        }
        endText(from: base, at: &end, in: &folded)
        let firstWord = folded.words.count
        TextFolder.scan(
            folded.bytes, marks: marks, from: base, to: end, by: &scanner, into: &folded.words, signs: &folded.signs)
        folded.bytes.removeSubrange(end...)
        folded.signs.spaces &-= folded.signs.lines &- linesBefore
        if !scanner.disguise.replacements.isEmpty { respell(&folded, from: base, firstWord: firstWord) }
    }

    /// A UInt8 has no padding, so the arrays may be looked at raw.
    private static func scan(
        _ bytes: [UInt8], marks: [UInt8], from start: Int, to end: Int, by scanner: inout WordScanner, into words: inout [Word],
        signs: inout TextSigns
    ) {
        unsafe scanner.scan(bytes.span.bytes, marks: marks.span.bytes, from: start, to: end, into: &words, signs: &signs)
    }

    /// Makes both buffers long enough for so many bytes more, and some.
    private mutating func makeRoom(for count: Int, after end: Int, in bytes: inout [UInt8]) {
        let left = max(0, limits.maximumBytes - end)
        let wanted = end + min(count + count / 8, left) + 2 * ScalarFolder.slack
        if bytes.count < wanted { bytes.append(contentsOf: repeatElement(0, count: wanted - bytes.count)) }
        if marks.count < wanted { marks.append(contentsOf: repeatElement(0, count: wanted - marks.count)) }
    }

    /// Closes the text with a newline and zeros what is looked at beyond it.
    private mutating func endText(from base: Int, at end: inout Int, in folded: inout FoldedText) {
        makeRoom(for: 0, after: end, in: &folded.bytes)
        if end > base {
            switch folded.bytes[end - 1] {
            case 0x0A: break
            case 0x20:
                folded.bytes[end - 1] = 0x0A
                folded.signs.lines &+= 1
            default:
                folded.bytes[end] = 0x0A
                marks[end] = 0
                folded.signs.lines &+= 1
                end += 1
            }
        }
        for index in end..<end + 8 { folded.bytes[index] = 0 }
    }

    /// Puts the words in that look-alike letters had hidden, and moves the words behind them.
    private mutating func respell(_ folded: inout FoldedText, from base: Int, firstWord: Int) {
        let replacements = scanner.disguise.replacements
        respelt.removeAll(keepingCapacity: true)
        var copied = base
        /// For each replacement, how far what follows it is moved.
        var shifts: [Int] = []
        shifts.reserveCapacity(replacements.count)
        for replacement in replacements {
            respelt.append(contentsOf: folded.bytes[copied..<replacement.old.lowerBound])
            respelt.append(contentsOf: scanner.disguise.respelt[replacement.new])
            copied = replacement.old.upperBound
            shifts.append(base + respelt.count - copied)
        }
        respelt.append(contentsOf: folded.bytes[copied...])
        folded.bytes.replaceSubrange(base..., with: respelt)
        for index in firstWord..<folded.words.count {
            let word = folded.words[index]
            let start = TextFolder.moved(Int(word.start), by: replacements, shifts)
            let end = TextFolder.moved(Int(word.start) + Int(word.length), by: replacements, shifts)
            folded.words[index].start = UInt32(truncatingIfNeeded: start)
            folded.words[index].length = UInt8(clamping: end - start)
        }
    }

    /// Where an offset lies after the replacements; inside a replaced word, its beginning.
    private static func moved(_ offset: Int, by replacements: [Disguise.Replacement], _ shifts: [Int]) -> Int {
        var low = 0
        var high = replacements.count
        while low < high {
            let middle = (low + high) / 2
            if replacements[middle].old.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        let shift = low == 0 ? 0 : shifts[low - 1]
        if low < replacements.count, replacements[low].old.lowerBound < offset { return replacements[low].old.lowerBound + shift }
        return offset + shift
    }
}
