/// What a figure counts or measures: an open set of codes, those of the data structure `DSD_SPAM_TRAFFIC`.
public struct StudyIndicator: RawRepresentable, Sendable, Hashable {
    /// Its code.
    public let rawValue: String

    /// An indicator of a code.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Messages that came.
    public static let messages = StudyIndicator(rawValue: "VOL_ATTEMPT")
    /// Messages that were refused.
    public static let refused = StudyIndicator(rawValue: "VOL_REJECT")
    /// Messages that were tagged, held or discarded.
    public static let filtered = StudyIndicator(rawValue: "VOL_FILTER")
    /// Messages that were delivered unaltered.
    public static let delivered = StudyIndicator(rawValue: "VOL_DELIVER")
    /// Messages that were judged to be spam.
    public static let spam = StudyIndicator(rawValue: "VOL_SPAM")
    /// Spam among messages, 0 to 1.
    public static let spamShare = StudyIndicator(rawValue: "SHARE_SPAM")
    /// Spam from machines with signs of having been taken over, among spam whose machine was seen, 0 to 1.
    public static let zombieShare = StudyIndicator(rawValue: "SHARE_ZOMBIE")
    /// Reports and complaints.
    public static let reports = StudyIndicator(rawValue: "N_REPORT")
    /// People who reported.
    public static let reporters = StudyIndicator(rawValue: "N_REPORTER")
    /// Campaigns.
    public static let campaigns = StudyIndicator(rawValue: "N_CAMPAIGN")
    /// Different sources of spam.
    public static let sources = StudyIndicator(rawValue: "N_SOURCE")
    /// Mailboxes that the counting operators serve (MAAWG).
    public static let mailboxes = StudyIndicator(rawValue: "N_MAILBOX")
    /// Connections that were dropped before a message (MAAWG).
    public static let dropped = StudyIndicator(rawValue: "N_DROPPED")
    /// Abusive mail among all, dropped connections left out, 0 to 1 (MAAWG).
    public static let abuseRatio = StudyIndicator(rawValue: "RATIO_ABUSE")
    /// The same, each dropped connection counted as one message (MAAWG).
    public static let abuseRatioWithDropped = StudyIndicator(rawValue: "RATIO_ABUSE_DROPPED")
    /// Spam for each 1000 subscribers.
    public static let perThousand = StudyIndicator(rawValue: "RATE_PER_1000")
    /// The size that half of the messages stay below, in bytes.
    public static let medianSize = StudyIndicator(rawValue: "SIZE_P50")
    /// The delay that half of the messages stay below, in milliseconds.
    public static let medianDelay = StudyIndicator(rawValue: "DELAY_P50")
    /// The delay that 95 percent of the messages stay below, in milliseconds.
    public static let longDelay = StudyIndicator(rawValue: "DELAY_P95")

    /// Those that are known, in the order of a report.
    public static let known: [StudyIndicator] = [
        .messages, .spam, .spamShare, .refused, .filtered, .delivered, .zombieShare, .campaigns, .sources, .reports, .reporters,
        .perThousand, .mailboxes, .dropped, .abuseRatio, .abuseRatioWithDropped, .medianSize, .medianDelay, .longDelay,
    ]

    /// What it is measured in.
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        /// Messages.
        case messages = "MSG"
        /// A share of 1.
        case share = "RATIO"
        /// Things that are counted and are no messages.
        case number = "NUMBER"
        /// For each 1000 subscribers.
        case perThousand = "PER1000"
        /// Bytes.
        case bytes = "BYTE"
        /// Milliseconds.
        case milliseconds = "MS"
    }

    /// What it is measured in; a number for codes that are not known.
    public var unit: Unit {
        switch self {
        case .messages, .refused, .filtered, .delivered, .spam: .messages
        case .spamShare, .zombieShare, .abuseRatio, .abuseRatioWithDropped: .share
        case .perThousand: .perThousand
        case .medianSize: .bytes
        case .medianDelay, .longDelay: .milliseconds
        default: .number
        }
    }
}
