internal import Messages
internal import Telemetry

/// Draws from a ledger. The same ledger, seed and number of draws give the same estimate.
public struct CostRun: Sendable {
    /// How many draws there are unless said.
    public static let usualDraws = 10_000
    /// How many draws there may be.
    public static let mostDraws = 100_000
    /// The seed unless said.
    public static let usualSeed: UInt64 = 52

    private let model: LedgerModel
    private let seed: UInt64
    private let draws: Int

    /// A run over a ledger; draws beyond `mostDraws` or below 1 are not made.
    public init(_ ledger: Ledger, seed: UInt64 = usualSeed, draws: Int = usualDraws) {
        self.model = LedgerModel(ledger)
        self.seed = seed
        self.draws = min(max(draws, 1), CostRun.mostDraws)
    }

    /// The estimate. Totals of the perspectives named in `sum` are added up as well; of none unless said.
    public func estimate(sum perspectives: [Perspective] = []) -> CostEstimate {
        let figures = CostFigure.all.filter(model.isKnown)
        let summed = perspectives.filter { $0.hasTotal && model.isKnown(.total($0)) }.map { CostFigure.total($0) }
        let (columns, sums) = drawn(figures, summed)
        let amounts = zip(figures, columns).map { figure, column in
            amount(of: figure, column, mid: model.amount(of: figure, in: model.likeliest))
        }
        var estimate = CostEstimate(
            ledger: model.ledger, seed: seed, draws: draws, amounts: amounts, tornado: tornado(of: figures), missing: missing(),
            missingLayers: Layer.allCases.filter { layer in !model.ledger.facilities.contains { $0.layer == layer } },
            missingMeans: Facility.Means.allCases.filter { means in !model.ledger.facilities.contains { $0.means == means } },
            awaited: model.ledger.facilities.filter { $0.installed == nil }.map(\.id),
            unentered: unentered(), years: years(), people: people(), agents: agents(), questions: [], sum: nil,
            summed: perspectives)
        if !summed.isEmpty {
            let mid = summed.reduce(0) { $0 + model.amount(of: $1, in: model.likeliest) }
            var sum = amount(of: summed[0], sums, mid: mid)
            sum.isComplete = summed.count == perspectives.count && summed.allSatisfy(isComplete)
            estimate.sum = sum
        }
        estimate.comparison = CostEstimate.Comparison(estimate, model.entries[.purchasingPower])
        estimate.questions = Plausibility.questions(about: estimate, entries: model.entries)
        return estimate
    }

    // MARK: Draws

    /// The values of each figure over all draws, and of the sum. Each input has a stream of its own, numbered by its name, so that one
    /// more input moves no other.
    private func drawn(_ figures: [CostFigure], _ summed: [CostFigure]) -> (figures: [[Double]], sums: [Double]) {
        let source = SeededRandom(seed: seed)
        var inputs = model.uncertain.map { input, range in
            (input: input, range: range, random: source.stream(FNV1a.hash(of: model.name(of: input).utf8Span.span)))
        }
        var columns = [[Double]](repeating: [], count: figures.count)
        for column in columns.indices { columns[column].reserveCapacity(draws) }
        var sums: [Double] = []
        var scenario = model.likeliest
        for _ in 0..<draws {
            for place in inputs.indices {
                let value = inputs[place].range.draw(&inputs[place].random)
                CostRun.put(value, into: &scenario, as: inputs[place].input)
            }
            for (column, figure) in figures.enumerated() { columns[column].append(model.amount(of: figure, in: scenario)) }
            if !summed.isEmpty { sums.append(summed.reduce(0) { $0 + model.amount(of: $1, in: scenario) }) }
        }
        return (columns, sums)
    }

    private static func put(_ value: Double, into scenario: inout Scenario, as input: CostInput) {
        switch input {
        case .parameter(let parameter): scenario.parameters[parameter] = value
        case .required(let place): scenario.required[place] = value
        case .installed(let place): scenario.installed[place] = value
        case .spending(let place): scenario.spending[place] = value
        }
    }

    private func amount(of figure: CostFigure, _ draws: [Double], mid: Double) -> CostEstimate.Amount {
        let sorted = draws.sorted()
        return CostEstimate.Amount(
            figure: figure, mid: mid, p5: Quantiles.value(at: 0.05, of: sorted), p50: Quantiles.value(at: 0.5, of: sorted),
            p95: Quantiles.value(at: 0.95, of: sorted), isComplete: isComplete(figure))
    }

    private func isComplete(_ figure: CostFigure) -> Bool {
        switch figure {
        case .total(let perspective): LedgerModel.components(of: perspective).allSatisfy { model.isKnown(.component($0)) }
        case .wholeGap, .gapByMeans: Layer.allCases.allSatisfy { model.isKnown(.gap($0)) }
        case .presentValue: isComplete(.wholeGap) && LedgerModel.saved.allSatisfy { model.isKnown(.component($0)) }
        case .component, .gap, .facilityGap, .ceiling, .spending: true
        }
    }

    // MARK: One at a time

    private func tornado(of figures: [CostFigure]) -> [(figure: CostFigure, swings: [CostEstimate.Swing])] {
        let inputs = model.uncertain
        return figures.filter(\.hasTornado).compactMap { figure in
            let swings = inputs.compactMap { input, range in swing(of: figure, input, range) }
            guard !swings.isEmpty else { return nil }
            return (figure, swings.sorted { $0.size != $1.size ? $0.size > $1.size : $0.input < $1.input })
        }
    }

    private func swing(of figure: CostFigure, _ input: CostInput, _ range: ParameterRange) -> CostEstimate.Swing? {
        var scenario = model.likeliest
        CostRun.put(range.low, into: &scenario, as: input)
        let low = model.amount(of: figure, in: scenario)
        CostRun.put(range.high, into: &scenario, as: input)
        let high = model.amount(of: figure, in: scenario)
        return low == high ? nil : CostEstimate.Swing(input: model.name(of: input), low: low, high: high)
    }

    // MARK: What is missing, and what goes beside

    private func missing() -> [CostEstimate.Missing] {
        var figures: [Parameter: [String]] = [:]
        for figure in CostFigure.all {
            for parameter in model.missing(for: figure) { figures[parameter, default: []].append(figure.id) }
        }
        for parameter in CostRun.hotlineNeeds where model.entries[parameter] == nil {
            figures[parameter, default: []].append(CostEstimate.hotline)
        }
        return Parameter.allCases.compactMap { parameter in
            figures[parameter].map {
                CostEstimate.Missing(parameter: parameter, figures: $0, asked: model.ledger.entries[parameter]?.source)
            }
        }
    }

    private static let hotlineNeeds: [Parameter] = [.callMinutes, .callsPerHour, .waitLimit, .serviceLevel]

    private func unentered() -> [(parameter: Parameter, entry: LedgerEntry)] {
        let used = Set(CostFigure.all.filter(model.isKnown).flatMap(model.needs))
        return Parameter.allCases.compactMap { parameter in
            guard used.contains(parameter), let entry = model.entries[parameter] else { return nil }
            if case .entered = entry.origin { return nil }
            return (parameter, entry)
        }
    }

    private func years() -> [CostEstimate.Year] {
        guard model.entries[.growth] != nil, Needs.capital.allSatisfy({ model.entries[$0] != nil }) else { return [] }
        let values = model.likeliest.parameters
        let people = people()
        return InvestmentReturn.growth(values[.growth]).enumerated().map { year, growth in
            let demand = ServerDemand(values, growth: growth)
            return CostEstimate.Year(
                year: year, messagesPerSecond: demand.messagesPerSecond, servers: demand.servers, capital: demand.capital(values),
                people: people.map { $0 * growth })
        }
    }

    private func people() -> Double? {
        let people = CostComponent.people(model.likeliest.parameters)
        return people.isNaN ? nil : people
    }

    private func agents() -> Int? {
        guard CostRun.hotlineNeeds.allSatisfy({ model.entries[$0] != nil }) else { return nil }
        let values = model.likeliest.parameters
        let queue = HotlineQueue(callsPerHour: values[.callsPerHour], handlingTime: values[.callMinutes] * 60)
        return queue.agents(for: values[.serviceLevel], within: values[.waitLimit])
    }
}
