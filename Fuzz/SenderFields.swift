// Fuzz harness of what names a sender outside of signatures and records: the fields of the purported responsible address, VBR-Info, the
// SUBMITTER parameter and signed return paths (Authentication/SenderID, CSV and BATV). Uses: Authentication, MIME, Messages, Resolving.
//
// The first byte chooses what the rest is, and between bytes as they come and bytes mapped onto pieces of all of them.

import Authentication
import MIME
import Messages
import Resolving

/// The pieces that bytes stand for in the second mode.
private let pieces: [[UInt8]] = [
    "From: ", "Sender: ", "Resent-From: ", "Resent-Sender: ", "Received: ", "Return-Path: ", "resent-from:", "Subject: ", "a@example.org",
    "<b@example.net>", "\"c d\"@example.com", ", ", "Friends: ", ";", " ", "\r\n", "\r\n ", "\n", "\r\n\r\n", "(", ")", "@", "\"", "md=",
    "mc=",
    "mv=", "list", "all", "example.org", ":", "=", "prvs=", "0123", "abcdef", "ABCDEF", "+", "+3D", "+3d", "xn--", "\u{FC}", "\0", ".",
].map { Array($0.utf8) }

private func responsible(_ bytes: [UInt8]) -> PurportedResponsibleAddress {
    PurportedResponsibleAddress(of: MailParser().parse(bytes))
}

private func mailbox(_ address: PurportedResponsibleAddress) -> String? {
    guard case .mailbox(let mailbox, _) = address else { return nil }
    return mailbox.local + "@" + mailbox.domain
}

private func endsLinesByCRLF(_ bytes: [UInt8]) -> Bool {
    bytes.indices.allSatisfy { index in
        switch bytes[index] {
        case 0x0D: index + 1 < bytes.count && bytes[index + 1] == 0x0A
        case 0x0A: index > 0 && bytes[index - 1] == 0x0D
        default: true
        }
    }
}

private func readMail(_ bytes: [UInt8]) {
    let message = MailParser().parse(bytes)
    let found = PurportedResponsibleAddress(of: message)
    if case .mailbox(let mailbox, let field) = found {
        precondition(!mailbox.local.isEmpty && !mailbox.domain.isEmpty, "a mailbox has two halves")
        precondition([.resentSender, .resentFrom, .sender, .from].contains(field), "only four fields name it")
        precondition(message.ownHeaders.contains { $0.known == field }, "the field is there")
    }
    // A mail that begins with something other than a field, or whose lines end otherwise, is another mail once a field stands before it.
    guard let first = message.ownHeaders.first, first.name.range.lowerBound == 0, endsLinesByCRLF(bytes) else { return }
    precondition(mailbox(responsible(Array("X: y\r\n".utf8) + bytes)) == mailbox(found), "other fields count for nothing")
    precondition(
        mailbox(responsible(Array("Resent-Sender: z@example.org\r\n".utf8) + bytes)) == "z@example.org",
        "the newest resender is responsible")
}

private func readClaim(_ text: String) {
    guard let claim = VouchByReference.Claim(text) else { return }
    precondition(!claim.kind.isEmpty && !claim.services.isEmpty, "a claim is whole")
    let services = claim.services.map(\.description).joined(separator: ":")
    guard claim.domain.bytes.allSatisfy({ $0 < 0x80 }), services.utf8.allSatisfy({ $0 < 0x80 }) else { return }
    precondition(VouchByReference.Claim("md=\(claim.domain); mc=\(claim.kind); mv=\(services)") == claim, "what is written reads the same")
}

private let signatures = PrivateSignature(keys: [1: [1, 2, 3], 2: [4]])

private func readAddress(_ text: String, at moment: Timestamp) {
    switch signatures.result(of: text, at: moment) {
    case .untagged: precondition(PrivateSignature.stripped(text) == text, "what has no tag stays")
    case .pass(let original), .badSignature(let original), .expired(let original), .unknownKey(let original):
        precondition(PrivateSignature.stripped(text) == original && original.utf8.count < text.utf8.count, "the tag goes")
    }
    guard let signed = try? signatures.signed(text, withKey: 1, at: moment) else { return }
    precondition(signatures.result(of: signed, at: moment) == .pass(original: text), "what is signed passes")
    precondition((try? signatures.signed(signed, withKey: 2, at: moment)) == nil, "nothing is signed twice")
}

private func readParameter(_ text: String) {
    _ = Submitter.mailbox(text)
    let value = Submitter.value(text)
    precondition(value.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "=") }, "a value is xtext")
    precondition(Submitter.mailbox(value) == text, "what is written reads the same")
}

/// Called by libFuzzer with each input; always gives 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSenderFields(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let given = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let bytes = start[0] & 1 == 0 ? given : given.flatMap { pieces[Int($0) % pieces.count] }
    let text = String(decoding: bytes, as: UTF8.self)
    switch start[0] >> 1 & 3 {
    case 0: readClaim(text)
    case 1:
        let seconds = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        readAddress(text, at: Timestamp(seconds: start[0] & 8 == 0 ? 1_795_258_800 : Int64(bitPattern: seconds)))
    case 2: readParameter(text)
    default: readMail(bytes)
    }
    return 0
}
