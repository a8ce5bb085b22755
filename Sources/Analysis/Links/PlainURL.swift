// Web addresses and mailboxes that already stand as a browser would write them: nearly all that messages link to. They are read in
// one pass; whatever is not plainly of that kind is left to URLParser. Input is hostile.

internal import Messages

/// Reads addresses of `http`, `https` and `mailto` that change in nothing but capitals and a missing slash.
///
/// An answer is the one that the states of the standard give (WHATWG URL section 4.4). That is why bytes that would be encoded, dots at
/// the beginning of a segment, ports, users, addresses in numbers and backslashes get no answer here.
enum PlainURL {
    /// What a byte may stand in unchanged.
    private enum Place {
        static let host: UInt8 = 1
        static let path: UInt8 = 2
        static let query: UInt8 = 4
        static let fragment: UInt8 = 8
        static let opaque: UInt8 = 16
        static let capital: UInt8 = 32
    }

    private static let places: [UInt8] = {
        var places = [UInt8](repeating: 0, count: 256)
        for byte in UInt8(33)...126 {
            var place = Place.opaque
            if ByteClass.isAlphanumeric(byte) || byte == 45 || byte == 46 || byte == 95 { place |= Place.host }
            if byte &- 65 < 26 { place |= Place.capital }
            // The ends of path, query and opaque path are no part of them, and browsers turn a backslash into a slash.
            if !PercentEncoding.path.contains(byte), byte != 92 { place |= Place.path }
            if !PercentEncoding.specialQuery.contains(byte) { place |= Place.query }
            if !PercentEncoding.fragment.contains(byte) { place |= Place.fragment }
            if byte == 35 || byte == 63 { place &= ~Place.opaque }
            places[Int(byte)] = place
        }
        return places
    }()

    /// Parses an address and appends its serialisation to `buffer`; nothing, and nothing appended, when it is not plain.
    static func parse(_ text: Span<UInt8>, into buffer: inout [UInt8]) -> ParsedURL? {
        guard text.count > 7 else { return nil }
        if ByteClass.starts(text, with: "http") {
            if text[4] == 58, text[5] == 47, text[6] == 47 { return web(text, scheme: 4, into: &buffer) }
            if text[4] | 32 == 115, text[5] == 58, text[6] == 47, text[7] == 47 { return web(text, scheme: 5, into: &buffer) }
            return nil
        }
        return ByteClass.starts(text, with: "mailto:") && text[7] != 47 ? mailbox(text, into: &buffer) : nil
    }

    private static func web(_ text: Span<UInt8>, scheme: Int, into buffer: inout [UInt8]) -> ParsedURL? {
        let places = places.span
        let host = scheme + 3
        var seen: UInt8 = text[0] & text[1] & text[2] & text[3] & text[scheme - 1] & 32 == 0 ? Place.capital : 0
        var label = host
        var end = host
        while end < text.count {
            let byte = text[end]
            let place = places[Int(byte)]
            if place & Place.host == 0 { break }
            seen |= place
            end += 1
            if byte == 46 { label = end }
        }
        // A last label that begins with a digit may make the host a number, and an empty one needs a closer look.
        guard label < end, !ByteClass.isDigit(text[label]), let parts = Parts(text, from: end, places: places) else { return nil }
        var url = ParsedURL()
        url.traits = .special
        url.hostKind = .domain
        let start = buffer.count
        // An address without a path gets the path of one slash.
        let shift = parts.path == end ? 1 : 0
        text.append(0..<end, to: &buffer)
        if seen & Place.capital != 0 {
            for index in start..<buffer.count { buffer[index] = ByteClass.lowered(buffer[index]) }
        }
        if shift == 1 { buffer.append(47) }
        text.append(end..<text.count, to: &buffer)
        let rest = start + shift
        url.scheme = ByteRange(start, start + scheme)
        url.host = ByteRange(start + host, start + end)
        url.path = ByteRange(start + end, rest + parts.path)
        if parts.query > parts.path {
            url.traits.insert(.query)
            url.query = ByteRange(rest + parts.path + 1, rest + parts.query)
        }
        if parts.query < text.count {
            url.traits.insert(.fragment)
            url.fragment = ByteRange(rest + parts.query + 1, rest + text.count)
        }
        url.whole = ByteRange(start, buffer.count)
        return url
    }

    /// Where the parts behind a host end.
    private struct Parts {
        /// The end of the path.
        var path: Int
        /// The end of the query; that of the path when there is none.
        var query: Int

        /// Nothing when a byte stands where it would be encoded, or a segment may be one of dots.
        init?(_ text: Span<UInt8>, from start: Int, places: Span<UInt8>) {
            var index = start
            if index < text.count, text[index] == 47 {
                while index < text.count {
                    let byte = text[index]
                    if places[Int(byte)] & Place.path == 0 { break }
                    index += 1
                    if byte == 47, index < text.count, text[index] == 46 || text[index] == 37 { return nil }
                }
            }
            path = index
            if index < text.count, text[index] == 63 {
                index += 1
                while index < text.count, places[Int(text[index])] & Place.query != 0 { index += 1 }
            }
            query = index
            guard index < text.count else { return }
            guard text[index] == 35 else { return nil }
            index += 1
            while index < text.count, places[Int(text[index])] & Place.fragment != 0 { index += 1 }
            guard index == text.count else { return nil }
        }
    }

    private static func mailbox(_ text: Span<UInt8>, into buffer: inout [UInt8]) -> ParsedURL? {
        let places = places.span
        for index in 7..<text.count where places[Int(text[index])] & Place.opaque == 0 { return nil }
        let start = buffer.count
        text.append(0..<text.count, to: &buffer)
        for index in start..<(start + 6) { buffer[index] = ByteClass.lowered(buffer[index]) }
        var url = ParsedURL()
        url.traits = .opaquePath
        url.scheme = ByteRange(start, start + 6)
        url.path = ByteRange(start + 7, buffer.count)
        url.whole = ByteRange(start, buffer.count)
        return url
    }
}
