internal import Crypto
internal import CryptoExtras
internal import FoundationEssentials

/// A public key that signatures are checked with.
struct DKIMPublicKey: Sendable {
    /// The sizes of RSA keys that are verified with (RFC 8301 section 3.2: from 1024 to 4096 bits at least; no key below 1024 counts).
    static let rsaBits = 1024...4096

    /// Why there is no key to verify with.
    enum Refusal: Error {
        case notAKey
        case size(bits: Int)
    }

    private enum Key: Sendable {
        case rsa(_RSA.Signing.PublicKey)
        case unevenRSA(UnevenRSAKey)
        case ed25519(Curve25519.Signing.PublicKey)
    }

    private let key: Key
    /// How many bits it has.
    let bits: Int

    /// An RSA key: SubjectPublicKeyInfo, or the key alone (RFC 6376 section 3.6.1 with its erratum 3017).
    init(rsa der: [UInt8]) throws(Refusal) {
        guard let bits = DERReader.modulusBits(of: der) else { throw .notAKey }
        // Checked before the library sees it, so that nobody makes us calculate with a number of a hundred thousand bits.
        guard DKIMPublicKey.rsaBits.contains(bits) else { throw .size(bits: bits) }
        self.bits = bits
        if bits.isMultiple(of: 8) {
            guard let key = try? _RSA.Signing.PublicKey(unsafeDERRepresentation: der) else { throw .notAKey }
            self.key = .rsa(key)
        } else {
            guard let key = UnevenRSAKey(der: der) else { throw .notAKey }
            self.key = .unevenRSA(key)
        }
    }

    /// An Ed25519 key: 32 bytes (RFC 8463 section 4).
    init(ed25519 bytes: [UInt8]) throws(Refusal) {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { throw .notAKey }
        self.key = .ed25519(key)
        bits = 256
    }

    /// Whether a signature over a digest was made with the key that belongs to this; never where the two are of different types.
    func verifies(_ signature: [UInt8], of digest: SignedDigest) -> Bool {
        switch (key, digest) {
        case (.rsa(let key), .sha256(let digest)):
            key.isValidSignature(_RSA.Signing.RSASignature(rawRepresentation: signature), for: digest, padding: .insecurePKCS1v1_5)
        case (.rsa(let key), .sha1(let digest)):
            key.isValidSignature(_RSA.Signing.RSASignature(rawRepresentation: signature), for: digest, padding: .insecurePKCS1v1_5)
        case (.unevenRSA(let key), .sha256(let digest)): key.verifies(signature, of: Array(digest))
        case (.unevenRSA(let key), .sha1(let digest)): key.verifies(signature, of: Array(digest))
        case (.ed25519(let key), .sha256(let digest)):
            // What is signed is the hash, as if it were the message (RFC 8463 section 3).
            key.isValidSignature(signature, for: Array(digest))
        case (.ed25519, .sha1): false
        }
    }
}
