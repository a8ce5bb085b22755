/// The hash that names a feature. Fixed for good: a model's weights lie where it says.
///
/// A feature is a field (where the token was found) and a token; pairs are tokens chained in order.
public enum FeatureHash {
    /// Where a token was found: the same word in the subject and in the body are two features.
    public enum Field: UInt32, Sendable, CaseIterable {
        case body = 0x0000_0001
        case bodyPair = 0x1000_0001
        case subject = 0x0000_0002
        case subjectPair = 0x1000_0002
        case hidden = 0x0000_0003
        case headerName = 0x0000_0004
        case headerValue = 0x0000_0005
        case senderDomain = 0x0000_0006
        case senderName = 0x0000_0007
        case linkHost = 0x0000_0008
        case linkDomain = 0x0000_0009
        case linkPath = 0x0000_000A
        case linkSign = 0x0000_000B
        case structure = 0x0000_000C
        case attachment = 0x0000_000D
        case language = 0x0000_000E
        case contact = 0x0000_000F
        case textSign = 0x0000_0010
        case image = 0x0000_0011
        case headerPair = 0x1000_0005
        case headerNamePair = 0x1000_0004
        case byteGram = 0x0000_0012
        case characterGram = 0x0000_0013
    }

    /// The hash of a token, itself given as a hash, in a field.
    @inlinable
    public static func of(_ field: Field, _ token: UInt32) -> UInt32 {
        mix(token ^ field.rawValue &* 0x85EB_CA6B)
    }

    /// The hash of two tokens that follow each other.
    @inlinable
    public static func of(_ field: Field, _ first: UInt32, _ second: UInt32) -> UInt32 {
        mix((first &* 0x9E37_79B1 | 1) &+ second ^ field.rawValue &* 0xC2B2_AE35)
    }

    /// The hash of a token's bytes (FNV-1a with a final mix), ASCII capitals as small letters.
    public static func token(_ bytes: Span<UInt8>) -> UInt32 {
        var hash = tokenSeed
        for index in bytes.indices { hash = tokenStep(hash, bytes[index]) }
        return mix(hash)
    }

    /// The hash of a short word of our own, as of its bytes.
    static func token(_ word: String) -> UInt32 {
        var hash = tokenSeed
        for byte in word.utf8 { hash = tokenStep(hash, byte) }
        return mix(hash)
    }

    /// What the hash of a token begins with (FNV-1a).
    static let tokenSeed: UInt32 = 0x811C_9DC5

    /// The hash with one more byte, an ASCII capital as its small letter.
    @inline(__always)
    static func tokenStep(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
        let isCapital = byte &- 65 < 26
        return (hash ^ UInt32(isCapital ? byte | 32 : byte)) &* 0x0100_0193
    }

    /// The finaliser of MurmurHash3 (public domain): every bit of the input moves every bit of the output.
    @inlinable
    static func mix(_ value: UInt32) -> UInt32 {
        var hash = value
        hash ^= hash >> 16
        hash &*= 0x85EB_CA6B
        hash ^= hash >> 13
        hash &*= 0xC2B2_AE35
        hash ^= hash >> 16
        return hash
    }
}
