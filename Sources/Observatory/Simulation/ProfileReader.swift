internal import Messages
internal import Settings
internal import Yams

extension SimulationProfile {
    /// Reads a profile: YAML in UTF-8. Everything wrong is collected, with its line.
    public static func read(_ text: String, path: String) throws(ProfileError) -> SimulationProfile {
        var reader = ProfileReader(path: path)
        reader.read(text)
        guard reader.problems.isEmpty else {
            throw ProfileError(problems: reader.problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
        }
        return reader.profile
    }
}

/// Reads a profile, and collects everything wrong on the way.
struct ProfileReader {
    private(set) var problems: [ProfileProblem] = []
    var profile = SimulationProfile()
    private let path: String

    init(path: String) {
        self.path = path
    }

    private static let sections = [
        "country", "channels", "operators", "origins", "languages", "carriers", "weekdays", "hours", "events",
    ]
    private static let needed = sections.prefix(5)

    mutating func read(_ text: String) {
        guard text.utf8.count <= SimulationLimits.fileBytes else {
            return report(line: 1, "the file is larger than \(SimulationLimits.fileBytes >> 20) MiB; a profile is a few hundred lines")
        }
        let root: Node
        do {
            guard let node = try compose(yaml: text) else { return report(line: 1, "the file is empty") }
            root = node
        } catch {
            return complain(of: error)
        }
        let found = entries(root, "section", among: ProfileReader.sections)
        for name in ProfileReader.needed where !found.contains(where: { $0.name == name }) {
            report(line: 1, "there is no section '\(name)'")
        }
        for entry in found { readSection(entry.name, entry.value) }
        if problems.isEmpty { checkWhole(root) }
    }

    private mutating func readSection(_ name: String, _ node: Node) {
        switch name {
        case "country": readCountry(node)
        case "channels": readChannels(node)
        case "operators": readOperators(node)
        case "origins": profile.origins = weights(node, "origin") { $0.utf8.count == 2 && $0.utf8.allSatisfy { (65...90).contains($0) } }
        case "languages": profile.languages = weights(node, "language", isCode: ProfileReader.isCode)
        case "carriers": readCarriers(node)
        case "weekdays": profile.weekdays = factors(node, 7, "weekdays, Monday first") ?? profile.weekdays
        case "hours": profile.hours = factors(node, 24, "hours") ?? profile.hours
        default: readEvents(node)
        }
    }

    /// What one section alone does not show.
    private mutating func checkWhole(_ root: Node) {
        let channels = Set(profile.channels.map(\.channel))
        for served in profile.operators {
            for channel in served.subscribers.keys.sorted() where !channels.contains(channel) {
                report(root, "\(served.code) serves '\(channel)', which the section 'channels' does not have")
            }
        }
        for channel in profile.channels where !profile.operators.contains(where: { $0.subscribers[channel.channel] != nil }) {
            report(root, "no operator serves the channel '\(channel.channel)'; give one subscribers of it, or take the channel out")
        }
        if profile.carriers.reduce(0, { $0 + $1.share }) > 1 { report(root, "the shares of carriers add up to more than 1") }
    }

    // MARK: Values

    /// The entries of a mapping; those that are not known are reported and left out.
    mutating func entries(_ node: Node, _ what: String, among known: [String]? = nil) -> [(name: String, key: Node, value: Node)] {
        guard case .mapping(let mapping) = node else {
            report(node, "write this as 'name: value', one \(what) a line")
            return []
        }
        var found: [(name: String, key: Node, value: Node)] = []
        for (key, value) in mapping {
            let name = key.scalar?.string ?? ""
            if let known, !known.contains(name) {
                let nearest = Spelling.nearest(to: name, in: known).map { "did you mean '\($0)'?" }
                report(
                    key, "there is no \(what) '\(ProfileReader.short(name))'; \(nearest ?? "there are \(known.joined(separator: ", "))")")
            } else if known == nil, !ProfileReader.isCode(name) {
                report(key, "'\(ProfileReader.short(name))' is no code: up to 32 letters, digits, hyphens, dots and underscores")
            } else {
                found.append((name, key, value))
            }
        }
        return found
    }

    mutating func number(_ node: Node, _ range: ClosedRange<Double>, _ what: String) -> Double? {
        let text = node.scalar?.string ?? ""
        let isPlain = text.utf8.count <= 40 && text.utf8.allSatisfy { (48...57).contains($0) || [43, 45, 46, 69, 101].contains($0) }
        guard isPlain, let value = Double(text), range.contains(value) else {
            let bounds = "\(ProfileReader.plain(range.lowerBound)) to \(ProfileReader.plain(range.upperBound))"
            report(node, "'\(what)' is a number from \(bounds), not '\(ProfileReader.short(text))'")
            return nil
        }
        return value
    }

    mutating func text(_ node: Node, _ what: String) -> String? {
        guard let text = node.scalar?.string, (1...SimulationLimits.textBytes).contains(text.utf8.count),
            !text.utf8.contains(where: { $0 < 0x20 })
        else {
            report(node, "'\(what)' is a text of 1 to \(SimulationLimits.textBytes) bytes")
            return nil
        }
        return text
    }

    mutating func choice<Value: RawRepresentable & CaseIterable>(_ node: Node, _ what: String) -> Value? where Value.RawValue == String {
        let word = node.scalar?.string ?? ""
        if let value = Value(rawValue: word) { return value }
        report(node, "'\(what)' is one of \(Value.allCases.map(\.rawValue).joined(separator: ", ")), not '\(ProfileReader.short(word))'")
        return nil
    }

    mutating func flag(_ node: Node, _ what: String) -> Bool? {
        switch node.scalar?.string {
        case "true": return true
        case "false": return false
        default:
            report(node, "'\(what)' is true or false")
            return nil
        }
    }

    mutating func weights(_ node: Node, _ what: String, isCode: (String) -> Bool = ProfileReader.isCode) -> [SimulationProfile.Weighted] {
        let found = entries(node, what)
        var weights: [SimulationProfile.Weighted] = []
        for entry in found.prefix(SimulationLimits.codes) {
            if !isCode(entry.name) { report(entry.key, "'\(ProfileReader.short(entry.name))' is no code for this list of \(what)s") }
            if let weight = number(entry.value, 0...1e9, entry.name) { weights.append(.init(code: entry.name, weight: weight)) }
        }
        if found.count > SimulationLimits.codes { report(node, "there are more than \(SimulationLimits.codes) of these") }
        if weights.allSatisfy({ $0.weight == 0 }) { report(node, "one \(what) at least needs a weight above 0") }
        return weights
    }

    /// Factors around 1, made to be 1 on the average.
    mutating func factors(_ node: Node, _ count: Int, _ what: String) -> [Double]? {
        guard case .sequence(let items) = node, items.count == count else {
            report(node, "write \(count) numbers: the \(what)")
            return nil
        }
        let values = items.compactMap { number($0, 0...100, what) }
        guard values.count == count else { return nil }
        let sum = values.reduce(0, +)
        guard sum > 0 else {
            report(node, "one of the \(what) at least needs a factor above 0")
            return nil
        }
        return values.map { $0 * Double(count) / sum }
    }

    /// The days since 1970-01-01 of a date like 2026-09-10.
    mutating func day(_ node: Node, _ what: String) -> Int? {
        let text = node.scalar?.string ?? ""
        guard text.utf8.count == 10, let moment = Timestamp(rfc3339: text + "T00:00:00Z") else {
            report(node, "'\(what)' is a date like 2026-09-10, not '\(ProfileReader.short(text))'")
            return nil
        }
        return Int(moment.seconds / 86_400)
    }

    static func isCode(_ text: String) -> Bool {
        (1...32).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (48...57).contains($0) || (97...122).contains($0) || (65...90).contains($0) || [45, 46, 95].contains($0)
            }
    }

    private static func short(_ text: String) -> String { text.utf8.count <= 60 ? text : String(text.prefix(60)) + "…" }

    private static func plain(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    }

    // MARK: Problems

    mutating func report(line: Int, column: Int = 1, _ message: String) {
        guard problems.count < SimulationLimits.problems else { return }
        problems.append(ProfileProblem(path: path, line: line, column: column, message: message))
    }

    mutating func report(_ node: Node, _ message: String) {
        report(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, message)
    }

    private mutating func complain(of error: any Error) {
        guard let error = error as? YamlError else { return report(line: 1, "not readable as YAML") }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            report(
                line: mark.line, column: mark.column,
                "not YAML here: \(problem); look for a missing colon, quote or space before this place")
        case .duplicatedKeysInMapping(let duplicates, let context):
            report(line: context.mark.line, column: context.mark.column, "written twice: \(duplicates.joined(separator: ", "))")
        case .reader(let problem, _, _, _): report(line: 1, "not YAML: \(problem)")
        default: report(line: 1, "not readable as YAML")
        }
    }
}
