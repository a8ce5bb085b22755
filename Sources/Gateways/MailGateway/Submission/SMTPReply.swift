/// A reply of a mail server (RFC 5321 section 4.2): a code, and lines of text.
struct SMTPReply: Sendable, Hashable {
    /// The code: 250.
    var code: Int
    /// The lines without code.
    var lines: [String]

    /// Whether it says that all is well.
    var isGood: Bool { (200...299).contains(code) }

    /// The reply in one line, short enough to be said again and safe to print.
    var text: String {
        let text = "\(code) " + lines.joined(separator: " ")
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(300).map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }
}

/// Reads replies out of bytes that come in pieces.
struct SMTPReplyReader: Sendable {
    /// What cannot be a reply.
    enum Problem: Error, Sendable, Hashable {
        /// A line without a code, or with another than the lines before it.
        case malformed
        /// A line, or a reply, longer than any may be.
        case tooLong
    }

    /// The most bytes of a line; the standard has 512 (section 4.5.3.1.5).
    static let lineBytes = 4096
    /// The most lines of one reply.
    static let lines = 200

    /// Whether something stood behind the last reply that nobody had asked for yet.
    private(set) var leftSomething = false

    private var line: [UInt8] = []
    private var code: Int?
    private var texts: [String] = []

    /// Takes bytes in; gives the reply once it is whole. A server that says more before it is asked is not heard: commands wait for their replies.
    mutating func append(_ bytes: some Collection<UInt8>) throws(Problem) -> SMTPReply? {
        var read = 0
        for byte in bytes {
            read += 1
            guard byte == 0x0A else {
                guard line.count < SMTPReplyReader.lineBytes else { throw .tooLong }
                line.append(byte)
                continue
            }
            if line.last == 0x0D { line.removeLast() }
            if let reply = try endLine() {
                leftSomething = read < bytes.count
                return reply
            }
        }
        return nil
    }

    private mutating func endLine() throws(Problem) -> SMTPReply? {
        defer { line = [] }
        guard line.count >= 3, line[..<3].allSatisfy({ (48...57).contains($0) }), (50...53).contains(line[0]) else { throw .malformed }
        let number = line[..<3].reduce(0) { $0 * 10 + Int($1 - 48) }
        guard code == nil || code == number else { throw .malformed }
        let mark = line.count > 3 ? line[3] : 0x20
        guard mark == 0x20 || mark == UInt8(ascii: "-") else { throw .malformed }
        texts.append(String(decoding: line.dropFirst(4), as: UTF8.self))
        guard mark == 0x20 else {
            guard texts.count < SMTPReplyReader.lines else { throw .tooLong }
            code = number
            return nil
        }
        defer { (code, texts) = (nil, []) }
        return SMTPReply(code: number, lines: texts)
    }
}
