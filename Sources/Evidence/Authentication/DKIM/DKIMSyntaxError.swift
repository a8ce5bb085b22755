/// What is wrong in a signature or in the record of a key.
public struct DKIMSyntaxError: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Kind: Sendable, Hashable {
        /// It is no list of tags.
        case list(TagListError.Kind)
        /// A tag that must be there is not.
        case missingTag
        /// A tag that must not be there is (RFC 8617 section 4.1.3).
        case forbiddenTag
        /// A version other than the one there is.
        case unknownVersion
        /// An algorithm, a canonicalisation, a way to ask for keys, or a type of key that nobody here knows.
        case unsupported
        /// Something other than Base64.
        case notBase64
        /// Nothing where a value is needed.
        case empty
        /// A domain or selector that is no name in the domain name system.
        case notADomain
        /// An identity without a domain (RFC 6376 section 3.5, `i=`).
        case notAnIdentity
        /// Something other than digits.
        case notANumber
        /// Something other than the names of fields.
        case notFieldNames
        /// An end of validity that is not after its begin.
        case endsBeforeItBegins
        /// A key that is none of its type.
        case notAKey
        /// An instance outside of 1 to 50 (RFC 8617 section 4.2.1).
        case notAnInstance
    }

    /// What is wrong.
    public var kind: Kind
    /// The tag concerned.
    public var tag: String?
    /// The offset of the first byte concerned, in the body of the field or in the record.
    public var offset: Int
}

extension DKIMSyntaxError.Kind: CustomStringConvertible {
    /// What is wrong, in a few words.
    public var description: String {
        switch self {
        case .list(let kind): kind.rawValue
        case .missingTag: "not the tag that must be there"
        case .forbiddenTag: "a tag that must not be there"
        case .unknownVersion: "a version that is unknown"
        case .unsupported: "a value that is unknown"
        case .notBase64: "something other than Base64"
        case .empty: "no value where one is needed"
        case .notADomain: "a name that no domain can have"
        case .notAnIdentity: "an identity that has no domain"
        case .notANumber: "something other than a number"
        case .notFieldNames: "something other than names of fields"
        case .endsBeforeItBegins: "an end of validity that is not after its begin"
        case .notAKey: "a key that is none"
        case .notAnInstance: "an instance that is not from 1 to 50"
        }
    }
}

extension DKIMSyntaxError: CustomStringConvertible {
    /// What is wrong, in which tag, and where.
    public var description: String {
        "\(kind)\(tag.map { " (\($0)=)" } ?? ""), at byte \(offset)"
    }
}
