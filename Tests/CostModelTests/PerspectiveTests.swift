import Localization
import Messages
import Testing

@testable import CostModel

private func facility(_ layer: Layer, _ means: Facility.Means, _ required: Facility.Requirement, installed: Double) -> Facility {
    .example(layer, means, required, installed: ParameterRange(installed))
}

@Suite struct PerspectiveTests {
    @Test func nothingIsSummedUnlessAskedFor() throws {
        let run = CostRun(CountryX.ledger(CountryX.whole), draws: 10)
        let silent = run.estimate()
        #expect(silent.sum == nil && silent.amount(of: .total(.transfers)) == nil)
        let asked = run.estimate(sum: [.operator, .public, .transfers])
        let (spent, state) = (silent.amount(of: .total(.operator))?.mid ?? 0, silent.amount(of: .total(.public))?.mid ?? 0)
        let sum = try #require(asked.sum)
        #expect(spent > 0 && state == 210_000 && abs(sum.mid - spent - state) < 1e-6)
        #expect(!sum.isComplete, "what changes hands has no total, so it is not in the sum")
    }

    @Test func whatIsMissingIsNamedAndNotGuessed() throws {
        var ledger = CountryX.ledger(CountryX.values)
        ledger.entries[.powerPrice] = nil
        ledger.entries[.powerPrice] = LedgerEntry(
            range: nil, priceYear: nil, country: "XX", source: "the utility does not answer", method: .notAvailable, grade: nil,
            origin: .entered(line: 9))
        let estimate = CostRun(ledger, draws: 10).estimate()
        #expect(estimate.amount(of: .component(.power)) == nil)
        let total = try #require(estimate.amount(of: .total(.operator)))
        #expect(!total.isComplete && total.mid > 0)
        let power = try #require(estimate.missing.first { $0.parameter == .powerPrice })
        #expect(power.figures == ["power"] && power.asked == "the utility does not answer")
        let prices = estimate.missing.filter { $0.parameter.definition.isPrice }.map(\.parameter.id)
        #expect(prices.contains("data.price") && prices.contains("public.staff") && !prices.contains("servers.price"))
        #expect(estimate.missingLayers == Layer.allCases)
        #expect(estimate.missing.contains { $0.parameter == .callsPerHour && $0.figures == ["hotline"] })
        let nothing = CostRun(Ledger(title: "T", country: "XX", currency: "XCU", priceYear: 2026), draws: 10).estimate()
        #expect(nothing.amounts.isEmpty && nothing.tornado.isEmpty && nothing.years.isEmpty && nothing.unentered.isEmpty)
    }

    @Test func zeroIsAValue() {
        var ledger = CountryX.ledger(CountryX.whole)
        ledger.enter(.licences, ParameterRange(0))
        ledger.enter(.feeds, ParameterRange(0))
        #expect(CostRun(ledger, draws: 10).estimate().amount(of: .component(.licences))?.mid == 0)
    }

    @Test func publishedValuesAreTakenAndSaid() throws {
        var ledger = CountryX.ledger(CountryX.values)
        ledger.entries[.spamShare] = nil
        ledger.entries[.hourValue] = nil
        ledger.enter(.incomePerHead, ParameterRange(low: 3600, mid: 4500, high: 5400))
        let estimate = CostRun(ledger, draws: 100).estimate()
        let taken = Dictionary(estimate.unentered.map { ($0.parameter, $0.entry) }) { $1 }
        #expect(taken[.spamShare]?.origin == .published && taken[.spamShare]?.grade == .literature)
        #expect(taken[.hourValue]?.origin == .derived && taken[.hourValue]?.range == ParameterRange(low: 2, mid: 2.5, high: 3))
        #expect(taken[.reportingRate] == nil, "nothing that is known uses it")
        let time = try #require(estimate.amount(of: .component(.userTime)))
        #expect(time.p5 < time.mid && time.mid < time.p95)
    }

    @Test func theTornadoIsOneAtATimeAndSorted() throws {
        var ledger = CountryX.ledger(CountryX.whole)
        ledger.enter(.lossPerMail, ParameterRange(low: 4, mid: 5, high: 6))
        ledger.enter(.deleteTime, ParameterRange(low: 3, mid: 5, high: 30))
        ledger.enter(.transitPrice, ParameterRange(low: 1, mid: 10, high: 100))
        let estimate = CostRun(ledger, draws: 10).estimate()
        let users = try #require(estimate.tornado.first { $0.figure == .total(.users) }).swings
        #expect(users.map(\.input) == ["time.delete", "good.loss"])
        let mid = try #require(estimate.amount(of: .total(.users))).mid
        #expect(abs(users[0].high - (mid + 2_737_500 * 5)) < 1 && abs(users[0].low - (mid - 2_737_500 * 2 / 5)) < 1)
        #expect(estimate.tornado.first { $0.figure == .total(.operator) }?.swings.map(\.input) == ["network.transit-price"])
        #expect(estimate.tornado.first { $0.figure == .total(.public) } == nil)
    }

    @Test func theGapIsByClassAndSurplusMakesUpForNothing() throws {
        var ledger = CountryX.ledger(CountryX.whole)
        ledger.facilities = [
            facility(.network, .technical, .entered(ParameterRange(100)), installed: 40),
            facility(.network, .people, .entered(ParameterRange(10)), installed: 500),
            facility(.filtering, .technical, .computed, installed: 100_000),
        ]
        let estimate = CostRun(ledger, draws: 10).estimate()
        #expect(estimate.amount(of: .gap(.network))?.mid == 60)
        // 5925.93 messages a second times 1.06^5 take 14 servers and one in reserve.
        #expect(estimate.years.map(\.servers) == [12, 12, 13, 14, 14, 15])
        #expect(estimate.amount(of: .gap(.filtering))?.mid == 35_000)
        let whole = try #require(estimate.amount(of: .wholeGap))
        #expect(whole.mid == 35_060 && !whole.isComplete && estimate.missingLayers == [.equipment, .service, .feedback])
        #expect(estimate.amount(of: .gapByMeans(.technical))?.mid == 35_060 && estimate.amount(of: .gapByMeans(.people))?.mid == 0)
        #expect(estimate.amount(of: .facilityGap(.network, .technical))?.mid == 60)
        #expect(estimate.missingMeans == [.facility, .training] && estimate.amount(of: .gapByMeans(.training)) == nil)
        ledger.entries[.growth] = nil
        let unknown = CostRun(ledger, draws: 10).estimate()
        #expect(unknown.amount(of: .gap(.filtering)) == nil && unknown.years.isEmpty)
        #expect(unknown.missing.first { $0.parameter == .growth }?.figures == ["gap.filtering", "present-value"])
        #expect(unknown.amount(of: .gapByMeans(.technical))?.mid == 60, "a class that is not known is in no sum")
        #expect(unknown.amount(of: .gapByMeans(.technical))?.isComplete == false)
    }

    @Test func whatMeansAddUpToIsWhatClassesAddUpTo() throws {
        var ledger = CountryX.ledger(CountryX.whole)
        for (place, layer) in Layer.allCases.enumerated() {
            for (step, means) in Facility.Means.allCases.enumerated() {
                let required = ParameterRange(low: 50, mid: Double(100 + 10 * place + step), high: 400)
                ledger.facilities.append(.example(layer, means, .entered(required), installed: ParameterRange(low: 0, mid: 90, high: 120)))
            }
        }
        let estimate = CostRun(ledger, draws: 50).estimate()
        let whole = try #require(estimate.amount(of: .wholeGap))
        let classes = Layer.allCases.compactMap { estimate.amount(of: .gap($0))?.mid }.reduce(0, +)
        let means = Facility.Means.allCases.compactMap { estimate.amount(of: .gapByMeans($0))?.mid }.reduce(0, +)
        let single = estimate.amounts.filter { if case .facilityGap = $0.figure { true } else { false } }.map(\.mid).reduce(0, +)
        #expect(whole.isComplete && whole.mid > 0 && [classes, means, single].allSatisfy { abs($0 - whole.mid) < 1e-9 })
        #expect(estimate.missingMeans.isEmpty && estimate.missingLayers.isEmpty)
    }

    @Test func payOverFiveYearsFollowsFromTheLedger() throws {
        var ledger = CountryX.ledger(CountryX.whole)
        ledger.facilities = [facility(.feedback, .people, .computed, installed: 0)]
        ledger.enter(.growth, ParameterRange(0))
        #expect(isClose(CostRun(ledger, draws: 1).estimate().amount(of: .gap(.feedback))?.mid, 5 * 119_880))
        ledger.enter(.growth, ParameterRange(0.1))
        let grown = CostRun(ledger, draws: 1).estimate()
        #expect(isClose(grown.amount(of: .gap(.feedback))?.mid, 119_880 * (1.1 + 1.21 + 1.331 + 1.4641 + 1.61051)))
        #expect(isClose(grown.years.last?.people, 9.8667 * 1.61051) && isClose(grown.years.first?.people, 9.8667))
    }

    @Test func aPresentValueWithoutItsDataPriceIsInPart() throws {
        var ledger = CountryX.ledger(CountryX.whole)
        ledger.facilities = Layer.allCases.map { facility($0, .technical, .entered(ParameterRange(1)), installed: 0) }
        #expect(CostRun(ledger, draws: 1).estimate().amount(of: .presentValue)?.isComplete == true)
        ledger.entries[.dataPrice] = nil
        #expect(CostRun(ledger, draws: 1).estimate().amount(of: .presentValue)?.isComplete == false)
    }

    @Test func otherCountriesCompareInDollarsThatBuyTheSame() throws {
        var ledger = CountryX.ledger(CountryX.whole)
        // Prices have doubled since 2021: what then took 1 takes 2 of today.
        ledger.entries[.purchasingPower]?.priceYear = 2021
        let estimate = CostRun(ledger, draws: 10).estimate()
        let comparison = try #require(estimate.comparison)
        #expect(comparison.year == 2021 && comparison.rate == 2 && comparison.source == "example")
        let (here, there) = (estimate.amount(of: .total(.operator)), comparison.amounts.first { $0.figure == .total(.operator) })
        #expect(isClose(there?.mid, (here?.mid ?? 0) / 2) && isClose(there?.p95, (here?.p95 ?? 0) / 2))
        #expect(comparison.amounts.allSatisfy { $0.figure != .component(.staff) })
        ledger.entries[.purchasingPower] = nil
        #expect(CostRun(ledger, draws: 10).estimate().comparison == nil)
    }

    @Test func spendingStandsByActorAndInNoOtherFigure() throws {
        var ledger = CountryX.ledger(CountryX.whole)
        let before = CostRun(ledger, draws: 10).estimate()
        ledger.spending = [
            .example(.mobileOperator, .staff, ParameterRange(low: 1, mid: 2, high: 3)),
            .example(.mobileOperator, .capital, ParameterRange(10)),
            .example(.state, .training, ParameterRange(5)),
        ]
        let estimate = CostRun(ledger, draws: 10).estimate()
        let mobile = try #require(estimate.amount(of: .spending(.mobileOperator)))
        #expect(mobile.mid == 12 && mobile.p5 < mobile.p95 && estimate.amount(of: .spending(.state))?.p95 == 5)
        #expect(estimate.amount(of: .spending(.user)) == nil)
        for perspective in Perspective.allCases {
            #expect(estimate.amount(of: .total(perspective)) == before.amount(of: .total(perspective)))
        }
    }
}

@Suite struct PlausibilityTests {
    private func questions(_ change: (inout Ledger) -> Void) -> [String] {
        var ledger = CountryX.ledger(CountryX.whole)
        change(&ledger)
        let estimate = CostRun(ledger, draws: 10).estimate()
        #expect(!estimate.amounts.isEmpty, "a question keeps nobody from an estimate")
        return estimate.questions.map { "\($0.id) \($0.about)" }
    }

    @Test func aPlausibleLedgerIsAskedNothing() {
        #expect(questions { _ in } == [])
    }

    @Test func whatLiesOutsideIsAskedAbout() {
        #expect(questions { $0.enter(.spamShare, ParameterRange(0.9)) } == ["outside-published mail.spam-share"])
        #expect(questions { $0.enter(.overhead, ParameterRange(0.35), grade: .assumption) } == ["narrow work.overhead"])
        #expect(questions { $0.entries[.powerPrice]?.priceYear = 2020 } == ["old-price power.price"])
        #expect(questions { $0.entries[.powerPrice]?.country = "YY" } == ["other-country power.price"])
        #expect(questions { $0.enter(.hourValue, ParameterRange(25)) } == ["hour-and-income time.hour"])
        #expect(questions { $0.enter(.nationalProduct, ParameterRange(1e6)) } == ["share-of-product country.gdp"])
        #expect(questions { $0.enter(.helpdeskCalls, ParameterRange(500_000)) } == ["helpdesk work.calls"])
        #expect(questions { $0.enter(.measures, ParameterRange(2)) } == ["measures providers.measures"])
        #expect(questions { $0.enter(.targetInboxShare, ParameterRange(0.024)) } == ["no-better target.inbox-share"])
        #expect(questions { $0.lapsed[.growth] = CalendarDate("2025-12-31") } == ["lapsed growth.rate"])
        #expect(questions { $0.entries[.powerPrice]?.priceYear = 2031 } == [], "nothing newer than that is to be had")
        #expect(questions { $0.enter(.growth, ParameterRange(-0.05), grade: .assumption) } == ["narrow growth.rate"])
        #expect(questions { $0.enter(.reportedLoss, ParameterRange(1e5)) } == ["fraud-apart surveyed-fraud"])
        #expect(
            questions { $0.facilities = [facility(.network, .people, .entered(ParameterRange(1e6)), installed: 0)] } == [
                "above-ceiling gap"
            ])
        #expect(
            questions {
                $0.enter(.inboxShare, ParameterRange(0.03))
                $0.enter(.refusedShare, ParameterRange(0.98))
            } == ["outside-published mail.refused-share", "more-than-let-in mail.inbox-share"])
    }

    @Test func whatProvidersSpendIsHeldAgainstEuropeOf2009() {
        func spent(_ size: Spending.Size, _ amount: Double, by respondents: Int?, currency: String = "XCU") -> [String] {
            questions {
                $0.currency = currency
                $0.spending = [.example(.mailProvider, .staff, size: size, respondents: respondents, ParameterRange(amount))]
            }.filter { !$0.hasPrefix("spending-apart") }
        }
        // A euro is three of the country's.
        #expect(spent(.verySmall, 310_000, by: 10) == ["provider-spending mail-provider.very-small"])
        #expect(spent(.verySmall, 290_000, by: 10) == [] && spent(.verySmall, 310_000, by: nil) == [])
        #expect(spent(.verySmall, 290_000, by: 10, currency: "EUR") == ["provider-spending mail-provider.very-small"])
        #expect(spent(.veryLarge, 3_100_000, by: 1) == ["provider-spending mail-provider.very-large"])
        #expect(spent(.medium, 1e12, by: 1) == [])
        let total = CostRun(CountryX.ledger(CountryX.whole), draws: 1).estimate().amount(of: .total(.operator))?.mid ?? 0
        #expect(
            questions { $0.spending = [.example(.mobileOperator, .staff, ParameterRange(total * 3.1))] } == [
                "spending-apart total.operator"
            ])
        #expect(questions { $0.spending = [.example(.state, .staff, ParameterRange(total * 3.1))] } == [])
    }

    @Test func aCommentGoesWithItsQuestion() throws {
        var ledger = CountryX.ledger(CountryX.whole)
        ledger.enter(.spamShare, ParameterRange(0.9))
        ledger.entries[.spamShare]?.comment = "a month of an attack"
        #expect(CostRun(ledger, draws: 1).estimate().questions.map(\.comment) == ["a month of an attack"])
    }

    @Test func everyQuestionHasItsSentence() {
        let catalogue = Catalogue(Plausibility.sentences)
        let estimate = CostRun(CountryX.ledger([.spamShare: 0.9]), draws: 1).estimate()
        #expect(estimate.questions.count == 1)
        for question in estimate.questions {
            for language in Language.allCases {
                let text = catalogue.text(question.statement, in: language)
                #expect(text.contains("mail.spam-share") && !text.contains("…"), "\(text)")
            }
        }
    }
}

@Suite struct AmountTextTests {
    @Test(
        arguments: [
            (0, "0"), (2_737_500, "2 740 000"), (1000, "1000"), (12_345, "12 300"), (999.6, "1000"), (0.024, "0.024"), (0.00001, "0.00001"),
            (26.667, "26.7"), (-1500, "-1500"), (9.999, "10"), (4, "4"), (0.1 + 0.2, "0.3"),
        ] as [(Double, String)])
    func threeDigitsCount(number: Double, text: String) {
        #expect(AmountText.rounded(number) == text.replacing(" ", with: "\u{202F}"))
    }

    @Test func whatIsNoNumberIsNotTold() {
        #expect(AmountText.rounded(.nan) == "…" && AmountText.rounded(.infinity) == "…")
        #expect(AmountText.rounded(1e300) == "1e+300")
    }
}
