public import Domains
public import Localization
public import Resolving

/// Looks for what is broken, dangerous or missing among the records that protect a domain's name in mail, and says what to publish.
public struct DomainLint: Sendable {
    /// What is looked at beside the records that every domain has.
    public struct Subjects: Sendable {
        /// Selectors of keys.
        public var selectors: [DomainName]
        /// Hosts that send, by the names they give.
        public var hosts: [DomainName]

        /// These selectors and hosts.
        public init(selectors: [DomainName] = [], hosts: [DomainName] = []) {
            self.selectors = selectors
            self.hosts = hosts
        }
    }

    /// Everything that can be said, in six languages.
    public static let sentences: [Sentence] =
        LintFinding.sentences + SPFLint.sentences + MailRouteLint.sentences + TransportLint.sentences

    private let lookups: Lookups
    private let names: any InternationalNames

    /// A lint that asks through these look-ups.
    public init(asking lookups: Lookups, names: any InternationalNames) {
        self.lookups = lookups
        self.names = names
    }

    /// What is found of a domain, the worst first.
    public func findings(of domain: DomainName, _ subjects: Subjects = Subjects()) async -> [LintFinding] {
        var spf = SPFLint(of: domain, asking: lookups)
        await spf.run()
        var route = MailRouteLint(of: domain, sends: spf.reach, asking: lookups)
        await route.run()
        var transport = TransportLint(of: domain, hosts: route.hosts, asking: lookups)
        await transport.run()
        let findings = spf.findings + route.findings + transport.findings
        return findings.enumerated().sorted { ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset) }.map(\.element)
    }
}
