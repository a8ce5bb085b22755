/// What a check of SPF says (RFC 7208 section 2.6).
public enum SPFResult: String, Sendable, Hashable, CaseIterable {
    /// Nothing is published, or there was nobody to ask about.
    case none
    /// The domain says explicitly that it says nothing.
    case neutral
    /// The client may send for the domain.
    case pass
    /// The client may not.
    case fail
    /// The client probably may not.
    case softfail
    /// No answer in time; it may be had later.
    case temperror
    /// The domain's record cannot be understood.
    case permerror
}
