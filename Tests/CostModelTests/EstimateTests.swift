import Localization
import Messages
import Testing

@testable import CostModel

/// A country that is not sure of anything.
private func openLedger() -> Ledger {
    var ledger = CountryX.ledger(CountryX.whole)
    for (parameter, value) in CountryX.whole {
        let high = parameter.definition.bounds == .share ? min(1, value * 1.3) : value * 1.3
        let low = parameter.definition.bounds == .factor ? max(1, value * 0.7) : value * 0.7
        ledger.enter(parameter, ParameterRange(low: low, mid: value, high: max(high, value)))
    }
    let (required, installed) = (ParameterRange(low: 80, mid: 100, high: 200), ParameterRange(low: 50, mid: 60, high: 70))
    ledger.facilities = Layer.allCases.flatMap { layer in
        Facility.Means.allCases.map { means in
            let isComputed = Facility.isComputable(layer, means)
            return .example(layer, means, isComputed ? .computed : .entered(required), installed: installed)
        }
    }
    ledger.spending = Spending.Actor.allCases.map { .example($0, .staff, ParameterRange(low: 1, mid: 2, high: 4)) }
    return ledger
}

@Suite struct EstimateTests {
    /// The second test vector of the research file, to 0.1 percent.
    @Test(arguments: [
        (CostComponent.bandwidth, 8000.0), (.storage, 9072), (.capital, 29_960.25), (.power, 9933.84), (.userTime, 2_737_500),
        (.lostMail, 1_070_666.67), (.textTime, 4_000_000), (.staff, 119_880),
    ])
    func costsOfCountryX(component: CostComponent, expected: Double) {
        let estimate = CostRun(CountryX.ledger(CountryX.values), draws: 50).estimate()
        let amount = estimate.amount(of: .component(component))
        #expect(isClose(amount?.mid, expected), "\(component): \(String(describing: amount?.mid))")
        #expect(isClose(amount?.p5, expected) && isClose(amount?.p95, expected), "single points have no range")
        #expect(isClose(estimate.people, 9.8667))
    }

    @Test func theSameSeedGivesTheSameEstimate() {
        let first = CostRun(openLedger(), seed: 7, draws: 2000).estimate()
        let second = CostRun(openLedger(), seed: 7, draws: 2000).estimate()
        #expect(first.amounts == second.amounts && first.amounts.count == CostFigure.all.count)
        let other = CostRun(openLedger(), seed: 8, draws: 2000).estimate()
        #expect(first.amounts != other.amounts)
        #expect(first.amounts.map(\.mid) == other.amounts.map(\.mid), "what is likeliest is no matter of chance")
    }

    @Test func oneMoreValueMovesNoOther() {
        var without = openLedger()
        without.entries[.transitPrice] = nil
        let figure = CostFigure.component(.lostMail)
        let (with, less) = (CostRun(openLedger(), draws: 500).estimate(), CostRun(without, draws: 500).estimate())
        #expect(with.amount(of: figure) == less.amount(of: figure))
        #expect(less.amount(of: .component(.bandwidth)) == nil)
    }

    @Test func quantilesAreInOrderAndTheDistributionIsTriangular() {
        let estimate = CostRun(openLedger(), draws: 2000).estimate()
        for amount in estimate.amounts { #expect(amount.p5 <= amount.p50 && amount.p50 <= amount.p95, "\(amount)") }
        let range = ParameterRange(low: 2, mid: 3, high: 10)
        #expect(range.triangular(0) == 2 && abs(range.triangular(0.125) - 3) < 1e-12 && abs(range.triangular(1) - 10) < 1e-12)
        var random = SplitMix(seed: 1)
        let draws = (0..<100_000).map { _ in range.draw(&random) }
        #expect(abs(draws.reduce(0, +) / 100_000 - 5) < 0.02, "the mean is a third of the three together")
        #expect(draws.allSatisfy { (2...10).contains($0) })
        #expect(Quantiles.value(at: 0.5, of: [1, 2, 3, 4]) == 2.5 && Quantiles.value(at: 0.95, of: [7]) == 7)
    }

    @Test func pricesInAnotherCurrencyGiveAllAmountsInIt() {
        var dear = openLedger()
        for (parameter, entry) in dear.entries where parameter.definition.isPrice {
            dear.entries[parameter]?.range = entry.range?.scaled(by: 40)
        }
        for place in dear.facilities.indices {
            dear.facilities[place].installed = dear.facilities[place].installed?.scaled(by: 40)
            if case .entered(let range) = dear.facilities[place].required {
                dear.facilities[place].required = .entered(range.scaled(by: 40))
            }
        }
        for place in dear.spending.indices { dear.spending[place].amount = dear.spending[place].amount.scaled(by: 40) }
        let (plain, scaled) = (CostRun(openLedger(), draws: 200).estimate(), CostRun(dear, draws: 200).estimate())
        for (one, forty) in zip(plain.amounts, scaled.amounts) {
            #expect(abs(forty.mid - 40 * one.mid) <= 1e-9 * abs(forty.mid), "\(one.figure)")
            #expect(abs(forty.p95 - 40 * one.p95) <= 1e-9 * abs(forty.p95), "\(one.figure)")
        }
        let (there, here) = (plain.comparison?.amounts ?? [], scaled.comparison?.amounts ?? [])
        #expect(there.count > 8 && there.count == here.count, "international dollars stay the same")
        for (one, other) in zip(there, here) { #expect(abs(one.mid - other.mid) <= 1e-9 * abs(one.mid), "\(one.figure)") }
    }

    @Test func twiceTheMailIsTwiceTheCostOfWhatMailUses() {
        var twice = CountryX.ledger(CountryX.whole)
        twice.enter(.mailboxes, ParameterRange(10e6))
        let (once, double) = (CostRun(CountryX.ledger(CountryX.whole), draws: 1).estimate(), CostRun(twice, draws: 1).estimate())
        for component in [CostComponent.bandwidth, .storage, .userTime, .lostMail, .mobileData] {
            let (one, two) = (once.amount(of: .component(component))?.mid ?? 0, double.amount(of: .component(component))?.mid ?? 0)
            #expect(one > 0 && abs(two - 2 * one) < 1e-6 * two, "\(component)")
        }
        #expect(once.amount(of: .component(.textTime)) == double.amount(of: .component(.textTime)))
    }

    @Test(arguments: [
        Parameter.transitPrice, .storagePrice, .serverPrice, .powerPrice, .salary, .hourValue, .dataPrice, .deleteTime, .terminationPrice,
        .meanLoss, .centreStaff, .calls, .subscribers, .spamShare, .messagesPerDay,
    ])
    func moreOfAnythingCostsNoLess(parameter: Parameter) throws {
        var more = CountryX.ledger(CountryX.whole)
        more.enter(parameter, ParameterRange(try #require(CountryX.whole[parameter]) * 1.5))
        let (before, after) = (CostRun(CountryX.ledger(CountryX.whole), draws: 1).estimate(), CostRun(more, draws: 1).estimate())
        var grew = false
        for component in CostComponent.allCases where component != .lostMail || parameter != .spamShare {
            let figure = CostFigure.component(component)
            let (low, high) = (before.amount(of: figure)?.mid ?? 0, after.amount(of: figure)?.mid ?? 0)
            // Where more of the mail is spam, refused early, there is less to filter.
            if parameter == .spamShare, component == .capital || component == .power { continue }
            #expect(high >= low, "\(component)")
            grew = grew || high > low
        }
        #expect(grew)
    }

    @Test func eachLineNeedsWhatItSaysAndNothingElse() {
        var known = ParameterValues()
        for (parameter, value) in CountryX.whole { known[parameter] = value }
        for component in CostComponent.allCases {
            #expect(component.amount(known) > 0, "\(component)")
            for parameter in Parameter.allCases {
                var less = known
                less[parameter] = .nan
                #expect(component.amount(less).isNaN == component.needs.contains(parameter), "\(component) \(parameter)")
            }
        }
    }

    @Test func everyParameterHasAnIdAMeaningAndAUse() {
        #expect(Set(ParameterDefinition.all.map(\.id)).count == Parameter.allCases.count)
        #expect(ParameterDefinition.all.map(\.parameter).count == Parameter.allCases.count)
        #expect(
            Catalogue(ParameterDefinition.all.map(\.meaning), Plausibility.sentences, FigureNames.sentences).problems() == [])
        for parameter in Parameter.allCases { #expect(Parameter(id: parameter.id) == parameter) }
    }

    @Test(arguments: Language.allCases)
    func everyFigureHasANameOfItsOwn(language: Language) {
        let names = CostFigure.all.map { FigureNames.name(of: $0, in: language) }
        #expect(names.allSatisfy { !$0.hasPrefix("cost.") && !$0.isEmpty })
        #expect(Set(CostFigure.all.map(\.id)).count == CostFigure.all.count && CostFigure.all.allSatisfy { CostFigure(id: $0.id) == $0 })
        #expect(CostFigure(id: "gap.filtering.people") == .facilityGap(.filtering, .people) && CostFigure(id: "gap.") == nil)
    }

    /// What ledgers can have at most or at least, all at once: whatever comes of it can be sorted and printed.
    @Test(arguments: [false, true], [false, true])
    func extremesGiveNumbers(isLarge: Bool, isLife: Bool) {
        var ledger = CountryX.ledger([:])
        for parameter in Parameter.allCases {
            let bounds = parameter.definition.bounds
            let ends = [0, 1e-9, 1, 1e18, -0.999, 10].filter(bounds.contains).sorted()
            // What is divided by is small where all else is large.
            let isSmall = [.capitalLife, .workHours, .serverRate, .serverCores, .serverUse, .reportingRate].contains(parameter)
            let takesLast = isLarge != isSmall && (parameter != .capitalLife || isLife)
            let value = (takesLast ? ends.last : ends.first) ?? 0
            ledger.enter(parameter, ParameterRange(low: ends.first ?? 0, mid: value, high: ends.last ?? 0))
        }
        ledger.facilities = [.example(.filtering, .technical, .computed, installed: ParameterRange(1e18))]
        let estimate = CostRun(ledger, draws: 20).estimate(sum: [.operator, .users])
        #expect(estimate.amounts.count > 15)
        for amount in estimate.amounts {
            #expect([amount.mid, amount.p5, amount.p50, amount.p95].allSatisfy { $0.isFinite }, "\(amount)")
        }
        #expect(estimate.tornado.allSatisfy { $0.swings.allSatisfy { $0.low.isFinite && $0.high.isFinite } })
    }

    @Test func noPriceShips() {
        for definition in ParameterDefinition.all {
            #expect(!definition.isPrice || definition.published == nil, "\(definition.id)")
            #expect(definition.published?.source.isEmpty != true, "\(definition.id)")
        }
    }
}
