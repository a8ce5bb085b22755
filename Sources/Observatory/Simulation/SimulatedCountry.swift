internal import Glibc
internal import Messages
internal import Telemetry

/// A country of a profile and a seed: its sources, its operators as they are, and its campaigns.
///
/// Sources and operators belong to the country; campaigns to the day they begin on.
public struct SimulatedCountry: Sendable {
    /// What it was made from.
    public let profile: SimulationProfile
    /// What its random numbers follow from.
    public let seed: UInt64
    /// Its channels, in the order of the profile.
    let channels: [SimulatedChannel]
    private let random: SeededRandom

    /// Numbers of streams: what each is for, so that nothing shares one.
    private enum Stream {
        static let channel: UInt64 = 1 << 32
        static let campaigns: UInt64 = 2 << 32
        static let machines: UInt64 = 3 << 32
        static let traffic: UInt64 = 4 << 32
        static let audit: UInt64 = 5 << 32
    }

    /// A country.
    public init(_ profile: SimulationProfile, seed: UInt64) {
        self.profile = profile
        self.seed = seed
        let random = SeededRandom(seed: seed)
        self.random = random
        self.channels = profile.channels.enumerated().map { place, channel in
            var numbers = random.stream(Stream.channel + UInt64(place))
            return SimulatedChannel(channel, of: profile, &numbers)
        }
    }

    /// The campaigns of a channel that begin on a day.
    func campaigns(on day: Int, channel place: Int) -> [Campaign] {
        var numbers = random.stream(Stream.campaigns + SimulatedCountry.number(day, place))
        let channel = channels[place]
        let count = numbers.poisson(mean: channel.profile.campaigns)
        return (0..<count).map { Campaign(begins: day, number: $0, on: channel, of: profile, &numbers) }
    }

    /// How busy each source of a channel is on a day: machines that were taken over come and go, others are always there.
    func activity(on day: Int, channel place: Int) -> [Double] {
        var numbers = random.stream(Stream.machines + SimulatedCountry.number(day, place))
        return channels[place].sources.map { source in
            guard source.isDynamic else { return 1 }
            let level = numbers.gamma(variation: 0.6)
            return numbers.fraction() < 0.2 ? 0 : level / 0.8
        }
    }

    /// The random numbers that a step's traffic is drawn from.
    func numbers(at hour: Int, channel place: Int) -> SplitMix { random.stream(Stream.traffic + SimulatedCountry.number(hour, place)) }

    /// The random numbers that the audit of an operator is drawn from.
    func auditNumbers(operator place: Int, channel: Int) -> SplitMix {
        random.stream(Stream.audit + SimulatedCountry.number(place, channel))
    }

    private static func number(_ moment: Int, _ place: Int) -> UInt64 { UInt64(UInt32(truncatingIfNeeded: moment)) | UInt64(place) << 40 }
}

/// A channel of a country.
struct SimulatedChannel: Sendable {
    let profile: SimulationProfile.ChannelProfile
    /// The classes that filters say: wanted messages first.
    let classes: [ThreatClass]
    let classWeights: [Double]
    let sources: [Source]
    let operators: [SimulatedOperator]
    let routes: RouteTable
    /// Sources in order of what they send: all, dynamic ones, others; with sums of their weights.
    let dynamicPool: Pool
    let steadyPool: Pool
    /// Those who send wanted messages, with their shares.
    let senders: [(source: Int, share: Double, route: Int)]

    /// Where messages come from.
    struct Source: Sendable {
        let code: String
        let country: Int
        /// Machines of many people, some of them taken over.
        let isDynamic: Bool
    }

    /// Places with sums of weights up to each.
    struct Pool: Sendable {
        let places: [Int]
        let sums: [Double]

        init(_ places: [Int], _ weights: [Double]) {
            self.places = places
            self.sums = places.map { weights[$0] }.cumulative
        }
    }

    init(_ channel: SimulationProfile.ChannelProfile, of profile: SimulationProfile, _ numbers: inout SplitMix) {
        self.profile = channel
        self.classes = [.none] + channel.classes.map { ThreatClass(rawValue: $0.code) }
        self.classWeights = channel.classes.map(\.weight).cumulative
        let origins = profile.origins.map(\.weight).cumulative
        let routes = RouteTable(profile)
        let sources = (0..<channel.sources).map { place in
            Source(
                code: SimulatedChannel.code(channel.sourceKind, place), country: numbers.place(in: origins),
                isDynamic: channel.zombies > 0 && place % 2 == 0)
        }
        // Ranks are shuffled, so that a number says nothing of a size.
        let weights = [Double].ranked(channel.sources, exponent: 0.9).shuffled(using: &numbers)
        self.sources = sources
        self.routes = routes
        self.dynamicPool = Pool(sources.indices.filter { sources[$0].isDynamic }, weights)
        self.steadyPool = Pool(sources.indices.filter { !sources[$0].isDynamic }, weights)
        let steady = sources.indices.filter { !sources[$0].isDynamic }.shuffled(using: &numbers).prefix(40)
        let shares = [Double].ranked(steady.count, exponent: 1)
        self.senders = zip(steady, shares).map { ($0, $1, routes.number(country: sources[$0].country, carrier: nil)) }
        var operators: [SimulatedOperator] = []
        for (place, served) in profile.operators.enumerated() where served.subscribers[channel.channel] != nil {
            operators.append(SimulatedOperator(place, served, on: channel, &numbers))
        }
        self.operators = operators
    }

    /// Numbers for private use (RFC 6996), or codes of our own.
    private static func code(_ kind: SimulationProfile.SourceKind, _ place: Int) -> String {
        switch kind {
        case .network: "AS\(4_200_000_000 + place)"
        case .operator: "operator-\(place + 1)"
        case .senderIDIssuer: "issuer-\(place + 1)"
        }
    }
}

/// Ways into the country: from an origin directly, or through a carrier.
struct RouteTable: Sendable {
    let origins: [String]
    let carriers: [SimulationProfile.Carrier]
    /// The name of each route: `XA`, `XA>transit-one`.
    let names: [String]

    init(_ profile: SimulationProfile) {
        origins = profile.origins.map(\.code)
        carriers = profile.carriers
        let all = carriers
        names = origins.flatMap { origin in [origin] + all.map { "\(origin)>\($0.code)" } }
    }

    func number(country: Int, carrier: Int?) -> Int { country * (carriers.count + 1) + (carrier.map { $0 + 1 } ?? 0) }

    func country(of route: Int) -> Int { route / (carriers.count + 1) }

    func carrier(of route: Int) -> SimulationProfile.Carrier? {
        let place = route % (carriers.count + 1)
        return place == 0 ? nil : carriers[place - 1]
    }

    /// Direct ways are seen; of others the carrier's word counts, or nobody's.
    func trust(of route: Int) -> Hop.Trust { carrier(of: route).map { $0.confirms ? .confirmed : .claimed } ?? .seen }
}

/// An operator on a channel as it is: what it gets, and how its filter errs.
struct SimulatedOperator: Sendable {
    /// Its place in the profile.
    let place: Int
    let profile: SimulationProfile.OperatorProfile
    let subscribers: Double
    /// Spam and wanted messages a subscriber, in proportion to others.
    let spamLevel: Double
    let hamLevel: Double
    /// What its filter says of each true class, by shares.
    let errors: [[Double]]
    /// How often signs are there on machines taken over, and not there on others.
    let sensitivity: Double
    let specificity: Double
    /// Machines of its audit: with signs of those taken over, without of others; so many of each were looked at.
    let signAudit: (found: Int, clear: Int, of: Int)

    init(
        _ place: Int, _ served: SimulationProfile.OperatorProfile, on channel: SimulationProfile.ChannelProfile, _ numbers: inout SplitMix
    ) {
        self.place = place
        profile = served
        subscribers = served.subscribers[channel.channel] ?? 0
        spamLevel = served.exposure * numbers.lognormal(variation: channel.spread)
        hamLevel = numbers.lognormal(variation: channel.spread)
        let filter = served.filter
        errors = SimulatedOperator.errors(of: filter, on: channel, &numbers)
        sensitivity = numbers.around(filter.sensitivity)
        specificity = numbers.around(filter.specificity)
        signAudit = (numbers.binomial(filter.audit, sensitivity), numbers.binomial(filter.audit, specificity), filter.audit)
    }

    /// Classes differ in how well they are found, around what the profile says.
    private static func errors(
        of filter: SimulationProfile.FilterProfile, on channel: SimulationProfile.ChannelProfile, _ numbers: inout SplitMix
    ) -> [[Double]] {
        let shares = channel.classes.map(\.weight).shares
        let falsePositives = numbers.around(filter.falsePositives)
        let ham = [1 - falsePositives] + shares.map { $0 * falsePositives }
        let spam = shares.indices.map { place in
            let recall = numbers.around(filter.recall)
            let accuracy = shares.count > 1 ? numbers.around(filter.accuracy) : 1
            let others = shares.indices.map { $0 == place ? 0 : shares[$0] }.shares
            return [1 - recall] + shares.indices.map { recall * ($0 == place ? accuracy : (1 - accuracy) * others[$0]) }
        }
        return [ham] + spam
    }
}

extension SplitMix {
    /// A probability near another, a little off on the scale of log-odds.
    mutating func around(_ probability: Double) -> Double {
        guard probability > 0, probability < 1 else { return probability }
        let odds = log(probability / (1 - probability)) + 0.25 * normal()
        return 1 / (1 + exp(-odds))
    }
}
