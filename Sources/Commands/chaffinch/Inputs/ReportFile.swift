internal import AbuseReports
internal import Archives
internal import LibarchiveArchives
internal import MIME
internal import Messages

/// The reports of a file: a mail with reports in it, a packed report, or a report itself.
struct ReportFile {
    /// Aggregate reports (RFC 9990, RFC 7489).
    private(set) var aggregates: [AggregateReport] = []
    /// A report of single messages (RFC 5965, RFC 9991).
    private(set) var failure: FailureReport?
    /// What could not be read: a name, and why.
    private(set) var problems: [String] = []

    private let limits: ReportLimits
    /// How many bytes may still be unpacked: one bound for the whole file, however many small attachments stand for large documents.
    private var left: Int

    /// The reports that these bytes hold.
    init(_ bytes: [UInt8], limits: ReportLimits = ReportLimits()) {
        self.limits = limits
        left = limits.documentBytes
        if let packing = ReportAttachment.packing(of: bytes.span) {
            add(ReportAttachment(name: "", packing: packing, bytes: bytes))
            return
        }
        let message = MailParser().parse(bytes)
        var decoder = PartDecoder()
        failure = FailureReport(message, decoder: &decoder)
        for attachment in ReportAttachment.attachments(of: message, decoder: &decoder) { add(attachment) }
        if failure == nil, aggregates.isEmpty, problems.isEmpty { problems.append("there is no report in it") }
    }

    private mutating func add(_ attachment: ReportAttachment) {
        guard attachment.packing != .plain else { return read(attachment.bytes, name: attachment.name) }
        guard left > 0 else {
            problems.append("\(attachment.name): it was not unpacked, since what stands before it is \(limits.documentBytes) bytes long")
            return
        }
        let unpacked = LibarchiveUnpacker().unpack(attachment.bytes.span, limits: UnpackLimits(files: 16, bytes: left))
        left -= unpacked.isWhole ? unpacked.files.reduce(0) { $0 + $1.bytes.count } : left
        if !unpacked.isWhole { problems.append("\(attachment.name): it was not unpacked whole") }
        for file in unpacked.files { read(file.bytes, name: String(decoding: file.name, as: UTF8.self)) }
    }

    private mutating func read(_ document: [UInt8], name: String) {
        let report = AggregateReport(xml: document.span, limits: limits)
        if report.problems.contains(where: { $0.kind == .notAReport }) {
            problems.append("\(name): \(ReportProblem.Kind.notAReport)")
        } else {
            aggregates.append(report)
        }
    }
}
