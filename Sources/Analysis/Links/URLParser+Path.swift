// The second half of the WHATWG URL parser: path, query, fragment, and writing the result down. Input is hostile.

internal import Messages

extension URLParser {
    /// Section 4.4, path start state.
    mutating func pathStart() -> Bool {
        if isSpecial {
            if isSlash(peek()) {
                noteBackslash()
                position += 1
            }
            return pathSegments()
        }
        guard let next = peek() else { return true }
        if next == 63 || next == 35 { return afterPath() }
        if next == 47 { position += 1 }
        return pathSegments()
    }

    /// Section 4.4, path state: the position is at a segment's first byte.
    mutating func pathSegments() -> Bool {
        let bytes = input  // shared, not copied: nothing writes to it meanwhile
        let text = bytes.span
        let other: UInt8 = isSpecial ? 92 : 47
        while true {
            var end = position
            while end < text.count, text[end] != 63, text[end] != 35, text[end] != 47, text[end] != other { end += 1 }
            let isLast = end == text.count || text[end] == 63 || text[end] == 35
            segment(text.extracting(position..<end), isLast: isLast)
            position = end
            if isLast { return afterPath() }
            noteBackslash()
            position += 1
        }
    }

    private mutating func segment(_ text: Span<UInt8>, isLast: Bool) {
        let dots = Self.dotCount(text)
        if dots == 2 { shorten() }
        if dots > 0 {
            if isLast { path.append(47) }
            return
        }
        let isFirst = path.isEmpty
        path.append(47)
        let start = path.count
        PercentEncoding.append(text, set: PercentEncoding.path, to: &path)
        if kind == .file, isFirst, path.count == start + 2, ByteClass.isLetter(path[start]), path[start + 1] == 124 || path[start + 1] == 58
        {
            path[start + 1] = 58
        }
    }

    /// 1 or 2 for a segment of one or two dots, also percent-encoded; otherwise 0.
    private static func dotCount(_ text: Span<UInt8>) -> Int {
        guard text.count <= 6 else { return 0 }
        var index = 0
        var dots = 0
        while index < text.count {
            if text[index] == 46 {
                index += 1
            } else if index + 2 < text.count, text[index] == 37, text[index + 1] == 50, text[index + 2] | 32 == 101 {
                index += 3
            } else {
                return 0
            }
            dots += 1
        }
        return dots <= 2 ? dots : 0
    }

    /// Removes the last segment (section 4.4, shorten); a drive letter of a file stays.
    mutating func shorten() {
        if kind == .file, path.count == 3, ByteClass.isLetter(path[1]), path[2] == 58 { return }
        while let last = path.popLast(), last != 47 {}
    }

    /// Section 4.4, opaque path state.
    mutating func opaquePath() -> Bool {
        var end = position
        while end < input.count, input[end] != 63, input[end] != 35 { end += 1 }
        let content = position..<end
        let bytes = input  // shared, not copied
        PercentEncoding.append(bytes.span.extracting(content), set: PercentEncoding.control, to: &path)
        // A space at the very end would be lost on reading the serialisation again.
        if end < input.count, path.last == 32 {
            path.removeLast()
            path += [37, 50, 48]
        }
        position = end
        return afterPath()
    }

    /// Query and fragment; the position is at the end, or at the mark of either.
    mutating func afterPath() -> Bool {
        if peek() == 63 {
            position += 1
            var end = position
            while end < input.count, input[end] != 35 { end += 1 }
            let set = isSpecial ? PercentEncoding.specialQuery : PercentEncoding.query
            let bytes = input  // shared, not copied
            PercentEncoding.append(bytes.span.extracting(position..<end), set: set, to: &query)
            url.traits.insert(.query)
            position = end
        }
        if peek() == 35 {
            position += 1
            let bytes = input  // shared, not copied
            PercentEncoding.append(bytes.span.extracting(position..<input.count), set: PercentEncoding.fragment, to: &fragment)
            url.traits.insert(.fragment)
            position = input.count
        }
        return true
    }

    /// Section 4.5, and the ranges of what was written.
    mutating func serialise(into buffer: inout [UInt8]) {
        let start = buffer.count
        if isSpecial { url.traits.insert(.special) }
        url.scheme = Self.append(scheme, to: &buffer)
        buffer.append(58)
        if url.hostKind != .none {
            buffer += [47, 47]
            if !username.isEmpty || !password.isEmpty {
                url.username = Self.append(username, to: &buffer)
                if !password.isEmpty {
                    buffer.append(58)
                    url.password = Self.append(password, to: &buffer)
                }
                buffer.append(64)
            }
            url.host = Self.append(host, to: &buffer)
            if let port = url.port {
                buffer.append(58)
                buffer += String(port).utf8
            }
        } else if !url.traits.contains(.opaquePath), path.count > 1, path[0] == 47, path[1] == 47 {
            buffer += [47, 46]
        }
        url.path = Self.append(path, to: &buffer)
        if url.traits.contains(.query) {
            buffer.append(63)
            url.query = Self.append(query, to: &buffer)
        }
        if url.traits.contains(.fragment) {
            buffer.append(35)
            url.fragment = Self.append(fragment, to: &buffer)
        }
        url.whole = ByteRange(start, buffer.count)
    }

    private static func append(_ bytes: [UInt8], to buffer: inout [UInt8]) -> ByteRange {
        let start = buffer.count
        buffer += bytes
        return ByteRange(start, buffer.count)
    }
}
