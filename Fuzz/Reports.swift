// Fuzz harness of aggregate reports in XML. Compiled with the module that reads them, for it is behind none that the others need.
//
// The first byte chooses how the rest is taken: as a document, or each byte as a piece of one. What is written of a reading reads without
// problems of markup, and writing what was read of that changes nothing more.

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

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzAggregateReport(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let given = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
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
