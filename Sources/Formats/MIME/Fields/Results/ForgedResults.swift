// Results that nobody of ours wrote, though they bear our name (RFC 8601 section 5).

public import Messages

extension AuthenticationResults {
    /// The fields of a message that claim to be our own server's and cannot be, as indices into `Message.headers`; they are to be removed
    /// before anybody reads the message (RFC 8601 section 5).
    ///
    /// A field claims to be ours by its first word, in quotes or behind comments too. One whose first word cannot be made out claims
    /// nothing. A host name with letters of other scripts is compared as it is written: name it in the boundary in both forms.
    /// - Parameters:
    ///   - message: the message as it came.
    ///   - boundary: our own hosts.
    ///   - written: how many fields at the top of the message our own hosts wrote; none where it comes straight from outside.
    public static func forged(in message: Message, boundary: TrustBoundary, writtenByUs written: Int = 0) -> [Int] {
        guard !boundary.isEmpty else { return [] }
        let own = message.ownHeaders
        let bytes = message.bytes.span
        var forged: [Int] = []
        for index in own.indices.dropFirst(max(0, written)) where message.headers[index].known == .authenticationResults {
            if boundary.contains(host: server(bytes, message.headers[index].body)) { forged.append(index) }
        }
        return forged
    }

    /// The bytes of a message without the fields of `forged(in:boundary:writtenByUs:)`; all else byte for byte as it was.
    public static func bytes(
        of message: Message, withoutForgedFor boundary: TrustBoundary, writtenByUs written: Int = 0
    ) -> [UInt8] {
        var rest: [UInt8] = []
        rest.reserveCapacity(message.bytes.count)
        var start = 0
        for index in forged(in: message, boundary: boundary, writtenByUs: written) {
            rest += message.bytes[start..<Int(message.headers[index].name.start)]
            start = lineEnd(after: Int(message.headers[index].body.end), in: message.bytes.span)
        }
        return rest + message.bytes[start...]
    }

    /// Where the line goes on after the end of a field: behind CRLF, LF or the end of the message.
    private static func lineEnd(after end: Int, in bytes: Span<UInt8>) -> Int {
        var next = min(end, bytes.count)
        if next < bytes.count, bytes[next] == 0x0D { next += 1 }
        if next < bytes.count, bytes[next] == 0x0A { next += 1 }
        return next
    }

    /// The server that the body of a field names; empty where it names none.
    public static func server(_ bytes: Span<UInt8>, _ range: ByteRange) -> String {
        var reading = AuthenticationResultsReading(FieldBytes.trimmed(bytes, range))
        return reading.readServer(bytes) ? reading.server : ""
    }
}
