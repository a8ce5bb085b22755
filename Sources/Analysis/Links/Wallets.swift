// Addresses of cryptocurrencies, told by their checksums (Base58Check; BIP 173 and 350) or, without one, by their shape. Hostile words.

/// Tells what wallet a word of letters and digits is.
enum Wallets {
    /// The kind of wallet, or nothing.
    static func kind(of word: Span<UInt8>) -> ContactPoint.Kind? {
        switch word.count {
        case 42 where word[0] == 48 && word[1] | 32 == 120: return isHexadecimal(word.extracting(2..<42)) ? .ethereum : nil
        case 95, 106: return (word[0] == 52 || word[0] == 56) && isBase58(word) ? .monero : nil
        default: break
        }
        if word.count <= 90, ByteClass.starts(word, with: "bc1") { return Bech32.isValid(word) ? .bitcoin : nil }
        if word.count <= 90, ByteClass.starts(word, with: "ltc1") { return Bech32.isValid(word) ? .litecoin : nil }
        guard word.count <= 35 else { return nil }
        switch word[0] {
        case 49, 51, 76, 77, 84: break  // 1, 3, L, M, T
        default: return nil
        }
        guard let version = Base58.version(word) else { return nil }
        switch version {
        case 0x00, 0x05: return .bitcoin
        case 0x30, 0x32: return .litecoin
        case 0x41: return .tron
        default: return nil
        }
    }

    private static func isHexadecimal(_ word: Span<UInt8>) -> Bool {
        (0..<word.count).allSatisfy { ByteClass.hexadecimal(word[$0]) != nil }
    }

    private static func isBase58(_ word: Span<UInt8>) -> Bool {
        (0..<word.count).allSatisfy { Base58.value(word[$0]) != nil }
    }
}

/// Base58Check as Bitcoin and its kin use it: a version, 20 bytes, and four bytes of a double SHA-256.
enum Base58 {
    /// The version byte of a word whose checksum is right.
    static func version(_ word: Span<UInt8>) -> UInt8? {
        var bytes = [UInt8](repeating: 0, count: 25)
        for index in 0..<word.count {
            guard var carry = value(word[index]) else { return nil }
            for position in stride(from: 24, through: 0, by: -1) {
                carry += Int(bytes[position]) * 58
                bytes[position] = UInt8(truncatingIfNeeded: carry)
                carry >>= 8
            }
            guard carry == 0 else { return nil }
        }
        let digest = SHA256.hash(SHA256.hash(bytes[..<21])[...])
        return digest.prefix(4).elementsEqual(bytes[21...]) ? bytes[0] : nil
    }

    /// The value of a digit: no 0, O, I or l.
    static func value(_ byte: UInt8) -> Int? {
        switch byte {
        case 49...57: Int(byte) - 49
        case 65...72: Int(byte) - 56
        case 74...78: Int(byte) - 57
        case 80...90: Int(byte) - 58
        case 97...107: Int(byte) - 64
        case 109...122: Int(byte) - 65
        default: nil
        }
    }
}

/// Bech32 (BIP 173) and Bech32m (BIP 350).
enum Bech32 {
    private static let alphabet: StaticString = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"

    /// Whether a word's checksum is right; of one case only.
    static func isValid(_ word: Span<UInt8>) -> Bool {
        guard word.count >= 14, word.count <= 90 else { return false }
        var hasUpper = false
        var hasLower = false
        var separator: Int?
        for index in 0..<word.count {
            if word[index] &- 65 < 26 { hasUpper = true }
            if word[index] &- 97 < 26 { hasLower = true }
            if word[index] == 49 { separator = index }
        }
        guard let separator, separator > 0, !(hasUpper && hasLower) else { return false }
        var checksum: UInt32 = 1
        for index in 0..<separator { checksum = step(checksum, UInt32(ByteClass.lowered(word[index]) >> 5)) }
        checksum = step(checksum, 0)
        for index in 0..<separator { checksum = step(checksum, UInt32(ByteClass.lowered(word[index]) & 31)) }
        for index in (separator + 1)..<word.count {
            guard let value = value(ByteClass.lowered(word[index])) else { return false }
            checksum = step(checksum, value)
        }
        return checksum == 1 || checksum == 0x2BC8_30A3
    }

    private static func value(_ byte: UInt8) -> UInt32? {
        alphabet.withUTF8Buffer { alphabet in
            unsafe alphabet.firstIndex(of: byte).map { UInt32($0) }
        }
    }

    private static func step(_ checksum: UInt32, _ value: UInt32) -> UInt32 {
        let generator: [UInt32] = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3]
        let top = checksum >> 25
        var next = (checksum & 0x1FF_FFFF) << 5 ^ value
        for bit in 0..<5 where top >> UInt32(bit) & 1 == 1 { next ^= generator[bit] }
        return next
    }
}
