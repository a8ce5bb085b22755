public import Messages

/// A country to simulate: what `examples/study/country-demo.yaml` describes. docs/simulate.md explains each key.
public struct SimulationProfile: Sendable, Hashable {
    /// What it is called.
    public var title = ""
    /// Its code by ISO 3166-1; XA to XZ are kept for what does not exist.
    public var country = ""
    /// How many hours are drawn at a time: 1, 2, 3, 4, 6, 8, 12 or 24.
    public var step = 24
    /// The channels.
    public var channels: [ChannelProfile] = []
    /// The operators.
    public var operators: [OperatorProfile] = []
    /// Where spam comes from, by weight.
    public var origins: [Weighted] = []
    /// What is written in, by weight.
    public var languages: [Weighted] = []
    /// Who carries messages into the country.
    public var carriers: [Carrier] = []
    /// How much traffic there is on each day of the week, Monday first; 1 for the average.
    public var weekdays = [Double](repeating: 1, count: 7)
    /// How much traffic there is in each hour of the day (UTC); 1 for the average.
    public var hours = [Double](repeating: 1, count: 24)
    /// Holidays, elections and what else changes traffic for some days.
    public var events: [Event] = []

    /// A profile of nothing.
    public init() {}

    /// A code with a weight.
    public struct Weighted: Sendable, Hashable {
        /// The code.
        public var code: String
        /// Its weight.
        public var weight: Double
    }

    /// One channel.
    public struct ChannelProfile: Sendable, Hashable {
        /// Which.
        public var channel: Channel
        /// Spam a subscriber and day, on the average.
        public var spam = 1.0
        /// Wanted messages a subscriber and day.
        public var ham = 1.0
        /// Bytes of a message, on the average.
        public var size = 1000.0
        /// New campaigns a day.
        public var campaigns = 1.0
        /// The exponent of the power law of their sizes, above 1: the nearer to 1, the more the largest have.
        public var tail = 1.3
        /// How many days a campaign lasts, on the average.
        public var days = 8.0
        /// How much operators differ in messages a subscriber: the coefficient of variation.
        public var spread = 0.2
        /// How unevenly a campaign goes to operators: the coefficient of variation.
        public var focus = 0.5
        /// How campaigns differ in being found by filters: the standard deviation on the scale of log-odds.
        public var hardness = 0.0
        /// What sources are.
        public var sourceKind = SourceKind.network
        /// How many there are.
        public var sources = 200
        /// The share of campaigns sent by machines that were taken over.
        public var zombies = 0.0
        /// The share of claimed origins that are false.
        public var forged = 0.0
        /// The share of delivered spam that somebody reports.
        public var reporting = 0.0
        /// How many mailboxes or numbers are traps.
        public var traps = 0.0
        /// The classes of campaigns, by weight.
        public var classes: [Weighted] = []
    }

    /// What a channel's sources are.
    public enum SourceKind: String, Sendable, Hashable, CaseIterable {
        /// Networks, by their number.
        case network
        /// Operators.
        case `operator`
        /// Whoever issued a sender id.
        case senderIDIssuer = "sender-id-issuer"
    }

    /// What an operator returns to the centre.
    public enum Participation: String, Sendable, Hashable, CaseIterable {
        /// Counts of all messages.
        case measured
        /// Counts of a sample.
        case sampled
        /// Nothing.
        case none
    }

    /// One operator.
    public struct OperatorProfile: Sendable, Hashable {
        /// Its code.
        public var code: String
        /// How many mailboxes or subscribers it has, by channel.
        public var subscribers: [Channel: Double] = [:]
        /// What it returns.
        public var returns = Participation.none
        /// The share of messages it looks at when it samples.
        public var sampling = 1.0
        /// Spam a subscriber, in proportion to others: a way to try what happens when those that return nothing are not like the rest.
        public var exposure = 1.0
        /// Its filter.
        public var filter = FilterProfile()
    }

    /// How often a filter errs, and how well that is known.
    public struct FilterProfile: Sendable, Hashable {
        /// The share of spam that it finds.
        public var recall = 0.95
        /// The share of wanted messages that it takes for spam.
        public var falsePositives = 0.001
        /// The share of found spam whose class it tells right.
        public var accuracy = 0.9
        /// The share of machines taken over that it sees signs on.
        public var sensitivity = 0.7
        /// The share of other machines that it sees no signs on.
        public var specificity = 0.98
        /// How many messages of each class were labelled by hand to find that out.
        public var audit = 1000
    }

    /// Somebody who carries messages into the country.
    public struct Carrier: Sendable, Hashable {
        /// Its code.
        public var code: String
        /// Where it is.
        public var country: String
        /// The share of spam that it carries; the rest comes directly.
        public var share: Double
        /// Whether it confirms what it carried: else its routes are claimed.
        public var confirms: Bool
    }

    /// Some days on which there is more or less.
    public struct Event: Sendable, Hashable {
        /// What it is.
        public var name: String
        /// Its first day, in days since 1970-01-01.
        public var from: Int
        /// The day after its last.
        public var to: Int
        /// How much more or less spam there is.
        public var spam = 1.0
        /// How much more or less wanted traffic there is.
        public var ham = 1.0
        /// The classes it is about; all when empty.
        public var classes: Set<ThreatClass> = []
        /// The channels it is about; all when empty.
        public var channels: Set<Channel> = []

        /// Days on which nothing is different yet.
        public init(name: String, from: Int, to: Int) {
            self.name = name
            self.from = from
            self.to = to
        }
    }
}

/// The limits of a profile, in one place.
public enum SimulationLimits {
    /// How large the file may be, in bytes.
    public static let fileBytes = 1 << 20
    /// How many operators there may be.
    public static let operators = 200
    /// How many sources a channel may have.
    public static let sources = 5000
    /// How many campaigns may begin a day, on each channel.
    public static let campaigns = 500.0
    /// How many codes a list may have.
    public static let codes = 100
    /// How many subscribers an operator may have.
    public static let subscribers = 2e9
    /// How many messages a subscriber may have a day.
    public static let messages = 1e4
    /// How many problems are told.
    public static let problems = 100
    /// How long a code or title may be, in bytes.
    public static let textBytes = 200
    /// How many days may be simulated at once.
    public static let days = 1100
    /// How many days a campaign lasts at most.
    public static let campaignDays = 60
}
