public import Localization
public import Resolving

/// Looks for what is broken, dangerous or missing among the records that protect a domain's name in mail, and says what to publish.
public struct DomainLint: Sendable {
    /// Everything that can be said, in six languages.
    public static let sentences: [Sentence] = SPFLint.sentences + MailRouteLint.sentences + TransportLint.sentences

    private let lookups: Lookups

    /// A lint that asks through these look-ups.
    public init(asking lookups: Lookups) {
        self.lookups = lookups
    }

    /// What is found of a domain, the worst first.
    public func findings(of domain: DomainName) async -> [LintFinding] {
        var spf = SPFLint(of: domain, asking: lookups)
        await spf.run()
        var route = MailRouteLint(of: domain, asking: lookups)
        await route.run()
        var transport = TransportLint(of: domain, hosts: route.hosts, asking: lookups)
        await transport.run()
        let findings = spf.findings + route.findings + transport.findings
        return findings.enumerated().sorted { ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset) }.map(\.element)
    }
}
