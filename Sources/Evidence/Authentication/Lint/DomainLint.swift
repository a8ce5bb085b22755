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
        LintFinding.sentences + wholeSentences + SPFLint.sentences + SPFLint.termSentences + SPFSentences.mistakes + StepSentences.all
        + KeyLint.sentences + DMARCLint.sentences + DMARCLint.problemSentences
        + MailRouteLint.sentences
        + TransportLint.sentences + HostLint.sentences + SenderIDLint.sentences

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
        let isSilent = route.takesNothing && spf.reach == .nobody
        var findings = spf.findings + route.findings
        var policy: DMARCPolicy?
        if var dmarc = DMARCLint(
            of: domain, isSilent: isSilent, takesNothing: route.takesNothing, asking: lookups, names: names)
        {
            await dmarc.run()
            findings += dmarc.findings
            policy = dmarc.policy
        }
        var keys = KeyLint(of: domain, selectors: subjects.selectors, sends: spf.reach == .somebody, asking: lookups)
        await keys.run()
        var transport = TransportLint(of: domain, hosts: route.hosts, asking: lookups)
        await transport.run()
        var hosts = HostLint(of: domain, hosts: subjects.hosts, exchanges: route.wantedHosts, asking: lookups)
        await hosts.run()
        let isSurprising = spf.reach == .somebody && spf.isStrict
        var senderID = SenderIDLint(of: domain, isSurprising: isSurprising, asking: lookups)
        await senderID.run()
        findings += keys.findings + transport.findings + hosts.findings + senderID.findings
        findings += DomainLint.whole(of: domain, isSilent: isSilent, policy: policy, findings)
        return findings.enumerated().sorted { ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset) }.map(\.element)
    }

    /// What is said of the domain as a whole: that it sends and takes nothing, where its records say so or say nothing else.
    private static func whole(
        of domain: DomainName, isSilent: Bool, policy: DMARCPolicy?, _ findings: [LintFinding]
    ) -> [LintFinding] {
        guard isSilent else { return [] }
        let place = Question(domain, .txt)
        if findings.contains(where: { $0.severity == .missing }) { return [LintFinding("lint.domain.taken-for-silent", .note, at: place)] }
        return policy == .reject ? [LintFinding("lint.domain.silent", .fine, at: place)] : []
    }
}
