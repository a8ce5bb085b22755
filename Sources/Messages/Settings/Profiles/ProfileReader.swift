internal import Messages
internal import Yams

/// Reads files of profiles, one after the other, and collects everything wrong on the way.
struct ProfileReader {
    private(set) var profiles: [Profile] = []
    private(set) var problems: [SettingProblem] = []
    private let settings: Settings
    private let channels: [String]
    private var originByName: [String: SettingOrigin] = [:]
    private var originByScope: [ScopeKey: SettingOrigin] = [:]
    private var path = ""

    private struct ScopeKey: Hashable {
        var level: ProfileLevel
        /// Nothing stands for everybody.
        var scope: ProfileScope?
    }

    init(over settings: Settings) {
        self.settings = settings
        channels = (Channel.known + settings[.policyChannels]).map(\.rawValue)
    }

    mutating func report(_ kind: SettingProblem.Kind, _ origin: SettingOrigin, profile: String = "", _ message: String) {
        guard problems.count < ProfileLimits.problems else { return }
        problems.append(SettingProblem(kind, key: profile, origin: origin, message: message))
    }

    private mutating func report(_ kind: SettingProblem.Kind, _ node: Node, profile: String = "", _ message: String) {
        report(kind, origin(of: node), profile: profile, message)
    }

    private func origin(of node: Node) -> SettingOrigin { .file(path: path, line: node.mark?.line ?? 1) }

    mutating func read(_ file: SettingsFile) {
        path = file.path
        let start = SettingOrigin.file(path: path, line: 1)
        guard file.text.utf8.count <= ProfileLimits.fileBytes else {
            return report(.unreadable, start, "the file is larger than \(ProfileLimits.fileBytes >> 20) MiB; split it")
        }
        let root: Node?
        do {
            root = try compose(yaml: file.text)
        } catch {
            let (line, message) = SettingsReader.complaint(of: error)
            return report(.unreadable, .file(path: path, line: line), message)
        }
        guard let root, !SettingsReader.isNothing(root) else { return }
        guard case .mapping(let sections) = root else {
            return report(.wrongShape, root, "the file has to hold one section, 'profiles'")
        }
        for (key, value) in sections {
            guard key.scalar?.string == "profiles" else {
                reportUnknown(key, among: ["profiles"], what: "section")
                continue
            }
            guard case .sequence(let list) = value else {
                if !SettingsReader.isNothing(value) {
                    report(.wrongShape, value, "the profiles are a list: each begins with a hyphen")
                }
                continue
            }
            for entry in list { readProfile(entry) }
        }
    }

    private mutating func reportUnknown(_ key: Node, among known: [String], what: String, profile: String = "") {
        let name = key.scalar?.string ?? ""
        let nearest = Spelling.nearest(to: name, in: known).map { "did you mean '\($0)'?" }
        report(
            .unknownKey, key, profile: profile,
            "there is no \(what) '\(name)'; \(nearest ?? "there are \(known.joined(separator: ", "))")")
    }

    // MARK: One profile

    private static let keys = ["name", "level", "version", "for", "mode", "lang", "thresholds", "binding"]

    /// What has been read of a profile.
    private struct Draft {
        var name = ""
        var level: ProfileLevel?
        var version = ""
        var scopes: [ProfileScope]?
        var mode: PolicyMode?
        var language: String?
        var thresholds: [PolicyThreshold] = []
        var binding: [PolicyThreshold] = []
        var bindingNode: Node?
    }

    private mutating func readProfile(_ entry: Node) {
        guard profiles.count < ProfileLimits.profiles else {
            return report(.contradiction, entry, "there are more than \(ProfileLimits.profiles) profiles")
        }
        guard case .mapping(let mapping) = entry else {
            return report(.wrongShape, entry, "a profile is a list of 'name: value' lines")
        }
        let before = problems.count
        var draft = Draft()
        // The name and level first, so that problems name the profile.
        for (key, value) in mapping where key.scalar?.string == "name" { draft.name = readName(value) }
        for (key, value) in mapping { read(key, value, into: &draft) }
        let origin = origin(of: entry)
        complain(about: draft, at: origin)
        guard problems.count == before, let level = draft.level else { return }
        let profile = Profile(
            name: ProfileName(draft.name, version: draft.version, level: level), scopes: draft.scopes ?? [], mode: draft.mode,
            language: draft.language, thresholds: draft.thresholds, binding: draft.binding, origin: origin)
        if let earlier = originByName.updateValue(origin, forKey: draft.name) {
            return report(.setTwice, origin, profile: draft.name, "the name stands already at \(earlier); give each profile its own")
        }
        guard take(scopesOf: profile) else { return }
        profiles.append(profile)
    }

    /// Notes whom a profile is for; false where another of its level is for the same.
    private mutating func take(scopesOf profile: Profile) -> Bool {
        let scopes: [ProfileScope?] = profile.scopes.isEmpty ? [nil] : profile.scopes
        for scope in scopes {
            guard originByScope.count < ProfileLimits.scopes else {
                report(
                    .contradiction, profile.origin, profile: profile.name.name,
                    "all profiles together are for more than \(ProfileLimits.scopes) recipients, domains and blocks of numbers")
                return false
            }
            let key = ScopeKey(level: profile.name.level, scope: scope)
            guard let earlier = originByScope.updateValue(profile.origin, forKey: key) else { continue }
            report(
                .contradiction, profile.origin, profile: profile.name.name,
                "a profile of level \(profile.name.level.rawValue) for \(scope?.description ?? "everybody") stands already at \(earlier)")
            return false
        }
        return true
    }

    private mutating func complain(about draft: Draft, at origin: SettingOrigin) {
        if draft.name.isEmpty { report(.wrongShape, origin, "the profile has no name") }
        if draft.version.isEmpty {
            report(
                .wrongShape, origin, profile: draft.name, "the profile has no version: decisions name it, and records are read by it later")
        }
        guard let level = draft.level else {
            report(
                .wrongShape, origin, profile: draft.name,
                "the profile has no level: one of \(ProfileLevel.allCases.map(\.rawValue).joined(separator: ", "))")
            return
        }
        if let node = draft.bindingNode, !level.mayBind {
            report(.contradiction, node, profile: draft.name, "only profiles of a jurisdiction or an operator bind others")
        }
        if draft.mode == nil, draft.language == nil, draft.thresholds.isEmpty, draft.binding.isEmpty {
            report(.wrongShape, origin, profile: draft.name, "the profile says nothing: it needs 'thresholds', 'binding', 'mode' or 'lang'")
        }
        if let problem = scopeProblem(draft.scopes, level) { report(.contradiction, origin, profile: draft.name, problem) }
    }

    /// Why a profile of a level cannot be for these; nothing where it can.
    private func scopeProblem(_ scopes: [ProfileScope]?, _ level: ProfileLevel) -> String? {
        switch level {
        case .jurisdiction, .operator:
            let isWhole = scopes?.contains { if case .recipient = $0 { true } else { false } } ?? false
            return isWhole ? "one recipient has a profile of level recipient; 'for' takes \"@domain\" and \"+49*\" here" : nil
        case .domain:
            let isFit = scopes?.allSatisfy { if case .recipient = $0 { false } else { true } } ?? false
            return isFit ? nil : "a profile of a domain needs 'for': \"@school.example\", or a block of numbers, \"+4930*\""
        case .recipient:
            let isFit = scopes?.allSatisfy { if case .recipient = $0 { true } else { false } } ?? false
            return isFit ? nil : "a profile of a recipient needs 'for': whole addresses or numbers"
        }
    }

    private mutating func readName(_ value: Node) -> String {
        guard let name = value.scalar?.string, name.utf8.count <= 64, name.utf8.first != 45, !name.isEmpty,
            name.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46 })
        else {
            report(.wrongValue, value, "a name is of small letters, digits, hyphens and dots, at most 64")
            return ""
        }
        return name
    }

    private mutating func read(_ key: Node, _ value: Node, into draft: inout Draft) {
        switch key.scalar?.string {
        case "name": break
        case "level": draft.level = choice(value, ProfileLevel.allCases, "the level", draft.name)
        case "version": draft.version = readVersion(value, draft.name)
        case "mode": draft.mode = choice(value, PolicyMode.allCases, "the mode", draft.name)
        case "lang": draft.language = word(value, Profile.languages, "the language", draft.name)
        case "for": draft.scopes = readScopes(value, draft.name)
        case "thresholds": draft.thresholds = readThresholds(value, draft.name)
        case "binding":
            draft.bindingNode = key
            draft.binding = readThresholds(value, draft.name)
        default: reportUnknown(key, among: ProfileReader.keys, what: "line of a profile", profile: draft.name)
        }
    }

    private mutating func choice<Value: RawRepresentable>(_ value: Node, _ all: [Value], _ what: String, _ profile: String) -> Value?
    where Value.RawValue == String {
        word(value, all.map(\.rawValue), what, profile).flatMap(Value.init(rawValue:))
    }

    private mutating func word(_ value: Node, _ words: [String], _ what: String, _ profile: String) -> String? {
        let word = value.scalar?.string ?? ""
        if words.contains(word) { return word }
        let nearest = Spelling.nearest(to: word, in: words).map { "; did you mean '\($0)'?" } ?? ""
        report(
            .wrongValue, value, profile: profile, "\(what) is one of \(words.joined(separator: ", ")), not '\(word)'\(nearest)")
        return nil
    }

    /// A version goes into header fields and reports: printable ASCII without what those would read as more.
    private mutating func readVersion(_ value: Node, _ profile: String) -> String {
        guard let text = value.scalar?.string, (1...64).contains(text.utf8.count),
            text.utf8.allSatisfy({ (33...126).contains($0) && ![0x2C, 0x3B, 0x40].contains($0) })
        else {
            report(
                .wrongValue, value, profile: profile,
                "a version is 1 to 64 characters of ASCII without blanks, commas, semicolons and at signs")
            return ""
        }
        return text
    }

    private mutating func readScopes(_ value: Node, _ profile: String) -> [ProfileScope]? {
        let nodes = value.sequence.map { Array($0) } ?? [value]
        guard nodes.count <= ProfileLimits.scopes else {
            report(.contradiction, value, profile: profile, "the profile is for more than \(ProfileLimits.scopes)")
            return nil
        }
        var scopes: [ProfileScope] = []
        for node in nodes {
            if let text = node.scalar?.string, let scope = ProfileScope(text) {
                scopes.append(scope)
            } else {
                report(
                    .wrongValue, node, profile: profile,
                    "whom a profile is for is \"@school.example\" (and all below), a block of numbers (\"+4930*\"), or a whole address or number"
                )
            }
        }
        if scopes.isEmpty { report(.wrongValue, value, profile: profile, "'for' is empty; leave it out where it is everybody") }
        return scopes.isEmpty ? nil : scopes
    }

    // MARK: Thresholds

    private mutating func readThresholds(_ value: Node, _ profile: String) -> [PolicyThreshold] {
        guard case .mapping(let channels) = value else {
            report(
                .wrongShape, value, profile: profile,
                "thresholds stand below a channel or default, a direction or default, and a disposition")
            return []
        }
        var lines: [PolicyThreshold] = []
        for (channelNode, directions) in channels {
            let name = channelNode.scalar?.string ?? ""
            guard name == "default" || self.channels.contains(name) else {
                reportUnknown(channelNode, among: self.channels + ["default"], what: "channel", profile: profile)
                continue
            }
            guard case .mapping(let directions) = directions else {
                report(.wrongShape, directions, profile: profile, "below a channel stands a direction or default")
                continue
            }
            for (directionNode, dispositions) in directions {
                let word = directionNode.scalar?.string ?? ""
                let direction = Direction(rawValue: word)
                guard direction != nil || word == "default" else {
                    reportUnknown(
                        directionNode, among: Direction.allCases.map(\.rawValue) + ["default"], what: "direction", profile: profile)
                    continue
                }
                guard case .mapping(let dispositions) = dispositions else {
                    report(.wrongShape, dispositions, profile: profile, "below a direction stand dispositions, each with a probability")
                    continue
                }
                for (key, probability) in dispositions {
                    guard lines.count < ProfileLimits.lines else {
                        report(.contradiction, key, profile: profile, "the profile has more than \(ProfileLimits.lines) lines")
                        return lines
                    }
                    let channel = name == "default" ? nil : Channel(rawValue: name)
                    if let line = readLine(key, probability, channel, direction, profile) { lines.append(line) }
                }
            }
        }
        return lines
    }

    private mutating func readLine(
        _ key: Node, _ value: Node, _ channel: Channel?, _ direction: Direction?, _ profile: String
    ) -> PolicyThreshold? {
        let word = key.scalar?.string ?? ""
        guard let disposition = Disposition(rawValue: word), PolicyThreshold.ladder.contains(disposition) else {
            if word == PolicyThreshold.laterBounce {
                report(.unknownKey, key, profile: profile, PolicyThreshold.noLaterBounce)
            } else {
                reportUnknown(key, among: PolicyThreshold.ladder.map(\.rawValue), what: "disposition", profile: profile)
            }
            return nil
        }
        let text = SettingKind.trimmed((value.scalar?.string ?? "")[...])
        var probability: Double?
        if text != "never" {
            guard let number = Unit.decimal(text), number <= 1 else {
                report(.wrongValue, value, profile: profile, "'\(text)' is not \(PolicyThreshold.accepts)")
                return nil
            }
            probability = number
        }
        if disposition == .discard, probability != nil, !settings[.policyAllowDiscard] {
            report(.contradiction, key, profile: profile, PolicyThreshold.noDiscard)
        }
        return PolicyThreshold(
            channel: channel, direction: direction, disposition: disposition, probability: probability, origin: origin(of: key))
    }
}
