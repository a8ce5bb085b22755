import HyperscanPatterns
import Messages
import PSLDomains
import Patterns
import Reading

@testable import OperatorRules

/// Rules as tests write them, and messages to ask them of.
enum RuleSample {
    /// 2026-11-12T09:00:00Z, a Thursday.
    static let now = Timestamp(seconds: 1_794_474_000)

    /// A snapshot of files.
    static func load(_ files: [RuleFile], allowing allowances: RuleAllowances = RuleAllowances()) throws(RuleError) -> RuleSnapshot {
        try RuleSnapshot.load(files, allowing: allowances) { set throws(PatternError) in try HyperscanMatcher(set) }
    }

    /// What is wrong with a file's text, a line each; nothing when nothing is.
    static func problems(_ text: String, allowing allowances: RuleAllowances = RuleAllowances()) -> [String] {
        do {
            _ = try load([RuleFile(path: "r.yaml", text: text)], allowing: allowances)
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    /// A file of one rule with this condition, which acts; `sets` are lines of the section of sets.
    static func file(_ condition: String, action: String = "action: tag", sets: String = "", zone: String = "Z") -> String {
        """
        zone: "\(zone)"
        sets:
          some: [a.example, b.example]
        \(sets)
        rules:
          - id: rule
            description: A rule.
            owner: somebody
            mode: act
            \(action)
            examples: {match: [yes], no-match: [no]}
            when: |-
              \(condition)
        """
    }

    /// A reader of messages.
    static func reader() throws -> Reader { Reader(suffixes: try LibPSLSuffixes(), names: try ICUNames()) }

    /// Whether a message meets a condition.
    static func holds(
        _ condition: String, _ message: Message, origin: ProvenOrigin? = nil, verdict: RuleVerdict? = nil, sets: String = "",
        zone: String = "Z"
    ) throws -> Bool {
        let snapshot = try load([RuleFile(path: "r.yaml", text: file(condition, sets: sets, zone: zone))])
        let reader = try reader()
        reader.read(message)
        reader.finish()
        var examiner = RuleExaminer()
        _ = examiner.examine(reader.reading, origin: origin, at: now, by: snapshot)
        var met = examiner.met(by: snapshot, at: now)
        if let verdict { met += examiner.met(by: snapshot, at: now, after: verdict) }
        return !met.isEmpty
    }
}
