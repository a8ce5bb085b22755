// Fuzz harness of reports: aggregate reports in XML, and reports of single messages (Formats/AbuseReports). Uses: AbuseReports, MIME, Messages.
//
// The first byte chooses between the two, and how the rest is taken: as it is, or each byte as a piece of a document. What is written of an
// aggregate report reads without problems of markup, and writing what was read of that changes nothing more.

import MIME
import Messages

@testable import AbuseReports

private let pieces: [String] = {
    let names = [
        "feedback", "version", "report_metadata", "org_name", "email", "report_id", "date_range", "begin", "end", "error",
        "policy_published",
        "domain", "p", "sp", "pct", "testing", "record", "row", "source_ip", "count", "policy_evaluated", "disposition", "dkim", "spf",
        "reason", "type",
        "comment", "identifiers", "header_from", "envelope_from", "auth_results", "selector", "scope", "result", "human_result", "x",
    ]
    let words = [
        "192.0.2.1", "12", "none", "pass", "reject", "example.org", "mfrom", "other", " ", "&amp;", "&#65;", "&x;", "&", "<!--", "-->",
        "<![CDATA[",
        "]]>", "<?xml version=\"1.0\" encoding=\"utf-16\"?>", "<!DOCTYPE x>", " a=\"b\"", "/>", ">", "<", "\u{E9}", "\u{0}", "\r",
        "xmlns=\"urn:ietf:params:xml:ns:dmarc-2.0\"",
    ]
    return names.map { "<\($0)>" } + names.map { "</\($0)>" } + names.map { "<\($0)/>" } + words
}()

private let mailPieces: [[UInt8]] = [
    "Content-Type: multipart/report; report-type=feedback-report; boundary=x\r\n", "\r\n--x\r\n", "\r\n--x--\r\n", "\r\n", "\r\n ", ": ",
    "Content-Type: message/feedback-report\r\n\r\n", "Content-Type: message/rfc822\r\n\r\n", "Content-Type: text/rfc822-headers\r\n\r\n",
    "Content-Type: application/gzip; name=\"a!b!1!2.xml.gz\"\r\n\r\n", "Content-Type: text/xml\r\n\r\n", "<feedback/>", "PK\u{3}\u{4}",
    "Content-Transfer-Encoding: base64\r\n", "Feedback-Type: abuse", "Feedback-Type: auth-failure", "Version: 1", "Version: 2",
    "User-Agent: x",
    "Arrival-Date: Sat, 21 Nov 2026 12:00:00 +0000", "Source-IP: 192.0.2.1", "Source-Port: 25", "Incidents: 99999999999999999999", "-1",
    "Original-Rcpt-To: a@example.org", "Authentication-Results: mx.example.org; spf=pass", "Auth-Failure: dmarc", "Delivery-Result: reject",
    "Reporting-MTA: dns; mx.example.org", "Identity-Alignment: none", "Subject: x", "a@example.org", "\u{FC}", "\0", "\n",
].map { Array($0.utf8) }

private func readMail(_ bytes: [UInt8]) {
    let message = MailParser().parse(bytes)
    var decoder = PartDecoder()
    if let report = FailureReport(message, decoder: &decoder) {
        precondition(report.incidents >= 1 && (0...65_535).contains(report.sourcePort ?? 0), "numbers are some")
        precondition(report.original.map(message.parts.indices.contains) ?? true, "the mail reported on lies inside")
        let limit = FailureReport.Limits.repeats
        precondition(
            report.recipients.count <= limit && report.domains.count <= limit && report.addresses.count <= limit
                && report.results.count <= limit && report.others.count <= limit, "fields are bounded")
    }
    var limits = ReportLimits()
    limits.reported = 2
    let reported = ReportedMessages(message, decoder: &decoder, limits: limits)
    precondition(reported.messages.count <= 2, "messages are bounded")
    let size = reported.messages.reduce(0) { $0 + $1.bytes.count }
    precondition(size <= bytes.count, "no byte is reported twice")
    let files = ReportAttachment.attachments(of: message, decoder: &decoder, limit: 2)
    precondition(files.count <= 2, "files are bounded")
    for file in files {
        precondition(ReportAttachment.packing(of: file.bytes.span) == file.packing, "a file is packed as it is said to be")
    }
}

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzAggregateReport(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let given = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    if start[0] & 4 != 0 {
        readMail(start[0] & 1 == 0 ? given : given.flatMap { mailPieces[Int($0) % mailPieces.count] })
        return 0
    }
    let document = start[0] & 1 == 0 ? given : given.flatMap { Array(pieces[Int($0) % pieces.count].utf8) }
    var limits = ReportLimits()
    if start[0] & 2 != 0 {
        limits.rows = 3
        limits.depth = 6
        limits.signatures = 2
        limits.repeats = 2
        limits.textBytes = 8
        limits.problems = 5
    }
    let found = AggregateReport(xml: document.span, limits: limits)
    precondition(found.records.count <= limits.rows, "rows are bounded")
    precondition(found.problems.count <= limits.problems, "problems are bounded")
    precondition(found.metadata.errors.count <= limits.repeats, "errors are bounded")
    for record in found.records {
        precondition(record.signatures.count <= limits.signatures && record.reasons.count <= limits.repeats, "results are bounded")
        precondition((0...1 << 53).contains(record.count), "a count is one")
    }
    for problem in found.problems { precondition(problem.offset >= 0 && !problem.description.isEmpty) }

    let once = AggregateReport(xml: AggregateReportWriter.xml(found).span)
    for problem in once.problems {
        switch problem.kind {
        case .missing, .tooMany, .textTooLong: break
        default: preconditionFailure("what is written reads without \(problem.kind)")
        }
    }
    precondition(once.records.count == found.records.count, "all rows come back")
    let written = AggregateReportWriter.xml(once)
    precondition(AggregateReportWriter.xml(AggregateReport(xml: written.span)) == written, "what is written stays")
    _ = AggregateReportWriter.fileName(of: found, receiver: "mx.example.org", isCompressed: true)

    var summary = AggregateSummary()
    summary.add(found)
    precondition(summary.counts.messages == found.messageCount, "all messages are counted")
    precondition(summary.sources.reduce(0) { $0 + $1.counts.messages } == found.messageCount, "each message comes from somewhere")
    var tally = AggregateTally(limit: 2)
    for record in found.records { tally.add(record) }
    precondition(tally.records.reduce(tally.dropped) { $0 + $1.count } == found.messageCount, "each message has its row")
    return 0
}
