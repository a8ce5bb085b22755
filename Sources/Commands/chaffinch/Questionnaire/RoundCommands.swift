internal import ArgumentParser
internal import Disclosure
internal import JSON
internal import Localization
internal import Observatory
internal import Questionnaire

extension QuestionnaireCommand {
    /// `chaffinch questionnaire aggregate`: what may be published of all respondents together.
    struct AggregateCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "aggregate", abstract: HelpSentences.summary("questionnaire.aggregate"),
            discussion: "Only approved and published responses count. A figure that is not published is never shown as zero.")
        @Option(name: .long, help: folderHelp, completion: .directory) var folder: String
        @OptionGroup var common: CommonOptions

        func run() throws {
            try Failing.reported {
                let language = common.language(try common.settings())
                let aggregate = try Aggregate(Array(ResponseFolder(path: folder).all().values), of: instrument)
                for table in aggregate.tables {
                    for cell in table.release.published.cells { show(cell, table, in: language) }
                }
                guard !common.json else { return }
                let hidden = aggregate.tables.reduce(0) { $0 + $1.release.published.cells.count { $0.isSuppressed } }
                StandardStreams.printLine(
                    catalogue.text("questionnaire.aggregated", in: language, ["\(aggregate.respondents)", "\(hidden)"]))
            }
        }

        private func show(_ cell: PublishedCell, _ table: Aggregate.Table, in language: Language) {
            guard common.json else {
                let number = cell.number.map { JSONText.fixed($0, digits: $0 == $0.rounded() ? 0 : 3) }
                let said = number ?? catalogue.text("questionnaire.hidden", in: language)
                return StandardStreams.printLine("\(Terminal.fitted("\(cell.key)", to: 40))\(said)")
            }
            StandardStreams.printObject { object in
                object.member("code", cell.key.codes[0])
                object.member("role", cell.key.codes[1])
                object.member("is", table.isSum ? "sum" : cell.kind == .frequency ? "count" : "mean")
                object.key("value")
                if let number = cell.number { object.value(number, digits: 3) } else { object.null() }
                object.member("obsStatus", cell.observationStatus)
                object.member("confStatus", cell.confidentialityStatus)
                object.member("method", cell.method.method.rawValue)
                object.member("source", cell.method.source)
                if let coverage = cell.method.coverage { object.member("coverage", coverage, digits: 3) }
            }
        }
    }

    /// `chaffinch questionnaire compare`: what changed since the round before, of what was published of both.
    struct CompareCommand: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "compare", abstract: HelpSentences.summary("questionnaire.compare"))
        @Option(name: .long, help: folderHelp, completion: .directory) var folder: String
        @Option(name: .long, help: ArgumentHelp("The folder of the round before.", valueName: "folder"), completion: .directory)
        var last: String
        @OptionGroup var common: CommonOptions

        func run() throws {
            try Failing.reported {
                let language = common.language(try common.settings())
                let (now, before) = try (aggregate(folder), aggregate(last))
                for line in RoundComparison(now, with: before).lines where line.now != nil || line.before != nil {
                    guard !common.json else {
                        StandardStreams.printObject { object in
                            object.member("code", line.key.codes[0])
                            object.member("role", line.key.codes[1])
                            for (name, value) in [("before", line.before), ("now", line.now), ("percent", line.percent)] {
                                object.key(name)
                                if let value { object.value(value, digits: 3) } else { object.null() }
                            }
                        }
                        continue
                    }
                    let hidden = catalogue.text("questionnaire.hidden", in: language)
                    let figures = [line.before, line.now].map {
                        Terminal.fitted($0.map { JSONText.fixed($0, digits: 0) } ?? hidden, to: 18)
                    }
                    let change = line.percent.map { "\($0 > 0 ? "+" : "")\(JSONText.fixed($0, digits: 1)) %" } ?? ""
                    StandardStreams.printLine("\(Terminal.fitted("\(line.key)", to: 40))\(figures.joined())\(change)")
                }
            }
        }

        private func aggregate(_ folder: String) throws -> Aggregate {
            try Aggregate(Array(ResponseFolder(path: folder).all().values), of: instrument)
        }
    }
}
