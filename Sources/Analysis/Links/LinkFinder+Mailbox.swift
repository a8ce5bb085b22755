// Mailboxes and handles in text, and the accounts that messengers' links name. Text is hostile.

internal import Messages

extension LinkFinder {
    /// An at sign was met (perhaps `(at)`): reads the mailbox around it, or the handle after it.
    func mailbox(at index: Int, length: Int, in text: Span<UInt8>, _ cursor: inout Cursor, _ found: inout FoundLinks) {
        var localEnd = index
        if length > 1, localEnd > cursor.floor, text[localEnd - 1] == 32 { localEnd -= 1 }
        var start = localEnd
        // RFC 5321 section 4.5.3.1.1: at most 64 octets.
        while start > cursor.floor, localEnd - start < 64, Self.isLocal(text[start - 1]) { start -= 1 }
        while start < localEnd, text[start] == 46 || text[start] == 39 || text[start] == 42 || text[start] == 47 { start += 1 }
        guard start < localEnd else {
            if length == 1 { handle(at: index, in: text, &cursor, &found) }
            return
        }
        var domainStart = index + length
        if length > 1, domainStart < text.count, text[domainStart] == 32 { domainStart += 1 }
        let value = found.bytes.count
        for offset in start..<localEnd { found.bytes.append(ByteClass.lowered(text[offset])) }
        found.bytes.append(64)
        let domain = found.bytes.count
        let reading = readHost(text, from: domainStart, spaces: length > 1, into: &found.bytes)
        let isTwoLabels = reading.labels >= 2 && found.bytes.count - reading.lastLabel >= 2
        guard isTwoLabels, !ByteClass.isDigit(found.bytes[reading.lastLabel]) else {
            found.bytes.removeSubrange(value...)
            cursor.index = max(index + 1, reading.end)
            return
        }
        for offset in domain..<found.bytes.count { found.bytes[offset] = ByteClass.lowered(found.bytes[offset]) }
        let isDisguised = length > 1 || !reading.flags.isEmpty
        keep(.mailbox, isDisguised ? .disguised : [], text: start..<reading.end, value: value, in: &found)
        cursor.index = reading.end
        cursor.floor = reading.end
    }

    /// `@name`: an account on some platform.
    private func handle(at index: Int, in text: Span<UInt8>, _ cursor: inout Cursor, _ found: inout FoundLinks) {
        if index > 0, ByteClass.isAlphanumeric(text[index - 1]) || text[index - 1] == 47 { return }
        var end = index + 1
        guard end < text.count, ByteClass.isLetter(text[end]) else { return }
        while end < text.count, end - index <= 33, ByteClass.isAlphanumeric(text[end]) || text[end] == 95 { end += 1 }
        guard end - index >= 5, end - index <= 33 else { return }
        let value = found.bytes.count
        for offset in (index + 1)..<end { found.bytes.append(ByteClass.lowered(text[offset])) }
        keep(.handle, text: index..<end, value: value, in: &found)
        cursor.index = end
    }

    /// Adds the account or number of a link to Telegram or WhatsApp; `host` and `end` bound it in `found.bytes`.
    func messenger(host: Int, end: Int, text: Range<Int>, _ found: inout FoundLinks) {
        guard end - host < 256, let (kind, name) = Self.account(in: found.bytes.span.extracting(host..<end)) else { return }
        let value = found.bytes.count
        for index in name { found.bytes.append(found.bytes[host + index]) }
        keep(kind, text: text, value: value, in: &found)
    }

    /// What messenger a link without its scheme leads to, and where in it the account stands.
    private static func account(in link: Span<UInt8>) -> (ContactPoint.Kind, Range<Int>)? {
        guard link.count > 5 else { return nil }
        let lists: [StaticString]
        var kind = ContactPoint.Kind.whatsapp
        switch (link[0] | 32, link[1] | 32) {
        case (116, 46), (116, 101), (119, 119):  // t. te ww
            lists = telegram
            kind = .telegram
        case (119, 97), (99, 104), (119, 104), (97, 112): lists = whatsapp  // wa ch wh ap
        default: return nil
        }
        guard let prefix = lists.last(where: { ByteClass.starts(link, with: $0) }) else { return nil }
        var start = prefix.utf8CodeUnitCount
        if ByteClass.starts(link, with: "s/", at: start) { start += 2 }
        var end = start
        while end < link.count, ByteClass.isHostByte(link[end]) || link[end] == 43 { end += 1 }
        return end > start ? (kind, start..<end) : nil
    }

    private static let telegram: [StaticString] = ["t.me/", "telegram.me/", "telegram.dog/", "www.t.me/"]
    private static let whatsapp: [StaticString] = ["wa.me/", "chat.whatsapp.com/", "whatsapp.com/channel/", "api.whatsapp.com/send?phone="]

    /// The atoms of RFC 5322 section 3.2.3 and the dot.
    private static func isLocal(_ byte: UInt8) -> Bool {
        if ByteClass.isAlphanumeric(byte) { return true }
        switch byte {
        case 33, 35, 36, 37, 38, 39, 42, 43, 45, 46, 47, 61, 63, 94, 95, 123, 124, 125, 126: return true
        default: return false
        }
    }
}
