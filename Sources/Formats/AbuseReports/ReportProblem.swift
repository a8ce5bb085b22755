/// Something wrong in a report.
public struct ReportProblem: Sendable, Hashable {
    /// What is wrong.
    public enum Kind: Sendable, Hashable {
        /// The document is longer than the limit; the rest was not looked at.
        case tooLong
        /// Elements lie inside one another deeper than the limit, or there are more of them; reading stopped.
        case tooMuchStructure
        /// The document declares a type. No report needs one, and entities could be declared there, so reading stopped.
        case documentType
        /// The markup is broken; reading stopped.
        case malformed
        /// An entity that nobody declared.
        case unknownEntity
        /// The root element is none of a report.
        case notAReport
        /// An element's text is longer than the limit; it was cut.
        case textTooLong(String)
        /// There are more elements of this name than are kept.
        case tooMany(String)
        /// An element has a value that it cannot have.
        case badValue(String)
        /// An element is missing.
        case missing(String)
    }

    /// What is wrong.
    public var kind: Kind
    /// The offset of the first byte concerned, in the document (in UTF-8).
    public var offset: Int
}

extension ReportProblem: CustomStringConvertible {
    /// What is wrong, and where.
    public var description: String { "\(kind), at byte \(offset)" }
}

extension ReportProblem.Kind: CustomStringConvertible {
    /// What is wrong, in a few words.
    public var description: String {
        switch self {
        case .tooLong: "a document that is too long"
        case .tooMuchStructure: "too many elements, or too many inside one another"
        case .documentType: "a document type where none may be"
        case .malformed: "broken markup"
        case .unknownEntity: "an entity that nobody declared"
        case .notAReport: "a root element that is none of a report"
        case .textTooLong(let name): "too much text in \(name)"
        case .tooMany(let name): "too many elements \(name)"
        case .badValue(let name): "a value that \(name) cannot have"
        case .missing(let name): "no element \(name)"
        }
    }
}
