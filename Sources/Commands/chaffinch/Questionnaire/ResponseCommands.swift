internal import ArgumentParser
internal import JSON
internal import Localization
internal import Questionnaire
internal import Telemetry

extension QuestionnaireCommand {
    /// What is said of one respondent.
    struct OneResponse: ParsableArguments {
        @Argument(help: "The respondent's code.") var respondent: String
        @Option(name: .long, help: folderHelp, completion: .directory) var folder: String
        @OptionGroup var common: CommonOptions

        /// Takes a step with the response and keeps it.
        func take(_ step: Response.Step, by person: String) throws {
            try Failing.reported {
                let language = common.language(try common.settings())
                let store = ResponseFolder(path: folder)
                var response = try store.one(respondent)
                try response.take(step, by: person, at: "\(try common.time().now())", in: instrument)
                try store.keep(response)
                let state = response.state.rawValue
                if common.json {
                    StandardStreams.printObject { object in
                        object.member("respondent", response.respondent)
                        object.member("state", state)
                    }
                } else {
                    let name = catalogue.text("questionnaire.state.\(state)", in: language)
                    StandardStreams.printLine(catalogue.text("questionnaire.now", in: language, [response.respondent, name]))
                }
            }
        }
    }

    /// `chaffinch questionnaire check`: what should be asked about the answers.
    struct CheckCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: HelpSentences.summary("questionnaire.check"),
            discussion: "Questions block nothing: it ends with 0 whether there are any or not, 2 when it could not run.")
        @OptionGroup var one: OneResponse
        @Option(name: .long, help: ArgumentHelp("The folder of the round before.", valueName: "folder"), completion: .directory)
        var last: String?

        func run() throws {
            try Failing.reported {
                let language = one.common.language(try one.common.settings())
                let response = try ResponseFolder(path: one.folder).one(one.respondent)
                let before = try last.flatMap { try ResponseFolder(path: $0).all()[one.respondent] }
                let queries = AnswerReview(instrument).queries(on: response, last: before)
                let asked = instrument.questions.filter(response.asks)
                let answered = asked.count { response.answers[$0.code] != nil }
                let missing = asked.count { response.answers[$0.code]?.content == .notAvailable }
                guard !one.common.json else {
                    StandardStreams.printObject { object in
                        object.member("asked", asked.count)
                        object.member("answered", answered)
                        object.member("notAvailable", missing)
                        object.key("questions")
                        object.list { list in
                            for query in queries {
                                list.object { entry in
                                    entry.member("code", query.code)
                                    entry.member("kind", query.kind.rawValue)
                                    entry.member("text", catalogue.text(query.statement, in: language, isolation: .never))
                                }
                            }
                        }
                    }
                    return
                }
                for query in queries { StandardStreams.printLine(Terminal.safe(catalogue.text(query.statement, in: language))) }
                let counts = [answered, asked.count, missing, queries.count].map { "\($0)" }
                StandardStreams.printLine(catalogue.text("questionnaire.checked", in: language, counts))
            }
        }
    }

    /// `chaffinch questionnaire delegate`: gives sections to another party, or takes them back.
    struct DelegateCommand: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "delegate", abstract: HelpSentences.summary("questionnaire.delegate"))
        @OptionGroup var one: OneResponse
        @Argument(help: "The section's letter.") var section: String
        @Option(name: .long, help: ArgumentHelp("Who fills it in; taken back when left out.", valueName: "name")) var to: String?
        @Option(name: .long, help: byHelp) var by: String

        func run() throws {
            try one.take(to.map { .delegate(section: section, party: $0) } ?? .takeBack(section: section), by: by)
        }
    }

    /// `chaffinch questionnaire submit`: hands a response in.
    struct SubmitCommand: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "submit", abstract: HelpSentences.summary("questionnaire.submit"))
        @OptionGroup var one: OneResponse
        @Option(name: .long, help: byHelp) var by: String

        func run() throws { try one.take(.submit, by: by) }
    }

    /// `chaffinch questionnaire review`: takes a response up, or sends it back with a question.
    struct ReviewCommand: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "review", abstract: HelpSentences.summary("questionnaire.review"))
        @OptionGroup var one: OneResponse
        @Option(name: .long, help: byHelp) var by: String
        @Option(name: .customLong("return"), help: ArgumentHelp("Sends it back with this question.", valueName: "text")) var note: String?

        func run() throws { try one.take(note.map { .giveBack(note: $0) } ?? .review, by: by) }
    }

    /// `chaffinch questionnaire approve`: finds a response good, or lets it enter published figures.
    struct ApproveCommand: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "approve", abstract: HelpSentences.summary("questionnaire.approve"))
        @OptionGroup var one: OneResponse
        @Option(name: .long, help: byHelp) var by: String
        @Flag(name: .long, help: "It was approved and enters published figures now.") var publish = false

        func run() throws { try one.take(publish ? .publish : .approve, by: by) }
    }

    /// `chaffinch questionnaire readiness`: how ready a country is by its own answers, and what to do next.
    struct ReadinessCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "readiness", abstract: HelpSentences.summary("questionnaire.readiness"))
        @OptionGroup var one: OneResponse

        func run() throws {
            try Failing.reported {
                let language = one.common.language(try one.common.settings())
                let readiness = Readiness(try ResponseFolder(path: one.folder).one(one.respondent))
                guard !one.common.json else {
                    StandardStreams.printObject { object in
                        object.key("share")
                        if let share = readiness.share { object.value(share, digits: 3) } else { object.null() }
                        object.key("items")
                        object.list { list in
                            for item in readiness.items {
                                list.object { entry in
                                    entry.member("code", item.code)
                                    entry.member("level", item.level.rawValue)
                                    entry.member("title", item.title[language])
                                    entry.member("next", item.level == .inPlace ? nil : item.nextStep[language])
                                }
                            }
                        }
                    }
                    return
                }
                for item in readiness.items {
                    let level = catalogue.text("readiness.level.\(item.level.rawValue)", in: language)
                    StandardStreams.printLine("\(Terminal.fitted(level, to: 12))\(item.title[language])")
                    if item.level != .inPlace { StandardStreams.printLine(String(repeating: " ", count: 12) + item.nextStep[language]) }
                }
                if let share = readiness.share {
                    StandardStreams.printLine(catalogue.text("questionnaire.ready", in: language, [JSONText.fixed(share * 100, digits: 0)]))
                }
            }
        }
    }

    /// `chaffinch questionnaire ledger`: the answers as a ledger for `chaffinch cost`.
    struct LedgerCommand: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "ledger", abstract: HelpSentences.summary("questionnaire.ledger"))
        @OptionGroup var one: OneResponse
        @Option(name: .long, help: ArgumentHelp("The file to write (.yaml); standard output otherwise.", valueName: "file")) var out:
            String?

        func run() throws {
            try Failing.reported {
                let response = try ResponseFolder(path: one.folder).one(one.respondent)
                guard let feed = CostFeed(response, in: instrument) else {
                    throw CommandFailure(
                        "\(one.respondent): the country (A3), the currency (A9) or the year of prices (A10) is not answered")
                }
                try put(Array(feed.yaml.utf8), out)
            }
        }
    }
}
