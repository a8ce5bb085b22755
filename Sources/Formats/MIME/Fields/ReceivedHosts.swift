// What trace fields say of the sending host (RFC 5321 section 4.4, TCP-info) and how it is spelled in practice.

import Messages

extension ReceivedReading {
    /// The comment after `from`: TCP information, HELO names, remarks.
    mutating func readHost(_ bytes: Span<UInt8>, _ inside: Range<Int>) {
        // White space, comma and parentheses part words: a bit for each.
        let separators: UInt64 = 1 << 9 | 1 << 10 | 1 << 13 | 1 << 32 | 1 << 40 | 1 << 41 | 1 << 44
        var index = inside.lowerBound
        var isFirst = true
        var isHELO = false
        while index < inside.upperBound {
            let start = index
            while index < inside.upperBound {
                let byte = bytes[index]
                if byte < 64, separators &>> UInt64(byte) & 1 != 0 { break }
                // `name[address]` and `user@[address]` are two words.
                if byte == 91, index > start, bytes[index - 1] != 61 { break }
                index += 1
            }
            if index > start {
                readHostWord(bytes, start..<index, isFirst: isFirst, isHELO: &isHELO)
                isFirst = false
            } else {
                index += 1
            }
        }
    }

    private mutating func readHostWord(_ bytes: Span<UInt8>, _ word: Range<Int>, isFirst: Bool, isHELO: inout Bool) {
        if isHELO {
            isHELO = false
            if helo == nil { helo = ByteRange(ReceivedReading.trimmedWord(bytes, word)) }
            return
        }
        if word.count >= 4, FieldBytes.lower(bytes[word.lowerBound + 3]) == 111,
            let prefix = ShortWord(bytes, word.lowerBound..<word.lowerBound + 4),
            ReceivedReading.heloWords.contains(prefix)
        {
            if word.count == 4 {
                isHELO = true
                return
            }
            if bytes[word.lowerBound + 4] == 61 || bytes[word.lowerBound + 4] == 58 {
                let name = word.lowerBound + 5..<word.upperBound
                if helo == nil, !name.isEmpty { helo = ByteRange(name) }
                return
            }
        }
        if let found = ReceivedReading.address(bytes, word) {
            if address == nil { address = found }
            return
        }
        if let at = word.last(where: { bytes[$0] == 64 }), at + 1 < word.upperBound {
            // `ident@host`, as Sendmail and qmail write it.
            let host = at + 1..<word.upperBound
            if let found = ReceivedReading.address(bytes, host) {
                if address == nil { address = found }
            } else if isFirst, reverseName == nil, isHostName(bytes, host) {
                reverseName = ByteRange(host)
            }
            return
        }
        let name = ReceivedReading.trimmedWord(bytes, word)
        if isFirst, reverseName == nil, isHostName(bytes, name) { reverseName = ByteRange(name) }
    }

    /// Whether a word can be the name of a host: dotted, of letters, digits and hyphens.
    private func isHostName(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
        guard word.count > 2, word.count <= 255 else { return false }
        var dots = 0
        for index in word {
            let byte = bytes[index]
            if byte == 46 {
                dots += 1
            } else if !FieldBytes.isLetter(byte), !FieldBytes.isDigit(byte), byte != 45, byte != 95, byte < 0x80 {
                return false
            }
        }
        return dots > 0 && bytes[word.lowerBound] != 46
    }

    /// A word without quotes, angle brackets and trailing commas.
    static func trimmedWord(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Range<Int> {
        var start = word.lowerBound
        var end = word.upperBound
        while start < end, bytes[start] == 60 || bytes[start] == 34 { start += 1 }
        while end > start, bytes[end - 1] == 62 || bytes[end - 1] == 34 || bytes[end - 1] == 44 { end -= 1 }
        return start..<end
    }

    /// The address a word spells: bare, in brackets, with the `IPv6:` tag, with a port behind it.
    static func address(_ bytes: Span<UInt8>, _ word: Range<Int>) -> IPAddress? {
        var start = word.lowerBound
        var end = word.upperBound
        while start < end, bytes[start] == 40 || bytes[start] == 91 || bytes[start] == 60 { start += 1 }
        // Most words are none, and show it at once: an address begins with a digit, a colon, or the tag.
        guard start < end, FieldBytes.hexadecimal(bytes[start]) != nil || bytes[start] == 58 || bytes[start] | 32 == 105 else { return nil }
        if FieldBytes.isDigit(bytes[start]) {
            if let address = quad(bytes, start..<end) { return address }
        } else if bytes.offset(of: 58, from: start, to: end) == end {
            return nil
        }
        if let close = (start..<end).first(where: { bytes[$0] == 93 }) {
            end = close
        } else {
            while end > start, bytes[end - 1] == 41 || bytes[end - 1] == 62 || bytes[end - 1] == 46 { end -= 1 }
        }
        if end - start > 5, bytes[start + 4] == 58, FieldBytes.lower(bytes[start]) == 105, FieldBytes.lower(bytes[start + 2]) == 118 {
            start += 5
        }
        guard end > start, end - start < 64, FieldBytes.hexadecimal(bytes[start]) != nil || bytes[start] == 58 else { return nil }
        var colons = 0
        var dots = 0
        for index in start..<end {
            if bytes[index] == 58 { colons += 1 }
            if bytes[index] == 46 { dots += 1 }
        }
        if colons == 0 { return dots == 3 ? quad(bytes, start..<end) : nil }
        if colons == 1, let colon = (start..<end).first(where: { bytes[$0] == 58 }) {
            return dots == 3 ? quad(bytes, start..<colon) : nil
        }
        return IPAddress(FieldBytes.text(bytes, start..<end))
    }

    /// A dotted quad, the usual case, up to the end or to a closing bracket.
    private static func quad(_ bytes: Span<UInt8>, _ range: Range<Int>) -> IPAddress? {
        var address: UInt32 = 0
        var octet: UInt32 = 0
        var digits = 0
        var dots = 0
        for index in range {
            if FieldBytes.isDigit(bytes[index]) {
                octet = octet * 10 + UInt32(bytes[index] - 48)
                digits += 1
                guard octet < 256, digits <= 3 else { return nil }
            } else {
                if bytes[index] == 93 { break }
                guard bytes[index] == 46, digits > 0, dots < 3 else { return nil }
                dots += 1
                address = address << 8 | octet
                octet = 0
                digits = 0
            }
        }
        return digits > 0 && dots == 3 ? .v4(address << 8 | octet) : nil
    }
}
