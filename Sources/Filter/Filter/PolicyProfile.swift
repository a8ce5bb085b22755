public import Messages
public import Settings

/// An operator's or a country's own definition of what is done with a verdict: per channel and direction, versioned.
///
/// The program holds no definition of its own beyond a careful default, and every new profile begins in observe-only mode: the
/// disposition is computed and recorded, and not carried out (X.1231: the administering body defines what counts as spam).
public struct PolicyProfile: Sendable {
    private let settings: Settings

    /// The profile that the settings describe.
    public init(_ settings: Settings) {
        self.settings = settings
    }

    /// The profile's version, recorded with each decision.
    public var version: String { settings[.policyVersion] }

    /// Whether dispositions are carried out.
    public var mode: PolicyMode { settings[.policyMode] }

    /// What is to be done with a message of this channel and direction whose verdict has this probability.
    ///
    /// Of all dispositions whose threshold is reached the strongest is due. The narrowest threshold stands for each of them.
    public func decision(probability: Double, channel: Channel, direction: Direction) -> Decision {
        let spamFrom = spamFrom(channel, direction)
        for disposition in PolicyThreshold.ladder.reversed() {
            guard let threshold = settings.threshold(for: disposition, channel: channel, direction: direction),
                let least = threshold.probability, probability >= least
            else { continue }
            return Decision(
                disposition: disposition, isCarriedOut: mode == .act, because: threshold.name, policy: version, spamFrom: spamFrom)
        }
        return Decision(disposition: .accept, isCarriedOut: mode == .act, because: nil, policy: version, spamFrom: spamFrom)
    }

    /// What is to be done with a message of this channel and direction of which this is thought.
    ///
    /// A rule that acts and says what is done goes before the thresholds. Of several the one with the higher standing decides, and of those the
    /// one that is written first.
    public func decision(on verdict: Verdict, channel: Channel, direction: Direction) -> Decision {
        var deciding: (hit: RuleHit, disposition: Disposition)?
        for hit in verdict.rules where hit.isActing {
            guard case .disposition(let disposition) = hit.effect else { continue }
            if deciding.map({ hit.standing < $0.hit.standing }) ?? true { deciding = (hit, disposition) }
        }
        guard let deciding else { return decision(probability: verdict.probability, channel: channel, direction: direction) }
        var decision = Decision(
            disposition: deciding.disposition, isCarriedOut: mode == .act, because: deciding.hit.name, policy: version,
            spamFrom: spamFrom(channel, direction))
        decision.place = deciding.hit.place
        return decision
    }

    /// The least probability at which a threshold is reached.
    private func spamFrom(_ channel: Channel, _ direction: Direction) -> Double? {
        settings.policyLadder(channel: channel, direction: direction).map(\.probability).min()
    }

    /// Whether a verdict of this probability makes a message spam on this channel: anything but acceptance is due.
    public func isSpam(probability: Double, channel: Channel, direction: Direction) -> Bool {
        decision(probability: probability, channel: channel, direction: direction).disposition != .accept
    }
}

/// What a policy makes of a verdict.
public struct Decision: Sendable, Hashable {
    /// What is to be done.
    public var disposition: Disposition
    /// Whether it is done, or only recorded.
    public var isCarriedOut: Bool
    /// The name of the threshold (`policy.email.default.tag`) or of the rule (`rule:late-parcel`) that decided; nothing when none was reached.
    public var because: String?
    /// Where the rule that decided is written; nothing where a threshold did.
    public var place: String?
    /// The version of the policy.
    public var policy: String
    /// From which probability on thresholds lead to anything but acceptance; nothing where they never do.
    public var spamFrom: Double?

    /// A decision.
    public init(disposition: Disposition, isCarriedOut: Bool, because: String?, policy: String, spamFrom: Double? = nil) {
        self.disposition = disposition
        self.isCarriedOut = isCarriedOut
        self.because = because
        self.policy = policy
        self.spamFrom = spamFrom
    }
}
