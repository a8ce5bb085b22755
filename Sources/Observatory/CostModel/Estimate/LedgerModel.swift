internal import Glibc
internal import Messages

/// The formulae over one ledger: what can be worked out of it, what is missing, and any figure of any scenario.
struct LedgerModel: Sendable {
    let ledger: Ledger
    /// What is reckoned with, by parameter.
    let entries: [Parameter: LedgerEntry]
    /// The likeliest value of everything.
    let likeliest: Scenario

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
            }, installed: ledger.facilities.map(\.installed.mid))
    }

    // MARK: What is known

    /// What is needed for a figure and not known.
    func missing(for figure: CostFigure) -> [Parameter] { needs(of: figure).filter { entries[$0] == nil } }

    /// Whether a figure can be worked out. A total can as soon as one of its lines can, the whole gap as soon as that of one class.
    func isKnown(_ figure: CostFigure) -> Bool {
        switch figure {
        case .component, .ceiling: missing(for: figure).isEmpty
        case .total(let perspective): LedgerModel.components(of: perspective).contains { isKnown(.component($0)) }
        case .gap(let layer): ledger.facilities.contains { $0.layer == layer } && missing(for: figure).isEmpty
        case .wholeGap: Layer.allCases.contains { isKnown(.gap($0)) }
        case .presentValue: isKnown(.wholeGap) && missing(for: figure).isEmpty
        }
    }

    func needs(of figure: CostFigure) -> [Parameter] {
        switch figure {
        case .component(let component): component.needs
        case .total, .wholeGap: []
        case .gap(let layer):
            ledger.facilities.contains { $0.layer == layer && $0.required == .computed } ? Needs.capital + [.growth] : []
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
            if facility.installed.isOpen { inputs.append((.installed(place), facility.installed)) }
        }
        return inputs
    }

    /// The name of something uncertain (`mail.size`, `filtering.technical.installed`).
    func name(of input: CostInput) -> String {
        switch input {
        case .parameter(let parameter): parameter.id
        case .required(let place): ledger.facilities[place].id + ".required"
        case .installed(let place): ledger.facilities[place].id + ".installed"
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
        case .gap(let layer): gap(of: layer, in: scenario)
        case .wholeGap: Layer.allCases.filter { isKnown(.gap($0)) }.reduce(0) { $0 + gap(of: $1, in: scenario) }
        case .presentValue: presentValue(in: scenario)
        case .ceiling:
            InvestmentReturn.ceiling(vulnerability: scenario.parameters[.vulnerability], loss: scenario.parameters[.exposedLoss])
        }
    }

    /// What is needed beyond what is there. Too much of one thing does not make up for too little of another.
    private func gap(of layer: Layer, in scenario: Scenario) -> Double {
        var sum = 0.0
        for (place, facility) in ledger.facilities.enumerated() where facility.layer == layer {
            let required = scenario.required[place] ?? LedgerModel.capitalNeeded(scenario.parameters)
            sum += max(0, required - scenario.installed[place])
        }
        return sum
    }

    /// What servers cost that filter the mail of the year, among those looked ahead to, with the most of it.
    private static func capitalNeeded(_ values: ParameterValues) -> Double {
        let growth = max(1, pow(1 + values[.growth], Double(InvestmentReturn.horizon)))
        return ServerDemand(values, growth: growth).capital(values)
    }

    private func presentValue(in scenario: Scenario) -> Double {
        let values = scenario.parameters
        var aimed = values
        aimed[.inboxShare] = values[.targetInboxShare]
        let lines = [CostComponent.userTime, .mobileData].filter { isKnown(.component($0)) }
        let saved = lines.reduce(0) { $0 + $1.amount(values) - $1.amount(aimed) }
        var (growth, savings) = (1.0, [Double]())
        for _ in 1...InvestmentReturn.horizon {
            growth *= 1 + values[.growth]
            savings.append(saved * growth)
        }
        return InvestmentReturn.netPresentValue(
            capital: amount(of: .wholeGap, in: scenario), savings: savings, operation: values[.newOperation],
            rate: values[.capitalRate])
    }
}
