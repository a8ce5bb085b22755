/// One thing Chaffinch says, in six languages.
///
/// A sentence is declared beside the code that says it, in one call; leaving a language out does not compile. Placeholders `{1}` to
/// `{9}` stand for details. Word a sentence so that it needs no plural ("Recipients: {1}", not "{1} recipients"): Russian has three
/// plural forms and Arabic six.
///
/// The sentences are ours and trusted; the details come from hostile messages and are never read for placeholders again.
public struct Sentence: Sendable, Hashable {
    /// The code that names the sentence; for a finding, the id of its evidence.
    public let key: String
    private let english: String
    private let french: String
    private let spanish: String
    private let russian: String
    private let arabic: String
    private let chinese: String

    /// A sentence in its six languages.
    public init(_ key: String, en: String, fr: String, es: String, ru: String, ar: String, zh: String) {
        self.key = key
        self.english = en
        self.french = fr
        self.spanish = es
        self.russian = ru
        self.arabic = ar
        self.chinese = zh
    }

    /// The wording in a language, its placeholders still open.
    public subscript(language: Language) -> String {
        switch language {
        case .arabic: arabic
        case .chinese: chinese
        case .english: english
        case .french: french
        case .russian: russian
        case .spanish: spanish
        }
    }

    /// The sentence in a language, with its details filled in; a detail that is missing shows as an ellipsis.
    public func text(in language: Language, _ details: [String] = [], isolation: Isolation = .whenMixed) -> String {
        let wording = self[language]
        guard wording.utf8.contains(0x7B) else { return wording }
        var text = ""
        var rest = wording[...]
        while let brace = rest.firstIndex(of: "{") {
            text += rest[..<brace]
            rest = rest[brace...]
            let marker = rest.prefix(3)
            guard marker.last == "}", let number = Sentence.placeholder(marker) else {
                text += "{"
                rest = rest.dropFirst()
                continue
            }
            text += number <= details.count ? isolation.applied(to: details[number - 1], in: language) : "…"
            rest = rest.dropFirst(3)
        }
        return text + rest
    }

    /// The number of a placeholder written `{1}` to `{9}`.
    static func placeholder(_ marker: Substring) -> Int? {
        let digits = Array(marker.utf8)
        guard digits.count == 3, digits[0] == 0x7B, digits[2] == 0x7D, (0x31...0x39).contains(digits[1]) else { return nil }
        return Int(digits[1]) - 0x30
    }
}
