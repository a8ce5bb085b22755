/// How far one source of teaching is believed, as a setting writes it: `name:trust` or `name:trust:most-per-day`; the name `*` is every source
/// that is not named.
public struct SourceTrust: Sendable, Hashable, SettingElement {
    /// The name of the source; `*` is every other.
    public var name: String
    /// How far it is believed, from 0 to 1.
    public var trust: Double
    /// How many examples it may teach within a day; nothing is no bound.
    public var mostPerDay: Int?

    /// The name that stands for every other source.
    public static let others = "*"
    /// Whoever types commands.
    public static let command = "command"
    /// Whoever presses the button behind a link of a digest.
    public static let link = "link"
    /// Names of sources of our own, which nobody else is given.
    public static let reserved: Set<String> = [command, link, "feedback", "tell", "akismet", "local", "chaffinch"]
    /// What holds of links where nothing else is said: each recipient a few a day.
    public static let usualLinks = SourceTrust(name: link, trust: 0.5, mostPerDay: 50)

    /// Trust in a source.
    public init(name: String, trust: Double, mostPerDay: Int? = nil) {
        self.name = name
        self.trust = trust
        self.mostPerDay = mostPerDay
    }

    /// Name, trust and bound with colons between.
    public var spelling: String {
        "\(name):\(Unit.spelling(trust))" + (mostPerDay.map { ":\($0)" } ?? "")
    }

    /// Reads the setting's spelling.
    public init?(spelling: String) {
        let words = spelling.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard (2...3).contains(words.count), words[0] == SourceTrust.others || SourceTrust.isName(words[0]),
            let trust = Unit.decimal(words[1]), (0...1).contains(trust)
        else { return nil }
        self.init(name: words[0], trust: trust)
        guard words.count == 3 else { return }
        guard let most = Int(words[2]), (1...10_000_000).contains(most) else { return nil }
        mostPerDay = most
    }

    /// Whether a text can name a source: up to 64 small letters, digits, hyphens, underscores, dots and at signs.
    public static func isName(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || [45, 46, 64, 95].contains($0) }
    }
}
