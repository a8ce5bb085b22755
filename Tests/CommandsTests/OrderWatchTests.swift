import Filter
import Messages
import Settings
import Storing
import Synchronization
import Telemetry
import Testing

@testable import chaffinch

/// What a service says of orders as they come, begin and go.
struct OrderWatchTests {
    private final class Lines: Sendable {
        private let written = Mutex<[UInt8]>([])
        func add(_ bytes: [UInt8]) { written.withLock { $0 += bytes } }
        /// The events since the last call, each with its order.
        func take() -> [String] {
            let text = written.withLock { bytes in
                defer { bytes = [] }
                return String(decoding: bytes, as: UTF8.self)
            }
            return text.split(separator: "\n").map { line in
                ["event", "order"].map { name in
                    line.components(after: "\"\(name)\":\"").prefix { $0 != "\"" }.description
                }.joined(separator: " ")
            }
        }
    }

    @Test func ordersBeginAreEndedAndExpire() async throws {
        let lines = Lines()
        let start = Timestamp(seconds: 1_794_474_000)
        func after(_ seconds: Int64) -> Timestamp { Timestamp(seconds: start.seconds + seconds) }
        let log = Log(level: .info, time: ManualTime(start)) { lines.add($0) }
        let current = CurrentOrders()
        var watch = OrderWatch(composition: Composition(settings: Settings(), time: ManualTime(start)), current: current, log: log)
        let register = OrderRegister(MemoryRecordLog())
        func look(_ seconds: Int64) async throws -> [String] {
            try await watch.look(into: register, at: after(seconds))
            watch.tell(at: after(seconds))
            log.flush()
            return lines.take()
        }
        func order(_ id: String, from: Int64, until: Int64, when condition: String = "is-mail") -> PolicyOrder {
            PolicyOrder(
                id: id, author: "anna", reason: "a wave", made: start, from: after(from), until: after(until),
                measure: .action(.reject, when: condition))
        }
        #expect(try await look(0) == [])
        try await register.give(order("a", from: 0, until: 60))
        try await register.give(order("b", from: 20, until: 90))
        // One that this machine cannot ask, as another's may be, keeps no other from holding.
        try await register.give(order("c", from: 0, until: 60, when: "nonsense here"))
        #expect(try await look(1) == ["order-not-taken c", "order-began a"])
        #expect(current.now.orders.map(\.id) == ["a", "b"])
        #expect(try await look(2) == [])
        #expect(try await look(20) == ["order-began b"])
        _ = try await register.end("b", PolicyOrder.End(at: after(30), author: "ben", reason: "over"))
        #expect(try await look(30) == ["order-ended b"])
        #expect(try await look(60) == ["order-expired a"])
        #expect(try await look(61) == [])
    }
}

extension StringProtocol {
    /// What stands behind a piece of text; nothing where it is not there.
    fileprivate func components(after piece: String) -> String {
        firstRange(of: piece).map { String(self[$0.upperBound...]) } ?? ""
    }
}
