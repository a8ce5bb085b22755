/// What is wrong in a list of tags.
public struct TagListError: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Kind: String, Sendable, Hashable {
        /// Nothing where a tag is needed: an empty list, or a semicolon too many.
        case missingTag = "no tag where one is needed"
        /// A name that begins with something other than a letter.
        case badName = "a tag's name that is none"
        /// A name without an equals sign.
        case missingEquals = "no equals sign behind a tag's name"
        /// A byte that no value may have.
        case badByte = "a byte that no value may have"
        /// A tag that stands twice.
        case repeatedTag = "a tag that stands twice"
    }

    /// What is wrong.
    public var kind: Kind
    /// The offset of the first byte concerned, in the list.
    public var offset: Int
}

extension TagListError: CustomStringConvertible {
    /// What is wrong, and where.
    public var description: String { "\(kind.rawValue), at byte \(offset)" }
}
