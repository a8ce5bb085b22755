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

    /// SipHash-2-4 (Aumasson and Bernstein 2012).
    func hash(of bytes: Span<UInt8>) -> UInt64 {
        var state = SipState(low, high)
        let whole = bytes.count & ~7
        for start in stride(from: 0, to: whole, by: 8) {
            var word: UInt64 = 0
            for index in (0..<8).reversed() { word = word << 8 | UInt64(bytes[start + index]) }
            state.take(word)
        }
        var last = UInt64(truncatingIfNeeded: bytes.count) << 56
        for index in whole..<bytes.count { last |= UInt64(bytes[index]) << UInt64(8 * (index - whole)) }
        state.take(last)
        return state.finish()
    }
}

/// The four words of SipHash.
private struct SipState {
    private var a: UInt64
    private var b: UInt64
    private var c: UInt64
    private var d: UInt64

    init(_ low: UInt64, _ high: UInt64) {
        a = low ^ 0x736F_6D65_7073_6575
        b = high ^ 0x646F_7261_6E64_6F6D
        c = low ^ 0x6C79_6765_6E65_7261
        d = high ^ 0x7465_6462_7974_6573
    }

    mutating func take(_ word: UInt64) {
        d ^= word
        round()
        round()
        a ^= word
    }

    mutating func finish() -> UInt64 {
        c ^= 0xFF
        for _ in 0..<4 { round() }
        return a ^ b ^ c ^ d
    }

    private mutating func round() {
        a &+= b
        c &+= d
        b = SipState.rotated(b, 13) ^ a
        d = SipState.rotated(d, 16) ^ c
        a = SipState.rotated(a, 32)
        c &+= b
        a &+= d
        b = SipState.rotated(b, 17) ^ c
        d = SipState.rotated(d, 21) ^ a
        c = SipState.rotated(c, 32)
    }

    private static func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 { word << bits | word >> (64 - bits) }
}
