public import Messages

/// One message of a simulated country, for logs and for training people.
public struct SimulatedMessage: Sendable, Hashable {
    /// When it came.
    public var time: Timestamp
    /// Its number, from 1.
    public var number: Int
    /// How it travelled.
    public var channel: Channel
    /// The operator that got it.
    public var operatorCode: String
    /// What the operator's filter said.
    public var threatClass: ThreatClass
    /// What was done with it.
    public var disposition: Disposition
    /// What kind of source it is from.
    public var sourceKind: SimulationProfile.SourceKind
    /// The source it is from.
    public var source: String
    /// The source's number, from 0.
    public var sourceNumber: Int
    /// The country its headers or records claim.
    public var origin: String
    /// Who carried it; nothing when it came directly.
    public var carrier: String?
    /// How far the word on its way can be believed.
    public var trust: Hop.Trust
    /// Whether the machine that sent it shows signs of having been taken over.
    public var isMarked: Bool
    /// Its size in bytes; of calls its length in seconds.
    public var size: Int
}

/// Draws single messages: a thinned country, so that there are about as many as were asked for.
public struct MessageDrawing: Sendable {
    private let country: SimulatedCountry
    private let days: Range<Int>

    /// About so many messages over some days, all operators and channels together.
    public init(_ profile: SimulationProfile, seed: UInt64, days: Range<Int>, messages: Int) {
        var thinned = profile
        let daily = profile.channels.reduce(0) { sum, channel in
            sum + (channel.spam + channel.ham) * profile.operators.reduce(0) { $0 + ($1.subscribers[channel.channel] ?? 0) }
        }
        let share = daily > 0 ? min(1, Double(messages) / daily / Double(max(days.count, 1))) : 1
        for place in thinned.channels.indices {
            thinned.channels[place].spam *= share
            thinned.channels[place].ham *= share
        }
        // A log has every message, whatever the operator tells the centre.
        for place in thinned.operators.indices { thinned.operators[place].returns = .measured }
        country = SimulatedCountry(thinned, seed: seed)
        self.days = days
    }

    /// Draws the messages of one day after the other, each in the order of time. A day's messages are held at a time.
    public func draw<Failure: Error>(_ take: ([SimulatedMessage]) throws(Failure) -> Void) throws(Failure) {
        var number = 0
        for day in days {
            var numbers = SplitMix(seed: SplitMix.scattered(country.seed ^ UInt64(truncatingIfNeeded: day)))
            var messages: [SimulatedMessage] = []
            Traffic(of: country, days: day..<day + 1).draw { cell in expand(cell, &numbers, into: &messages) }
            messages.sort { $0.time < $1.time }
            for place in messages.indices {
                number += 1
                messages[place].number = number
            }
            try take(messages)
        }
    }

    private func expand(_ cell: borrowing TrafficCell, _ numbers: inout SplitMix, into messages: inout [SimulatedMessage]) {
        let channel = country.channels[cell.channel]
        let routes = channel.routes
        let hours = country.profile.hours[cell.hour % 24..<cell.hour % 24 + country.profile.step]
        let sums = Array(hours).cumulative
        for place in channel.classes.indices {
            for (count, isMarked) in [(cell.unmarked[place], false), (cell.marked[place], true)] {
                for _ in 0..<count {
                    let hour = cell.hour + numbers.place(in: sums)
                    let time = Int64(hour) * 3_600_000 + Int64(numbers.fraction() * 3_600_000)
                    let size = channel.profile.size * numbers.lognormal(variation: 1)
                    messages.append(
                        SimulatedMessage(
                            time: Timestamp(milliseconds: time), number: 0, channel: channel.profile.channel,
                            operatorCode: channel.operators[cell.operatorPlace].profile.code, threatClass: channel.classes[place],
                            disposition: ObservationFeed.disposition(of: channel.classes[place]), sourceKind: channel.profile.sourceKind,
                            source: channel.sources[cell.source].code, sourceNumber: cell.source,
                            origin: routes.origins[cell.claimedCountry], carrier: routes.carrier(of: cell.route)?.code,
                            trust: routes.trust(of: cell.route), isMarked: isMarked, size: max(1, Int(size))))
                }
            }
        }
    }
}
