internal import Messages

/// The traffic of a country over some days, cell by cell.
public struct Traffic: Sendable {
    /// The country.
    public let country: SimulatedCountry
    /// The days, since 1970-01-01.
    public let days: Range<Int>

    /// The traffic of some days; no more than `SimulationLimits.days` of them.
    public init(of country: SimulatedCountry, days: Range<Int>) {
        self.country = country
        self.days = days.lowerBound..<min(days.upperBound, days.lowerBound + SimulationLimits.days)
    }

    /// Draws all cells in the order of time and hands over those that hold messages. Nothing is kept.
    public func draw<Failure: Error>(_ take: (borrowing TrafficCell) throws(Failure) -> Void) throws(Failure) {
        var living = country.channels.indices.map { channel in
            (days.lowerBound - SimulationLimits.campaignDays..<days.lowerBound).flatMap { country.campaigns(on: $0, channel: channel) }
        }
        for day in days {
            for channel in country.channels.indices {
                living[channel].removeAll { $0.begins + $0.daily.count <= day }
                living[channel] += country.campaigns(on: day, channel: channel)
                var drawing = DayOfTraffic(country, channel: channel, day: day)
                for hour in stride(from: day * 24, to: day * 24 + 24, by: country.profile.step) {
                    try drawing.drawStep(hour, living[channel], take)
                }
            }
        }
    }
}

/// One channel's traffic on one day.
private struct DayOfTraffic {
    private let profile: SimulationProfile
    private let country: SimulatedCountry
    private let channel: SimulatedChannel
    private let day: Int
    private let activity: [Double]
    /// What the day makes of each class: wanted messages first.
    private let season: [Double]
    private var cell = TrafficCell()
    private let nothing: [Int]
    /// The share of mailboxes or numbers that are traps.
    private let trapShare: Double

    init(_ country: SimulatedCountry, channel place: Int, day: Int) {
        self.country = country
        self.day = day
        profile = country.profile
        channel = country.channels[place]
        activity = country.activity(on: day, channel: place)
        season = DayOfTraffic.season(country.profile, country.channels[place], day)
        nothing = channel.classes.map { _ in 0 }
        trapShare = min(1, channel.profile.traps / channel.operators.reduce(0) { $0 + $1.subscribers })
        cell.channel = place
        cell.said = nothing
    }

    /// The first of January 1970 was a Thursday.
    private static func season(_ profile: SimulationProfile, _ channel: SimulatedChannel, _ day: Int) -> [Double] {
        let weekday = profile.weekdays[((day + 3) % 7 + 7) % 7]
        return channel.classes.enumerated().map { place, threatClass in
            profile.events.reduce(weekday) { factor, event in
                guard event.from..<event.to ~= day, event.channels.isEmpty || event.channels.contains(channel.profile.channel) else {
                    return factor
                }
                if place == 0 { return factor * event.ham }
                return event.classes.isEmpty || event.classes.contains(threatClass) ? factor * event.spam : factor
            }
        }
    }

    mutating func drawStep<Failure: Error>(
        _ hour: Int, _ campaigns: [Campaign], _ take: (borrowing TrafficCell) throws(Failure) -> Void
    ) throws(Failure) {
        var numbers = country.numbers(at: hour, channel: cell.channel)
        let first = hour - day * 24
        let share = profile.hours[first..<first + profile.step].reduce(0, +) / 24
        cell.hour = hour
        for campaign in campaigns { try draw(campaign, share, &numbers, take) }
        try drawWanted(share, &numbers, take)
    }

    private mutating func draw<Failure: Error>(
        _ campaign: Campaign, _ share: Double, _ numbers: inout SplitMix, _ take: (borrowing TrafficCell) throws(Failure) -> Void
    ) throws(Failure) {
        let daily = campaign.daily[day - campaign.begins] * season[campaign.classPlace] * share
        cell.classPlace = campaign.classPlace
        cell.campaign = .init(day: campaign.begins, number: campaign.number)
        cell.language = campaign.language
        cell.isZombie = campaign.isZombie
        for (place, served) in channel.operators.enumerated() {
            let mean = daily * served.subscribers * served.spamLevel * campaign.targets[place]
            cell.operatorPlace = place
            let errors = campaign.errors(served.errors[campaign.classPlace])
            for lane in campaign.lanes {
                let count = numbers.poisson(mean: mean * lane.share * activity[lane.source])
                guard count > 0 else { continue }
                cell.source = lane.source
                cell.route = lane.route
                cell.claimedCountry = lane.claimedCountry
                try judge(count, served, errors, &numbers, take)
            }
        }
    }

    private mutating func drawWanted<Failure: Error>(
        _ share: Double, _ numbers: inout SplitMix, _ take: (borrowing TrafficCell) throws(Failure) -> Void
    ) throws(Failure) {
        cell.classPlace = 0
        cell.campaign = nil
        cell.isZombie = false
        cell.language = 0
        for (place, served) in channel.operators.enumerated() {
            let mean = channel.profile.ham * season[0] * share * served.subscribers * served.hamLevel
            cell.operatorPlace = place
            for sender in channel.senders {
                let count = numbers.poisson(mean: mean * sender.share)
                guard count > 0 else { continue }
                cell.source = sender.source
                cell.route = sender.route
                cell.claimedCountry = channel.sources[sender.source].country
                try judge(count, served, served.errors[0], &numbers, take)
            }
        }
    }

    /// What the operator's filter says, what is looked at of it, and what recipients report.
    private mutating func judge<Failure: Error>(
        _ count: Int, _ served: SimulatedOperator, _ errors: [Double], _ numbers: inout SplitMix,
        _ take: (borrowing TrafficCell) throws(Failure) -> Void
    ) throws(Failure) {
        let signs = channel.profile.zombies == 0 ? 0 : cell.isZombie ? served.sensitivity : 1 - served.specificity
        cell.count = count
        cell.marked = nothing
        cell.unmarked = nothing
        let withSigns = numbers.binomial(count, signs)
        numbers.share(withSigns, among: errors, into: &cell.marked)
        numbers.share(count - withSigns, among: errors, into: &cell.unmarked)
        for place in nothing.indices { cell.said[place] = cell.marked[place] + cell.unmarked[place] }
        cell.delivered = cell.said[0]
        if cell.classPlace == 0 {
            cell.complaints = 0
            cell.trapped = 0
        } else {
            cell.complaints = numbers.binomial(cell.delivered, channel.profile.reporting)
            cell.trapped = numbers.binomial(count, trapShare)
        }
        if served.profile.returns == .sampled {
            for place in nothing.indices {
                cell.marked[place] = numbers.binomial(cell.marked[place], served.profile.sampling)
                cell.unmarked[place] = numbers.binomial(cell.unmarked[place], served.profile.sampling)
            }
        }
        try take(cell)
    }
}
