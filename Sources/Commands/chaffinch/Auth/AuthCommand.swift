internal import ArgumentParser

/// `chaffinch auth`: what a message or a domain proves of who sends, and what to repair.
struct AuthCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "auth", abstract: HelpSentences.summary("auth"),
        subcommands: [
            CheckCommand.self, SPFCommand.self, SenderIDCommand.self, DKIMCommand.self, DMARCCommand.self, ARCCommand.self, CSACommand.self,
            ReverseNameCommand.self, VBRCommand.self, BATVCommand.self, BatchCommand.self, FeedbackCommand.self, LintCommand.self,
            StampCommand.self, SignCommand.self, KeygenCommand.self,
        ])
}
