// Results that nobody of ours wrote, though they bear our name (RFC 8601 section 5).

public import Messages

extension AuthenticationResults {
    /// Whether the body of an Authentication-Results field claims to be of a host of ours.
    public static func claims(_ boundary: TrustBoundary, _ bytes: Span<UInt8>, _ body: ByteRange) -> Bool {
        !boundary.isEmpty && boundary.contains(host: claimedServer(bytes, body))
    }

    /// The server that the body of a field names, and where its name, its version and whatever belongs to them end: at the semicolon before the
    /// results, or where the field ends. Nothing where it names none.
    public static func server(_ bytes: Span<UInt8>, _ range: ByteRange) -> (name: String, end: Int)? {
        var reading = AuthenticationResultsReading(FieldBytes.trimmed(bytes, range))
        guard reading.readServer(bytes), !reading.server.isEmpty else { return nil }
        return (reading.server, reading.scanner.index)
    }

    /// The first word of a field, which a careless reader takes for the server's name even where it is not (`mx.example.org =`).
    private static func claimedServer(_ bytes: Span<UInt8>, _ range: ByteRange) -> String {
        var scanner = ResultScanner(FieldBytes.trimmed(bytes, range))
        scanner.skipSpace(bytes)
        return scanner.value(bytes, endsAtEquals: true)
    }
}

extension Message {
    /// The bytes without some fields of the header, each given from its name to the end of its body; all else byte for byte as it was.
    /// - Parameter fields: ranges of the buffer, in any order; each goes with the line end behind it.
    public func bytes(withoutFields fields: [Range<Int>]) -> [UInt8] {
        var rest: [UInt8] = []
        rest.reserveCapacity(bytes.count)
        var start = 0
        for field in fields.sorted(by: { $0.lowerBound < $1.lowerBound }) where field.lowerBound >= start {
            rest += bytes[start..<min(field.lowerBound, bytes.count)]
            start = nextLine(after: field.upperBound)
        }
        return rest + bytes[start...]
    }

    /// Where the line goes on after the end of a field: behind CRLF, LF or the end of the message.
    private func nextLine(after end: Int) -> Int {
        var next = min(end, bytes.count)
        if next < bytes.count, bytes[next] == 0x0D { next += 1 }
        if next < bytes.count, bytes[next] == 0x0A { next += 1 }
        return next
    }
}

extension ReceivedSPF {
    /// Whether a field says that a host of ours wrote it: as `receiver`, or, as older servers do, in its comment (RFC 7208 section 9.1).
    public static func claims(_ boundary: TrustBoundary, _ bytes: Span<UInt8>, _ body: ByteRange) -> Bool {
        guard !boundary.isEmpty else { return false }
        let field = ReceivedSPF(bytes, body)
        // Where there are more pairs than are read, nobody knows what the rest says.
        if field.defects.contains(where: { $0.kind == .resultsTooMany }) { return true }
        // Several comments come out as one: any word of theirs may be what a careless reader takes for the server.
        let words = field.comment.split { !($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
        return words.contains { boundary.contains(host: String($0)) }
            || field.pairs.contains { $0.key == "receiver" && boundary.contains(host: $0.value) }
    }
}
