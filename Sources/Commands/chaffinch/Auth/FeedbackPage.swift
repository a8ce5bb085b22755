internal import AbuseReports
internal import JSON
internal import Localization
internal import Messages

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Reports added up, by the domain that they are about.
struct FeedbackSummary {
    private(set) var domains: [String: AggregateSummary] = [:]
    /// What is wrong with reports, each with its file.
    private(set) var problems: [String] = []
    private var added: Set<Identity> = []

    /// What tells a report from all others (RFC 9990 section 3.1.1.4).
    private struct Identity: Hashable {
        let organization: String
        let identifier: String
        let domain: String
    }

    /// Adds a report of a file, unless it was added before: the same report often lies there as it came and unpacked. One without a name of its own
    /// cannot be told from others.
    mutating func add(_ report: AggregateReport, from file: String) {
        problems += report.problems.map { "\(file): \($0)" }
        let domain = FeedbackSummary.normal(report.policy.domain)
        let identity = Identity(
            organization: report.metadata.organization.lowercased(), identifier: report.metadata.identifier, domain: domain)
        guard identity.identifier.isEmpty || added.insert(identity).inserted else {
            problems.append("\(file): this report was read before; it is not counted again")
            return
        }
        domains[domain, default: AggregateSummary()].add(report)
    }

    /// One spelling of a domain: in lower case, without the dot at its end.
    private static func normal(_ domain: String) -> String {
        let lower = domain.lowercased()
        return lower.hasSuffix(".") ? String(lower.dropLast()) : lower
    }
}

/// Who sends in a domain's name, and how that mail fares.
struct FeedbackPage {
    let summary: FeedbackSummary
    let language: Language
    private let catalogue = Catalogue(CommandSentences.all, FeedbackPage.sentences)

    /// How many addresses of a domain people are shown.
    static let sourceLimit = 40

    init(summary: FeedbackSummary, language: Language) {
        self.summary = summary
        self.language = language
    }

    /// For people: the domain, then those who sent in its name, most first.
    var lines: [String] {
        let terminal = Terminal.standard(environment: ProcessInfo.processInfo.environment)
        return summary.domains.sorted { $0.key < $1.key }.flatMap { domain, found in
            let counts = found.counts
            let head = catalogue.text(
                "feedback.domain", in: language,
                [
                    String(counts.messages), String(counts.passed), String(counts.failed), String(found.reports),
                    found.reporters.joined(separator: ", "),
                ],
                isolation: terminal.isTerminal ? .whenMixed : .never)
            let columns = ["feedback.source", "command.messages", "feedback.failed", "feedback.signers"].map {
                catalogue.text($0, in: language)
            }
            var lines = [terminal.styled(Terminal.safe(domain), .bold) + " — " + Terminal.safe(head)]
            lines.append(terminal.styled("  " + row(columns), .dim))
            for source in found.sources.prefix(FeedbackPage.sourceLimit) {
                let names = (source.signers + source.senders.filter { !source.signers.contains($0) }).joined(separator: ", ")
                let cells = [source.address, String(source.counts.messages), String(source.counts.failed), names]
                lines.append("  " + Terminal.safe(row(cells)))
            }
            let rest = found.sources.count - FeedbackPage.sourceLimit
            if rest > 0 { lines.append("  … \(rest)") }
            return lines + [""]
        }
    }

    private func row(_ cells: [String]) -> String {
        zip(cells, [40, 12, 14]).map { Terminal.fitted($0, to: $1) }.joined() + (cells.last ?? "")
    }

    /// For programs.
    func write(into object: inout JSONText) {
        object.key("domains")
        object.list { list in
            for (domain, found) in summary.domains.sorted(by: { $0.key < $1.key }) { write(domain, found, into: &list) }
        }
        object.member("problems", summary.problems)
    }

    private func write(_ domain: String, _ found: AggregateSummary, into list: inout JSONText) {
        list.object { object in
            object.member("domain", domain)
            object.member("reports", found.reports)
            object.member("reporters", found.reporters)
            object.member("begin", found.begin.map { "\($0)" })
            object.member("end", found.end.map { "\($0)" })
            write(found.counts, into: &object)
            object.key("sources")
            object.list { list in
                for source in found.sources {
                    list.object { entry in
                        entry.member("address", source.address)
                        write(source.counts, into: &entry)
                        entry.member("authors", source.authors)
                        entry.member("signers", source.signers)
                        entry.member("senders", source.senders)
                    }
                }
            }
        }
    }

    private func write(_ counts: AggregateSummary.Counts, into object: inout JSONText) {
        object.member("messages", counts.messages)
        object.member("passed", counts.passed)
        object.member("failed", counts.failed)
        object.member("dkim", counts.dkim)
        object.member("spf", counts.spf)
        object.member("quarantined", counts.quarantined)
        object.member("rejected", counts.rejected)
        object.member("excused", counts.excused)
    }

    static let sentences = [
        Sentence(
            "feedback.domain", en: "messages: {1}, proved to be the domain’s: {2}, not proved: {3}; reports: {4}, from: {5}",
            fr: "messages : {1}, établis comme venant du domaine : {2}, non établis : {3} ; rapports : {4}, de : {5}",
            es: "mensajes: {1}, probados del dominio: {2}, no probados: {3}; informes: {4}, de: {5}",
            ru: "сообщений: {1}, подтверждено доменом: {2}, не подтверждено: {3}; отчётов: {4}, от: {5}",
            ar: "الرسائل: {1}، الثابت أنها من النطاق: {2}، غير الثابت: {3}؛ التقارير: {4}، من: {5}",
            zh: "消息：{1}，已证明属于该域名：{2}，未证明：{3}；报告：{4}，来自：{5}"),
        Sentence(
            "feedback.source", en: "Address", fr: "Adresse", es: "Dirección", ru: "Адрес", ar: "العنوان", zh: "地址"),
        Sentence(
            "feedback.failed", en: "Not proved", fr: "Non établis", es: "No probados", ru: "Не подтв.", ar: "غير ثابت", zh: "未证明"),
        Sentence(
            "feedback.signers", en: "Proved names", fr: "Noms établis", es: "Nombres probados", ru: "Подтверждённые имена",
            ar: "الأسماء الثابتة", zh: "已证明的名称"),
    ]
}
