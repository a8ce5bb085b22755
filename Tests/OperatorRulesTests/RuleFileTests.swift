import Localization
import Messages
import PSLDomains
import Reading
import TestSupport
import Testing

@testable import OperatorRules

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A whole rule, some of its lines replaced or left out.
private func file(_ changes: [String: String?] = [:]) -> String {
    var lines: [(String, String?)] = [
        ("id", "good"), ("description", "A good rule."), ("owner", "abuse@ours.example"), ("severity", "low"), ("expires", "2027-01-01"),
        ("channel", "[email, sms]"), ("direction", "originating"), ("mode", "act"), ("when", "is-mail"), ("action", "reject"),
        ("standing", "binding"), ("examples", "{match: [a], no-match: [b]}"),
    ]
    for (name, value) in changes {
        if let place = lines.firstIndex(where: { $0.0 == name }) { lines[place].1 = value } else { lines.append((name, value)) }
    }
    let written = lines.compactMap { name, value in value.map { "\(name): \($0)" } }
    return "rules:\n  - " + written.joined(separator: "\n    ")
}

@Suite struct RuleFileTests {
    @Test func readsEveryLine() throws {
        let snapshot = try RuleSample.load([RuleFile(path: "etc/r.yaml", text: file())])
        let rule = try #require(snapshot.rules.first)
        #expect(rule.id == "good" && rule.owner == "abuse@ours.example" && rule.severity == .low && rule.mode == .act)
        #expect(rule.expiry?.description == "2027-01-01T00:00:00Z" && rule.channels == [.email, .sms] && rule.direction == .originating)
        #expect(rule.effect == .disposition(.reject) && rule.standing == .binding && rule.place.fileAndLine == "etc/r.yaml:2")
        #expect(rule.examples.map(\.mustMatch) == [true, false])
        #expect(rule.hit == RuleHit(id: "good", place: "etc/r.yaml:2", effect: .disposition(.reject), standing: .binding, isActing: true))
    }

    @Test func aNewRuleOnlyWatches() throws {
        let snapshot = try RuleSample.load([RuleFile(path: "r", text: file(["mode": nil]))])
        #expect(snapshot.rules[0].mode == .observe && !snapshot.rules[0].hit.isActing)
    }

    @Test func wordsOfSeveralLanguages() throws {
        let text = file(["description": "{fr: Une règle., ru: Правило.}"])
        let sentence = try RuleSample.load([RuleFile(path: "r", text: text)]).rules[0].sentence
        #expect(sentence.key == "rule:good")
        #expect(sentence[.french] == "Une règle." && sentence[.russian] == "Правило." && sentence[.english] == "Une règle.")
    }

    @Test(
        arguments: [
            ("id", "Bad", "2:9: an id is of small letters"), ("id", nil, "2:5: the rule has no id"),
            ("description", nil, "2:5: good: the rule has no description"),
            ("description", "\"{1} is it\"", "3:18: good: a digit in braces"), ("description", "{de: x}", "there is no language 'de'"),
            ("owner", nil, "2:5: good: the rule has no owner"),
            ("severity", "hgh", "5:15: good: the severity is one of info, low, medium, high, critical, not 'hgh'; did you mean 'high'?"),
            ("expires", "soon", "6:14: good: a rule expires on a date"),
            ("channel", "[email, smss]", "7:22: good: no channel is called 'smss'; did you mean 'sms'?"),
            ("direction", "up", "8:16: good: the direction is one of"),
            ("mode", "actt", "9:11: good: the mode is one of observe, act, not 'actt'; did you mean 'act'?"),
            ("when", nil, "2:5: good: the rule has no 'when'"), ("action", nil, "2:5: good: the rule has neither a weight nor an action"),
            ("action", "rejct", "11:13: good: the action is one of"), ("weight", "2", "2:5: good: the rule has a weight and an action"),
            ("action", "discard", "2:5: good: messages are dropped silently only where policy.allow-discard is true"),
            ("standing", "protected", "2:5: good: who is protected is accepted"),
            ("standing", "high", "12:15: good: the standing is one of"),
            ("examples", nil, "2:5: good: the rule has no examples"),
            ("examples", "{match: [a]}", "13:15: good: no example is under 'no-match'"),
            ("examples", "{match: [a], nomatch: [b]}", "there is no list of examples 'nomatch'; did you mean 'no-match'?"),
            ("examples", "{match: [{txt: a}], no-match: [b]}", "there is no line of an example 'txt'; did you mean 'text'?"),
            ("examples", "{match: [{text: a, client: b}], no-match: [b]}", "'b' is not a network address"),
            ("whn", "is-mail", "14:5: good: there is no line of a rule 'whn'; did you mean 'when'?"),
        ] as [(String, String?, String)]) func namesEachMistake(line: String, value: String?, expected: String)
    {
        let problems = RuleSample.problems(file([line: value]))
        #expect(problems.contains { $0.contains(expected) }, "\(line): \(value ?? "-"): \(problems)")
    }

    @Test(arguments: ["0", "13", "-12.5", "much", "nan", "inf"]) func aWeightIsBounded(weight: String) {
        let problems = RuleSample.problems(file(["action": nil, "standing": nil, "weight": weight]))
        #expect(problems.contains { $0.contains("a weight is a number of log-odds from -12 to 12") }, "\(problems)")
    }

    @Test func discardingNeedsLeave() throws {
        let text = file(["action": "discard"])
        #expect(RuleSample.problems(text, allowing: RuleAllowances(discard: true)) == [])
    }

    @Test func everyProblemOfEveryFileIsTold() {
        let files = [
            RuleFile(path: "a.yaml", text: file()), RuleFile(path: "b.yaml", text: file(["mode": "x", "severity": "y"])),
            RuleFile(path: "c.yaml", text: file(["when": "is-male"])), RuleFile(path: "d.yaml", text: file()),
            RuleFile(path: "e.yaml", text: "rules: [\n"),
            RuleFile(path: "f.yaml", text: "rule: []\nzone: moon\nsets: {A: [x], b: [], c: x}\n"),
            RuleFile(path: "g.yaml", text: "- a"), RuleFile(path: "h.yaml", text: ""), RuleFile(path: "i.yaml", text: "rules:\n  - x\n"),
        ]
        do {
            _ = try RuleSample.load(files)
            Issue.record("these are wrong")
        } catch {
            let lines = error.problems.map { String("\($0)".prefix(60)) }
            for (place, expected) in [
                ("b.yaml:5:15", "severity"), ("b.yaml:9:11", "mode"), ("c.yaml:10:11", "did you mean 'is-mail'?"),
                ("d.yaml:2:5", "the id stands already at a.yaml:2"), ("e.yaml:2:1", "not YAML here"),
                ("f.yaml:1:1", "did you mean 'rules'?"),
                ("f.yaml:2:7", "the zone is"), ("f.yaml:3:8", "small letters"), ("f.yaml:3:19", "not empty"), ("f.yaml:3:26", "not empty"),
                ("g.yaml:1:1", "sections"), ("i.yaml:2:5", "a rule is"),
            ] {
                #expect(
                    error.problems.contains { "\($0)".hasPrefix(place) && "\($0)".contains(expected) }, "\(place) \(expected): \(lines)")
            }
            #expect(error.problems.count == 12, "\(lines)")
        }
    }

    @Test func namesOfSetsAreOfTheirFile() throws {
        func file(_ id: String, _ members: String) -> RuleFile {
            let changes: [String: String?] = [
                "id": id, "channel": nil, "direction": nil,
                "when": "text contains $words or sender.domain within $words or client.address in $nets",
            ]
            return RuleFile(path: id, text: "sets: {words: [\(members)], nets: [192.0.2.0/24]}\n" + RuleFileTests.text(changes))
        }
        let snapshot = try RuleSample.load([file("a", "aaa"), file("b", "bbb"), file("c", "bbb, ccc")])
        let reader = try RuleSample.reader()
        reader.read(Message(text: Array("bbb".utf8), channel: .sms))
        reader.finish()
        var examiner = RuleExaminer()
        _ = examiner.examine(reader.reading, origin: nil, at: RuleSample.now, by: snapshot)
        #expect(examiner.met(by: snapshot, at: RuleSample.now) == [1, 2])
    }

    private static func text(_ changes: [String: String?]) -> String { file(changes) }

    @Test func hostileFilesAreRefusedNotFollowed() {
        #expect(!RuleSample.problems(String(repeating: "[", count: 100_000)).isEmpty)
        #expect(!RuleSample.problems("a: &a [x, x]\nb: &b [*a, *a]\nrules: *b\n").isEmpty)
        #expect(RuleSample.problems(String(repeating: " ", count: RuleLimits.fileBytes + 1)).first?.contains("larger than 4 MiB") == true)
    }

    @Test func anExpiredRuleIsNotMet() throws {
        let text = RuleSample.file("true", action: "expires: 2026-11-12T09:00:00Z\n    action: tag")
        let snapshot = try RuleSample.load([RuleFile(path: "r", text: text)])
        let reader = try RuleSample.reader()
        reader.read(Message(text: Array("x".utf8), channel: .sms))
        reader.finish()
        var examiner = RuleExaminer()
        _ = examiner.examine(reader.reading, origin: nil, at: RuleSample.now, by: snapshot)
        #expect(examiner.met(by: snapshot, at: RuleSample.now) == [])
        #expect(examiner.met(by: snapshot, at: Timestamp(milliseconds: RuleSample.now.milliseconds - 1)) == [0])
        #expect(snapshot.rules[0].hasExpired(at: RuleSample.now))
    }
}

@Suite struct RuleExampleTests {
    /// What the example files of the repository say of themselves.
    @Test func theExampleFilesAreSound() throws {
        let folder = Examples.folder + "/rules"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }.sorted()
        #expect(names.count >= 2)
        let files = try names.map { name in
            RuleFile(path: name, text: String(decoding: try Data(contentsOf: URL(filePath: folder + "/" + name)), as: UTF8.self))
        }
        let snapshot = try RuleSample.load(files)
        var trial = RuleTrial(snapshot, reader: try RuleSample.reader())
        #expect(trial.failures(at: RuleSample.now) == [])
        #expect(snapshot.rules.count >= 5)
    }

    @Test func aWrongExampleIsNamed() throws {
        let text = file([
            "channel": nil, "direction": nil, "when": "text contains \"win\" and sender starts with \"+88\"",
            "examples":
                "{match: [{text: win, from: \"+8812345678\"}, {text: lose, from: \"+8812345678\"}], no-match: [lose, {text: win, from: \"+8812345678\"}]}",
        ])
        var trial = RuleTrial(try RuleSample.load([RuleFile(path: "r", text: text)]), reader: try RuleSample.reader())
        let failures = trial.failures(at: RuleSample.now)
        #expect(failures.map(\.mustMatch) == [true, false] && failures.allSatisfy { $0.rule == "good" })
        #expect(failures.map(\.place.line) == [11, 11])
    }
}
