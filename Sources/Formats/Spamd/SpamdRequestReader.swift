/// Takes a request out of the bytes that come over a connection, however they were cut up on the way.
public struct SpamdRequestReader: Sendable {
    /// How long head and message may be.
    public struct Limits: Sendable, Hashable {
        /// The head, in bytes.
        public var head: Int
        /// The message, in bytes as it comes.
        public var message: Int

        /// Limits; 8 KiB and 64 MiB unless said.
        public init(head: Int = 8 << 10, message: Int = 64 << 20) {
            self.head = head
            self.message = message
        }
    }

    /// What has come so far.
    public enum Progress: Sendable, Hashable {
        /// More is needed.
        case incomplete
        /// All of it.
        case whole(SpamdRequest, message: [UInt8])
    }

    private let limits: Limits
    private var bytes: [UInt8] = []
    private var request: SpamdRequest?
    /// How far the head was searched for its end.
    private var searched = 0

    /// A reader with these limits.
    public init(limits: Limits = Limits()) {
        self.limits = limits
    }

    /// The head, as soon as it has come and can be read, even where the message is too long.
    public var head: SpamdRequest? { request }

    /// How many bytes are kept.
    public var keptBytes: Int { bytes.count }

    /// Adds bytes that came, and says how far the request is.
    public mutating func append(_ more: some Collection<UInt8>) throws(SpamdError) -> Progress {
        bytes.append(contentsOf: more)
        if request == nil { try readHead() }
        guard let request else { return .incomplete }
        guard request.command.hasMessage else { return .whole(request, message: []) }
        guard bytes.count <= limits.message else { throw .messageTooLong(bytes: bytes.count, limit: limits.message) }
        guard let length = request.contentLength, bytes.count >= length else { return .incomplete }
        // What comes behind it is nobody's.
        return .whole(request, message: Array(bytes.prefix(length)))
    }

    /// The request, once the client has said all that it will.
    public mutating func finish() throws(SpamdError) -> (request: SpamdRequest, message: [UInt8])? {
        guard let request else {
            guard !bytes.isEmpty else { return nil }
            // Clients before 1.5 end a ping without an empty line.
            let request = try SpamdHead.request(bytes[...])
            guard !request.command.hasMessage else { throw .notARequest(SpamdHead.printable(bytes)) }
            return (request, [])
        }
        if let length = request.contentLength { throw .lengthDiffers(said: length, came: bytes.count) }
        return (request, bytes)
    }

    private mutating func readHead() throws(SpamdError) {
        guard let end = endOfHead() else {
            guard bytes.count <= limits.head else { throw .headTooLong(limit: limits.head) }
            return
        }
        guard end.lowerBound <= limits.head else { throw .headTooLong(limit: limits.head) }
        let request = try SpamdHead.request(bytes[..<end.lowerBound])
        bytes.removeFirst(end.upperBound)
        self.request = request
        if let length = request.contentLength, length > limits.message { throw .messageTooLong(bytes: length, limit: limits.message) }
    }

    /// Where the empty line is that ends the head; lines may end in CRLF or a line feed.
    private mutating func endOfHead() -> Range<Int>? {
        var index = searched
        while index < bytes.count {
            guard bytes[index] == 0x0A else {
                index += 1
                continue
            }
            var next = index + 1
            if next < bytes.count, bytes[next] == 0x0D { next += 1 }
            guard next < bytes.count else { break }
            if bytes[next] == 0x0A { return index..<(next + 1) }
            index += 1
        }
        // The last line end may be the first half of what is looked for.
        searched = index
        return nil
    }
}
