internal import ArgumentParser

/// What commands that check where a mail came from take beside the mail: what the transport said of it.
struct MailToCheck: ParsableArguments {
    @Argument(help: ArgumentHelp("The mail, or - for standard input.", valueName: "file"), completion: .file()) var path: String?
    @Option(name: .long, help: ArgumentHelp("The address of the client that handed it over.", valueName: "address")) var ip: String?
    @Option(name: .long, help: ArgumentHelp("The name that the client gave in HELO or EHLO.", valueName: "name")) var helo: String?
    @Option(name: .long, help: ArgumentHelp("The return path of MAIL FROM; <> for a bounce.", valueName: "address")) var mailFrom: String?
    @Option(name: .long, help: ArgumentHelp("The recipient of RCPT TO; may be given again.", valueName: "address")) var rcptTo: [String] =
        []
    @OptionGroup var common: CommonOptions

    /// What `--submitter` is, for commands that compare it with the header.
    static let submitterHelp = ArgumentHelp("The mailbox that the client named in SUBMITTER (RFC 4405).", valueName: "address")

    /// What is asked for.
    var request: CheckRequest { CheckRequest(mail: path, ip: ip, helo: helo, mailFrom: mailFrom, rcptTo: rcptTo) }
}
