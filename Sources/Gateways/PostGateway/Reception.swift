internal import Forms
internal import JSON
internal import MIME
public import MailGateway
internal import Messages
internal import TextMessages

/// Makes messages of what requests say, the same as `scan` makes of files.
public struct Reception: Sendable {
    /// How much of a mail is taken, as it came.
    public var mailBytes: Int
    private let mail: MailReception

    /// A reception that reads mail in this way.
    public init(mail: MailReception) {
        self.mail = mail
        mailBytes = mail.limits.messageBytes
    }

    /// A message to be judged, and the name that the one who asks has for it.
    struct Asked: Sendable {
        var message: Message
        var identifier: String?
    }

    /// How many bytes of a request on a route are read.
    func bodyLimit(of route: Route) -> Int {
        switch route {
        // In Base64 a mail is a third longer, and as text in JSON up to six times; what is said of it takes little.
        case .reports(.take): mailBytes
        case .check(.mail), .quarantine(.hold): mailBytes / 3 * 4 + WebLimits.textBytes
        case .batch(.mail): max(mailBytes / 3 * 4, WebLimits.batchBytes)
        case .feedback: mailBytes / 3 * 4 + WebLimits.textBytes
        case .check, .akismet, .matrix, .policySign, .quarantine(.release), .quarantine(.delete): WebLimits.textBytes
        case .batch, .callEvents: WebLimits.batchBytes
        case .heldPage: WebLimits.formBytes
        case .verdict, .list, .quarantine, .health, .metrics, .description, .policyKey, .reports: 0
        }
    }

    /// The message of a request for one.
    func message(of request: WebRequest, _ kind: MessageKind, at moment: Timestamp) throws(Problem) -> Asked {
        if kind == .mail, request.mediaType == "message/rfc822" { return try mail(request, at: moment) }
        if request.mediaType == "text/plain" { return try plain(request, kind, at: moment) }
        return try message(of: try Reception.json(request), kind, pointer: "", at: moment)
    }

    /// The JSON of a request.
    static func json(_ request: WebRequest) throws(Problem) -> JSONValue {
        let value: Result<JSONValue, JSONProblem> = read(request.body)
        switch value {
        case .success(let value): return value
        case .failure(let problem): throw Problem(problem)
        }
    }

    private static func read(_ bytes: [UInt8]) -> Result<JSONValue, JSONProblem> {
        do throws(JSONProblem) { return .success(try JSONValue(bytes.span)) } catch { return .failure(error) }
    }

    /// The message that a value of JSON tells of.
    func message(of value: JSONValue, _ kind: MessageKind, pointer: String, at moment: Timestamp) throws(Problem) -> Asked {
        let fields = try JSONFields(value, at: pointer)
        return kind == .mail ? try mail(fields, at: moment) : try text(fields, kind, at: moment)
    }

    // MARK: Texts

    /// The channels of a kind of message; the first is that of a message that does not say.
    private static func channels(of kind: MessageKind) -> [Channel] {
        switch kind {
        case .mail: [.email]
        case .sms: [.sms, .mms, .rcs]
        case .im: [.im]
        case .post: [.post, .ad]
        case .call: [.voice]
        }
    }

    private func text(_ fields: JSONFields, _ kind: MessageKind, at moment: Timestamp) throws(Problem) -> Asked {
        let channels = Reception.channels(of: kind)
        var channel = channels[0]
        if let name = try fields.name("channel") {
            guard let named = channels.first(where: { $0.rawValue == name }) else {
                let names = channels.map(\.rawValue).joined(separator: ", ")
                throw .member(fields.pointer("channel"), "\"\(name)\" is none of \(names).", remedy: "Ask at the path of its kind.")
            }
            channel = named
        }
        // Of a call there need be no words.
        guard let text = try fields.bytes("text") ?? (kind == .call ? [] : nil) else {
            throw .member(fields.pointer("text"), "The member text is missing.", remedy: "Send the text of the message, a string.")
        }
        let record = TextRecord(text: text)
        var message = record.message(channel: channel, arrival: try fields.moment("time") ?? moment)
        let senders = try fields.parties("from", on: channel)
        guard senders.count <= 1 else {
            throw .member(fields.pointer("from"), "A message has one sender.", remedy: "Send one party.")
        }
        message.envelope.sender = senders.first
        message.envelope.recipients = try fields.parties("to", on: channel)
        message.envelope.clientAddress = try fields.address("client")
        if let direction = try fields.word("direction", of: Direction.self) { message.direction = direction }
        return Asked(message: message, identifier: try fields.name("id"))
    }

    /// A text that is the content itself, in UTF-8; who sent it and who gets it in the query or in header fields.
    private func plain(_ request: WebRequest, _ kind: MessageKind, at moment: Timestamp) throws(Problem) -> Asked {
        let channel = Reception.channels(of: kind)[0]
        let sender = try Reception.said("from", of: request)
        let recipient = try Reception.said("to", of: request)
        var message = TextRecord(text: request.body).message(channel: channel, arrival: moment)
        message.envelope.sender = sender.map { TextRecord.party($0, on: channel) }
        message.envelope.recipients = recipient.map { [TextRecord.party($0, on: channel)] } ?? []
        return Asked(message: message, identifier: try Reception.said("id", of: request))
    }

    /// What the query, or a header field, says beside a content that says it not itself.
    private static func said(_ name: String, of request: WebRequest) throws(Problem) -> String? {
        guard let text = request.query[name] ?? request.fields["envelope-" + name] else { return nil }
        guard text.unicodeScalars.count <= WebLimits.nameLength else {
            throw .member(name, "This has more than \(WebLimits.nameLength) characters.", remedy: "Send a shorter one.")
        }
        return text
    }

    // MARK: Mail

    /// A mail that is sent to be held.
    struct Holding: Sendable {
        /// What the transport told of it.
        var transaction: MailTransaction
        /// The message that it makes.
        var message: Message
        /// The reference of the verdict that was given on it; nothing where it is to be judged now.
        var verdict: String?
    }

    /// A mail that is sent to be held.
    func held(_ request: WebRequest, at moment: Timestamp) throws(Problem) -> Holding {
        let transaction: MailTransaction
        let verdict: String?
        if request.mediaType == "message/rfc822" {
            transaction = try self.transaction(request)
            verdict = try Reception.said("verdict", of: request)
        } else {
            let fields = try JSONFields(try Reception.json(request), at: "")
            transaction = try self.transaction(fields)
            verdict = try fields.name("verdict")
        }
        guard !transaction.recipients.isEmpty else {
            throw .member("to", "There is no recipient.", remedy: "Send to: those whom the mail is held for.")
        }
        return Holding(transaction: transaction, message: try message(of: transaction, at: moment), verdict: verdict)
    }

    /// Whether a message that came before is the mail of this transaction, in the same envelope; for whom does not matter.
    func isSame(_ message: Message, as transaction: MailTransaction) -> Bool {
        guard message.channel == .email else { return false }
        let other = mail.message(of: transaction, at: message.arrival)
        var envelope = other.envelope
        envelope.recipients = message.envelope.recipients
        return other.bytes == message.bytes && envelope == message.envelope
    }

    private func mail(_ fields: JSONFields, at moment: Timestamp) throws(Problem) -> Asked {
        Asked(message: try message(of: try transaction(fields), at: moment), identifier: try fields.name("id"))
    }

    private func transaction(_ fields: JSONFields) throws(Problem) -> MailTransaction {
        var transaction = MailTransaction()
        switch (try fields.bytes("mail"), fields["mailBase64"]) {
        case (let mail?, nil): transaction.bytes = mail
        case (nil, let encoded?):
            guard let mail = encoded.base64 else {
                throw .member(fields.pointer("mailBase64"), "This is not Base64.", remedy: "Send the mail by RFC 4648 section 4.")
            }
            transaction.bytes = mail
        default:
            throw .member(
                fields.pointer("mail"), "There has to be either mail or mailBase64.",
                remedy: "Send the whole mail, header and body, as a string in mail, or its bytes by Base64 in mailBase64.")
        }
        transaction.returnPath = try fields.name("from").map(Reception.path)
        transaction.recipients = try fields.names("to").map(Reception.path)
        transaction.clientAddress = try fields.address("client")
        transaction.clientHost = try fields.name("clientName")
        transaction.helo = try fields.name("helo")
        transaction.isEarlyTalker = try fields.flag("earlyTalker") ?? false
        transaction.account = try fields.name("account")
        return transaction
    }

    /// A mail that is the content itself, its envelope in the query or in header fields.
    private func mail(_ request: WebRequest, at moment: Timestamp) throws(Problem) -> Asked {
        Asked(message: try message(of: try transaction(request), at: moment), identifier: try Reception.said("id", of: request))
    }

    private func transaction(_ request: WebRequest) throws(Problem) -> MailTransaction {
        var transaction = MailTransaction()
        transaction.bytes = request.body
        transaction.returnPath = try Reception.said("from", of: request).map(Reception.path)
        var recipients = request.query.all("to")
        if recipients.isEmpty { recipients = request.fields["envelope-to"]?.split(separator: ",").map(Reception.trimmed) ?? [] }
        transaction.recipients = recipients.filter { $0.unicodeScalars.count <= WebLimits.nameLength }.prefix(WebLimits.recipients).map(
            Reception.path)
        if let client = try Reception.said("client", of: request) {
            guard let address = IPAddress(client) else { throw JSONFields.noAddress("client") }
            transaction.clientAddress = address
        }
        transaction.helo = try Reception.said("helo", of: request)
        switch try Reception.said("early-talker", of: request) {
        case nil, "false": break
        case "true": transaction.isEarlyTalker = true
        case let word?:
            throw .member("early-talker", "\"\(word)\" is neither true nor false.", remedy: "Send one of these, or leave it out.")
        }
        transaction.account = try Reception.said("account", of: request)
        return transaction
    }

    private func message(of transaction: MailTransaction, at moment: Timestamp) throws(Problem) -> Message {
        guard transaction.bytes.count <= mailBytes else {
            throw Problem(
                .tooLarge, "The mail has \(transaction.bytes.count) bytes, and \(mailBytes) are taken.",
                remedy: "Raise limits.message-size, or let the mail go on unjudged.")
        }
        return mail.message(of: transaction, at: moment)
    }

    /// The address of a path, without the angle brackets it may stand in.
    private static func path(_ text: String) -> String {
        text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
