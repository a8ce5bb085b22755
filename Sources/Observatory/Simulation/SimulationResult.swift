public import Estimation
public import Messages

/// What became of one period of a simulated country: the truth, and what a centre would have estimated.
public struct SimulationResult: Sendable, Hashable {
    /// The period.
    public let period: SimulationPeriod
    /// What there was.
    public let truth: GroundTruth
    /// What would be estimated from the returns of operators that take part.
    public let estimates: [NationalEstimate]
    /// Channels without an estimate, and why.
    public let missing: [Channel: EstimationError]
}

/// Adds up the truth and the estimates of one period.
public struct SimulationTally: Sendable {
    private let period: SimulationPeriod
    private var truth: TruthCounter
    private var returns: ReturnCounter
    private var sightings: SightingCounter

    /// A tally of a period of a country.
    public init(_ country: SimulatedCountry, period: SimulationPeriod) {
        self.period = period
        truth = TruthCounter(country)
        returns = ReturnCounter(country)
        sightings = SightingCounter(country)
    }

    /// Counts a cell.
    public mutating func add(_ cell: borrowing TrafficCell) {
        truth.add(cell)
        returns.add(cell)
        sightings.add(cell)
    }

    /// The truth, and the estimates with so many sources and routes a channel.
    public func result(top limit: Int = TruthRecovery.top, level: Double = 0.95) -> SimulationResult {
        let known = truth.truth
        var estimates: [NationalEstimate] = []
        var missing: [Channel: EstimationError] = [:]
        for channel in known.channels.map(\.channel) {
            do {
                let estimator = try returns.estimator(of: channel, level: level)
                estimates += estimator.all(top: limit)
                if let campaigns = sightings.campaigns(of: channel, estimator) { estimates.append(campaigns) }
            } catch {
                missing[channel] = error
            }
        }
        return SimulationResult(period: period, truth: known, estimates: estimates, missing: missing)
    }
}

extension GroundTruth {
    /// What there was of what is estimated; nothing where the channel is not of this country.
    public func value(of estimate: NationalEstimate) -> Double? {
        channels.first { $0.channel == estimate.channel }?.value(of: estimate)
    }
}

extension GroundTruth.ChannelTruth {
    /// What there was of what is estimated; the estimate's own channel plays no part.
    public func value(of estimate: NationalEstimate) -> Double {
        let ofSpam = Double(max(spam, 1))
        let item = estimate.item ?? ""
        let ofClass = Double(classes[ThreatClass(rawValue: item)] ?? 0)
        switch estimate.indicator {
        case .attempted: return Double(attempted)
        case .spam: return estimate.item == nil ? Double(spam) : ofClass
        case .delivered: return Double(delivered)
        case .spamShare: return Double(spam) / Double(max(attempted, 1))
        case .classShare: return ofClass / ofSpam
        case .sourceShare: return Double(sources[item] ?? 0) / ofSpam
        case .routeShare: return Double(routes[item] ?? 0) / Double(max(graded, 1))
        case .claimedShare: return Double(claimed) / ofSpam
        case .zombieShare: return Double(zombies) / ofSpam
        case .campaigns: return Double(campaigns)
        case .sources: return Double(sources.count)
        }
    }
}
