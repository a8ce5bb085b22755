/// All that a program can say, by key: the tables of sentences that its parts declare, put together once.
public struct Catalogue: Sendable {
    private let sentences: [String: Sentence]
    private let duplicates: [String]

    /// A catalogue of the tables; the first of two sentences with one key stands, and `problems()` names the other.
    public init(_ tables: [Sentence]...) {
        var sentences: [String: Sentence] = [:]
        var duplicates: [String] = []
        for sentence in tables.joined() {
            if sentences[sentence.key] == nil {
                sentences[sentence.key] = sentence
            } else {
                duplicates.append(sentence.key)
            }
        }
        self.sentences = sentences
        self.duplicates = duplicates
    }

    /// The keys, sorted.
    public var keys: [String] { sentences.keys.sorted() }

    /// The sentence of a key.
    public subscript(key: String) -> Sentence? { sentences[key] }

    /// What a key says in a language with these details; a key that has no sentence is shown as it is, with its details.
    public func text(_ key: String, in language: Language, _ details: [String] = [], isolation: Isolation = .whenMixed) -> String {
        guard let sentence = sentences[key] else {
            return ([key] + details.map { isolation.applied(to: $0, in: language) }).joined(separator: " ")
        }
        return sentence.text(in: language, details, isolation: isolation)
    }

    /// What is wrong with the catalogue, a line each, naming the key: what a test asks to be empty.
    ///
    /// Looked for: two sentences with one key; an empty wording; placeholders that differ between languages or leave a number out;
    /// stray braces; a wording without a letter of its script, or the English one copied into another language.
    public func problems() -> [String] {
        duplicates.sorted().map { "\($0): declared twice" } + keys.flatMap { key in sentences[key].map(CatalogueCheck.problems) ?? [] }
    }
}
