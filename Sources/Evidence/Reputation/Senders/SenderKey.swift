// What stands for a sender, a domain, an address in memory and on disk: a keyed hash. Names and addresses are claims of hostile messages.

internal import Messages

/// What stands for one thing that is remembered: 128 bits from which nobody can tell what it was, without the secret.
struct SenderKey: Sendable, Hashable {
    let low: UInt64
    let high: UInt64

    /// The bits are a keyed hash already: no hostile sender can make many fall together.
    func hash(into hasher: inout Hasher) {
        hasher.combine(low)
    }

    var bytes: [UInt8] { SenderSecret.bytes(of: [low, high]) }

    init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        let words = SenderSecret.words(of: bytes)
        self.init(low: words[0], high: words[1])
    }
}

/// The secret under which senders are remembered: whoever has a copy of the records alone can try no address against them.
public struct SenderSecret: Sendable, Hashable {
    /// How many bytes a secret has.
    public static let size = 32

    private let words: [UInt64]

    /// The secret that these bytes are; nothing when they are not as many as a secret has.
    public init?(bytes: [UInt8]) {
        guard bytes.count == SenderSecret.size else { return nil }
        words = SenderSecret.words(of: bytes)
    }

    /// A secret that nobody can foresee.
    public init() {
        var generator = SystemRandomNumberGenerator()
        words = (0..<4).map { _ in generator.next() }
    }

    /// The bytes of the secret.
    public var bytes: [UInt8] { SenderSecret.bytes(of: words) }

    static func words(of bytes: [UInt8]) -> [UInt64] {
        stride(from: 0, to: bytes.count, by: 8).map { start in
            bytes[start..<min(start + 8, bytes.count)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
        }
    }

    static func bytes(of words: [UInt64]) -> [UInt8] {
        words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) } }
    }

    /// A key under way: what it is of, then its parts.
    func maker(_ kind: UInt8) -> Maker {
        var maker = Maker(first: SipHash(words[0], words[1]), second: SipHash(words[2], words[3]))
        maker.add(byte: kind)
        return maker
    }

    /// Makes a key of parts, without putting them together in memory.
    struct Maker {
        fileprivate var first: SipHash
        fileprivate var second: SipHash

        /// Adds a part. Texts have no byte 0xFF, so that it tells where one ends.
        mutating func add(_ text: String) {
            first.add(text.utf8)
            second.add(text.utf8)
            add(byte: 0xFF)
        }

        /// Adds the leading bits of an address.
        mutating func add(_ address: IPAddress, bits: Int) {
            switch address.prefix(bits) {
            case .v4(let value):
                add(byte: 4)
                add(word: UInt64(value))
            case .v6(let high, let low):
                add(byte: 6)
                add(word: high)
                add(word: low)
            }
        }

        private mutating func add(word: UInt64) {
            for shift in 0..<8 { add(byte: UInt8(truncatingIfNeeded: word >> UInt64(8 * shift))) }
        }

        mutating func add(byte: UInt8) {
            first.add(byte)
            second.add(byte)
        }

        var key: SenderKey { SenderKey(low: first.value, high: second.value) }
    }
}
