// One text of a file of texts: an SMS, a chat line, a post, a call transcript. Files come from operators and researchers,
// their texts from anybody: a line that is no record is an error with its byte, a text that is broken is a defect.

public import Messages

/// One text with what is known about it.
public struct TextRecord: Sendable, Hashable {
    /// The text, as it stands in the file, escapes undone; meant to be UTF-8.
    public var text: [UInt8]
    /// How it travelled, where the record says so.
    public var channel: Channel?
    /// Who sent it: number, sender id, account.
    public var sender: String?
    /// Who got it.
    public var recipient: String?
    /// When it came.
    public var time: Timestamp?
    /// What a person said it is: `spam`, `ham`.
    public var label: String?
    /// The language as the record names it.
    public var language: String?
    /// The kind of spam or ham, as the record names it.
    public var category: String?

    /// A record of a text alone. A byte order mark before it is dropped.
    public init(text: [UInt8]) {
        self.text = text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text
    }

    /// The record as a message; `channel` and `arrival` stand in where the record does not say.
    public func message(channel: Channel, arrival: Timestamp) -> Message {
        let channel = self.channel ?? channel
        var message = Message(
            text: text, channel: channel,
            envelope: Envelope(
                sender: sender.map { Self.party($0, on: channel) }, recipients: recipient.map { [Self.party($0, on: channel)] } ?? []),
            arrival: time ?? arrival)
        if let offset = UTF8Text.firstInvalid(in: text.span) { message.defects.append(Defect(.textInvalidUTF8, at: offset)) }
        if let offset = text.firstIndex(of: 0) { message.defects.append(Defect(.textNUL, at: offset)) }
        return message
    }

    /// Reads an identity in the way its channel writes them.
    public static func party(_ name: String, on channel: Channel) -> Party {
        if let sip = name.range(ofPrefix: "sip:") ?? name.range(ofPrefix: "sips:") {
            return .sip(sip.prefix { $0 != ";" && $0 != "?" }.description)
        }
        switch channel {
        case .sms, .mms, .rcs, .voice: return Party(textMessageAddress: name)
        case .email:
            guard let at = name.lastIndex(of: "@") else { return .account(platform: channel.rawValue, name: name) }
            return .mailbox(local: String(name[..<at]), domain: name[name.index(after: at)...].lowercased())
        default: return .account(platform: channel.rawValue, name: name)
        }
    }
}

extension String {
    /// The whole string, when it begins with `prefix` in whatever case.
    fileprivate func range(ofPrefix prefix: String) -> Substring? {
        self.prefix(prefix.count).lowercased() == prefix ? self[...] : nil
    }
}

/// Why a line is no record.
public struct TextRecordError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        case tooLong = "the line is longer than the limit"
        case tooFewColumns = "three columns are needed: label, language, text"
        case tooManyColumns = "there are more than four columns; a tab inside the text is written \\t"
        case badEscape = "an unknown escape; those of a text are \\\\, \\n, \\r and \\t"
        case notAnObject = "a JSON object is needed"
        case badSyntax = "this is not JSON"
        case badString = "a string that is broken: a control character, an unknown escape, or no end"
        case badNumber = "a number that is broken"
        case tooDeep = "lists and objects lie too deep in each other"
        case wrongType = "the field's value is of the wrong type"
        case badTime = "not a time: RFC 3339, or seconds or milliseconds since 1970"
        case repeatedField = "the field stands there twice"
        case noText = "the field text is missing"
    }

    /// What is wrong.
    public var code: Code
    /// The offset of the byte where it is wrong, in the line.
    public var offset: Int

    /// An error at a byte of the line.
    public init(_ code: Code, at offset: Int) {
        self.code = code
        self.offset = offset
    }

    /// What is wrong and where.
    public var description: String { "byte \(offset): \(code.rawValue)" }
}
