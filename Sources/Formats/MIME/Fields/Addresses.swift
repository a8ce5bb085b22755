// Address fields: From, To, Cc, Reply-To, Return-Path and their kin (RFC 5322 sections 3.4 and 4.4, RFC 6532). Senders of
// spam write them wrong on purpose, so every form gets the reading that a mail program would show, and a list of defects.

public import Messages

extension Defect.Kind {
    /// An address stands beside a name without angle brackets.
    public static let addressWithoutBrackets = Defect.Kind(rawValue: "address.missing-brackets")
    /// An angle bracket is opened and not closed.
    public static let addressUnclosed = Defect.Kind(rawValue: "address.unclosed-bracket")
    /// Angle brackets are doubled.
    public static let addressDoubledBrackets = Defect.Kind(rawValue: "address.doubled-brackets")
    /// Two mailboxes stand side by side without a comma.
    public static let addressMissingComma = Defect.Kind(rawValue: "address.missing-comma")
    /// A display name holds a comma and is not quoted.
    public static let addressUnquotedComma = Defect.Kind(rawValue: "address.unquoted-comma")
    /// The address has no domain.
    public static let addressWithoutDomain = Defect.Kind(rawValue: "address.missing-domain")
    /// There is a name and no address.
    public static let addressMissing = Defect.Kind(rawValue: "address.missing")
    /// The angle brackets are empty: right in a return path, wrong elsewhere.
    public static let addressEmpty = Defect.Kind(rawValue: "address.empty")
    /// The address has a source route (RFC 5322 section 4.4), obsolete and a trick to hide where mail goes.
    public static let addressRoute = Defect.Kind(rawValue: "address.obsolete-route")
    /// The address has more than one `@` outside quotes.
    public static let addressManyAts = Defect.Kind(rawValue: "address.many-ats")
    /// The address has white space or other text where none belongs.
    public static let addressMalformed = Defect.Kind(rawValue: "address.malformed")
    /// The display name looks like an address itself.
    public static let addressInDisplayName = Defect.Kind(rawValue: "address.in-display-name")
    /// A group is opened inside a group.
    public static let addressNestedGroup = Defect.Kind(rawValue: "address.nested-group")
    /// There are more mailboxes than `FieldLimits.mailboxes`.
    public static let addressTooMany = Defect.Kind(rawValue: "address.too-many")
}

/// The mailboxes of an address field.
public struct Addresses: Sendable, Hashable {
    /// The mailboxes in order; those of groups among them.
    public private(set) var mailboxes: [Mailbox] = []
    /// The names of the groups in order, those without members too (`undisclosed-recipients:;`).
    public private(set) var groups: [String] = []
    /// What is wrong with the field.
    public private(set) var defects: [Defect] = []

    /// Reads the body of an address field.
    /// - Parameters:
    ///   - bytes: the message's buffer.
    ///   - range: the field's body; a range beyond the buffer is cut to it.
    ///   - decoder: keeps open what charsets need, for the next field.
    public init(_ bytes: Span<UInt8>, _ range: ByteRange, decoder: inout CharsetDecoder) {
        let range = FieldBytes.trimmed(bytes, range)
        if PlainAddresses.append(bytes, range, to: &mailboxes) { return }
        var reading = AddressReading(bytes, range)
        swap(&reading.decoder, &decoder)
        reading.run(bytes)
        swap(&reading.decoder, &decoder)
        mailboxes = reading.mailboxes
        groups = reading.groups
        defects = reading.defects
    }

    /// Reads the body of one address field, when there is no other.
    public init(_ bytes: Span<UInt8>, _ range: ByteRange) {
        var decoder = CharsetDecoder()
        self.init(bytes, range, decoder: &decoder)
    }

    /// Appends the mailboxes of the body of an address field, and what is wrong with it, to arrays that a caller uses again.
    /// - Parameters:
    ///   - bytes: the message's buffer.
    ///   - range: the field's body; a range beyond the buffer is cut to it.
    ///   - decoder: keeps open what charsets need, for the next field.
    public static func append(
        _ bytes: Span<UInt8>, _ range: ByteRange, to mailboxes: inout [Mailbox], defects: inout [Defect], decoder: inout CharsetDecoder
    ) {
        if PlainAddresses.append(bytes, FieldBytes.trimmed(bytes, range), to: &mailboxes) { return }
        let addresses = Addresses(bytes, range, decoder: &decoder)
        mailboxes += addresses.mailboxes
        defects += addresses.defects
    }
}
