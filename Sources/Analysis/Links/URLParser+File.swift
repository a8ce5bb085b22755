// The states of the WHATWG URL parser for `file:` (section 4.4): hosts, drive letters, and what a base gives. Input is hostile.

internal import Messages

extension URLParser {
    mutating func file(base: ParsedURL?, buffer: [UInt8]) -> Bool {
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
        if let isRead = read(pathOf: base, buffer) { return isRead }
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
}
