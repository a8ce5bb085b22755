/// What a check of DKIM says, in the words of RFC 8601 section 2.7.1.
public enum DKIMResult: String, Sendable, Hashable, CaseIterable {
    /// Nothing is signed.
    case none
    /// The signature is right.
    case pass
    /// The signature is wrong.
    case fail
    /// The signature is one that is not taken, right or not.
    case policy
    /// The signature cannot be read, or not be worked with.
    case neutral
    /// No answer in time; it may be had later.
    case temperror
    /// The signature cannot be checked, now or later.
    case permerror
}
