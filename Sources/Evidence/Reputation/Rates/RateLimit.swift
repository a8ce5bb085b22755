public import Localization
public import Messages
public import Settings

/// A limit on how often something may occur: a bucket of tokens for each sender, address or whatever is counted.
public struct RateLimit: Sendable, Hashable {
    /// What is counted.
    public typealias Subject = RateEntry.Subject

    /// What comes of a message beyond the limit.
    public enum Effect: Sendable, Hashable {
        /// It is noted.
        case note
        /// So much is added to the log-odds of spam.
        case weight(Double)
        /// This is done.
        case disposition(Disposition)
    }

    /// Its name.
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
    /// Whether that comes of it, or is only noted.
    public var isActing: Bool

    /// A limit; as many at once as in the whole time, and only noted, unless something else is said.
    public init(
        _ name: String, _ subject: Subject, _ count: Int, in time: Duration, burst: Int? = nil, effect: Effect = .note,
        isActing: Bool = true
    ) {
        self.name = name
        self.subject = subject
        self.count = max(1, count)
        self.time = time
        self.burst = max(1, burst ?? count)
        self.effect = effect
        self.isActing = isActing
    }

    /// What its evidence is called.
    public var id: String { "rate." + name }

    /// What is said to a person: {1} is what came too often.
    public var sentence: Sentence {
        Sentence(
            id,
            en: "{1} comes more often than the limit \(name) allows.",
            fr: "{1} revient plus souvent que la limite \(name) ne le permet.",
            es: "{1} llega más a menudo de lo que permite el límite \(name).",
            ru: "{1} встречается чаще, чем разрешает предел \(name).",
            ar: "{1} يتكرر أكثر مما يسمح به الحد \(name).",
            zh: "{1} 出现的次数超过了限额 \(name)。")
    }
}

/// Something that a message has too much of.
public struct RateExcess: Sendable, Hashable {
    /// The limit.
    public var limit: RateLimit
    /// What came too often.
    public var value: String

    /// The evidence for it; nothing where it has no weight, or is only watched.
    public var evidence: Evidence {
        let weight: Double = if case .weight(let weight) = limit.effect, limit.isActing { weight } else { 0 }
        // Who else got a message, and who logged in, is nothing for whoever reads the reasons.
        let isOurs = limit.subject == .recipient || limit.subject == .account
        return Evidence(
            id: limit.id, layer: .equipment, weight: weight, details: [isOurs ? limit.subject.rawValue : HistorySign.printable(value)])
    }
}
