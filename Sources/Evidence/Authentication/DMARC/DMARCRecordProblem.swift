/// What is wrong, or out of date, in a record of DMARC. None of it makes the record void by itself: what cannot be read is passed over and
/// the default counts (RFC 9989 section 4.8).
public struct DMARCRecordProblem: Sendable, Hashable {
    /// What is wrong.
    public enum Kind: Sendable, Hashable {
        /// Something between semicolons that is no `tag=value`.
        case notATag
        /// A byte outside of printable ASCII.
        case notPrintable
        /// A tag that stands twice; the first counts.
        case repeatedTag(String)
        /// A value that the tag cannot have.
        case badValue(String)
        /// An address for reports that is none.
        case badAddress(String)
        /// A size behind an address, which is obsolete and passed over (RFC 9989 section 4.8).
        case obsoleteSize(String)
        /// A tag of RFC 7489 that RFC 9989 removed: `pct`, `rf`, `ri`.
        case obsoleteTag(String)
        /// A tag that nobody here knows; it is passed over.
        case unknownTag(String)
        /// There is no `p`.
        case missingPolicy
        /// `p` does not stand second, which RFC 7489 section 6.3 asks for.
        case policyNotSecond
        /// `fo` without `ruf`, which has no effect.
        case optionsWithoutAddress
        /// More addresses or problems than are kept.
        case tooMany
    }

    /// What is wrong.
    public var kind: Kind
    /// The offset of the first byte concerned, in the record.
    public var offset: Int
}

extension DMARCRecordProblem: CustomStringConvertible {
    /// What is wrong, and where.
    public var description: String { "\(kind), at byte \(offset)" }
}

extension DMARCRecordProblem.Kind: CustomStringConvertible {
    /// What is wrong, in a few words.
    public var description: String {
        switch self {
        case .notATag: "something that is no tag with a value"
        case .notPrintable: "a byte that is not printable ASCII"
        case .repeatedTag(let tag): "the tag \(tag) for a second time"
        case .badValue(let tag): "a value that the tag \(tag) cannot have"
        case .badAddress(let tag): "an address in the tag \(tag) that is none"
        case .obsoleteSize(let tag): "an obsolete size behind an address in the tag \(tag)"
        case .obsoleteTag(let tag): "the obsolete tag \(tag)"
        case .unknownTag(let tag): "an unknown tag \(tag)"
        case .missingPolicy: "no tag p"
        case .policyNotSecond: "the tag p elsewhere than behind the version"
        case .optionsWithoutAddress: "the tag fo without ruf"
        case .tooMany: "more addresses or mistakes than are looked at"
        }
    }
}
