/// What a run was made of and what came of it, so that anybody can make it again: scenario, version of each value, seed, draws.
///
/// It holds the values themselves, published ones too: neither the ledger nor what later versions of Chaffinch publish is needed.
public struct RunRecord: Sendable {
    /// The version of the program that made the run.
    public var program: String
    /// Every value that was reckoned with, and those that were asked for in vain.
    public var ledger: Ledger
    /// The seed of the draws.
    public var seed: UInt64
    /// How many draws there were.
    public var draws: Int
    /// The perspectives that were added up.
    public var summed: [Perspective]
    /// What came of it.
    public var figures: [Figure]

    /// A figure as it came out.
    public struct Figure: Sendable, Hashable {
        /// Its name (`total.users`); `sum` for what was added up.
        public var id: String
        /// What comes of the likeliest values.
        public var mid: Double
        /// The value below which 5 percent of the draws lie.
        public var p5: Double
        /// Half of the draws lie below.
        public var p50: Double
        /// 95 percent of the draws lie below.
        public var p95: Double

        init(_ id: String, _ amount: CostEstimate.Amount) {
            self.id = id
            mid = amount.mid
            p5 = amount.p5
            p50 = amount.p50
            p95 = amount.p95
        }

        init(id: String, mid: Double, p5: Double, p50: Double, p95: Double) {
            self.id = id
            self.mid = mid
            self.p5 = p5
            self.p50 = p50
            self.p95 = p95
        }

        /// Whether another is the same but for a millionth of a millionth, which is what machines differ by in a logarithm.
        func isSame(as other: Figure) -> Bool {
            zip([mid, p5, p50, p95], [other.mid, other.p5, other.p50, other.p95]).allSatisfy { one, two in
                one == two || abs(one - two) <= 1e-12 * max(abs(one), abs(two))
            }
        }
    }

    /// The record of an estimate.
    public init(_ estimate: CostEstimate, program: String) {
        self.program = program
        self.ledger = estimate.ledger
        for parameter in Parameter.allCases {
            if let entry = estimate.ledger.entry(of: parameter) { ledger.entries[parameter] = entry }
        }
        self.seed = estimate.seed
        self.draws = estimate.draws
        self.summed = estimate.summed
        self.figures = RunRecord.figures(of: estimate)
    }

    init(program: String, ledger: Ledger, seed: UInt64, draws: Int, summed: [Perspective], figures: [Figure]) {
        self.program = program
        self.ledger = ledger
        self.seed = seed
        self.draws = draws
        self.summed = summed
        self.figures = figures
    }

    /// The run made again.
    public func repeated() -> CostEstimate { CostRun(ledger, seed: seed, draws: draws).estimate(sum: summed) }

    /// The names of the figures that come out otherwise, or on one side alone.
    public func differences(from estimate: CostEstimate) -> [String] {
        let others = Dictionary(RunRecord.figures(of: estimate).map { ($0.id, $0) }) { first, _ in first }
        let changed = figures.filter { figure in others[figure.id].map { !figure.isSame(as: $0) } ?? true }.map(\.id)
        let known = Set(figures.map(\.id))
        return changed + RunRecord.figures(of: estimate).map(\.id).filter { !known.contains($0) }
    }

    private static func figures(of estimate: CostEstimate) -> [Figure] {
        estimate.amounts.map { Figure($0.figure.id, $0) } + (estimate.sum.map { [Figure("sum", $0)] } ?? [])
    }
}
