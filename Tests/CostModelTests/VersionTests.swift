import Testing

@testable import CostModel

private let head = "ledger: {title: T, country: XX, currency: XCU, price-year: 2026}\n"
private let origin = "unit: bytes, source: s, method: measured, grade: A"

private func sizes(_ versions: String...) -> String {
    head + "parameters:\n  mail.size:\n" + versions.map { "    - {\($0), \(origin)}\n" }.joined()
}

private func read(_ text: String, on day: String? = nil, scenario: String? = nil) throws(LedgerError) -> Ledger {
    try Ledger.read(text, path: "l.yaml", asOf: day.flatMap(CalendarDate.init), scenario: scenario)
}

private func complaint(_ text: String, scenario: String? = nil) -> String {
    do {
        _ = try read(text, scenario: scenario)
        return ""
    } catch {
        return "\(error)"
    }
}

@Suite struct VersionTests {
    private let two = sizes(
        "version: old, value: 10, valid-to: 2026-06-30", "version: new, value: 20, valid-from: 2026-07-01, supersedes: old")

    @Test(arguments: [
        ("2026-06-30", 10.0), ("2026-07-01", 20), ("1999-01-01", 10), ("2099-12-31", 20),
    ])
    func theVersionOfTheDayIsTaken(day: String, value: Double) throws {
        let entry = try #require(try read(two, on: day).entries[.messageSize])
        #expect(entry.range?.mid == value && entry.version.name == (value == 10 ? "old" : "new"))
    }

    @Test func unlessSaidItIsTheLastDayOfThePriceYear() throws {
        #expect(try read(two).entries[.messageSize]?.version.name == "new" && read(two).asOf?.description == "2026-12-31")
        let said = two.replacing("price-year: 2026}", with: "price-year: 2026, as-of: 2026-03-01}")
        #expect(try read(said).entries[.messageSize]?.version.name == "old")
        #expect(try read(said, on: "2026-08-01").entries[.messageSize]?.version.name == "new")
    }

    @Test func whatWasCorrectedDoesNotComeBack() throws {
        let corrected = sizes(
            "version: a, value: 10", "version: b, value: 20, valid-from: 2026-01-01, valid-to: 2026-03-31, supersedes: a")
        #expect(try read(corrected, on: "2025-12-31").entries[.messageSize]?.range?.mid == 10)
        #expect(try read(corrected, on: "2026-03-31").entries[.messageSize]?.range?.mid == 20)
        let after = try read(corrected, on: "2026-04-01")
        #expect(after.entries[.messageSize] == nil && after.lapsed[.messageSize]?.description == "2026-03-31")
        // What is published is taken then, and somebody asks.
        #expect(after.entry(of: .messageSize)?.origin == .published)
        #expect(CostRun(after, draws: 1).estimate().questions.map(\.id) == ["lapsed"])
    }

    @Test(arguments: [
        (sizes("version: a, value: 1", "version: b, value: 2"), "several versions hold on 2026-12-31: a, b"),
        (sizes("version: a, value: 1", "version: a, value: 2"), "the version 'a' stands above already"),
        (sizes("value: 1"), "there is no 'version'"),
        (sizes("version: a, value: 1, supersedes: b"), "no version 'b' stands here"),
        (sizes("version: a, value: 1, supersedes: b", "version: b, value: 1, supersedes: a"), "each version is superseded by another"),
        (sizes("version: a, value: 1, supersedes: a"), "each version is superseded by another"),
        (sizes("version: a, value: 1, valid-from: 2026-05-02, valid-to: 2026-05-01"), "lies before 'valid-from'"),
        (sizes("version: a, value: 1, valid-from: 2026-02-30"), "a day is written like"),
        (sizes("version: a, value: 1, valid-from: 26-02-03"), "a day is written like"),
        (sizes("version: a, value: 1, valid-from: next year"), "a day is written like"),
        (head + "parameters:\n  mail.size: [1]\n", "a version is {version"),
        (head.replacing("2026}", with: "2026, as-of: today}"), "a day is written like"),
        (head + "scenarios: [a]\n", "the scenarios are"),
        (head + "scenarios: {low: {mail.sise: {}}}\n", "did you mean 'mail.size'?"),
    ])
    func whatCannotBeChosenIsAMistake(text: String, message: String) {
        let found = complaint(text)
        #expect(found.contains(message) && !found.contains("\n"), "\(found)")
    }

    @Test func versionsAreBounded() {
        let many = (0...LedgerLimits.versions).map { "    - {version: v\($0), value: 1, valid-to: 2000-01-01, \(origin)}\n" }.joined()
        #expect(complaint(head + "parameters:\n  mail.size:\n" + many).contains("more than 50 versions"))
    }

    @Test func aScenarioTakesThePlaceOfUsualValues() throws {
        let text = """
            \(head)scenarios:
              large: {mail.size: {value: 99, \(origin)}}
              none: {}
            parameters:
              mail.size: {value: 10, \(origin)}
              mail.refused-size: {value: 5, \(origin)}
            """
        let usual = try read(text)
        #expect(usual.scenario == nil && usual.entries[.messageSize]?.range?.mid == 10)
        let large = try read(text, scenario: "large")
        #expect(large.scenario == "large" && large.entries[.messageSize]?.range?.mid == 99 && large.entries[.refusedSize]?.range?.mid == 5)
        #expect(try read(text, scenario: "none").entries[.messageSize]?.range?.mid == 10)
        #expect(complaint(text, scenario: "larg").contains("there is no scenario 'larg'; there are large, none"))
        #expect(complaint(head, scenario: "x").contains("there are none"))
    }

    @Test(arguments: ["2026-1-01", "2026-13-01", "2025-02-29", "1989-01-01", "2026-01-01 ", "+026-01-01", "", "2026-01-0１"])
    func noDayIsNone(text: String) {
        #expect(CalendarDate(text) == nil)
    }
}
