internal import Crypto
internal import Messages
internal import Telemetry

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Makes and reads links, each of which releases one held mail for one recipient of it, as long as that mail is kept.
///
/// A link is text of 96 characters, Base64 for addresses (RFC 4648 section 5) of the mail's reference, the end of its time in seconds, a tag that stands for
/// the recipient, and an HMAC with SHA-256 (RFC 2104) over these under a key that serves for nothing else. It holds no address.
public struct ReleaseLinks: Sendable {
    /// How many characters a link has.
    public static let length = 96

    /// Why a link is not taken.
    public enum Refusal: Error, Sendable, Hashable {
        /// We did not make it, or not like this.
        case forged
        /// The mail is no longer kept.
        case expired
    }

    /// What a link says, where we made it.
    public struct Claim: Sendable, Hashable {
        /// The reference of the mail.
        public let reference: String
        /// What stands for the recipient: the same in all links of theirs.
        public let recipientTag: [UInt8]
    }

    private static let (referenceBytes, endBytes, tagBytes, codeBytes) = (16, 8, 16, 32)

    private let key: SymmetricKey
    private let recipientKey: SymmetricKey
    private let time: any TimeSource

    init(_ key: QuarantineKey, time: any TimeSource) {
        self.key = key.link
        recipientKey = key.linkRecipient
        self.time = time
    }

    /// The link that releases a mail for one of its recipients.
    public func link(to mail: HeldMail, for recipient: String) -> String {
        let end = UInt64(bitPattern: mail.expiry.seconds)
        let said =
            ReleaseLinks.bytes(ofReference: mail.reference)
            + stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: end >> UInt64($0)) } + tag(of: recipient)
        let code = HMAC<SHA256>.authenticationCode(for: said, using: key)
        return Data(said + Array(code)).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
    }

    /// What a link says. Throws where we did not make it, or its time is over.
    public func claim(of link: String) throws(Refusal) -> Claim {
        guard link.utf8.count == ReleaseLinks.length, !link.utf8.contains(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/") }),
            let bytes = Data(base64Encoded: link.replacing("-", with: "+").replacing("_", with: "/")).map(Array.init),
            bytes.count == ReleaseLinks.referenceBytes + ReleaseLinks.endBytes + ReleaseLinks.tagBytes + ReleaseLinks.codeBytes
        else { throw .forged }
        let said = bytes.dropLast(ReleaseLinks.codeBytes)
        guard HMAC<SHA256>.isValidAuthenticationCode(bytes.suffix(ReleaseLinks.codeBytes), authenticating: said, using: key) else {
            throw .forged
        }
        let end = said.dropFirst(ReleaseLinks.referenceBytes).prefix(ReleaseLinks.endBytes).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard time.now().seconds <= Int64(bitPattern: end) else { throw .expired }
        let digits = said.prefix(ReleaseLinks.referenceBytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        return Claim(reference: digits.joined(), recipientTag: Array(said.suffix(ReleaseLinks.tagBytes)))
    }

    /// The recipient whom a link of a mail stands for; nothing where it is none of the mail's.
    public func addressee(of claim: Claim, in mail: HeldMail) -> HeldMail.Addressee? {
        mail.reference == claim.reference ? mail.addressees.first { tag(of: $0.address) == claim.recipientTag } : nil
    }

    private func tag(of recipient: String) -> [UInt8] {
        let folded = Array(QuarantineKey.folded(recipient).utf8)
        return Array(HMAC<SHA256>.authenticationCode(for: folded, using: recipientKey).prefix(ReleaseLinks.tagBytes))
    }

    private static func bytes(ofReference reference: String) -> [UInt8] {
        let digits = Array(reference.utf8)
        return stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<min($0 + 2, digits.count)], as: UTF8.self), radix: 16)
        }
    }
}
