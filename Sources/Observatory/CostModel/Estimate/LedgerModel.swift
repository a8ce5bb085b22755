internal import Messages

/// The formulae over one ledger: what can be worked out of it, what is missing, and any figure of any scenario.
struct LedgerModel: Sendable {
    let ledger: Ledger
    /// What is reckoned with, by parameter.
    let entries: [Parameter: LedgerEntry]
    /// The likeliest value of everything.
    let likeliest: Scenario
    /// The classes of X.1231 whose gap is known.
    private(set) var knownLayers: Set<Layer> = []

    init(_ ledger: Ledger) {
        self.ledger = ledger
        var entries: [Parameter: LedgerEntry] = [:]
        var parameters = ParameterValues()
        for parameter in Parameter.allCases {
            guard let entry = ledger.entry(of: parameter), let range = entry.range else { continue }
            entries[parameter] = entry
            parameters[parameter] = range.mid
        }
        self.entries = entries
        likeliest = Scenario(
            parameters: parameters,
            required: ledger.facilities.map { facility in
                if case .entered(let range) = facility.required { range.mid } else { nil }
            }, installed: ledger.facilities.map { $0.installed?.mid }, spending: ledger.spending.map(\.amount.mid))
        knownLayers = Set(Layer.allCases.filter { isKnown(.gap($0)) })
    }

    // MARK: What is known

    /// What is needed for a figure and not known.
    func missing(for figure: CostFigure) -> [Parameter] { needs(of: figure).filter { entries[$0] == nil } }

    /// Whether a figure can be worked out. A total can as soon as one of its lines can, the whole gap as soon as that of one class.
    func isKnown(_ figure: CostFigure) -> Bool {
        switch figure {
        case .component, .ceiling: missing(for: figure).isEmpty
        case .total(let perspective): LedgerModel.components(of: perspective).contains { isKnown(.component($0)) }
        case .gap(let layer):
            ledger.facilities.contains { $0.layer == layer } && ledger.facilities.allSatisfy { $0.layer != layer || isKnown($0) }
        case .gapByMeans(let means): ledger.facilities.contains { $0.means == means && isKnown(.gap($0.layer)) }
        case .facilityGap(let layer, let means): ledger.facilities.contains { $0.layer == layer && $0.means == means && isKnown($0) }
        case .wholeGap: Layer.allCases.contains { isKnown(.gap($0)) }
        case .spending(let actor): ledger.spending.contains { $0.actor == actor }
        case .presentValue: isKnown(.wholeGap) && missing(for: figure).isEmpty
        }
    }

    /// Whether it can be worked out what there is still to be invested in a facility.
    private func isKnown(_ facility: Facility) -> Bool { facility.installed != nil && facility.needs.allSatisfy { entries[$0] != nil } }

    func needs(of figure: CostFigure) -> [Parameter] {
        switch figure {
        case .component(let component): component.needs
        case .total, .wholeGap, .gapByMeans, .facilityGap, .spending: []
        case .gap(let layer): ledger.facilities.filter { $0.layer == layer }.flatMap(\.needs)
        case .ceiling: [.vulnerability, .exposedLoss]
        case .presentValue: CostComponent.userTime.needs + [.targetInboxShare, .newOperation, .growth, .capitalRate]
        }
    }

    static func components(of perspective: Perspective) -> [CostComponent] {
        CostComponent.allCases.filter { $0.perspective == perspective }
    }

    /// Everything with a range that is more than one value, in an order that does not change.
    var uncertain: [(input: CostInput, range: ParameterRange)] {
        var inputs: [(CostInput, ParameterRange)] = []
        for parameter in Parameter.allCases {
            if let range = entries[parameter]?.range, range.isOpen { inputs.append((.parameter(parameter), range)) }
        }
        for (place, facility) in ledger.facilities.enumerated() {
            if case .entered(let range) = facility.required, range.isOpen { inputs.append((.required(place), range)) }
            if let installed = facility.installed, installed.isOpen { inputs.append((.installed(place), installed)) }
        }
        for (place, spending) in ledger.spending.enumerated() where spending.amount.isOpen {
            inputs.append((.spending(place), spending.amount))
        }
        return inputs
    }

    /// The name of something uncertain (`mail.size`, `filtering.technical.installed`).
    func name(of input: CostInput) -> String {
        switch input {
        case .parameter(let parameter): parameter.id
        case .required(let place): ledger.facilities[place].id + ".required"
        case .installed(let place): ledger.facilities[place].id + ".installed"
        case .spending(let place): "spending." + ledger.spending[place].id
        }
    }

    // MARK: Figures

    /// The amount of a figure that is known, in a scenario.
    func amount(of figure: CostFigure, in scenario: Scenario) -> Double {
        switch figure {
        case .component(let component): component.amount(scenario.parameters)
        case .total(let perspective):
            LedgerModel.components(of: perspective).filter { isKnown(.component($0)) }
                .reduce(0) { $0 + $1.amount(scenario.parameters) }
        case .gap(let layer): gap(in: scenario) { $0.layer == layer }
        case .gapByMeans(let means): gap(in: scenario) { $0.means == means && knownLayers.contains($0.layer) }
        case .facilityGap(let layer, let means): gap(in: scenario) { $0.layer == layer && $0.means == means }
        case .wholeGap: gap(in: scenario) { knownLayers.contains($0.layer) }
        case .presentValue: presentValue(in: scenario)
        case .ceiling:
            InvestmentReturn.ceiling(vulnerability: scenario.parameters[.vulnerability], loss: scenario.parameters[.exposedLoss])
        case .spending(let actor):
            zip(ledger.spending, scenario.spending).reduce(0) { $1.0.actor == actor ? $0 + $1.1 : $0 }
        }
    }

    /// What is needed beyond what is there. Too much of one thing does not make up for too little of another.
    private func gap(in scenario: Scenario, of isMeant: (Facility) -> Bool) -> Double {
        var sum = 0.0
        for (place, facility) in ledger.facilities.enumerated() where isMeant(facility) {
            let required = scenario.required[place] ?? LedgerModel.needed(of: facility.means, scenario.parameters)
            sum += max(0, required - (scenario.installed[place] ?? .nan))
        }
        return sum
    }

    /// What is needed where that follows from the ledger: pay over the years ahead, or what servers cost that filter the mail of the year,
    /// this one among them, with the most of it.
    private static func needed(of means: Facility.Means, _ values: ParameterValues) -> Double {
        let growth = InvestmentReturn.growth(values[.growth])
        if means == .people { return growth.dropFirst().reduce(0) { $0 + $1 * CostComponent.staff.amount(values) } }
        return ServerDemand(values, growth: max(1, growth.last ?? 1)).capital(values)
    }

    /// The lines that fall when less spam reaches users.
    static let saved = [CostComponent.userTime, .mobileData]

    private func presentValue(in scenario: Scenario) -> Double {
        let values = scenario.parameters
        var aimed = values
        aimed[.inboxShare] = values[.targetInboxShare]
        let lines = LedgerModel.saved.filter { isKnown(.component($0)) }
        let saved = lines.reduce(0) { $0 + $1.amount(values) - $1.amount(aimed) }
        let savings = InvestmentReturn.growth(values[.growth]).dropFirst().map { saved * $0 }
        return InvestmentReturn.netPresentValue(
            capital: amount(of: .wholeGap, in: scenario), savings: savings, operation: values[.newOperation],
            rate: values[.capitalRate])
    }
}
