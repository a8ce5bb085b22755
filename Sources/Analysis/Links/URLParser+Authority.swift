// User, host and port, as the WHATWG URL parser reads them (section 4.4, authority, host and port states). Input is hostile.

internal import Messages

extension URLParser {
    mutating func specialAuthority() -> Bool {
        while isSlash(peek()) {
            noteBackslash()
            position += 1
        }
        return authority()
    }

    mutating func noteBackslash() {
        if peek() == 92 { url.traits.insert(.backslash) }
    }

    mutating func authority() -> Bool {
        var end = position
        var at: Int?
        while end < input.count {
            let byte = input[end]
            if byte == 47 || byte == 63 || byte == 35 || byte == 92 && isSpecial { break }
            if byte == 64 { at = end }
            end += 1
        }
        if let at {
            url.traits.insert(.userinfo)
            userinfo(position..<at)
            position = at + 1
            guard position < end else { return false }
        }
        guard hostAndPort(end: end) else { return false }
        position = end
        return pathStart()
    }

    private mutating func userinfo(_ range: Range<Int>) {
        let bytes = input  // shared, not copied: nothing writes to it meanwhile
        let input = bytes.span
        let colon = range.first { input[$0] == 58 } ?? range.upperBound
        PercentEncoding.append(input.extracting(range.lowerBound..<colon), set: PercentEncoding.userinfo, to: &username)
        if colon < range.upperBound {
            PercentEncoding.append(input.extracting((colon + 1)..<range.upperBound), set: PercentEncoding.userinfo, to: &password)
        }
    }

    private mutating func hostAndPort(end: Int) -> Bool {
        var hostEnd = position
        var isInBrackets = false
        while hostEnd < end {
            let byte = input[hostEnd]
            if byte == 58, !isInBrackets { break }
            if byte == 91 { isInBrackets = true }
            if byte == 93 { isInBrackets = false }
            hostEnd += 1
        }
        if hostEnd == position {
            guard hostEnd == end, !isSpecial else { return false }
            url.hostKind = .empty
            return true
        }
        guard parseHost(position..<hostEnd, isOpaque: !isSpecial) else { return false }
        guard hostEnd < end else { return true }
        return readPort((hostEnd + 1)..<end)
    }

    mutating func parseHost(_ range: Range<Int>, isOpaque: Bool) -> Bool {
        let bytes = input  // shared, not copied
        return hosts.parse(bytes.span.extracting(range), isOpaque: isOpaque, url: &url, into: &host)
    }

    private mutating func readPort(_ range: Range<Int>) -> Bool {
        var port: UInt32 = 0
        for index in range {
            guard ByteClass.isDigit(input[index]) else { return false }
            port = port * 10 + UInt32(input[index] - 48)
            guard port <= 65535 else { return false }
        }
        let value = UInt16(truncatingIfNeeded: port)
        url.port = range.isEmpty || value == kind.defaultPort ? nil : value
        return true
    }
}
