/// What a check of DMARC says (RFC 9989 section 9.2, in the words of RFC 8601 section 2.7).
public enum DMARCResult: String, Sendable, Hashable, CaseIterable {
    /// Nothing is published for the author's domain, or no such domain could be made out.
    case none
    /// An aligned identifier was authenticated.
    case pass
    /// A policy is published, and no aligned identifier was authenticated.
    case fail
    /// No answer in time; it may be had later.
    case temperror
    /// What is published cannot be used.
    case permerror
}
