internal import Glibc
internal import Messages

/// Messages that are the same thing: a class, a language, a life, and ways that they come by.
struct Campaign: Sendable {
    /// The day it begins, in days since 1970-01-01, and its number of that day.
    let begins: Int
    let number: Int
    /// Its class's place among those of the channel.
    let classPlace: Int
    let language: Int
    /// Whether machines send it that were taken over.
    let isZombie: Bool
    /// By how much filters miss it more than others, on the scale of log-odds.
    let hardness: Double
    /// Messages a subscriber on each day of its life.
    let daily: [Double]
    /// How much of it each operator gets; 1 for the average.
    let targets: [Double]
    let lanes: [Lane]

    /// A source, and the way from there.
    struct Lane: Sendable {
        let source: Int
        let route: Int
        /// The origin that headers or records claim.
        let claimedCountry: Int
        let share: Double
    }

    init(begins day: Int, number: Int, on channel: SimulatedChannel, of profile: SimulationProfile, _ numbers: inout SplitMix) {
        let settings = channel.profile
        begins = day
        self.number = number
        classPlace = 1 + numbers.place(in: channel.classWeights)
        language = numbers.place(in: profile.languages.map(\.weight).cumulative)
        isZombie = numbers.fraction() < settings.zombies
        hardness = settings.hardness * numbers.normal()
        daily = Campaign.life(settings, &numbers)
        targets = channel.operators.map { _ in numbers.gamma(variation: settings.focus) }
        let count = isZombie ? 4 + Int(numbers.next() % 7) : 1 + Int(numbers.next() % 3)
        let shares = (0..<count).map { _ in numbers.gamma(variation: 0.8) }.shares
        let pool = isZombie ? channel.dynamicPool : channel.steadyPool
        var lanes: [Lane] = []
        for share in shares {
            let source = pool.places[numbers.place(in: pool.sums)]
            let country = channel.sources[source].country
            let route = channel.routes.number(country: country, carrier: Campaign.carrier(profile, &numbers))
            let isForged = channel.routes.trust(of: route) == .claimed && numbers.fraction() < settings.forged
            let claimed = isForged ? Int(numbers.next() % UInt64(channel.routes.origins.count)) : country
            lanes.append(Lane(source: source, route: route, claimedCountry: claimed, share: share))
        }
        self.lanes = lanes
    }

    /// Sizes follow a power law; a campaign swells fast and dies away slowly.
    private static func life(_ settings: SimulationProfile.ChannelProfile, _ numbers: inout SplitMix) -> [Double] {
        let cap = 1000.0
        let tail = settings.tail
        let mean = tail / (tail - 1) * (1 - pow(cap, 1 - tail)) / (1 - pow(cap, -tail))
        let size = settings.spam / settings.campaigns * numbers.pareto(exponent: tail, cap: cap) / mean
        let length = min(max(1, numbers.exponential(mean: settings.days).rounded(.up)), Double(SimulationLimits.campaignDays))
        let curve = (0..<Int(length)).map { (Double($0) + 0.5) * exp(-3 * (Double($0) + 0.5) / length) }
        return curve.shares.map { $0 * size }
    }

    /// What a filter says of this campaign, by shares, where it says this of its class.
    func errors(_ usual: [Double]) -> [Double] {
        let missed = usual[0]
        guard hardness != 0, missed > 0, missed < 1 else { return usual }
        let harder = 1 / (1 + exp(-log(missed / (1 - missed)) - hardness))
        return [harder] + usual.dropFirst().map { $0 * (1 - harder) / (1 - missed) }
    }

    private static func carrier(_ profile: SimulationProfile, _ numbers: inout SplitMix) -> Int? {
        var mark = numbers.fraction()
        for (place, carrier) in profile.carriers.enumerated() {
            mark -= carrier.share
            if mark < 0 { return place }
        }
        return nil
    }
}
