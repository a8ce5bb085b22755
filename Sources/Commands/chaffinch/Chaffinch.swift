internal import ArgumentParser
internal import Glibc

/// The way in. Commands run on the shared pool and not on the main actor: there each step of a scan would cost two changes of thread.
@main
enum Program {
    static func main() {
        // A closed pipe is an answer to a write, not a blow to the process.
        signal(SIGPIPE, SIG_IGN)
        // So is a file that may not grow (ulimit -f).
        signal(SIGXFSZ, SIG_IGN)
        Task.detached {
            await run()
            exit(0)
        }
        while true { pause() }
    }

    /// Runs the command that was asked for. What cannot be understood ends with 2, as everything that could not run does.
    private static func run() async {
        do {
            if let problem = ErrorFrame.unknownCommand(CommandLine.arguments) {
                StandardStreams.report(problem)
                exit(2)
            }
            var command = try Chaffinch.parseAsRoot()
            if var later = command as? any AsyncParsableCommand {
                try await later.run()
            } else {
                try command.run()
            }
        } catch {
            if error is ExitCode || Chaffinch.exitCode(for: error) == .success { Chaffinch.exit(withError: error) }
            StandardStreams.report(ErrorFrame.text(Chaffinch.fullMessage(for: error)))
            exit(2)
        }
    }
}

/// The program. It wires adapters to ports, reads what it is pointed at and prints; nothing is decided here.
struct Chaffinch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chaffinch",
        abstract: HelpSentences.summary("root"),
        discussion: """
            Point it at messages and read the table:

              chaffinch scan mail/ texts.jsonl
              chaffinch explain message.eml --lang fr

            Messages are e-mail files, mbox files, Maildirs, JSON lines or TSV of texts, or standard input (-).
            """,
        version: Version.text,
        subcommands: [
            ScanCommand.self, ExplainCommand.self, ServeCommand.self, QuarantineCommand.self, ReportingCommand.self, SendersCommand.self,
            TokenCommand.self,
            LearnCommand.self,
            ForgetCommand.self,
            ModelCommand.self,
            ParseCommand.self, RulesCommand.self, PolicyCommand.self,
            MeasureCommand.self, EvaluateCommand.self, StudyCommand.self, QuestionnaireCommand.self, CostCommand.self,
            SimulateCommand.self, AuthCommand.self, ConfigCommand.self, ImportCommand.self,
            DoctorCommand.self,
        ])
}

/// The version of the program.
enum Version {
    static let text = "0.1.0"
}
