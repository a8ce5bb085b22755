// Fuzz harness of logs of mail servers (Formats/MailLogs). Uses: MailLogs, Messages.
//
// The first byte chooses whose log it is, and whether the rest is taken as it is or each byte as a piece of a line. Read in pieces, a log gives what it gives at once; so does
// a reader that goes on from the state of another.

import MailLogs
import Messages

private let pieces: [[UInt8]] = [
    "Nov 22 05:31:37 mx postfix/smtpd[7]: ", "Jan  1 00:00:00 mx postfix/qmgr[8]: ", "2026-11-22T05:31:37.5+01:00 mx postfix/cleanup[9]: ",
    "Nov 22 05:31:38 mx postfix/smtp[3]: ", "Nov 22 05:31:38 mx postfix/local[3]: ", "Nov 30 05:31:38 mx postfix/postscreen[3]: ",
    "2026-11-22 05:31:37 ", "2026-11-22 05:31:37 #7(normal) <a>; task; rspamd_task_write_log: ", "AAAAAA: ", "BBBBBB: ", "NOQUEUE: ",
    "1tExAm-000001-AB ", "client=x[192.0.2.1]", "from=<a@example.org>, size=9, nrcpt=1 (queue active)", "removed", "to=<", "\"", "\\", ">",
    "<",
    ", relay=y[198.51.100.2]:25", ", relay=127.0.0.1[127.0.0.1]:10024", ", delay=1.5", ", dsn=2.0.0",
    ", status=sent (250 queued as BBBBBB)", ", status=deferred (x)",
    ", status=bounced (x)", "reject: RCPT from x[192.0.2.1]: ", "milter-reject: END-OF-MESSAGE from x[192.0.2.1]: ", "554 5.7.1 ",
    "450 4.7.1 ",
    "Client host rejected: ", "blocked using ", "; from=<a> to=<b> proto=SMTP helo=<c>", "reject: header Subject: ", "<= a@example.org ",
    "=> b ", "** b ", "== b ",
    "Completed", "H=x (y) [192.0.2.1]:25 ", "F=<a> ", "rejected RCPT <b>: ", "temporarily rejected ", "S=9 ", "QT=1m2s ", "C=\"", "id: <a>",
    ", qid: <AAAAAA>",
    ", ip: 2001:db8::1", ", user: u", ", from: <a>", ", (default: T (reject): [1/1] [A(1){}", "]), len: 9, time: 1.5ms", "\n", "\r\n", "\0",
    " ", ", ", "[", "]", ":", "disconnect from x[192.0.2.1]",
    "connect from x[192.0.2.1]", "PREGREET 5 after 0 from [192.0.2.1]:1: ", "hold: ", "discard: ", "\u{FEFF}", "\u{FC}",
].map { Array($0.utf8) }

private func read(_ form: MailLogForm, _ bytes: [UInt8], piece: Int) -> ([MailTransaction], MailLogTally) {
    var reader = MailLogReader(form, latest: Timestamp(milliseconds: 1_795_400_000_000), openMessages: 16)
    var messages: [MailTransaction] = []
    var window: [UInt8] = []
    var start = 0
    repeat {
        let end = min(bytes.count, start + piece)
        window += bytes[start..<end]
        start = end
        let used = reader.read(window.span, isLast: start == bytes.count, into: &messages)
        precondition((0...window.count).contains(used), "what is read was there")
        window.removeFirst(used)
        // Another reader goes on.
        var next = MailLogReader(form, latest: Timestamp(milliseconds: 1_795_400_000_000), openMessages: 16)
        let isTaken = next.restore(reader.state)
        precondition(isTaken, "a state is taken back")
        precondition(next.tally == reader.tally, "a state holds all that was counted")
        reader = next
    } while start < bytes.count
    return (messages, reader.tally)
}

/// What libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMailLogs(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let given = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let bytes = start[0] & 1 == 0 ? given : given.flatMap { pieces[Int($0) % pieces.count] }
    let form = MailLogForm.allCases[Int(start[0] >> 1) % MailLogForm.allCases.count]
    let (messages, tally) = read(form, bytes, piece: max(1, bytes.count))
    precondition(tally.lines <= bytes.count + 1 && messages.count <= 2 * tally.lines, "no message comes out of nothing")
    precondition(tally.defects.count <= MailLogLimits.defects && tally.open <= 16, "what is kept is bounded")
    for message in messages { precondition(message.size ?? 0 >= 0 && message.delay ?? 0 >= 0, "sizes and delays are no less than nothing") }
    let (others, other) = read(form, bytes, piece: 97)
    precondition(other == tally, "pieces give the same counts")
    precondition(others == messages, "pieces give the same messages")
    // A state that is none is refused, or taken; it does no harm.
    var reader = MailLogReader(form, latest: Timestamp(milliseconds: 0), openMessages: 16)
    if reader.restore(given) {
        var more: [MailTransaction] = []
        _ = reader.read(bytes.span, isLast: true, into: &more)
    }
    _ = MailLogForm(of: bytes.span)
    return 0
}
