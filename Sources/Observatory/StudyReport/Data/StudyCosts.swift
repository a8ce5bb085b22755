public import CostModel
internal import Messages

/// What spam costs and what is to be invested, as a report shows it.
public struct StudyCosts: Sendable, Hashable {
    /// A figure with its range.
    public struct Amount: Sendable, Hashable {
        /// The figure's name (`user-time`, `total.users`, `gap.filtering`).
        public var id: String
        /// What comes of the likeliest values.
        public var mid: Double
        /// The values below which 5, 50 and 95 percent of the draws lie.
        public var p5: Double
        /// Half of the draws lie below.
        public var p50: Double
        /// 95 percent of the draws lie below.
        public var p95: Double
        /// Whether all that belongs to it is in it.
        public var isComplete: Bool

        /// An amount.
        public init(id: String, mid: Double, p5: Double, p50: Double, p95: Double, isComplete: Bool) {
            self.id = id
            self.mid = mid
            self.p5 = p5
            self.p50 = p50
            self.p95 = p95
            self.isComplete = isComplete
        }

        /// The figure; nothing where the name is none.
        public var figure: CostFigure? { CostFigure.all.first { $0.id == id } }
    }

    /// What one value alone does to a figure.
    public struct Swing: Sendable, Hashable {
        /// The figure's name.
        public var figure: String
        /// The name of the value (`mail.size`).
        public var input: String
        /// The figure where the value is lowest.
        public var low: Double
        /// The figure where it is highest.
        public var high: Double

        /// A swing.
        public init(figure: String, input: String, low: Double, high: Double) {
            self.figure = figure
            self.input = input
            self.low = low
            self.high = high
        }
    }

    /// The currency, by ISO 4217.
    public var currency: String
    /// The year whose prices are meant.
    public var priceYear: Int
    /// The seed of the draws.
    public var seed: UInt64
    /// How many draws there were.
    public var draws: Int
    /// The figures, in the order of a report.
    public var amounts: [Amount]
    /// What moves them, the most first for each figure.
    public var swings: [Swing]
    /// The names of the values that nobody told.
    public var missing: [String]
    /// The codes of the classes of X.1231 of which no facility was told.
    public var missingLayers: [String]

    /// Costs.
    public init(
        currency: String, priceYear: Int, seed: UInt64, draws: Int, amounts: [Amount], swings: [Swing], missing: [String] = [],
        missingLayers: [String] = []
    ) {
        self.currency = currency
        self.priceYear = priceYear
        self.seed = seed
        self.draws = draws
        self.amounts = amounts
        self.swings = swings
        self.missing = missing
        self.missingLayers = missingLayers
    }

    /// What an estimate came to.
    public init(_ estimate: CostEstimate) {
        self.init(
            currency: estimate.ledger.currency, priceYear: estimate.ledger.priceYear, seed: estimate.seed, draws: estimate.draws,
            amounts: estimate.amounts.map {
                Amount(id: $0.figure.id, mid: $0.mid, p5: $0.p5, p50: $0.p50, p95: $0.p95, isComplete: $0.isComplete)
            },
            swings: estimate.tornado.flatMap { figure, swings in
                swings.map { Swing(figure: figure.id, input: $0.input, low: $0.low, high: $0.high) }
            },
            missing: estimate.missing.map(\.parameter.id), missingLayers: estimate.missingLayers.map(\.rawValue))
    }

    /// The amount of a figure; nothing where it is not known.
    public func amount(of figure: CostFigure) -> Amount? { amounts.first { $0.id == figure.id } }
}
