/// What is wrong in a record of SPF.
public struct SPFSyntaxError: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Kind: String, Sendable, Hashable {
        /// A byte outside of printable ASCII (RFC 7208 section 3.1).
        case notPrintable = "a byte that is not printable ASCII"
        /// A term that is neither mechanism nor modifier.
        case unknownMechanism = "an unknown mechanism"
        /// Something after a mechanism that takes nothing.
        case unexpectedArgument = "an argument where none may stand"
        /// A mechanism or modifier without the domain it needs.
        case missingDomain = "no domain where one is needed"
        /// A domain that does not end in a top-level label or a macro (section 7.1).
        case badDomain = "a domain that does not end in a name or a macro"
        /// A macro that is none (section 7.1).
        case badMacro = "a macro that is none"
        /// An address that is none.
        case badAddress = "an address that is none"
        /// The length of a network that is none.
        case badLength = "a network length that is none"
        /// A modifier that may stand once and stands twice (section 6).
        case repeatedModifier = "a modifier that stands twice"
        /// The section of versions and scopes cannot be read (RFC 4406 section 3.1).
        case badVersion = "a version or scope that is none"
    }

    /// What is wrong.
    public var kind: Kind
    /// The offset of the first byte concerned, in the record.
    public var offset: Int
}

extension SPFSyntaxError: CustomStringConvertible {
    /// What is wrong, and where.
    public var description: String { "\(kind.rawValue), at byte \(offset)" }
}
