public import Filter
public import MIME
private import Messages
public import Milter

/// One connection of a mail server: what it says, and what it is answered. Any number of mails, one after the other.
public struct MilterSession: Sendable {
    /// What is to be done after a command.
    public enum Step: Sendable, Hashable {
        /// Nothing: the server awaits no answer.
        case silence
        /// The answer.
        case answer([MilterReply])
        /// The mail is whole: it is to be judged, and then `replies(to:)` says the answer.
        case judge(MailTransaction)
        /// The mail is whole and was let go: it cannot be judged, and then `replies(whenUnable:)` says the answer.
        case unable
        /// The server is done.
        case close
    }

    /// Why a session ends early.
    public enum Problem: Error, Sendable, Hashable {
        /// A command came before the two had agreed on anything.
        case notNegotiated
        /// The server's version is too old for what is needed.
        case version(UInt32)
    }

    /// How the session goes about.
    public struct Options: Sendable {
        /// The name that our results are given under (RFC 8601 section 2.5).
        public var service: String
        /// Our own hosts: results in their name that come from outside are taken out.
        public var boundary: TrustBoundary
        /// How many bytes of a mail are kept.
        public var messageBytes: Int
        /// Whether a recipient for whom a mail is refused is taken out of it where others get it: nobody learns of that.
        public var dropsRefused: Bool

        /// Options.
        public init(service: String, boundary: TrustBoundary, messageBytes: Int, dropsRefused: Bool = false) {
            self.service = service
            self.boundary = boundary
            self.messageBytes = messageBytes
            self.dropsRefused = dropsRefused
        }
    }

    /// The oldest version that can be spoken: what Sendmail 8.13 and Postfix 2.3 have.
    static let oldestVersion: UInt32 = 2
    /// The newest version that is spoken.
    static let newestVersion: UInt32 = 6
    static let actions: MilterActions = [.addHeaders, .changeHeaders, .quarantine, .deleteRecipients]
    static let steps: MilterSteps = [
        .noUnknown, .noReplyToConnection, .noReplyToHelo, .noReplyToMail, .noReplyToRecipients, .noReplyToData, .noReplyToUnknown,
        .noReplyToHeaders, .noReplyToEndOfHeaders, .noReplyToBody, .leadingSpace,
    ]

    let options: Options
    /// Whose results are ours: those of our hosts, and those under our name.
    let claimed: TrustBoundary
    /// What both agreed on; nothing before that.
    var agreed: MilterOptions?
    /// What is known of the client, for every mail of the connection.
    var connection = MailTransaction()
    /// What is known of the mail.
    var mail = MailTransaction()
    var fields = WrittenFields()

    /// A session that has not begun.
    public init(_ options: Options) {
        self.options = options
        var claimed = options.boundary
        claimed.hosts.insert(options.service.lowercased())
        self.claimed = claimed
    }

    /// What is to be done after a command.
    public mutating func receive(_ command: MilterCommand) throws(Problem) -> Step {
        if case .negotiate(let offer) = command { return .answer([try negotiate(offer)]) }
        guard let agreed else { throw .notNegotiated }
        func step(unless silent: MilterSteps) -> Step { agreed.steps.contains(silent) ? .silence : .answer([.carryOn]) }
        switch command {
        case .negotiate: return .silence
        case .macros(let step, let values): take(values, at: step)
        case .connection(let host, let address):
            connection = MailTransaction()
            connection.clientHost = host
            connection.clientAddress = address
            return step(unless: .noReplyToConnection)
        case .helo(let name):
            connection.helo = name
            return step(unless: .noReplyToHelo)
        case .mail(let words):
            begin(words)
            return step(unless: .noReplyToMail)
        case .recipient(let words):
            if let path = words.first { mail.add(recipient: path) }
            return step(unless: .noReplyToRecipients)
        case .data: return step(unless: .noReplyToData)
        case .unknown: return step(unless: .noReplyToUnknown)
        case .header(let name, let body):
            take(name, body, isVerbatim: agreed.steps.contains(.leadingSpace))
            return step(unless: .noReplyToHeaders)
        case .endOfHeaders:
            mail.append([0x0D, 0x0A], limit: options.messageBytes)
            return step(unless: .noReplyToEndOfHeaders)
        case .body(let piece):
            mail.append(piece, limit: options.messageBytes)
            return step(unless: .noReplyToBody)
        case .endOfBody(let piece):
            mail.append(piece, limit: options.messageBytes)
            return end()
        case .abort: forgetMail()
        case .quit: return .close
        case .quitForNext:
            connection = MailTransaction()
            forgetMail()
        }
        return .silence
    }

    /// How many bytes of the mail are kept.
    public var keptBytes: Int { mail.bytes.count }

    /// Lets go of the mail that is under way, since there is no room for it; the conversation goes on.
    public mutating func letGo() { mail.letGo() }

    /// What is to be done with a whole mail.
    private mutating func end() -> Step {
        // What cannot be taken out would be believed by those behind us.
        if fields.isFlood {
            forgetMail()
            return .answer([MilterSession.flooded])
        }
        if mail.isLetGo { return .unable }
        guard mail.isCut else { return .judge(mail) }
        // Of a part alone nothing can be said: its signatures fail, and what was hidden behind is not seen.
        defer { forgetMail() }
        return .answer(removals + additions(MailMarks.notJudged(because: "limits.message-size")) + [.carryOn])
    }

    private var removals: [MilterReply] { agreed?.actions.contains(.changeHeaders) == true ? fields.removals : [] }

    /// Fields for the very top: each goes before all others, so that the last one put in stands first.
    private func additions(_ fields: [MailMarks.Field]) -> [MilterReply] {
        agreed?.actions.contains(.addHeaders) == true ? fields.reversed().map(written) : []
    }

    /// The answer to the mail that was judged; it is done with.
    public mutating func replies(to judged: JudgedMail) -> [MilterReply] {
        defer { forgetMail() }
        let marks = MailMarks(judged)
        var replies = removals + additions(marks.fields())
        for place in plan(for: judged).removed where mail.recipients.indices.contains(place) {
            replies.append(.deleteRecipient("<\(mail.recipients[place])>"))
        }
        switch marks.disposition {
        case .accept, .tag: replies.append(.carryOn)
        case .quarantine:
            if agreed?.actions.contains(.quarantine) == true { replies.append(.quarantine(MilterSession.quarantineReason)) }
            replies.append(.carryOn)
        case .defer: replies = [MilterSession.later]
        case .reject: replies = [MilterSession.refused]
        case .discard: replies = [.discard]
        }
        return replies
    }

    /// The answer to a mail that we hold: the server is done with it.
    public mutating func repliesToHeld() -> [MilterReply] {
        forgetMail()
        return [.discard]
    }

    /// The answer to a mail that was held and is released: it goes on without our mark.
    public mutating func repliesToReleased() -> [MilterReply] {
        defer { forgetMail() }
        return removals + [.carryOn]
    }

    /// What becomes of the recipients of the mail that was judged.
    public func plan(for judged: JudgedMail) -> RecipientPlan {
        RecipientPlan(judged, mayRemove: takesRecipientsOut, dropsRefused: options.dropsRefused)
    }

    /// Whether the mail server takes recipients out of a mail.
    public var takesRecipientsOut: Bool { agreed?.actions.contains(.deleteRecipients) == true }

    /// The answer where no judgement could be had: the mail goes on as it is, or its sender is asked to come again.
    public mutating func replies(whenUnable isDeferred: Bool) -> [MilterReply] {
        defer { forgetMail() }
        return isDeferred ? [MilterSession.busy] : removals + additions(MailMarks.notJudged(because: "busy")) + [.carryOn]
    }

    private static let quarantineReason = "held as unsolicited"
    private static let busy =
        MilterReplyText(451, "4.3.2", "The filter is busy, please come again").map { MilterReply.reply($0) } ?? .tryLater
    private static let flooded =
        MilterReplyText(550, "5.7.1", "Too many header fields in the name of this server").map { MilterReply.reply($0) } ?? .reject
    private static let refused = MilterReplyText(550, "5.7.1", "Refused as unsolicited").map { MilterReply.reply($0) } ?? .reject
    private static let later = MilterReplyText(451, "4.7.1", "Please come again later").map { MilterReply.reply($0) } ?? .tryLater
}
