// Who a message is for, as learning knows them: by a keyed hash of the address. Addresses are claimed by whoever wrote the file; a wrong one
// finds copies that nobody taught.
public import Messages

/// The secret by which addresses of recipients are hashed: without it nobody can try addresses against a model or a log.
public struct RecipientKey: Sendable, Hashable {
    let low: UInt64
    let high: UInt64

    /// A key of 128 bits, drawn from randomness that nobody can foresee.
    public init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// A key that nobody can foresee.
    public static func random() -> RecipientKey {
        var generator = SystemRandomNumberGenerator()
        return RecipientKey(low: generator.next(), high: generator.next())
    }

    /// The key that these sixteen bytes are; nothing when they are not sixteen.
    init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        low = bytes[..<8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        high = bytes[8...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    var bytes: [UInt8] {
        [low, high].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) } }
    }

    /// What stands for the one recipient of a message; zero when it has none or several.
    ///
    /// Which of several recipients reads a message is for the transport to say, by handing it over for one at a time.
    public func mark(of envelope: Envelope) -> UInt64 {
        guard envelope.recipients.count == 1, let recipient = envelope.recipients.first else { return 0 }
        return mark(of: recipient)
    }

    /// What stands for a recipient, an account by platform and name; never zero.
    public func mark(of recipient: Party) -> UInt64 {
        mark(ofAddress: recipient.description)
    }

    /// What stands for whoever has this address, that of an account spelled `platform:name`; never zero. Capitals do not count (RFC 5321
    /// section 2.4 would let them, nobody does), nor how a telephone number is set.
    public func mark(ofAddress address: String) -> UInt64 {
        var spelling = address.lowercased()
        if case .number(let digits) = Party(textMessageAddress: spelling) { spelling = "+" + digits }
        let hash = hash(of: Array(spelling.utf8).span)
        return hash == 0 ? 1 : hash
    }

    func hash(of bytes: Span<UInt8>) -> UInt64 {
        var hash = SipHash(low, high)
        for index in bytes.indices { hash.add(bytes[index]) }
        return hash.value
    }
}
