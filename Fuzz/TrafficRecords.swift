// Fuzz harness of tables of traffic and of the mappings that say what their columns are (Formats/TrafficRecords). Uses: TrafficRecords, Messages.
//
// The first byte chooses: a table under a fixed mapping, as it comes or each byte as a piece of one; or a mapping. Read in pieces, a table gives what it gives at once.

import Messages
import TrafficRecords

private let mappings: [RecordMapping] = [
    """
    time: {column: t, format: rfc3339}
    channel: {column: c}
    direction: {column: d, values: {MO: originating}, default: terminating}
    result: {column: r, values: {ok: accept, no: reject}}
    sender: {column: s}
    count: {column: n}
    route: [{column: h, trust: confirmed}]
    """,
    "time: {column: 1, format: yyMMddHHmm}\nchannel: sms\nheader: false\ndelimiter: semicolon\nsize: {column: 2}\n",
].compactMap { try? RecordMapping.read($0, path: "m") }

private let pieces: [[UInt8]] = [
    "t,c,d,r,s,n,h\n", "2026-11-22T05:31:37Z", "2611220531", "sms", "voice", "MO", "ok", "no", "MyBank", "+33700000000", "38000", "7", "-1",
    "1e300", "nan", "HUB-1", ",", ";",
    "\"", "\"\"", "\n", "\r\n", "\r", "\0", " ", "\t", "\u{FEFF}", "\u{FC}", "x", "time: ", "column: ", "{", "}", "[", "]", "values: ",
    "channel: ", "- ", "format: ", "&a ", "*a ",
].map { Array($0.utf8) }

private func read(_ mapping: RecordMapping, _ bytes: [UInt8], piece: Int) -> ([TrafficRecord], TrafficRecordTally)? {
    var reader = TrafficRecordReader(mapping)
    var records: [TrafficRecord] = []
    var window: [UInt8] = []
    var start = 0
    repeat {
        let end = min(bytes.count, start + piece)
        window += bytes[start..<end]
        start = end
        guard let used = try? reader.read(window.span, isLast: start == bytes.count, into: &records) else { return nil }
        precondition((0...window.count).contains(used), "what is read was there")
        window.removeFirst(used)
    } while start < bytes.count
    var other = TrafficRecordReader(mapping)
    let isTaken = other.restore(reader.state)
    precondition(isTaken, "a state is taken back")
    return (records, reader.tally)
}

/// What libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTrafficRecords(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0, mappings.count == 2 else { return 0 }
    let given = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let bytes = start[0] & 1 == 0 ? given : given.flatMap { pieces[Int($0) % pieces.count] }
    if start[0] & 6 == 6 {
        do {
            _ = try RecordMapping.read(String(decoding: bytes, as: UTF8.self), path: "m")
        } catch {
            precondition(!error.problems.isEmpty && error.problems.count <= TrafficRecordLimits.problems, "problems are some, and bounded")
        }
        return 0
    }
    let mapping = mappings[Int(start[0] >> 3 & 1)]
    guard let (records, tally) = read(mapping, bytes, piece: max(1, bytes.count)) else { return 0 }
    precondition(records.count == tally.used && tally.used <= tally.rows, "each record is a row")
    precondition(tally.defects.count <= TrafficRecordLimits.defects, "defects are bounded")
    for record in records { precondition((0...TrafficRecordLimits.count).contains(record.count) && record.size >= 0, "a count is one") }
    guard let (others, other) = read(mapping, bytes, piece: 61) else { preconditionFailure("pieces are read as well") }
    precondition(others == records && other == tally, "pieces give the same")
    return 0
}
