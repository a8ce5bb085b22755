internal import Messages
public import Patterns

/// The rules of all files as messages are asked: checked, compiled, and never changed, so that another snapshot can take its place while
/// messages are judged.
public final class RuleSnapshot: Sendable {
    /// The rules, in the order of their files and of their lines.
    public let rules: [Rule]
    let tables: RuleTables
    /// What recipients want, by their address or number in small letters.
    let recipients: [String: RecipientRules]
    /// The slots of the sender and of its domain, which recipients are asked about.
    let senderSlots: (sender: Int, domain: Int)
    /// Looks for all patterns of all rules at once; nothing where there are none.
    let matcher: (any PatternMatcher)?
    /// The rules that are asked of messages of a channel, in order.
    private let byChannel: [Channel: Candidates]
    private let ofOtherChannels: Candidates

    /// Rules that may be met, as places in `rules`.
    struct Candidates: Sendable {
        /// Those that can be asked at once.
        var atOnce: [Int] = []
        /// Those that ask for the verdict.
        var afterVerdict: [Int] = []
    }

    /// Reads and checks files; throws everything that is wrong with them.
    ///
    /// - Parameters:
    ///   - matcher: makes what looks for the patterns. It is asked once, for all rules together, and not where no rule looks for any.
    public static func load(
        _ files: [RuleFile], allowing allowances: RuleAllowances = RuleAllowances(),
        matcher: (PatternSet) throws(PatternError) -> any PatternMatcher
    ) throws(RuleError) -> RuleSnapshot {
        var reader = RuleFileReader(allowances)
        guard files.count <= RuleLimits.files else {
            throw RuleError([RuleProblem(RulePlace(path: files[0].path, line: 1), "there are more than \(RuleLimits.files) files of rules")]
            )
        }
        for file in files { reader.read(file) }
        let slots = reader.recipients.isEmpty ? (0, 0) : reader.senderSlots()
        if !reader.problems.isEmpty { throw RuleError(reader.problems) }
        return try RuleSnapshot(reader.rules, reader.recipients, reader.tables, senderSlots: slots, matcher: matcher)
    }

    /// Makes what looks for the patterns, and with it a snapshot.
    convenience init(
        _ rules: [Rule], _ recipients: [String: RecipientRules], _ tables: RuleTables, senderSlots: (Int, Int),
        matcher: (PatternSet) throws(PatternError) -> any PatternMatcher
    ) throws(RuleError) {
        var made: (any PatternMatcher)?
        if !tables.patterns.isEmpty {
            var problems: [RuleProblem] = []
            do {
                let found = try matcher(PatternSet(tables.patterns))
                made = found
                problems = found.unsupported.map {
                    RuleSnapshot.problem(
                        ofPattern: $0, at: nil, "the matcher of this machine cannot look for this pattern; it needs Hyperscan", tables)
                }
            } catch {
                problems = [RuleSnapshot.problem(of: error, tables, in: rules.first?.place.path ?? "")]
            }
            if !problems.isEmpty { throw RuleError(problems) }
        }
        self.init(rules, recipients, tables, made, senderSlots: senderSlots)
    }

    private init(
        _ rules: [Rule], _ recipients: [String: RecipientRules], _ tables: RuleTables, _ matcher: (any PatternMatcher)?,
        senderSlots: (Int, Int)
    ) {
        self.rules = rules
        self.recipients = recipients
        self.senderSlots = senderSlots
        self.tables = tables
        self.matcher = matcher
        var byChannel: [Channel: Candidates] = [:]
        for channel in Set(rules.flatMap(\.channels)) { byChannel[channel] = RuleSnapshot.candidates(of: rules, on: channel) }
        self.byChannel = byChannel
        ofOtherChannels = RuleSnapshot.candidates(of: rules, on: nil)
    }

    /// The same rules, those of some files as if each were to act.
    public func acting(inFiles paths: Set<String>) -> RuleSnapshot {
        let acting = rules.map { rule in
            var rule = rule
            if paths.contains(rule.place.path) { rule.mode = .act }
            return rule
        }
        let wanted = recipients.mapValues { rules in
            var rules = rules
            if paths.contains(rules.place.path) { rules.mode = .act }
            return rules
        }
        return RuleSnapshot(acting, wanted, tables, matcher, senderSlots: senderSlots)
    }

    private static func candidates(of rules: [Rule], on channel: Channel?) -> Candidates {
        var candidates = Candidates()
        for (place, rule) in rules.enumerated() where rule.channels.isEmpty || channel.map(rule.channels.contains) ?? false {
            if rule.condition.usesVerdict { candidates.afterVerdict.append(place) } else { candidates.atOnce.append(place) }
        }
        return candidates
    }

    /// The rules that are asked of messages of a channel.
    func candidates(on channel: Channel) -> Candidates { byChannel[channel] ?? ofOtherChannels }

    private static func problem(of error: PatternError, _ tables: RuleTables, in path: String) -> RuleProblem {
        switch error {
        case .badExpression(let id, let position, let reason):
            problem(ofPattern: id, at: position, "the pattern is wrong: \(reason)", tables)
        default: RuleProblem(RulePlace(path: path, line: 1), "the patterns of the rules: \(error)")
        }
    }

    private static func problem(ofPattern id: UInt32, at position: Int?, _ message: String, _ tables: RuleTables) -> RuleProblem {
        guard tables.origins.indices.contains(Int(id)) else { return RuleProblem(RulePlace(path: "", line: 1), message) }
        let origin = tables.origins[Int(id)]
        var place = origin.place
        place.column += position ?? 0
        return RuleProblem(place, rule: origin.rule, message)
    }

    /// How many recipients have rules of their own.
    public var recipientCount: Int { recipients.count }

    /// How many patterns are looked for.
    public var patternCount: Int { tables.patterns.count }
}
