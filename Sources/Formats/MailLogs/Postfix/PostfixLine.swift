internal import Messages

/// Reads lines of Postfix, whatever prefix the system's logger puts before them (Postfix 2.3 to 3.10).
///
/// Fields stand in a fixed order, and where a stranger's text may stand before one it is passed over by its own rules, so that an address like
/// `"a, status=sent"@example.org` moves nothing.
enum PostfixLine {
    /// The program that wrote a line.
    private enum Daemon {
        case smtpd, postscreen, cleanup, queue, smtp, local, discard, pickup, other
    }

    /// Reads what stands behind the moment: the machine, the program with the number of its process, and what it says. False where it is no line of Postfix.
    @inline(__always)
    static func read(_ bytes: Span<UInt8>, from start: Int, to end: Int, into event: inout MailLogEvent) -> Bool {
        let hostEnd = bytes.offset(of: 0x20, from: start, to: end)
        guard hostEnd < end, hostEnd - start < 256 else { return false }
        event.host = ByteRange(start, hostEnd)
        guard let (daemon, body) = program(bytes, from: hostEnd + 1, to: end, &event) else { return false }
        var index = body
        // Without a name of the message, only those who talk to clients say what counts.
        let hasName = name(bytes, &index, before: end, &event)
        switch daemon {
        case .smtpd: hasName ? session(bytes, index, end, &event) : visitor(bytes, index, end, &event)
        case .cleanup: if hasName { session(bytes, index, end, &event) }
        case .queue: if hasName { queue(bytes, index, end, &event) }
        case .smtp, .local, .discard: if hasName { delivery(bytes, index, end, daemon, &event) }
        case .postscreen: screening(bytes, index, end, &event)
        case .pickup:
            guard hasName else { break }
            event.kind = .received
            event.isLocal = true
        case .other: break
        }
        return true
    }

    // MARK: What stands before the words

    /// `postfix/smtpd[1234]: `, and where its words begin.
    @inline(__always)
    private static func program(_ bytes: Span<UInt8>, from start: Int, to end: Int, _ event: inout MailLogEvent) -> (Daemon, Int)? {
        let last = min(end, start + 80)
        var index = start
        var nameStart = start
        while index < last, bytes[index] != 0x5B, bytes[index] != 0x3A, bytes[index] != 0x20 {
            if bytes[index] == 0x2F { nameStart = index + 1 }
            index &+= 1
        }
        guard nameStart > start, index < last else { return nil }
        guard let daemon = daemon(bytes, nameStart, index) else { return nil }
        if bytes[index] == 0x5B {
            index += 1
            event.process = bytes.digits(&index, before: end) ?? 0
            guard index < end, bytes[index] == 0x5D else { return nil }
            index += 1
        }
        guard index + 1 < end, bytes[index] == 0x3A, bytes[index + 1] == 0x20 else { return nil }
        return (daemon, index + 2)
    }

    @inline(__always)
    private static func daemon(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Daemon? {
        func isNamed(_ word: StaticString) -> Bool { bytes.has(word, at: start, before: end) }
        switch end - start {
        case 4:
            if isNamed("qmgr") { return .queue }
            if isNamed("smtp") { return .smtp }
            return isNamed("lmtp") || isNamed("pipe") ? .local : .other
        case 5:
            if isNamed("smtpd") { return .smtpd }
            if isNamed("local") || isNamed("error") || isNamed("retry") { return .local }
            return isNamed("oqmgr") ? .queue : .other
        case 6:
            return isNamed("pickup") ? .pickup : .other
        case 7:
            if isNamed("cleanup") { return .cleanup }
            if isNamed("virtual") { return .local }
            return isNamed("discard") ? .discard : .other
        case 9: return isNamed("postsuper") ? .queue : .other
        case 10: return isNamed("postscreen") ? .postscreen : .other
        // Programs of others that have a slash in their name are none of Postfix.
        case 1...32: return .other
        default: return nil
        }
    }

    /// The server's name of the message, `4F1A2B3C4D: `: hexadecimal, or since 2.9 also longer, in letters without small vowels.
    @inline(__always)
    private static func name(_ bytes: Span<UInt8>, _ index: inout Int, before end: Int, _ event: inout MailLogEvent) -> Bool {
        let start = index
        var place = start
        while place < end, place - start < 32, PostfixLine.isOfName(bytes[place]) { place &+= 1 }
        guard place - start >= 5, place + 1 < end, bytes[place] == 0x3A, bytes[place + 1] == 0x20 else { return false }
        if bytes.has("NOQUEUE", at: start, before: place) {
            index = place + 2
            return false
        }
        event.queue = ByteRange(start, place)
        index = place + 2
        return true
    }

    @inline(__always)
    private static func isOfName(_ byte: UInt8) -> Bool {
        if byte &- 48 < 10 || byte &- 65 < 26 { return true }
        guard byte &- 97 < 26 else { return false }
        // a, e, i, o and u, by their places among the small letters.
        return 0x10_4111 >> UInt32(byte - 97) & 1 == 0
    }

    // MARK: smtpd and cleanup

    /// What is said of a client without a message: refusals, and coming and going.
    @inline(__always)
    private static func visitor(_ bytes: Span<UInt8>, _ index: Int, _ end: Int, _ event: inout MailLogEvent) {
        switch bytes.byte(at: index, before: end) {
        case 0x63 where bytes.has("connect from ", at: index, before: end),
            0x64 where bytes.has("disconnect from ", at: index, before: end):
            event.kind = .session
        case 0x72 where bytes.has("reject: ", at: index, before: end):
            PostfixRefusal.read(bytes, from: index + 8, to: end, of: .rule, into: &event)
        case 0x6D where bytes.has("milter-reject: ", at: index, before: end):
            PostfixRefusal.read(bytes, from: index + 15, to: end, of: .filter, into: &event)
        case 0x70 where bytes.has("proxy-reject: ", at: index, before: end):
            PostfixRefusal.read(bytes, from: index + 14, to: end, of: .filter, into: &event)
        default: break
        }
    }

    /// What is said of a message while it comes in.
    @inline(__always)
    private static func session(_ bytes: Span<UInt8>, _ index: Int, _ end: Int, _ event: inout MailLogEvent) {
        func has(_ word: StaticString) -> Bool { bytes.has(word, at: index, before: end) }
        switch bytes.byte(at: index, before: end) {
        case 0x63 where has("client="): client(bytes, index + 7, end, &event)
        case 0x72 where has("reject: "):
            PostfixRefusal.read(bytes, from: index + 8, to: end, of: .rule, into: &event)
        case 0x6D where has("milter-reject: "):
            PostfixRefusal.read(bytes, from: index + 15, to: end, of: .filter, into: &event)
        case 0x70 where has("proxy-reject: "):
            PostfixRefusal.read(bytes, from: index + 14, to: end, of: .filter, into: &event)
        case 0x68 where has("hold: "), 0x6D where has("milter-hold: "): event.kind = .held
        case 0x64 where has("discard: "), 0x6D where has("milter-discard: "): event.kind = .discarded
        default: break
        }
    }

    /// `client=mail.example.org[192.0.2.1], sasl_method=PLAIN, sasl_username=somebody`
    @inline(__always)
    private static func client(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ event: inout MailLogEvent) {
        event.kind = .received
        var index = start
        event.client = bracketed(bytes, &index, before: end)
        guard index + 2 < end else { return }
        if bytes.has(", orig_queue_id=", at: index, before: end) {
            index = bytes.offset(of: 0x2C, from: index + 2, to: end)
        }
        if bytes.has(", orig_client=", at: index, before: end) {
            index += 14
            event.client = bracketed(bytes, &index, before: end) ?? event.client
        }
        event.isAuthenticated = bytes.has(", sasl_", at: index, before: end)
    }

    /// The address of `name[192.0.2.1]` or `name[192.0.2.1]:25`; moves past the bracket.
    @inline(__always)
    static func bracketed(_ bytes: Span<UInt8>, _ index: inout Int, before end: Int) -> IPAddress? {
        // A name is no longer than 255 bytes (RFC 1035 section 2.3.4), an address than 64.
        let open = bytes.offset(of: 0x5B, from: index, to: min(end, index + 300))
        guard open < end, bytes[open] == 0x5B else { return nil }
        let close = bytes.offset(of: 0x5D, from: open, to: min(end, open + 80))
        guard close < end, bytes[close] == 0x5D else { return nil }
        index = close + 1
        return bytes.address(from: open + 1, to: close)
    }

    // MARK: The queue, and deliveries

    /// `from=<a@example.org>, size=4321, nrcpt=1 (queue active)`, `removed`
    @inline(__always)
    private static func queue(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ event: inout MailLogEvent) {
        if bytes.has("removed", at: start, before: end) {
            event.kind = .finished
            return
        }
        guard bytes.has("from=", at: start, before: end) else { return }
        var index = start + 5
        guard bytes.skipBrackets(&index, before: end) else { return }
        if bytes.has(", size=", at: index, before: end) {
            index += 7
            event.size = bytes.digits(&index, before: end)
            event.kind = .queued
        } else if bytes.has(", status=", at: index, before: end), bytes.contains("expired", from: index, to: end) {
            event.kind = .bounced
        }
    }

    /// `to=<b@example.com>, relay=mx.example.com[198.51.100.2]:25, delay=1.2, delays=..., dsn=2.0.0, status=sent (...)`
    @inline(__always)
    private static func delivery(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ daemon: Daemon, _ event: inout MailLogEvent) {
        guard bytes.has("to=", at: start, before: end) else { return }
        var index = start + 3
        guard bytes.skipBrackets(&index, before: end) else { return }
        if bytes.has(", orig_to=", at: index, before: end) {
            index += 10
            guard bytes.skipBrackets(&index, before: end) else { return }
        }
        guard bytes.has(", relay=", at: index, before: end) else { return }
        index += 8
        let relayStart = index
        index = bytes.offset(of: 0x2C, from: index, to: end)
        event.relay = relay(bytes, relayStart, index, daemon)
        // What stands between here and the state holds no words of strangers.
        while bytes.has(", ", at: index, before: end) {
            index += 2
            if bytes.has("delay=", at: index, before: end) {
                index += 6
                event.delay = bytes.milliseconds(&index, before: end)
            } else if bytes.has("status=", at: index, before: end) {
                state(bytes, index + 7, end, daemon, &event)
                return
            }
            index = bytes.offset(of: 0x2C, from: index, to: end)
        }
    }

    @inline(__always)
    private static func state(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ daemon: Daemon, _ event: inout MailLogEvent) {
        switch bytes.byte(at: start, before: end) {
        case 0x73 where bytes.has("sent ", at: start, before: end):
            event.kind = daemon == .discard ? .discarded : .delivered
            if event.relay == .loop {
                event.next = nextName(bytes, start, end)
                if event.next.isEmpty { event.relay = .inside }
            }
        case 0x64 where bytes.has("deferred", at: start, before: end): event.kind = .postponed
        case 0x62 where bytes.has("bounced", at: start, before: end): event.kind = .bounced
        default: break
        }
    }

    private static func relay(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ daemon: Daemon) -> MailLogEvent.Relay {
        var index = start
        guard let address = bracketed(bytes, &index, before: end) else { return daemon == .smtp ? .unknown : .inside }
        if address.isLoopback { return .loop }
        return daemon == .smtp && !address.isOfPrivateNetwork ? .outside : .inside
    }

    /// The name in `(250 2.0.0 Ok: queued as 4F1A2B3C4D)`, the last one there.
    private static func nextName(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> ByteRange {
        var found: Int?
        var index = start
        while let hit = bytes.offset(ofWord: "queued as ", from: index, to: end) {
            found = hit + 10
            index = hit + 10
        }
        guard let found else { return .empty }
        var place = found
        while place < end, place - found < 32, isOfName(bytes[place]) { place += 1 }
        return place - found >= 5 ? ByteRange(found, place) : .empty
    }

    // MARK: postscreen

    /// Tests of clients before they may speak. `NOQUEUE: reject: RCPT from [192.0.2.1]:53211: 550 5.7.1 ...`
    private static func screening(_ bytes: Span<UInt8>, _ index: Int, _ end: Int, _ event: inout MailLogEvent) {
        if bytes.has("reject: ", at: index, before: end) {
            PostfixRefusal.read(bytes, from: index + 8, to: end, of: .rule, into: &event)
            return
        }
        for word: StaticString in [
            "PREGREET ", "COMMAND PIPELINING ", "NON-SMTP COMMAND ", "BARE NEWLINE ", "HANGUP ", "COMMAND TIME LIMIT ",
        ]
        where bytes.has(word, at: index, before: end) {
            event.kind = .screened
            event.reason = .protocolBreach
        }
        if bytes.has("DNSBL rank ", at: index, before: end) {
            event.kind = .screened
            event.reason = .blockList
        }
        guard event.kind == .screened else {
            if bytes.has("CONNECT from ", at: index, before: end) { event.kind = .session }
            return
        }
        // The address comes behind " from " or " for "; the client's own words behind it.
        var place = index
        event.client = bracketed(bytes, &place, before: end)
    }
}
