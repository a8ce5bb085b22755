internal import Localization
public import Messages
public import Patterns

/// A condition that stands in no file, and what is done with messages that meet it: what a temporary order is made of.
public struct Clause: Sendable, Hashable {
    /// What it is called, once among those that are loaded together.
    public var id: String
    /// The condition, as rules write it.
    public var condition: String
    /// The channels whose messages it is asked of; empty is all.
    public var channels: [Channel]
    /// The direction of the messages it is asked of; nothing is any.
    public var direction: Direction?
    /// What is done.
    public var disposition: Disposition

    /// A clause.
    public init(id: String, condition: String, channels: [Channel] = [], direction: Direction? = nil, disposition: Disposition) {
        self.id = id
        self.condition = condition
        self.channels = channels
        self.direction = direction
        self.disposition = disposition
    }
}

extension RuleSnapshot {
    /// Clauses as messages are asked, in the order given; throws what is wrong with them. Places are columns of the condition, in a file named as the clause is.
    public static func load(
        _ clauses: [Clause], channels: [Channel] = Channel.known, matcher: (PatternSet) throws(PatternError) -> any PatternMatcher
    ) throws(RuleError) -> RuleSnapshot {
        var tables = RuleTables()
        var rules: [Rule] = []
        var problems: [RuleProblem] = []
        for clause in clauses {
            let place = RulePlace(path: clause.id, line: 1)
            var context = ExpressionContext()
            context.channels = channels.map(\.rawValue)
            context.mayUseVerdict = true
            context.rule = clause.id
            context.place = { RulePlace(path: clause.id, line: 1, column: $0 + 1) }
            do {
                let condition = try ExpressionParser.condition(Array(clause.condition.utf8), in: context, into: &tables)
                rules.append(
                    Rule(
                        id: clause.id, descriptions: [:], owner: "", severity: .medium, expiry: nil, channels: clause.channels,
                        direction: clause.direction, mode: .act, effect: .disposition(clause.disposition), standing: .usual,
                        layer: .filtering, place: place, examples: [], condition: condition))
            } catch {
                problems.append(RuleProblem(context.place(error.offset), error.message))
            }
        }
        if !problems.isEmpty { throw RuleError(problems) }
        return try RuleSnapshot(rules, [:], tables, senderSlots: (0, 0), matcher: matcher)
    }
}
