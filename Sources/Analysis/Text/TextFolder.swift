/// Folds texts to what a reader sees, and cuts them into words.
///
/// Two sweeps over memory that is still in the cache: bytes to folded bytes, folded bytes to words; each takes many bytes at a time where
/// the text is ASCII. Nothing is allocated per word; keep one folder and one `FoldedText` and use them for message after message. Input
/// should be UTF-8; what is not reads as U+FFFD. Time and memory are linear in the text and bounded by the limits.
public struct TextFolder: Sendable {
    /// What is read at most.
    public let limits: TextLimits

    private var folder = ScalarFolder()
    private var scanner: WordScanner
    // Working memory, kept from text to text: the folded bytes, what each was before, and the words.
    private var bytes: [UInt8] = []
    private var marks: [UInt8] = []
    private var words: [Word] = []

    /// A folder with limits.
    public init(limits: TextLimits = TextLimits()) {
        self.limits = limits
        self.scanner = WordScanner(maximumWords: limits.maximumWords)
    }

    /// Folds a text and appends it to those already there. Each text ends in a newline, so that no word reaches from one into the next.
    public mutating func fold(_ text: Span<UInt8>, into folded: inout FoldedText) {
        let base = folded.bytes.count
        let room = limits.maximumBytes - base
        let linesBefore = folded.signs.lines
        var read = 0
        var end = 0
        folder.begin()
        while read < text.count, end < room {
            makeRoom(for: min(text.count - read, room - end), after: end)
            CaseFolding.fold(text, from: &read, by: &folder, into: &bytes, marks: &marks, at: &end, upTo: room, signs: &folded.signs)
        }
        if read < text.count { folded.signs.isTruncated = true }
        if end == 0 { return }
        closeText(at: &end, signs: &folded.signs)
        scanner.begin(at: base, words: folded.words.count)
        repeat {
            makeRoom(forWordsOf: end - scanner.position)
            TextFolder.scan(bytes, marks: marks, to: end, by: &scanner, into: &words, signs: &folded.signs)
        } while !scanner.isDone
        folded.signs.spaces &-= folded.signs.lines &- linesBefore
        let firstWord = folded.words.count
        folded.words.append(contentsOf: words[..<scanner.count])
        if scanner.disguise.replacements.isEmpty {
            folded.bytes.append(contentsOf: bytes[..<end])
        } else {
            respell(to: end, into: &folded, firstWord: firstWord)
        }
        releaseExcess()
    }

    /// Gives back what only an unusually long text needed.
    private mutating func releaseExcess() {
        if bytes.count > FoldedText.keptBytes {
            bytes = []
            marks = []
        }
        if words.count > FoldedText.keptWords { words = [] }
    }

    /// A UInt8 has no padding, so the arrays may be looked at raw.
    private static func scan(
        _ bytes: [UInt8], marks: [UInt8], to end: Int, by scanner: inout WordScanner, into words: inout [Word], signs: inout TextSigns
    ) {
        var span = words.mutableSpan
        unsafe scanner.scan(bytes.span.bytes, marks: marks.span.bytes, to: end, into: &span, signs: &signs)
    }

    /// Makes the buffers long enough for so many bytes more, and some.
    private mutating func makeRoom(for count: Int, after end: Int) {
        let wanted = end + count + count / 8 + 2 * ScalarFolder.slack
        guard bytes.count < wanted else { return }
        let missing = [UInt8](repeating: 0, count: wanted - bytes.count)
        bytes.append(contentsOf: missing)
        marks.append(contentsOf: missing)
    }

    /// Makes the list of words long enough for a step of the scanner; a word in five bytes is about what languages have.
    private mutating func makeRoom(forWordsOf count: Int) {
        let wanted = scanner.count + WordScanner.room + min(count / 5, 1 << 16)
        guard words.count < wanted else { return }
        let free = Word(hash: 0, start: 0, length: 0, script: .common, flags: [])
        words.append(contentsOf: [Word](repeating: free, count: wanted - words.count))
    }

    /// Closes the text with a newline, zeros what is looked at beyond it, and counts the lines.
    private mutating func closeText(at end: inout Int, signs: inout TextSigns) {
        makeRoom(for: 0, after: end)
        switch bytes[end - 1] {
        case 0x0A: break
        case 0x20: bytes[end - 1] = 0x0A
        default:
            bytes[end] = 0x0A
            marks[end] = 0
            end += 1
        }
        for index in end..<end + 16 { bytes[index] = 0 }
        // A UInt8 has no padding, so the array may be looked at raw.
        unsafe signs.lines &+= LineEnds.count(in: bytes.span.bytes, to: end)
    }

    /// Appends the text with the words that look-alike letters had hidden, and moves the words behind them.
    private func respell(to end: Int, into folded: inout FoldedText, firstWord: Int) {
        let base = folded.bytes.count
        let replacements = scanner.disguise.replacements
        var copied = 0
        /// For each replacement, how far what follows it is moved.
        var shifts: [Int] = []
        shifts.reserveCapacity(replacements.count)
        for replacement in replacements {
            folded.bytes.append(contentsOf: bytes[copied..<replacement.old.lowerBound])
            folded.bytes.append(contentsOf: scanner.disguise.respelt[replacement.new])
            copied = replacement.old.upperBound
            shifts.append(folded.bytes.count - base - copied)
        }
        folded.bytes.append(contentsOf: bytes[copied..<end])
        var cursor = 0
        for index in firstWord..<folded.words.count {
            let first = Int(folded.words[index].start) - base
            let start = TextFolder.moved(first, by: replacements, shifts, from: &cursor)
            let end = TextFolder.moved(first + Int(folded.words[index].length), by: replacements, shifts, from: &cursor)
            folded.words[index].start = UInt32(truncatingIfNeeded: base + start)
            folded.words[index].length = UInt8(clamping: end - start)
        }
    }

    /// Where an offset lies after the replacements; inside a replaced word, its beginning. The cursor is how many replacements lie before the
    /// offset; words come nearly in order, so it moves little.
    private static func moved(_ offset: Int, by replacements: [Disguise.Replacement], _ shifts: [Int], from cursor: inout Int) -> Int {
        while cursor > 0, replacements[cursor - 1].old.upperBound > offset { cursor -= 1 }
        while cursor < replacements.count, replacements[cursor].old.upperBound <= offset { cursor += 1 }
        let shift = cursor == 0 ? 0 : shifts[cursor - 1]
        guard cursor < replacements.count, replacements[cursor].old.lowerBound < offset else { return offset + shift }
        return replacements[cursor].old.lowerBound + shift
    }
}
