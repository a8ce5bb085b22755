internal import Messages

/// Writes aggregate reports, in the order that the schemas ask for (RFC 9990 appendix A, RFC 7489 appendix C).
public enum AggregateReportWriter {
    /// A report as an XML document in UTF-8.
    ///
    /// What the form of the report has no word for is left out, or said with the nearest word it has: in the older one, `pass` is `none`,
    /// testing is `other`; in the newer one, `forwarded` and `sampled_out` are `other`.
    public static func xml(_ report: AggregateReport) -> [UInt8] {
        var out = Writing(form: report.form)
        out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        out.open("feedback", attributes: report.form == .rfc9990 ? " xmlns=\"urn:ietf:params:xml:ns:dmarc-2.0\"" : "")
        out.element("version", "1.0")
        out.metadata(report.metadata)
        out.policy(report.policy)
        for record in report.records { out.record(record) }
        out.close("feedback")
        return out.bytes
    }

    /// How many bytes of each of the two names stand in the name of a file, which may have 255 in all.
    private static let nameLimit = 72

    /// A name as a part of a file's name. One that is too long, or has bytes that should not stand there, is cut, and its hash tells it from others.
    private static func part(_ name: String) -> String {
        let kept = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) }
        guard kept != name || kept.utf8.count > nameLimit else { return name }
        return kept.prefix(nameLimit) + "-" + String(FNV1a.hash(of: Array(name.utf8).span), radix: 16)
    }

    /// The name of the file that a report travels in (RFC 9990 section 3.5.2), at most 255 bytes long.
    /// - Parameters:
    ///   - report: the report.
    ///   - receiver: the domain of who writes it.
    ///   - isCompressed: whether it is packed by gzip.
    public static func fileName(of report: AggregateReport, receiver: String, isCompressed: Bool) -> String {
        let begin = report.metadata.begin?.seconds ?? 0
        let end = report.metadata.end?.seconds ?? 0
        return "\(part(receiver))!\(part(report.policy.domain))!\(begin)!\(end).xml" + (isCompressed ? ".gz" : "")
    }

    /// The subject of the mail that a report travels in (RFC 9990 section 3.5.2).
    public static func subject(of report: AggregateReport, receiver: String) -> String {
        "Report Domain: \(report.policy.domain) Submitter: \(receiver) Report-ID: <\(report.metadata.identifier)>"
    }
}

/// A document in the making.
private struct Writing {
    private(set) var bytes: [UInt8] = []
    private var depth = 0
    private let isOld: Bool

    init(form: AggregateReport.Form) {
        isOld = form == .rfc7489
    }

    mutating func raw(_ text: String) { bytes += text.utf8 }

    mutating func open(_ name: String, attributes: String = "") {
        indent()
        raw("<\(name)\(attributes)>\n")
        depth += 1
    }

    mutating func close(_ name: String) {
        depth -= 1
        indent()
        raw("</\(name)>\n")
    }

    mutating func element(_ name: String, _ value: String?) {
        guard let value else { return }
        indent()
        raw("<\(name)>")
        XMLText.escape(value, to: &bytes)
        raw("</\(name)>\n")
    }

    private mutating func indent() {
        for _ in 0..<depth { raw("  ") }
    }

    mutating func metadata(_ metadata: AggregateReport.Metadata) {
        open("report_metadata")
        element("org_name", metadata.organization)
        element("email", metadata.email)
        element("extra_contact_info", metadata.contact)
        element("report_id", metadata.identifier)
        open("date_range")
        element("begin", String(metadata.begin?.seconds ?? 0))
        element("end", String(metadata.end?.seconds ?? 0))
        close("date_range")
        // The newer schema has one error at most.
        if isOld {
            for error in metadata.errors { element("error", error) }
        } else {
            element("error", metadata.errors.isEmpty ? nil : metadata.errors.joined(separator: "; "))
            element("generator", metadata.generator)
        }
        close("report_metadata")
    }

    mutating func policy(_ policy: AggregateReport.Policy) {
        open("policy_published")
        element("domain", policy.domain)
        if isOld {
            element("adkim", policy.dkimAlignment?.rawValue)
            element("aspf", policy.spfAlignment?.rawValue)
            element("p", disposition(policy.own))
            element("sp", disposition(policy.subdomains ?? policy.own))
            element("pct", String(policy.percentage ?? 100))
            element("fo", policy.failureOptions)
        } else {
            element("discovery_method", policy.discovery?.rawValue)
            element("p", disposition(policy.own))
            element("sp", policy.subdomains.map(disposition))
            element("np", policy.nonexistent.map(disposition))
            element("fo", policy.failureOptions)
            element("adkim", policy.dkimAlignment?.rawValue)
            element("aspf", policy.spfAlignment?.rawValue)
            element("testing", policy.isTesting.map { $0 ? "y" : "n" })
        }
        close("policy_published")
    }

    /// What an owner can ask for.
    private func disposition(_ disposition: AggregateReport.Disposition?) -> String {
        switch disposition {
        case .quarantine?: "quarantine"
        case .reject?: "reject"
        case .none?, .pass?, nil: "none"
        }
    }

    mutating func record(_ record: AggregateReport.Record) {
        open("record")
        open("row")
        element("source_ip", record.source)
        element("count", String(max(0, record.count)))
        open("policy_evaluated")
        element("disposition", record.disposition == .pass && !isOld ? "pass" : disposition(record.disposition))
        element("dkim", record.dkimPasses == true ? "pass" : "fail")
        element("spf", record.spfPasses == true ? "pass" : "fail")
        for reason in record.reasons { self.reason(reason) }
        close("policy_evaluated")
        close("row")
        open("identifiers")
        if isOld {
            element("envelope_to", record.recipient)
            element("envelope_from", record.sender ?? "")
            element("header_from", record.author)
        } else {
            element("header_from", record.author)
            element("envelope_from", record.sender)
            element("envelope_to", record.recipient)
        }
        close("identifiers")
        open("auth_results")
        for signature in record.signatures { result(signature, "dkim") }
        // The newer schema has one result of SPF at most, that of MAIL FROM.
        let results = isOld ? record.senderResults : Array(record.senderResults.filter { $0.scope ?? "mfrom" == "mfrom" }.prefix(1))
        for result in results { self.result(result, "spf") }
        close("auth_results")
        close("record")
    }

    private mutating func reason(_ reason: AggregateReport.Reason) {
        let kind: AggregateReport.Reason.Kind
        switch reason.kind {
        case .testMode: kind = isOld ? .other : .testMode
        case .forwarded, .sampledOut: kind = isOld ? reason.kind : .other
        case .trustedForwarder, .mailingList, .localPolicy, .other: kind = reason.kind
        }
        open("reason")
        element("type", kind.rawValue)
        element("comment", reason.comment)
        close("reason")
    }

    private mutating func result(_ result: AggregateReport.Result, _ name: String) {
        open(name)
        element("domain", result.domain)
        if name == "dkim" { element("selector", result.selector ?? (isOld ? nil : "")) }
        if name == "spf" { element("scope", isOld ? result.scope : "mfrom") }
        element("result", result.result)
        element("human_result", result.explanation)
        close(name)
    }
}
