internal import Filter
internal import Glibc
internal import Messages
internal import OperatorRules
internal import Settings
internal import Storing
internal import Telemetry

/// Keeps the temporary orders that messages are asked up to date with those of the state folder, which `chaffinch policy` changes beside it, and says when
/// one begins and when it is over.
struct OrderWork: Sendable {
    private let folder: String
    private let composition: Composition
    private let current: CurrentOrders
    private let time: any TimeSource
    private let log: Log

    /// How long an order that was given may wait to hold.
    private static let pause = Duration.milliseconds(300)

    init(_ prepared: Preparation, for current: CurrentOrders, log: Log) {
        folder = prepared.settings.stateFolder
        composition = Composition(settings: prepared.settings, time: prepared.time)
        self.current = current
        time = prepared.time
        self.log = log
    }

    /// Goes on until the task is cancelled.
    func run() async {
        var watch = OrderWatch(composition: composition, current: current, log: log)
        var state: LocalState?
        var trouble: String?
        while !Task.isCancelled {
            do {
                // A folder that is not there has no orders, and is not made for want of them.
                if state == nil, unsafe !folder.isEmpty && access(folder, F_OK) == 0 { state = try LocalState(folder: folder) }
                if let state { try await watch.look(into: OrderRegister(state.records), at: time.now()) }
                trouble = nil
            } catch {
                // Those that hold go on, and end when they were to end: a disk in trouble changes no policy.
                if trouble != "\(error)" { log.log(.warning, "orders-not-read", [("reason", .text("\(error)"))]) }
                trouble = "\(error)"
            }
            watch.tell(at: time.now())
            await time.wait(until: time.monotonic() + OrderWork.pause)
        }
    }
}

/// What is known of orders from one look to the next.
struct OrderWatch {
    let composition: Composition
    let current: CurrentOrders
    let log: Log
    private var changes = 0
    private var orders: [PolicyOrder] = []
    /// Those that held at the last look.
    private var holding: Set<String> = []
    /// Those that cannot be asked here, of which that was said.
    private var refused: Set<String> = []

    init(composition: Composition, current: CurrentOrders, log: Log) {
        self.composition = composition
        self.current = current
        self.log = log
    }

    /// Takes up what was ordered or ended since the last look.
    mutating func look(into register: OrderRegister, at moment: Timestamp) async throws {
        let changes = try await register.changes()
        guard changes != self.changes else { return }
        let all = try await register.orders()
        orders = all
        var open: [PolicyOrder] = []
        for order in all where order.isOpen(at: moment) {
            do throws(RuleError) {
                // One that cannot be asked, as where this machine has no matcher for its pattern, keeps no other from holding.
                _ = try composition.orders([order])
                open.append(order)
            } catch {
                guard refused.insert(order.id).inserted else { continue }
                let column = error.problems.first?.place.column ?? 1
                log.log(.error, "order-not-taken", [("order", .text(order.id)), ("column", .number(column))])
            }
        }
        current.now = try composition.orders(open)
        // Only now: where they cannot be had together, the next look tries again.
        self.changes = changes
    }

    /// Says which orders have begun and which are over.
    mutating func tell(at moment: Timestamp) {
        let now = Set(current.now.orders.lazy.filter { $0.holds(at: moment) }.map(\.id))
        for order in orders where now.contains(order.id) != holding.contains(order.id) {
            // Who gave or ended it, and what it is about, stands in its record: no name and no address goes into the log.
            var fields: [(name: String, value: LogLine.Value)] = [("order", .text(order.id))]
            if now.contains(order.id) {
                fields += [("until", .text("\(order.until)")), ("acts", .flag(order.isActing))]
                log.log(.info, "order-began", fields)
            } else {
                let isEnded = order.end.map { $0.time < order.until } ?? false
                log.log(.info, isEnded ? "order-ended" : "order-expired", fields)
            }
        }
        if now != holding { log.flush() }
        holding = now
    }
}

extension PolicyOrder {
    /// What it does, in the words of the command that gave it.
    var summary: String {
        var words: [String] = []
        if let channel { words.append("channel \(channel)") }
        if let direction { words.append("direction \(direction.rawValue)") }
        switch measure {
        case .action(let disposition, let condition): words.append("\(disposition.rawValue) when \(condition)")
        case .threshold(let disposition, let probability):
            words.append("threshold \(disposition.rawValue)=\(probability.map { "\($0)" } ?? "never")")
        }
        return words.joined(separator: ", ")
    }
}

extension Composition {
    /// Orders as messages are asked.
    func orders(_ orders: [PolicyOrder]) throws(RuleError) -> OrderBook {
        let channels = Channel.known + settings[.policyChannels]
        return try OrderBook.load(orders) { clauses throws(RuleError) in
            try RuleSnapshot.load(clauses, channels: channels, matcher: Composition.ruleMatcher)
        }
    }

    /// Whether commands that judge files heed the orders of the state folder: where one is named.
    var heedsOrders: Bool { settings.origin(of: "state.folder") != .builtIn && !settings.stateFolder.isEmpty }

    /// The orders of the state folder; none where no folder is named, or there is none yet. One that cannot be asked on this machine is reported, and keeps
    /// no other from holding.
    func orders(at moment: Timestamp) async throws -> CurrentOrders {
        guard heedsOrders, LocalState.hasRecords(in: settings.stateFolder) else { return CurrentOrders() }
        var open: [PolicyOrder] = []
        for order in try await OrderRegister(try LocalState(folder: settings.stateFolder).records).orders() where order.isOpen(at: moment) {
            do throws(RuleError) {
                _ = try orders([order])
                open.append(order)
            } catch {
                StandardStreams.report("order \(order.id): not taken, it cannot be asked on this machine: \(error)")
            }
        }
        return CurrentOrders(try orders(open))
    }
}
