internal import Localization
internal import Messages
internal import Settings
internal import Yams

// One rule: its lines, each checked, and together.
extension RuleFileReader {
    private static let keys = [
        "id", "description", "owner", "severity", "expires", "channel", "direction", "mode", "when", "weight", "action", "standing",
        "layer",
        "examples",
    ]

    /// What has been read of a rule.
    private struct Draft {
        var id = ""
        var descriptions: [Language: String] = [:]
        var owner = ""
        var severity = Rule.Severity.medium
        var expiry: Timestamp?
        var channels: [Channel] = []
        var direction: Direction?
        var mode = Rule.Mode.observe
        var condition: Node.Scalar?
        var weight: Double?
        var action: Disposition?
        var standing: RuleHit.Standing?
        var layer = Layer.filtering
        var examples: Node?
    }

    mutating func readRule(_ mapping: Node.Mapping, at place: RulePlace) -> Rule? {
        var draft = Draft()
        let before = problems.count
        // The id first, so that problems name it.
        for (key, value) in mapping where key.scalar?.string == "id" { draft.id = readID(value) ?? "" }
        let id = draft.id.isEmpty ? nil : draft.id
        for (key, value) in mapping { read(key, value, rule: id, into: &draft) }
        complain(about: draft, at: place, rule: id)
        var condition: Condition?
        if let scalar = draft.condition {
            condition = self.condition(scalar, mayUseVerdict: draft.action != nil, rule: draft.id)
        }
        var examples: [RuleExample] = []
        if let node = draft.examples {
            examples = readExamples(node, channel: draft.channels.first, direction: draft.direction, rule: draft.id)
        }
        guard problems.count == before, let condition else { return nil }
        let effect = draft.weight.map { RuleHit.Effect.weight($0) } ?? draft.action.map { RuleHit.Effect.disposition($0) }
        guard let effect else { return nil }
        return Rule(
            id: draft.id, descriptions: draft.descriptions, owner: draft.owner, severity: draft.severity, expiry: draft.expiry,
            channels: draft.channels, direction: draft.direction, mode: draft.mode, effect: effect, standing: draft.standing ?? .usual,
            layer: draft.layer, place: place, examples: examples, condition: condition)
    }

    private mutating func readID(_ value: Node) -> String? {
        guard let id = value.scalar?.string, RuleFileReader.isCode(id) else {
            report(value, "an id is of small letters, digits and hyphens, at most \(RuleLimits.idBytes)")
            return nil
        }
        return id
    }

    private mutating func complain(about draft: Draft, at place: RulePlace, rule: String?) {
        if draft.id.isEmpty { report(place, "the rule has no id") }
        if draft.descriptions.isEmpty {
            report(place, rule: rule, "the rule has no description: what it looks for, for whoever reads a verdict")
        }
        if draft.owner.isEmpty { report(place, rule: rule, "the rule has no owner: who answers for it") }
        if draft.condition == nil { report(place, rule: rule, "the rule has no 'when'") }
        switch (draft.weight, draft.action) {
        case (nil, nil): report(place, rule: rule, "the rule has neither a weight nor an action")
        case (.some, .some): report(place, rule: rule, "the rule has a weight and an action; make two rules of it")
        case (.some, nil) where draft.standing != nil:
            report(place, rule: rule, "a weight has no standing: all evidence is added up")
        case (nil, .some(let action)) where draft.standing == .protected && action != .accept:
            report(place, rule: rule, "who is protected is accepted; 'standing: protected' goes with 'action: accept'")
        default: break
        }
        if draft.action == .discard, !allowances.discard {
            report(place, rule: rule, "messages are dropped silently only where policy.allow-discard is true; reject tells the sender")
        }
        if draft.examples == nil {
            report(place, rule: rule, "the rule has no examples: give one that it must match, and one that it must not")
        }
    }

    private mutating func read(_ key: Node, _ value: Node, rule: String?, into draft: inout Draft) {
        switch key.scalar?.string {
        case "id": break
        case "description": draft.descriptions = readDescriptions(value, rule: rule)
        case "owner": draft.owner = readText(value, "the owner", rule: rule) ?? ""
        case "severity": draft.severity = choice(value, Rule.Severity.allCases, "the severity", rule: rule) ?? draft.severity
        case "expires":
            guard let text = value.scalar?.string, let moment = RuleTime.moment(text, zone: context.zone) else {
                return report(value, rule: rule, "a rule expires on a date or at a moment, as in 2027-03-01 or 2027-03-01T12:00:00Z")
            }
            draft.expiry = moment
        case "channel": draft.channels = readChannels(value, rule: rule)
        case "direction": draft.direction = choice(value, Direction.allCases, "the direction", rule: rule)
        case "mode": draft.mode = choice(value, Rule.Mode.allCases, "the mode", rule: rule) ?? draft.mode
        case "layer": draft.layer = choice(value, Layer.allCases, "the layer", rule: rule) ?? draft.layer
        case "standing": draft.standing = choice(value, RuleHit.Standing.allCases, "the standing", rule: rule)
        case "action": draft.action = choice(value, Disposition.allCases, "the action", rule: rule)
        case "weight":
            guard let text = value.scalar?.string, let weight = Double(text), weight.magnitude <= RuleLimits.weight, weight != 0 else {
                return report(
                    value, rule: rule,
                    "a weight is a number of log-odds from -\(Int(RuleLimits.weight)) to \(Int(RuleLimits.weight)), and not 0")
            }
            draft.weight = weight
        case "when":
            guard case .scalar(let scalar) = value, !isNothing(value) else { return report(value, rule: rule, "'when' is an expression") }
            draft.condition = scalar
        case "examples": draft.examples = value
        default: reportUnknown(key, among: RuleFileReader.keys, what: "line of a rule", rule: rule)
        }
    }

    private mutating func readChannels(_ value: Node, rule: String?) -> [Channel] {
        let nodes = value.sequence.map { Array($0) } ?? [value]
        var channels: [Channel] = []
        for node in nodes {
            if let channel = readChannel(node, rule: rule), !channels.contains(channel) { channels.append(channel) }
        }
        return channels
    }

    mutating func readChannel(_ node: Node, rule: String?) -> Channel? {
        let name = node.scalar?.string ?? ""
        let channel = Channel(rawValue: name)
        guard allowances.channels.contains(channel) else {
            let nearest = Spelling.nearest(to: name, in: context.channels).map { "did you mean '\($0)'? " } ?? ""
            report(node, rule: rule, "no channel is called '\(name)'; \(nearest)Name a channel of your own in policy.channels first")
            return nil
        }
        return channel
    }

    /// A text of one line and not too long.
    mutating func readText(_ value: Node, _ what: String, rule: String?) -> String? {
        guard let text = value.scalar?.string.split(whereSeparator: \.isWhitespace).joined(separator: " "),
            (1...RuleLimits.descriptionBytes).contains(text.utf8.count)
        else {
            report(value, rule: rule, "\(what) is a text of 1 to \(RuleLimits.descriptionBytes) bytes")
            return nil
        }
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            report(value, rule: rule, "\(what) holds a control character")
            return nil
        }
        return text
    }

    private mutating func readDescriptions(_ value: Node, rule: String?) -> [Language: String] {
        var descriptions: [Language: String] = [:]
        guard case .mapping(let wordings) = value else {
            // One wording stands for all languages.
            if let text = readDescription(value, rule: rule) { descriptions[.english] = text }
            return descriptions
        }
        for (key, value) in wordings {
            guard let language = Language(rawValue: key.scalar?.string ?? "") else {
                reportUnknown(key, among: Language.allCases.map(\.rawValue), what: "language", rule: rule)
                continue
            }
            if let text = readDescription(value, rule: rule) { descriptions[language] = text }
        }
        return descriptions
    }

    private mutating func readDescription(_ value: Node, rule: String?) -> String? {
        guard let text = readText(value, "the description", rule: rule) else { return nil }
        let bytes = Array(text.utf8)
        for index in bytes.indices.dropLast(2) where bytes[index] == 123 && (49...57).contains(bytes[index + 1]) && bytes[index + 2] == 125
        {
            report(value, rule: rule, "a digit in braces would be filled in; write the description without")
            return nil
        }
        return text
    }

    /// One of several words.
    mutating func choice<Value: RawRepresentable>(_ value: Node, _ all: [Value], _ what: String, rule: String?) -> Value?
    where Value.RawValue == String {
        let word = value.scalar?.string ?? ""
        if let found = all.first(where: { $0.rawValue == word }) { return found }
        let words = all.map(\.rawValue)
        let nearest = Spelling.nearest(to: word, in: words).map { "; did you mean '\($0)'?" } ?? ""
        report(value, rule: rule, "\(what) is one of \(words.joined(separator: ", ")), not '\(word)'\(nearest)")
        return nil
    }
}
