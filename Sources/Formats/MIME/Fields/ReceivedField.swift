// Trace fields (RFC 5321 section 4.4) as mail systems really write them: Postfix, Exim, Sendmail, qmail, Exchange, Gmail and
// a hundred others. Any of it may be forged; `Route` says which of it we saw ourselves.

public import Messages

extension Defect.Kind {
    /// A trace field has no date behind a semicolon.
    public static let receivedWithoutDate = Defect.Kind(rawValue: "received.missing-date")
    /// A trace field says neither from where, nor by whom, nor when.
    public static let receivedUnreadable = Defect.Kind(rawValue: "received.unreadable")
}

/// One Received field.
public struct ReceivedField: Sendable, Hashable {
    /// The first word after `from`: the name given in HELO, or with some systems the name looked up; a literal keeps its brackets.
    public var from: String?
    /// The name given in HELO, where the field tells it apart (`helo=`, `(HELO name)`).
    public var helo: String?
    /// The name the receiving side looked up.
    public var reverseName: String?
    /// The sending side's address: of its TCP information, else of the `from` literal.
    public var address: IPAddress?
    /// The receiving side's name, or its address as written.
    public var by: String?
    /// The `via` word.
    public var via: String?
    /// The protocol, in upper case where it is a registered one (RFC 3848).
    public var with: String?
    /// The queue or message id, without angle brackets.
    public var id: String?
    /// The recipient, without angle brackets.
    public var `for`: String?
    /// When the receiving side took the message.
    public var date: DateTimeValue?
    /// What is wrong with the field.
    public var defects: [Defect]

    /// A field as it is to be written.
    public init(
        helo: String? = nil, reverseName: String? = nil, address: IPAddress? = nil, by: String? = nil, with: String? = nil,
        id: String? = nil, date: DateTimeValue? = nil
    ) {
        self.helo = helo
        self.reverseName = reverseName
        self.address = address
        self.by = by
        self.with = with
        self.id = id
        self.date = date
        defects = []
    }

    /// Reads the body of a Received field.
    /// - Parameters:
    ///   - bytes: the message's buffer.
    ///   - range: the field's body; a range beyond the buffer is cut to it.
    public init(_ bytes: Span<UInt8>, _ range: ByteRange) {
        let range = FieldBytes.trimmed(bytes, range)
        var reading = ReceivedReading(range, keepsDefects: true)
        reading.run(bytes)
        func text(_ found: ByteRange?) -> String? { found.map { FieldBytes.text(bytes, $0.range) } }
        from = text(reading.from)
        helo = text(reading.helo)
        reverseName = text(reading.reverseName)
        address = reading.address ?? reading.literal
        by = text(reading.by)
        via = text(reading.via)
        with = reading.knownProtocol ?? text(reading.with)
        id = text(reading.id)
        self.for = text(reading.for)
        date = reading.date
        defects = reading.defects
        if from == nil, by == nil, address == nil, date?.timestamp == nil { defects.note(.receivedUnreadable, at: range.lowerBound) }
    }

    /// The address in X-Originating-IP and its kin: bare, in brackets, or with the `IPv6:` tag.
    public static func originatingAddress(_ bytes: Span<UInt8>, _ range: ByteRange) -> IPAddress? {
        let range = FieldBytes.trimmed(bytes, range)
        guard range.count < 80 else { return nil }
        return ReceivedReading.address(bytes, range)
    }
}
