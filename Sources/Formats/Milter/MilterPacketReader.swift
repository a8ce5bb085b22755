/// Takes commands out of the bytes that come over a connection, however they were cut up on the way.
public struct MilterPacketReader: Sendable {
    /// The longest packet that a server may send: Sendmail's own bound for pieces of 64 KiB, with room for the longest header.
    public static let standardLimit = 1 << 20

    private let limit: Int
    private var bytes: [UInt8] = []
    private var start = 0

    /// A reader that takes packets of at most so many bytes.
    public init(limit: Int = standardLimit) {
        self.limit = limit
    }

    /// How many bytes wait for the rest of their packet.
    public var waiting: Int { bytes.count - start }

    /// Adds bytes that came.
    public mutating func append(_ more: some Collection<UInt8>) {
        if start > 0, start >= bytes.count / 2 {
            bytes.removeFirst(start)
            start = 0
        }
        bytes.append(contentsOf: more)
    }

    /// The next command; nothing where its packet is not whole yet. After an error nothing more can be read.
    public mutating func next() throws(MilterError) -> MilterCommand? {
        guard bytes.count - start >= 4 else { return nil }
        let length = MilterPacket.number(bytes[start..<(start + 4)])
        guard length > 0 else { throw .empty }
        guard length <= limit else { throw .tooLong(bytes: length, limit: limit) }
        guard bytes.count - start >= 4 + length else { return nil }
        let packet = (start + 4)..<(start + 4 + length)
        start = packet.upperBound
        return try MilterPacket(bytes[packet]).command()
    }
}
