public import Patterns

/// The phrases of all themes and languages, as patterns for one pass over the folded text.
///
/// Phrases are written as folded text has them: small letters, one blank between words. They were written for this program.
public struct PhraseBook: Sendable {
    /// The phrases with their themes; a pattern's id is the place of its phrase here.
    let phrases: [(theme: Theme, phrase: String)]

    /// The phrases that ship.
    public static let standard = PhraseBook(
        PhraseBook.english + PhraseBook.french + PhraseBook.spanish + PhraseBook.russian + PhraseBook.arabic + PhraseBook.chinese
            + PhraseBook.otherLanguages)

    /// A word that several languages share stands once, so that it counts once.
    init(_ tables: [(Theme, [String])]) {
        var known: [Theme: Set<String>] = [:]
        phrases = tables.flatMap { theme, phrases in
            phrases.filter { known[theme, default: []].insert($0).inserted }.map { (theme, $0) }
        }
    }

    /// The patterns to look for: literals, each reported once.
    ///
    /// Phrases of ASCII must stand as whole words. Others are found inside words too: ideographs are not parted by blanks, Arabic joins
    /// articles to words, and Russian phrases are kept to the stem so that they fit every ending.
    public func patterns() throws(PatternError) -> PatternSet {
        try PatternSet(
            phrases.enumerated().map { index, entry in
                let isAlphabetic = entry.phrase.unicodeScalars.allSatisfy { $0.value < 0x80 }
                return Pattern(
                    id: UInt32(index), literal: entry.phrase, options: isAlphabetic ? [.singleMatch, .wholeWord] : [.singleMatch])
            })
    }

    /// Counts what a pass found.
    public func count(_ matches: [PatternMatch], into hits: inout PhraseHits) {
        hits.removeAll()
        for match in matches where phrases.indices.contains(Int(match.id)) {
            hits.add(phrases[Int(match.id)].theme)
        }
    }
}
