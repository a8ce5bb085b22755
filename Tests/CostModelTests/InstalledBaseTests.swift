import Messages
import Testing

@testable import CostModel

private func answer(
    _ respondent: String, _ amount: Double?, to high: Double? = nil, means: Facility.Means = .technical, currency: String = "XCU",
    year: Int = 2026
) -> InstalledAnswer {
    InstalledAnswer(
        respondent: respondent, layer: .network, means: means,
        amount: amount.map { ParameterRange(low: $0, mid: $0, high: high ?? $0) }, currency: currency, year: year)
}

@Suite struct InstalledBaseTests {
    private var waiting: Ledger {
        get throws {
            try Ledger.read(
                """
                ledger: {title: T, country: XX, currency: XCU, price-year: 2026}
                price-index: {source: s, 2024: 80, 2026: 100}
                facilities:
                  - {class: network, means: technical, required: 100, installed: answers, unit: XCU, year: 2026, source: plan, method: expert, grade: C}
                  - {class: network, means: people, required: 10, installed: 4, unit: XCU, year: 2026, source: plan, method: expert, grade: C}

                """, path: "l.yaml")
        }
    }

    @Test func withoutAnswersTheGapIsNotKnown() throws {
        let estimate = CostRun(try waiting, draws: 1).estimate()
        #expect(estimate.awaited == ["network.technical"] && estimate.amount(of: .gap(.network)) == nil)
        #expect(estimate.amount(of: .facilityGap(.network, .people))?.mid == 6 && estimate.amount(of: .wholeGap) == nil)
        let silent = try waiting.taking(InstalledBase(source: "round 1", answers: [answer("a", nil)]))
        #expect(CostRun(silent, draws: 1).estimate().awaited == ["network.technical"], "not available is not zero")
    }

    @Test func answersAreAddedUpInMoneyOfTheLedger() throws {
        let base = InstalledBase(
            source: "round 1",
            answers: [
                answer("a", 20, to: 30), answer("b", 16, year: 2024), answer("c", nil), answer("d", 0), answer("a", 900, means: .people),
            ])
        let ledger = try waiting.taking(base)
        let facility = try #require(ledger.facilities.first)
        #expect(facility.installed == ParameterRange(low: 40, mid: 40, high: 50), "16 of 2024 are 20 of 2026")
        #expect(facility.answers?.given == 3 && facility.answers?.unavailable == 1)
        #expect(facility.entry.source == "round 1" && facility.entry.origin == .answered && facility.entry.grade == .survey)
        #expect(ledger.facilities[1].installed == ParameterRange(4), "what was entered stays")
        let estimate = CostRun(ledger, draws: 50).estimate()
        #expect(estimate.amount(of: .facilityGap(.network, .technical))?.mid == 60 && estimate.awaited == [])
        #expect(estimate.amount(of: .gap(.network))?.mid == 66)
        #expect(estimate.questions.map { "\($0.id) \($0.about)" } == ["unanswered network.technical"])
    }

    @Test func theOrderOfAnswersIsNoMatter() throws {
        let answers = [0.1, 0.2, 0.3, 0.7, 1e9].enumerated().map { answer("r\($0)", $1) }
        let one = try waiting.taking(InstalledBase(source: "s", answers: answers))
        let other = try waiting.taking(InstalledBase(source: "s", answers: answers.reversed()))
        #expect(one.facilities == other.facilities)
    }

    @Test(arguments: [
        (answer("b", 1), InstalledBaseError?.none), (answer("a", 1), .answeredTwice(respondent: "a", facility: "network.technical")),
        (answer("b", 1, currency: "USD"), .otherCurrency(respondent: "b", currency: "USD")),
        (answer("b", 1, year: 2023), .noPriceIndex(respondent: "b", year: 2023)),
        (answer("b", 2, to: 1), .badAmount(respondent: "b", facility: "network.technical")),
        (answer("b", .nan), .badAmount(respondent: "b", facility: "network.technical")),
        (answer("b", .infinity), .badAmount(respondent: "b", facility: "network.technical")),
        (answer("b", -1), .badAmount(respondent: "b", facility: "network.technical")),
    ])
    func whatCannotBeAddedIsAnError(second: InstalledAnswer, expected: InstalledBaseError?) throws {
        let base = InstalledBase(source: "s", answers: [answer("a", 1), second])
        do throws(InstalledBaseError) {
            let ledger = try waitingLedger().taking(base)
            #expect(expected == nil && ledger.facilities[0].answers?.given == 2)
        } catch {
            #expect(error == expected && "\(error)".contains(second.respondent))
        }
    }

    private func waitingLedger() -> Ledger {
        var ledger = Ledger(title: "T", country: "XX", currency: "XCU", priceYear: 2026)
        ledger.facilities = [.example(.network, .technical, .entered(ParameterRange(1)), installed: nil)]
        return ledger
    }
}
