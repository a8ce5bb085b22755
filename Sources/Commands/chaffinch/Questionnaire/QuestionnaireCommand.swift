internal import ArgumentParser
internal import Localization
internal import Questionnaire

/// `chaffinch questionnaire`: what the study asks, and what becomes of the answers.
struct QuestionnaireCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "questionnaire", abstract: HelpSentences.summary("questionnaire"),
        discussion: """
            Answers are kept in a folder, a file a respondent. A round goes so:

              chaffinch questionnaire form --round 2026 --out form.html
              chaffinch questionnaire import returned.json --folder round-2026 --round 2026
              chaffinch questionnaire check XX-1 --folder round-2026
              chaffinch questionnaire submit XX-1 --folder round-2026 --by Amina
              chaffinch questionnaire review XX-1 --folder round-2026 --by Boris
              chaffinch questionnaire approve XX-1 --folder round-2026 --by Boris
              chaffinch questionnaire aggregate --folder round-2026
            """,
        subcommands: [
            ExportCommand.self, FormCommand.self, ImportCommand.self, PrefillCommand.self, CheckCommand.self, DelegateCommand.self,
            SubmitCommand.self, ReviewCommand.self, ApproveCommand.self, AggregateCommand.self, CompareCommand.self,
            ReadinessCommand.self, LedgerCommand.self,
        ])

    static let instrument = Instrument.resolution52
    static let catalogue = Catalogue(
        Terms.all, QuestionnaireSentences.all, AnswerReview.sentences, Readiness.sentences, FormSentences.all)

    static let folderHelp = ArgumentHelp("The folder of the round's answers, a file a respondent.", valueName: "folder")
    static let roundHelp = ArgumentHelp("The round, such as 2026.", valueName: "name")
    static let byHelp = ArgumentHelp("Who does it.", valueName: "name")
    static let sectionsHelp = ArgumentHelp("Only these sections, separated by commas: A to L.", valueName: "letters")

    /// The letters of sections, or nothing for all.
    static func sections(_ text: String?) throws -> [String]? {
        guard let letters = text?.split(separator: ",").map(String.init) else { return nil }
        let known = instrument.sections.map(\.code)
        for letter in letters where !known.contains(letter) {
            throw CommandFailure("--sections \(letter): there is no such section; there are \(known.joined(separator: ", "))")
        }
        return letters
    }

    /// Writes a file where `--out` says, or to standard output.
    static func put(_ bytes: [UInt8], _ path: String?) throws {
        if let path { try WholeFile.write(bytes, to: path) } else { StandardStreams.printBytes(bytes) }
    }
}
