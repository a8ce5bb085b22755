public import MIME
public import Messages

/// A report on one message: a complaint, or a failure of authentication (RFC 5965, with the fields of RFC 6591, RFC 6692 and RFC 9991).
///
/// Every value is the reporter's word, as it is written; a report is not authenticated by what it says.
public struct FailureReport: Sendable, Hashable {
    /// What the report is of, in lower case (`Feedback-Type`): `abuse`, `fraud`, `virus`, `auth-failure`; empty where it does not say.
    public internal(set) var kind = ""
    /// The version of the format.
    public internal(set) var version = ""
    /// The program that wrote it.
    public internal(set) var userAgent = ""
    /// When the message arrived (`Arrival-Date`, or the older `Received-Date`).
    public internal(set) var arrival: Timestamp?
    /// The address that the message came from; names behind it are left out.
    public internal(set) var source: IPAddress?
    /// The port that it came from (RFC 6692).
    public internal(set) var sourcePort: Int?
    /// How many messages it stands for; 1 where it does not say.
    public internal(set) var incidents = 1
    /// The reverse-path.
    public internal(set) var mailFrom: String?
    /// The recipients.
    public internal(set) var recipients: [String] = []
    /// The envelope's name.
    public internal(set) var envelopeIdentifier: String?
    /// The server that reports, without its type.
    public internal(set) var reportingServer: String?
    /// The domains that the reporter thinks concerned.
    public internal(set) var domains: [String] = []
    /// The addresses (URIs) that the reporter thinks concerned.
    public internal(set) var addresses: [String] = []
    /// What the reporter's server found, field by field.
    public internal(set) var results: [AuthenticationResults] = []
    /// What failed, in lower case (`Auth-Failure`, RFC 6591 section 3.1): `bodyhash`, `spf`, `dmarc`.
    public internal(set) var failure: String?
    /// What became of the message, in lower case (`Delivery-Result`).
    public internal(set) var delivery: String?
    /// The methods that authenticated nobody who agrees with the author, in lower case (`Identity-Alignment`, RFC 9991 section 4): with commas
    /// between, or `none` where all did.
    public internal(set) var alignment: String?
    /// The signature: its domain, selector and identity.
    public internal(set) var dkimDomain: String?
    /// The selector of the signature.
    public internal(set) var dkimSelector: String?
    /// The identity that signed.
    public internal(set) var dkimIdentity: String?
    /// The record of SPF that was used.
    public internal(set) var spfRecord: String?
    /// The other fields, in order: names in lower case.
    public internal(set) var others: [Field] = []
    /// The part of the message that holds the mail reported on, whole or its header, as an index into `Message.parts`.
    public internal(set) var original: Int?
    /// What is wrong with the report's fields; offsets count from the begin of the part that holds them.
    public internal(set) var defects: [Defect] = []

    /// A field that nothing is made of here.
    public struct Field: Sendable, Hashable {
        /// Its name in lower case.
        public var name: String
        /// Its value.
        public var value: String
    }

    /// The bounds of what is kept of a report.
    public enum Limits {
        /// Bytes of the part that holds the fields.
        public static let bytes = 1 << 20
        /// Fields of one name that may stand several times, and fields that nothing is made of.
        public static let repeats = 256
    }

    /// Reads the report in a mail; nothing where it has no part of the type `message/feedback-report`.
    public init?(_ message: Message, decoder: inout PartDecoder) {
        func type(_ part: Part) -> String { (message.text(part.mediaType) ?? "").lowercased() }
        guard let place = message.parts.firstIndex(where: { type($0) == "message/feedback-report" }) else { return nil }
        var bytes: [UInt8] = []
        _ = decoder.bytes(of: message.parts[place], in: message, into: &bytes, limit: Limits.bytes)
        read(MailParser().parse(bytes))
        let parent = message.parts[place].parent
        original = message.parts.indices.first {
            $0 > place && message.parts[$0].parent == parent
                && ["message/rfc822", "message/global", "text/rfc822-headers", "message/rfc822-headers", "message/global-headers"].contains(
                    type(message.parts[$0]))
        }
    }
}

// Field by field.
extension FailureReport {
    private mutating func read(_ fields: Message) {
        defects = fields.defects.filter { $0.kind != .missingBlankLine }
        for field in fields.ownHeaders {
            let name = fields.text(field.name)?.lowercased() ?? ""
            let value = FailureReport.unfolded(fields.bytes[field.body.range.clamped(to: fields.bytes.indices)])
            switch name {
            case "feedback-type": kind = value.lowercased()
            case "version": version = value
            case "user-agent": userAgent = value
            case "arrival-date", "received-date": arrival = DateTimeValue(fields.bytes.span, field.body).timestamp ?? arrival
            case "source-ip": source = IPAddress(value.prefix { $0 != " " && $0 != "(" })
            case "source-port": sourcePort = Int(value).flatMap { (0...65_535).contains($0) ? $0 : nil }
            case "incidents": incidents = max(1, Int(value) ?? 1)
            case "original-mail-from": mailFrom = value
            case "original-rcpt-to": FailureReport.keep(value, in: &recipients)
            case "original-envelope-id": envelopeIdentifier = value
            case "reporting-mta": reportingServer = FailureReport.withoutType(value)
            case "reported-domain": FailureReport.keep(value.lowercased(), in: &domains)
            case "reported-uri": FailureReport.keep(value, in: &addresses)
            case "authentication-results":
                FailureReport.keep(AuthenticationResults(fields.bytes.span, field.body), in: &results)
            case "auth-failure": failure = value.lowercased()
            case "delivery-result": delivery = value.lowercased()
            case "identity-alignment": alignment = value.lowercased()
            case "dkim-domain": dkimDomain = value
            case "dkim-selector": dkimSelector = value
            case "dkim-identity": dkimIdentity = value
            case "spf-dns": spfRecord = value
            default: FailureReport.keep(Field(name: name, value: value), in: &others)
            }
        }
    }

    private static func keep<Value>(_ value: Value, in values: inout [Value]) {
        if values.count < Limits.repeats { values.append(value) }
    }

    /// `dns; mail.example.com` (RFC 3464 section 2.2.2) without the type.
    private static func withoutType(_ value: String) -> String {
        guard let semicolon = value.firstIndex(of: ";") else { return value }
        return String(value[value.index(after: semicolon)...].drop { $0 == " " || $0 == "\t" })
    }

    /// A value without white space at its ends; a fold is one space.
    private static func unfolded(_ bytes: ArraySlice<UInt8>) -> String {
        var text: [UInt8] = []
        var isSpaced = false
        for byte in bytes {
            if byte == 13 || byte == 10 || byte == 32 || byte == 9 {
                isSpaced = true
                continue
            }
            if isSpaced, !text.isEmpty { text.append(32) }
            isSpaced = false
            text.append(byte)
        }
        return String(decoding: text, as: UTF8.self)
    }
}
