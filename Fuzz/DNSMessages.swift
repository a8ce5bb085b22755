// Coverage-guided fuzzing of messages of the domain name system.
//
// The first byte chooses whether the rest is the message, or stands behind a header and a question that are right, so that the fuzzer
// reaches the records.

import DNSMessages
import Messages

private let question: [UInt8] = [1, 0x61, 7] + Array("example".utf8) + [0, 0, 16, 0, 1]

private func check(_ name: DNSName) {
    precondition(name.bytes.count < DNSName.limit, "a name keeps to its limit")
    if let dotted = name.dotted, !dotted.isEmpty {
        let again = DNSName(labels: dotted.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false))
        precondition(again == name, "what is written is the name")
    }
}

private func check(_ record: ResourceRecord) {
    check(record.name)
    switch record.data {
    case .name(let name), .mailExchange(_, let name), .service(_, _, _, let name): check(name)
    case .startOfAuthority(let server, let mailbox, _, _, _, _, _):
        check(server)
        check(mailbox)
    default: break
    }
}

/// One input of the fuzzer.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count >= 2 else { return 0 }
    let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    var bytes = Array(input[2...])
    if input[0] & 1 == 1 { bytes = [0, 1, 0x81, input[0] & 15, 0, 1, 0, input[1] & 7, 0, 1, 0, 1] + question + bytes }
    let message = DNSMessage(bytes.span)
    let records = message.answers + message.authorities + message.additionals
    // A record takes eleven bytes at least, a question five.
    precondition(records.count * 11 + message.questions.count * 5 <= bytes.count, "no more is read than was sent")
    precondition(message.defects.count <= 60 && message.code < 4096, "limits hold")
    precondition(message.defects.allSatisfy { (0...bytes.count).contains($0.offset) }, "defects lie inside")
    for question in message.questions { check(question.name) }
    for record in records { check(record) }
    precondition(DNSMessage(bytes.span) == message, "the same bytes give the same message")
    return 0
}
