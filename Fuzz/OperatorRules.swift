// Fuzz harness of an operator's rules: their files, their expressions, and what they find in messages. Uses: OperatorRules, Patterns.
//
// The first byte chooses: a whole file, or a condition in a rule that is right but for it; bytes as they come, or each a piece of the language.
// A mistake must be named at a line that is there, and rules that are taken must give the same answer twice.

import Messages
import Patterns
import Reading

@testable import OperatorRules

private let pieces: [[UInt8]] = [
    "sender", "text", "subject", "link.host", "recipient", "channel", "header(\"x\")", "client.address", "time", "time.clock",
    "time.weekday",
    "words", "size", "is-mail", "auth.spf", "verdict.probability", "attachment.name", "reply-to.domain", " ", " ", " ", "\n", "==", "!=",
    "<", "<=",
    ">", ">=", " in ", " not ", " and ", " or ", "not ", "contains ", "contains word ", "starts with ", "ends with ", "within ", "matches ",
    "is present", "is missing", "(", ")", "{", "}", ",", "..", "\"a\"", "'b'", "\"", "'", "/a+b/", "/", "\\", "$some", "$", "sms", "pass",
    "1", "2.5",
    "3KiB", "22:00", "06:00", "mon", "2026-01-01", "192.0.2.0/24", "a.example", "true", "false", "é", "\u{200B}", "\0",
].map { Array($0.utf8) }

private let filePieces: [[UInt8]] = [
    "rules:\n", "  - ", "    ", "id: a\n", "id: b\n", "description: x\n", "owner: y\n", "when: is-mail\n",
    "when: >\n      text contains \"x\"\n", "weight: 1\n",
    "action: tag\n", "action: discard\n", "mode: act\n", "examples: {match: [x], no-match: [y]}\n", "expires: 2027-01-01\n",
    "channel: [sms, email]\n",
    "standing: binding\n", "sets:\n", "  s: [a, b]\n", "zone: \"+01:00\"\n", "zone: x\n", "severity: high\n", "? ", "- ", "[", "]", "{",
    "}", "&a ", "*a ", "\n", "#",
    "|\n", "\"", "'", ": ", "null", "\t",
].map { Array($0.utf8) }

private func rule(_ condition: [UInt8]) -> String {
    let head = "sets: {some: [a, b.example]}\nrules:\n  - id: r\n    description: d\n    owner: o\n    mode: act\n    action: tag\n"
    let lines = String(decoding: condition, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).joined(
        separator: "\n      ")
    return head + "    examples: {match: [x], no-match: [y]}\n    when: |\n      " + lines + "\n"
}

private let reading: Reading = {
    var reading = Reading()
    reading.message = Message(
        text: Array("a b 1".utf8), channel: .sms, envelope: Envelope(sender: .number("123456789"), recipients: [.senderID("a")]),
        arrival: Timestamp(seconds: 1_794_474_000))
    reading.flat = Array("a b 1 ".utf8)
    reading.subject = Array("a B".utf8)
    return reading
}()

/// Called by libFuzzer with each input; always gives 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOperatorRules(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let given = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let isFile = start[0] & 1 == 1
    let table = isFile ? filePieces : pieces
    let bytes = start[0] & 2 == 0 ? given : given.flatMap { table[Int($0) % table.count] }
    let file = RuleFile(path: "f", text: isFile ? String(decoding: bytes, as: UTF8.self) : rule(bytes))
    let lines =
        2 + file.text.utf8.count { $0 == 10 || $0 == 13 } + file.text.unicodeScalars.count { [0x85, 0x2028, 0x2029].contains($0.value) }
    do {
        let snapshot = try RuleSnapshot.load([file]) { set throws(PatternError) in try LiteralMatcher(set) }
        var answers: [[Int]] = []
        for _ in 0..<2 {
            var examiner = RuleExaminer()
            _ = examiner.examine(reading, origin: ProvenOrigin(spf: "pass"), at: Timestamp(seconds: 1), by: snapshot)
            var met = examiner.met(by: snapshot, at: Timestamp(seconds: 1))
            met += examiner.met(by: snapshot, at: Timestamp(seconds: 1), after: RuleVerdict(probability: 0.5))
            answers.append(met)
        }
        precondition(answers[0] == answers[1], "the same message and rules give the same answer")
        precondition(answers[0].allSatisfy { snapshot.rules.indices.contains($0) }, "places lie inside")
        for rule in snapshot.rules {
            precondition(rule.condition.steps.count <= RuleLimits.steps && !rule.condition.steps.isEmpty, "steps are bounded")
            for (place, step) in rule.condition.steps.enumerated() {
                if case .jumpIfTrue(let target) = step {
                    precondition(target > place && target <= rule.condition.steps.count, "jumps go forward")
                }
                if case .jumpIfFalse(let target) = step {
                    precondition(target > place && target <= rule.condition.steps.count, "jumps go forward")
                }
            }
        }
    } catch {
        precondition(!error.problems.isEmpty, "an error says what is wrong")
        for problem in error.problems {
            precondition((1...lines).contains(problem.place.line) && problem.place.column >= 1, "errors name a place")
            precondition(!problem.message.isEmpty)
        }
    }
    return 0
}
