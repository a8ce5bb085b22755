/// Reads the head of a request.
enum SpamdHead {
    /// The longest piece of a stranger's text that an error repeats.
    private static let quotedBytes = 80

    static func request(_ head: ArraySlice<UInt8>) throws(SpamdError) -> SpamdRequest {
        var lines = head.split(separator: 0x0A, omittingEmptySubsequences: false).map { trimmed($0) }[...]
        let first = lines.popFirst() ?? []
        var request = try start(first)
        for line in lines {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let name = String(decoding: trimmed(line[..<colon]), as: UTF8.self).lowercased()
            try take(trimmed(line[(colon + 1)...]), as: name, into: &request)
        }
        return request
    }

    private static func start(_ line: ArraySlice<UInt8>) throws(SpamdError) -> SpamdRequest {
        let words = line.split(separator: 0x20)
        guard words.count == 2, let minor = minorVersion(words[1]) else { throw .notARequest(printable(line)) }
        guard let command = SpamdCommand(rawValue: String(decoding: words[0], as: UTF8.self)) else {
            throw .unknownCommand(printable(words[0]))
        }
        return SpamdRequest(command, minorVersion: minor)
    }

    /// The minor number of `SPAMC/1.n`.
    private static func minorVersion(_ word: ArraySlice<UInt8>) -> Int? {
        let start = Array("SPAMC/1.".utf8)
        guard word.starts(with: start) else { return nil }
        return number(word.dropFirst(start.count))
    }

    private static func take(_ value: ArraySlice<UInt8>, as name: String, into request: inout SpamdRequest) throws(SpamdError) {
        var bad: SpamdError { .badField(name: name, value: printable(value)) }
        switch name {
        case "content-length":
            guard let length = number(value) else { throw bad }
            request.contentLength = length
        case "user": request.user = String(decoding: value, as: UTF8.self)
        case "compress":
            guard word(value) == "zlib" else { throw bad }
            request.isCompressed = true
        case "message-class":
            guard let messageClass = SpamdRequest.MessageClass(rawValue: word(value)) else { throw bad }
            request.messageClass = messageClass
        case "set": request.set = databases(value)
        case "remove": request.remove = databases(value)
        default: break
        }
    }

    private static func databases(_ value: ArraySlice<UInt8>) -> Set<SpamdRequest.Database> {
        Set(value.split(separator: UInt8(ascii: ",")).compactMap { SpamdRequest.Database(rawValue: word(trimmed($0))) })
    }

    private static func word(_ value: ArraySlice<UInt8>) -> String {
        String(decoding: value, as: UTF8.self).lowercased()
    }

    /// A number of digits alone, not beyond what a message could have.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...12).contains(digits.count), digits.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes.drop { $0 <= 0x20 }
        while let last = rest.last, last <= 0x20 { rest.removeLast() }
        return rest
    }

    /// A stranger's bytes as they may stand in an error.
    static func printable(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: bytes.prefix(quotedBytes).map { (0x20...0x7E).contains($0) ? $0 : 0x3F }, as: UTF8.self)
    }
}
