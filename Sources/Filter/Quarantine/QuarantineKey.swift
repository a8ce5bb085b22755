// Quarantine: messages that are held until somebody says what becomes of them. What is stored is sealed here; nobody below sees what it says.
//
// What comes out of a store is not trusted: whoever has the disk may have changed it, and then it does not open.

internal import Crypto

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The secret of a quarantine. Each use has a key of its own, derived by HKDF with SHA-256 (RFC 5869), so that no two uses meet.
public struct QuarantineKey: Sendable {
    /// How many bytes the secret has.
    public static let bytes = 32

    let content: SymmetricKey
    let summary: SymmetricKey
    let addressee: SymmetricKey
    let mark: SymmetricKey
    let report: SymmetricKey
    let link: SymmetricKey
    let linkRecipient: SymmetricKey

    /// The keys of a secret; nothing where it is not as long as it has to be.
    public init?(secret: [UInt8]) {
        guard secret.count == QuarantineKey.bytes else { return nil }
        let root = SymmetricKey(data: secret)
        func key(_ use: String) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(inputKeyMaterial: root, info: Array("chaffinch quarantine 1 \(use)".utf8), outputByteCount: 32)
        }
        content = key("content")
        summary = key("summary")
        addressee = key("addressee")
        mark = key("mark")
        report = key("report")
        link = key("link")
        linkRecipient = key("link recipient")
    }

    /// A new secret, of the system's random numbers.
    public static func random() -> [UInt8] {
        var random = SystemRandomNumberGenerator()
        return (0..<bytes).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    }

    /// What stands for an address in the store: the same for the same address, however its letters are written, and of no use to whoever has not the key.
    func name(of address: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(QuarantineKey.folded(address).utf8), using: addressee).prefix(16))
    }

    /// An address as addresses are compared: mail servers tell no large letters from small ones, whatever the standard lets them do.
    static func folded(_ address: String) -> String { address.lowercased() }
}

/// Seals bytes by AES-256-GCM (NIST SP 800-38D): nonce, text and tag in one piece. Each piece has a random nonce of its own.
enum Seal {
    /// What keeps a piece from being opened.
    struct Broken: Error {}

    /// Seals a text, bound to a context that has to be given again to open it.
    static func sealed(_ text: [UInt8], with key: SymmetricKey, bound context: [UInt8]) throws(Broken) -> [UInt8] {
        do {
            guard let combined = try AES.GCM.seal(text, using: key, authenticating: context).combined else { throw Broken() }
            return [UInt8](combined)
        } catch {
            throw Broken()
        }
    }

    /// Opens what was sealed; throws where the key or the context is another, or a bit was changed.
    static func opened(_ sealed: [UInt8], with key: SymmetricKey, bound context: [UInt8]) throws(Broken) -> [UInt8] {
        do {
            return [UInt8](try AES.GCM.open(try AES.GCM.SealedBox(combined: sealed), using: key, authenticating: context))
        } catch {
            throw Broken()
        }
    }

    /// Texts one after the other, each behind its length: no two lists of texts give the same bytes.
    static func joined(_ texts: [String]) -> [UInt8] {
        texts.reduce(into: []) { bytes, text in
            let count = UInt64(text.utf8.count)
            bytes += (0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * UInt64($0))) }
            bytes += text.utf8
        }
    }
}
