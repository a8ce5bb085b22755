internal import ArgumentParser
internal import CostModel
internal import Disclosure
internal import Documents
internal import Localization
internal import Messages
internal import Observatory
internal import PangoPages
internal import SQLiteStore
internal import Settings
internal import StudyReport
internal import Telemetry

/// `chaffinch study report`: the report of the Resolution 52 study.
struct StudyReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: HelpSentences.summary("study.report"),
        discussion: "Writes to standard output unless --output names a file. Ends with 0 when it is written, 2 when it could not be.")

    @Option(name: .long, help: ArgumentHelp("The period: 2026-Q3, 2026-07 or 2026.", valueName: "period")) var period: String?
    @Option(name: .long, help: ArgumentHelp("What it is written as: \(StudyReportCommand.formats).", valueName: "format"))
    var format = ReportFormat.html
    @Option(
        name: .long, help: ArgumentHelp("Whom it is for: \(StudyReportCommand.templates).", valueName: "template"),
        completion: .list(StudyTemplate.allCases.map(\.rawValue)))
    var template = StudyTemplate.national.rawValue
    @Option(name: [.short, .long], help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file()) var output: String?
    @Option(
        name: .long, help: ArgumentHelp("Data that --format json wrote, instead of what was counted here.", valueName: "file"),
        completion: .file())
    var data: String?
    @Option(name: .long, help: ArgumentHelp("The ledger of costs to go with it.", valueName: "file"), completion: .file()) var ledger:
        String?
    @Option(name: .long, help: ArgumentHelp("The country, by ISO 3166-1 (FR).", valueName: "code")) var country: String?
    @Option(name: .long, help: ArgumentHelp("Who answers for the study.", valueName: "name")) var organisation: String?
    @OptionGroup var common: CommonOptions

    private static var formats: String { ReportFormat.allCases.map(\.rawValue).joined(separator: ", ") }
    private static var templates: String { StudyTemplate.allCases.map(\.rawValue).joined(separator: ", ") }

    func run() async throws {
        try await Failing.awaited {
            let settings = try common.settings()
            let now = try common.time().now()
            guard let template = StudyTemplate(rawValue: template) else {
                throw CommandFailure("--template \(template): there is no such template; there are \(StudyReportCommand.templates)")
            }
            var study = try await studyData(settings)
            if let ledger { study.costs = try costs(ledger) }
            let report = StudyReport(
                study, template: template, language: common.language(settings), date: now, program: "Chaffinch \(Version.text)")
            let bytes = try written(report, study, now)
            if let output { try WholeFile.write(bytes, to: output) } else { StandardStreams.printBytes(bytes) }
        }
    }

    private func written(_ report: StudyReport, _ study: StudyData, _ now: Timestamp) throws -> [UInt8] {
        switch format {
        case .html: return HTMLPage(report.document).bytes
        case .pdf: return try PangoPages().pdf(report.document)
        case .docx:
            let document = report.document
            // All pictures are drawn before the file is made, so that a font that is missing is an error and not a gap.
            var pictures: [Drawing: [UInt8]] = [:]
            for case .figure(let figure) in document.blocks {
                pictures[figure.drawing] = try PangoPages().png(figure.drawing, in: document.language)
            }
            let drawn = pictures
            return WordFile(document) { drawn[$0] ?? [] }.bytes
        case .csv: return TidyTable(study).csv
        case .json: return study.json
        case .sdmx: return SDMXMessage(study, date: now).xml
        case .sdmxStructure: return SDMXMessage(study, date: now).structure
        case .sdmxCSV: return SDMXMessage(study, date: now).csv
        }
    }

    // MARK: Where the data comes from

    private func studyData(_ settings: Settings) async throws -> StudyData {
        guard let data else { return try await counted(settings) }
        let bytes = try FileBytes.read(data, limit: StudyLimits.dataBytes)
        var study: StudyData
        do {
            study = try StudyData(json: bytes.span)
        } catch {
            throw CommandFailure("\(data): \(error)")
        }
        // Another period of the same data: its figures stand in it as well.
        if let period { study.period = try chosen(period) }
        if let country { study.country = country }
        if let organisation { study.organisation = organisation }
        return study
    }

    private func chosen(_ text: String) throws -> StudyPeriod {
        guard let period = StudyPeriod(text) else {
            throw CommandFailure("--period \(text): write a quarter, month or year like 2026-Q3, 2026-07 or 2026")
        }
        return period
    }

    private func counted(_ settings: Settings) async throws -> StudyData {
        guard let text = period else { throw CommandFailure("which period? Give --period, for example --period 2026-Q3") }
        let period = try chosen(text)
        guard let country, country.utf8.count == 2 else {
            throw CommandFailure("which country? Give --country with two letters of ISO 3166-1, for example --country FR")
        }
        let database = try LocalState(folder: settings.stateFolder).database
        let query = StudyQuery(SQLiteSegmentStore(database), older: SQLiteAggregateStore(database))
        let counts = try await StudyGathering(query).counts(of: period)
        let organisation = organisation ?? country
        let figures = try StudyPublication(source: "\(organisation), \(period)").figures(of: counts)
        // What is told of the same counts has the same version.
        let version = StudyVersion.text(of: figures)
        return StudyData(country: country, organisation: organisation, period: period, version: version, figures: figures)
    }

    private func costs(_ path: String) throws -> StudyCosts {
        let bytes = try FileBytes.read(path, limit: LedgerLimits.fileBytes)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure("\(path): the ledger is not UTF-8; save it in UTF-8")
        }
        do {
            return StudyCosts(CostRun(try Ledger.read(text, path: path)).estimate())
        } catch {
            throw CommandFailure("\(path): the ledger has mistakes; see chaffinch cost \(path)")
        }
    }
}
