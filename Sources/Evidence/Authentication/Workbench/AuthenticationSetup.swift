public import Domains
public import MIME
public import Resolving

/// What checks of many messages share.
public struct AuthenticationSetup: Sendable {
    /// How records of DMARC and organisational domains are found.
    public enum PolicyDiscovery: String, Sendable, Hashable, CaseIterable {
        /// By asking upwards from name to name (RFC 9989).
        case treeWalk = "tree-walk"
        /// By the list of public suffixes, with sampling (RFC 7489).
        case publicSuffixList = "public-suffix-list"
    }

    /// How names of other scripts are spelt in the domain name system.
    public var names: any InternationalNames
    /// Where registrable domains begin.
    public var suffixes: any PublicSuffixes
    /// How records of DMARC are found.
    public var discovery = PolicyDiscovery.treeWalk
    /// Which mechanisms are asked; the others leave no outcome.
    public var mechanisms = Set(AuthenticationMechanism.allCases)
    /// The services whose word on a domain counts (RFC 5518); none unless somebody trusts one.
    public var vouchers: Set<DomainName> = []
    /// The domains whose word on earlier handlers counts where their seal holds (RFC 8617 section 7.2), and those below them; none unless somebody
    /// trusts one.
    public var sealers: Set<DomainName> = []
    /// The keys by which our own return paths are tagged; nothing where they are not.
    public var privateSignature: PrivateSignature?
    /// Our own hosts, whose results are believed and whose name nobody else may use.
    public var boundary = TrustBoundary()
    /// Whether hosts of ours write results just below their own trace line, and take out what strangers wrote there in their name.
    public var takesResultsBesideTrace = false
    /// The keys of signatures that were read before.
    public let keys = DKIMKeyCache()

    /// A setup with the standard's answers to everything that has no other.
    public init(names: any InternationalNames, suffixes: any PublicSuffixes) {
        self.names = names
        self.suffixes = suffixes
    }
}
