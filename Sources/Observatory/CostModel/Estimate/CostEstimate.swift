public import Messages

/// What comes of a ledger: every figure with its range, what moves it, what is missing, and what should be asked.
public struct CostEstimate: Sendable {
    /// A figure with its range.
    public struct Amount: Sendable, Hashable {
        /// The figure.
        public var figure: CostFigure
        /// What comes of the likeliest values.
        public var mid: Double
        /// The values below which 5, 50 and 95 percent of the draws lie.
        public var p5: Double
        /// Half of the draws lie below.
        public var p50: Double
        /// 95 percent of the draws lie below.
        public var p95: Double
        /// Whether all that belongs to a total or to the whole gap is in it.
        public var isComplete: Bool

        /// The same in units so many times as large.
        func divided(by unit: Double) -> Amount {
            Amount(figure: figure, mid: mid / unit, p5: p5 / unit, p50: p50 / unit, p95: p95 / unit, isComplete: isComplete)
        }
    }

    /// What one value alone does to a figure, from its lowest to its highest.
    public struct Swing: Sendable, Hashable {
        /// The name of the value (`mail.size`).
        public var input: String
        /// The figure where the value is lowest, everything else as is likeliest.
        public var low: Double
        /// The figure where it is highest.
        public var high: Double
        /// How far the figure moves.
        public var size: Double { abs(high - low) }
    }

    /// Something that nobody told, and what cannot be worked out without it.
    public struct Missing: Sendable, Hashable {
        /// The parameter.
        public var parameter: Parameter
        /// The names of the figures that lack.
        public var figures: [String]
        /// Where the ledger says that it cannot be had: who was asked.
        public var asked: String?
    }

    /// What a year ahead takes, with likeliest values.
    public struct Year: Sendable, Hashable {
        /// From 0, this year.
        public var year: Int
        /// Messages a second in the busiest hour.
        public var messagesPerSecond: Double
        /// Servers.
        public var servers: Double
        /// What they cost to buy.
        public var capital: Double
        /// The people that calls, reports and cases take; nothing where that is not known.
        public var people: Double?
    }

    /// Figures in money that buys the same in every country.
    public struct Comparison: Sendable, Hashable {
        /// The year of the international dollars.
        public var year: Int
        /// How much of the ledger's money, of its year, buys what one of them buys.
        public var rate: Double
        /// Who says so.
        public var source: String
        /// Totals and gaps in international dollars.
        public var amounts: [Amount]

        /// The comparison by a purchasing power parity, which came from its own year by consumer prices: so the dollars are of that year.
        init?(_ estimate: CostEstimate, _ entry: LedgerEntry?) {
            guard let entry, let rate = entry.range?.mid, let year = entry.priceYear else { return nil }
            self.year = year
            self.rate = rate
            self.source = entry.source
            self.amounts = estimate.amounts.filter(\.figure.isCompared).map { $0.divided(by: rate) }
        }
    }

    /// What the agents of a hotline are called among figures, though they are no money.
    public static let hotline = "hotline"

    /// The ledger.
    public var ledger: Ledger
    /// The seed of the draws.
    public var seed: UInt64
    /// How many draws there were.
    public var draws: Int
    /// The figures that are known, in the order of a report.
    public var amounts: [Amount]
    /// What moves a figure, the most first.
    public var tornado: [(figure: CostFigure, swings: [Swing])]
    /// What is missing, in the order of parameters.
    public var missing: [Missing]
    /// The classes of X.1231 of which no facility stands in the ledger.
    public var missingLayers: [Layer]
    /// The means by which no facility stands in the ledger.
    public var missingMeans: [Facility.Means]
    /// The facilities (`network.technical`) of which answers have yet to say what is there.
    public var awaited: [String]
    /// What is reckoned with though nobody entered it: published values, and what follows from others.
    public var unentered: [(parameter: Parameter, entry: LedgerEntry)]
    /// The years ahead; empty where it is not known how many servers are needed.
    public var years: [Year]
    /// The people that calls, reports and cases take; nothing where that is not known.
    public var people: Double?
    /// The fewest agents a hotline needs; nothing where that is not known.
    public var agents: Int?
    /// What should be asked.
    public var questions: [Plausibility.Question]

    /// The amount of a figure; nothing where it is not known.
    public func amount(of figure: CostFigure) -> Amount? { amounts.first { $0.figure == figure } }

    /// Several totals added up, draw by draw, for somebody who asked for it; see `CostRun.sum`.
    public var sum: Amount?
    /// The perspectives that were asked to be added up.
    public var summed: [Perspective]
    /// Totals and gaps for comparison with other countries; nothing without a purchasing power parity.
    public var comparison: Comparison?
}
