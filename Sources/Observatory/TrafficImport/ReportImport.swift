internal import AbuseReports
internal import AddressOrigins
internal import MIME
internal import MailLogs
internal import Messages
internal import Observatory
internal import Storing

/// Imports reports that are read whole: aggregate reports of DMARC, and reports of single messages (ARF). Each is a dataset by its own name or content, so that
/// one that comes twice, in whatever file, counts once.
struct ReportImport: Sendable {
    let study: StudyStore
    let contributor: String
    var maker: ObservationMaker
    let now: @Sendable () -> Timestamp

    func run(
        _ task: FileImport.Task, opening open: () throws(ImportError) -> any ByteSource, origins: [OriginDataset], progress: (Int) -> Void
    ) async throws -> ImportSummary {
        var bytes: [UInt8] = []
        var source = try open()
        while bytes.count <= ImportLimits.documentBytes, try source.read(ImportLimits.chunkBytes, to: &bytes) > 0 {}
        guard bytes.count <= ImportLimits.documentBytes else {
            throw ImportError(task.path, "is larger than \(ImportLimits.documentBytes >> 20) MiB; split it")
        }
        var summary = ImportSummary(task.kind, dataset: "")
        summary.origins = origins
        summary.bytes = bytes.count
        if task.kind == .dmarc {
            try await aggregate(bytes, task, &summary)
        } else {
            try await complaints(bytes, task, &summary)
        }
        progress(bytes.count)
        return summary
    }

    // MARK: Aggregate reports

    private func aggregate(_ document: [UInt8], _ task: FileImport.Task, _ summary: inout ImportSummary) async throws {
        let report = AggregateReport(xml: document.span)
        for problem in report.problems.prefix(ImportLimits.defects) {
            let line = 1 + document.prefix(min(problem.offset, document.count)).count { $0 == 0x0A }
            note("report", line: line, &summary)
        }
        guard let begin = report.metadata.begin, !report.metadata.identifier.isEmpty else {
            throw ImportError(task.path, "is no aggregate report of DMARC, or says neither its name nor its time")
        }
        var counter = ObservationCounter()
        var maker = maker
        for record in report.records {
            let count = min(record.count, ImportLimits.reportedCount)
            guard count > 0 else { continue }
            var observation = maker.report(at: begin, channel: .email, .none)
            observation.count = count
            observation.disposition = record.disposition.map(ReportImport.disposition) ?? .accept
            observation.layer = observation.disposition == .accept ? nil : .service
            if let address = record.address, !address.isOfPrivateNetwork { try maker.place(address, &observation, .claimed) }
            counter.add(observation)
            summary.observations += 1
            summary.messages += count
        }
        summary.lines = report.records.count
        // A receiver's name for its report is its own; the domain and the time belong to it (RFC 9990 section 3).
        let name = [report.metadata.organization, report.metadata.identifier, report.policy.domain, "\(begin.seconds)"].joined(
            separator: "\u{0}")
        summary.dataset = "dmarc-\(Digest.text(of: Array(name.utf8)))"
        try await handOver(counter, summary.dataset, "0", &summary)
    }

    private static func disposition(_ disposition: AggregateReport.Disposition) -> Disposition {
        switch disposition {
        case .none, .pass: .accept
        case .quarantine: .quarantine
        case .reject: .reject
        }
    }

    // MARK: Reports of single messages

    private func complaints(_ bytes: [UInt8], _ task: FileImport.Task, _ summary: inout ImportSummary) async throws {
        var decoder = PartDecoder()
        var maker = maker
        summary.dataset = "arf"
        for range in MailboxRanges.messages(of: bytes) {
            summary.lines += 1
            let mail = Array(bytes[range])
            guard let report = FailureReport(MailParser().parse(mail), decoder: &decoder) else {
                note("report", line: summary.lines, &summary)
                continue
            }
            guard let arrival = report.arrival else {
                note("moment", line: summary.lines, &summary)
                continue
            }
            // A failure of authentication is no complaint.
            guard let threatClass = ReportImport.threatClass(of: report.kind) else { continue }
            var observation = maker.report(at: arrival, channel: .email, threatClass)
            observation.count = min(report.incidents, ImportLimits.reportedCount)
            if let source = report.source, !source.isOfPrivateNetwork { try maker.place(source, &observation, .claimed) }
            var counter = ObservationCounter()
            counter.add(observation)
            summary.observations += 1
            summary.messages += observation.count
            try await handOver(counter, "arf", Digest.text(of: mail), &summary)
        }
    }

    private static func threatClass(of kind: String) -> ThreatClass? {
        switch kind {
        case "auth-failure": nil
        case "fraud": .phishing
        case "virus": .malware
        case "not-spam": ThreatClass.none
        default: .unspecified
        }
    }

    private func note(_ code: String, line: Int, _ summary: inout ImportSummary) {
        summary.defectCounts[code, default: 0] += 1
        if summary.defects.count < ImportLimits.defects { summary.defects.append(ImportDefect(code: code, line: line)) }
    }

    private func handOver(_ counter: ObservationCounter, _ dataset: String, _ part: String, _ summary: inout ImportSummary) async throws {
        guard !counter.isEmpty else { return }
        let name = DatasetPart(contributor: contributor, name: dataset, part: part, revision: 1)
        let outcome = try await study.add(counter, from: .part(name), at: now())
        if outcome == .known || outcome == .closed { summary.knownParts += 1 }
    }
}

/// The messages of a mailbox file (RFC 4155); a file that is none is one message.
enum MailboxRanges {
    static func messages(of bytes: [UInt8]) -> [Range<Int>] {
        let mark = Array("From ".utf8)
        guard bytes.starts(with: mark) else { return bytes.isEmpty ? [] : [0..<bytes.count] }
        var ranges: [Range<Int>] = []
        var start: Int?
        var line = 0
        while line < bytes.count {
            let end = bytes[line...].firstIndex(of: 0x0A) ?? bytes.count - 1
            if bytes[line...].starts(with: mark),
                line == 0 || bytes[line - 1] == 0x0A && (line < 2 || bytes[line - 2] == 0x0A || bytes[line - 2] == 0x0D)
            {
                if let start { ranges.append(start..<line) }
                start = end + 1
            }
            line = end + 1
        }
        if let start, start < bytes.count { ranges.append(start..<bytes.count) }
        return ranges
    }
}
