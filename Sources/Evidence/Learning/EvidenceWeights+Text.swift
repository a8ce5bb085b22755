// The table of weights as text that people can read. Trusts nothing: a line of another form is refused.
internal import Features
internal import Messages

/// The text has a line for each number: a name, a blank, the number with three decimals.
///
/// - `prior.mail` is the log-odds before anything is known, `content.mail` the factor of the content expert's log-odds, `share.mail` the share of spam
///   that the prior was fitted for; the same for `text` and `social`, and with a channel's code for what that channel has of its own.
/// - `language.en` is how far the expert is believed on that language, `language.other` on one that it was not taught.
/// - `taught.ko.ham` and `taught.ko.spam` are how many messages of a language were taught where the program runs, `message.` with sixteen hexadecimal
///   digits is a message among them.
/// - Every other name is a check's id.
extension EvidenceWeights {
    /// What every number stays below: no sum over a message's findings comes near it.
    static let magnitude = 100.0
    /// How many lines a text may have.
    static let lines = 4096
    /// How long a name may be, in bytes.
    static let nameBytes = 128
    /// Numbers are kept as whole thousandths.
    private static let unit = 1000.0

    /// The table's text, in the order of the names.
    public var text: String {
        var lines = findings.map { ($0.key, $0.value) }
        for family in ChannelFamily.allCases {
            let name = EvidenceWeights.name(family)
            lines += [
                ("prior.\(name)", self[family].prior), ("content.\(name)", self[family].factor), ("share.\(name)", self[family].share),
            ]
        }
        for (channel, numbers) in own where EvidenceWeights.isNameable(channel) {
            for (name, number) in [("prior", numbers.prior), ("content", numbers.factor), ("share", numbers.share)] {
                if let number { lines.append(("\(name).\(channel)", number)) }
            }
        }
        lines += languages.map { ("language.\($0.key)", $0.value) }
        for (language, count) in lessons.counts {
            lines += [("taught.\(language).ham", count.ham), ("taught.\(language).spam", count.spam)]
        }
        lines += lessons.messages.map { ("message.\(TrainingExample.text(ofFingerprint: $0))", 1) }
        return lines.sorted { $0.0 < $1.0 }.map { "\($0.0) \(EvidenceWeights.decimal($0.1))\n" }.joined()
    }

    /// The weights that a text holds; nothing when a line has another form. Lines that begin with `#` are remarks.
    public init?(text: String) {
        self.init()
        let lines = text.split(separator: "\n", maxSplits: EvidenceWeights.lines)
        guard lines.count <= EvidenceWeights.lines else { return nil }
        for line in lines where !line.hasPrefix("#") {
            let fields = line.split(separator: " ", omittingEmptySubsequences: false)
            guard fields.count == 2, (1...EvidenceWeights.nameBytes).contains(fields[0].utf8.count), let read = Double(String(fields[1])),
                read.isFinite
            else { return nil }
            // As many decimals as are written again, so that a table stays the same from hand to hand.
            let number = EvidenceWeights.rounded(read)
            guard abs(number) < EvidenceWeights.magnitude, set(fields[0], to: number) else { return nil }
        }
        // The numbers of the families are written whether or not they were read, and both counts of a language.
        let written = findings.count + languages.count + 3 * own.count + 2 * lessons.counts.count + lessons.messages.count
        guard written + 3 * ChannelFamily.allCases.count <= EvidenceWeights.lines else { return nil }
    }

    /// Sets what a name stands for; false for one that cannot stand for anything.
    private mutating func set(_ name: Substring, to number: Double) -> Bool {
        let words = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard words.count == 2 else {
            findings[String(name)] = number
            return true
        }
        let rest = String(words[1])
        switch words[0] {
        case "prior", "content", "share": return setFamily(words[0], rest, number)
        case "language": languages[rest] = min(max(number, 0), 1)
        case "taught": return setLessons(rest, number)
        case "message":
            guard rest.utf8.count == 16, let key = UInt64(rest, radix: 16) else { return false }
            lessons.keep(key)
        default: findings[String(name)] = number
        }
        return true
    }

    /// Sets a number of a family, or of a channel: one that nobody knows yet is as good as any, but it must be spelt as a code.
    private mutating func setFamily(_ word: Substring, _ name: String, _ number: Double) -> Bool {
        let bounded = word == "content" ? max(number, 0) : word == "share" ? min(max(number, 0), 1) : number
        if let family = EvidenceWeights.family(named: name) {
            switch word {
            case "prior": self[family].prior = bounded
            case "content": self[family].factor = bounded
            default: self[family].share = bounded
            }
            return true
        }
        let channel = Channel(rawValue: name)
        guard channel.isCode else { return false }
        switch word {
        case "prior": own[channel, default: Own()].prior = bounded
        case "content": own[channel, default: Own()].factor = bounded
        default: own[channel, default: Own()].share = bounded
        }
        return true
    }

    private mutating func setLessons(_ name: String, _ number: Double) -> Bool {
        let words = name.split(separator: ".", omittingEmptySubsequences: false)
        guard words.count == 2, LanguageLessons.isLanguage(words[0]), (0...LanguageLessons.Count.most).contains(number) else {
            return false
        }
        switch words[1] {
        case "ham": lessons.counts[String(words[0]), default: .init()].ham = number
        case "spam": lessons.counts[String(words[0]), default: .init()].spam = number
        default: return false
        }
        return true
    }

    /// The same weights as their text says them.
    func rounded() -> EvidenceWeights {
        var weights = self
        weights.findings = findings.mapValues(EvidenceWeights.rounded)
        weights.languages = languages.mapValues(EvidenceWeights.rounded)
        weights.families = families.map {
            Family(
                prior: EvidenceWeights.rounded($0.prior), factor: EvidenceWeights.rounded($0.factor),
                share: EvidenceWeights.rounded($0.share))
        }
        weights.own = own.mapValues {
            Own(
                prior: $0.prior.map(EvidenceWeights.rounded), factor: $0.factor.map(EvidenceWeights.rounded),
                share: $0.share.map(EvidenceWeights.rounded))
        }
        return weights
    }

    private static func rounded(_ number: Double) -> Double { (number * unit).rounded() / unit }

    private static func decimal(_ number: Double) -> String {
        let thousandths = Int((abs(number) * unit).rounded())
        let rest = String(thousandths % 1000)
        let sign = number < 0 && thousandths > 0 ? "-" : ""
        return "\(sign)\(thousandths / 1000).\(String(repeating: "0", count: 3 - rest.utf8.count))\(rest)"
    }

    private static func name(_ family: ChannelFamily) -> String {
        switch family {
        case .mail: "mail"
        case .text: "text"
        case .social: "social"
        }
    }

    /// Whether a channel can have lines of its own: one that is called as a family is could not be told from it.
    static func isNameable(_ channel: Channel) -> Bool { channel.isCode && family(named: channel.rawValue) == nil }

    private static func family(named name: String) -> ChannelFamily? {
        ChannelFamily.allCases.first { EvidenceWeights.name($0) == name }
    }
}
