import Foundation
import Messages
import TestSupport
import Testing

@testable import CostModel

/// A run with everything in it that a record has to keep.
private func run() throws -> CostEstimate {
    let text = try String(contentsOfFile: Examples.folder + "/study/country-x.yaml", encoding: .utf8)
    var ledger = try Ledger.read(text, path: "x.yaml")
    ledger.scenario = "a scenario"
    ledger.lapsed[.growth] = CalendarDate("2025-12-31")
    ledger.entries[.messageSize]?.version.name = "second"
    ledger.entries[.messageSize]?.version.validFrom = CalendarDate("2026-01-01")
    ledger.entries[.messageSize]?.version.validTo = CalendarDate("2026-12-31")
    ledger.entries[.messageSize]?.version.supersedes = "first"
    ledger.entries[.messageSize]?.comment = "counted \"twice\"\n"
    ledger.facilities.append(.example(.network, .people, .entered(ParameterRange(0.1 + 0.2)), installed: nil))
    ledger.facilities[0].answers = InstalledBase.Answers(given: 3, unavailable: 1)
    ledger.spending = [.example(.mailProvider, .staff, size: .verySmall, respondents: 12, ParameterRange(low: 1e-9, mid: 1e17, high: 1e18))]
    return CostRun(ledger, seed: .max, draws: 200).estimate(sum: [.operator, .users])
}

@Suite struct RunRecordTests {
    @Test func aRunIsMadeAgainFromItsRecord() throws {
        let estimate = try run()
        let record = RunRecord(estimate, program: "0.1")
        let read = try RunRecord(json: Array(record.json.utf8))
        #expect(read.json == record.json && read.seed == .max && read.draws == 200 && read.program == "0.1")
        let again = read.repeated()
        #expect(again.amounts == estimate.amounts && again.sum == estimate.sum && again.amounts.count > 20)
        #expect(again.missing == estimate.missing && again.questions == estimate.questions && again.awaited == ["network.people"])
        #expect(read.differences(from: again) == [])
        #expect(again.ledger.entries[.messageSize] == estimate.ledger.entries[.messageSize])
        #expect(again.ledger.facilities == estimate.ledger.facilities && again.ledger.spending == estimate.ledger.spending)
        #expect(again.unentered.map(\.parameter) == estimate.unentered.map(\.parameter) && !again.unentered.isEmpty)
    }

    @Test func itHoldsWhatWasPublishedThen() throws {
        var record = try RunRecord(json: Array(RunRecord(run(), program: "0.1").json.utf8))
        #expect(record.ledger.entries[.inboxShare]?.origin == .published)
        // A Chaffinch that publishes another value makes the old run all the same: the value stands in the record.
        record.ledger.entries[.inboxShare]?.range = ParameterRange(0.5)
        let differences = record.differences(from: record.repeated())
        #expect(differences.contains("user-time") && differences.contains("sum") && !differences.contains("staff"))
    }

    @Test func whatHasNoFigureAnyMoreIsADifference() throws {
        var record = RunRecord(try run(), program: "0.1")
        record.figures.removeLast()
        #expect(record.differences(from: record.repeated()) == ["sum"])
        record.figures.append(RunRecord.Figure(id: "unknown", mid: 1, p5: 1, p50: 1, p95: 1))
        #expect(record.differences(from: record.repeated()) == ["unknown", "sum"])
    }

    @Test(arguments: [
        ("", "byte 0"), ("{", "byte"), ("[]", "there is no 'record'"), ("{\"record\":\"x\",\"form\":1}", "no record of a run"),
        ("{\"record\":\"chaffinch-cost-run\",\"form\":2}", "newer Chaffinch"),
        ("{\"record\":\"chaffinch-cost-run\",\"form\":1}", "there is no 'seed'"),
    ])
    func whatIsNoRecordIsRefused(text: String, message: String) {
        expectComplaint(text, message)
    }

    @Test(arguments: [
        ("\"seed\":\"18446744073709551615\"", "\"seed\":\"-1\"", "record.seed: the seed is"),
        ("\"currency\":\"XCU\"", "\"currency\":\"\\u001b[31\"", "a code of 3 capital letters"),
        ("\"draws\":200", "\"draws\":100000001", "record.draws: this is a whole number from 1 to 100000"),
        ("\"id\":\"mail.size\"", "\"id\":\"mail.sise\"", "no such parameter"),
        ("\"id\":\"mail.size\"", "\"id\":\"mail.refused-size\"", "stands twice"),
        ("\"low\":5000.0", "\"low\":50000.0", "low, mid and high are in order"), ("\"low\":5000.0", "\"low\":-1", "in order"),
        ("\"low\":5000.0", "\"low\":1e999", "this is a number"), ("\"low\":5000.0", "\"low\":\"5000\"", "this is a number"),
        ("\"method\":\"sampled\"", "\"method\":\"guessed\"", "this is one of measured"),
        ("\"validTo\":\"2026-12-31\"", "\"validTo\":\"never\"", "a day is written like"),
        ("\"sum\":[\"operator\"", "\"sum\":[\"nobody\"", "record.sum[0]: this is one of operator"),
        ("\"class\":\"filtering\",\"means\":\"technical\"", "\"class\":\"network\",\"means\":\"technical\"", "cannot be computed"),
        ("\"respondents\":12", "\"respondents\":0", "from 1 to 1000000"), ("\"origin\":\"published\"", "\"origin\":\"x\"", "the origin is"),
    ])
    func whatWasTamperedWithIsNamed(piece: String, other: String, message: String) throws {
        let json = RunRecord(try run(), program: "0.1").json
        let range = try #require(json.firstRange(of: piece), "\(piece)")
        expectComplaint(json.replacingCharacters(in: range, with: other), message)
    }

    private func expectComplaint(_ text: String, _ message: String) {
        do throws(RunRecordError) {
            _ = try RunRecord(json: Array(text.utf8))
            Issue.record("read without a complaint")
        } catch {
            #expect("\(error)".contains(message), "\(error)")
        }
    }

    @Test func everyCutOfARecordIsRefused() throws {
        let json = Array(RunRecord(try run(), program: "0.1").json.utf8)
        var cases = CaseCount("cuts of a record")
        for length in stride(from: 0, to: json.count, by: 211) {
            let isRefused: Bool
            do throws(RunRecordError) {
                _ = try RunRecord(json: Array(json.prefix(length)))
                isRefused = false
            } catch {
                isRefused = true
            }
            cases.check(isRefused, "\(length)")
        }
        #expect(cases.report() > 30 && cases.failed == [])
        expectComplaint(String(repeating: " ", count: RunRecord.mostBytes + 1), "larger than 8 MiB")
    }
}
