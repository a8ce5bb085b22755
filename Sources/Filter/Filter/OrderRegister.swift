internal import JSON
internal import Messages
public import Storing

/// The temporary orders that were given, kept in a log of records: what was ordered stays known.
public struct OrderRegister: Sendable {
    private static let given = "policy-order"
    private static let ended = "policy-order-ended"

    private let log: any RecordLog

    /// The register in a log.
    public init(_ log: any RecordLog) {
        self.log = log
    }

    /// Gives an order; when it returns the order is durable.
    public func give(_ order: PolicyOrder) async throws(StoreError) {
        try await log.append([Record(id: order.id, kind: OrderRegister.given, time: order.made, body: OrderRegister.body(of: order))])
    }

    /// Ends an order that is still open; gives it as it was, or nothing where no such order is open.
    public func end(_ id: String, _ end: PolicyOrder.End) async throws(StoreError) -> PolicyOrder? {
        guard let order = try await orders().first(where: { $0.id == id }), order.isOpen(at: end.time) else { return nil }
        var json = JSONText()
        json.object { object in
            object.member("author", end.author)
            object.member("reason", end.reason)
        }
        try await log.append([Record(id: id, kind: OrderRegister.ended, time: end.time, body: Array(json.text.utf8))])
        return order
    }

    /// All orders, in the order in which they were given. What cannot be read is left out.
    public func orders() async throws(StoreError) -> [PolicyOrder] {
        var ends: [String: PolicyOrder.End] = [:]
        try await log.forEach(of: OrderRegister.ended) { record in
            let json = try? JSONValue(record.body.span)
            // An end that cannot be read ends the order all the same.
            ends[record.id] = PolicyOrder.End(at: record.time, author: json?["author"]?.text ?? "", reason: json?["reason"]?.text ?? "")
        }
        var orders: [PolicyOrder] = []
        try await log.forEach(of: OrderRegister.given) { record in
            guard var order = OrderRegister.order(record) else { return }
            order.end = ends[order.id]
            orders.append(order)
        }
        return orders
    }

    /// Says by a number that grows whether anything has changed, for less than reading all.
    public func changes() async throws(StoreError) -> Int {
        let given = try await log.count(of: OrderRegister.given)
        return try await log.count(of: OrderRegister.ended) + given
    }

    private static func body(of order: PolicyOrder) -> [UInt8] {
        var json = JSONText()
        json.object { object in
            object.member("author", order.author)
            object.member("reason", order.reason)
            object.member("from", Int(order.from.milliseconds))
            object.member("until", Int(order.until.milliseconds))
            object.member("channel", order.channel?.rawValue)
            object.member("direction", order.direction?.rawValue)
            object.member("acts", order.isActing)
            switch order.measure {
            case .action(let disposition, let condition):
                object.member("disposition", disposition.rawValue)
                object.member("when", condition)
            case .threshold(let disposition, let probability):
                object.member("disposition", disposition.rawValue)
                object.member("threshold", probability.map { "\($0)" } ?? "never")
            }
        }
        return Array(json.text.utf8)
    }

    private static func order(_ record: Record) -> PolicyOrder? {
        guard let json = try? JSONValue(record.body.span), let author = json["author"]?.text, let reason = json["reason"]?.text,
            let from = json["from"]?.number.flatMap(Int64.init), let until = json["until"]?.number.flatMap(Int64.init),
            let disposition = json["disposition"]?.text.flatMap(Disposition.init(rawValue:)), let acts = json["acts"]?.flag
        else { return nil }
        let measure: PolicyOrder.Measure
        if let condition = json["when"]?.text {
            measure = .action(disposition, when: condition)
        } else if let threshold = json["threshold"]?.text {
            guard threshold == "never" || Double(threshold) != nil else { return nil }
            measure = .threshold(disposition, Double(threshold))
        } else {
            return nil
        }
        return PolicyOrder(
            id: record.id, author: author, reason: reason, made: record.time, from: Timestamp(milliseconds: from),
            until: Timestamp(milliseconds: until), channel: json["channel"]?.text.map(Channel.init(rawValue:)),
            direction: json["direction"]?.text.flatMap(Direction.init(rawValue:)), measure: measure, isActing: acts)
    }
}
