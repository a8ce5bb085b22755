/// One communication, whatever carried it.
///
/// A message is its bytes, kept whole, and an index of ranges into them; nothing is copied until a decode needs it. A format
/// makes it and never fails: what is broken is listed in `defects`.
public struct Message: Sendable {
    /// How it travelled.
    public var channel: Channel
    /// Real-time or stored; text, voice or video.
    public var cell: Cell
    /// Which way it crosses our network.
    public var direction: Direction
    /// What the transport said of it.
    public var envelope: Envelope
    /// The whole message as it came. Every `ByteRange` below is a range of this buffer.
    public var bytes: [UInt8]
    /// All header fields in order: the message's own first, then those of each part in the order of `parts`.
    public var headers: [HeaderField]
    /// The parts, each before its children; the first is the message itself. Never empty.
    public var parts: [Part]
    /// The route, last hop first, as trace headers write it.
    public var hops: [Hop]
    /// What is broken, in the order it was met.
    public var defects: [Defect]
    /// When we got it.
    public var arrival: Timestamp

    /// A message over its bytes and their index.
    public init(
        channel: Channel, cell: Cell? = nil, direction: Direction = .terminating, envelope: Envelope = Envelope(), bytes: [UInt8],
        headers: [HeaderField] = [], parts: [Part], hops: [Hop] = [], defects: [Defect] = [],
        arrival: Timestamp = Timestamp(milliseconds: 0)
    ) {
        self.channel = channel
        self.cell = cell ?? channel.usualCell
        self.direction = direction
        self.envelope = envelope
        self.bytes = bytes
        self.headers = headers
        self.parts = parts.isEmpty ? [Part(kind: .textPlain, body: ByteRange(0, bytes.count))] : parts
        self.hops = hops
        self.defects = defects
        self.arrival = arrival
    }

    /// A message that is one text in UTF-8: a short message, a chat line, a post, a transcript.
    public init(text: [UInt8], channel: Channel, envelope: Envelope = Envelope(), arrival: Timestamp = Timestamp(milliseconds: 0)) {
        self.init(
            channel: channel, envelope: envelope, bytes: text, parts: [Part(kind: .textPlain, body: ByteRange(0, text.count))],
            arrival: arrival)
    }

    /// The header fields that belong to the message itself, not to a part of it.
    public var ownHeaders: ArraySlice<HeaderField> {
        headers[(parts.first?.headers.range ?? 0..<0).clamped(to: headers.indices)]
    }

    /// The first header field of the message itself with this name.
    public func header(_ name: HeaderName) -> HeaderField? {
        ownHeaders.first { $0.known == name }
    }

    /// The bytes of a range as text, broken UTF-8 replaced; nothing for no range. A range beyond the buffer is cut to it.
    public func text(_ range: ByteRange?) -> String? {
        range.map { String(decoding: bytes[$0.range.clamped(to: bytes.indices)], as: UTF8.self) }
    }
}
