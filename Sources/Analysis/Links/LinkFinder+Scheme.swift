// Links that are written with a scheme, whole or made harmless, and what follows a host. Text is hostile.

internal import Messages

extension LinkFinder {
    /// A colon was met (perhaps in brackets): reads the scheme before it and the URL after it.
    func scheme(colon: Int, length: Int, in text: Span<UInt8>, _ cursor: inout Cursor, _ found: inout FoundLinks) {
        var flags: FoundLink.Flags = length > 1 ? .defanged : []
        var wordEnd = colon
        if wordEnd > cursor.floor, text[wordEnd - 1] == 32 { wordEnd -= 1 }
        var start = wordEnd
        while start > cursor.floor, wordEnd - start < 12, ByteClass.isAlphanumeric(text[start - 1]) || text[start - 1] == 42 { start -= 1 }
        let word = text.extracting(start..<wordEnd)
        guard word.count >= 3, let known = WrittenScheme(word) else {
            return otherScheme(start..<wordEnd, colon: colon, length: length, in: text, &cursor, &found)
        }
        if known.isDefanged { flags.insert(.defanged) }
        var index = colon + length
        var blanks = 0
        while index < text.count, blanks < 2, text[index] == 32 {
            index += 1
            blanks += 1
        }
        let slashes = index
        while index < text.count, text[index] == 47 || text[index] == 92 {
            if text[index] == 92 { flags.insert(.oddSlashes) }
            index += 1
        }
        // `[://]` holds its slashes.
        let holdsSlashes = length >= 5
        guard index > slashes || holdsSlashes else { return }
        if index - slashes != 2, !holdsSlashes { flags.insert(.oddSlashes) }
        let authority = index
        while index < text.count, index < authority + 2, text[index] == 32 { index += 1 }
        if index > authority || blanks > 0 || wordEnd < colon { flags.insert(.spaced) }
        cursor.index = max(colon + 1, authority)
        readURL(known, start: start, from: index, flags: flags, in: text, &cursor, &found)
    }

    private func readURL(
        _ scheme: WrittenScheme, start: Int, from index: Int, flags: FoundLink.Flags, in text: Span<UInt8>, _ cursor: inout Cursor,
        _ found: inout FoundLinks
    ) {
        var flags = flags
        let address = found.bytes.count
        found.bytes += scheme.isSecure ? WrittenScheme.https : scheme.isFTP ? WrittenScheme.ftp : WrittenScheme.http
        var index = copyUserinfo(text, from: index, into: &found.bytes)
        let host = found.bytes.count
        if index < text.count, text[index] == 91, let end = bracketedAddressEnd(text, from: index) {
            for offset in index..<end { found.bytes.append(text[offset]) }
            index = end
        } else {
            let reading = readHost(text, from: index, spaces: flags.contains(.spaced), into: &found.bytes)
            flags.formUnion(reading.flags)
            index = reading.end
        }
        guard found.bytes.count > host else {
            found.bytes.removeSubrange(address...)
            return
        }
        index = readTail(text, from: index, flags: &flags, into: &found.bytes)
        if found.bytes.count - address > limits.urlBytes {
            found.bytes.removeSubrange((address + limits.urlBytes)...)
            flags.insert(.truncated)
        }
        keepLink(text: start..<index, address: address, host: host, kind: .url, flags: flags, &cursor, &found)
    }

    /// A scheme that browsers do not know, as `intent://`: kept as written.
    private func otherScheme(
        _ word: Range<Int>, colon: Int, length: Int, in text: Span<UInt8>, _ cursor: inout Cursor, _ found: inout FoundLinks
    ) {
        guard length == 1, word.count >= 2, word.upperBound == colon, ByteClass.isLetter(text[word.lowerBound]),
            ByteClass.starts(text, with: "//", at: colon + 1), colon + 3 < text.count, text[colon + 3] > 32
        else { return }
        var flags: FoundLink.Flags = []
        let address = found.bytes.count
        for index in word.lowerBound..<(colon + 3) { found.bytes.append(text[index]) }
        let host = found.bytes.count
        let end = readTail(text, from: colon + 3, flags: &flags, into: &found.bytes)
        guard found.bytes.count > host else {
            found.bytes.removeSubrange(address...)
            return
        }
        keepLink(text: word.lowerBound..<end, address: address, host: host, kind: .url, flags: flags, &cursor, &found)
    }

    /// Copies what stands before an `@` in the authority; gives where the host begins.
    private func copyUserinfo(_ text: Span<UInt8>, from start: Int, into bytes: inout [UInt8]) -> Int {
        var at: Int?
        var index = start
        let end = min(text.count, start + 256)
        while index < end, text[index] > 32 {
            let byte = text[index]
            if byte == 47 || byte == 63 || byte == 35 || byte == 34 || byte == 60 || byte == 62 || byte == 92 { break }
            if byte == 64 { at = index }
            index += 1
        }
        guard let at, at + 1 < text.count else { return start }
        for offset in start...at { bytes.append(text[offset]) }
        return at + 1
    }

    /// The end of an IPv6 address in brackets.
    private func bracketedAddressEnd(_ text: Span<UInt8>, from start: Int) -> Int? {
        var index = start + 1
        while index < text.count, index - start < 48 {
            if text[index] == 93 { return index - start > 2 ? index + 1 : nil }
            guard ByteClass.hexadecimal(text[index]) != nil || text[index] == 58 || text[index] == 46 else { return nil }
            index += 1
        }
        return nil
    }

    /// Reads what follows a host to the end of the link; the punctuation of the sentence around it stays outside.
    func readTail(_ text: Span<UInt8>, from start: Int, flags: inout FoundLink.Flags, into bytes: inout [UInt8]) -> Int {
        var index = start
        var round = 0
        var square = 0
        let first = bytes.count
        // What of the tail is kept; the rest is passed over.
        while index < text.count {
            let run = index
            let last = min(text.count, index + limits.urlBytes - (bytes.count - first))
            while index < last, TailByte.isPlain(text[index]) { index += 1 }
            if index > run { text.append(run..<index, to: &bytes) }
            guard index < text.count else { break }
            let byte = text[index]
            if byte >= 128 {
                let invisible = Disguise.invisibleLength(text, at: index)
                if invisible > 0 {
                    flags.insert(.invisible)
                    index += invisible
                    continue
                }
                let character = Disguise.character(text, at: index)
                guard character.kind == .letter else { break }
                for offset in 0..<character.length { bytes.append(text[index + offset]) }
                index += character.length
                continue
            }
            if byte <= 32 || byte == 34 || byte == 60 || byte == 62 || byte == 96 || byte == 127 { break }
            if byte == 40 { round += 1 }
            if byte == 91 { square += 1 }
            if byte == 41 {
                if round == 0 { break }
                round -= 1
            }
            if byte == 93 {
                if square == 0 { break }
                square -= 1
            }
            if bytes.count - first < limits.urlBytes { bytes.append(byte) } else { flags.insert(.truncated) }
            index += 1
        }
        guard !flags.contains(.truncated) else { return index }
        while index > start, bytes.count > first, Self.endsSentence(text[index - 1]), bytes.last == text[index - 1] {
            index -= 1
            bytes.removeLast()
        }
        return index
    }

    private static func endsSentence(_ byte: UInt8) -> Bool {
        switch byte {
        case 33, 39, 42, 44, 46, 58, 59, 63, 95, 124, 125, 126: true
        default: false
        }
    }
}

/// What stands in the tail of a link without a second thought.
enum TailByte {
    /// Whether a byte neither ends a link nor has a partner: printable ASCII but for quotes, angles and brackets. A bit each.
    @inline(__always)
    static func isPlain(_ byte: UInt8) -> Bool {
        byte < 128 && (byte < 64 ? low : high) &>> UInt64(byte) & 1 == 1
    }

    private static let low: UInt64 = 0xAFFF_FCFA_0000_0000
    private static let high: UInt64 = 0x7FFF_FFFE_D7FF_FFFF
}

/// A scheme of the web as writers put it, whole or made harmless.
struct WrittenScheme {
    static let http = Array("http://".utf8)
    static let https = Array("https://".utf8)
    static let ftp = Array("ftp://".utf8)

    var isSecure = false
    var isFTP = false
    var isDefanged = false

    /// Reads `http`, `https`, `ftp`, and `hxxp`, `h**p`, `httx`, `ttp` and kin.
    init?(_ word: Span<UInt8>) {
        if ByteClass.equal(word, "http") { return }
        if ByteClass.equal(word, "https") {
            isSecure = true
            return
        }
        if ByteClass.equal(word, "ftp") || ByteClass.equal(word, "fxp") {
            isFTP = true
            isDefanged = word[1] | 32 == 120
            return
        }
        isDefanged = true
        if ByteClass.equal(word, "ttp") { return }
        if ByteClass.equal(word, "ttps") {
            isSecure = true
            return
        }
        guard word.count == 4 || word.count == 5, word[0] | 32 == 104, word[3] | 32 == 112 else { return nil }
        for index in 1...2 where !(word[index] == 42 || word[index] | 32 == 120 || word[index] | 32 == 116) { return nil }
        if word.count == 5 {
            guard word[4] | 32 == 115 else { return nil }
            isSecure = true
        }
    }
}
