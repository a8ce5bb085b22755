internal import ArgumentParser
internal import JSON

/// `chaffinch auth check`: everything that a mail can prove of where it came from.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "check", abstract: HelpSentences.summary("auth.check"))

    @OptionGroup var mail: MailToCheck
    @Option(name: .long, help: MailToCheck.submitterHelp) var submitter: String?
    @Option(
        name: .long, help: ArgumentHelp("Write the answers to this file, for --dns to give them again.", valueName: "file"),
        completion: .file())
    var record: String?

    func run() async throws {
        let run = try await Failing.awaited {
            guard mail.path != nil else { throw CommandFailure("name the mail to check, or - for standard input") }
            return try await CheckRun(mail, submitter: submitter, record: record)
        }
        if mail.common.json {
            StandardStreams.printObject { object in
                object.member("path", mail.path)
                CheckJSON(run: run).write(into: &object)
            }
        } else {
            for line in CheckPage(run: run).lines { StandardStreams.printLine(line) }
        }
    }
}
