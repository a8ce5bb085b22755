internal import Crypto
internal import CryptoExtras
internal import FoundationEssentials

/// A private key to sign with.
public struct DKIMSigningKey: Sendable {
    /// Why a file is no key to sign with.
    public enum Problem: Error, Sendable, Hashable {
        /// It holds no key that is known here.
        case notAKey
        /// It holds an RSA key that nobody may take signatures of (RFC 8301 section 3.2), or one larger than readers need take.
        case size(bits: Int)
    }

    private enum Key: Sendable {
        case rsa(_RSA.Signing.PrivateKey)
        case ed25519(Curve25519.Signing.PrivateKey)
    }

    private let key: Key

    /// Reads the text of a key's file: PEM with an RSA key (PKCS#1 or PKCS#8) or an Ed25519 key (PKCS#8), or 32 bytes of an Ed25519 seed in
    /// Base64, as dkimpy and others have it. Encrypted keys are not taken.
    public init(_ file: [UInt8]) throws(Problem) {
        guard let (label, bytes) = DKIMSigningKey.content(of: file) else { throw .notAKey }
        switch label {
        case "":
            key = try DKIMSigningKey.ed25519(bytes)
        case "PRIVATE KEY":
            if let seed = DERReader.ed25519Seed(of: bytes) {
                key = try DKIMSigningKey.ed25519(seed)
            } else {
                key = try DKIMSigningKey.rsa(bytes)
            }
        case "RSA PRIVATE KEY":
            key = try DKIMSigningKey.rsa(bytes)
        default: throw .notAKey
        }
    }

    private static func ed25519(_ seed: [UInt8]) throws(Problem) -> Key {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { throw .notAKey }
        return .ed25519(key)
    }

    private static func rsa(_ der: [UInt8]) throws(Problem) -> Key {
        guard let bits = DERReader.privateModulusBits(of: der) else { throw .notAKey }
        // Checked before the library sees it, as with public keys.
        guard DKIMPublicKey.rsaBits.contains(bits), bits.isMultiple(of: 8) else { throw .size(bits: bits) }
        guard let key = try? _RSA.Signing.PrivateKey(unsafeDERRepresentation: der) else { throw .notAKey }
        return .rsa(key)
    }

    /// The label of a PEM file and what is in it, or no label and what a line of Base64 says.
    private static func content(of file: [UInt8]) -> (label: String, bytes: [UInt8])? {
        let lines = file.split { $0 == 0x0A || $0 == 0x0D }
        let begin = Array("-----BEGIN ".utf8)
        guard let first = lines.firstIndex(where: { $0.starts(with: begin) }) else {
            guard case .success(let bytes) = Base64.decode(file[...]) else { return nil }
            return ("", bytes)
        }
        let label = lines[first].dropFirst(begin.count).prefix { $0 != UInt8(ascii: "-") }
        let end = lines[first...].firstIndex { $0.starts(with: "-----END ".utf8) }
        guard let end, case .success(let bytes) = Base64.decode(Array(lines[(first + 1)..<end].joined())[...]) else { return nil }
        return (String(decoding: label, as: UTF8.self), bytes)
    }

    /// How it signs.
    public var algorithm: DKIMAlgorithm {
        switch key {
        case .rsa: .rsaSHA256
        case .ed25519: .ed25519SHA256
        }
    }

    /// How many bits the key has.
    public var bits: Int {
        switch key {
        case .rsa(let key): key.keySizeInBits
        case .ed25519: 256
        }
    }

    /// The record to publish for it (RFC 6376 section 3.6.1, RFC 8463 section 4).
    public var record: String {
        switch key {
        case .rsa(let key): "v=DKIM1; k=rsa; p=" + String(decoding: Base64.encode(key.publicKey.derRepresentation), as: UTF8.self)
        case .ed25519(let key):
            "v=DKIM1; k=ed25519; p=" + String(decoding: Base64.encode(key.publicKey.rawRepresentation), as: UTF8.self)
        }
    }

    /// The signature of data; nothing where the library cannot make one. The same for the same data.
    func signature(of data: [UInt8]) -> [UInt8]? {
        switch key {
        case .rsa(let key):
            return (try? key.signature(for: SHA256.hash(data: data), padding: .insecurePKCS1v1_5)).map { Array($0.rawRepresentation) }
        case .ed25519(let key):
            return (try? key.signature(for: Array(SHA256.hash(data: data)))).map { Array($0) }
        }
    }
}
