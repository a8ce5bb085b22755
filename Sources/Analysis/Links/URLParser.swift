// The URL parser of the WHATWG URL standard (section 4.4) over bytes: what a browser would open, for any input.
// Input is hostile. Linear in its length; the only look outside is at the names behind non-ASCII hosts, which has its own limit.

public import Domains
internal import Messages

/// Parses URLs as browsers do.
///
/// A parser keeps its working buffers, so keep one and use it again. Ordinary addresses are read in one pass (`PlainURL`). For all
/// others the states of the standard's machine are functions, in the standard's order; the section names are theirs.
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
        // What has both a scheme and a host, or opaque content, needs no base.
        PlainURL.parse(text, into: &buffer) ?? parseByStates(text, base: base, into: &buffer)
    }

    /// Parses any URL, as the standard's states do.
    mutating func parseByStates(_ text: Span<UInt8>, base: ParsedURL?, into buffer: inout [UInt8]) -> ParsedURL? {
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
}
