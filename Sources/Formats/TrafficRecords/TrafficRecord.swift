public import Messages

/// Messages or calls that one row of a table tells of; no number of a person, no address.
public struct TrafficRecord: Sendable, Hashable {
    /// Whom they come from.
    public enum Source: Sendable, Hashable {
        /// A network, by its code.
        case network(String)
        /// An operator, by the centre's code.
        case carrier(String)
        /// Whoever issued a sender id or short code.
        case senderIDIssuer(String)
    }

    /// A station on their way.
    public struct Station: Sendable, Hashable {
        /// The operator, network or country.
        public var place: Source
        /// How far the word of it can be believed.
        public var trust: Hop.Trust
    }

    /// When.
    public var moment: Timestamp
    /// How they travelled.
    public var channel: Channel
    /// Which way.
    public var direction = Direction.terminating
    /// What was done.
    public var disposition = Disposition.accept
    /// What they were about.
    public var threatClass = ThreatClass.none
    /// The layer of X.1231 whose word decided.
    public var layer: Layer?
    /// Where they came from, by country.
    public var country: String?
    /// Where they came from.
    public var source: Source?
    /// The way they came.
    public var stations: [Station] = []
    /// The language.
    public var language: String?
    /// Bytes of each.
    public var size = 0
    /// Milliseconds until delivery.
    public var delay: Int?
    /// How many the row stands for.
    public var count = 1

    /// Messages at a moment.
    public init(moment: Timestamp, channel: Channel) {
        self.moment = moment
        self.channel = channel
    }
}
