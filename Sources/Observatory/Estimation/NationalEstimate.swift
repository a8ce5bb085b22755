public import Messages

/// A figure for the country, with the interval it lies in.
public struct NationalEstimate: Sendable, Hashable {
    /// What is estimated. Codes follow the data structure of the study where it has one (VOL_*, N_*).
    public enum Indicator: String, Sendable, Hashable, CaseIterable {
        /// Messages handed over, spam or not.
        case attempted = "VOL_ATTEMPT"
        /// Spam handed over.
        case spam = "VOL_SPAM"
        /// Spam that no filter named, and that reached somebody.
        case delivered = "VOL_SPAM_DELIVER"
        /// The share of spam in all messages.
        case spamShare = "SHARE_SPAM"
        /// The share of a class in spam.
        case classShare = "SHARE_CLASS"
        /// The share of a source in spam.
        case sourceShare = "SHARE_SOURCE"
        /// The share of a route in spam whose route was seen or confirmed.
        case routeShare = "SHARE_ROUTE"
        /// The share of spam whose route is only claimed.
        case claimedShare = "SHARE_ROUTE_CLAIMED"
        /// The share of spam that machines sent which were taken over.
        case zombieShare = "SHARE_ZOMBIE"
        /// Campaigns.
        case campaigns = "N_CAMPAIGN"
        /// Distinct sources of spam.
        case sources = "N_SOURCE"
    }

    /// What the figure counts.
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        /// Messages of the period.
        case messages
        /// A share from 0 to 1.
        case share
        /// Campaigns.
        case campaigns
        /// Sources.
        case sources
    }

    /// How the figure came about.
    public enum Method: String, Sendable, Hashable, CaseIterable {
        /// Corrected counts of all operators: nothing had to be foretold.
        case corrected
        /// Corrected counts of some operators, expanded to all by their subscribers.
        case expanded
        /// Two lists of the same things, by Chapman.
        case captureRecapture = "capture-recapture"
        /// No fewer than this, by Chao.
        case lowerBound = "lower-bound"
    }

    /// What is estimated.
    public var indicator: Indicator
    /// How the messages travelled.
    public var channel: Channel
    /// The class, source or route that it is of; nothing where it is of all.
    public var item: String?
    /// The lower end of the interval.
    public var low: Double
    /// The figure.
    public var mid: Double
    /// The upper end of the interval.
    public var high: Double
    /// What it counts.
    public var unit: Unit
    /// How it came about.
    public var method: Method
    /// The share of subscribers whose operators returned counts, from 0 to 1.
    public var coverage: Double
    /// How many operators returned counts.
    public var contributors: Int
    /// How often such an interval holds the truth, from 0 to 1: 0.95.
    public var level: Double

    /// An estimate.
    public init(
        _ indicator: Indicator, channel: Channel, item: String? = nil, low: Double, mid: Double, high: Double, unit: Unit, method: Method,
        coverage: Double, contributors: Int, level: Double
    ) {
        self.indicator = indicator
        self.channel = channel
        self.item = item
        self.low = low
        self.mid = mid
        self.high = high
        self.unit = unit
        self.method = method
        self.coverage = coverage
        self.contributors = contributors
        self.level = level
    }

    /// Whether a value lies in the interval.
    public func contains(_ value: Double) -> Bool { low <= value && value <= high }

    /// Half the interval's width over the figure; infinite for a figure of 0.
    public var relativeHalfWidth: Double { mid > 0 ? (high - low) / 2 / mid : .infinity }
}
