internal import Messages

/// Reads lines of Exim's main log (Exim specification, chapter 53), written to a file or through the system's logger.
enum EximLine {
    /// Reads what stands behind the moment. False where it is no line of Exim's main log.
    static func read(_ bytes: Span<UInt8>, from start: Int, to end: Int, clock: inout LogClock, into event: inout MailLogEvent) -> Bool {
        var index = start
        if !throughLogger(bytes, &index, before: end, &clock, &event) { return false }
        process(bytes, &index, before: end, &event)
        guard let length = nameLength(bytes, index, end) else {
            return visitor(bytes, index, end, &event)
        }
        event.queue = ByteRange(index, index + length)
        index += length + 1
        guard index + 2 <= end else { return true }
        switch (bytes[index], bytes[index + 1]) {
        case (0x3C, 0x3D): received(bytes, index + 3, end, &event)
        case (0x3D, 0x3E), (0x2D, 0x3E), (0x3E, 0x3E): delivered(bytes, index + 3, end, &event)
        case (0x3D, 0x3D): event.kind = .postponed
        case (0x2A, 0x2A): event.kind = .bounced
        case (0x43, 0x6F) where bytes.has("Completed", at: index, before: end): event.kind = .finished
        case (0x48, 0x3D), (0x46, 0x3D), (0x72, 0x65), (0x74, 0x65): refusal(bytes, index, end, &event)
        default: break
        }
        return true
    }

    /// `mx exim[1234]: ` and perhaps Exim's own moment, where the system's logger wrote the line.
    private static func throughLogger(
        _ bytes: Span<UInt8>, _ index: inout Int, before end: Int, _ clock: inout LogClock, _ event: inout MailLogEvent
    ) -> Bool {
        let hostEnd = bytes.offset(of: 0x20, from: index, to: min(end, index + 256))
        guard hostEnd < end, bytes.has("exim", at: hostEnd + 1, before: end) else { return true }
        let colon = bytes.offset(of: 0x3A, from: hostEnd + 1, to: min(end, hostEnd + 40))
        guard colon + 2 < end, bytes[colon] == 0x3A, bytes[colon + 1] == 0x20 else { return true }
        event.host = ByteRange(index, hostEnd)
        index = colon + 2
        if bytes[index] &- 48 < 10, bytes.has("-", at: index + 4, before: end), let moment = clock.moment(bytes, &index, before: end) {
            event.moment = Timestamp(milliseconds: moment)
        }
        return true
    }

    /// `[1234] `, where the log has it (`log_selector = +pid`).
    private static func process(_ bytes: Span<UInt8>, _ index: inout Int, before end: Int, _ event: inout MailLogEvent) {
        var place = index + 1
        guard index < end, bytes[index] == 0x5B, let number = bytes.digits(&place, before: end), bytes.has("] ", at: place, before: end)
        else { return }
        event.process = number
        index = place + 2
    }

    /// How long the name of the message at `index` is: `1tExAm-000001-AB`, since 4.97 `1tExAm-00000000001-ABCD`; nothing where there is none.
    private static func nameLength(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Int? {
        for (second, length) in [(13, 16), (18, 23)] where index + length < end {
            guard bytes[index + 6] == 0x2D, bytes[index + second] == 0x2D, bytes[index + length] == 0x20 else { continue }
            var isName = true
            for place in index..<index + length where place != index + 6 && place != index + second {
                let byte = bytes[place]
                if !(byte &- 48 < 10 || byte &- 65 < 26 || byte &- 97 < 26) { isName = false }
            }
            if isName { return length }
        }
        return nil
    }

    /// `<= a@example.org H=mail.example.org [192.0.2.1] P=esmtps A=plain:a S=4321 id=...`
    private static func received(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ event: inout MailLogEvent) {
        event.kind = .queued
        var index = start
        event.isLocal = true
        skipAddress(bytes, &index, before: end)
        while let field = field(bytes, &index, before: end) {
            switch field {
            case .host:
                event.client = host(bytes, &index, before: end)
                event.isLocal = false
            case .other(0x41): event.isAuthenticated = true
            case .other(0x53):
                event.size = bytes.digits(&index, before: end)
                // The name of the message and its subject, which strangers choose, come after this.
                return
            case .other: break
            }
        }
    }

    /// `=> b@example.com R=dnslookup T=remote_smtp H=mx.example.com [198.51.100.2] QT=2s`
    private static func delivered(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ event: inout MailLogEvent) {
        event.kind = bytes.has(":blackhole:", at: start, before: end) ? .discarded : .delivered
        event.relay = .inside
        var index = start
        skipAddress(bytes, &index, before: end)
        while let field = field(bytes, &index, before: end) {
            switch field {
            case .host:
                guard let address = host(bytes, &index, before: end) else { continue }
                event.relay = address.isOfPrivateNetwork ? .inside : .outside
            case .other(0x43):
                // `C="250 OK"`: words of the other server.
                skipQuoted(bytes, &index, before: end)
            case .other(0x51): event.delay = duration(bytes, &index, before: end)
            case .other: break
            }
        }
    }

    /// What is said of a client without a message.
    private static func visitor(_ bytes: Span<UInt8>, _ index: Int, _ end: Int, _ event: inout MailLogEvent) -> Bool {
        guard index < end else { return false }
        if bytes.has("H=", at: index, before: end) || bytes.has("rejected ", at: index, before: end) {
            refusal(bytes, index, end, &event)
        } else if bytes.has("SMTP protocol synchronization error", at: index, before: end) {
            event.kind = .screened
            event.reason = .protocolBreach
        }
        return true
    }

    /// `H=(helo) [192.0.2.1] F=<a@example.org> rejected RCPT <b@example.com>: why`
    private static func refusal(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ event: inout MailLogEvent) {
        var index = start
        while let field = field(bytes, &index, before: end) {
            switch field {
            case .host: event.client = host(bytes, &index, before: end)
            case .other(0x41): event.isAuthenticated = true
            case .other(0x46):
                let address = index
                if bytes.skipBrackets(&index, before: end) { event.sender = ByteRange(address, index) }
            case .other: break
            }
            skipWord(bytes, &index, before: end)
        }
        let isTemporary = bytes.has("temporarily rejected ", at: index, before: end)
        guard isTemporary || bytes.has("rejected ", at: index, before: end) else { return }
        index += isTemporary ? 21 : 9
        event.kind = .refused
        event.code = isTemporary ? 450 : 550
        if bytes.has("RCPT ", at: index, before: end) {
            if !event.queue.isEmpty { event.kind = .recipientRefused }
            index += 5
            _ = bytes.skipBrackets(&index, before: end)
        }
        let isOfContent = bytes.has("after DATA", at: index, before: end) || bytes.has("during MIME", at: index, before: end)
        event.reason = reason(bytes, index, end, isOfContent: isOfContent, event)
    }

    private static func reason(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, isOfContent: Bool, _ event: MailLogEvent) -> RefusalReason {
        func says(_ word: StaticString) -> Bool { bytes.contains(word, from: start, to: end) }
        if says("relay not permitted") || says("elay not permitted") { return .relaying }
        if says("nrouteable") || says("nknown user") || says("o such user") || says("ser unknown") { return .recipient }
        if says("ender verify") { return .sender }
        if says("EHLO or HELO") || says("HELO") { return .greeting }
        if says("ynchronization") { return .protocolBreach }
        if says("too big") || says("size") { return .size }
        if says("no reverse DNS") || says("host lookup") { return .clientName }
        if isOfContent { return RefusalWords.filter(bytes, start, end, isTemporary: event.isTemporary) }
        return RefusalWords.policy(bytes, start, end) ?? .other
    }

    // MARK: Fields

    private enum Field {
        /// `H=`
        case host
        /// Another field, by the first byte of its name.
        case other(UInt8)
    }

    /// Moves behind the `=` of the next field: a blank, capitals or digits, `=`; nothing where there is none.
    private static func field(_ bytes: Span<UInt8>, _ index: inout Int, before end: Int) -> Field? {
        while index < end {
            while index < end, bytes[index] == 0x20 { index += 1 }
            let start = index
            while index < end, bytes[index] &- 65 < 26 || bytes[index] &- 48 < 10 { index += 1 }
            if index < end, index > start, bytes[index] == 0x3D {
                index += 1
                return index - start == 2 && bytes[start] == 0x48 ? .host : .other(bytes[start])
            }
            if bytes.has("rejected ", at: start, before: end) || bytes.has("temporarily ", at: start, before: end) {
                index = start
                return nil
            }
            skipWord(bytes, &index, before: end)
        }
        return nil
    }

    /// The address of `name (greeting) [192.0.2.1]:25`: the last one in brackets before the next field, since the greeting is the client's own word.
    private static func host(_ bytes: Span<UInt8>, _ index: inout Int, before end: Int) -> IPAddress? {
        var found: IPAddress?
        while index < end {
            let start = index
            skipWord(bytes, &index, before: end)
            if bytes[start] == 0x5B {
                let close = bytes.offset(of: 0x5D, from: start, to: index)
                found = bytes.address(from: start + 1, to: close) ?? found
            }
            guard index < end else { break }
            // The next word is a field, or none of an address.
            let next = index + 1
            guard next < end, bytes[next] == 0x28 || bytes[next] == 0x5B else { break }
            index = next
        }
        return found
    }

    private static func skipWord(_ bytes: Span<UInt8>, _ index: inout Int, before end: Int) {
        index = bytes.offset(of: 0x20, from: index, to: end)
    }

    private static func skipAddress(_ bytes: Span<UInt8>, _ index: inout Int, before end: Int) {
        if index < end, bytes[index] == 0x22 { skipQuoted(bytes, &index, before: end) }
        skipWord(bytes, &index, before: end)
        if bytes.has(" <", at: index, before: end) {
            index += 1
            _ = bytes.skipBrackets(&index, before: end)
        }
    }

    private static func skipQuoted(_ bytes: Span<UInt8>, _ index: inout Int, before end: Int) {
        guard index < end, bytes[index] == 0x22 else { return }
        index += 1
        while index < end, bytes[index] != 0x22 { index += bytes[index] == 0x5C ? 2 : 1 }
        index = min(index + 1, end)
    }

    /// `2s`, `1m20s`, `0.123s`: milliseconds.
    private static func duration(_ bytes: Span<UInt8>, _ index: inout Int, before end: Int) -> Int? {
        var sum = 0
        while let number = bytes.milliseconds(&index, before: end), index < end {
            switch bytes[index] {
            case 0x77: sum += number * 604_800
            case 0x64: sum += number * 86_400
            case 0x68: sum += number * 3600
            case 0x6D: sum += number * 60
            case 0x73: return sum + number
            default: return nil
            }
            index += 1
        }
        return nil
    }
}
