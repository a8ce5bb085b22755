internal import MIME
public import Messages
internal import Patterns
public import Reading
internal import Text

/// Asks the rules of a snapshot of messages, one message at a time, reusing its storage. One for each scanner.
///
/// What a message has of the fields that any rule asks for is gathered once; all patterns are looked for in one pass over each field; then
/// each rule is a few comparisons.
public struct RuleExaminer {
    private var values: [TextValues] = []
    private var found: [Bool] = []
    private var traits = MessageTraits()
    private var hasText = false
    private var tools = FieldTools()
    private var scratch = PatternScratch()
    private var matches: [PatternMatch] = []

    /// An examiner of nothing yet.
    public init() {}

    /// Takes up a message; gives false where some of it was too much to be searched whole.
    ///
    /// - Parameters:
    ///   - origin: what is known of where it came from.
    ///   - now: the moment of judgement, for a message that does not say when it came.
    public mutating func examine(
        _ reading: borrowing Reading, origin: ProvenOrigin?, at now: Timestamp, by snapshot: RuleSnapshot
    ) -> Bool {
        let tables = snapshot.tables
        traits = MessageTraits(reading, at: now)
        hasText = !reading.flat.isEmpty
        while values.count < tables.fields.count { values.append(TextValues()) }
        for (slot, field) in tables.fields.enumerated() {
            values[slot].removeAll()
            field.fill(&values[slot], from: reading, origin, by: &tools)
        }
        guard let matcher = snapshot.matcher else { return true }
        return search(reading.flat, by: matcher, tables)
    }

    /// The rules that the message meets, in order, as places in the snapshot's rules: those that do not ask for the verdict.
    public func met(by snapshot: RuleSnapshot, at now: Timestamp) -> [Int] {
        met(snapshot.candidates(on: traits.channel).atOnce, of: snapshot, at: now, verdict: nil)
    }

    /// The rules that the message meets and that ask for the verdict.
    public mutating func met(by snapshot: RuleSnapshot, at now: Timestamp, after verdict: RuleVerdict) -> [Int] {
        let candidates = snapshot.candidates(on: traits.channel).afterVerdict
        guard !candidates.isEmpty else { return [] }
        for (slot, field) in snapshot.tables.fields.enumerated() where field.kind == .verdictClass {
            values[slot].removeAll()
            values[slot].add(verdict.threatClass.rawValue)
        }
        return met(candidates, of: snapshot, at: now, verdict: verdict)
    }

    /// What the recipients of the message say of it by their own lists; each is asked in the order allow, deny, keywords, quiet.
    public func rulings(
        of recipients: [Party], by snapshot: RuleSnapshot, origin: ProvenOrigin?
    ) -> RecipientRulings {
        guard !snapshot.recipients.isEmpty else { return RecipientRulings() }
        var rulings = RecipientRulings(hasOthers: recipients.isEmpty)
        for recipient in recipients.prefix(RuleLimits.values) {
            guard let rules = snapshot.recipients[recipient.description.lowercased()], let hit = hit(of: recipient, rules, snapshot, origin)
            else {
                rulings.hasOthers = true
                continue
            }
            rulings.hits.append(hit)
        }
        if recipients.count > RuleLimits.values { rulings.hasOthers = true }
        return rulings
    }

    private func hit(of recipient: Party, _ rules: RecipientRules, _ snapshot: RuleSnapshot, _ origin: ProvenOrigin?) -> RecipientHit? {
        let (sender, domain) = (values[snapshot.senderSlots.sender], values[snapshot.senderSlots.domain])
        func hit(_ list: RecipientHit.List) -> RecipientHit {
            RecipientHit(
                recipient: recipient, list: list, place: rules.place.fileAndLine, disposition: list == .allow ? .accept : rules.denied,
                isActing: rules.mode == .act)
        }
        // Whoever is proved not to be the one allowed is not let through in that name.
        if origin?.author != .notAuthenticated, rules.allow.contains(sender, of: domain) { return hit(.allow) }
        if rules.deny.contains(sender, of: domain) { return hit(.deny) }
        if let bit = rules.keywords, found[bit] { return hit(.keyword) }
        if rules.quiet.contains(where: { $0.contains(traits.moment, zone: rules.zone) }) { return hit(.quiet) }
        return nil
    }

    private func met(_ candidates: [Int], of snapshot: RuleSnapshot, at now: Timestamp, verdict: RuleVerdict?) -> [Int] {
        var met: [Int] = []
        for place in candidates {
            if let direction = snapshot.rules[place].direction, direction != traits.direction { continue }
            if let expiry = snapshot.rules[place].expiry, expiry <= now { continue }
            if holds(snapshot.rules[place].condition, snapshot.tables, verdict) { met.append(place) }
        }
        return met
    }

    /// Whether the condition of a rule holds, whatever its channel, direction and expiry.
    func holds(_ condition: Condition, _ tables: RuleTables, _ verdict: RuleVerdict?) -> Bool {
        let steps = condition.steps
        var holds = false
        var next = 0
        while next < steps.count {
            switch steps[next] {
            case .constant(let constant): holds = constant
            case .flag(let flag): holds = traits.flag(flag)
            case .number(.probability, let range): holds = verdict.map { range.contains($0.probability) } ?? false
            case .number(let number, let range): holds = range.contains(traits.number(number))
            case .text(let slot, let comparison, let set): holds = values[slot].hold(comparison, tables.textSets[set])
            case .same(let left, let right): holds = values[left].meet(values[right])
            case .found(let bit): holds = found[bit]
            case .network(let field, let set): holds = traits.addresses(field).contains { tables.networkSets[set].contains($0) }
            case .moment(let first, let last): holds = traits.moment.milliseconds >= first && traits.moment.milliseconds < last
            case .clock(let first, let last, let zone):
                let minute = RuleTime.civil(traits.moment, zone: zone).minute
                holds = first < last ? minute >= first && minute < last : minute >= first || minute < last
            case .weekday(let mask, let zone): holds = mask >> UInt8(RuleTime.civil(traits.moment, zone: zone).weekday) & 1 == 1
            case .textPresent(let slot): holds = tables.fields[slot].kind == .text ? hasText : values[slot].count > 0
            case .addressPresent(let field): holds = !traits.addresses(field).isEmpty
            case .invert: holds.toggle()
            case .jumpIfTrue(let target):
                if holds {
                    next = target
                    continue
                }
            case .jumpIfFalse(let target):
                if !holds {
                    next = target
                    continue
                }
            }
            next += 1
        }
        return holds
    }

    /// Looks for all patterns in every field that one is looked for in.
    private mutating func search(_ text: [UInt8], by matcher: any PatternMatcher, _ tables: RuleTables) -> Bool {
        if found.count != tables.bits { found = [Bool](repeating: false, count: tables.bits) }
        for bit in found.indices { found[bit] = false }
        var isWhole = true
        for slot in tables.searchedSlots {
            if tables.fields[slot].kind == .text {
                var end = text.count
                while end > 0, text[end - 1] == 32 { end -= 1 }
                isWhole = search(text, 0..<end, for: slot, by: matcher, tables) && isWhole
            } else {
                let values = values[slot]
                for index in 0..<values.count {
                    isWhole = search(values.bytes, values.range(index), for: slot, by: matcher, tables) && isWhole
                }
            }
        }
        return isWhole
    }

    private mutating func search(
        _ bytes: [UInt8], _ range: Range<Int>, for slot: Int, by matcher: any PatternMatcher, _ tables: RuleTables
    ) -> Bool {
        let span = bytes.span.extracting(range)
        guard let isWhole = try? matcher.scan(span, scratch: &scratch, matches: &matches) else { return false }
        for match in matches {
            for asker in tables.askers[Int(match.id)] where asker.slot == slot { found[asker.bit] = true }
        }
        return isWhole
    }
}
