internal import ArgumentParser
internal import Authentication
internal import JSON
internal import MIME
internal import Messages
internal import Telemetry

/// `chaffinch auth stamp`: a mail with what was found of it written in front, and without what others wrote there in our name.
struct StampCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "stamp", abstract: HelpSentences.summary("auth.stamp"))

    @Option(
        name: .long, help: ArgumentHelp("The name that your server gives results under: the authserv-id.", valueName: "name")) var service:
        String
    @OptionGroup var mail: MailToCheck

    func run() async throws {
        let (fields, rest) = try await Failing.awaited {
            guard mail.path != nil else { throw CommandFailure("name the mail to stamp, or - for standard input") }
            let service = try SigningNames.service(service)
            let desk = try CheckDesk(mail.common)
            var setup = desk.setup
            // From here on the name is ours, so that nobody else may have written it.
            setup.boundary.hosts.insert(service.lowercased())
            var message = try mail.request.message(desk.settings)
            let client = try mail.request.client(of: message)
            // Straight from an outsider, no trace line in it is ours, whatever it says.
            if let address = try mail.request.address, !setup.boundary.contains(address) { message.hops = [] }
            let outcome = await AuthenticationCheck(setup, asking: desk.lookups(), at: desk.time.now()).outcome(of: message, from: client)
            let rest = AuthenticationCheck.withoutForgedResults(message, by: setup)
            return (StampCommand.fields(outcome, service, lineEnds: RawMail(rest).lineEnds), rest)
        }
        if mail.common.json {
            StandardStreams.printObject { $0.member("fields", String(decoding: fields, as: UTF8.self)) }
        } else {
            StandardStreams.printBytes(fields + rest)
        }
    }

    /// The fields to put in front, with the line ends of the mail.
    private static func fields(_ outcome: AuthenticationOutcome, _ service: String, lineEnds: RawMail.LineEnds) -> [UInt8] {
        var writer = FieldWriter()
        writer.authenticationResults(outcome.results(by: service))
        if let spf = outcome.receivedSPF(by: service) { writer.receivedSPF(spf) }
        return lineEnds == .crlf ? writer.bytes : writer.bytes.filter { $0 != 0x0D }
    }
}
