// Takes connections and has each served by a task of its own. The sockets are NIO's; what is said over them is the gateways' business.

internal import Glibc
public import Messages
internal import NIOCore
internal import NIOPosix
public import ServiceLifecycle
public import Telemetry

/// Listens at an address until the program is told to stop; then takes no more connections, and lets those that there are come to their end.
public struct Listener: Service {
    /// How much is borne.
    public struct Limits: Sendable, Hashable {
        /// Connections at a time; whoever comes beyond is closed at once.
        public var connections: Int
        /// How long a connection may be silent in both directions.
        public var silence: Duration
        /// Who may connect to a socket file, as the system writes it: 0o660 is our user and our group.
        public var socketMode: UInt32

        /// Limits; 1,000 connections and two hours unless said: as long as a mail server may wait for a slow sender.
        public init(connections: Int = 1000, silence: Duration = .seconds(7210), socketMode: UInt32 = 0o660) {
            self.connections = connections
            self.silence = silence
            self.socketMode = socketMode
        }
    }

    /// What a gateway does with one connection; when it returns, the connection is closed.
    public typealias Serving = @Sendable (inout Connection) async throws -> Void

    private let name: String
    private let address: ListenAddress
    private let limits: Limits
    private let log: Log
    private let isBound: @Sendable (ListenAddress) -> Void
    private let serve: Serving

    /// A listener at an address.
    /// - Parameters:
    ///   - name: what speaks there, for the log: `milter`.
    ///   - address: where.
    ///   - limits: how much is borne.
    ///   - log: hears of what goes wrong.
    ///   - isBound: hears where connections are taken, once they are: the port that was free where any would do.
    ///   - serve: what is done with each connection.
    public init(
        _ name: String, at address: ListenAddress, limits: Limits = Limits(), log: Log,
        isBound: @escaping @Sendable (ListenAddress) -> Void,
        serve: @escaping Serving
    ) {
        self.name = name
        self.address = address
        self.limits = limits
        self.log = log
        self.isBound = isBound
        self.serve = serve
    }

    /// Takes connections until the program is told to stop. Throws where the address cannot be had.
    public func run() async throws {
        let arrivals = Arrivals<Client>(limit: limits.connections) {
            log.log(.warning, "too-many-connections", [("gateway", .text(name)), ("limit", .number(limits.connections))])
        }
        let server: any NIOCore.Channel
        do { server = try await bound(for: arrivals) } catch let problem as IOError {
            throw CannotListen(address: address, reason: Listener.reason(problem.errnoCode))
        }
        server.closeFuture.whenComplete { _ in arrivals.end() }
        isBound(boundAddress(of: server))
        log.log(.info, "listening", [("gateway", .text(name)), ("address", .text("\(address)"))])
        // A task of its own, which is not cancelled before it has taken all who connected: those that it did not take would stay open for ever.
        let serving = Task { await serveAll(arrivals) }
        await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                await serving.value
            } onGracefulShutdown: {
                server.close(promise: nil)
            }
        } onCancel: {
            server.close(promise: nil)
            if arrivals.cut() { serving.cancel() }
        }
    }
}

extension Listener {
    private typealias Client = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    /// How many connections wait at the system for us to take them.
    private static let backlog: Int32 = 256

    private func bound(for arrivals: Arrivals<Client>) async throws -> any NIOCore.Channel {
        let silence = TimeAmount(limits.silence)
        let isNetwork = if case .socketFile = address { false } else { true }
        let bootstrap = ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.backlog, value: Listener.backlog)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            // A client that has said all it will still waits for the answer.
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(IdleStateHandler(allTimeout: silence))
                    try channel.pipeline.syncOperations.addHandler(SilenceEnding())
                    if isNetwork { try channel.pipeline.syncOperations.addHandler(PromptAcknowledgement()) }
                    let client = try Client(
                        wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: false))
                    try channel.pipeline.syncOperations.addHandler(Arrival(client, among: arrivals))
                }
            }
        switch address {
        case .network(let host, let port): return try await bootstrap.bind(host: host, port: port).get()
        case .handedOver(let name):
            guard let socket = HandedSockets.socket(named: name) else {
                throw CannotListen(
                    address: address, reason: "no socket of this name was handed over; is it FileDescriptorName= of a socket unit?")
            }
            return try await bootstrap.withBoundSocket(socket).get()
        case .socketFile(let path):
            if let other = try? await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup).connect(unixDomainSocketPath: path)
                .get()
            {
                other.close(promise: nil)
                throw CannotListen(address: address, reason: "somebody listens there already")
            }
            let server = try await bootstrap.bind(unixDomainSocketPath: path, cleanupExistingSocketFile: true).get()
            // Until here nobody but our user may connect, unless the mask of new files is an odd one. The path's bytes live for the call.
            guard unsafe chmod(path, limits.socketMode) == 0 else {
                let reason = Listener.reason(errno)
                try? await server.close()
                throw CannotListen(address: address, reason: reason)
            }
            return server
        }
    }

    /// What the system says of a failure.
    private static func reason(_ code: Int32) -> String {
        // strerror gives a text that lives as long as the program, or until the same thread asks again.
        guard let text = unsafe strerror(code) else { return "error \(code)" }
        return unsafe String(cString: text)
    }

    /// The address with the port that was had, where any would do.
    private func boundAddress(of channel: any NIOCore.Channel) -> ListenAddress {
        guard case .network(let host, _) = address, let port = channel.localAddress?.port else { return address }
        return .network(host: host, port: port)
    }

    /// Serves whoever connects, until nobody can any more and all that connected have gone.
    private func serveAll(_ arrivals: Arrivals<Client>) async {
        await withDiscardingTaskGroup { group in
            for await client in arrivals.clients {
                group.addTask {
                    await serve(client)
                    arrivals.left()
                }
            }
            if arrivals.tookAll() { group.cancelAll() }
        }
    }

    private func serve(_ client: Client) async {
        do {
            try await client.executeThenClose { inbound, _ in
                var connection = Connection(inbound, over: client.channel)
                try await serve(&connection)
            }
        } catch {
            // Clients go away in the middle of a sentence all the time.
            log.log(.info, "connection-broken", [("gateway", .text(name)), ("reason", .text("\(error)"))])
        }
    }
}

/// The address cannot be had.
private struct CannotListen: Error, CustomStringConvertible {
    let address: ListenAddress
    let reason: String
    var description: String { "cannot listen at \(address): \(reason)" }
}

/// Closes a connection in which nobody has said anything for too long.
final class SilenceEnding: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is IdleStateHandler.IdleStateEvent {
            context.close(promise: nil)
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }
}

/// Has the system acknowledge at once what came.
///
/// Mail servers tell a filter much that asks for no answer, in many small pieces. The sender's system keeps a small piece back until the one
/// before is acknowledged (RFC 896), and ours would wait 40 ms for an answer to send the acknowledgement along with (RFC 1122 section
/// 4.2.3.2): each mail would take that long. The system forgets the wish now and then, so it is said after every read.
private final class PromptAcknowledgement: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private static let quickAcknowledgement = ChannelOptions.Types.SocketOption(
        level: NIOBSDSocket.OptionLevel.tcp, name: NIOBSDSocket.Option(rawValue: TCP_QUICKACK))

    func channelActive(context: ChannelHandlerContext) {
        acknowledge(context)
        context.fireChannelActive()
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        acknowledge(context)
        context.fireChannelReadComplete()
    }

    private func acknowledge(_ context: ChannelHandlerContext) {
        // Where it cannot be had, as for a socket file that was handed over, acknowledgements come later, and nothing else changes.
        try? context.channel.syncOptions?.setOption(PromptAcknowledgement.quickAcknowledgement, value: 1)
    }
}
