internal import AbuseReports
internal import Authentication
internal import Messages

/// The messages of a period, by the domain whose record they were judged by.
struct FeedbackGathering {
    private struct Domain {
        var policy: AggregateReport.Policy
        var tally = AggregateTally()
        var begin: Timestamp
        var end: Timestamp
    }

    private var domains: [String: Domain] = [:]
    private let discovery: AuthenticationSetup.PolicyDiscovery
    /// How many messages belong into no report.
    private(set) var leftOut = 0

    init(discovery: AuthenticationSetup.PolicyDiscovery) {
        self.discovery = discovery
    }

    /// Adds a message that came in at a moment.
    mutating func add(_ outcome: AuthenticationOutcome, at moment: Timestamp) {
        guard let dmarc = outcome.dmarc, let policy = AggregateReport.Policy(dmarc, discovery: discovery),
            // The mails lie in a folder: nothing was done to them that their authors' domains may have asked for.
            let record = AggregateReport.Record(outcome, disposition: dmarc.result == .fail ? AggregateReport.Disposition.none : nil)
        else {
            leftOut += 1
            return
        }
        var domain = domains[policy.domain] ?? Domain(policy: policy, begin: moment, end: moment)
        domain.tally.add(record)
        domain.begin = min(domain.begin, moment)
        domain.end = max(domain.end, moment)
        domains[policy.domain] = domain
    }

    /// The reports, one a domain, in the order of their names. Each names itself by its domain and period, so that the same mails give the same
    /// report.
    func reports(_ form: AggregateReport.Form, organization: String, email: String) -> [AggregateReport] {
        domains.sorted { $0.key < $1.key }.map { name, domain in
            var report = AggregateReport(form)
            report.metadata.organization = organization
            report.metadata.email = email
            report.metadata.begin = domain.begin
            report.metadata.end = domain.end
            report.metadata.identifier = "\(name)-\(domain.begin.seconds)-\(domain.end.seconds)"
            report.metadata.generator = "Chaffinch \(Version.text)"
            report.policy = domain.policy
            report.records = domain.tally.records
            return report
        }
    }
}
