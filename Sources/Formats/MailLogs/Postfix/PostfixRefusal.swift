internal import Messages

/// Reads a refusal of Postfix: `RCPT from unknown[192.0.2.1]: 554 5.7.1 Service unavailable; ...; from=<a@example.org> to=<b@example.com> ...`
enum PostfixRefusal {
    /// Who refuses.
    enum Judge {
        /// One of the server's restrictions.
        case rule
        /// A filter that the server asks.
        case filter
    }

    static func read(_ bytes: Span<UInt8>, from start: Int, to end: Int, of judge: Judge, into event: inout MailLogEvent) {
        var index = start
        event.kind = .refused
        // The stage: a word of the server's, but for headers and bodies, whose text is the message's own.
        if bytes.has("header ", at: start, before: end) || bytes.has("body ", at: start, before: end)
            || bytes.has("mime-", at: start, before: end)
        {
            event.reason = .content
            event.code = codeAtEnd(bytes, start, end)
            event.client = nil
            return
        }
        let stageEnd = bytes.offset(of: 0x20, from: start, to: end)
        if !event.queue.isEmpty, bytes.has("RCPT", at: start, before: stageEnd) || bytes.has("VRFY", at: start, before: stageEnd) {
            event.kind = .recipientRefused
        }
        guard bytes.has(" from ", at: stageEnd, before: end) else {
            // `proxy-reject: END-OF-MESSAGE: 554 ...` has no client.
            index = bytes.offset(of: 0x20, from: start, to: end) + 1
            words(bytes, index, end, judge, &event)
            return
        }
        index = stageEnd + 6
        event.client = PostfixLine.bracketed(bytes, &index, before: end)
        // A port may follow; then a colon and a blank.
        index = bytes.offset(of: 0x20, from: index, to: end) + 1
        words(bytes, index, end, judge, &event)
    }

    /// The code, and why.
    private static func words(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ judge: Judge, _ event: inout MailLogEvent) {
        var index = start
        event.code = code(bytes, &index, before: end)
        let textStart = index
        var isQuoting = false
        if index < end, bytes[index] == 0x3C {
            // `<a@example.org>: Sender address rejected: ...`: what was refused comes first.
            isQuoting = bytes.skipBrackets(&index, before: end)
            if bytes.has(": ", at: index, before: end) { index += 2 } else { index = textStart }
        }
        let wordsEnd = bytes.offset(ofWord: "; from=<", from: index, to: end) ?? end
        event.reason =
            switch judge {
            case .rule: rule(bytes, index, wordsEnd, isQuoting: isQuoting, event)
            case .filter: RefusalWords.filter(bytes, index, wordsEnd, isTemporary: event.isTemporary)
            }
        if wordsEnd < end {
            var place = wordsEnd + 7
            if bytes.skipBrackets(&place, before: end) { event.sender = ByteRange(wordsEnd + 7, place) }
        }
    }

    /// `554 5.7.1 `, `5.7.1 ` or `554 `.
    private static func code(_ bytes: Span<UInt8>, _ index: inout Int, before end: Int) -> Int {
        var code = 0
        var place = index
        if let number = bytes.digits(&place, before: end), (200...599).contains(number), place < end, bytes[place] == 0x20 {
            code = number
            index = place + 1
        }
        place = index
        guard let status = bytes.digits(&place, before: end), status == 2 || status == 4 || status == 5, place < end, bytes[place] == 0x2E,
            code == 0 || code / 100 == status
        else { return code }
        let blank = bytes.offset(of: 0x20, from: place, to: min(end, place + 12))
        if blank < end { index = blank + 1 }
        return code == 0 ? status * 100 : code
    }

    /// The code of `...: 5.7.1 message content rejected`, which stands behind what the message says.
    private static func codeAtEnd(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        guard let colon = bytes.lastOffset(of: 0x3A, from: start, to: end), colon + 2 < end else { return 550 }
        return bytes[colon + 2] == 0x34 ? 450 : 550
    }

    /// Why one of the server's own restrictions refused.
    private static func rule(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, isQuoting: Bool, _ event: MailLogEvent) -> RefusalReason {
        func has(_ word: StaticString) -> Bool { bytes.has(word, at: start, before: end) }
        func says(_ word: StaticString) -> Bool { bytes.contains(word, from: start, to: end) }
        if has("Service unavailable; ") { return says("blocked using") ? .blockList : .other }
        if has("Client host rejected: ") {
            if says("annot find your") { return .clientName }
            return RefusalWords.policy(bytes, start, end) ?? .other
        }
        if has("Recipient address rejected: ") {
            if let reason = RefusalWords.policy(bytes, start, end) { return reason }
            return says("ser unknown") || says("ndeliverable") || says("oes not exist") || says("o such user") ? .recipient : .other
        }
        if has("Sender address rejected: ") { return RefusalWords.policy(bytes, start, end) ?? .sender }
        if has("Relay access denied") { return .relaying }
        if has("Helo command rejected: ") { return .greeting }
        if says("pipelining") || has("Protocol error") { return .protocolBreach }
        if says("size exceeds") || says("too big") || says("file too large") { return .size }
        if has("Service currently unavailable") { return .greylisting }
        if says("blocked using") { return .blockList }
        return RefusalWords.policy(bytes, start, end) ?? .other
    }
}

/// Why somebody refuses, by words that are in common use.
enum RefusalWords {
    /// Words of policy services, which Postfix quotes.
    static func policy(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> RefusalReason? {
        func says(_ word: StaticString) -> Bool { bytes.contains(word, from: start, to: end) }
        if says("reylist") || says("rey-list") { return .greylisting }
        if says("SPF") || says("spf") || says("DMARC") || says("DKIM") { return .authentication }
        if says("blocked using") || says("lacklist") || says("listed in") || says("listed by") || says("DNSBL") || says("RBL") {
            return .blockList
        }
        if says("oo many") || says("ate limit") || says("oo much mail") || says("throttl") { return .rate }
        return nil
    }

    /// Words of a filter that looked at the message.
    static func filter(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, isTemporary: Bool) -> RefusalReason {
        func says(_ word: StaticString) -> Bool { bytes.contains(word, from: start, to: end) }
        if says("virus") || says("Virus") || says("VIRUS") || says("malware") || says("nfected") { return .malware }
        if let reason = policy(bytes, start, end) { return reason }
        if says("Try again later") || says("try again later") || says("come back later") { return .greylisting }
        if says("spam") || says("Spam") || says("SPAM") || says("ontent") || says("unsolicited") || says("junk") { return .content }
        // What a filter turns away for good without saying why, it turns away for what it found.
        return isTemporary ? .other : .content
    }
}
