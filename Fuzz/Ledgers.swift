// Fuzz harness of the cost model: ledgers, and records of runs. Uses: CostModel, JSON.
//
// The first byte chooses: a ledger or a record; bytes as they come, or each a piece of the language behind a head that is right. A mistake
// must be named at a line that is there; whatever is taken gives numbers, the same twice, and a record that makes the same run.

@testable import CostModel

private let head = "ledger: {title: T, country: XX, currency: XCU, price-year: 2026}\n"

private let words: [String] = [
    "price-index: {source: s, 2024: 80, 2026: 100}\n", "parameters:\n", "facilities:\n", "spending:\n", "scenarios:\n", "  low:\n", "  - ",
    "    - ",
    "{", "}", "[", "]", ", ", "value: ", "unit: ", "year: ", "source: s", "method: measured", "method: not-available", "grade: A",
    "grade: D",
    "country: YY", "version: a", "version: b", "valid-from: 2026-01-01", "valid-to: 2026-06-30", "supersedes: a", "comment: c", "low: ",
    "mid: ",
    "high: ", "class: filtering", "class: feedback", "means: technical", "means: people", "required: computed", "installed: answers",
    "required: 5", "installed: 1", "actor: mail-provider", "actor: state", "size: very-small", "purpose: staff", "respondents: 3", "XCU",
    "XCU/year", "2026", "2024", "share", "bytes", "0", "1", "0.5", "1e18", "1e-9", "-1", ".inf", ".nan", "1e999", "&a ", "*a", "? ", "!x ",
    "\"",
    "'", "\n", "  ", ": ", "#", "|\n", "é", "\0",
]

/// A value of so much as a parameter may have, at its edges above all: one number, or a range.
private func value(_ bounds: ParameterBounds, isOne: Bool, _ choices: inout Choices) -> String {
    let possible = [-0.999, 0, 1e-9, 0.01, 0.5, 1, 1.5, 10, 12, 1e18].filter(bounds.contains)
    var numbers = (0..<3).map { _ in possible[choices.below(possible.count)] }
    guard !isOne, !choices.isOne(in: 3) else { return "\(numbers[0])" }
    numbers.sort()
    return "{low: \(numbers[0]), mid: \(numbers[1]), high: \(numbers[2])}"
}

private let origin = "year: 2026, source: s, method: measured, grade: A"

/// A ledger without a mistake, whose values are at the edge of what they may be.
private func ledger(of choices: inout Choices) -> String {
    var text = head + "parameters:\n"
    for parameter in Parameter.allCases where !choices.isOne(in: 9) {
        let definition = parameter.definition
        let origin = definition.isPrice ? origin : "source: s, method: measured, grade: A"
        let value = value(definition.bounds, isOne: definition.isRate, &choices)
        text += "  \(parameter.id): {unit: \(definition.unit(in: "XCU")), \(origin), value: \(value)}\n"
    }
    text += "facilities:\n"
    for facility in ["class: filtering, means: technical", "class: feedback, means: people"] {
        let installed = choices.isOne(in: 9) ? "answers" : value(.amount, isOne: false, &choices)
        text += "  - {\(facility), required: computed, unit: XCU, \(origin), installed: \(installed)}\n"
    }
    let spent = value(.amount, isOne: false, &choices)
    return text
        + "spending:\n  - {actor: mail-provider, size: very-small, respondents: 1, purpose: staff, unit: XCU/year, \(origin), value: \(spent)}\n"
}

private func tryLedger(_ text: String, isRight: Bool = false) {
    let count =
        2 + text.utf8.count { $0 == 10 || $0 == 13 } + text.unicodeScalars.count { [0x85, 0x2028, 0x2029].contains($0.value) }
    do {
        let ledger = try Ledger.read(text, path: "l")
        let estimate = CostRun(ledger, draws: 5).estimate(sum: Perspective.allCases)
        check(estimate)
        let record = RunRecord(estimate, program: "p")
        do {
            let read = try RunRecord(json: Array(record.json.utf8))
            let again = read.repeated()
            precondition(again.amounts == estimate.amounts && again.sum == estimate.sum, "a record makes the same run")
            precondition(read.differences(from: again).isEmpty && read.json == record.json, "a record reads as it was written")
        } catch {
            preconditionFailure("\(error)")
        }
    } catch {
        precondition(!isRight, "\(error)")
        precondition(!error.problems.isEmpty && error.problems.count <= LedgerLimits.problems, "an error says what is wrong")
        for problem in error.problems {
            precondition((1...count).contains(problem.line) && problem.column >= 1, "errors name a place")
            precondition(!problem.message.isEmpty)
        }
    }
}

private func check(_ estimate: CostEstimate) {
    for amount in estimate.amounts {
        precondition([amount.mid, amount.p5, amount.p50, amount.p95].allSatisfy(\.isFinite), "figures are numbers")
        precondition(amount.p5 <= amount.p50 && amount.p50 <= amount.p95, "quantiles are in order")
    }
    for (_, swings) in estimate.tornado {
        precondition(swings.allSatisfy { $0.low.isFinite && $0.high.isFinite }, "swings are numbers")
        precondition(zip(swings, swings.dropFirst()).allSatisfy { $0.size >= $1.size }, "the largest swing comes first")
    }
}

/// Called by libFuzzer with each input; always gives 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLedgers(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let given = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    switch start[0] % 4 {
    case 0: tryLedger(String(decoding: given, as: UTF8.self))
    case 1: tryLedger(head + given.map { words[Int($0) % words.count] }.joined())
    case 2:
        var choices = Choices(given)
        tryLedger(ledger(of: &choices), isRight: true)
    default:
        if let record = try? RunRecord(json: given) {
            let estimate = record.repeated()
            precondition(estimate.draws == record.draws && (try? RunRecord(json: Array(record.json.utf8)))?.json == record.json)
        }
    }
    return 0
}
