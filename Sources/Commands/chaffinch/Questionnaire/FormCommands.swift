internal import ArgumentParser
internal import JSON
internal import Localization
internal import Messages
internal import Observatory
internal import Questionnaire
internal import SQLiteStore
internal import Settings
internal import Storing
internal import Telemetry

extension QuestionnaireCommand {
    /// `chaffinch questionnaire export`: the questionnaire as an XLSForm.
    struct ExportCommand: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "export", abstract: HelpSentences.summary("questionnaire.export"))
        @Option(name: .long, help: roundHelp) var round: String
        @Option(name: .long, help: sectionsHelp) var sections: String?
        @Option(name: .long, help: ArgumentHelp("The file to write (.xlsx); standard output otherwise.", valueName: "file")) var out:
            String?
        @OptionGroup var common: CommonOptions

        func run() throws {
            try Failing.reported {
                let language = common.language(try common.settings())
                let form = XLSForm(instrument, round: round, sections: try QuestionnaireCommand.sections(sections), opensIn: language)
                try put(form.bytes, out)
            }
        }
    }

    /// `chaffinch questionnaire form`: the questionnaire as a page that works without a network.
    struct FormCommand: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "form", abstract: HelpSentences.summary("questionnaire.form"))
        @Option(name: .long, help: roundHelp) var round: String
        @Option(name: .long, help: sectionsHelp) var sections: String?
        @Option(name: .long, help: ArgumentHelp("Whose answers so far are filled in; needs --folder.", valueName: "code"))
        var respondent: String?
        @Option(name: .long, help: folderHelp, completion: .directory) var folder: String?
        @Option(name: .long, help: ArgumentHelp("The file to write (.html); standard output otherwise.", valueName: "file")) var out:
            String?
        @OptionGroup var common: CommonOptions

        func run() throws {
            try Failing.reported {
                let language = common.language(try common.settings())
                var response: Response?
                if let respondent {
                    guard let folder else { throw CommandFailure("--respondent \(respondent): say with --folder where the answers are") }
                    response = try ResponseFolder(path: folder).one(respondent)
                }
                let form = OfflineForm(
                    instrument, round: round, response: response, sections: try QuestionnaireCommand.sections(sections), opensIn: language)
                try put(form.bytes, out)
            }
        }
    }

    /// `chaffinch questionnaire import`: takes in what came back.
    struct ImportCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import", abstract: HelpSentences.summary("questionnaire.import"),
            discussion: "Ends with 0 when everything was taken, 1 when something was left out, 2 when it could not run.")
        @Argument(help: "Files that forms saved, or submissions of an XLSForm: JSON, CSV or XML.", completion: .file()) var files: [String]
        @Option(name: .long, help: folderHelp, completion: .directory) var folder: String
        @Option(name: .long, help: roundHelp) var round: String
        @Option(name: .long, help: ArgumentHelp("Whose answers they are; else the forms say it.", valueName: "code")) var respondent:
            String?
        @Option(name: .long, help: ArgumentHelp("The party that filled in the sections it was given.", valueName: "name")) var party:
            String?
        @OptionGroup var common: CommonOptions

        func run() throws {
            let hasProblems = try Failing.reported {
                let language = common.language(try common.settings())
                let time = try common.time().now()
                let store = ResponseFolder(path: folder)
                var (responses, problems) = (try store.all(), [FormProblem]())
                var (forms, answers, repeated) = (0, 0, 0)
                for file in files {
                    let bytes = try FileBytes.read(file, limit: FormLimits.fileBytes + 1)
                    let outcome = FormImport(instrument, round: round)
                        .read(bytes, path: file, respondent: respondent, party: party, into: responses)
                    problems += outcome.problems
                    (forms, answers, repeated) = (forms + outcome.forms, answers + outcome.answers, repeated + outcome.repeated)
                    for (code, response) in outcome.responses.sorted(by: { $0.key < $1.key }) {
                        let changed = try party.map { try takingBack(response, from: $0, at: time) } ?? response
                        try store.keep(changed)
                        responses[code] = changed
                    }
                }
                say(problems, [forms, answers, repeated], in: language)
                return !problems.isEmpty
            }
            if hasProblems { throw ExitCode(1) }
        }

        /// What a party sends back is back.
        private func takingBack(_ response: Response, from party: String, at time: Timestamp) throws -> Response {
            var response = response
            for (section, delegation) in response.delegations.sorted(by: { $0.key < $1.key })
            where delegation.party == party && !delegation.isBack {
                try response.take(.takeBack(section: section), by: party, at: "\(time)", in: instrument)
            }
            return response
        }

        private func say(_ problems: [FormProblem], _ counts: [Int], in language: Language) {
            if common.json {
                StandardStreams.printObject { object in
                    object.member("forms", counts[0])
                    object.member("answers", counts[1])
                    object.member("repeated", counts[2])
                    object.key("problems")
                    object.list { list in
                        for problem in problems {
                            list.object { entry in
                                entry.member("file", problem.path)
                                if let line = problem.line { entry.member("line", line) }
                                entry.member("field", problem.field)
                                entry.member("message", problem.message)
                            }
                        }
                    }
                }
                return
            }
            for problem in problems { StandardStreams.printLine(Terminal.safe("\(problem)")) }
            StandardStreams.printLine(
                catalogue.text("questionnaire.imported", in: language, counts.map { "\($0)" } + ["\(problems.count)"]))
        }
    }

    /// `chaffinch questionnaire prefill`: what was counted, as answers to be checked.
    struct PrefillCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "prefill", abstract: HelpSentences.summary("questionnaire.prefill"))
        @Argument(help: "The respondent's code.") var respondent: String
        @Option(name: .long, help: folderHelp, completion: .directory) var folder: String
        @Option(name: .long, help: roundHelp) var round: String
        @Option(name: .long, help: ArgumentHelp("The first moment (RFC 3339).", valueName: "time")) var from: String
        @Option(name: .long, help: ArgumentHelp("The moment after the period (RFC 3339).", valueName: "time")) var to: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let settings = try common.settings()
                guard let start = Timestamp(rfc3339: from), let end = Timestamp(rfc3339: to), start < end else {
                    throw CommandFailure("--from \(from) --to \(to): write dates and times like 2026-07-01T00:00:00Z, the earlier first")
                }
                let database = try LocalState(folder: settings.stateFolder).database
                let query = StudyQuery(SQLiteSegmentStore(database), older: SQLiteAggregateStore(database))
                let totals = try await query.traffic(
                    by: [.channel, .threatClass, .disposition, .direction], in: Period(from: start, to: end))
                let counts = totals.map { key, counts in
                    CountedMessages(
                        channel: key[0], threatClass: key[1], disposition: key[2], direction: key[3], messages: Double(counts.messages))
                }
                let known = PrefilledAnswer.answers(to: instrument, from: counts, source: "chaffinch, \(from) - \(to)")
                let kept = ResponseFolder(path: folder)
                var response = try kept.all()[respondent] ?? Response(instrument, round: round, respondent: respondent)
                guard FormImport.isCode(respondent) else {
                    throw CommandFailure("'\(respondent)': give letters, digits and '-', at most 64")
                }
                guard response.state.isOpen else {
                    throw CommandFailure("\(respondent): the response is \(response.state.rawValue); return it first")
                }
                response.prefill(known, in: instrument)
                try kept.keep(response)
                let filled = response.answers.values.count(where: \.isPrefilled)
                if common.json {
                    StandardStreams.printObject { $0.member("prefilled", filled) }
                } else {
                    let language = common.language(settings)
                    StandardStreams.printLine(catalogue.text("questionnaire.prefilled", in: language, ["\(filled)"]))
                }
            }
        }
    }
}
