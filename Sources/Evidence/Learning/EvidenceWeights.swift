// How much each piece of evidence weighs in a verdict, as a table that people can read. Trusts nothing: a line of another form is refused.
public import Features

/// The weights of the evidence combiner (design section 4): a logistic regression over the content expert's log-odds and the findings of
/// the checks.
///
/// Its text has a line for each number: a name, a blank, the number with three decimals. `prior.mail` is the log-odds before anything is
/// known, `content.mail` the factor of the content expert's log-odds, the same for `text` and `social`; `language.en` is how far the expert is
/// believed on that language, `language.other` on one that it was not taught; every other name is a check's id.
public struct EvidenceWeights: Sendable, Hashable {
    /// What holds for all messages of one family of channels.
    public struct Family: Sendable, Hashable {
        /// The log-odds of spam before anything is known.
        public var prior: Double
        /// What the content expert's log-odds are multiplied with; never below zero.
        public var factor: Double

        /// The numbers of a family.
        public init(prior: Double = -0.5, factor: Double = 1) {
            self.prior = prior
            self.factor = factor
        }
    }

    /// The weight of each finding at strength 1, by the id of its check. A check that is not here keeps the weight it was written with.
    public var findings: [String: Double]
    private var families: [Family]
    /// How far the content expert is believed, from 0 to 1, by the first part of a language's tag. One that is not here is believed as
    /// `EvidenceWeights.otherLanguage` says, or wholly where that is not here either.
    public var languages: [String: Double] = [:]

    /// The name that stands for every language that is not named.
    public static let otherLanguage = "other"

    /// Weights of these findings; priors and factors are those of a combiner that was never fitted.
    public init(findings: [String: Double] = [:]) {
        self.findings = findings
        families = Array(repeating: Family(), count: ContentModel.slots)
    }

    /// The numbers of a family of channels.
    public subscript(family: ChannelFamily) -> Family {
        get { families[Int(family.rawValue)] }
        set { families[Int(family.rawValue)] = newValue }
    }

    /// How far the content expert is believed on a text in this language, before anything was taught where the program runs: with no word of
    /// it known, what is left is form and chance. A text whose language cannot be told is believed.
    public func trust(inLanguage tag: String?) -> Double {
        guard let tag else { return 1 }
        let language = String(tag.prefix { $0 != "-" })
        return languages[language] ?? languages[EvidenceWeights.otherLanguage] ?? 1
    }

    /// How far the content expert is believed on a message with this wording, or with one that nobody noted; `isTaught` where its language was
    /// taught by whoever asks.
    func trust(in wording: Wording?, isTaught: Bool) -> Double {
        guard let wording else { return 1 }
        let inLanguage = isTaught || wording.language.isEmpty ? 1 : trust(inLanguage: wording.language)
        return inLanguage * ContentExpert.trust(words: Int(wording.words))
    }

    /// What every number stays below: no sum over a message's findings comes near it.
    static let magnitude = 100.0
    /// How many lines a text may have.
    static let lines = 4096
    /// How long a name may be, in bytes.
    static let nameBytes = 128
    private static let languagePrefix = "language."
    /// Numbers are kept as whole thousandths.
    private static let unit = 1000.0

    /// The table's text, in the order of the names.
    public var text: String {
        var lines = findings.map { ($0.key, $0.value) }
        for family in ChannelFamily.allCases {
            lines.append(("prior.\(EvidenceWeights.name(family))", self[family].prior))
            lines.append(("content.\(EvidenceWeights.name(family))", self[family].factor))
        }
        lines += languages.map { ("\(EvidenceWeights.languagePrefix)\($0.key)", $0.value) }
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
            guard abs(number) < EvidenceWeights.magnitude else { return nil }
            set(String(fields[0]), to: number)
        }
        // The numbers of the families are written whether or not they were read.
        guard findings.count + languages.count + 2 * ChannelFamily.allCases.count <= EvidenceWeights.lines else { return nil }
    }

    private mutating func set(_ name: String, to number: Double) {
        for family in ChannelFamily.allCases {
            if name == "prior.\(EvidenceWeights.name(family))" {
                self[family].prior = number
                return
            }
            if name == "content.\(EvidenceWeights.name(family))" {
                self[family].factor = max(number, 0)
                return
            }
        }
        if name.hasPrefix(EvidenceWeights.languagePrefix) {
            languages[String(name.dropFirst(EvidenceWeights.languagePrefix.count))] = min(max(number, 0), 1)
            return
        }
        findings[name] = number
    }

    /// The same weights as their text says them.
    func rounded() -> EvidenceWeights {
        var weights = self
        weights.findings = findings.mapValues(EvidenceWeights.rounded)
        weights.languages = languages.mapValues(EvidenceWeights.rounded)
        weights.families = families.map { Family(prior: EvidenceWeights.rounded($0.prior), factor: EvidenceWeights.rounded($0.factor)) }
        return weights
    }

    /// The log-odds of a message: the prior, the content expert's part, and the shares of the findings.
    func logOdds(
        content: Double, findings: [WeighedFinding], family: ChannelFamily, wording: Wording? = nil, isTaught: Bool = false
    ) -> Double {
        let own = self[family]
        let weighed = findings.map { (id: $0.id, weight: $0.strength * (self.findings[$0.id] ?? 0)) }.filter { $0.weight != 0 }
            .sorted { abs($0.weight) > abs($1.weight) }
        var sum = own.prior + own.factor * ContentExpert.bounded(content * trust(in: wording, isTaught: isTaught))
        for (place, finding) in weighed.enumerated() {
            var share = 1.0
            for stronger in weighed[..<place] where (stronger.weight > 0) == (finding.weight > 0) {
                if Saturation.isSameKind(stronger.id, finding.id) { share *= Saturation.share }
            }
            sum += share * finding.weight
        }
        return sum
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
}

/// What a check found in a message: its id, and how many times its weight that is worth.
public struct WeighedFinding: Sendable, Hashable {
    /// The id of the check.
    public var id: String
    /// How many times the check's weight it is worth; above zero.
    public var strength: Double

    /// A finding.
    public init(id: String, strength: Double = 1) {
        self.id = id
        self.strength = strength
    }
}

/// How findings of one kind share their weight: the strongest counts whole, each further one half as much as the one before.
///
/// Checks of one kind look at the same thing from several sides, so that their findings come together. Of one kind are those whose ids have
/// the same first word and that speak for the same side. As no later one weighs more than an earlier one, a further finding never lowers
/// what its kind says.
public enum Saturation {
    /// What each further finding counts, compared with the one before.
    public static let share = 0.5

    /// Whether two ids have the same first word, the part before the full stop.
    public static func isSameKind(_ left: String, _ right: String) -> Bool {
        var others = right.utf8.makeIterator()
        for byte in left.utf8 {
            guard others.next() == byte else { return false }
            if byte == UInt8(ascii: ".") { return true }
        }
        return others.next() == nil
    }
}
