internal import Crypto
internal import CryptoExtras
internal import FoundationEssentials

/// A private key made anew, and the text of its file.
///
/// The random numbers are those of the operating system, through the library that the key is made with.
public struct NewDKIMKey: Sendable {
    /// Why a key was not made.
    public enum Problem: Error, Sendable, Hashable {
        /// An RSA key of a size that is too small for new keys (RFC 8301 section 3.2), too large for readers, or odd.
        case size(bits: Int)
        /// The library made none.
        case notMade
    }

    /// The sizes of RSA keys that are made.
    public static let rsaBits = 2048...4096
    /// What stands before the seed of an Ed25519 key in PKCS#8 (RFC 8410 section 7).
    private static let wrapping: [UInt8] = [0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20]

    /// The key.
    public let key: DKIMSigningKey
    /// The text of its file: PEM.
    public let file: [UInt8]

    /// Makes a key of a type; `bits` is for RSA.
    public init(_ type: DKIMKeyRecord.KeyType, bits: Int = 2048) throws(Problem) {
        let text: String
        switch type {
        case .rsa:
            guard NewDKIMKey.rsaBits.contains(bits), bits.isMultiple(of: 256) else { throw .size(bits: bits) }
            guard let key = try? _RSA.Signing.PrivateKey(keySize: _RSA.Signing.KeySize(bitCount: bits)) else { throw .notMade }
            text = key.pemRepresentation + "\n"
        case .ed25519:
            let seed = Curve25519.Signing.PrivateKey().rawRepresentation
            let line = String(decoding: Base64.encode(NewDKIMKey.wrapping + seed), as: UTF8.self)
            text = "-----BEGIN PRIVATE KEY-----\n\(line)\n-----END PRIVATE KEY-----\n"
        }
        file = Array(text.utf8)
        guard let key = try? DKIMSigningKey(file) else { throw .notMade }
        self.key = key
    }
}
