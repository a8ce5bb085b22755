internal import NIOCore
internal import Synchronization

/// Those who connected, on their way from the event loops to the task that serves them. None is lost, whenever the end comes: a connection is taken or
/// closed. NIO's own way of handing connections on lets go of those that come in the moment of the end, and stops the program over each of them.
final class Arrivals<Client: Sendable>: Sendable {
    private enum State {
        case taking, tookAll, isCut
    }

    /// Those who connected, until nobody can any more. For a task that is not cancelled while it takes them.
    let clients: AsyncStream<Client>

    private let line: AsyncStream<Client>.Continuation
    private let state = Mutex(State.taking)

    init() {
        (clients, line) = AsyncStream.makeStream()
    }

    /// Somebody connected. Gives whether there is still somebody to serve them.
    func add(_ client: Client) -> Bool {
        if case .enqueued = line.yield(client) { true } else { false }
    }

    /// Nobody can connect any more.
    func end() {
        line.finish()
    }

    /// All connections are to be cut off. Gives whether whoever serves may be cancelled: all who connected are taken, else `tookAll` will say it.
    func cut() -> Bool {
        state.withLock { state in
            defer { if state == .taking { state = .isCut } }
            return state == .tookAll
        }
    }

    /// All who connected are taken. Gives whether they are to be cut off at once.
    func tookAll() -> Bool {
        state.withLock { state in
            defer { if state == .taking { state = .tookAll } }
            return state == .isCut
        }
    }
}

/// Hands a connection on once it stands; one that nobody takes any more is closed.
final class Arrival<Client: Sendable>: ChannelInboundHandler {
    typealias InboundIn = Any

    private let client: Client
    private let arrivals: Arrivals<Client>

    init(_ client: Client, among arrivals: Arrivals<Client>) {
        self.client = client
        self.arrivals = arrivals
    }

    func channelActive(context: ChannelHandlerContext) {
        context.fireChannelActive()
        // As long as it is open it is held: by the pipeline, which holds this.
        if !arrivals.add(client) { context.close(promise: nil) }
    }
}
