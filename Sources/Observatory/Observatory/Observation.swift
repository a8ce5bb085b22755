public import Messages

/// One judged message as the study counts it: dimensions and a size; no content, no address, no name.
public struct Observation: Sendable, Hashable {
    /// Hours since 1970-01-01T00:00Z.
    public var hour: Int
    /// How it travelled.
    public var channel: Channel
    /// Real-time or stored; text, voice or video.
    public var cell: Cell
    /// Which way it crossed our network.
    public var direction: Direction
    /// What it was about when it was spam.
    public var threatClass: ThreatClass
    /// What was done with it, or would have been in observe-only mode.
    public var disposition: Disposition
    /// The size in bytes, of each message it stands for.
    public var size: Int
    /// The language of its text, as a BCP 47 tag; nothing when it cannot be told.
    public var language: String?
    /// The country or territory it came from, by ISO 3166-1 alpha-2; nothing when it is not known.
    public var origin: String?
    /// How far the word on its origin can be believed.
    public var trust: Hop.Trust

    /// What the machine that handed it over looked like.
    public var client: Client
    /// The X.1231 layer whose word decided; nothing when none did, as with a message that was accepted.
    public var layer: Layer?
    /// How it was counted.
    public var method: CountMethod
    /// The operator that counted it, as a code of the centre's own; nothing when we did.
    public var contributor: String?
    /// Who or what it came from, as far as the study names sources; never a person.
    public var source: ObservedSource?
    /// The way it came.
    public var route: ObservedRoute?
    /// Milliseconds from its being handed over to the answer or the delivery; nothing when it is not known.
    public var delay: Int?
    /// How many messages it stands for: 1 for a message that was seen, more for a row of somebody's sums or a sample's weight.
    public var count: Int
    /// A keyed hash of exactly whom it came from, an address or a number: for how many there were, and never kept itself.
    public var sender: UInt64?
    /// A hash of the campaign it belongs to, for how many there were.
    public var campaign: UInt64?

    /// What a machine that hands messages over looks like.
    public enum Client: String, Sendable, Hashable, CaseIterable {
        /// Nobody saw it.
        case unknown
        /// Nothing shows that it was taken over.
        case plain
        /// There are signs that it was taken over (ITU-T X Suppl. 14).
        case zombie
    }

    /// An observation at a moment, of which only the hour is kept.
    public init(
        at moment: Timestamp, channel: Channel, cell: Cell, direction: Direction, threatClass: ThreatClass, disposition: Disposition,
        size: Int, language: String? = nil, origin: String? = nil, trust: Hop.Trust = .claimed, client: Client = .unknown,
        layer: Layer? = nil, method: CountMethod = .measured, contributor: String? = nil, source: ObservedSource? = nil,
        route: ObservedRoute? = nil, delay: Int? = nil, count: Int = 1,
        sender: UInt64? = nil, campaign: UInt64? = nil
    ) {
        self.hour = Observation.hour(of: moment)
        self.channel = channel
        self.cell = cell
        self.direction = direction
        self.threatClass = threatClass
        self.disposition = disposition
        self.size = max(size, 0)
        self.language = language
        self.origin = origin
        self.trust = trust
        self.client = client
        self.layer = layer
        self.method = method
        self.contributor = contributor
        self.source = source
        self.route = route
        self.delay = delay
        self.count = max(count, 0)
        self.sender = sender
        self.campaign = campaign
    }

    /// Whether it was spam: about something, and not merely mail to many that its readers may have asked for.
    public var isSpam: Bool { Observation.isSpam(threatClass) }

    /// Whether messages of a class are spam.
    public static func isSpam(_ threatClass: ThreatClass) -> Bool { threatClass != .none && threatClass != .bulk }

    /// The hour a moment lies in: hours since 1970-01-01T00:00Z, rounded down.
    public static func hour(of moment: Timestamp) -> Int {
        let seconds = moment.seconds
        return Int(seconds / 3600) - (seconds % 3600 < 0 ? 1 : 0)
    }
}
