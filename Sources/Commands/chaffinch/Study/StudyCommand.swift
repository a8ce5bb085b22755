internal import ArgumentParser
internal import JSON
internal import Localization
internal import Messages
internal import Observatory
internal import SQLiteStore
internal import Settings
internal import Storing
internal import Telemetry

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// `chaffinch study`: what was counted, and the report of it.
struct StudyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "study", abstract: HelpSentences.summary("study"),
        subcommands: [StudyReportCommand.self, Counts.self, StudyMeasureCommand.self], defaultSubcommand: StudyReportCommand.self)

    /// `chaffinch study counts`: any dimensions that are counted together.
    struct Counts: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("study.counts"))
        @Option(name: .long, help: ArgumentHelp("The first moment (RFC 3339); 24 hours ago when left out.", valueName: "time"))
        var from: String?
        @Option(name: .long, help: ArgumentHelp("The moment after the period; now when left out.", valueName: "time")) var to: String?
        @Option(
            name: .long,
            help: ArgumentHelp("A year, half, quarter, month or day (2026-Q3), in place of --from and --to.", valueName: "period"))
        var period: String?
        @Option(
            name: .long, help: ArgumentHelp("What to count by: \(Counts.names), separated by commas.", valueName: "list"),
            completion: .list(Dimension.offered.map { "\($0)" }))
        var by = "channel,threatClass,disposition"
        @OptionGroup var common: CommonOptions

        private static var names: String { Dimension.offered.map { "\($0)" }.joined(separator: ", ") }

        func run() async throws {
            try await Failing.awaited {
                let settings = try common.settings()
                let now = try common.time().now()
                let dimensions = try by.split(separator: ",").map(Counts.dimension)
                guard StudyTable.counting(dimensions) != nil else { throw CommandFailure(Counts.apart(by)) }
                // The hour that runs counts as well.
                let end = try moment(to, "--to") ?? Timestamp(milliseconds: now.milliseconds + 3_600_000)
                let start = try moment(from, "--from") ?? Timestamp(milliseconds: now.milliseconds - 86_400_000)
                let database = try LocalState(folder: settings.stateFolder).database
                let query = StudyQuery(SQLiteSegmentStore(database), older: SQLiteAggregateStore(database))
                let totals = try await query.traffic(by: dimensions, in: try wholePeriod() ?? Period(from: start, to: end))
                show(totals, dimensions, in: common.language(settings))
            }
        }

        private func wholePeriod() throws -> Period? {
            guard let period else { return nil }
            guard let read = Period(period) else {
                throw CommandFailure(
                    "--period \(period): write a year, half, quarter, month or day: 2026, 2026-H1, 2026-Q3, 2026-07, 2026-07-14")
            }
            return read
        }

        private static func dimension(_ name: Substring) throws -> Dimension {
            guard let dimension = Dimension.offered.first(where: { "\($0)" == name }) else {
                throw CommandFailure("--by \(name): there is no such dimension; there are \(names)")
            }
            return dimension
        }

        /// That these are not counted together, and what is.
        private static func apart(_ list: String) -> String {
            let together = StudyTable.allCases.filter { StudyTable.counting($0.dimensions) == $0 }
                .map { $0.dimensions.map { "\($0)" }.joined(separator: ",") }
            return "--by \(list): these are not counted together; choose from one of these: \(together.joined(separator: "; "))"
        }

        private func moment(_ text: String?, _ option: String) throws -> Timestamp? {
            guard let text else { return nil }
            guard let moment = Timestamp(rfc3339: text) else {
                throw CommandFailure("\(option) \(text): write a date and time like 2026-11-21T08:00:00Z")
            }
            return moment
        }

        /// The sentence that heads a dimension's column.
        static func head(of dimension: Dimension) -> String {
            switch dimension {
            case .channel: "term.channel"
            case .cell: "term.cell"
            case .direction: "term.direction"
            case .threatClass: "term.class"
            case .disposition: "term.disposition"
            case .size: "command.size"
            case .language: "term.language"
            case .origin: "command.origin"
            case .trust: "command.trust"
            case .client: "command.client"
            case .layer: "term.layer"
            case .method: "study.method"
            case .contributor: "study.contributor"
            case .verdict: "study.verdict"
            case .kind: "study.kind"
            case .source: "study.source"
            case .route: "study.route"
            case .figure: "study.figure"
            }
        }

        private func show(_ totals: [[String]: StudyCount], _ dimensions: [Dimension], in language: Language) {
            if !common.json {
                let catalogue = Catalogue(Terms.all, CommandSentences.all)
                let heads =
                    dimensions.map { catalogue.text(Counts.head(of: $0), in: language) }
                    + ["command.messages", "command.bytes"].map { catalogue.text($0, in: language) }
                let line = heads.map { Terminal.fitted($0, to: 16) }.joined()
                let terminal = Terminal.standard(environment: ProcessInfo.processInfo.environment)
                StandardStreams.printLine(terminal.styled(line, .bold))
            }
            for (values, counts) in totals.sorted(by: {
                $0.value.messages != $1.value.messages ? $0.value.messages > $1.value.messages : $0.key.joined() < $1.key.joined()
            }) {
                if common.json {
                    StandardStreams.printObject { object in
                        for (dimension, value) in zip(dimensions, values) { object.member("\(dimension)", value) }
                        object.member("messages", Int(counts.messages))
                        object.member("bytes", Int(counts.bytes))
                        object.member("observations", Int(counts.observations))
                        object.key("methods")
                        object.object { methods in
                            for method in CountMethod.allCases {
                                if let messages = counts.methods[method] { methods.member(method.rawValue, Int(messages)) }
                            }
                        }
                        object.key("contributors")
                        object.object { contributors in
                            for (name, messages) in counts.contributors.sorted(by: { $0.key < $1.key }) {
                                contributors.member(name, Int(messages))
                            }
                        }
                    }
                } else {
                    let cells = values.map { Terminal.fitted($0, to: 16) }.joined()
                    StandardStreams.printLine(cells + Terminal.fitted("\(counts.messages)", to: 16) + "\(counts.bytes)")
                }
            }
        }
    }
}

extension Dimension {
    /// What may be asked for: `figure` is of sketches and indicators, which have questions of their own.
    static let offered = allCases.filter { $0 != .figure }
}
