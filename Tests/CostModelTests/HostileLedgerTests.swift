import Testing

@testable import CostModel

private let head = "ledger: {title: T, country: XX, currency: XCU, price-year: 2026}\n"

private func problems(_ text: String) -> [LedgerProblem] {
    do {
        _ = try Ledger.read(head + text, path: "l.yaml")
        return []
    } catch {
        return error.problems
    }
}

/// A value of a parameter, right but for what is put in.
private func size(_ value: String) -> String {
    "parameters:\n  mail.size: {value: \(value), unit: bytes, source: s, method: measured, grade: A}\n"
}

@Suite struct HostileLedgerTests {
    @Test func aliasesOfAliasesAreNotUnfolded() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...40 {
            let list = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(list)]\n"
        }
        let found = problems(text + "? *a40\n: y\n")
        #expect(found.map(\.message).allSatisfy { $0.contains("aliases of YAML") } && found.count == 1, "\(found)")
        #expect(problems("spending: [\(Array(repeating: "*a,", count: 30).joined())]").first?.message.contains("aliases of YAML") == true)
    }

    @Test func aFewAliasesAndAsterisksAreFine() {
        let aliased = """
            parameters:
              mail.size: &same {value: 10, unit: bytes, source: "2 * 3 * 4 * 5 * 6 * 7 * 8 * 9 * 10 * 11 * 12 * 13 * 14 * 15 * 16 * 17 * 18 * 19", method: measured, grade: A}
              mail.refused-size: *same
            """
        #expect(problems(aliased) == [])
    }

    @Test func manyNamesThatAreNoneAreToldUpToABound() {
        let names = (0..<20_000).map { "  mail.sise-\($0): 1" }.joined(separator: "\n")
        #expect(problems("parameters:\n" + names).count == LedgerLimits.problems)
        let lines = (0..<20_000).map { "mail.sise-\($0): 1" }.joined(separator: ", ")
        #expect(problems("parameters:\n  mail.size: {\(lines)}\n").count == LedgerLimits.problems)
        #expect(problems("facilities:\n" + String(repeating: "  - x\n", count: 50_000)).count == LedgerLimits.problems)
        #expect(problems("spending:\n" + String(repeating: "  - {}\n", count: 50_000)).count == LedgerLimits.problems)
    }

    /// YAML takes these for different names; whoever reads the file does not.
    @Test(arguments: [
        "price-index: {source: s, 2024: 80, \"2024\": 160, 2026: 100}", "price-index: {source: s, 2024: 80, 02024: 160, 2026: 100}",
        "parameters: {}\n!x parameters: {}",
        "parameters:\n  mail.size: {value: 1, !x value: 2, unit: bytes, source: s, method: measured, grade: A}",
        "parameters:\n  mail.size: {value: {low: 1, !x low: 2, mid: 3, high: 4}, unit: bytes, source: s, method: measured, grade: A}",
        "facilities:\n  - {class: network, !x class: feedback, means: people, required: 1, installed: 0, unit: XCU, year: 2026, source: s, method: measured, grade: A}",
    ])
    func whatStandsTwiceIsAMistake(text: String) {
        let found = problems(text + "\n")
        #expect(found.count == 1 && found.first?.message.contains("twice") == true, "\(found)")
    }

    @Test(arguments: [
        ".inf", "-.inf", ".nan", "inf", "infinity", "NaN", "1e309", "1e19", "1e-10", "0", "-0", "1e-400", "0x1p3", "1_000", "1,5", "１２",
        "٣",
        "1e", "--1", "[1]", "null", "~", "''", "!!float 1e99", "{low: 1, mid: 2, high: .inf}", "{low: 3, mid: 2, high: 4}",
        "{low: 1, mid: 5, high: 4}", "{low: 1, mid: 2}", "{low: 1, mid: 2, high: 3, higher: 4}", "{low: {low: 1}, mid: 2, high: 3}", "{}",
    ])
    func whatIsNoValueIsNotTaken(value: String) {
        let found = problems(size(value))
        #expect(found.count == 1 && found.first?.line == 3 && found.first?.entry == "mail.size", "\(found)")
    }

    @Test(arguments: ["1", "1e18", "1e-9", "+5", "0010", "5.", "{low: 1, mid: 1, high: 1}"])
    func whatIsAValueIsTaken(value: String) {
        #expect(problems(size(value)) == [])
    }

    @Test func zeroHasNoSign() throws {
        let text = "parameters:\n  mail.refused-size: {value: -0, unit: bytes, source: s, method: measured, grade: A}\n"
        let value = try #require(try Ledger.read(head + text, path: "l").entries[.refusedSize]?.range?.mid)
        #expect(value == 0 && value.sign == .plus)
    }

    @Test(arguments: [
        ("{actor: nobody, purpose: staff, value: 1", "the actor is one of mail-provider"),
        ("{actor: state, purpose: fun, value: 1", "the purpose is one of capital"),
        ("{actor: state, purpose: staff, size: huge, value: 1", "the size is one of very-small"),
        ("{actor: state, purpose: staff, respondents: 0, value: 1", "a whole number from 1"),
        ("{actor: state, purpose: staff, respondents: 1e3, value: 1", "a whole number from 1"),
        ("{actor: state, purpose: staff, respondents: 99999999999999999999, value: 1", "a whole number from 1"),
        ("{actor: state, purpose: staff, value: -1", "a number from 0"), ("{actor: state, purpose: staff", "there is no 'value'"),
        ("{purpose: staff, value: 1", "there is no 'actor'"),
        ("{actor: state, purpose: staff, valeu: 1, value: 1", "did you mean 'value'?"),
    ])
    func spendingThatIsNoneIsNamed(line: String, message: String) {
        let found = problems("spending:\n  - \(line), unit: XCU/year, year: 2026, source: s, method: surveyed, grade: B}\n")
        #expect(found.count == 1 && found.first?.line == 3 && found.first?.message.contains(message) == true, "\(found)")
    }

    @Test func spendingHasItsUnitYearAndPlace() throws {
        let line = "  - {actor: state, purpose: staff, value: 1, unit: XCU, year: 2026, source: s, method: surveyed, grade: B}\n"
        #expect(problems("spending:\n" + line).first?.message.contains("the unit is 'XCU/year'") == true)
        let right = line.replacing("unit: XCU", with: "unit: XCU/year")
        #expect(problems("spending:\n" + right) == [])
        let unavailable = right.replacing("method: surveyed", with: "method: not-available")
        #expect(problems("spending:\n" + unavailable).first?.message.contains("take the line out") == true)
        #expect(problems("spending:\n" + right + right).first?.message.contains("stand above already") == true)
        let old = "price-index: {source: s, 2024: 80, 2026: 100}\nspending:\n" + right.replacing("year: 2026", with: "year: 2024")
        #expect(try Ledger.read(head + old, path: "l").spending.first?.amount == ParameterRange(1.25))
    }

    @Test func aRateOfConversionIsOneNumber() {
        func rate(_ value: String) -> [LedgerProblem] {
            problems(
                "parameters:\n  country.ppp: {value: \(value), unit: XCU/international dollar, year: 2026, source: s, method: published, grade: C}\n"
            )
        }
        #expect(rate("2.5") == [])
        #expect(rate("{low: 2, mid: 2.5, high: 3}").first?.message.contains("one number") == true)
    }
}
