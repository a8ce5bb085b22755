/// What was counted while a text was folded. Counts are of scalars unless a name says otherwise.
public struct TextSigns: Sendable {
    /// Letters of any script.
    public var letters = 0
    /// Capital letters.
    public var capitals = 0
    /// Decimal digits.
    public var digits = 0
    /// Runs of blanks that are not line ends.
    public var spaces = 0
    /// Runs of blanks that hold a line end.
    public var lines = 0
    /// Punctuation marks, among them the next two.
    public var punctuation = 0
    /// Exclamation marks.
    public var exclamations = 0
    /// Question marks.
    public var questions = 0
    /// Symbols, neither currency nor emoji.
    public var symbols = 0
    /// Currency signs.
    public var currencySigns = 0
    /// Emoji; a sequence counts once for each of its pictures.
    public var emoji = 0
    /// Private-use scalars.
    public var privateUse = 0
    /// Scalars that Unicode 15 does not assign.
    public var unassigned = 0
    /// Control characters that are not blanks.
    public var controls = 0
    /// Bytes that are not UTF-8, and U+FFFD as written.
    public var replacements = 0

    /// Zero-width characters, wherever they stood.
    public var zeroWidth = 0
    /// Soft hyphens.
    public var softHyphens = 0
    /// Controls of writing direction (UAX 9).
    public var bidiControls = 0
    /// Tag characters (U+E0000 to U+E007F) outside flags.
    public var tagCharacters = 0
    /// Variation selectors that follow no emoji.
    public var variationSelectors = 0
    /// Hangul fillers, the grapheme joiner and other invisible characters.
    public var fillers = 0
    /// Combining marks that belong to no letter and were taken off.
    public var strayMarks = 0
    /// Letters under three stray marks or more.
    public var stackedMarks = 0
    /// Styled forms of ASCII letters and digits: mathematical, circled, raised.
    public var styledLetters = 0
    /// Full-width forms of ASCII letters and digits.
    public var wideLetters = 0

    /// Words of the text, n-grams and extra words apart.
    public var words = 0
    /// Words in capitals, two letters or more.
    public var capitalWords = 0
    /// Words that hold digits and no letter.
    public var numbers = 0
    /// Words longer than 64 bytes.
    public var longWords = 0
    /// Words of Latin, Greek or Cyrillic with invisible characters inside.
    public var zeroWidthWords = 0
    /// Words that mix scripts.
    public var mixedScriptWords = 0
    /// Words in which look-alike letters were replaced.
    public var confusableWords = 0
    /// Words all of whose letters look like ASCII letters of another script.
    public var wholeScriptConfusableWords = 0
    /// Rows of single letters that were joined.
    public var joinedWords = 0
    /// Words in which digits or signs stood for letters.
    public var leetWords = 0
    /// Words with a letter three times in a row or more.
    public var repeatedLetterWords = 0

    /// Whether a limit was met and the rest of the text was not read.
    public var isTruncated = false

    /// Letters by script, indexed by the script's raw value.
    private var lettersByScript = [UInt32](repeating: 0, count: 32)

    /// Nothing counted.
    public init() {}

    /// How many letters of a script were met.
    public func letters(of script: Script) -> Int {
        Int(lettersByScript[Int(script.rawValue)])
    }

    /// The capitals among the letters, from 0 to 1; 0 for a text without letters.
    public var capitalRatio: Double {
        letters == 0 ? 0 : Double(capitals) / Double(letters)
    }

    /// Makes all counts zero and keeps the storage.
    mutating func removeAll() {
        var kept: [UInt32] = []
        swap(&kept, &lettersByScript)
        self = TextSigns(reusing: kept)
    }

    private init(reusing storage: [UInt32]) {
        lettersByScript = storage
        var counts = lettersByScript.mutableSpan
        for index in counts.indices { counts[index] = 0 }
    }

    mutating func add(letters count: Int, of script: Script) {
        lettersByScript[Int(script.rawValue)] &+= UInt32(truncatingIfNeeded: count)
    }
}
