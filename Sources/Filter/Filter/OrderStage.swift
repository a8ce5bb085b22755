internal import Authentication
internal import Messages
internal import OperatorRules
internal import Rules

/// Asks temporary orders of one message after another. One for each scanner; while no order holds it costs a look.
final class OrderStage {
    private let current: CurrentOrders
    private var examiner = RuleExaminer()
    private var origin: ProvenOrigin?

    init(_ current: CurrentOrders) {
        self.current = current
    }

    /// Notes what is known of where the message that comes next came from.
    func note(_ facts: AuthenticationFacts) { origin = ProvenOrigin(facts) }

    /// Notes which limits the message that comes next is beyond.
    func note(exceeded limits: [String]) {
        guard !limits.isEmpty else { return }
        if origin == nil { origin = ProvenOrigin() }
        origin?.exceeded = limits
    }

    /// Notes in a verdict the orders that hold for its message.
    func finish(_ verdict: inout Verdict, on examination: borrowing Examination) {
        let origin = origin
        self.origin = nil
        let book = current.now
        let now = examination.now
        guard book.orders.contains(where: { $0.holds(at: now) }) else { return }
        var met: Set<String> = []
        if let rules = book.rules {
            _ = examiner.examine(examination.reading, origin: origin, at: now, by: rules)
            var places = examiner.met(by: rules, at: now)
            places += examiner.met(
                by: rules, at: now, after: RuleVerdict(probability: verdict.probability, threatClass: verdict.threatClass))
            for place in places { met.insert(rules.rules[place].id) }
        }
        let (channel, direction) = (examination.message.channel, examination.message.direction)
        for order in book.orders where order.holds(at: now) {
            switch order.measure {
            case .action: if met.contains(order.id) { verdict.orders.append(order.hit) }
            case .threshold:
                let isFit = (order.channel ?? channel) == channel && (order.direction ?? direction) == direction
                if isFit { verdict.orders.append(order.hit) }
            }
        }
    }
}
