public import Features
public import Messages

/// One thing somebody taught: a message's features, what it is, and who said so when.
public struct TrainingExample: Sendable, Hashable {
    /// Names the message: the same bytes have the same fingerprint.
    public var fingerprint: String
    /// Whether it is spam.
    public var isSpam: Bool
    /// Who said so: a command's user, a reporter, a trap.
    public var source: String
    /// Why, in the teacher's words; empty when nothing was said.
    public var reason: String
    /// When it was taught.
    public var time: Timestamp
    /// The family of channels of the message.
    public var family: ChannelFamily
    /// The message's features.
    public var hashes: [UInt32]

    /// An example of a message with these features.
    public init(
        fingerprint: String, isSpam: Bool, source: String, reason: String = "", time: Timestamp, features: borrowing FeatureVector
    ) {
        self.fingerprint = fingerprint
        self.isSpam = isSpam
        self.source = source
        self.reason = reason
        self.time = time
        self.family = features.family
        self.hashes = features.hashes
    }

    /// Puts the features into a vector.
    public func fill(_ features: inout FeatureVector) {
        features.removeAll()
        features.family = family
        for hash in hashes { features.insert(hash) }
    }

    /// A message's fingerprint: 64 bits of its bytes as sixteen hexadecimal digits. Tells messages apart, proves nothing.
    public static func fingerprint(of bytes: Span<UInt8>) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in bytes.indices {
            hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
        }
        hash ^= hash >> 32
        hash &*= 0xD6E8_FEB8_6659_FD93
        hash ^= hash >> 32
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

// The form in which an example is kept: version, class, family, two texts with their lengths, the hashes. Little-endian.
extension TrainingExample {
    /// The example as bytes; fingerprint and time are kept beside them.
    var bytes: [UInt8] {
        var bytes: [UInt8] = [1, isSpam ? 1 : 0, family.rawValue]
        for text in [source, reason] {
            let content = Array(text.utf8.prefix(255))
            bytes.append(UInt8(content.count))
            bytes += content
        }
        bytes.reserveCapacity(bytes.count + 4 * hashes.count)
        for hash in hashes {
            for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: hash >> shift)) }
        }
        return bytes
    }

    /// The example that bytes hold, or nothing when they hold none.
    init?(bytes: [UInt8], fingerprint: String, time: Timestamp) {
        guard bytes.count >= 5, bytes[0] == 1, bytes[1] <= 1, let family = ChannelFamily(rawValue: bytes[2]) else { return nil }
        var index = 3
        var texts: [String] = []
        for _ in 0..<2 {
            guard index < bytes.count else { return nil }
            let end = index + 1 + Int(bytes[index])
            guard end <= bytes.count else { return nil }
            texts.append(String(decoding: bytes[(index + 1)..<end], as: UTF8.self))
            index = end
        }
        guard (bytes.count - index) % 4 == 0 else { return nil }
        self.fingerprint = fingerprint
        self.time = time
        self.isSpam = bytes[1] == 1
        self.family = family
        self.source = texts[0]
        self.reason = texts[1]
        var hashes: [UInt32] = []
        for place in stride(from: index, to: bytes.count, by: 4) {
            hashes.append(bytes[place..<place + 4].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
        }
        self.hashes = hashes
    }
}
