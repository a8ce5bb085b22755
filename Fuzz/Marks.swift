// Fuzz harness of the marks that a mail gets where a whole mail is answered. Uses: MarkedMail of MailGateway, which is compiled beside it.
//
// Whatever the mail: our fields stand on top, nobody else's by their names is left in the header, and marking again changes nothing.

internal import Filter
internal import MIME
internal import Messages

private let marks = [
    MailMarks.Field(name: Array("Chaffinch-Verdict".utf8), body: Array(" a;\r\n b".utf8)),
    MailMarks.Field(name: Array("X-Spam-Status".utf8), body: Array(" No".utf8)),
]
private let forgeries = MarkedMail.Forgeries(claimed: TrustBoundary(hosts: ["mx.test"]))

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMarks(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let mail = Array(UnsafeBufferPointer(start: start, count: count))
    let marked = MarkedMail(mail, fields: marks, without: forgeries)
    precondition(marked.bytes.count <= mail.count + 80, "nothing is added but our fields")
    precondition(mail.suffix(marked.body.count).elementsEqual(marked.body), "the body is as it was")
    let again = MarkedMail(marked.bytes, fields: marks, without: forgeries)
    precondition(again.bytes == marked.bytes, "marking again changes nothing")
    var found = 0
    for line in marked.header.split(separator: 0x0A, omittingEmptySubsequences: false) {
        let name = line.prefix { $0 != 0x3A }.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        if line.contains(0x3A), MailMarks.prefixes.contains(where: name.starts(with:)) { found += 1 }
    }
    precondition(found == marks.count, "no field by our names is left but ours")
    let plain = MarkedMail(mail, fields: [], without: forgeries)
    precondition(plain.bytes.count <= mail.count, "without fields nothing is added")
    precondition(MarkedMail(plain.bytes, fields: [], without: forgeries).bytes == plain.bytes, "what is taken out once is out")
    return 0
}
