// The URL parser of the WHATWG URL standard (section 4.4) over bytes: what a browser would open, for any input.
// Input is hostile. Linear in its length; the only look outside is at the names behind non-ASCII hosts, which has its own limit.

public import Domains
internal import Messages

/// Parses URLs as browsers do.
///
/// A parser keeps its working buffers, so keep one and use it again. Instead of the standard's state machine the states are
/// functions, in the standard's order; the section names are theirs.
public struct URLParser {
    /// The schemes that browsers treat specially (section 4.2).
    enum Scheme: UInt8 {
        case other, http, https, ws, wss, ftp, file

        var defaultPort: UInt16? {
            switch self {
            case .http, .ws: 80
            case .https, .wss: 443
            case .ftp: 21
            case .other, .file: nil
            }
        }
    }

    let hosts: HostParser
    // The input without what is stripped, and where the parser stands in it.
    var input: [UInt8] = []
    var position = 0
    // The components, serialised as far as they go.
    var kind = Scheme.other
    var scheme: [UInt8] = []
    var username: [UInt8] = []
    var password: [UInt8] = []
    var host: [UInt8] = []
    var path: [UInt8] = []
    var query: [UInt8] = []
    var fragment: [UInt8] = []
    var url = ParsedURL()

    /// A parser that asks `names` about hosts that are not plain ASCII.
    public init(names: any InternationalNames) {
        hosts = HostParser(names: names)
    }

    /// Parses an absolute URL and appends its serialisation to `buffer`; nothing, and nothing appended, when it is not one.
    public mutating func parse(_ text: Span<UInt8>, into buffer: inout [UInt8]) -> ParsedURL? {
        parse(text, base: nil, into: &buffer)
    }

    /// Parses a URL, completed by a base that lies in the same `buffer` when it is relative.
    public mutating func parse(_ text: Span<UInt8>, base: ParsedURL?, into buffer: inout [UInt8]) -> ParsedURL? {
        reset()
        strip(text)
        guard run(base: base, buffer: buffer) else { return nil }
        serialise(into: &buffer)
        return url
    }

    var isSpecial: Bool { kind != .other }

    /// The byte at an offset from the position, or nothing at the end.
    func peek(_ offset: Int = 0) -> UInt8? {
        position + offset < input.count ? input[position + offset] : nil
    }

    func isSlash(_ byte: UInt8?) -> Bool {
        byte == 47 || byte == 92 && isSpecial
    }

    private mutating func reset() {
        input.removeAll(keepingCapacity: true)
        position = 0
        kind = .other
        url = ParsedURL()
        scheme.removeAll(keepingCapacity: true)
        username.removeAll(keepingCapacity: true)
        password.removeAll(keepingCapacity: true)
        host.removeAll(keepingCapacity: true)
        path.removeAll(keepingCapacity: true)
        query.removeAll(keepingCapacity: true)
        fragment.removeAll(keepingCapacity: true)
    }

    /// Controls and spaces around, and tabs and line ends inside, do not count (section 4.4, steps 1 to 3).
    private mutating func strip(_ text: Span<UInt8>) {
        var start = 0
        var end = text.count
        while start < end, text[start] <= 32 { start += 1 }
        while end > start, text[end - 1] <= 32 { end -= 1 }
        var kept = start
        for index in start..<end where text[index] < 32 {
            let byte = text[index]
            guard byte == 9 || byte == 10 || byte == 13 else { continue }
            text.append(kept..<index, to: &input)
            kept = index + 1
            url.traits.insert(.strippedControls)
        }
        text.append(kept..<end, to: &input)
    }

    // MARK: - Scheme

    private mutating func run(base: ParsedURL?, buffer: [UInt8]) -> Bool {
        if readScheme() {
            kind = Self.kind(of: scheme.span)
            if kind == .file { return file(base: sameScheme(base, buffer), buffer: buffer) }
            if isSpecial {
                if let base = sameScheme(base, buffer), !(peek() == 47 && peek(1) == 47) { return relative(base, buffer) }
                return specialAuthority()
            }
            if peek() == 47 {
                position += 1
                if peek() == 47 {
                    position += 1
                    return authority()
                }
                return pathSegments()
            }
            url.traits.insert(.opaquePath)
            return opaquePath()
        }
        guard let base else { return false }
        scheme += buffer[base.scheme.range]
        kind = Self.kind(of: scheme.span)
        url.traits.insert(.relative)
        if base.traits.contains(.opaquePath) {
            guard peek() == 35 else { return false }
            take(path: base, buffer)
            takeQuery(base, buffer)
            url.traits.insert(.opaquePath)
            return afterPath()
        }
        return kind == .file ? file(base: base, buffer: buffer) : relative(base, buffer)
    }

    private mutating func readScheme() -> Bool {
        guard let first = input.first, ByteClass.isLetter(first) else { return false }
        var end = 1
        while end < input.count, ByteClass.isSchemeByte(input[end]) { end += 1 }
        guard end < input.count, input[end] == 58 else { return false }
        for index in 0..<end { scheme.append(ByteClass.lowered(input[index])) }
        position = end + 1
        return true
    }

    /// The base, when its scheme is the one just read.
    private func sameScheme(_ base: ParsedURL?, _ buffer: [UInt8]) -> ParsedURL? {
        guard let base, buffer[base.scheme.range].elementsEqual(scheme), !base.traits.contains(.opaquePath) else { return nil }
        return base
    }

    static func kind(of scheme: Span<UInt8>) -> Scheme {
        if ByteClass.equal(scheme, "https") { return .https }
        if ByteClass.equal(scheme, "http") { return .http }
        if ByteClass.equal(scheme, "ftp") { return .ftp }
        if ByteClass.equal(scheme, "file") { return .file }
        if ByteClass.equal(scheme, "ws") { return .ws }
        return ByteClass.equal(scheme, "wss") ? .wss : .other
    }

    // MARK: - What a base gives

    private mutating func take(authority base: ParsedURL, _ buffer: [UInt8]) {
        username += buffer[base.username.range]
        password += buffer[base.password.range]
        host += buffer[base.host.range]
        url.hostKind = base.hostKind
        url.port = base.port
        url.ipv4 = base.ipv4
        url.traits.formUnion(base.traits.intersection([.userinfo, .oddIPv4, .encodedHost, .unicodeHost]))
    }

    private mutating func take(path base: ParsedURL, _ buffer: [UInt8]) {
        path += buffer[base.path.range]
    }

    private mutating func takeQuery(_ base: ParsedURL, _ buffer: [UInt8]) {
        guard base.traits.contains(.query) else { return }
        query += buffer[base.query.range]
        url.traits.insert(.query)
    }

    private mutating func relative(_ base: ParsedURL, _ buffer: [UInt8]) -> Bool {
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
        take(path: base, buffer)
        guard let next = peek() else {
            takeQuery(base, buffer)
            return true
        }
        if next == 63 { return afterPath() }
        if next == 35 {
            takeQuery(base, buffer)
            return afterPath()
        }
        shorten()
        return pathSegments()
    }

    // MARK: - File

    private mutating func file(base: ParsedURL?, buffer: [UInt8]) -> Bool {
        url.hostKind = .empty
        if isSlash(peek()) {
            noteBackslash()
            position += 1
            return fileSlash(base: base, buffer: buffer)
        }
        guard let base else { return pathSegments() }
        url.traits.insert(.relative)
        host += buffer[base.host.range]
        url.hostKind = base.hostKind
        take(path: base, buffer)
        guard let next = peek() else {
            takeQuery(base, buffer)
            return true
        }
        if next == 63 { return afterPath() }
        if next == 35 {
            takeQuery(base, buffer)
            return afterPath()
        }
        if startsWithDrive(position) { path.removeAll(keepingCapacity: true) } else { shorten() }
        return pathSegments()
    }

    private mutating func fileSlash(base: ParsedURL?, buffer: [UInt8]) -> Bool {
        if isSlash(peek()) {
            noteBackslash()
            position += 1
            return fileHost()
        }
        if let base {
            host += buffer[base.host.range]
            url.hostKind = base.hostKind
            let basePath = base.path
            if !startsWithDrive(position), basePath.count >= 3 {
                let letter = buffer[Int(basePath.start) + 1]
                let ends = basePath.count == 3 || buffer[Int(basePath.start) + 3] == 47
                if ByteClass.isLetter(letter), buffer[Int(basePath.start) + 2] == 58, ends { path += [47, letter, 58] }
            }
        }
        return pathSegments()
    }

    private mutating func fileHost() -> Bool {
        var end = position
        while end < input.count, input[end] != 47, input[end] != 92, input[end] != 63, input[end] != 35 { end += 1 }
        // A drive letter here is the first segment of the path, not a host.
        if end - position == 2, startsWithDrive(position) { return pathSegments() }
        if end > position {
            guard parseHost(position..<end, isOpaque: false) else { return false }
            if ByteClass.equal(host.span, "localhost") {
                host.removeAll(keepingCapacity: true)
                url.hostKind = .empty
            }
        }
        position = end
        return pathStart()
    }

    /// Whether a Windows drive letter begins at an offset (section 4.4).
    private func startsWithDrive(_ index: Int) -> Bool {
        guard index + 1 < input.count, ByteClass.isLetter(input[index]), input[index + 1] == 58 || input[index + 1] == 124 else {
            return false
        }
        guard index + 2 < input.count else { return true }
        let next = input[index + 2]
        return next == 47 || next == 92 || next == 63 || next == 35
    }

    // MARK: - Authority

    private mutating func specialAuthority() -> Bool {
        while isSlash(peek()) {
            noteBackslash()
            position += 1
        }
        return authority()
    }

    mutating func noteBackslash() {
        if peek() == 92 { url.traits.insert(.backslash) }
    }

    private mutating func authority() -> Bool {
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

    private mutating func parseHost(_ range: Range<Int>, isOpaque: Bool) -> Bool {
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
