// Hosts in text: where one begins and ends, what it is without disguise, and whether a reader would take it for one. Text is hostile.

internal import Domains
internal import Messages

extension LinkFinder {
    /// A host as it was read: its bytes without disguise are at the end of `FoundLinks.bytes`.
    struct HostReading {
        var end: Int
        var labels = 0
        /// Where the last label begins, in `FoundLinks.bytes`.
        var lastLabel = 0
        var flags: FoundLink.Flags = []
    }

    /// Reads labels and what joins them; appends the host without disguise.
    func readHost(_ text: Span<UInt8>, from start: Int, spaces: Bool, into bytes: inout [UInt8]) -> HostReading {
        var reading = HostReading(end: start)
        var index = start
        let end = min(text.count, start + limits.hostBytes)
        while true {
            let labelStart = bytes.count
            index = readLabel(text, from: index, to: end, flags: &reading.flags, into: &bytes)
            guard bytes.count > labelStart else {
                if reading.labels > 0 { bytes.removeLast() }  // the dot before it
                return reading
            }
            reading.labels += 1
            reading.lastLabel = labelStart
            reading.end = index
            // A plain dot between two labels is by far the commonest joint.
            if index + 1 < end, text[index] == 46, ByteClass.isAlphanumeric(text[index + 1]) {
                bytes.append(46)
                index += 1
                continue
            }
            guard let joint = Disguise.joint(text, at: index, spaces: spaces) else { return reading }
            let next = index + joint.length
            guard next < end, ByteClass.isAlphanumeric(text[next]) || text[next] >= 128 || text[next] == 37 else { return reading }
            reading.flags.formUnion(joint.flags)
            bytes.append(46)
            index = next
        }
    }

    private func readLabel(_ text: Span<UInt8>, from start: Int, to end: Int, flags: inout FoundLink.Flags, into bytes: inout [UInt8])
        -> Int
    {
        var index = start
        var hasASCII = false
        while index < end {
            let first = index
            while index < end, ByteClass.isHostByte(text[index]) { index += 1 }
            if index > first {
                text.append(first..<index, to: &bytes)
                hasASCII = true
            }
            guard index < end else { break }
            let byte = text[index]
            if byte >= 128 {
                let invisible = Disguise.invisibleLength(text, at: index)
                if invisible > 0 {
                    flags.insert(.invisible)
                    index += invisible
                    continue
                }
                let character = Disguise.character(text, at: index)
                if character.kind == .stop || character.kind == .ideograph && hasASCII { break }
                for offset in 0..<character.length { bytes.append(text[index + offset]) }
                index += character.length
            } else if byte == 37, index + 2 < end, let high = ByteClass.hexadecimal(text[index + 1]),
                let low = ByteClass.hexadecimal(text[index + 2]), ByteClass.isAlphanumeric(high << 4 | low) || high << 4 | low == 46
            {
                bytes.append(high << 4 | low)
                flags.insert(.encodedHost)
                index += 3
            } else {
                break
            }
        }
        return index
    }

    /// Where the label before an offset begins: not behind the floor, not over a change from ideographs to ASCII.
    func labelStart(_ text: Span<UInt8>, before end: Int, floor: Int) -> Int {
        let bound = max(floor, end - limits.hostBytes)
        var index = end
        var hasASCII = false
        while index > bound {
            let byte = text[index - 1]
            if ByteClass.isHostByte(byte) {
                hasASCII = true
                index -= 1
                continue
            }
            guard byte >= 128 else { break }
            var lead = index - 1
            while lead > bound, index - lead < 4, text[lead] & 0xC0 == 0x80 { lead -= 1 }
            if Disguise.invisibleLength(text, at: lead) == 0 {
                let character = Disguise.character(text, at: lead)
                if character.length != index - lead || character.kind == .stop || character.kind == .ideograph && hasASCII { break }
            }
            index = lead
        }
        return index
    }

    /// A dot of some spelling was met: reads the host around it and keeps it when a reader would take it for one.
    mutating func hostAround(dot: Int, in text: Span<UInt8>, spaces: Bool, _ cursor: inout Cursor, _ found: inout FoundLinks) {
        var labelEnd = dot
        while labelEnd > cursor.floor, dot - labelEnd < 2, text[labelEnd - 1] == 32 { labelEnd -= 1 }
        let start = labelStart(text, before: labelEnd, floor: cursor.floor)
        guard start < labelEnd else { return }
        let addressStart = found.bytes.count
        found.bytes += WrittenScheme.http
        let hostStart = found.bytes.count
        var reading = readHost(text, from: start, spaces: spaces, into: &found.bytes)
        reading.lastLabel = max(reading.lastLabel, hostStart)
        let next = reading.end < text.count ? text[reading.end] : 32
        // What stands before an at sign is a local part; the at sign's own look comes next.
        if next == 64 || reading.labels < 2 {
            found.bytes.removeSubrange(addressStart...)
            cursor.index = max(cursor.index + 1, next == 64 ? reading.end : dot + 1)
            return
        }
        if next == 32 || next == 40 || next == 91,
            let token = Disguise.bracketed(text, at: min(reading.end + (next == 32 ? 1 : 0), text.count - 1)),
            token.meaning == .at
        {
            found.bytes.removeSubrange(addressStart...)
            cursor.index = reading.end
            return
        }
        let tail = tailStart(text, at: reading.end)
        guard isPlausible(text, start: start, reading: reading, host: hostStart, hasTail: tail != nil, in: found) else {
            found.bytes.removeSubrange(addressStart...)
            cursor.index = max(dot + 1, reading.end)
            return
        }
        var flags = reading.flags
        var end = reading.end
        if let tail {
            for index in reading.end..<tail { found.bytes.append(text[index]) }
            end = readTail(text, from: tail, flags: &flags, into: &found.bytes)
        }
        keepLink(
            text: start..<end, address: addressStart, host: hostStart, kind: tail == nil ? .host : .schemeless, flags: flags, &cursor,
            &found)
    }

    /// Where a path, query or fragment begins after a host and perhaps a port; nothing when there is none.
    func tailStart(_ text: Span<UInt8>, at end: Int) -> Int? {
        var index = end
        if index < text.count, text[index] == 58 {
            index += 1
            let digits = index
            while index < text.count, index - digits < 5, ByteClass.isDigit(text[index]) { index += 1 }
            guard index > digits else { return nil }
            if index == text.count || !ByteClass.isAlphanumeric(text[index]) { return index }
            return nil
        }
        guard index < text.count else { return nil }
        if text[index] == 47 { return index }
        // A question mark ends a sentence unless something of a query follows.
        guard text[index] == 63 || text[index] == 35, index + 1 < text.count else { return nil }
        return ByteClass.isAlphanumeric(text[index + 1]) ? index : nil
    }

    private mutating func isPlausible(
        _ text: Span<UInt8>, start: Int, reading: HostReading, host: Int, hasTail: Bool, in found: FoundLinks
    ) -> Bool {
        if start > 0 {
            let before = text[start - 1]
            if before == 64 || before == 61 || before == 92 || before == 47 && !(start > 1 && text[start - 2] == 47) { return false }
        }
        let written = found.bytes.span.extracting(host..<found.bytes.count)
        let last = found.bytes.span.extracting(reading.lastLabel..<found.bytes.count)
        if ByteClass.isDigit(last[last.count - 1]) {
            guard let (_, isOdd) = IPv4Syntax.endsInNumber(written) ? IPv4Syntax.address(written) : nil else { return false }
            return !isOdd && (hasTail || !reading.flags.isEmpty)
        }
        guard last.count >= 2, isListed(written) else { return false }
        let isWWW = reading.labels >= 3 && ByteClass.starts(written, with: "www", at: 0)
        if isWWW || !reading.flags.intersection([.defanged, .invisible]).isEmpty { return true }
        if reading.flags.contains(.spelledDot), !hasTail, reading.lastLabel - host < 7 { return false }
        if hasTail { return true }
        if WordSuffixes.contains(last) { return false }
        return !isSentenceEnd(written, last: reading.lastLabel - host)
    }

    /// `end.Then`: two sentences without a space between.
    private func isSentenceEnd(_ host: Span<UInt8>, last: Int) -> Bool {
        let isCapitalised = host[last] &- 65 < 26 && host[last + 1] &- 97 < 26
        guard isCapitalised, last >= 2, host[last - 2] &- 97 < 26 else { return false }
        let label = host.extracting(last..<host.count)
        return !(ByteClass.equal(label, "com") || ByteClass.equal(label, "net") || ByteClass.equal(label, "org"))
    }

    private mutating func isListed(_ host: Span<UInt8>) -> Bool {
        var isASCII = true
        for index in 0..<host.count where host[index] >= 128 { isASCII = false }
        if isASCII {
            guard let match = hosts.match(host) else { return false }
            return match.section != .none && match.registrable != nil
        }
        var ascii: [UInt8] = []
        guard names.toASCII(host, into: &ascii).subtracting(.toleratedInURLs).isEmpty else { return false }
        guard let match = hosts.match(ascii.span) else { return false }
        return match.section != .none && match.registrable != nil
    }

    /// Keeps a link, cut to the limit, and the account that a messenger's link names.
    func keepLink(
        text: Range<Int>, address: Int, host: Int, kind: FoundLink.Kind, flags: FoundLink.Flags, _ cursor: inout Cursor,
        _ found: inout FoundLinks
    ) {
        cursor.index = text.upperBound
        cursor.floor = text.upperBound
        guard found.links.count < limits.links else {
            found.bytes.removeSubrange(address...)
            found.isCut = true
            return
        }
        let link = FoundLink(text: ByteRange(text), address: ByteRange(address, found.bytes.count), kind: kind, flags: flags)
        keep(link, in: &found)
        messenger(host: host, end: found.bytes.count, text: text, &found)
    }
}

/// Top-level domains that are also words, abbreviations or file name extensions: a bare `word.it` is no link.
enum WordSuffixes {
    private static let words: [StaticString] = [
        "ai", "am", "as", "at", "be", "by", "can", "cat", "cc", "date", "day", "do", "fm", "free", "here", "how", "id", "in", "is",
        "it", "la", "life", "love", "md", "me", "men", "mov", "ms", "my", "name", "new", "no", "now", "one", "pl", "pm", "ps", "py",
        "re", "red", "rs", "sh", "so", "st", "to", "today", "us", "work", "zip", "java", "map", "bar", "fit", "fun", "goes", "like",
        "so", "sc", "sr", "ch", "mm", "vs", "jr",
    ]

    static func contains(_ label: Span<UInt8>) -> Bool {
        label.count <= 5 && words.contains { ByteClass.equal(label, $0) }
    }
}
