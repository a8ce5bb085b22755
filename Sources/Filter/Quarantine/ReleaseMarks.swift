internal import Crypto
internal import Messages
internal import Telemetry

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Marks mails that were released, so that the same filter, asked once more on their way, lets them pass.
///
/// A mark is a header field that this service alone can write, and takes out of every mail that it sees: it says of which held mail it is and until when it is
/// good, and binds both to the return path, the recipients, the body of the mail and the fields that say how it is shown (subject, MIME version, content) by
/// HMAC with SHA-256 (RFC 2104). White space does not count: transports fold and unfold lines; nor do other fields, which a mail server writes anew and adds
/// where they are missing before its filters see the mail.
public struct ReleaseMarks: Sendable {
    /// The name of the field.
    public static let field = "Chaffinch-Release"
    /// What stands in a mark for a mail that is none of those held: one that we wrote ourselves, and that quotes what strangers wrote.
    public static let ours = String(repeating: "0", count: 32)
    /// How long a mark is good; a mail server asks its filter while the mail is handed over.
    public static let validity = Duration.seconds(900)
    /// The most bytes of a field that is looked at.
    static let length = 200

    private let key: SymmetricKey
    private let time: any TimeSource

    init(_ key: QuarantineKey, time: any TimeSource) {
        self.key = key.mark
        self.time = time
    }

    /// The body of the field for a mail that is released.
    public func mark(for reference: String, returnPath: String, recipients: [String], mail: [UInt8]) -> String {
        let until = time.now().seconds + ReleaseMarks.validity.components.seconds
        let content = MarkedContent(of: mail[...])
        let code = HMAC<SHA256>.authenticationCode(for: ReleaseMarks.signed(reference, until, returnPath, recipients, content), using: key)
        return "2; ref=\(reference); until=\(until); code=\(Data(code).base64EncodedString())"
    }

    /// The reference of the held mail that a mail in transport is, whose header begins with a mark that is good; nothing for every other mail.
    /// - Parameters:
    ///   - bytes: the mail, the field included.
    ///   - returnPath: its return path.
    ///   - recipients: the recipients of this copy; of a mail that we wrote they have to be those that the mark was made for; of one that was held the caller asks for whom it is being released.
    public func reference(markedOn bytes: [UInt8], returnPath: String, recipients: [String]) -> String? {
        // The field stands on top: it was written last, by us.
        guard let (value, rest) = ReleaseMarks.firstField(of: bytes) else { return nil }
        let parts = value.split(separator: ";").map { $0.drop { $0 == " " } }
        guard parts.count == 4, parts[0] == "2", parts[1].hasPrefix("ref="), parts[2].hasPrefix("until="), parts[3].hasPrefix("code="),
            let until = Int64(parts[2].dropFirst(6)), let given = Data(base64Encoded: String(parts[3].dropFirst(5)))
        else { return nil }
        let reference = String(parts[1].dropFirst(4))
        guard Quarantine.isReference(reference), time.now().seconds <= until else { return nil }
        let text = ReleaseMarks.signed(reference, until, returnPath, recipients, MarkedContent(of: bytes[rest...]))
        return HMAC<SHA256>.isValidAuthenticationCode(given, authenticating: text, using: key) ? reference : nil
    }

    /// The held mail that a mark names, whoever wrote it and whatever it stands on; nothing where there is no mark.
    public static func named(on bytes: [UInt8]) -> String? {
        guard let value = firstField(of: bytes)?.value, let part = value.split(separator: ";").dropFirst().first else { return nil }
        let reference = String(part.drop { $0 == " " }.dropFirst(4))
        return Quarantine.isReference(reference) ? reference : nil
    }

    /// The value of the field on top, where it is ours, in one line, and where the rest of the mail begins.
    private static func firstField(of bytes: [UInt8]) -> (value: String, rest: Int)? {
        let name = Array((field + ":").utf8)
        guard bytes.count > name.count, zip(bytes, name).allSatisfy({ ($0 | 0x20) == ($1 | 0x20) }) else { return nil }
        var index = name.count
        var value: [UInt8] = []
        while index < bytes.count, value.count <= length {
            let byte = bytes[index]
            index += 1
            if byte == 0x0A {
                guard index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 else {
                    return (String(decoding: value, as: UTF8.self), index)
                }
            } else if byte != 0x0D, byte != 0x09, !(byte == 0x20 && value.isEmpty) {
                value.append(byte)
            }
        }
        return nil
    }

    /// What a code stands for.
    ///
    /// The recipients of a mail that is held stand in the quarantine, which knows for whom it is being released; the mail server may refuse some of
    /// them, and those that are left get what was signed for all.
    private static func signed(
        _ reference: String, _ until: Int64, _ returnPath: String, _ recipients: [String], _ content: MarkedContent
    ) -> [UInt8] {
        let named = reference == ours ? Set(recipients.map(QuarantineKey.folded)).sorted() : []
        let envelope = Seal.joined([reference, "\(until)", QuarantineKey.folded(returnPath)] + named)
        return envelope + content.digest
    }
}
