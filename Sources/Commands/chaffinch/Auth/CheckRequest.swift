internal import Authentication
internal import MIME
internal import Messages
internal import Settings

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A mail to check and what the transport said of it, as a command line or a line of JSON has them.
struct CheckRequest: Decodable {
    /// The file of the mail, `-` for standard input; nothing where only the transport's words are checked.
    var mail: String?
    /// The address of the client that handed it over.
    var ip: String?
    /// The name that the client gave in HELO or EHLO.
    var helo: String?
    /// The return path of MAIL FROM, `<>` for a bounce.
    var mailFrom: String?
    /// The mailbox of SUBMITTER, as it is or as the parameter has it: `SUBMITTER=a+2Bb@c.example` (RFC 4405 section 4.1).
    var submitter: String?
    /// The recipients of RCPT TO.
    var rcptTo: [String]?

    /// The requests of a file with a JSON object on each line; other members than these are passed over, and so are blank lines.
    static func requests(in bytes: [UInt8], path: String) throws -> [CheckRequest] {
        let decoder = JSONDecoder()
        var requests: [CheckRequest] = []
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            guard let request = try? decoder.decode(CheckRequest.self, from: Data(line)) else {
                throw CommandFailure(
                    "\(path):\(index + 1): write an object like {\"mail\": \"a.eml\", \"ip\": \"192.0.2.1\", \"helo\": \"a.example\", \"mailFrom\": \"b@c.example\"}"
                )
            }
            requests.append(request)
        }
        return requests
    }

    /// The mail, its route graded; without parts where no file is named.
    func message(_ settings: Settings) throws -> Message {
        guard let mail else { return Message(channel: .email, bytes: [], parts: []) }
        return try CheckRequest.message(at: mail, settings)
    }

    /// The mail of a file, its route graded.
    static func message(at path: String, _ settings: Settings) throws -> Message {
        let bytes = path == "-" ? try FileBytes.readStandardInput() : try FileBytes.read(path)
        if MailboxFile.isMailbox(bytes.span), try !MailboxReader(ByteWindow(bytes)).isSingle {
            throw CommandFailure("\(path): it is a mailbox of several mails; name the file of one")
        }
        var message = MailParser(limits: Composition.limits(settings)).parse(bytes)
        message.hops = Route.hops(of: message, boundary: Composition.boundary(settings))
        return message
    }

    /// Who handed the mail over: what is said here, and for the rest what the mail says of itself. A file in somebody's hands came through
    /// hosts that they trust.
    func client(of message: Message) throws -> SendingClient {
        var message = message
        message.envelope.clientAddress = try address
        message.envelope.helo = helo
        var client = SendingClient(of: message, takesClaims: true)
        if let mailFrom { client.returnPath = CheckRequest.mailbox(mailFrom) }
        client.submitter = try submittingMailbox
        if let rcptTo, !rcptTo.isEmpty { client.recipients = rcptTo.map(CheckRequest.mailbox) }
        return client
    }

    /// The address of the client, where it is said.
    var address: IPAddress? {
        get throws {
            guard let ip else { return nil }
            guard let address = IPAddress(ip) else { throw CommandFailure("--ip \(ip): write an address like 192.0.2.1 or 2001:db8::1") }
            return address
        }
    }

    /// The mailbox of SUBMITTER, where it is said.
    private var submittingMailbox: String? {
        get throws {
            guard let submitter else { return nil }
            let parameter = "SUBMITTER="
            let isParameter = submitter.prefix(parameter.count).uppercased() == parameter
            let mailbox = isParameter ? Submitter.mailbox(submitter.dropFirst(parameter.count)) : CheckRequest.mailbox(submitter)
            guard let mailbox, let at = mailbox.lastIndex(of: "@"), at > mailbox.startIndex, mailbox.index(after: at) < mailbox.endIndex
            else {
                throw CommandFailure(
                    "--submitter \(submitter): write an address like ann@example.org, or the parameter as it came: SUBMITTER=...")
            }
            return mailbox
        }
    }

    /// An address as it may be written: with angle brackets or without.
    static func mailbox(_ written: String) -> String {
        written.hasPrefix("<") && written.hasSuffix(">") ? String(written.dropFirst().dropLast()) : written
    }
}
