internal import Messages

/// Reads settings from their three places into one, and collects everything wrong on the way.
struct SettingsReader {
    var settings: Settings
    var problems: [SettingProblem] = []
    let catalogue: SettingCatalogue
    /// Names set in the place that is being read, to find a name set twice there.
    var seen: [String: SettingOrigin] = [:]

    init(catalogue: SettingCatalogue) {
        self.catalogue = catalogue
        self.settings = Settings(catalogue: catalogue)
    }

    mutating func report(_ kind: SettingProblem.Kind, _ key: String, _ origin: SettingOrigin, _ message: String) {
        problems.append(SettingProblem(kind, key: key, origin: origin, message: message))
    }

    /// Takes one value under its dotted name; `path` turns a path of the file into one from where the program runs.
    mutating func take(_ name: String, _ raw: SettingKind.Raw, origin: SettingOrigin, path: (String) -> String = { $0 }) {
        if let earlier = seen.updateValue(origin, forKey: name), case .file = origin {
            report(.setTwice, name, origin, "set already at \(earlier)")
            return
        }
        if let key = catalogue[name] {
            do {
                var data = try key.kind.read(raw)
                if case .path = key.kind, case .text(let written) = data { data = .text(path(written)) }
                if case .list(.path) = key.kind, case .list(let written) = data { data = .list(written.map(path)) }
                settings.entries[name] = Settings.Entry(data: data, origin: origin)
            } catch {
                report(.wrongValue, name, origin, error.reason)
            }
        } else if let place = PolicyPlace(name) {
            takeThreshold(place, name, raw, origin: origin)
        } else if catalogue.isSection(name) {
            report(.wrongShape, name, origin, "this is a section; settings stand below it, not a value")
        } else {
            problems.append(unknown(name, origin: origin))
        }
    }

    private mutating func takeThreshold(_ place: PolicyPlace, _ name: String, _ raw: SettingKind.Raw, origin: SettingOrigin) {
        var probability: Double?
        switch raw {
        case .list:
            report(.wrongValue, name, origin, "one value is expected, not a list")
            return
        case .scalar(let text):
            if SettingKind.trimmed(text[...]) != "never" {
                guard let value = Unit.decimal(SettingKind.trimmed(text[...])), value <= 1 else {
                    report(.wrongValue, name, origin, "'\(text)' is not \(PolicyThreshold.accepts)")
                    return
                }
                probability = value
            }
        }
        settings.thresholds.removeAll {
            $0.channel == place.channel && $0.direction == place.direction && $0.disposition == place.disposition
        }
        settings.thresholds.append(
            PolicyThreshold(
                channel: place.channel, direction: place.direction, disposition: place.disposition, probability: probability, origin: origin
            ))
    }

    /// The complaint about a name, with advice for names that begin like a threshold.
    private func unknown(_ name: String, origin: SettingOrigin) -> SettingProblem {
        let words = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard words.count == 4, words[0] == "policy" else { return catalogue.unknown(name, origin: origin) }
        if words[3] == PolicyThreshold.laterBounce {
            return SettingProblem(.unknownKey, key: name, origin: origin, message: PolicyThreshold.noLaterBounce)
        }
        let directions = Direction.allCases.map(\.rawValue) + ["default"]
        let (word, known) =
            directions.contains(words[2]) ? (words[3], PolicyThreshold.ladder.map(\.rawValue)) : (words[2], directions)
        let nearest = Spelling.nearest(to: word, in: known).map { "; did you mean '\($0)'?" } ?? ""
        return SettingProblem(
            .unknownKey, key: name, origin: origin,
            message: "'\(word)' is not one of \(known.joined(separator: ", ")) (policy, channel, direction, disposition)\(nearest)")
    }

    mutating func read(environment: [String: String]) {
        seen = [:]
        if let folder = environment["XDG_STATE_HOME"], folder.hasPrefix("/") {
            settings.stateFolderByEnvironment = folder + "/chaffinch"
        } else if let home = environment["HOME"], home.hasPrefix("/") {
            settings.stateFolderByEnvironment = home + "/.local/state/chaffinch"
        }
        for (variable, value) in environment.sorted(by: { $0.key < $1.key }) where variable.hasPrefix("CHAFFINCH_") {
            if SettingsReader.otherVariables.contains(variable) { continue }
            if let key = catalogue.key(ofVariable: variable) {
                take(key.name, .scalar(value), origin: .variable(variable))
            } else if let name = SettingsReader.thresholdName(ofVariable: variable) {
                take(name, .scalar(value), origin: .variable(variable))
            } else {
                let hint = catalogue.suggestion(forVariable: variable).map { "; did you mean '\($0)'?" } ?? ""
                report(.unknownKey, "", .variable(variable), "no setting belongs to this variable\(hint)")
            }
        }
    }

    /// Variables that begin like settings and are none: the path of the settings file, and the folder of test data.
    static let otherVariables: Set<String> = ["CHAFFINCH_CONFIG", "CHAFFINCH_SHARED"]

    /// `CHAFFINCH_POLICY_SMS_TERMINATING_REJECT` names `policy.sms.terminating.reject`; a channel's hyphens are underscores.
    static func thresholdName(ofVariable variable: String) -> String? {
        let words = variable.lowercased().split(separator: "_")
        guard words.count >= 5, words[1] == "policy" else { return nil }
        let name = "policy.\(words[2..<words.count - 2].joined(separator: "-")).\(words[words.count - 2]).\(words[words.count - 1])"
        return PolicyPlace(name) == nil ? nil : name
    }

    mutating func read(flags: [SettingFlag]) {
        seen = [:]
        for flag in flags { take(flag.name, .scalar(flag.value), origin: .flag(flag.flag)) }
    }

    /// Looks at the shares of spam as a whole: channels that exist, none named twice.
    private mutating func checkSpamShares(_ channels: Set<Channel>) {
        let name = "filter.spam-share"
        var named: Set<Channel> = []
        for share in settings[.filterSpamShare] {
            if !channels.contains(share.channel) {
                report(.unknownKey, name, settings.origin(of: name), SettingsReader.unknown(share.channel, among: channels))
            }
            if !named.insert(share.channel).inserted {
                report(.contradiction, name, settings.origin(of: name), "the channel '\(share.channel)' has two shares; keep one")
            }
        }
    }

    /// What is said of a channel that does not exist.
    private static func unknown(_ channel: Channel, among channels: Set<Channel>) -> String {
        let nearest = Spelling.nearest(to: channel.rawValue, in: channels.map(\.rawValue).sorted())
        let hint = nearest.map { "did you mean '\($0)'? " } ?? ""
        return "no channel is called '\(channel)'; \(hint)Name a channel of your own in policy.channels first"
    }

    /// Looks at the thresholds as a whole: channels that exist, discard only where allowed, a harder disposition never before a milder.
    mutating func checkPolicy() {
        let channels = Set(Channel.known + settings[.policyChannels])
        checkSpamShares(channels)
        let drop = Setting<Bool>.milterDropRefused.key.name
        if settings[.milterDropRefused], !settings[.policyAllowDiscard] {
            report(.contradiction, drop, settings.origin(of: drop), PolicyThreshold.noDiscard)
        }
        for threshold in settings.policyThresholds {
            if let channel = threshold.channel, !channels.contains(channel) {
                report(.unknownKey, threshold.name, threshold.origin, SettingsReader.unknown(channel, among: channels))
            }
            if threshold.disposition == .discard, threshold.probability != nil, !settings[.policyAllowDiscard] {
                report(
                    .contradiction, threshold.name, threshold.origin,
                    PolicyThreshold.noDiscard)
            }
        }
        checkLadders()
    }

    private mutating func checkLadders() {
        let places = Set(settings.thresholds.map { Place(channel: $0.channel, direction: $0.direction) })
        for place in places.sorted(by: { $0.description < $1.description }) {
            let rungs = PolicyThreshold.ladder.compactMap { disposition in
                settings.threshold(for: disposition, channel: place.channel, direction: place.direction)
            }.filter { $0.probability != nil }
            for (milder, harder) in zip(rungs, rungs.dropFirst()) where (harder.probability ?? 1) < (milder.probability ?? 0) {
                // Said once, where somebody wrote one of the two, and not again wherever it is inherited.
                let own = [harder, milder].first { $0.channel == place.channel && $0.direction == place.direction }
                guard let own else { continue }
                report(
                    .contradiction, own.name, own.origin,
                    "on \(place) \(harder.disposition.rawValue) is due from \(PolicyThreshold.spelling(of: harder.probability)) on, before the milder \(milder.disposition.rawValue) from \(PolicyThreshold.spelling(of: milder.probability))"
                )
            }
        }
    }

    private struct Place: Hashable, CustomStringConvertible {
        var channel: Channel?
        var direction: Direction?
        var description: String { "\(channel?.rawValue ?? "default").\(direction?.rawValue ?? "default")" }
    }
}
