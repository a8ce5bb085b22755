internal import Crypto
public import Messages

/// Bounce Address Tag Validation with the simple private signature `prvs` (draft-levine-smtp-batv): a return path that only we could have
/// written, so that a bounce to any other is of mail that we did not send.
///
/// `prvs=KDDDSSSSSS=local@domain`: K the number of the key, DDD the day on which it expires, SSSSSS the first three bytes of an HMAC. 24 bits
/// are few: change keys, and bound how often somebody may guess.
public struct PrivateSignature: Sendable {
    /// For how many days a signed address is good.
    public static let lifetime = 7

    /// What is found of an address.
    public enum Result: Sendable, Hashable {
        /// It is not tagged.
        case untagged
        /// It is ours and in time; the address as it was before.
        case pass(original: String)
        /// The signature is not ours.
        case badSignature(original: String)
        /// It was ours, and is too old.
        case expired(original: String)
        /// It names a key that we do not have.
        case unknownKey(original: String)
    }

    /// Why an address is not signed.
    public enum SigningProblem: Error, Sendable, Hashable {
        /// There is no key of this number.
        case noKey(Int)
        /// The empty return path of a bounce is never signed: nothing comes back to it.
        case empty
        /// It is tagged already.
        case tagged
        /// The local part is quoted, or none at all: a tag before it would make an address that nobody takes.
        case notPlain
        /// With the tag the local part would have so many bytes, more than RFC 5321 section 4.5.3.1.1 lets it have.
        case tooLong(bytes: Int)
    }

    /// The greatest number of bytes of a local part (RFC 5321 section 4.5.3.1.1).
    public static let localPartLimit = 64

    private let keys: [Int: SymmetricKey]

    /// Signatures with these keys, by their numbers from 0 to 9.
    public init(keys: [Int: [UInt8]]) {
        self.keys = keys.filter { (0...9).contains($0.key) }.mapValues { SymmetricKey(data: $0) }
    }

    /// The tagged form of an address.
    public func signed(_ address: String, withKey number: Int, at moment: Timestamp) throws(SigningProblem) -> String {
        guard !address.isEmpty else { throw .empty }
        guard PrivateSignature.parts(of: address) == nil else { throw .tagged }
        guard PrivateSignature.isPlain(address) else { throw .notPlain }
        guard let key = keys[number] else { throw .noKey(number) }
        let day = PrivateSignature.day(moment, plus: PrivateSignature.lifetime)
        let tag = String(number) + String(String(1000 + day).dropFirst())
        let tagged = "prvs=" + tag + PrivateSignature.signature(of: tag + address, with: key) + "=" + address
        let length = PrivateSignature.localPart(of: tagged).utf8.count
        guard length <= PrivateSignature.localPartLimit else { throw .tooLong(bytes: length) }
        return tagged
    }

    /// What stands before the last `@`; all of an address that has none.
    private static func localPart(of address: String) -> Substring {
        address[..<(address.lastIndex(of: "@") ?? address.endIndex)]
    }

    /// Whether the local part is of atoms with dots between (RFC 5321 section 4.1.2, RFC 6531 section 3.3), and needs no quotes.
    private static func isPlain(_ address: String) -> Bool {
        let atoms = localPart(of: address).split(separator: ".", omittingEmptySubsequences: false)
        return atoms.allSatisfy { atom in
            !atom.isEmpty
                && atom.utf8.allSatisfy { $0 > 0x7F || $0 &- 48 < 10 || ($0 | 0x20) &- 97 < 26 || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
        }
    }

    /// What is found of an address that comes back.
    public func result(of address: String, at moment: Timestamp) -> Result {
        guard let parts = PrivateSignature.parts(of: address) else { return .untagged }
        guard let key = keys[parts.number] else { return .unknownKey(original: parts.original) }
        let right = PrivateSignature.signature(of: parts.tag + parts.original, with: key)
        guard PrivateSignature.isEqual(right, parts.signature.lowercased()) else { return .badSignature(original: parts.original) }
        let left = (parts.day - PrivateSignature.day(moment) + 1000) % 1000
        // One day more: whoever signed may have a clock that is ahead of ours.
        return left <= PrivateSignature.lifetime + 1 ? .pass(original: parts.original) : .expired(original: parts.original)
    }

    /// The address without its tag, whoever wrote it: what lists and greylists should remember.
    public static func stripped(_ address: String) -> String {
        parts(of: address)?.original ?? address
    }

    /// The number of a moment's day among a thousand, counted from 1970, or of a day so many later.
    private static func day(_ moment: Timestamp, plus days: Int = 0) -> Int {
        // The remainder of a day before 1970 is below zero.
        (Int(moment.seconds / 86_400 % 1000) + days + 1000) % 1000
    }

    private struct Parts {
        var number: Int
        var day: Int
        var tag: String
        var signature: String
        var original: String
    }

    /// `prvs=`, a digit, three digits, six hexadecimal digits, `=`, an address; letters of either case.
    private static func parts(of address: String) -> Parts? {
        let bytes = Array(address.utf8)
        guard bytes.count > 16, String(decoding: bytes[..<5], as: UTF8.self).lowercased() == "prvs=", bytes[15] == UInt8(ascii: "="),
            bytes[5..<9].allSatisfy({ $0 &- 48 < 10 }), bytes[9..<15].allSatisfy({ $0 &- 48 < 10 || ($0 | 0x20) &- 97 < 6 }),
            let number = Int(String(decoding: bytes[5..<6], as: UTF8.self)), let day = Int(String(decoding: bytes[6..<9], as: UTF8.self))
        else { return nil }
        return Parts(
            number: number, day: day, tag: String(decoding: bytes[5..<9], as: UTF8.self),
            signature: String(decoding: bytes[9..<15], as: UTF8.self),
            original: String(decoding: bytes[16...], as: UTF8.self))
    }

    private static func signature(of text: String, with key: SymmetricKey) -> String {
        let code = HMAC<Insecure.SHA1>.authenticationCode(for: Array(text.utf8), using: key)
        return code.prefix(3).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Compares in a time that does not tell how much agrees.
    private static func isEqual(_ left: String, _ right: String) -> Bool {
        let left = Array(left.utf8)
        let right = Array(right.utf8)
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
