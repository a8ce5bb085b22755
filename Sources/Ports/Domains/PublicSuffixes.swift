// Where one owner's part of a host name begins: the question behind "is this the same site?" and "who registered it?".
// The host is hostile input; the list is trusted. Follows the algorithm of publicsuffix.org/list.

/// What a public suffix list says of a host.
public struct SuffixMatch: Sendable, Hashable {
    /// Which part of the list the rule that matched stands in.
    public enum Section: UInt8, Sendable, Hashable {
        /// No rule matched: the last label counts as the suffix (the list's default rule `*`).
        case none
        /// Suffixes of registries.
        case icann
        /// Suffixes below which a company gives names to its customers (`github.io`).
        case privateDomains
    }

    /// The offset in the host where the public suffix begins.
    public var suffix: Int
    /// The offset where the registrable domain begins: the suffix and one label more. Nothing when the host is itself a suffix.
    public var registrable: Int?
    /// Where the rule stands.
    public var section: Section

    /// A match.
    public init(suffix: Int, registrable: Int?, section: Section) {
        self.suffix = suffix
        self.registrable = registrable
        self.section = section
    }
}

/// A public suffix list.
///
/// Answers are offsets into the host that was asked for, so nothing is allocated.
public protocol PublicSuffixes: Sendable {
    /// Matches a host, in ASCII (`xn--` for other letters), of either case, against the list; a single dot at its end is
    /// passed over. Nothing when the host is empty, begins with a dot or has an empty label. The host must not be an address.
    func match(_ host: Span<UInt8>) -> SuffixMatch?
}

extension PublicSuffixes {
    /// The offset in the host where its registrable domain begins, or nothing when it has none.
    public func registrableDomain(of host: Span<UInt8>) -> Int? {
        match(host)?.registrable
    }
}
