internal import Messages

/// The settings a program knows. Other modules may add keys of their own to the standard ones.
public struct SettingCatalogue: Sendable {
    /// The keys, in the order of the example file.
    public let keys: [SettingKey]
    private let byName: [String: SettingKey]
    private let byVariable: [String: SettingKey]
    private let sections: Set<String>

    /// A catalogue of keys; the first of two with one name stands.
    public init(_ keys: [SettingKey]) {
        self.keys = keys
        self.byName = Dictionary(keys.map { ($0.name, $0) }) { first, _ in first }
        self.byVariable = Dictionary(keys.map { ($0.variable, $0) }) { first, _ in first }
        var sections: Set<String> = []
        for key in keys {
            let words = key.name.split(separator: ".")
            for length in 1..<max(1, words.count) { sections.insert(words.prefix(length).joined(separator: ".")) }
        }
        self.sections = sections
    }

    /// The key of a dotted name.
    public subscript(name: String) -> SettingKey? { byName[name] }

    /// The key that an environment variable sets.
    func key(ofVariable variable: String) -> SettingKey? { byVariable[variable] }

    func isSection(_ name: String) -> Bool { sections.contains(name) }

    /// The complaint about a name that no setting has.
    func unknown(_ name: String, origin: SettingOrigin) -> SettingProblem {
        let hint = suggestion(for: name).map { "; did you mean '\($0)'?" } ?? "; 'chaffinch config example' lists every setting"
        return SettingProblem(.unknownKey, key: name, origin: origin, message: "no setting has this name\(hint)")
    }

    /// The key or section somebody probably meant: first the same words in another place, then the nearest spelling.
    func suggestion(for name: String) -> String? {
        let names = keys.map(\.name) + sections.sorted()
        if let place = names.first(where: { $0.hasSuffix(".\(name)") }) { return place }
        let words = name.split(separator: ".").map(String.init)
        if let last = words.last, let place = names.first(where: { $0.hasSuffix(".\(last)") || $0 == last }) { return place }
        if let nearest = Spelling.nearest(to: name, in: names) { return nearest }
        guard let last = words.last,
            let nearest = Spelling.nearest(to: last, in: names.compactMap { $0.split(separator: ".").last.map(String.init) })
        else { return nil }
        return names.first { $0 == nearest || $0.hasSuffix(".\(nearest)") }
    }

    func suggestion(forVariable variable: String) -> String? {
        Spelling.nearest(to: variable.lowercased(), in: keys.map { $0.variable.lowercased() })?.uppercased()
    }
}

extension SettingCatalogue {
    /// A settings file with every key at its default, each with what it is for and what it accepts.
    public func example() -> String {
        var text = """
            # Settings of Chaffinch. Every key is here with its default; delete what you do not change.
            # Over this file goes the environment (CHAFFINCH_FILTER_DEADLINE_MAIL=3s),
            # and over both the flags of a command.

            """
        var open: [Substring] = []
        for key in keys {
            let words = key.name.split(separator: ".")
            let section = Array(words.dropLast())
            let shared = zip(open, section).prefix { $0 == $1 }.count
            if section.first != open.first || section.isEmpty { text += "\n" }
            for depth in shared..<max(shared, section.count) { text += indentation(depth) + section[depth] + ":\n" }
            open = section
            let margin = indentation(section.count)
            text += SettingCatalogue.comment("\(key.documentation) Accepts \(key.kind.description).", margin)
            text += "\(margin)\(words.last ?? ""): \(key.kind.spelling(of: key.defaultData))\n"
            if key.name == Setting.policyChannels.key.name { text += PolicyThreshold.example }
        }
        return text
    }

    private func indentation(_ depth: Int) -> String { String(repeating: "  ", count: depth) }

    static func comment(_ sentence: String, _ margin: String) -> String {
        var lines: [String] = []
        var line = margin + "#"
        for word in sentence.split(separator: " ") {
            if line.count + word.count + 1 > 100 {
                lines.append(line)
                line = margin + "#"
            }
            line += " " + word
        }
        return (lines + [line]).joined(separator: "\n") + "\n"
    }
}
