public import NIOCore

/// One connection as its session sees it: bytes that come, and bytes that go.
public struct Connection {
    private var incoming: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outgoing: NIOAsyncChannelOutboundWriter<ByteBuffer>

    init(_ inbound: NIOAsyncChannelInboundStream<ByteBuffer>, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>) {
        incoming = inbound.makeAsyncIterator()
        outgoing = outbound
    }

    /// The bytes that come next; nothing once the other side has said all it will.
    public mutating func read() async throws -> ByteBufferView? {
        try await incoming.next(isolation: #isolation)?.readableBytesView
    }

    /// Sends bytes; waits while the other side does not take them.
    public func write(_ bytes: [UInt8]) async throws {
        try await outgoing.write(ByteBuffer(bytes: bytes))
    }
}
