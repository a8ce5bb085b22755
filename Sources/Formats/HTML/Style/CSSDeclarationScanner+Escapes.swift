// Comments and escapes, undone before declarations are read.

extension CSSDeclarationScanner {
    /// Whether a text holds what `plain` undoes.
    static func needsPlain(_ text: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        if text.first(ASCII.backslash, from: start, to: end) < end { return true }
        var at = text.first(ASCII.slash, from: start, to: end)
        while at < end {
            if at &+ 1 < end, text[at &+ 1] == ASCII.asterisk { return true }
            at = text.first(ASCII.slash, from: at &+ 1, to: end)
        }
        return false
    }

    /// Adds a text with a space for each comment and with escapes undone (CSS Syntax 3 sections 4.3.2 and 4.3.7). An escaped
    /// byte that would end a name becomes `_`, for an escape never ends one.
    static func plain(_ text: Span<UInt8>, from start: Int, to end: Int, into buffer: inout [UInt8]) {
        var at = start
        while at < end {
            let run = text.first(ASCII.slash, or: ASCII.backslash, from: at, to: end)
            if run > at {
                text.append(at..<run, to: &buffer)
                at = run
                continue
            }
            let byte = text[at]
            at &+= 1
            if byte == ASCII.slash, at < end, text[at] == ASCII.asterisk {
                var close = text.first(ASCII.slash, from: at &+ 2, to: end)
                while close < end, text[close &- 1] != ASCII.asterisk { close = text.first(ASCII.slash, from: close &+ 1, to: end) }
                at = min(close &+ 1, end)
                buffer.append(ASCII.space)
            } else if byte == ASCII.backslash, at < end {
                var point: UInt32 = 0
                let first = at
                while at < end, at &- first < 6, let digit = ASCII.hexadecimal(text[at]) {
                    point = point << 4 | UInt32(digit)
                    at &+= 1
                }
                if at == first {
                    buffer.append(nameByte(text[at]))
                    at &+= 1
                } else {
                    if at < end, ASCII.isSpace(text[at]) { at &+= 1 }
                    buffer.append(point < 0x80 ? nameByte(UInt8(point)) : ASCII.underscore)
                }
            } else {
                buffer.append(byte)
            }
        }
    }

    private static func nameByte(_ byte: UInt8) -> UInt8 {
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == ASCII.hyphen || byte >= 0x80 ? byte : ASCII.underscore
    }
}
