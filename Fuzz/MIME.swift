// Fuzz harness of messages, parts and mailbox files (MIME). Uses: MIME, Messages.
//
// The first byte chooses between bytes as they come and bytes mapped onto pieces of the protocol, which reach deep states sooner; and
// whether tight limits hold. Every public function is called; a promise that is broken stops the run.

import MIME
import Messages

/// The pieces that bytes stand for in the second mode.
private let pieces: [[UInt8]] = [
    "\r\n", "\n", "\r", "\r\n\r\n", " ", "\t", ":", ";", "=", "\"", "(", ")", "\\", "--", "--b", "--b\r\n", "--b--\r\n", "--bb\r\n",
    "--bb--\r\n",
    "From a@b Sat Nov 21 02:00:00 2026\r\n", ">From ", "Subject: ", "MIME-Version: 1.0\r\n", "Content-Type: ", "multipart/mixed",
    "multipart/digest",
    "; boundary=b", "; boundary=\"bb\"", "; boundary*0=b; boundary*1=b", "; boundary*=''%62", "message/rfc822", "text/plain", "text/html",
    "; charset=", "utf-8", "iso-2022-jp", "gb2312", "big5", "shift_jis", "euc-kr", "utf-7", "utf-16", "koi8-r", "hz", "; format=flowed",
    "; delsp=yes",
    "Content-Transfer-Encoding: ", "base64", "quoted-printable", "x-uuencode", "Content-Disposition: attachment", "Content-Length: 9\r\n",
    "begin 644 a\r\n", "#0V%T\r\n", "`\r\nend\r\n", "U2VlZA==", "=C3=BC", "=\r\n", "> ", "-- \r\n", "\u{1B}$B", "~{", "~}", "+AOk-",
].map { Array($0.utf8) }

private func expect(_ isKept: Bool, _ promise: StaticString) {
    // The one way to tell the fuzzer that an input found something.
    if !isKept { fatalError("broken promise: \(promise)") }
}

private func read(_ bytes: [UInt8], limits: MIMELimits) {
    let message = MailParser(limits: limits).parse(bytes)
    expect(message.bytes == bytes, "the bytes are kept")
    expect(message.parts.count <= limits.parts + 1 && message.headers.count <= limits.headerFields, "counts are bounded")
    var cursor = 0
    for segment in MessageLayout(message).segments {
        expect(Int(segment.range.start) == cursor, "the layout has no gap")
        cursor = Int(segment.range.end)
    }
    expect(cursor == bytes.count, "the layout covers all")

    var decoder = PartDecoder(limits: limits)
    var output: [UInt8] = []
    for (index, part) in message.parts.enumerated() {
        output.removeAll(keepingCapacity: true)
        _ = decoder.text(of: part, in: message, into: &output)
        expect(output.count <= limits.decodedBytes, "text is bounded")
        expect(String(validating: output, as: UTF8.self) != nil, "text is UTF-8")
        output.removeAll(keepingCapacity: true)
        _ = decoder.bytes(of: part, in: message, into: &output)
        expect(output.count <= part.body.count, "decoding does not make bytes")
        expect(Int(message.preamble(of: index).end) <= bytes.count, "the preamble is inside")
        expect(Int(message.epilogue(of: index).end) <= bytes.count, "the epilogue is inside")
        _ = decoder.needsNoDecoding(part, in: message)
        for file in message.uuencodedFiles(in: index) {
            output.removeAll(keepingCapacity: true)
            _ = decoder.bytes(of: file.part(in: index, of: message), in: message, into: &output)
        }
        if let inside = decoder.message(in: part, of: message, parser: MailParser(limits: limits)) {
            expect(inside.bytes.count <= part.body.count, "an opened message is not larger")
        }
    }
    for field in message.headers { _ = HeaderName(message.bytes.span.extracting(field.name.range)) }
}

private func readMailbox(_ bytes: [UInt8]) {
    let span = bytes.span
    _ = (MailboxFile.isMailbox(span), MailboxFile.kind(of: span))
    for kind in MailboxFile.Kind.allCases {
        let file = MailboxFile(kind: kind)
        var start = 0
        var output: [UInt8] = []
        while let entry = file.entry(in: span, from: start, isLast: true) {
            expect(entry.next > start && entry.next <= bytes.count, "a mailbox goes on")
            expect(entry.message.upperBound <= bytes.count, "a message is inside its mailbox")
            output.removeAll(keepingCapacity: true)
            file.unquote(span, entry, into: &output)
            start = entry.next
        }
        _ = file.entry(in: span, from: 0, isLast: false)
    }
    _ = MaildirEntry(name: String(decoding: bytes.prefix(100), as: UTF8.self))
}

/// A label that is an input's first line, over the rest: every charset with every fault.
private func readCharset(_ bytes: [UInt8]) {
    let line = bytes.firstIndex(of: 10) ?? 0
    let label = bytes.span.extracting(0..<line)
    let content = bytes.span.extracting(line..<bytes.count)
    var decoder = CharsetDecoder()
    for limit in [Int.max, 7] {
        var output: [UInt8] = []
        _ = decoder.decode(content, label: label, into: &output, limit: limit)
        expect(output.count <= limit, "decoded text is bounded")
        expect(String(validating: output, as: UTF8.self) != nil, "decoded text is UTF-8")
    }
}

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMIME(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 1 else { return 0 }
    let input = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let bytes = start[0] & 1 == 0 ? input : input.flatMap { pieces[Int($0) % pieces.count] }
    var limits = MIMELimits.standard
    if start[0] & 2 != 0 {
        limits.messageBytes = 2000
        limits.headerFields = 5
        limits.headerFieldBytes = 60
        limits.parts = 4
        limits.depth = 3
        limits.decodedBytes = 100
        limits.defects = 5
    }
    read(bytes, limits: limits)
    if start[0] & 4 != 0 { readMailbox(bytes) }
    if start[0] & 8 != 0 { readCharset(bytes) }
    return 0
}
