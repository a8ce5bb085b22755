/// Reads the values of DER one after the other, as far as keys have them (X.690 section 8).
struct DERReader {
    /// What a value is.
    enum Kind: UInt8 {
        case integer = 0x02
        case bitString = 0x03
        case octetString = 0x04
        case objectIdentifier = 0x06
        case sequence = 0x30
    }

    private let bytes: ArraySlice<UInt8>
    private var index: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    /// The content of the next value, or nothing where it is of another kind or goes beyond the end.
    mutating func next(_ kind: Kind) -> ArraySlice<UInt8>? {
        guard index < bytes.endIndex, bytes[index] == kind.rawValue, index + 1 < bytes.endIndex else { return nil }
        var cursor = index + 2
        var length = Int(bytes[index + 1])
        if length > 127 {
            let octets = length & 127
            // Four octets of length are more than any key has.
            guard (1...4).contains(octets), cursor + octets <= bytes.endIndex else { return nil }
            length = bytes[cursor..<(cursor + octets)].reduce(0) { $0 << 8 | Int($1) }
            cursor += octets
        }
        guard length <= bytes.endIndex - cursor else { return nil }
        index = cursor + length
        return bytes[cursor..<index]
    }

    /// How many bits the modulus of an RSA key has, given as SubjectPublicKeyInfo (RFC 5280 section 4.1) or bare (RFC 8017 appendix A.1.1).
    static func modulusBits(of key: [UInt8]) -> Int? {
        var outside = DERReader(key[...])
        guard let whole = outside.next(.sequence) else { return nil }
        var inside = DERReader(whole)
        if let modulus = inside.next(.integer) { return bits(of: modulus) }
        guard inside.next(.sequence) != nil, let string = inside.next(.bitString), string.first == 0 else { return nil }
        var wrapped = DERReader(string.dropFirst())
        guard let key = wrapped.next(.sequence) else { return nil }
        var numbers = DERReader(key)
        return numbers.next(.integer).flatMap(bits)
    }

    /// How many bits the modulus of a private RSA key has, given as PKCS#1 (RFC 8017 appendix A.1.2) or PKCS#8 (RFC 5208 section 5).
    static func privateModulusBits(of key: [UInt8]) -> Int? {
        var outside = DERReader(key[...])
        guard let whole = outside.next(.sequence) else { return nil }
        var inside = DERReader(whole)
        guard inside.next(.integer) != nil else { return nil }
        if let modulus = inside.next(.integer) { return bits(of: modulus) }
        guard inside.next(.sequence) != nil, let wrapped = inside.next(.octetString) else { return nil }
        var reader = DERReader(wrapped)
        guard let key = reader.next(.sequence) else { return nil }
        var numbers = DERReader(key)
        guard numbers.next(.integer) != nil else { return nil }
        return numbers.next(.integer).flatMap(bits)
    }

    private static func bits(of integer: ArraySlice<UInt8>) -> Int? {
        let digits = integer.drop { $0 == 0 }
        guard let first = digits.first else { return nil }
        return digits.count * 8 - first.leadingZeroBitCount
    }

    /// The seed of an Ed25519 key in PKCS#8 (RFC 8410 section 7); nothing for a key of another kind.
    static func ed25519Seed(of key: [UInt8]) -> [UInt8]? {
        var outside = DERReader(key[...])
        guard let whole = outside.next(.sequence) else { return nil }
        var inside = DERReader(whole)
        guard inside.next(.integer) != nil, let algorithm = inside.next(.sequence), let wrapped = inside.next(.octetString) else {
            return nil
        }
        var identifiers = DERReader(algorithm)
        guard let identifier = identifiers.next(.objectIdentifier), identifier.elementsEqual([0x2B, 0x65, 0x70]) else { return nil }
        var seed = DERReader(wrapped)
        return seed.next(.octetString).map { Array($0) }
    }
}
