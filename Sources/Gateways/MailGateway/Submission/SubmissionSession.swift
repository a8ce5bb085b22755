/// Hands one mail to a mail server by SMTP (RFC 5321): what the server says, and what it is told. A value without sockets.
///
/// Strict on both sides: the server has to speak ESMTP, a command waits for its reply, an address that could be anything but an address is not sent.
/// The mail goes out as it is, but for its line ends: the protocol has no other than CRLF (section 2.3.8). Where TLS or a login is wanted, nothing is
/// said without it, whatever the server offers.
public struct SubmissionSession: Sendable {
    /// What is handed over.
    public struct Mail: Sendable, Hashable {
        /// The return path, empty for a bounce.
        public var returnPath: String
        /// The recipients.
        public var recipients: [String]
        /// Header and body.
        public var bytes: [UInt8]

        /// A mail with its envelope.
        public init(returnPath: String, recipients: [String], bytes: [UInt8]) {
            self.returnPath = returnPath
            self.recipients = recipients
            self.bytes = bytes
        }
    }

    /// Whether a server is spoken to by TLS.
    public enum Security: Sendable, Hashable {
        /// In the clear.
        case none
        /// In the clear until TLS is agreed on (RFC 3207), and nothing of the mail before that.
        case startTLS
        /// From the first byte on (RFC 8314 section 3.3).
        case implicit
    }

    /// What is to be done next.
    public enum Step: Sendable, Hashable {
        /// Nothing yet: the reply is not whole.
        case wait
        /// These bytes are to be sent.
        case send([UInt8])
        /// The mail is to be sent, piece by piece.
        case sendContent(SMTPContent)
        /// The connection goes on by TLS, and then `secured()` says what is to be sent.
        case secure
        /// The server has taken the mail, or has not; this is to be sent, and the connection to be closed.
        case end(Outcome, farewell: [UInt8])
    }

    /// What came of it.
    public enum Outcome: Sendable, Hashable {
        /// The mail is the server's, for all recipients but those refused, each with the reply.
        case taken(refused: [Refusal])
        /// It is not, for anybody.
        case refused(String)
    }

    /// A recipient that the server does not take.
    public struct Refusal: Sendable, Hashable {
        /// The recipient.
        public var recipient: String
        /// What the server said.
        public var reply: String

        /// A recipient who was refused with a reply.
        public init(recipient: String, reply: String) {
            self.recipient = recipient
            self.reply = reply
        }
    }

    private enum State {
        case greeting, hello, startTLS, login, sender, recipient(Int), data, content, over
    }

    private let name: String
    private let mail: Mail
    private let credentials: SMTPCredentials?
    /// Whether TLS is still to be agreed on.
    private var awaitsTLS: Bool
    private let security: Security
    private var reader = SMTPReplyReader()
    private var state = State.greeting
    /// What the server can do: each keyword with its parameters.
    private var extensions: [String: Set<String>] = [:]
    private var refused: [Refusal] = []

    /// A session that hands a mail over in the name of a host; where it is by TLS from the first byte on, that has begun.
    public init(_ mail: Mail, as name: String, security: Security = .none, credentials: SMTPCredentials? = nil) {
        self.mail = mail
        self.name = name
        self.security = security
        self.credentials = credentials
        awaitsTLS = security == .startTLS
    }

    /// What keeps a mail from being sent to anybody; nothing where it can be.
    public static func problem(with mail: Mail) -> String? {
        if mail.recipients.isEmpty { return "there is no recipient" }
        if !mail.returnPath.isEmpty, !isAddress(mail.returnPath) { return "its return path is no address" }
        return mail.recipients.allSatisfy(isAddress) ? nil : "one of its recipients is no address"
    }

    /// Whether a text can stand between angle brackets: nothing in it ends them, or the line, and blanks stand inside quotes alone.
    static func isAddress(_ text: String) -> Bool {
        guard !text.isEmpty, text.utf8.count <= MailTransaction.pathBytes else { return false }
        var isQuoted = false
        var isEscaped = false
        for byte in text.utf8 {
            if byte < 0x20 || byte == 0x7F { return false }
            if isEscaped {
                isEscaped = false
            } else if isQuoted, byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if !isQuoted, byte == 0x20 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") {
                return false
            }
        }
        return !isQuoted && !isEscaped
    }

    /// What is to be done after bytes of the server.
    public mutating func receive(_ bytes: some Collection<UInt8>) -> Step {
        let reply: SMTPReply?
        do throws(SMTPReplyReader.Problem) {
            reply = try reader.append(bytes)
        } catch {
            return end(.refused("the server does not speak SMTP: \(error)"))
        }
        guard let reply else { return .wait }
        return step(after: reply)
    }

    /// What is to be sent once the connection goes on by TLS: all that was said before is forgotten (RFC 3207 section 4.2).
    public mutating func secured() -> [UInt8] {
        awaitsTLS = false
        extensions = [:]
        reader = SMTPReplyReader()
        state = .hello
        return line("EHLO \(name)")
    }

    private mutating func step(after reply: SMTPReply) -> Step {
        switch state {
        case .greeting:
            guard reply.code == 220 else { return refusal(reply) }
            state = .hello
            return command("EHLO \(name)")
        case .hello:
            guard reply.code == 250 else { return refusal(reply) }
            note(reply.lines.dropFirst())
            return begin()
        case .startTLS:
            guard reply.code == 220 else { return refusal(reply) }
            // Somebody on the way said it, for us to take it for what comes by TLS (RFC 3207 section 6).
            guard !reader.leftSomething else { return end(.refused("something was said in the clear behind the consent to TLS")) }
            return .secure
        case .login:
            // What a server says now may be what it was told: the password.
            guard reply.code == 235 else { return end(.refused("the server lets nobody log in (\(reply.code))")) }
            return sender()
        case .sender:
            guard reply.isGood else { return refusal(reply) }
            state = .recipient(0)
            return recipient(0)
        case .recipient(let index):
            if !reply.isGood { refused.append(Refusal(recipient: mail.recipients[index], reply: reply.text)) }
            guard index + 1 < mail.recipients.count else {
                guard refused.count < mail.recipients.count else { return end(.refused(refused[0].reply)) }
                state = .data
                return command("DATA")
            }
            state = .recipient(index + 1)
            return recipient(index + 1)
        case .data:
            guard reply.code == 354 else { return refusal(reply) }
            state = .content
            return .sendContent(SMTPContent(mail.bytes))
        case .content:
            guard reply.isGood else { return refusal(reply) }
            return end(.taken(refused: refused))
        case .over: return .wait
        }
    }

    private mutating func note(_ lines: ArraySlice<String>) {
        for line in lines {
            let words = line.split(separator: " ").map { $0.uppercased() }
            if let keyword = words.first { extensions[keyword, default: []].formUnion(words.dropFirst()) }
        }
    }

    /// What comes before the mail: TLS, and a login, where they are wanted.
    private mutating func begin() -> Step {
        if awaitsTLS {
            guard extensions["STARTTLS"] != nil else { return end(.refused("the server does not offer STARTTLS")) }
            state = .startTLS
            return command("STARTTLS")
        }
        guard let credentials else { return sender() }
        guard security != .none else { return end(.refused("no password goes out in the clear")) }
        guard extensions["AUTH"]?.contains("PLAIN") == true else { return end(.refused("the server does not offer AUTH PLAIN")) }
        state = .login
        return command("AUTH PLAIN \(credentials.plain)")
    }

    private mutating func sender() -> Step {
        state = .sender
        var words = ["MAIL FROM:<\(mail.returnPath)>"]
        if extensions["SIZE"] != nil { words.append("SIZE=\(mail.bytes.count)") }
        if extensions["8BITMIME"] != nil { words.append("BODY=8BITMIME") }
        if (mail.recipients + [mail.returnPath]).contains(where: { $0.utf8.contains { $0 >= 0x80 } }) {
            guard extensions["SMTPUTF8"] != nil else { return end(.refused("the server takes no addresses in other scripts (SMTPUTF8)")) }
            words.append("SMTPUTF8")
        }
        return command(words.joined(separator: " "))
    }

    private func recipient(_ index: Int) -> Step { command("RCPT TO:<\(mail.recipients[index])>") }

    private func command(_ text: String) -> Step { .send(line(text)) }

    private func line(_ text: String) -> [UInt8] { Array((text + "\r\n").utf8) }

    private mutating func refusal(_ reply: SMTPReply) -> Step { end(.refused(reply.text)) }

    private mutating func end(_ outcome: Outcome) -> Step {
        state = .over
        return .end(outcome, farewell: Array("QUIT\r\n".utf8))
    }

    /// The mail as it stands behind DATA, as a whole.
    static func content(_ mail: [UInt8]) -> [UInt8] { Array(SMTPContent(mail).joined()) }

    /// The mail with CRLF for every line end, a lone CR or LF too: the lines that the server will see.
    static func canonical(_ mail: [UInt8]) -> [UInt8] {
        var lines: [UInt8] = []
        lines.reserveCapacity(mail.count + mail.count / 32)
        var index = 0
        while index < mail.count {
            let byte = mail[index]
            index += 1
            guard byte == 0x0D || byte == 0x0A else {
                lines.append(byte)
                continue
            }
            if byte == 0x0D, index < mail.count, mail[index] == 0x0A { index += 1 }
            lines += [0x0D, 0x0A]
        }
        return lines
    }
}
