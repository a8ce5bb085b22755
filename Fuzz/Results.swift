// Fuzz harness of the fields that servers write their results into: Authentication-Results and Received-SPF. Uses: MIME, Messages.
//
// The first byte chooses how the rest is taken: as it is, or mapped onto the characters that mean something there. What is written of a
// reading must be one field, and writing what was read of that must change nothing more.

import MIME
import Messages

private let alphabet = Array("()\"\\;=./@<> \t\r\n019amx.example.orgspf=passdkimreasonnoneheader.dsmtp.mailfrom\u{E9}".utf8)

private func isOneField(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 2, bytes.suffix(2) == [13, 10] else { return false }
    var column = 0
    for index in 0..<bytes.count - 2 {
        column += 1
        guard bytes[index] == 13 || bytes[index] == 10 else { continue }
        if bytes[index] == 13, bytes[index + 1] != 10 { return false }
        if bytes[index] == 10, index == 0 || bytes[index - 1] != 13 || bytes[index + 1] != 32 || column > 1000 { return false }
        if bytes[index] == 10 { column = 0 }
    }
    return column <= 998
}

private func body(_ field: [UInt8]) -> ByteRange {
    ByteRange((field.firstIndex(of: 58) ?? -1) + 1, field.count - 2)
}

private func check(_ defects: [Defect], _ count: Int) {
    precondition(defects.count <= FieldLimits.defects, "defects are bounded")
    for defect in defects { precondition((0...count).contains(defect.offset), "a defect lies inside") }
}

private func written(_ results: AuthenticationResults) -> [UInt8] {
    var writer = FieldWriter()
    writer.authenticationResults(results)
    precondition(isOneField(writer.bytes), "results are one field")
    return writer.bytes
}

private func written(_ result: ReceivedSPF) -> [UInt8] {
    var writer = FieldWriter()
    writer.receivedSPF(result)
    precondition(isOneField(writer.bytes), "a result of SPF is one field")
    return writer.bytes
}

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzResults(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let given = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let bytes = start[0] & 1 == 0 ? given : given.map { alphabet[Int($0) % alphabet.count] }
    let range = ByteRange(Int(start[0] >> 5) % (bytes.count + 1), bytes.count)

    let results = AuthenticationResults(bytes.span, range)
    check(results.defects, bytes.count)
    precondition(results.results.count <= FieldLimits.results, "results are bounded")
    precondition(AuthenticationResults.server(bytes.span, range)?.name ?? "" == results.server, "the server is the server")
    let once = written(results)
    let again = AuthenticationResults(once.span, body(once))
    precondition(again.results.count == results.results.count, "all results come back")
    precondition(written(again) == once, "what is written stays")

    let spf = ReceivedSPF(bytes.span, range)
    check(spf.defects, bytes.count)
    let first = written(spf)
    let second = written(ReceivedSPF(first.span, body(first)))
    precondition(written(ReceivedSPF(second.span, body(second))) == second, "what is written stays")

    let claims = AuthenticationResults.claims(TrustBoundary(hosts: ["mx.example.org"]), bytes.span, range)
    precondition(claims || results.server.lowercased() != "mx.example.org", "whoever reads it as ours finds that it claims to be")
    let isOurs = ReceivedSPF.claims(TrustBoundary(hosts: ["mx.example.org"]), bytes.span, range)
    let isNamed = spf.pairs.contains { $0.key == "receiver" && $0.value.lowercased() == "mx.example.org" }
    precondition(isOurs || !isNamed, "whoever reads a result of SPF as ours finds that it claims to be")
    return 0
}
