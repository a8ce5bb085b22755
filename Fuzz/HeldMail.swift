// Fuzz harness of held mail: marks of released mails, summaries as they come out of a store, replies of a mail server. Uses: Quarantine, Storing, Telemetry, Messages.
//
// The first byte chooses. A mark that nobody signed is never good; a summary that is read is written and read the same; whatever a mail server
// replies, what it is told are whole lines, and the conversation comes to an end.

import Messages
import Storing
import Telemetry

@testable import Quarantine

private let marks: ReleaseMarks = {
    guard let key = QuarantineKey(secret: [UInt8](repeating: 5, count: QuarantineKey.bytes)) else {
        preconditionFailure("the secret is whole")
    }
    return ReleaseMarks(key, time: ManualTime(Timestamp(seconds: 1000)))
}()
private let reference = String(repeating: "0a", count: 16)

private let field = Array("Chaffinch-Release: ".utf8)

private func mark(_ bytes: [UInt8]) {
    precondition(marks.reference(markedOn: bytes, returnPath: "a@x", recipients: ["b@x"]) == nil, "nobody signed this")
    precondition(marks.reference(markedOn: field + bytes, returnPath: "a@x", recipients: ["b@x"]) == nil, "nor this")
    let whole = marked(bytes, as: reference)
    // A first line that continues a field would continue ours: the gateway writes one with a trace field in front.
    guard let first = bytes.first, first != 32, first != 9 else { return }
    precondition(marks.reference(markedOn: whole + bytes, returnPath: "A@x", recipients: ["B@x"]) == reference, "what was signed is good")
    precondition(marks.reference(markedOn: whole + bytes, returnPath: "c@x", recipients: ["b@x"]) == nil, "and from this sender alone")
    let ours = marked(bytes, as: ReleaseMarks.ours) + bytes
    precondition(marks.reference(markedOn: ours, returnPath: "a@x", recipients: ["b@x"]) == ReleaseMarks.ours, "what we wrote is good")
    precondition(marks.reference(markedOn: ours, returnPath: "a@x", recipients: ["c@x"]) == nil, "for whom we wrote it alone")
}

private func marked(_ bytes: [UInt8], as reference: String) -> [UInt8] {
    field + Array(marks.mark(for: reference, returnPath: "a@x", recipients: ["b@x"], mail: bytes).utf8) + [13, 10]
}

private func summary(_ bytes: [UInt8]) {
    guard let mail = HeldMail(written: bytes) else { return }
    guard let again = HeldMail(written: mail.written) else { preconditionFailure("what is written is read") }
    precondition(again.written == mail.written && again.binding == mail.binding, "and says the same")
    for addressee in mail.addressees { precondition(mail.isFor(addressee.address)) }
}

private func submission(_ bytes: [UInt8], step: Int) {
    let mail = SubmissionSession.Mail(returnPath: "a@x", recipients: ["b@x", "c@x"], bytes: bytes)
    precondition(SubmissionSession.problem(with: mail) == nil)
    let content = SubmissionSession.content(bytes)
    precondition(content.suffix(3) == [46, 13, 10], "content ends with a line of a dot")
    for (index, byte) in content.enumerated() where byte == 13 || byte == 10 {
        if byte == 13 { precondition(index + 1 < content.count && content[index + 1] == 10, "lines end in CRLF") }
        if byte == 10 { precondition(index > 0 && content[index - 1] == 13, "and in nothing else") }
    }
    let lines = content.split(separator: 10, omittingEmptySubsequences: false)
    precondition(lines.dropLast(2).allSatisfy { $0 != [46, 13] }, "no line before ends it")
    let address = String(decoding: bytes, as: UTF8.self)
    if SubmissionSession.problem(with: .init(returnPath: address, recipients: ["b@x"], bytes: [])) == nil {
        precondition(address.utf8.allSatisfy { $0 >= 32 && $0 != 127 }, "an address is one line")
    }
    var session = SubmissionSession(mail, as: "mx")
    for start in stride(from: 0, to: bytes.count, by: step) {
        switch session.receive(bytes[start..<min(start + step, bytes.count)]) {
        case .wait: break
        case .send(let said): precondition(said.suffix(2) == [13, 10], "what is said are whole lines")
        case .sendContent(let pieces): precondition(Array(pieces.joined()) == content, "pieces make the whole")
        case .secure: preconditionFailure("nobody asked for TLS")
        case .end(let outcome, _):
            if case .taken(let refused) = outcome { precondition(refused.count < 2, "somebody's was taken") }
            return
        }
    }
}

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzHeldMail(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 1 else { return 0 }
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    let bytes = Array(input[1...])
    switch input[0] % 3 {
    case 0: mark(bytes)
    case 1: summary(bytes)
    default: submission(bytes, step: Int(input[0] >> 4) + 1)
    }
    return 0
}
