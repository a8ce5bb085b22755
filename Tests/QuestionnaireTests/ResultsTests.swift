import CostModel
import Disclosure
import Foundation
import Localization
import TestSupport
import Testing

@testable import Questionnaire

/// What is made of answers: questions back, published sums, comparisons, readiness and a ledger of costs.
@Suite struct ResultsTests {
    private let instrument = Instrument.resolution52

    private func examples(_ names: [String] = ["answers-country-x.json", "answers-operators.json"]) throws -> [String: Response] {
        var responses: [String: Response] = [:]
        for name in names {
            let bytes = try SharedData.bytes(at: "\(Examples.folder)/study/\(name)")
            let outcome = FormImport(instrument, round: "2026").read(bytes, path: name, into: responses)
            #expect(outcome.problems.isEmpty, "\(outcome.problems)")
            responses.merge(outcome.responses) { $1 }
        }
        return responses
    }

    private func approved(_ responses: [String: Response]) throws -> [Response] {
        try responses.sorted { $0.key < $1.key }.map { _, response in
            var response = response
            for (step, person) in [(Response.Step.submit, "A"), (.review, "B"), (.approve, "B")] {
                try response.take(step, by: person, at: "", in: instrument)
            }
            return response
        }
    }

    // MARK: Plausibility

    @Test func whatIsOddIsAskedAndNothingIsBlocked() throws {
        var last = Response(instrument, round: "2025", respondent: "XX-1")
        var now = Response(instrument, round: "2026", respondent: "XX-1")
        func set(_ code: String, _ value: Double, _ before: Double? = nil) {
            now.answers[code] = Answer(.amount(.init(value)), method: .measured)
            if let before { last.answers[code] = Answer(.amount(.init(before))) }
        }
        set("B1_email", 100, 66)
        set("B2_email", 99, 200)
        set("B1_sms", 150, 100)
        set("B2_sms", 160)
        set("C1_scam", 60)
        set("C1_phishing", 60)
        set("H2", 500)
        now.answers["B5"] = Answer(.amount(.init(7)))
        let queries = AnswerReview(instrument).queries(on: now, last: last)
        #expect(
            queries.map { "\($0.code) \($0.kind.rawValue)" }
                == [
                    "B1_email change", "B2_email band", "B2_email change", "B2_sms part", "B5 method", "C1_advertising sum", "H2 band",
                ].sorted { one, other in
                    let order = instrument.questions.map(\.code)
                    let (a, b) = (one.split(separator: " "), other.split(separator: " "))
                    return (order.firstIndex(of: String(a[0])) ?? 0, String(a[1])) < (order.firstIndex(of: String(b[0])) ?? 0, String(b[1]))
                })
        try now.take(.submit, by: "A", at: "", in: instrument)
        #expect(now.state == .submitted)
    }

    @Test func theExampleIsPlausible() throws {
        let response = try #require(try examples()["XX-regulator"])
        #expect(AnswerReview(instrument).queries(on: response).map(\.code) == [])
        let asked = instrument.questions.filter(response.asks)
        #expect(asked.count { response.answers[$0.code] == nil } < 20)
    }

    @Test func sentencesAreThereInSixLanguages() {
        let catalogue = Catalogue(AnswerReview.sentences, Readiness.sentences)
        #expect(catalogue.problems() == [])
        for kind in AnswerQuery.Kind.allCases { #expect(catalogue["questionnaire.query.\(kind.rawValue)"] != nil) }
        for level in Readiness.Level.allCases { #expect(catalogue["readiness.level.\(level.rawValue)"] != nil) }
    }

    // MARK: Aggregation

    @Test func sumsOverRespondents() throws {
        let responses = try approved(examples(["answers-operators.json"]))
        let aggregate = try Aggregate(responses, of: instrument)
        #expect(aggregate.respondents == 5)
        let volumes = try #require(aggregate.tables.first { $0.stem == "B1" }?.release.published)
        let mail = responses.compactMap { $0.answers["B1_email"]?.range?.mid }.reduce(0, +)
        #expect(volumes[CellKey("B1_email", "operator")]?.number == mail)
        #expect(volumes[CellKey("B1_email", "operator")]?.method.coverage == 1)
        // One operator alone spent on reporting by users: nobody learns how much.
        let spent = try #require(aggregate.tables.first { $0.stem == "G1" }?.release.published)
        #expect(spent[CellKey("G1_feedback", "operator")]?.isSuppressed == true)
        let subtracted = DisclosureAuditor(spent).findings().first { $0.key == CellKey("G1_feedback", "operator") }
        #expect((subtracted?.width ?? 0) > 900)
        // Four chose "yes": a count is rounded to five.
        let used = try #require(aggregate.tables.first { $0.stem == "F1" }?.release.published)
        #expect(used[CellKey("F1_filtering=yes", "operator")]?.number == 5)
        #expect(used[CellKey("F1_feedback=yes", "operator")]?.isSuppressed == true)
    }

    @Test func whatIsNotApprovedOrClosedEntersNothing() throws {
        let drafts = try examples(["answers-operators.json"])
        #expect(try Aggregate(Array(drafts.values), of: instrument).tables.isEmpty)
        var responses = try approved(drafts)
        responses[0].answers["B1_email"]?.confidentiality = .closed
        let volumes = try Aggregate(responses, of: instrument).tables.first { $0.stem == "B1" }?.release.published
        let mail = responses.dropFirst().compactMap { $0.answers["B1_email"]?.range?.mid }.reduce(0, +)
        #expect(volumes?[CellKey("B1_email", "operator")].flatMap(\.number).map { $0 == mail } != false)
    }

    @Test func roundsAreCompared() throws {
        let now = try approved(examples(["answers-operators.json"]))
        let before = now.map { response in
            var response = response
            if let mid = response.answers["B1_email"]?.range?.mid { response.answers["B1_email"]?.content = .amount(.init(mid / 2)) }
            return response
        }
        let lines = RoundComparison(try Aggregate(now, of: instrument), with: try Aggregate(before, of: instrument)).lines
        let mail = try #require(lines.first { $0.key == CellKey("B1_email", "operator") })
        #expect(mail.percent.map { ($0 - 100).magnitude < 1e-6 } == true)
        #expect(lines.first { $0.key == CellKey("G1_feedback", "operator") }?.percent == nil)
    }

    // MARK: Readiness

    @Test func readinessNamesNextSteps() throws {
        let readiness = Readiness(try #require(try examples()["XX-regulator"]))
        let levels = Dictionary(uniqueKeysWithValues: readiness.items.map { ($0.code, $0.level) })
        #expect(levels["law"] == .inPlace && levels["authority"] == .inPlace && levels["contact"] == .begun)
        #expect(levels["measuring"] == .begun && levels["measures"] == .begun && levels["sharing"] == .inPlace)
        #expect(readiness.share.map { (0.5..<1).contains($0) } == true)
        let nothing = Readiness(Response(instrument, round: "2026", respondent: "XX-1"))
        #expect(nothing.share == nil && nothing.items.allSatisfy { $0.level == .unknown })
    }

    // MARK: Costs

    /// The ledger that the answers make is one that the cost model reads, with each value's source and grade.
    @Test func answersFeedTheCostModel() throws {
        let response = try #require(try examples()["XX-regulator"])
        let yaml = try #require(CostFeed(response, in: instrument)?.yaml)
        let ledger = try Ledger.read(yaml, path: "ledger.yaml")
        #expect(ledger.country == "XX" && ledger.currency == "XCU" && ledger.priceYear == 2026)
        #expect(ledger.entries[.mailboxes]?.range?.mid == 5_000_000 && ledger.entries[.refusedShare]?.range?.mid == 0.8)
        #expect(ledger.entries[.spamShare]?.range.map { ($0.mid - 0.45).magnitude < 1e-9 && $0.low < 0.45 && $0.high > 0.45 } == true)
        #expect(ledger.entries[.inboxShare]?.range.map { ($0.mid - 0.024).magnitude < 1e-9 } == true)
        #expect(ledger.entries[.powerPrice]?.source.contains("XX-regulator, G10") == true)
        #expect(ledger.entries[.mailboxes]?.grade == .survey && ledger.entries[.powerPrice]?.method == .published)
        #expect(ledger.facilities.count == 5)
        #expect(Set(ledger.entries.values.map(\.source)).count == ledger.entries.count)
        let without = Response(instrument, round: "2026", respondent: "XX-1")
        #expect(CostFeed(without, in: instrument) == nil)
    }

    /// What people write cannot break out of its line of the ledger.
    @Test func sourcesAreQuoted() throws {
        var response = try #require(try examples()["XX-regulator"])
        response.answers["G10"]?.source = "a\"}\npower.price: {value: 9, \\ ' # \u{2028}"
        response.answers["A1"] = Answer(.text("T\"\n  country: YY"))
        let yaml = try #require(CostFeed(response, in: instrument)?.yaml)
        let ledger = try Ledger.read(yaml, path: "ledger.yaml")
        #expect(ledger.country == "XX" && ledger.entries[.powerPrice]?.range?.mid == 0.15)
    }
}
