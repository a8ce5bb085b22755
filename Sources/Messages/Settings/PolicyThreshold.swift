public import Messages

/// From which probability on a disposition is due, on one channel and direction.
///
/// In the file: `policy`, the channel or `default`, the direction or `default`, the disposition; the value is a probability or
/// `never`. What a channel and direction leaves open is taken from the channel's default, then from the direction's, then from the
/// default of both.
public struct PolicyThreshold: Sendable, Hashable, Comparable {
    /// The channel; nothing stands for every channel that says nothing itself.
    public var channel: Channel?
    /// The direction; nothing stands for every direction that says nothing itself.
    public var direction: Direction?
    /// What is done: tag, quarantine, reject, or discard where that is allowed.
    public var disposition: Disposition
    /// The least probability at which it is done; nothing is never.
    public var probability: Double?
    /// Where the threshold was set.
    public var origin: SettingOrigin

    /// The dispositions that thresholds lead to, the mildest first.
    public static let ladder: [Disposition] = [.tag, .quarantine, .reject, .discard]

    static let documentation = "From which probability on the disposition is due on this channel and direction."
    static let accepts = "a probability from 0 to 1, or never"
    static let noDiscard = "messages are dropped silently only where policy.allow-discard is true; reject tells the sender"
    /// What X.1240 calls the fifth disposition; there is none here, and whoever writes it down is told why.
    static let laterBounce = "bounce"
    static let noLaterBounce =
        "nothing is bounced after it was taken: senders of spam are forged, and the bounce goes to somebody who sent nothing (docs/policy.md); reject refuses in the session, and the sender's own server tells them"

    static func builtIn(_ disposition: Disposition) -> Double? {
        switch disposition {
        case .tag: 0.5
        case .quarantine: 0.9
        case .reject: 0.99
        default: nil
        }
    }

    static var defaults: [PolicyThreshold] {
        ladder.map { PolicyThreshold(channel: nil, direction: nil, disposition: $0, probability: builtIn($0), origin: .builtIn) }
    }

    static func spelling(of probability: Double?) -> String { probability.map { Unit.spelling($0) } ?? "never" }

    /// The key that sets it: `policy.email.terminating.reject`.
    public var name: String {
        "policy.\(channel?.rawValue ?? "default").\(direction?.rawValue ?? "default").\(disposition.rawValue)"
    }

    /// In the order of channel, direction, and ladder; the default first.
    public static func < (left: PolicyThreshold, right: PolicyThreshold) -> Bool {
        let leftPlace = (left.channel?.rawValue ?? "", left.direction?.rawValue ?? "")
        let rightPlace = (right.channel?.rawValue ?? "", right.direction?.rawValue ?? "")
        if leftPlace != rightPlace { return leftPlace < rightPlace }
        return ladder.firstIndex(of: left.disposition) ?? 0 < ladder.firstIndex(of: right.disposition) ?? 0
    }

    /// The part of the example file that shows thresholds.
    static var example: String {
        """
          # Thresholds: channel or default; direction (terminating, originating, transit) or default; disposition.
          # Each accepts \(accepts).
          default:
            default:
              tag: \(spelling(of: builtIn(.tag)))
              quarantine: \(spelling(of: builtIn(.quarantine)))
              reject: \(spelling(of: builtIn(.reject)))
          # sms:
          #   terminating:
          #     reject: never

        """
    }
}

/// A dotted name taken for a place of a threshold.
struct PolicyPlace {
    var channel: Channel?
    var direction: Direction?
    var disposition: Disposition

    /// Reads `policy.<channel>.<direction>.<disposition>`; nothing when the form does not fit.
    init?(_ name: String) {
        let words = name.split(separator: ".", omittingEmptySubsequences: false)
        guard words.count == 4, words[0] == "policy", SettingKind.isCode(words[1]) else { return nil }
        guard let disposition = Disposition(rawValue: String(words[3])), PolicyThreshold.ladder.contains(disposition) else { return nil }
        if words[2] != "default" {
            guard let direction = Direction(rawValue: String(words[2])) else { return nil }
            self.direction = direction
        }
        self.channel = words[1] == "default" ? nil : Channel(rawValue: String(words[1]))
        self.disposition = disposition
    }
}

extension Settings {
    /// The threshold that holds for a disposition on a channel and direction, after falling back to the defaults; nothing when none is
    /// set anywhere.
    public func threshold(for disposition: Disposition, channel: Channel?, direction: Direction?) -> PolicyThreshold? {
        let places: [(Channel?, Direction?)] = [(channel, direction), (channel, nil), (nil, direction), (nil, nil)]
        for (channel, direction) in places {
            // By places: this is asked for each message, and a threshold is much to copy.
            for place in thresholds.indices
            where thresholds[place].disposition == disposition && thresholds[place].direction == direction
                && thresholds[place].channel == channel
            {
                return thresholds[place]
            }
        }
        return nil
    }

    /// The dispositions that can be due on a channel and direction with the probability from which each is, the mildest first.
    public func policyLadder(channel: Channel, direction: Direction) -> [(disposition: Disposition, probability: Double)] {
        PolicyThreshold.ladder.compactMap { disposition in
            threshold(for: disposition, channel: channel, direction: direction)?.probability.map { (disposition, $0) }
        }
    }
}
