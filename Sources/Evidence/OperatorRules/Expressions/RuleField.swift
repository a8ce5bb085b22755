internal import Messages

/// What rules can ask of a message: the names of fields, and the type of each.
enum RuleField: Sendable, Hashable {
    case text(TextField)
    case number(NumberField)
    case address(AddressField)
    case flag(FlagField)
    /// When the message was handed over.
    case moment
    /// The time of day at which it was, in the zone of the file.
    case clock
    /// The day of the week on which it was, in the zone of the file.
    case weekday

    /// The field of a name; `header("...")` is none of them.
    init?(named name: String) {
        guard let field = RuleField.all[name] else { return nil }
        self = field
    }

    /// The names of all fields, sorted.
    static let names = (all.keys + ["header"]).sorted()

    private static let all: [String: RuleField] = {
        var all: [String: RuleField] = ["time": .moment, "time.clock": .clock, "time.weekday": .weekday]
        for kind in TextField.Kind.allCases where kind != .header { all[kind.rawValue] = .text(TextField(kind)) }
        for field in NumberField.allCases { all[field.rawValue] = .number(field) }
        for field in AddressField.allCases { all[field.rawValue] = .address(field) }
        for field in FlagField.allCases { all[field.rawValue] = .flag(field) }
        return all
    }()

    /// What the type is called in messages to people.
    var typeName: String {
        switch self {
        case .text: "a text"
        case .number: "a number"
        case .address: "a network address"
        case .flag: "true or false"
        case .moment: "a moment"
        case .clock: "a time of day"
        case .weekday: "a day of the week"
        }
    }
}

/// A field of text. Several have many values in one message: a comparison holds when it holds for one of them.
struct TextField: Sendable, Hashable {
    enum Kind: String, Sendable, Hashable, CaseIterable {
        case channel, direction, sender
        case senderDomain = "sender.domain"
        case senderName = "sender.name"
        case senderKind = "sender.kind"
        case envelopeSender = "envelope.sender"
        case envelopeSenderDomain = "envelope.sender.domain"
        case helo = "envelope.helo"
        case replyTo = "reply-to"
        case replyToDomain = "reply-to.domain"
        case recipient
        case recipientDomain = "recipient.domain"
        case subject, text, header, language
        case linkURL = "link.url"
        case linkHost = "link.host"
        case linkDomain = "link.domain"
        case contactNumber = "contact.number"
        case contactMailbox = "contact.mailbox"
        case contactWallet = "contact.wallet"
        case attachmentName = "attachment.name"
        case attachmentExtension = "attachment.extension"
        case attachmentType = "attachment.type"
        case attachmentContent = "attachment.content"
        case attachmentInside = "attachment.inside"
        case authSPF = "auth.spf"
        case authSPFDomain = "auth.spf.domain"
        case authDKIMDomain = "auth.dkim.domain"
        case authDMARC = "auth.dmarc"
        case authAuthor = "auth.author"
        case rateExceeded = "rate.exceeded"
        case verdictClass = "verdict.class"
    }

    /// How values, and what they are compared with, are spelt before they are compared.
    enum Folding: Sendable, Hashable {
        /// As a reader sees them: `FoldedText`.
        case reader
        /// ASCII letters small.
        case identifier
    }

    var kind: Kind
    /// The name of the header field, in small letters; empty for other kinds.
    var name: [UInt8] = []

    init(_ kind: Kind) { self.kind = kind }

    init(header name: [UInt8]) {
        kind = .header
        self.name = name
    }

    var folding: Folding {
        switch kind {
        case .senderName, .subject, .text, .header, .attachmentName, .attachmentInside: .reader
        default: .identifier
        }
    }

    /// Whether the values are names of hosts, so that `within` can be asked.
    var isHost: Bool {
        switch kind {
        case .senderDomain, .envelopeSenderDomain, .helo, .replyToDomain, .recipientDomain, .linkHost, .linkDomain, .authSPFDomain,
            .authDKIMDomain:
            true
        default: false
        }
    }

    /// The values that there are; nothing where any text may be one.
    var choices: [String]? {
        switch kind {
        case .direction: Direction.allCases.map(\.rawValue)
        case .senderKind: SenderKind.allCases.map(\.rawValue)
        case .authSPF: ["none", "neutral", "pass", "fail", "softfail", "permerror"]
        case .authDMARC: ["none", "pass", "fail", "permerror"]
        case .authAuthor: ProvenOrigin.Author.allCases.map(\.rawValue)
        default: nil
        }
    }

    /// What kind of name a sender has.
    enum SenderKind: String, CaseIterable {
        case mailbox, domain, number, account, sip
        case senderID = "sender-id"
        case shortCode = "short-code"
    }

    /// What it is called in a rule.
    var spelling: String { kind == .header ? "header(\"\(String(decoding: name, as: UTF8.self))\")" : kind.rawValue }
}

enum NumberField: String, Sendable, Hashable, CaseIterable {
    case recipients = "recipient.count"
    case links = "link.count"
    case attachments = "attachment.count"
    case words
    case size
    case probability = "verdict.probability"
}

enum AddressField: String, Sendable, Hashable, CaseIterable {
    /// Whoever handed the message over, by the envelope or by the trace line that our own boundary wrote.
    case client = "client.address"
    /// Every station that the message says it came through.
    case route = "route.address"
}

enum FlagField: String, Sendable, Hashable, CaseIterable {
    case isMail = "is-mail"
    case isBounce = "is-bounce"
    case isHTML = "is-html"
    case isReply = "is-reply"
    case isList = "is-list"
}
