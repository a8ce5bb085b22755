internal import Messages

/// Reads the line that Rspamd writes of each message in its usual `log_format` (`rspamd_task_write_log`), in a file or through the system's logger.
enum RspamdLine {
    /// Reads what stands behind the moment. False where it is no line of Rspamd.
    static func read(_ bytes: Span<UInt8>, from start: Int, to end: Int, into event: inout MailLogEvent) -> Bool {
        guard start < end, bytes[start] == 0x23 || bytes.contains(" rspamd", from: start, to: min(end, start + 300)) else { return false }
        guard let mark = bytes.offset(ofWord: "rspamd_task_write_log: ", from: start, to: min(end, start + 400)) else { return true }
        var index = mark + 23
        guard bytes.has("id: ", at: index, before: end) else { return true }
        index += 4
        let isPlain = origin(bytes, &index, before: end, &event)
        // A message's name may try to look like what follows it. Then what follows is not where it must be, and only the verdict is taken.
        if !isPlain { event.client = nil }
        guard let verdict = bytes.offset(ofWord: "(default: ", from: index, to: end) else { return true }
        index = verdict + 12
        action(bytes, &index, before: end, &event)
        measures(bytes, index, end, &event)
        return true
    }

    /// `<name>, qid: <4F1A2B3C4D>, ip: 192.0.2.1, user: somebody, from: <a@example.org>, `; whether all of it is where it must be.
    private static func origin(_ bytes: Span<UInt8>, _ index: inout Int, before end: Int, _ event: inout MailLogEvent) -> Bool {
        guard bytes.skipBrackets(&index, before: end) || bytes.has("undef", at: index, before: end) else { return false }
        if bytes.has("undef", at: index, before: end) { index += 5 }
        if bytes.has(", qid: <", at: index, before: end) {
            index += 7
            let start = index
            guard bytes.skipBrackets(&index, before: end) else { return false }
            event.queue = ByteRange(start + 1, index - 1)
        }
        if bytes.has(", ip: ", at: index, before: end) {
            let start = index + 6
            index = bytes.offset(of: 0x2C, from: start, to: end)
            event.client = bytes.address(from: start, to: index)
        }
        if bytes.has(", user: ", at: index, before: end) {
            index = bytes.offset(of: 0x2C, from: index + 8, to: end)
            event.isAuthenticated = true
        }
        if bytes.has(", from: <", at: index, before: end) {
            index += 8
            guard bytes.skipBrackets(&index, before: end) else { return false }
        }
        return bytes.has(", (default: ", at: index, before: end)
    }

    /// `]), len: 4321, time: 123.45ms`: what a stranger wrote into a symbol's options is not likely to look like all of it.
    private static func measures(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ event: inout MailLogEvent) {
        var index = start
        while let mark = bytes.offset(ofWord: "]), len: ", from: index, to: end) {
            index = mark + 9
            let size = bytes.digits(&index, before: end)
            guard bytes.has(", time: ", at: index, before: end) else { continue }
            index += 8
            event.size = size
            event.delay = bytes.milliseconds(&index, before: end).map { $0 / 1000 }
            return
        }
    }

    /// `T (reject): `
    private static func action(_ bytes: Span<UInt8>, _ index: inout Int, before end: Int, _ event: inout MailLogEvent) {
        guard index < end, bytes[index] == 0x28 else { return }
        let start = index + 1
        let close = bytes.offset(of: 0x29, from: start, to: end)
        func says(_ word: StaticString) -> Bool { word.utf8CodeUnitCount == close - start && bytes.has(word, at: start, before: close) }
        event.kind = .judged
        if says("no action") {
            event.verdict = .accept
        } else if says("add header") || says("rewrite subject") {
            event.verdict = .tag
        } else if says("greylist") {
            event.verdict = .defer
            event.reason = .greylisting
        } else if says("soft reject") {
            event.verdict = .defer
            event.reason = .rate
        } else if says("reject") {
            event.verdict = .reject
            event.reason = .content
        } else if says("discard") {
            event.verdict = .discard
            event.reason = .content
        } else if says("quarantine") {
            event.verdict = .quarantine
            event.reason = .content
        } else {
            event.kind = .note
        }
        index = close
    }
}
