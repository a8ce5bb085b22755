public import Messages

/// What there was in a simulated country, all operators together: known here, and nowhere else.
public struct GroundTruth: Sendable, Hashable {
    /// The channels, in the order of the profile.
    public private(set) var channels: [ChannelTruth]

    /// The truth of one channel.
    public struct ChannelTruth: Sendable, Hashable {
        /// Which.
        public var channel: Channel
        /// Messages handed over.
        public var attempted = 0
        /// Bytes of those.
        public var bytes = 0.0
        /// Spam that no filter named.
        public var delivered = 0
        /// Spam by class.
        public var classes: [ThreatClass: Int] = [:]
        /// Spam by source.
        public var sources: [String: Int] = [:]
        /// Spam by route, where all of the route was seen or confirmed.
        public var routes: [String: Int] = [:]
        /// Spam whose route is only claimed.
        public var claimed = 0
        /// Spam of those whose claim is false.
        public var forged = 0
        /// Spam from machines that were taken over.
        public var zombies = 0
        /// Spam that somebody reported.
        public var complaints = 0
        /// Campaigns that sent at least one message.
        public var campaigns = 0

        /// Spam handed over.
        public var spam: Int { classes.values.reduce(0, +) }
        /// Wanted messages handed over.
        public var ham: Int { attempted - spam }
        /// Spam whose route was seen or confirmed.
        public var graded: Int { spam - claimed }

        /// The items with the largest counts, the largest first.
        public static func top(_ limit: Int, of counts: [String: Int]) -> [String] {
            counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(limit).map(\.key)
        }
    }

    fileprivate init(channels: [ChannelTruth]) {
        self.channels = channels
    }
}

/// Adds up the truth, cell by cell.
public struct TruthCounter: Sendable {
    private let country: SimulatedCountry
    private var tallies: [Tally]

    private struct Tally {
        var attempted = 0
        var delivered = 0
        var claimed = 0
        var forged = 0
        var zombies = 0
        var complaints = 0
        var classes: [Int]
        var sources: [Int]
        var routes: [Int]
        var campaigns: Set<TrafficCell.CampaignName> = []
    }

    /// A counter for a country.
    public init(_ country: SimulatedCountry) {
        self.country = country
        tallies = country.channels.map { channel in
            Tally(
                classes: channel.classes.map { _ in 0 }, sources: channel.sources.map { _ in 0 },
                routes: channel.routes.names.map { _ in 0 })
        }
    }

    /// Counts a cell.
    public mutating func add(_ cell: borrowing TrafficCell) {
        let count = cell.count
        let routes = country.channels[cell.channel].routes
        tallies[cell.channel].attempted += count
        guard cell.classPlace > 0 else { return }
        tallies[cell.channel].classes[cell.classPlace] += count
        tallies[cell.channel].sources[cell.source] += count
        tallies[cell.channel].delivered += cell.delivered
        tallies[cell.channel].complaints += cell.complaints
        if cell.isZombie { tallies[cell.channel].zombies += count }
        if let name = cell.campaign { tallies[cell.channel].campaigns.insert(name) }
        if routes.trust(of: cell.route) == .claimed {
            tallies[cell.channel].claimed += count
            if cell.claimedCountry != routes.country(of: cell.route) { tallies[cell.channel].forged += count }
        } else {
            tallies[cell.channel].routes[cell.route] += count
        }
    }

    /// The truth so far.
    public var truth: GroundTruth {
        GroundTruth(
            channels: zip(country.channels, tallies).map { channel, tally in
                var truth = GroundTruth.ChannelTruth(channel: channel.profile.channel)
                truth.attempted = tally.attempted
                truth.bytes = Double(tally.attempted) * channel.profile.size
                truth.delivered = tally.delivered
                truth.claimed = tally.claimed
                truth.forged = tally.forged
                truth.zombies = tally.zombies
                truth.complaints = tally.complaints
                truth.campaigns = tally.campaigns.count
                for (place, count) in tally.classes.enumerated() where place > 0 { truth.classes[channel.classes[place]] = count }
                for (place, count) in tally.sources.enumerated() where count > 0 { truth.sources[channel.sources[place].code] = count }
                for (place, count) in tally.routes.enumerated() where count > 0 { truth.routes[channel.routes.names[place]] = count }
                return truth
            })
    }
}
