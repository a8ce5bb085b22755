/// A sentence with what it is filled with, to be said in the language of whoever reads it.
///
/// A detail may be a statement itself: what is wrong in a record is said in the reader's language inside the sentence that names the record.
public struct Statement: Sendable, Hashable {
    /// What a placeholder is filled with.
    public enum Detail: Sendable, Hashable {
        /// A name, a number, a stranger's text; shown as it is.
        case text(String)
        /// Something that is said in the reader's language too.
        indirect case statement(Statement)
    }

    /// The key of the sentence.
    public var key: String
    /// What it is filled with.
    public var details: [Detail]

    /// A statement filled with these.
    public init(_ key: String, details: [Detail]) {
        self.key = key
        self.details = details
    }

    /// A statement filled with names and numbers.
    public init(_ key: String, _ details: String...) {
        self.init(key, details: details.map(Detail.text))
    }
}

extension Catalogue {
    /// What a statement says in a language.
    public func text(_ statement: Statement, in language: Language, isolation: Isolation = .whenMixed) -> String {
        let details = statement.details.map { detail in
            switch detail {
            case .text(let text): text
            case .statement(let inner): text(inner, in: language, isolation: isolation)
            }
        }
        return text(statement.key, in: language, details, isolation: isolation)
    }
}
