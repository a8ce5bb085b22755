// The port through which a message comes out of what a client packed it into on its way to us.

/// Unpacks one stream of packed bytes.
public protocol StreamInflater: Sendable {
    /// The bytes that a zlib stream (RFC 1950) packs.
    ///
    /// Throws where `packed` is not one whole stream and nothing else, and as soon as more than `limit` bytes come out: a few kilobytes can stand for
    /// gigabytes.
    func inflate(_ packed: Span<UInt8>, limit: Int) throws(InflationError) -> [UInt8]
}

/// Why a packed stream is not unpacked.
public enum InflationError: Error, Sendable, Hashable {
    /// More came out than may.
    case tooLong(limit: Int)
    /// It is no zlib stream, is damaged, ends too early, or has something behind its end.
    case damaged
}

extension InflationError: CustomStringConvertible {
    /// What is wrong, as the client is told.
    public var description: String {
        switch self {
        case .tooLong(let limit): "unpacked, the message has more than \(limit) bytes"
        case .damaged: "the message is not one whole zlib stream"
        }
    }
}
