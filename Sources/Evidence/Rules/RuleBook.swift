public import Localization
public import Messages

/// A list of checks, asked one after the other.
public struct RuleBook: Sendable {
    /// The checks.
    public let checks: [any Check]

    /// A book of these checks.
    public init(_ checks: [any Check]) {
        self.checks = checks
    }

    /// The sentences of all checks, for the catalogue.
    public var sentences: [Sentence] { checks.map(\.sentence) }

    /// Asks every check; gives the evidence of those that found something. How many were asked is `checks.count`.
    public func evidence(in examination: Examination) -> [Evidence] {
        var evidence: [Evidence] = []
        for check in checks {
            guard let finding = check.finding(in: examination) else { continue }
            evidence.append(
                Evidence(id: check.id, layer: check.layer, weight: check.weight * finding.strength, details: finding.details))
        }
        return evidence
    }

    /// The class of threat each check points to, by the check's id.
    public var threats: [String: ThreatClass] {
        Dictionary(checks.compactMap { check in check.threat.map { (check.id, $0) } }, uniquingKeysWith: { first, _ in first })
    }
}
