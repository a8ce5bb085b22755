internal import Messages
internal import Yams

// The sections of a profile, each with its lines and their ranges.
extension ProfileReader {
    mutating func readCountry(_ node: Node) {
        for (name, _, value) in entries(node, "line of 'country'", among: ["title", "code", "step"]) {
            switch name {
            case "title": profile.title = text(value, name) ?? ""
            case "code":
                profile.country = text(value, name) ?? ""
                if profile.country.utf8.count != 2 || !profile.country.utf8.allSatisfy({ (65...90).contains($0) }) {
                    report(value, "'code' is two capital letters (ISO 3166-1); XA to XZ are kept for what does not exist")
                }
            default:
                profile.step = number(value, 1...24, name).map { Int($0) } ?? 24
                if ![1, 2, 3, 4, 6, 8, 12, 24].contains(profile.step) { report(value, "'step' is 1, 2, 3, 4, 6, 8, 12 or 24 hours") }
            }
        }
        if profile.country.isEmpty || profile.title.isEmpty { report(node, "the section 'country' needs 'title' and 'code'") }
    }

    // MARK: Channels

    private static let channelKeys = [
        "spam", "ham", "size", "campaigns", "tail", "days", "spread", "focus", "hardness", "source-kind", "sources", "zombies", "forged",
        "reporting",
        "traps", "classes",
    ]

    mutating func readChannels(_ node: Node) {
        for (name, key, value) in entries(node, "channel") {
            var channel = SimulationProfile.ChannelProfile(channel: Channel(rawValue: name))
            if !channel.channel.isCode { report(key, "'\(name)' is no code of a channel: small letters, digits, hyphens") }
            for (line, _, value) in entries(value, "line of a channel", among: ProfileReader.channelKeys) {
                read(line, value, into: &channel)
            }
            if channel.classes.isEmpty { report(key, "'\(name)' needs 'classes': 'advertising: 3, scam: 1'") }
            profile.channels.append(channel)
        }
    }

    private mutating func read(_ line: String, _ value: Node, into channel: inout SimulationProfile.ChannelProfile) {
        func set(_ range: ClosedRange<Double>, _ path: WritableKeyPath<SimulationProfile.ChannelProfile, Double>) {
            if let number = number(value, range, line) { channel[keyPath: path] = number }
        }
        switch line {
        case "spam": set(0...SimulationLimits.messages, \.spam)
        case "ham": set(0...SimulationLimits.messages, \.ham)
        case "size": set(1...1e9, \.size)
        case "campaigns": set(0.01...SimulationLimits.campaigns, \.campaigns)
        case "tail": set(1.01...10, \.tail)
        case "days": set(0.1...Double(SimulationLimits.campaignDays), \.days)
        case "spread": set(0...2, \.spread)
        case "focus": set(0...3, \.focus)
        case "hardness": set(0...3, \.hardness)
        case "source-kind": channel.sourceKind = choice(value, line) ?? .network
        case "sources": channel.sources = number(value, 5...Double(SimulationLimits.sources), line).map { Int($0) } ?? 200
        case "zombies": set(0...1, \.zombies)
        case "forged": set(0...1, \.forged)
        case "reporting": set(0...1, \.reporting)
        case "traps": set(0...1e7, \.traps)
        default:
            channel.classes = weights(value, "class")
            if channel.classes.contains(where: { $0.code == ThreatClass.none.rawValue }) { report(value, "'none' is no class of spam") }
        }
    }

    // MARK: Operators

    mutating func readOperators(_ node: Node) {
        let found = entries(node, "operator")
        if found.count > SimulationLimits.operators { report(node, "there are more than \(SimulationLimits.operators) operators") }
        for (name, key, value) in found.prefix(SimulationLimits.operators) {
            var served = SimulationProfile.OperatorProfile(code: name)
            for (line, _, value) in entries(
                value, "line of an operator", among: ["subscribers", "returns", "sampling", "exposure", "filter"])
            {
                switch line {
                case "subscribers":
                    for (channel, _, count) in entries(value, "channel") {
                        served.subscribers[Channel(rawValue: channel)] = number(count, 1...SimulationLimits.subscribers, channel)?.rounded()
                    }
                case "returns": served.returns = choice(value, line) ?? .none
                case "sampling": served.sampling = number(value, 1e-6...1, line) ?? 1
                case "exposure": served.exposure = number(value, 0.01...100, line) ?? 1
                default: served.filter = readFilter(value)
                }
            }
            if served.subscribers.isEmpty { report(key, "'\(name)' needs 'subscribers': 'email: 100000'") }
            profile.operators.append(served)
        }
    }

    private mutating func readFilter(_ node: Node) -> SimulationProfile.FilterProfile {
        var filter = SimulationProfile.FilterProfile()
        let keys = ["recall", "false-positives", "accuracy", "sensitivity", "specificity", "audit"]
        for (line, _, value) in entries(node, "line of a filter", among: keys) {
            switch line {
            case "recall": filter.recall = number(value, 0.1...1, line) ?? 1
            case "false-positives": filter.falsePositives = number(value, 0...0.5, line) ?? 0
            case "accuracy": filter.accuracy = number(value, 0.4...1, line) ?? 1
            case "sensitivity": filter.sensitivity = number(value, 0.2...1, line) ?? 1
            case "specificity": filter.specificity = number(value, 0.85...1, line) ?? 1
            default: filter.audit = number(value, 50...1e6, line).map { Int($0) } ?? 1000
            }
        }
        return filter
    }

    // MARK: Carriers and events

    mutating func readCarriers(_ node: Node) {
        for (name, key, value) in entries(node, "carrier").prefix(SimulationLimits.codes) {
            var carrier = SimulationProfile.Carrier(code: name, country: "", share: 0, confirms: false)
            for (line, _, value) in entries(value, "line of a carrier", among: ["country", "share", "confirms"]) {
                switch line {
                case "country": carrier.country = text(value, line) ?? ""
                case "share": carrier.share = number(value, 0...1, line) ?? 0
                default: carrier.confirms = flag(value, line) ?? false
                }
            }
            if carrier.country.utf8.count != 2 { report(key, "'\(name)' needs a 'country' of two capital letters") }
            profile.carriers.append(carrier)
        }
    }

    mutating func readEvents(_ node: Node) {
        for (name, key, value) in entries(node, "event").prefix(SimulationLimits.codes) {
            var event = SimulationProfile.Event(name: name, from: .max, to: .min)
            for (line, _, value) in entries(value, "line of an event", among: ["from", "to", "spam", "ham", "classes", "channels"]) {
                switch line {
                case "from": event.from = day(value, line) ?? .max
                case "to": event.to = day(value, line).map { $0 + 1 } ?? .min
                case "spam": event.spam = number(value, 0...100, line) ?? 1
                case "ham": event.ham = number(value, 0...100, line) ?? 1
                case "classes": event.classes = Set(codes(value, line).map { ThreatClass(rawValue: $0) })
                default: event.channels = Set(codes(value, line).map { Channel(rawValue: $0) })
                }
            }
            if event.from >= event.to { report(key, "'\(name)' needs 'from' and 'to', the first and the last day, in this order") }
            profile.events.append(event)
        }
    }

    private mutating func codes(_ node: Node, _ what: String) -> [String] {
        guard case .sequence(let items) = node, items.allSatisfy({ ProfileReader.isCode($0.scalar?.string ?? "") }) else {
            report(node, "'\(what)' is a list of codes: [scam, phishing]")
            return []
        }
        return items.compactMap { $0.scalar?.string }
    }
}
