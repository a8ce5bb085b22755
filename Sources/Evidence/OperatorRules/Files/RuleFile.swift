public import Messages
internal import Patterns
internal import Settings
internal import Yams

/// The text of a file of rules, and its path to name in messages.
public struct RuleFile: Sendable, Hashable {
    /// The path as it was given.
    public var path: String
    /// The text: YAML in UTF-8.
    public var text: String

    /// A file's text under a path.
    public init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}

/// What may be written in rules, beyond their own form.
public struct RuleAllowances: Sendable, Hashable {
    /// The channels that there are.
    public var channels: [Channel]
    /// Whether rules may drop messages silently.
    public var discard: Bool
    /// Whether keywords of recipients are looked for in what is written to them.
    public var recipientKeywords: Bool

    /// Allowances; the channels that ship, no discarding, and keywords, unless said.
    public init(channels: [Channel] = Channel.known, discard: Bool = false, recipientKeywords: Bool = true) {
        self.channels = channels
        self.discard = discard
        self.recipientKeywords = recipientKeywords
    }
}

/// Reads files of rules, one after the other, and collects everything wrong on the way.
struct RuleFileReader {
    private(set) var rules: [Rule] = []
    private(set) var tables = RuleTables()
    /// What recipients want, by their address or number in small letters.
    var recipients: [String: RecipientRules] = [:]
    private(set) var problems: [RuleProblem] = []
    let allowances: RuleAllowances

    private var placeByID: [String: RulePlace] = [:]
    private var setCount = 0
    private var problemsBefore = 0
    /// The file that is read.
    var path = ""
    var places = ScalarPlaces(path: "", text: "")
    var context = ExpressionContext()

    init(_ allowances: RuleAllowances) {
        self.allowances = allowances
    }

    /// Notes what is wrong at a place.
    mutating func report(_ place: RulePlace, rule: String? = nil, _ message: String) {
        guard problems.count - problemsBefore < RuleLimits.problems else { return }
        problems.append(RuleProblem(place, rule: rule, message))
    }

    mutating func report(_ node: Node, rule: String? = nil, _ message: String) {
        report(places.place(of: node), rule: rule, message)
    }

    mutating func read(_ file: RuleFile) {
        path = file.path
        tables.forgetNames()
        problemsBefore = problems.count
        let start = RulePlace(path: path, line: 1)
        guard file.text.utf8.count <= RuleLimits.fileBytes else {
            return report(start, "the file is larger than \(RuleLimits.fileBytes >> 20) MiB; split it")
        }
        places = ScalarPlaces(path: path, text: file.text)
        context = ExpressionContext()
        context.channels = allowances.channels.map(\.rawValue)
        let root: Node?
        do {
            root = try compose(yaml: file.text)
        } catch {
            let (line, column, message) = RuleFileReader.complaint(of: error)
            return report(RulePlace(path: path, line: line, column: column), message)
        }
        guard let root, !isNothing(root) else { return }
        guard case .mapping(let sections) = root else {
            return report(root, "the file has to hold sections, of which 'rules' is one")
        }
        for (key, value) in sections { readSection(key, value) }
        for (key, value) in sections {
            switch key.scalar?.string {
            case "rules": readRules(value)
            case "recipients": readRecipients(value)
            default: break
            }
        }
    }

    private static let sections = ["zone", "sets", "rules", "recipients"]

    /// Reads what rules refer to: the zone and the sets, wherever in the file they stand.
    private mutating func readSection(_ key: Node, _ value: Node) {
        switch key.scalar?.string {
        case "zone":
            guard let text = value.scalar?.string, let zone = RuleTime.zone(text) else {
                return report(value, "the zone is 'Z' or hours and minutes ahead of UTC, as in \"+03:00\"")
            }
            context.zone = zone
        case "sets": readSets(value)
        case "rules", "recipients": break
        default: reportUnknown(key, among: RuleFileReader.sections, what: "section")
        }
    }

    mutating func reportUnknown(_ key: Node, among known: [String], what: String, rule: String? = nil) {
        let name = key.scalar?.string ?? ""
        let nearest = Spelling.nearest(to: name, in: known).map { "did you mean '\($0)'?" }
        report(key, rule: rule, "there is no \(what) '\(name)'; \(nearest ?? "there are \(known.joined(separator: ", "))")")
    }

    private mutating func readSets(_ node: Node) {
        guard case .mapping(let sets) = node else {
            if !isNothing(node) { report(node, "the sets are 'name: [member, member]' each") }
            return
        }
        for (key, value) in sets {
            guard let name = key.scalar?.string, RuleFileReader.isCode(name) else {
                report(key, "a set is named with small letters, digits and hyphens")
                continue
            }
            setCount += 1
            guard setCount <= RuleLimits.sets else { return report(key, "there are more than \(RuleLimits.sets) sets") }
            guard case .sequence(let members) = value, !members.isEmpty else {
                report(value, "the set '\(name)' has to be a list that is not empty")
                continue
            }
            guard members.count <= RuleLimits.setMembers else {
                report(value, "the set '\(name)' has more than \(RuleLimits.setMembers) members")
                continue
            }
            var texts: [String] = []
            texts.reserveCapacity(members.count)
            for member in members {
                if let text = member.scalar?.string, !text.isEmpty, text.utf8.count <= RuleLimits.memberBytes {
                    texts.append(text)
                } else {
                    report(member, "a member of a set is a text of 1 to \(RuleLimits.memberBytes) bytes")
                }
            }
            context.sets[name] = ExpressionContext.NamedSet(members: texts, place: places.place(of: key))
        }
    }

    private mutating func readRules(_ node: Node) {
        guard case .sequence(let list) = node else {
            if !isNothing(node) { report(node, "the rules are a list: each begins with a hyphen") }
            return
        }
        for entry in list {
            guard rules.count < RuleLimits.rules else { return report(entry, "there are more than \(RuleLimits.rules) rules") }
            guard case .mapping(let mapping) = entry else {
                report(entry, "a rule is a list of 'name: value' lines")
                continue
            }
            guard let rule = readRule(mapping, at: places.place(of: entry)) else { continue }
            if let earlier = placeByID.updateValue(rule.place, forKey: rule.id) {
                report(rule.place, rule: rule.id, "the id stands already at \(earlier.fileAndLine); give each rule its own")
            } else {
                rules.append(rule)
            }
        }
    }

    /// The condition of an expression; nothing, with the problem noted, when it is wrong.
    mutating func condition(_ scalar: Node.Scalar, mayUseVerdict: Bool, rule: String) -> Condition? {
        let places = places
        context.mayUseVerdict = mayUseVerdict
        context.rule = rule
        context.place = { places.place(of: $0, in: scalar) }
        do {
            return try ExpressionParser.condition(Array(scalar.string.utf8), in: context, into: &tables)
        } catch {
            report(places.place(of: error.offset, in: scalar), rule: rule, error.message)
            return nil
        }
    }

    /// The bit that is set when one of a recipient's keywords is found in a text.
    mutating func bit(forKeywords patterns: [Pattern], from origin: RuleTables.PatternOrigin) -> Int {
        tables.bit(for: patterns, in: tables.slot(of: TextField(.text)), from: origin)
    }

    /// The slot of a field.
    mutating func slot(of field: TextField) -> Int { tables.slot(of: field) }

    func isNothing(_ node: Node) -> Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
        return ["", "~", "null"].contains(scalar.string)
    }

    static func isCode(_ word: String) -> Bool {
        (1...RuleLimits.idBytes).contains(word.utf8.count) && word.utf8.first != 45
            && word.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }

    private static func complaint(of error: any Error) -> (line: Int, column: Int, message: String) {
        guard let error = error as? YamlError else { return (1, 1, "not readable as YAML") }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            return (mark.line, mark.column, "not YAML here: \(problem); look for a missing colon, quote or space before this place")
        case .duplicatedKeysInMapping(let duplicates, let context):
            return (context.mark.line, context.mark.column, "written twice: \(duplicates.joined(separator: ", "))")
        case .reader(let problem, _, _, _): return (1, 1, "not YAML: \(problem)")
        default: return (1, 1, "not readable as YAML")
        }
    }
}
