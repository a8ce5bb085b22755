/// What holds for the content expert's answer wherever it is weighed.
public enum ContentExpert {
    /// The largest amount of log-odds that content alone may give, either way, before its factor.
    public static let bound = 7.0

    /// Log-odds inside the bound.
    public static func bounded(_ logOdds: Double) -> Double { min(max(logOdds, -bound), bound) }

    /// How far the content expert is believed on a text of so many words: with hardly a word to go by, the form alone says little.
    public static func trust(words: Int) -> Double { min(1, Double(words + 1) / 4) }
}

/// How much there is to read in a message, and in what language: how far the content expert is believed on it.
public struct Wording: Sendable, Hashable {
    /// The number of words; beyond 255 it says no more.
    public let words: UInt8
    /// The first part of the language's tag, in at most eight bytes; empty where it cannot be told.
    public let language: String

    /// The wording of so many words in a language with this tag (BCP 47).
    public init(words: Int, languageTag: String?) {
        self.words = UInt8(clamping: words)
        language = String(decoding: (languageTag ?? "").utf8.prefix { $0 != UInt8(ascii: "-") }, as: UTF8.self).cut(toBytes: 8)
    }
}
