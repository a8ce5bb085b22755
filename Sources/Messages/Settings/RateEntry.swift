internal import Messages

/// A limit on how often something may occur, as a setting writes it: `bulk sender 200/1h burst 50 weight 1.5`. A name, what is counted, how many in
/// what time, and if you like how many at once, and what it says or does beyond. The last word `observe` has an action only noted.
public struct RateEntry: Sendable, Hashable, SettingElement {
    /// What is counted.
    public enum Subject: String, Sendable, Hashable, CaseIterable {
        /// The author of a mail, the sender of anything else.
        case sender
        /// The registrable domain of the author.
        case domain
        /// The address of the host that handed the message over.
        case address
        /// Its network: 24 bits, of IPv6 48.
        case network
        /// The account that the client logged in to, or that a platform names.
        case account
        /// Each recipient.
        case recipient
        /// The alphanumeric sender id or the short code of a text message.
        case senderID = "sender-id"
        /// Each host that the message links to.
        case linkHost = "link-host"
    }

    /// What comes of a message beyond the limit.
    public enum Effect: Sendable, Hashable {
        /// It is noted, and rules can ask for it.
        case note
        /// So much is added to the log-odds of spam, in thousandths.
        case weight(Int)
        /// This is done, where the policy acts.
        case action(String)
    }

    /// Its name: small letters, digits, hyphens.
    public var name: String
    /// What is counted.
    public var subject: Subject
    /// How many in the time.
    public var count: Int
    /// The time.
    public var time: Duration
    /// How many at once.
    public var burst: Int
    /// What comes of a message beyond it.
    public var effect: Effect
    /// Whether an action is only noted.
    public var isWatched: Bool

    static let accepts =
        "a limit such as 'bulk sender 200/1h burst 50 weight 1.5': a name, one of \(Subject.allCases.map(\.rawValue).joined(separator: ", ")), a number and a time, and if you like burst N, weight W or one of \(actions.joined(separator: ", ")), observe"

    /// What may be done; to accept more of what comes too often makes no sense, and what is dropped silently is nobody's to correct.
    static let actions = ["tag", "quarantine", "defer", "reject"]
    /// How many there may be in the time, or at once.
    static let counts = 1...1_000_000
    /// The times.
    static let times = Duration.seconds(1)...Duration.seconds(30 * 86_400)
    /// The weights, as rules have them.
    static let weights = -12.0...12.0

    /// The words with a blank between.
    public var spelling: String {
        var words = [name, subject.rawValue, "\(count)/\(Unit.spelling(time).filter { $0 != " " })"]
        if burst != count { words += ["burst", "\(burst)"] }
        switch effect {
        case .note: break
        case .weight(let thousandths):
            words += ["weight", "\(thousandths < 0 ? "-" : "")\(Unit.spelling(Double(thousandths.magnitude) / 1000))"]
        case .action(let action): words.append(action)
        }
        if isWatched { words.append("observe") }
        return words.joined(separator: " ")
    }

    /// Reads the setting's spelling.
    public init?(spelling: String) {
        var words = spelling.split(whereSeparator: \.isWhitespace).map(String.init)[...]
        guard words.count >= 3, SettingKind.isCode(words[0]), let subject = Subject(rawValue: words[1]) else { return nil }
        let rate = words[2].split(separator: "/", omittingEmptySubsequences: false)
        guard rate.count == 2, let count = Int(rate[0]), RateEntry.counts.contains(count), let time = Unit.duration(String(rate[1])),
            RateEntry.times.contains(time)
        else { return nil }
        (name, self.subject, self.count, self.time) = (words[0], subject, count, time)
        (burst, effect, isWatched) = (count, .note, false)
        words = words.dropFirst(3)
        if words.first == "burst" {
            guard let burst = words.dropFirst().first.flatMap({ Int($0) }), RateEntry.counts.contains(burst) else { return nil }
            self.burst = burst
            words = words.dropFirst(2)
        }
        if words.first == "weight" {
            guard let thousandths = words.dropFirst().first.flatMap(RateEntry.thousandths) else { return nil }
            effect = .weight(thousandths)
            words = words.dropFirst(2)
        } else if let action = words.first, RateEntry.actions.contains(action) {
            effect = .action(action)
            words = words.dropFirst()
        }
        if words.first == "observe", effect != .note {
            isWatched = true
            words = words.dropFirst()
        }
        guard words.isEmpty else { return nil }
    }

    private static func thousandths(_ word: String) -> Int? {
        let isNegative = word.hasPrefix("-")
        guard let number = Unit.decimal(String(isNegative ? word.dropFirst() : word[...])) else { return nil }
        let weight = isNegative ? -number : number
        guard weights.contains(weight), weight != 0 else { return nil }
        return Int((weight * 1000).rounded())
    }
}
