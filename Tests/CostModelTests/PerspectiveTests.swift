import Localization
import Messages
import Testing

@testable import CostModel

private func facility(_ layer: Layer, _ means: Facility.Means, _ required: Facility.Requirement, installed: Double) -> Facility {
    Facility(
        layer: layer, means: means, required: required, installed: ParameterRange(installed),
        entry: LedgerEntry(
            range: ParameterRange(installed), priceYear: 2026, country: "XX", source: "example", method: .surveyed, grade: .survey,
            origin: .entered(line: 1)))
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
        ledger.entries[.growth] = nil
        let unknown = CostRun(ledger, draws: 10).estimate()
        #expect(unknown.amount(of: .gap(.filtering)) == nil && unknown.years.isEmpty)
        #expect(unknown.missing.first { $0.parameter == .growth }?.figures == ["gap.filtering", "present-value"])
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
