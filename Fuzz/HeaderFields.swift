// Fuzz harness of the readers and writers of header-field values (MIME/Fields). Uses: MIME, Messages.
//
// The first byte chooses how the rest is taken: as it is, or mapped onto the characters that mean something in header fields,
// which reaches deep states sooner. Every public function is called; what a writer writes must stay one field and read the same.

import MIME
import Messages

private let alphabet = Array("()<>@,;:\\\"[].= \t\r\n=?utf-8?q?b*'%0aZ1+-_fromby;Jan 2026 12:00\u{E9}".utf8)

private func isOneField(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 2, bytes.suffix(2) == [13, 10] else { return false }
    for index in 0..<bytes.count - 2 where bytes[index] == 13 || bytes[index] == 10 {
        if bytes[index] == 13, bytes[index + 1] != 10 { return false }
        if bytes[index] == 10, index == 0 || bytes[index - 1] != 13 || bytes[index + 1] != 32 { return false }
    }
    return true
}

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzHeaderFields(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let given = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let bytes = start[0] & 1 == 0 ? given : given.map { alphabet[Int($0) % alphabet.count] }
    let span = bytes.span
    // A range inside the buffer, so that a reader that looks beyond its range is caught by what it finds there.
    let range = ByteRange(Int(start[0] >> 1) % (bytes.count + 1), bytes.count - Int(start[0] >> 4) % (bytes.count + 1))

    let addresses = Addresses(span, range)
    for mailbox in addresses.mailboxes {
        _ = (mailbox.party, mailbox.address, mailbox.addressInDisplayName)
        precondition(Int(mailbox.source.end) <= bytes.count)
    }
    for defect in addresses.defects { precondition(defect.offset <= bytes.count) }
    _ = AddressSyntax.diagnose(span, range)
    _ = AddressSyntax.diagnose(span, range, allowingUTF8: true)
    let value = ParameterisedValue(span, range)
    _ = (value.type, value.subtype, value["charset"], value.fileName)
    let date = DateTimeValue(span, range)
    _ = date.written
    _ = ReceivedField(span, range)
    _ = ReceivedField.originatingAddress(span, range)
    let ids = MessageIDs(span, range)
    _ = ListURIs(span, range).isRefusal
    _ = Phrases(span, range)
    var out: [UInt8] = []
    var defects: [Defect] = []
    var decoder = CharsetDecoder()
    UnstructuredText.decode(span, range, into: &out, defects: &defects, decoder: &decoder)
    let text = UnstructuredText.text(span, range)

    let body = HeaderField(known: .received, name: .empty, body: range)
    let part = Part(kind: .textPlain, headers: ByteRange(0, 1), body: range)
    let message = Message(channel: .email, bytes: bytes, headers: [body], parts: [part])
    var boundary = TrustBoundary(hosts: [text])
    if let network = IPNetwork(text) { boundary.networks.append(network) }
    _ = Route.hops(of: message, boundary: boundary)
    _ = boundary.contains(host: text)
    if let address = IPAddress(text) { _ = boundary.contains(address) }
    _ = HeaderName(span)

    let whole = String(decoding: bytes, as: UTF8.self)
    var writer = FieldWriter()
    writer.unstructured("Subject", whole)
    precondition(isOneField(writer.bytes))
    precondition(UnstructuredText.text(writer.bytes.span, ByteRange(8, writer.bytes.count - 2)) == FieldWriter.sanitised(whole))
    writer = FieldWriter()
    writer.addresses("To", addresses.mailboxes + [Mailbox(displayName: whole, local: whole, domain: whole, comment: whole, group: whole)])
    precondition(isOneField(writer.bytes))
    writer = FieldWriter()
    writer.parameterised(
        "Content-Type", ParameterisedValue(value: whole, parameters: value.parameters + [.init(name: "x", value: whole, language: "en")]))
    precondition(isOneField(writer.bytes))
    writer = FieldWriter()
    writer.messageIDs("References", ids.ids + [whole])
    precondition(isOneField(writer.bytes))
    writer = FieldWriter()
    writer.date("Date", date)
    precondition(isOneField(writer.bytes))
    return 0
}
