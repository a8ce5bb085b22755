public import MIME
public import Messages

/// The messages that somebody sends to say what they are: in a feedback report (RFC 5965), or forwarded as attachments.
public struct ReportedMessages: Sendable {
    /// A message that is reported.
    public struct Reported: Sendable, Hashable {
        /// Its bytes, as they were attached.
        public var bytes: [UInt8]
        /// Whether it is whole; else its header alone.
        public var isWhole: Bool
    }

    /// The feedback report that carries it; nothing where messages are forwarded.
    public private(set) var report: FailureReport?
    /// The messages, in their order.
    public private(set) var messages: [Reported] = []
    /// Whether there are more than are read.
    public private(set) var isCut = false

    /// The messages that a mail reports. Those inside a message that is reported are part of it.
    public init(_ mail: Message, decoder: inout PartDecoder, limits: ReportLimits = ReportLimits()) {
        report = FailureReport(mail, decoder: &decoder)
        if let report {
            guard let original = report.original, mail.parts.indices.contains(original) else { return }
            add(mail.parts[original], of: mail, isWhole: mail.parts[original].kind == .message, &decoder, limits)
            return
        }
        var taken: Set<Int> = []
        for (index, part) in mail.parts.enumerated() {
            // Each part comes before those inside it.
            if taken.contains(Int(part.parent)) {
                taken.insert(index)
                continue
            }
            guard part.kind == .message || ReportedMessages.isMailFile(part, of: mail) else { continue }
            taken.insert(index)
            add(part, of: mail, isWhole: true, &decoder, limits)
        }
    }

    /// What the report's kind says of the message: spam, or none (RFC 6430); nothing where it says neither.
    public var word: Bool? {
        switch report?.kind {
        case "abuse", "fraud", "virus", "other": true
        case "not-spam": false
        default: nil
        }
    }

    private mutating func add(_ part: Part, of mail: Message, isWhole: Bool, _ decoder: inout PartDecoder, _ limits: ReportLimits) {
        guard messages.count < limits.reported else {
            isCut = true
            return
        }
        var bytes: [UInt8] = []
        _ = decoder.bytes(of: part, in: mail, into: &bytes)
        // What has no header field is no message.
        guard MailParser().parse(bytes).ownHeaders.contains(where: { $0.known != .other }) else { return }
        messages.append(Reported(bytes: bytes, isWhole: isWhole))
    }

    /// Whether a part is a file of a mail, as programs attach it that do not know the type `message/rfc822`.
    private static func isMailFile(_ part: Part, of mail: Message) -> Bool {
        guard !part.kind.isMultipart, let name = ReportAttachment.fileName(of: part, in: mail) else { return false }
        return name.lowercased().hasSuffix(".eml")
    }
}
