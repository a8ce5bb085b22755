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
    private let limit: Int
    private let present = Mutex(0)
    private let turnedAway: @Sendable () -> Void

    /// So many at a time, those who wait to be taken among them; `turnedAway` hears of each that comes beyond.
    init(limit: Int, turnedAway: @escaping @Sendable () -> Void) {
        (clients, line) = AsyncStream.makeStream()
        self.limit = limit
        self.turnedAway = turnedAway
    }

    /// Somebody connected. Gives whether there is a place for them, and still somebody to serve them.
    func add(_ client: Client) -> Bool {
        let isRoom = present.withLock { present in
            guard present < limit else { return false }
            present += 1
            return true
        }
        guard isRoom else {
            turnedAway()
            return false
        }
        if case .enqueued = line.yield(client) { return true }
        left()
        return false
    }

    /// Somebody who was added has gone.
    func left() {
        present.withLock { $0 -= 1 }
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
