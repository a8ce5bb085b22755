public import Messages

/// What share of a channel's messages is spam, as a setting writes it: `channel:share`.
public struct SpamShare: Sendable, Hashable, SettingElement {
    /// The channel.
    public var channel: Channel
    /// The share, between 0 and 1.
    public var share: Double

    /// Between what a share lies: nearer to 0 or 1 no message could change a verdict.
    static let range = 0.0001...0.9999

    /// The share of spam on a channel.
    public init(channel: Channel, share: Double) {
        self.channel = channel
        self.share = share
    }

    /// Channel and share with a colon between.
    public var spelling: String { "\(channel):\(Unit.spelling(share))" }

    /// Reads the setting's spelling.
    public init?(spelling: String) {
        let words = spelling.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard words.count == 2, SettingKind.isCode(words[0]), let share = Unit.decimal(words[1]), SpamShare.range.contains(share) else {
            return nil
        }
        self.init(channel: Channel(rawValue: words[0]), share: share)
    }
}
