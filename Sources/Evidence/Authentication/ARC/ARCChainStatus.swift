/// What a handler of a mail says of the chain that it got: `cv=` (RFC 8617 section 4.4).
public enum ARCChainStatus: String, Sendable, Hashable, CaseIterable {
    /// There was none.
    case none
    /// It held.
    case pass
    /// It did not.
    case fail
}
