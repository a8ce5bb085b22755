internal import Authentication
internal import Messages
internal import OperatorRules
internal import Rules

/// Asks an operator's rules of one message after another: those that give weight beside the other evidence, those that ask for the verdict
/// after it. One for each scanner; whoever has no rules has none, and pays nothing.
final class RuleStage {
    private let current: CurrentRules
    private var snapshot: RuleSnapshot
    private var examiner = RuleExaminer()
    private var now = Timestamp(milliseconds: 0)
    private var origin: ProvenOrigin?
    private var met: [Int] = []
    private var rulings = RecipientRulings()

    init(_ current: CurrentRules) {
        self.current = current
        snapshot = current.now
    }

    /// Notes what is known of where the message that comes next came from.
    func note(_ facts: AuthenticationFacts) { origin = ProvenOrigin(facts) }

    /// Notes which limits the message that comes next is beyond.
    func note(exceeded limits: [String]) {
        guard !limits.isEmpty else { return }
        if origin == nil { origin = ProvenOrigin() }
        origin?.exceeded = limits
    }

    /// Takes up a message, by the rules as of now, and adds the evidence of the rules that act.
    func begin(_ examination: borrowing Examination, evidence: inout [Evidence], coverage: inout Coverage) {
        snapshot = current.now
        now = examination.now
        let isWhole = examiner.examine(examination.reading, origin: origin, at: now, by: snapshot)
        if !isWhole { coverage.gaps.append(Coverage.Gap("rules", .limit)) }
        met = examiner.met(by: snapshot, at: now)
        rulings = examiner.rulings(of: examination.message.envelope.recipients, by: snapshot, origin: origin)
        coverage.answered += snapshot.rules.count
        for place in met {
            let rule = snapshot.rules[place]
            guard rule.mode == .act, case .weight(let weight) = rule.effect else { continue }
            evidence.append(Evidence(id: rule.name, layer: rule.layer, weight: weight))
        }
    }

    /// Asks the rules that ask for the verdict, and notes in it all that were met.
    func finish(_ verdict: inout Verdict) {
        // What is known of this message is nothing about the next.
        origin = nil
        met += examiner.met(
            by: snapshot, at: now, after: RuleVerdict(probability: verdict.probability, threatClass: verdict.threatClass))
        if !rulings.hits.isEmpty { verdict.recipients = rulings }
        guard !met.isEmpty else { return }
        met.sort()
        verdict.rules = met.map { snapshot.rules[$0].hit }
    }
}

extension ProvenOrigin {
    /// What rules see of what is known.
    init(_ facts: AuthenticationFacts) {
        let author: Author? =
            switch facts.standing {
            case .authenticated: .authenticated
            case .notAuthenticated: .notAuthenticated
            case .unknown: nil
            }
        self.init(
            spf: facts.sender?.result.rawValue, spfDomain: facts.sender?.domain,
            dkimDomains: facts.signatures.filter { $0.result == .pass }.map(\.domain), dmarc: facts.policy?.result.rawValue, author: author)
    }
}
