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
    /// In this order: the operator's rules whose standing is protected or binding; what recipients say by their own lists; the operator's
    /// other rules; the thresholds. Of several rules of one standing the one that is written first decides.
    /// - Parameters:
    ///   - recipient: the one for whom it is asked; where nobody is named, one answer has to do for all, and it is the gentlest of theirs.
    public func decision(on verdict: Verdict, channel: Channel, direction: Direction, for recipient: Party? = nil) -> Decision {
        var decision = ruling(on: verdict, channel, direction, for: recipient)
        decision.spamFrom = spamFrom(channel, direction)
        return decision
    }

    private func ruling(on verdict: Verdict, _ channel: Channel, _ direction: Direction, for recipient: Party?) -> Decision {
        if let rule = deciding(in: verdict), rule.hit.standing < .usual { return decision(rule) }
        let said = verdict.recipients.hits.filter { $0.isActing && (recipient == nil || $0.recipient == recipient) }
        if recipient != nil, let hit = said.first { return decision(hit) }
        let usual = usual(verdict, channel, direction)
        guard recipient == nil, let first = said.first else { return usual }
        // Those who say nothing, and those whose lists are only watched, have what is usual.
        let haveAllSaid = !verdict.recipients.hasOthers && said.count == verdict.recipients.hits.count
        var gentlest = haveAllSaid ? decision(first) : usual
        for hit in said where PolicyProfile.isGentler(hit.disposition, gentlest.disposition) { gentlest = decision(hit) }
        return gentlest
    }

    private func usual(_ verdict: Verdict, _ channel: Channel, _ direction: Direction) -> Decision {
        if let rule = deciding(in: verdict) { return decision(rule) }
        return decision(probability: verdict.probability, channel: channel, direction: direction)
    }

    private typealias Deciding = (hit: RuleHit, disposition: Disposition)

    /// The rule of the operator's that decides, where one does.
    private func deciding(in verdict: Verdict) -> Deciding? {
        var deciding: Deciding?
        for hit in verdict.rules where hit.isActing {
            guard case .disposition(let disposition) = hit.effect else { continue }
            if deciding.map({ hit.standing < $0.hit.standing }) ?? true { deciding = (hit, disposition) }
        }
        return deciding
    }

    private func decision(_ deciding: Deciding) -> Decision {
        decision(deciding.disposition, because: deciding.hit.name, at: deciding.hit.place)
    }

    private func decision(_ hit: RecipientHit) -> Decision { decision(hit.disposition, because: hit.name, at: hit.place) }

    private func decision(_ disposition: Disposition, because: String, at place: String) -> Decision {
        var decision = Decision(disposition: disposition, isCarriedOut: mode == .act, because: because, policy: version)
        decision.place = place
        return decision
    }

    private static func isGentler(_ left: Disposition, _ right: Disposition) -> Bool {
        Disposition.allCases.firstIndex(of: left) ?? 0 < Disposition.allCases.firstIndex(of: right) ?? 0
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
    /// The name of the threshold (`policy.email.default.tag`), of the rule (`rule:late-parcel`), or of a recipient's list
    /// (`recipient:deny`) that decided; nothing when none was reached.
    public var because: String?
    /// Where the rule or the list that decided is written; nothing where a threshold did.
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
