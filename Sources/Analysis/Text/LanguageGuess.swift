/// The language most of a text is in, as far as its script and its commonest words tell.
public struct LanguageGuess: Sendable, Hashable {
    /// The language as a BCP 47 tag: `en`, `zh-Hant`.
    public var language: String
    /// How sure the guess is, from 0 to 1. Below a half it says little: few words, or words that several languages share.
    public var confidence: Double

    /// A guess.
    public init(language: String, confidence: Double) {
        self.language = language
        self.confidence = confidence
    }

    /// How many words are looked at, at most; they are the first ones.
    static let maximumWords = 2000
    /// How many bytes are looked at for telling letters.
    static let maximumBytes = 2048

    /// Guesses from a folded text; nothing when it has no letters. One look-up a word, no pass over the text.
    public static func guess(_ folded: FoldedText) -> LanguageGuess? {
        let signs = folded.signs
        let kana = signs.letters(of: .hiragana) + signs.letters(of: .katakana)
        let han = signs.letters(of: .han)
        var total = 0
        var best = Script.common
        var bestCount = 0
        for script in Script.allCases where script != .common && script != .inherited {
            var count = signs.letters(of: script)
            if script == .hiragana || script == .katakana { continue }
            // An ideograph says as much as several letters.
            if script == .han { count = 3 * han + 2 * kana }
            total += count
            if count > bestCount {
                best = script
                bestCount = count
            }
        }
        guard total > 0 else { return nil }
        let share = Double(bestCount) / Double(total)
        if best == .han {
            // Japanese needs kana; a stray one in Chinese is decoration.
            if kana * 10 > han { return LanguageGuess(language: "ja", confidence: share) }
            let found = FunctionWordTable.shared.best(in: folded, among: "zh-")
            return LanguageGuess(language: found?.language ?? "zh", confidence: share)
        }
        if let only = onlyLanguage(of: best) { return LanguageGuess(language: only, confidence: share) }
        guard let found = FunctionWordTable.shared.best(in: folded, of: best) else {
            return fallback(of: best).map { LanguageGuess(language: $0, confidence: 0.3 * share) }
        }
        return LanguageGuess(language: found.language, confidence: found.confidence * share)
    }

    private static func onlyLanguage(of script: Script) -> String? {
        switch script {
        case .greek: "el"
        case .armenian: "hy"
        case .hebrew: "he"
        case .bengali: "bn"
        case .gurmukhi: "pa"
        case .gujarati: "gu"
        case .oriya: "or"
        case .tamil: "ta"
        case .telugu: "te"
        case .kannada: "kn"
        case .malayalam: "ml"
        case .sinhala: "si"
        case .thai: "th"
        case .lao: "lo"
        case .tibetan: "bo"
        case .myanmar: "my"
        case .georgian: "ka"
        case .hangul: "ko"
        case .ethiopic: "am"
        case .khmer: "km"
        case .mongolian: "mn"
        case .cherokee: "chr"
        default: nil
        }
    }

    /// The likeliest language of a script when no word is known.
    private static func fallback(of script: Script) -> String? {
        switch script {
        case .cyrillic: "ru"
        case .arabic: "ar"
        case .devanagari: "hi"
        default: nil
        }
    }
}
