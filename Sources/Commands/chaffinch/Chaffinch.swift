internal import ArgumentParser
internal import Glibc

/// The way in. Commands run on the shared pool and not on the main actor: there each step of a scan would cost two changes of thread.
@main
enum Program {
    static func main() {
        Task.detached {
            await Chaffinch.main()
            exit(0)
        }
        while true { pause() }
    }
}

/// The program. It wires adapters to ports, reads what it is pointed at and prints; nothing is decided here.
struct Chaffinch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chaffinch",
        abstract: "Tells spam from ham, on every channel, and says why.",
        discussion: """
            Point it at messages and read the table:

              chaffinch scan mail/ texts.jsonl
              chaffinch explain message.eml --lang fr

            Messages are e-mail files, mbox files, Maildirs, JSON lines or TSV of texts, or standard input (-).
            """,
        version: Version.text,
        subcommands: [
            ScanCommand.self, ExplainCommand.self, LearnCommand.self, ForgetCommand.self, ModelCommand.self, ParseCommand.self,
            MeasureCommand.self, StudyCommand.self, ConfigCommand.self, DoctorCommand.self,
        ])
}

/// The version of the program.
enum Version {
    static let text = "0.1.0"
}
