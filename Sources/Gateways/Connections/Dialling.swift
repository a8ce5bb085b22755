internal import Glibc
public import Messages
internal import NIOCore
internal import NIOPosix

/// Calls somebody: one connection that we open, for as long as a conversation takes.
public enum Dialling {
    private typealias Server = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    /// Nobody answers there, or no longer.
    public struct Failure: Error, CustomStringConvertible {
        /// What is wrong, and where.
        public let description: String
        /// Whether nobody can have heard anything.
        public let isUnheard: Bool

        /// Somebody at an address who went away in the middle of a conversation.
        public init(cutOff address: ListenAddress) {
            description = "\(address): the conversation was cut off"
            isUnheard = false
        }

        /// Somebody at an address whom there was no time left to call.
        public init(tooLate address: ListenAddress) {
            description = "\(address): there was no time left to call it"
            isUnheard = true
        }

        fileprivate init(_ address: ListenAddress, unproved reason: any Error) {
            description = "\(address): it does not prove who it is (\(ServerProof.words(for: reason)))"
            isUnheard = true
        }

        fileprivate init(unreached description: String) {
            self.description = description
            isUnheard = true
        }

        /// There is no address to call.
        public static let nowhere = Failure(unreached: "no address is named")
    }

    /// How long connecting may take, whoever bears more.
    public static let connecting = Duration.seconds(30)

    /// Opens a connection, has a conversation over it and closes it. Throws where nobody answers in time, and what the conversation throws.
    /// - Parameters:
    ///   - address: where.
    ///   - patience: how long the other side may be silent, also while it is connected to; for that there is `connecting` at most.
    ///   - limit: how long connecting and the conversation may take together; then it is cut off.
    ///   - talk: the conversation.
    public static func call<Value: Sendable>(
        _ address: ListenAddress, patience: Duration, limit: Duration, _ talk: (inout Connection) async throws -> Value
    ) async throws -> Value {
        let server: Server
        let end = NIODeadline.now() + TimeAmount(limit)
        do {
            server = try await connected(
                to: address, within: TimeAmount(min(connecting, patience, limit)), patience: TimeAmount(patience))
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(unreached: "\(address): nobody answers (\(reason(error)))")
        }
        let channel = server.channel
        let ending = channel.eventLoop.scheduleTask(deadline: end) { channel.close(promise: nil) }
        defer { ending.cancel() }
        do {
            return try await server.executeThenClose { inbound, _ in
                var connection = Connection(inbound, over: server.channel)
                return try await talk(&connection)
            }
        } catch is ChannelError {
            // It was cut off while something was being said.
            throw Failure(cutOff: address)
        }
    }

    /// Goes on by TLS in a conversation, once the server has proved that it is the one at this address.
    public static func secure(_ connection: inout Connection, with address: ListenAddress, by proof: ServerProof) async throws(Failure) {
        // A certificate for an address names the address, which is that of the connection.
        let name: String? = if case .network(let host, _) = address, IPAddress(host) == nil { host } else { nil }
        do { try await connection.secure(by: proof, with: name) } catch { throw Failure(address, unproved: error) }
    }

    private static func connected(to address: ListenAddress, within limit: TimeAmount, patience: TimeAmount) async throws -> Server {
        let bootstrap = ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup).connectTimeout(limit)
        let wrap: @Sendable (any NIOCore.Channel) -> EventLoopFuture<Server> = { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(IdleStateHandler(readTimeout: patience))
                try channel.pipeline.syncOperations.addHandler(SilenceEnding())
                return try Server(wrappingChannelSynchronously: channel)
            }
        }
        switch address {
        case .network(let host, let port): return try await bootstrap.connect(host: host, port: port, channelInitializer: wrap)
        case .socketFile(let path): return try await bootstrap.connect(unixDomainSocketPath: path, channelInitializer: wrap)
        // It is listened at, and cannot be called.
        case .handedOver: throw Failure(unreached: "\(address): a socket that was handed over cannot be called")
        }
    }

    private static func reason(_ error: any Error) -> String {
        guard let error = error as? IOError else { return "\(error)" }
        // strerror gives a text that lives as long as the program, or until the same thread asks again.
        guard let text = unsafe strerror(error.errnoCode) else { return "error \(error.errnoCode)" }
        return unsafe String(cString: text)
    }
}
