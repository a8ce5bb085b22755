/// What a message is about when it is spam. An open set: policy profiles of a country may name more.
public struct ThreatClass: RawRepresentable, Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The class's stable code, in lower case.
    public let rawValue: String

    /// The class with this code.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Not spam.
    public static let none = ThreatClass(rawValue: "none")
    /// Unsolicited advertising, whatever is sold.
    public static let advertising = ThreatClass(rawValue: "advertising")
    /// Mail to many that its readers may have asked for; a wish of the reader's, not an attack.
    public static let bulk = ThreatClass(rawValue: "bulk")
    /// A trick to learn a secret: password, code, card.
    public static let phishing = ThreatClass(rawValue: "phishing")
    /// A trick to be paid: advance fees, prizes, romance, false relatives, false investments.
    public static let scam = ThreatClass(rawValue: "scam")
    /// A carrier of harmful programs.
    public static let malware = ThreatClass(rawValue: "malware")
    /// Offers of sexual content.
    public static let adult = ThreatClass(rawValue: "adult")
    /// Betting and games for money.
    public static let gambling = ThreatClass(rawValue: "gambling")
    /// Spam of a kind that the evidence does not tell.
    public static let unspecified = ThreatClass(rawValue: "unspecified")

    /// The classes that ship.
    public static let known: [ThreatClass] = [
        .none, .advertising, .bulk, .phishing, .scam, .malware, .adult, .gambling, .unspecified,
    ]

    /// The code.
    public var description: String { rawValue }

    /// In the order of their codes.
    public static func < (left: ThreatClass, right: ThreatClass) -> Bool {
        left.rawValue < right.rawValue
    }
}
