public import AbuseReports
internal import Messages
internal import Resolving

extension AggregateReport.Record {
    /// The row of an aggregate report that a message belongs to (RFC 9990 section 3.1.1); nothing where DMARC found no record, or nobody knows
    /// who handed the message over.
    /// - Parameters:
    ///   - outcome: what came of all mechanisms.
    ///   - disposition: what was done with the message, where that was something else than its domain asks for.
    public init?(_ outcome: AuthenticationOutcome, disposition: AggregateReport.Disposition? = nil) {
        guard let dmarc = outcome.dmarc, dmarc.record != nil, dmarc.result == .pass || dmarc.result == .fail,
            let address = outcome.client.address
        else { return nil }
        self.init()
        source = address.description
        count = 1
        self.disposition = disposition ?? (dmarc.result == .pass ? .pass : AggregateReport.Disposition(dmarc.applied))
        dkimPasses = dmarc.isAligned(.dkim)
        spfPasses = dmarc.isAligned(.spf)
        reasons = dmarc.easing.map { [AggregateReport.Reason($0)] } ?? []
        if dmarc.result == .fail, self.disposition != AggregateReport.Disposition(dmarc.applied) {
            reasons.append(AggregateReport.Reason(.localPolicy))
        }
        author = dmarc.author
        sender = outcome.client.returnPath.map { $0.split(separator: "@").count > 1 ? String($0.split(separator: "@").last ?? "") : "" }
        recipient = outcome.client.recipients.first?.split(separator: "@").last.map { $0.lowercased() }
        signatures = outcome.dkim?.signatures.compactMap(AggregateReport.Result.init) ?? []
        senderResults = outcome.spf.map { [AggregateReport.Result($0, isHELO: outcome.client.returnPath == "")] } ?? []
    }
}

extension AggregateReport.Policy {
    /// The record that a check found; nothing where there is none.
    public init?(_ outcome: DMARCOutcome, discovery: AuthenticationSetup.PolicyDiscovery) {
        guard let record = outcome.record, let domain = outcome.policyDomain else { return nil }
        self.init()
        self.domain = domain.description
        own = record.policy.map(AggregateReport.Disposition.init)
        subdomains = record.subdomainPolicy.map(AggregateReport.Disposition.init)
        nonexistent = record.nonexistentPolicy.map(AggregateReport.Disposition.init)
        dkimAlignment = AggregateReport.Alignment(rawValue: record.dkimAlignment.rawValue)
        spfAlignment = AggregateReport.Alignment(rawValue: record.spfAlignment.rawValue)
        failureOptions = record.failureOptions.map(\.rawValue).sorted().joined(separator: ":")
        percentage = record.percentage
        isTesting = record.isTesting
        self.discovery = discovery == .treeWalk ? .treeWalk : .publicSuffixList
    }
}

extension AggregateReport.Disposition {
    fileprivate init(_ policy: DMARCPolicy) {
        switch policy {
        case .none: self = .none
        case .quarantine: self = .quarantine
        case .reject: self = .reject
        }
    }
}

extension AggregateReport.Reason {
    fileprivate init(_ easing: DMARCOutcome.Easing) {
        switch easing {
        case .testing: self.init(Kind.testMode)
        case .sampledOut: self.init(Kind.sampledOut)
        case .existenceUnknown: self.init(Kind.other, comment: "whether the author's domain exists could not be asked")
        }
    }
}

extension AggregateReport.Result {
    fileprivate init?(_ outcome: DKIMSignatureOutcome) {
        guard let key = outcome.signature?.key else { return nil }
        self.init(
            domain: key.domain.bytes.text, selector: key.selector.bytes.text, result: outcome.result.rawValue,
            explanation: outcome.problem?.description)
    }

    fileprivate init(_ outcome: SPFOutcome, isHELO: Bool) {
        self.init(
            domain: outcome.domain.text, scope: isHELO ? "helo" : "mfrom", result: outcome.result.rawValue,
            explanation: outcome.problem?.description)
    }
}

extension [UInt8] {
    fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}
