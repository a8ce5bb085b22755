public import Estimation
public import Messages

/// Whether estimates hold the truth: countries of many seeds are simulated, estimated from what their operators return, and compared.
public struct TruthRecovery: Sendable {
    /// How many of the largest sources and routes are compared.
    public static let top = 20

    private let profile: SimulationProfile
    private let days: Range<Int>
    private let level: Double

    /// A comparison over some days, in days since 1970-01-01, of intervals that are to hold the truth so often.
    public init(_ profile: SimulationProfile, days: Range<Int>, level: Double = 0.95) {
        self.profile = profile
        self.days = days
        self.level = level
    }

    /// What is compared.
    public struct Quantity: Sendable, Hashable, Comparable {
        /// What is estimated.
        public var indicator: NationalEstimate.Indicator
        /// Whether it is of one class, where there is a figure of all as well.
        public var isPart: Bool
        /// Which of many: those that are largest in truth, those that a study would publish as the largest, or nothing where there is one.
        public var choice: Choice?
        /// The channel.
        public var channel: Channel

        /// Which items are compared.
        public enum Choice: String, Sendable, Hashable, CaseIterable {
            /// The largest in truth.
            case largest
            /// The largest by the estimate: what a study publishes.
            case published
        }

        private var order: [String] {
            let place = NationalEstimate.Indicator.allCases.firstIndex(of: indicator) ?? 0
            return [place < 10 ? "0\(place)" : "\(place)", isPart ? "1" : "0", choice?.rawValue ?? "", channel.rawValue]
        }

        /// In the order of indicators.
        public static func < (left: Quantity, right: Quantity) -> Bool { left.order.lexicographicallyPrecedes(right.order) }
    }

    /// One comparison.
    public struct Outcome: Sendable, Hashable {
        /// Of what.
        public var quantity: Quantity
        /// What was estimated.
        public var estimate: NationalEstimate
        /// What there was.
        public var truth: Double

        /// Whether the interval holds the truth.
        public var isInside: Bool { estimate.contains(truth) }
    }

    /// All comparisons of one quantity.
    public struct Line: Sendable, Hashable {
        /// Of what.
        public var quantity: Quantity
        /// How many there were.
        public var cases: Int
        /// How many intervals held the truth.
        public var inside: Int
        /// Half the width of the interval over the estimate: the median.
        public var halfWidth: Double
        /// The estimate over the truth: the median.
        public var ratio: Double

        /// The share of intervals that held the truth.
        public var coverage: Double { Double(inside) / Double(max(cases, 1)) }
    }

    /// The comparisons of one seed.
    public func outcomes(seed: UInt64) throws(EstimationError) -> [Outcome] {
        let country = SimulatedCountry(profile, seed: seed)
        var counter = TruthCounter(country)
        var returns = ReturnCounter(country)
        var sightings = SightingCounter(country)
        Traffic(of: country, days: days).draw { cell in
            counter.add(cell)
            returns.add(cell)
            sightings.add(cell)
        }
        var outcomes: [Outcome] = []
        for channel in counter.truth.channels {
            let estimator = try returns.estimator(of: channel.channel, level: level)
            var estimates = TruthRecovery.chosen(from: estimator, channel)
            if let campaigns = sightings.campaigns(of: channel.channel, estimator) { estimates.append((campaigns, nil)) }
            for (estimate, choice) in estimates {
                let isPart = estimate.indicator == .spam && estimate.item != nil
                let quantity = Quantity(indicator: estimate.indicator, isPart: isPart, choice: choice, channel: channel.channel)
                outcomes.append(Outcome(quantity: quantity, estimate: estimate, truth: channel.value(of: estimate)))
            }
        }
        return outcomes
    }

    /// All estimates of a channel, and those of the sources and routes that are largest in truth.
    private static func chosen(
        from estimator: NationalEstimator, _ channel: GroundTruth.ChannelTruth
    ) -> [(NationalEstimate, Quantity.Choice?)] {
        let all = estimator.all(top: top).map { estimate in
            (estimate, [.sourceShare, .routeShare].contains(estimate.indicator) ? Quantity.Choice.published : nil)
        }
        let sources = GroundTruth.ChannelTruth.top(top, of: channel.sources).map(estimator.sourceShare)
        let routes = GroundTruth.ChannelTruth.top(top, of: channel.routes).map(estimator.routeShare)
        return all + (sources + routes).map { ($0, .largest) }
    }

    /// Comparisons added up, by quantity.
    public static func lines(of outcomes: [Outcome]) -> [Line] {
        Dictionary(grouping: outcomes, by: \.quantity).sorted { $0.key < $1.key }.map { quantity, cases in
            Line(
                quantity: quantity, cases: cases.count, inside: cases.count(where: \.isInside),
                halfWidth: median(cases.map(\.estimate.relativeHalfWidth)),
                ratio: median(cases.filter { $0.truth > 0 }.map { $0.estimate.mid / $0.truth }))
        }
    }

    private static func median(_ values: [Double]) -> Double {
        values.isEmpty ? .nan : values.sorted()[values.count / 2]
    }
}
