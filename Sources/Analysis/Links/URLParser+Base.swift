// What the WHATWG URL parser takes from a base for a relative URL (section 4.4). Input and base are hostile.

internal import Messages

extension URLParser {
    private mutating func take(authority base: ParsedURL, _ buffer: [UInt8]) {
        username += buffer[base.username.range]
        password += buffer[base.password.range]
        host += buffer[base.host.range]
        url.hostKind = base.hostKind
        url.port = base.port
        url.ipv4 = base.ipv4
        url.traits.formUnion(base.traits.intersection([.userinfo, .oddIPv4, .encodedHost, .unicodeHost]))
    }

    mutating func take(path base: ParsedURL, _ buffer: [UInt8]) {
        path += buffer[base.path.range]
    }

    /// Takes the base's path, and its query too where neither path nor query is written: then the rest is read, and whether it is a URL is
    /// given. Nothing where segments of a path are written.
    mutating func read(pathOf base: ParsedURL, _ buffer: [UInt8]) -> Bool? {
        take(path: base, buffer)
        switch peek() {
        case nil:
            takeQuery(base, buffer)
            return true
        case 63: return afterPath()
        case 35:
            takeQuery(base, buffer)
            return afterPath()
        default: return nil
        }
    }

    mutating func takeQuery(_ base: ParsedURL, _ buffer: [UInt8]) {
        guard base.traits.contains(.query) else { return }
        query += buffer[base.query.range]
        url.traits.insert(.query)
    }

    mutating func relative(_ base: ParsedURL, _ buffer: [UInt8]) -> Bool {
        url.traits.insert(.relative)
        if isSlash(peek()) {
            noteBackslash()
            position += 1
            if isSlash(peek()) {
                if isSpecial { return specialAuthority() }
                position += 1
                return authority()
            }
            take(authority: base, buffer)
            return pathSegments()
        }
        take(authority: base, buffer)
        if let isRead = read(pathOf: base, buffer) { return isRead }
        shorten()
        return pathSegments()
    }
}
