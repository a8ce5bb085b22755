import Foundation
import Messages
import TestSupport
import Testing

@testable import CostModel

private let head = """
    ledger: {title: T, country: XX, currency: XCU, price-year: 2026}

    """

private func problems(_ text: String) -> [LedgerProblem] {
    do {
        _ = try Ledger.read(text, path: "l.yaml")
        return []
    } catch {
        return error.problems
    }
}

@Suite struct LedgerTests {
    @Test func readsValuesWithAllThatIsKnownOfThem() throws {
        let ledger = try Ledger.read(
            head + """
                price-index: {source: statistics office, 2024: 80, 2026: 100}
                parameters:
                  mail.size: {value: {low: 1e3, mid: 2000, high: 3000}, unit: bytes, source: logs, method: sampled, grade: A}
                  power.price: {value: 0.2, unit: XCU/kWh, year: 2024, country: YY, source: tariff, method: published, grade: B}
                  data.price: {method: not-available, source: asked the operators}
                facilities:
                  - {class: filtering, means: technical, required: computed, installed: 80, unit: XCU, year: 2024, source: s, method: surveyed, grade: B}
                """, path: "l.yaml")
        #expect(ledger.entries[.messageSize]?.range == ParameterRange(low: 1000, mid: 2000, high: 3000))
        let power = try #require(ledger.entries[.powerPrice])
        #expect(power.range == ParameterRange(0.25) && power.priceYear == 2024 && power.country == "YY" && power.source == "tariff")
        #expect(power.method == .published && power.grade == .survey && power.origin == .entered(line: 5))
        #expect(ledger.entries[.dataPrice]?.range == nil && ledger.entry(of: .dataPrice) == nil)
        #expect(ledger.facilities.first?.required == .computed && ledger.facilities.first?.installed == ParameterRange(100))
        #expect(ledger.facilities.first?.layer == .filtering)
    }

    @Test(arguments: [
        ("parameters:\n  mail.sise: {value: 1}", 3, "did you mean 'mail.size'?"),
        ("parameters:\n  mail.size: {value: 1, unit: kB, source: s, method: measured, grade: A}", 3, "the unit is 'bytes', not 'kB'"),
        ("parameters:\n  mail.size: {value: nan, unit: bytes, source: s, method: measured, grade: A}", 3, "is not a number above 0"),
        ("parameters:\n  mail.size: {value: 0x10, unit: bytes, source: s, method: measured, grade: A}", 3, "is not a number above 0"),
        ("parameters:\n  mail.size: {value: 1e300, unit: bytes, source: s, method: measured, grade: A}", 3, "is not a number above 0"),
        ("parameters:\n  mail.size: {value: -1, unit: bytes, source: s, method: measured, grade: A}", 3, "is not a number above 0"),
        ("parameters:\n  mail.spam-share: {value: 45, unit: share, source: s, method: measured, grade: A}", 3, "from 0 to 1"),
        (
            "parameters:\n  mail.size:\n    value: {low: 3, mid: 2, high: 1}\n    unit: bytes\n    source: s\n    method: measured\n    grade: A",
            4, "in this order"
        ),
        ("parameters:\n  mail.size: {value: {low: 3, mid: 4}, unit: bytes, source: s, method: measured, grade: A}", 3, "'low', 'mid' and"),
        ("parameters:\n  mail.size: {value: 3, unit: bytes, source: s, method: guessed, grade: A}", 3, "the method is one of measured"),
        (
            "parameters:\n  mail.size: {value: 3, unit: bytes, source: s, method: measured, grade: E}", 3,
            "the grade of evidence is one of A"
        ),
        ("parameters:\n  mail.size: {value: 3, unit: bytes, source: \" \", method: measured, grade: A}", 3, "the source is a text"),
        ("parameters:\n  mail.size: {unit: bytes, source: s, method: measured, grade: A}", 3, "there is no 'value'"),
        ("parameters:\n  mail.size: 3", 3, "write it as {value"),
        ("parameters:\n  mail.size: {value: 3, method: not-available, source: s}", 3, "take one of them out"),
        ("parameters:\n  mail.size: {method: not-available}", 3, "who was asked"),
        ("parameters:\n  power.price: {value: 1, unit: XCU/kWh, year: 2026, method: measured, grade: A}", 3, "a price without a source"),
        ("parameters:\n  power.price: {value: 1, unit: USD/kWh, year: 2026, source: s, method: measured, grade: A}", 3, "'XCU/kWh'"),
        ("parameters:\n  power.price: {value: 1, unit: XCU/kWh, source: s, method: measured, grade: A}", 3, "there is no 'year'"),
        (
            "parameters:\n  power.price: {value: 1, unit: XCU/kWh, year: 2020, source: s, method: measured, grade: A}", 3,
            "needs 'price-index'"
        ),
        ("parameters:\n  power.price: {value: 1, unit: XCU/kWh, year: 1066, source: s, method: measured, grade: A}", 3, "a year is"),
        ("parameters: [1]", 2, "the parameters are"), ("parameter: {}", 2, "did you mean 'parameters'?"),
        ("price-index: {2024: 90}", 2, "the price index is a 'source'"), ("facilities: {}", 2, "the facilities are a list"),
        (
            "facilities:\n  - {class: people, means: technical, required: 1, installed: 0, unit: XCU, year: 2026, source: s, method: measured, grade: A}",
            3, "the class is one of equipment"
        ),
        (
            "facilities:\n  - {class: network, means: technical, required: computed, installed: 0, unit: XCU, year: 2026, source: s, method: measured, grade: A}",
            3, "can be computed"
        ),
        (
            "facilities:\n  - {class: network, means: technical, required: 1, unit: XCU, year: 2026, source: s, method: measured, grade: A}",
            3,
            "there is no 'installed'"
        ),
        ("parameters:\n  mail.size: {value: 1, unit: bytes", 3, "not YAML here"),
        ("parameters:\n  mail.size: {value: 1}\n  mail.size: {value: 2}", 2, "written twice: mail.size"),
        ("parameters: *nothing", 2, "not YAML here"),
    ])
    func mistakesAreNamedWithTheirLine(text: String, line: Int, message: String) throws {
        let found = problems(head + text + "\n")
        let problem = try #require(found.first, "\(text)")
        #expect(found.count == 1, "\(found)")
        #expect(problem.message.contains(message), "\(problem)")
        // libyaml ends some of its complaints at the end of what it could not read.
        #expect((line...line + 1).contains(problem.line), "\(problem)")
        #expect(problem.path == "l.yaml" && problem.description.hasPrefix("l.yaml:\(problem.line):"))
    }

    @Test(arguments: [
        "", "\u{0}", "- a", "just words", "ledger:", "ledger: {title: T}",
        "ledger: {title: T, country: xx, currency: XCU, price-year: 2026}",
        "ledger: {title: T, country: XX, currency: money, price-year: 2026}", "parameters: {}", "&a [*a]", "{{{{", "\t- x", "? [a]\n: b",
    ])
    func whatIsNoLedgerIsRefused(text: String) {
        #expect(!problems(text).isEmpty)
    }

    @Test func everyMistakeIsToldAndInOrder() {
        let found = problems(
            head + """
                parameters:
                  mail.size: {value: x, unit: bytes, source: s, method: measured, grade: A}
                  power.price: {value: 1, unit: XCU/kWh, year: 2026, source: s, method: measured}
                  mail.mailboxes: {value: 1, source: s}
                """)
        #expect(found.map(\.line) == [3, 4, 5, 5, 5], "\(found)")
        #expect(found.map(\.entry) == ["mail.size", "power.price"] + Array(repeating: "mail.mailboxes", count: 3))
    }

    @Test func aHostileFileEndsSoon() {
        #expect(problems(String(repeating: "a", count: LedgerLimits.fileBytes + 1)).first?.message.contains("larger than 1 MiB") == true)
        #expect(!problems(String(repeating: "[", count: 100_000)).isEmpty)
        let many = (0..<5000).map { "  nothing-\($0): 1" }.joined(separator: "\n")
        #expect(problems(head + "parameters:\n" + many).count == LedgerLimits.problems)
        let facility =
            "  - {class: network, means: people, required: 1, installed: 0, unit: XCU, year: 2026, source: s, method: measured, grade: A}\n"
        let twice = problems(head + "facilities:\n" + facility + facility)
        #expect(twice.count == 1 && twice.first?.line == 4 && twice.first?.message.contains("stand above already") == true)
    }

    @Test func everyCutOfALedgerIsReadOrRefused() throws {
        let text = try String(contentsOfFile: Examples.folder + "/study/country-x.yaml", encoding: .utf8)
        var cases = CaseCount("cuts of a ledger")
        for length in stride(from: 0, to: text.utf8.count, by: 97) {
            let found = problems(String(decoding: text.utf8.prefix(length), as: UTF8.self))
            cases.check(found.allSatisfy { $0.line >= 1 && !$0.message.isEmpty }, "\(length): \(found)")
        }
        #expect(cases.report() > 50 && cases.failed == [])
    }
}
