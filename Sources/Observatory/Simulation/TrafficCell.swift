/// Messages of one step that are alike: drawn together, counted together.
public struct TrafficCell: Sendable {
    /// The step's first hour, in hours since 1970-01-01T00:00Z.
    public var hour = 0
    /// The channel's place in the profile.
    public var channel = 0
    /// The operator's place among those of the channel.
    public var operatorPlace = 0
    /// The true class's place among those of the channel: 0 for wanted messages.
    public var classPlace = 0
    /// The campaign: the day it began and its number of that day; nothing for wanted messages.
    public var campaign: CampaignName?
    /// The source's place among those of the channel.
    public var source = 0
    /// The route's number.
    public var route = 0
    /// The origin that is claimed, by its place in the profile.
    public var claimedCountry = 0
    /// The language, by its place in the profile.
    public var language = 0
    /// Whether machines sent it that were taken over.
    public var isZombie = false
    /// How many messages there were.
    public var count = 0
    /// How many of them nobody's filter named.
    public var delivered = 0
    /// How many of those somebody reported.
    public var complaints = 0
    /// How many of all went to mailboxes or numbers that are traps.
    public var trapped = 0
    /// All of them, by the class that the filter said.
    public var said: [Int] = []
    /// What the operator looked at, by the class that its filter said: messages without signs of takeover.
    public var unmarked: [Int] = []
    /// The same, with signs.
    public var marked: [Int] = []

    /// A campaign's name.
    public struct CampaignName: Sendable, Hashable {
        /// The day it began, in days since 1970-01-01.
        public var day: Int
        /// Its number of that day.
        public var number: Int
    }
}
