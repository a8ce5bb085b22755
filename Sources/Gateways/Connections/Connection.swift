public import NIOCore

/// One connection as its session sees it: bytes that come, and bytes that go.
public struct Connection {
    private var incoming: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let channel: any NIOCore.Channel

    init(_ inbound: NIOAsyncChannelInboundStream<ByteBuffer>, over channel: any NIOCore.Channel) {
        incoming = inbound.makeAsyncIterator()
        self.channel = channel
    }

    /// The bytes that come next; nothing once the other side has said all it will.
    public mutating func read() async throws -> ByteBufferView? {
        try await incoming.next(isolation: #isolation)?.readableBytesView
    }

    /// Goes on by TLS, once the server has proved who it is. Throws where it cannot, and where anything was said in the clear that was not read yet.
    mutating func secure(by proof: ServerProof, with host: String?) async throws {
        try await proof.begin(on: channel, with: host)
        guard let mark = try await incoming.next(isolation: #isolation) else { throw NotSecured.goneAway }
        guard mark.readableBytes == 0 else { throw NotSecured.saidInTheClear }
    }

    /// Sends bytes; returns once the system has taken them all, so that ending the connection does not take them back.
    public func write(_ bytes: [UInt8]) async throws {
        let channel = channel
        try await withTaskCancellationHandler {
            try await channel.writeAndFlush(ByteBuffer(bytes: bytes))
        } onCancel: {
            // The other side may never take them.
            channel.close(promise: nil)
        }
    }

    /// Says that nothing more will be sent; the other side may go on.
    public func finish() async throws {
        try await channel.close(mode: .output)
    }
}
