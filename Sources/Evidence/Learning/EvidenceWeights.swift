// How much each piece of evidence weighs in a verdict. `EvidenceWeights+Text` has the table that people can read.
public import Features
public import Messages

/// The weights of the evidence combiner (design section 4): a logistic regression over the content expert's log-odds and the findings of
/// the checks.
///
/// Log-odds before anything is known and the content expert's factor belong to a channel: its own where there are any, those of its family
/// otherwise. That is the calibration: content and prior together are Platt's curve of the channel, pulled towards that of the family.
public struct EvidenceWeights: Sendable, Hashable {
    /// What holds for all messages of one family of channels, or of one channel.
    public struct Family: Sendable, Hashable {
        /// The log-odds of spam before anything is known.
        public var prior: Double
        /// What the content expert's log-odds are multiplied with; never below zero.
        public var factor: Double
        /// The share of spam that the prior was fitted for.
        public var share: Double

        /// The numbers of a family.
        public init(prior: Double = -0.5, factor: Double = 1, share: Double = 0.38) {
            self.prior = prior
            self.factor = factor
            self.share = share
        }
    }

    /// What one channel has of its own; the rest is its family's.
    struct Own: Sendable, Hashable {
        var prior: Double?
        var factor: Double?
        var share: Double?
    }

    /// The weight of each finding at strength 1, by the id of its check. A check that is not here keeps the weight it was written with.
    public var findings: [String: Double]
    var families: [Family]
    /// What channels have of their own. An open set: any code may stand here.
    var own: [Channel: Own] = [:]
    /// How far the content expert is believed, from 0 to 1, by the first part of a language's tag. One that is not here is believed as
    /// `EvidenceWeights.otherLanguage` says, or wholly where that is not here either.
    public var languages: [String: Double] = [:]
    /// What was taught where the program runs, in languages on which the content expert is not wholly believed.
    var lessons = LanguageLessons()

    /// Weights of these findings; priors and factors are those of a combiner that was never fitted.
    public init(findings: [String: Double] = [:]) {
        self.findings = findings
        families = Array(repeating: Family(), count: ContentModel.slots)
        for family in ChannelFamily.allCases { families[Int(family.rawValue)].share = AssumedShare.of(family) }
    }

    /// The numbers of a family of channels.
    public subscript(family: ChannelFamily) -> Family {
        get { families[Int(family.rawValue)] }
        set { families[Int(family.rawValue)] = newValue }
    }

    /// The numbers of a channel: its own, and its family's for what it has not.
    public subscript(channel: Channel) -> Family {
        get { numbers(of: channel, in: ChannelFamily(channel)) }
        set { own[channel] = Own(prior: newValue.prior, factor: newValue.factor, share: newValue.share) }
    }

    /// The channels with numbers of their own.
    public var channels: [Channel] { own.keys.sorted() }

    /// The numbers of a channel of this family; those of the family where nobody noted the channel.
    func numbers(of channel: Channel?, in family: ChannelFamily) -> Family {
        let common = self[family]
        guard let channel, let own = own[channel] else { return common }
        return Family(prior: own.prior ?? common.prior, factor: own.factor ?? common.factor, share: own.share ?? common.share)
    }

    /// The weights for places where another share of these channels' messages is spam: by Bayes' theorem every log-odds there moves by the
    /// difference of the two shares' log-odds, and nothing else changes.
    public func assuming(_ shares: [Channel: Double]) -> EvidenceWeights {
        var weights = self
        for (channel, share) in shares {
            var numbers = self[channel]
            numbers.prior += AssumedShare.logOdds(share) - AssumedShare.logOdds(numbers.share)
            numbers.share = share
            weights[channel] = numbers
        }
        return weights
    }

    /// The log-odds of a message: the prior, the content expert's part, and the shares of the findings.
    func logOdds(content: Double, findings: [WeighedFinding], on message: MessageTraits, isTaught: Bool = false) -> Double {
        let own = numbers(of: message.channel, in: message.family)
        let weighed = findings.map { (id: $0.id, weight: $0.strength * (self.findings[$0.id] ?? 0)) }.filter { $0.weight != 0 }
            .sorted { abs($0.weight) > abs($1.weight) }
        var sum = own.prior + own.factor * ContentExpert.bounded(content * trust(in: message, isTaught: isTaught))
        for (place, finding) in weighed.enumerated() {
            var share = 1.0
            for stronger in weighed[..<place] where (stronger.weight > 0) == (finding.weight > 0) {
                if Saturation.isSameKind(stronger.id, finding.id) { share *= Saturation.share }
            }
            sum += share * finding.weight
        }
        return sum
    }
}

/// What the combiner must know of a message beside its content and findings.
struct MessageTraits: Sendable, Hashable {
    var family: ChannelFamily
    /// How it travelled; nothing where nobody noted it.
    var channel: Channel?
    /// How much there is to read in it, in what language; nothing where nobody noted it.
    var wording: Wording?
    /// Names what it says; zero when it says nothing, or nobody noted it.
    var contentKey: UInt64 = 0
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
