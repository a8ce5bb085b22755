internal import ArgumentParser
internal import Authentication
internal import MIME
internal import Messages
internal import Settings

/// What commands that check where a mail came from take beside the mail: what the transport said of it.
struct MailToCheck: ParsableArguments {
    @Argument(help: ArgumentHelp("The mail, or - for standard input.", valueName: "file"), completion: .file()) var path: String?
    @Option(name: .long, help: ArgumentHelp("The address of the client that handed it over.", valueName: "address")) var ip: String?
    @Option(name: .long, help: ArgumentHelp("The name that the client gave in HELO or EHLO.", valueName: "name")) var helo: String?
    @Option(name: .long, help: ArgumentHelp("The return path of MAIL FROM; <> for a bounce.", valueName: "address")) var mailFrom: String?
    @Option(name: .long, help: ArgumentHelp("The recipient of RCPT TO; may be given again.", valueName: "address")) var rcptTo: [String] =
        []
    @OptionGroup var common: CommonOptions

    /// The mail, its route graded; without parts where no file is named.
    func message(_ settings: Settings) throws -> Message {
        guard let path else { return Message(channel: .email, bytes: [], parts: []) }
        return try MailToCheck.message(at: path, settings)
    }

    /// The mail of a file, its route graded.
    static func message(at path: String, _ settings: Settings) throws -> Message {
        let bytes = path == "-" ? try FileBytes.readStandardInput() : try FileBytes.read(path)
        var message = MailParser(limits: Composition.limits(settings)).parse(bytes)
        message.hops = Route.hops(of: message, boundary: Composition.boundary(settings))
        return message
    }

    /// Who handed the mail over: what the command line says, and for the rest what the mail says of itself. A file in somebody's hands came
    /// through hosts that they trust.
    func client(of message: Message) throws -> SendingClient {
        var message = message
        if let ip {
            guard let address = IPAddress(ip) else { throw CommandFailure("--ip \(ip): write an address like 192.0.2.1 or 2001:db8::1") }
            message.envelope.clientAddress = address
        }
        message.envelope.helo = helo
        var client = SendingClient(of: message, takesClaims: true)
        if let mailFrom { client.returnPath = MailToCheck.mailbox(mailFrom) }
        if !rcptTo.isEmpty { client.recipients = rcptTo.map(MailToCheck.mailbox) }
        return client
    }

    /// An address as it may stand on a command line: with angle brackets or without.
    static func mailbox(_ written: String) -> String {
        written.hasPrefix("<") && written.hasSuffix(">") ? String(written.dropFirst().dropLast()) : written
    }
}
