// Fuzz harness of records that are written down (Adapters/ZoneFiles): zone files, and JSON or YAML in the shapes of test suites. Uses:
// Resolving, ZoneFiles.
//
// The first byte chooses between the two, and between bytes as they come and bytes mapped onto pieces of both. What is read must be the
// same once it is written as a transcript and read again.

import Messages
import Resolving
import ZoneFiles

/// The pieces that bytes stand for in the second mode.
private let pieces: [[UInt8]] = [
    "$ORIGIN ", "$TTL ", "example.org", "example.org.", "a", "@", ".", " ", "\t", "\n", "\n ", "; x", "(", ")", "\"", "\"text\"", "\\",
    "\\032",
    "\\.", "IN ", "3600 ", "1h ", " A ", " AAAA ", " MX ", " TXT ", " CNAME ", " SRV ", " SOA ", " TLSA ", " CAA ", " PTR ", " NS ",
    " ANY ",
    " TYPE99 ", "192.0.2.1", "2001:db8::1", "10 ", "65536 ", "3 1 1 ", "00ff", "!timeout", "!servfail", "!secure", "!nxdomain", "0 issue ",
    "*.", "\u{FC}", "\0", "{", "}", "[", "]", ",", ": ", "- ", "\"TXT\"", "\"name\"", "\"type\"", "\"data\"", "\"replies\"", "\"rcode\"",
    "\"zonedata\"", "\"txt-records\"", "\"A\"", "TIMEOUT", "NONE", "null", "&x ", "*x", "<<",
].map { Array($0.utf8) }

/// A zone file with what was read, and what that gives when it is read again.
private func compare(_ questions: [Question], in zone: Zone) {
    let transcript = questions.map { ($0, zone.answer(to: $0)) }
    guard let again = try? ZoneFile(Array(ZoneFile.text(of: transcript).utf8)).zone else {
        preconditionFailure("what is written can be read")
    }
    for (question, answer) in transcript {
        let read = again.answer(to: question)
        // Two records that are the same are one (RFC 2181 section 5).
        var met: Set<RecordData> = []
        let records = answer.records.filter { met.insert($0).inserted }
        precondition(read.records == records && read.aliases == answer.aliases, "the records stay")
        precondition(read.outcome.isTemporary == answer.outcome.isTemporary && read.isSecure == answer.isSecure, "so does what came of it")
    }
}

private func readFile(_ bytes: [UInt8]) {
    let lines = 1 + bytes.count { $0 == 0x0A }
    do {
        let file = try ZoneFile(bytes)
        var last = 0
        for place in file.places {
            precondition(place.line >= last && place.line <= lines, "places lie inside, in order")
            precondition(file.zone.types(at: place.name).contains(place.type), "what has a place is there")
            last = place.line
        }
        compare(file.places.prefix(20).map { Question($0.name, $0.type) }, in: file.zone)
    } catch {
        precondition(error.line.map { (1...lines).contains($0) } ?? false, "errors name a line")
        precondition(!error.problem.isEmpty)
    }
}

/// Called by libFuzzer with each input; always gives 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzZoneFiles(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let given = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let bytes = start[0] & 1 == 0 ? given : given.flatMap { pieces[Int($0) % pieces.count] }
    switch start[0] >> 1 & 3 {
    case 0: _ = try? WrittenZone.zone(from: bytes)
    case 1: _ = try? StructuredZone.zone(from: String(decoding: bytes, as: UTF8.self))
    default: readFile(bytes)
    }
    return 0
}
