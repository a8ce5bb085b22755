// From folded text to words and counts. Stretches of ASCII are cut in blocks of 64 bytes by bit masks; everything else scalar by
// scalar. Both follow UAX 29 (rules WB5 to WB13), and hand an open word to each other.
//
// The folded text is our own and well formed; at least `padding` bytes follow its end in the buffer, the first eight of them zero.

internal import UnicodeTables

/// Cuts folded text into words, which it writes into a buffer with room to spare.
struct WordScanner {
    /// How many bytes may be read beyond the end.
    static let padding = 128
    /// How many words a block may add, extra words and n-grams included.
    static let room = 256

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
    /// How many words stand in the buffer.
    var count = 0
    /// ASCII letters that were counted and not yet told.
    var asciiLetters = 0
    /// Where to go on.
    var position = 0
    private(set) var isDone = false
    /// Where the text begins among the texts of its message: words say where they lie there.
    private(set) var base = 0
    private var wordLimit = 0
    let maximumWords: Int

    init(maximumWords: Int) {
        self.maximumWords = maximumWords
    }

    /// Begins a text that lies at an offset among the texts of its message, behind so many words.
    mutating func begin(at base: Int, words: Int) {
        self.base = base
        wordLimit = max(0, maximumWords - words)
        position = 0
        count = 0
        asciiLetters = 0
        isDone = false
        isOpen = false
        run = GramRun()
        singles.count = 0
        disguise.begin()
    }

    /// Cuts on until the text ends or less than `room` is left for words.
    mutating func scan(_ bytes: RawSpan, marks: RawSpan, to end: Int, into words: inout MutableSpan<Word>, signs: inout TextSigns) {
        cut(bytes, marks: marks, to: end, into: &words, signs: &signs)
        signs.letters &+= asciiLetters
        signs.add(letters: asciiLetters, of: .latin)
        asciiLetters = 0
    }

    private mutating func cut(
        _ bytes: RawSpan, marks: RawSpan, to end: Int, into words: inout MutableSpan<Word>, signs: inout TextSigns
    ) {
        while position < end, count < wordLimit {
            guard words.count &- count >= WordScanner.room else { return }
            let isPlain = scanBlock(bytes, marks: marks, to: end, into: &words, signs: &signs)
            if !isPlain, position < end { scanScalars(bytes, marks: marks, to: end, into: &words, signs: &signs) }
        }
        isDone = true
        if position < end {
            signs.isTruncated = true
        } else {
            guard words.count &- count >= WordScanner.room else {
                isDone = false
                return
            }
            if isOpen { closeWord(bytes, marks: marks, at: end, into: &words, signs: &signs) }
            closeGrams(bytes, at: end, into: &words)
            closeSingles(bytes, into: &words, signs: &signs)
        }
        count = min(count, wordLimit)
    }

    /// Writes a word. There is room: see `scan`.
    @inline(__always)
    mutating func add(_ word: Word, to words: inout MutableSpan<Word>) {
        words[count] = word
        count &+= 1
    }
}
