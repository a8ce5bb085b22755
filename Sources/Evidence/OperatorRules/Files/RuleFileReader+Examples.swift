internal import Messages
internal import Yams

// The examples of a rule.
extension RuleFileReader {
    private static let exampleKeys = [
        "mail", "text", "channel", "direction", "from", "to", "time", "client", "spf", "spf-domain", "dkim-domains", "dmarc", "author",
        "probability", "class",
    ]

    mutating func readExamples(_ node: Node, channel: Channel?, direction: Direction?, rule: String) -> [RuleExample] {
        guard case .mapping(let groups) = node else {
            report(node, rule: rule, "the examples are two lists, 'match' and 'no-match'")
            return []
        }
        var examples: [RuleExample] = []
        for (key, value) in groups {
            let mustMatch: Bool
            switch key.scalar?.string {
            case "match": mustMatch = true
            case "no-match": mustMatch = false
            default:
                reportUnknown(key, among: ["match", "no-match"], what: "list of examples", rule: rule)
                continue
            }
            for entry in value.sequence.map({ Array($0) }) ?? [value] {
                guard examples.count < RuleLimits.examples else {
                    report(entry, rule: rule, "the rule has more than \(RuleLimits.examples) examples")
                    return examples
                }
                if let example = readExample(entry, mustMatch, channel: channel, direction: direction, rule: rule) {
                    examples.append(example)
                }
            }
        }
        for mustMatch in [true, false] where !examples.contains(where: { $0.mustMatch == mustMatch }) {
            report(node, rule: rule, "no example is under '\(mustMatch ? "match" : "no-match")'; a rule needs one of each")
        }
        return examples
    }

    private mutating func readExample(
        _ node: Node, _ mustMatch: Bool, channel: Channel?, direction: Direction?, rule: String
    ) -> RuleExample? {
        let before = problems.count
        var example = RuleExample(
            mustMatch: mustMatch, place: places.place(of: node), content: .text(""), channel: channel ?? .sms,
            direction: direction ?? .terminating)
        var hasContent = false
        if case .scalar(let scalar) = node {
            // A text alone, which needs nothing beside it.
            setContent(of: &example, scalar.string, isMail: channel == .email, isOpen: channel == nil)
            hasContent = true
        } else if case .mapping(let lines) = node {
            for (key, value) in lines where ["mail", "text"].contains(key.scalar?.string ?? "") {
                guard let text = value.scalar?.string, text.utf8.count <= RuleLimits.exampleBytes else {
                    report(value, rule: rule, "an example is a text of at most \(RuleLimits.exampleBytes >> 10) KiB")
                    continue
                }
                if hasContent { report(key, rule: rule, "an example is a mail or a text, not both") }
                hasContent = true
                setContent(of: &example, text, isMail: key.scalar?.string == "mail", isOpen: channel == nil)
            }
            for (key, value) in lines { read(key, value, rule: rule, into: &example) }
        } else {
            report(node, rule: rule, "an example is a text, or 'name: value' lines")
        }
        if !hasContent, problems.count == before { report(node, rule: rule, "the example has neither 'mail' nor 'text'") }
        return problems.count == before ? example : nil
    }

    /// A mail is of the channel of mail, unless the example says another.
    private func setContent(of example: inout RuleExample, _ text: String, isMail: Bool, isOpen: Bool) {
        example.content = isMail ? .mail(text) : .text(text)
        if isMail, isOpen { example.channel = .email }
    }

    private mutating func read(_ key: Node, _ value: Node, rule: String, into example: inout RuleExample) {
        let text = value.scalar?.string
        func texts() -> [String] { value.sequence.map { $0.compactMap { $0.scalar?.string } } ?? text.map { [$0] } ?? [] }
        switch key.scalar?.string {
        case "mail", "text": break
        case "channel": if let channel = readChannel(value, rule: rule) { example.channel = channel }
        case "direction":
            if let direction = choice(value, Direction.allCases, "the direction", rule: rule) { example.direction = direction }
        case "from": example.sender = text ?? ""
        case "to": example.recipients = texts()
        case "time":
            example.time = text.flatMap { RuleTime.moment($0, zone: context.zone) }
            if example.time == nil { report(value, rule: rule, "a moment is written as in 2026-12-24T18:00:00Z") }
        case "client":
            example.client = text.flatMap { IPAddress($0) }
            if example.client == nil { report(value, rule: rule, "'\(text ?? "")' is not a network address") }
        case "spf", "dmarc", "author":
            let field = TextField(key.scalar?.string == "spf" ? .authSPF : key.scalar?.string == "dmarc" ? .authDMARC : .authAuthor)
            guard let text, field.choices?.contains(text) == true else {
                return report(value, rule: rule, "it is one of \((field.choices ?? []).joined(separator: ", "))")
            }
            var origin = example.origin ?? ProvenOrigin()
            switch field.kind {
            case .authSPF: origin.spf = text
            case .authDMARC: origin.dmarc = text
            default: origin.author = ProvenOrigin.Author(rawValue: text)
            }
            example.origin = origin
        case "spf-domain":
            var origin = example.origin ?? ProvenOrigin()
            origin.spfDomain = text
            example.origin = origin
        case "dkim-domains":
            var origin = example.origin ?? ProvenOrigin()
            origin.dkimDomains = texts()
            example.origin = origin
        case "probability":
            guard let number = text.flatMap({ Double($0) }), (0...1).contains(number) else {
                return report(value, rule: rule, "a probability is a number from 0 to 1")
            }
            example.verdict = RuleVerdict(probability: number, threatClass: example.verdict?.threatClass ?? .unspecified)
        case "class":
            example.verdict = RuleVerdict(
                probability: example.verdict?.probability ?? 0.5, threatClass: ThreatClass(rawValue: text ?? ""))
        default: reportUnknown(key, among: RuleFileReader.exampleKeys, what: "line of an example", rule: rule)
        }
    }
}
