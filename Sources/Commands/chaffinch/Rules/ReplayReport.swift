internal import Filter
internal import JSON
internal import Localization
internal import Messages
internal import OperatorRules

/// What rules would have changed: counted while messages come in the same order twice.
struct ReplayReport {
    /// What is kept of a message between the two judgements.
    private struct Earlier {
        var probability: Float
        var disposition: Disposition
    }

    /// A message that would have been dealt with otherwise.
    private struct Change {
        var path: String
        var before: Earlier
        var after: Earlier
        var rules: [String]
        var isSpam: Bool?
    }

    /// What a rule did.
    private struct Count {
        var rule: Rule
        var hits = 0
        /// Hits on messages that carry a label, by it.
        var ham = 0
        var spam = 0
        /// Messages whose disposition it decided.
        var decided = 0
    }

    private struct Turn: Hashable {
        var from: Disposition
        var to: Disposition
    }

    private var counts: [Count]
    private var placeOf: [String: Int] = [:]
    private var earlier: [Earlier] = []
    private var next = 0
    private(set) var isSecond = false
    private var hasBegun = false
    private var turns: [Turn: Int] = [:]
    private var hamHarmed = 0
    private var moved = 0
    private var changes: [Change] = []
    private let listed: Int

    /// A report on these rules that lists so many messages.
    init(_ rules: [Rule], listed: Int) {
        self.listed = listed
        counts = rules.map { Count(rule: $0) }
        for (place, rule) in rules.enumerated() { placeOf[rule.id] = place }
    }

    /// Begins a judgement of all messages: the first or the second.
    mutating func begin() {
        isSecond = hasBegun
        hasBegun = true
        next = 0
    }

    mutating func add(_ judged: JudgedMessage) {
        let now = Earlier(probability: Float(judged.verdict.probability), disposition: judged.decision.disposition)
        guard isSecond else { return earlier.append(now) }
        // A file that grew in between has messages that were not judged before.
        guard earlier.indices.contains(next) else { return }
        let before = earlier[next]
        next += 1
        var met: [String] = []
        for hit in judged.verdict.rules {
            guard let place = placeOf[hit.id] else { continue }
            met.append(hit.id)
            counts[place].hits += 1
            if judged.isSpam == true { counts[place].spam += 1 }
            if judged.isSpam == false { counts[place].ham += 1 }
            if judged.decision.because == hit.name { counts[place].decided += 1 }
        }
        if before.probability != now.probability { moved += 1 }
        guard before.disposition != now.disposition else { return }
        turns[Turn(from: before.disposition, to: now.disposition), default: 0] += 1
        if judged.isSpam == false, before.disposition == .accept { hamHarmed += 1 }
        guard changes.count < listed else { return }
        changes.append(Change(path: judged.path, before: before, after: now, rules: met, isSpam: judged.isSpam))
    }

    private var sortedTurns: [(turn: Turn, count: Int)] {
        func place(_ disposition: Disposition) -> Int { Disposition.allCases.firstIndex(of: disposition) ?? 0 }
        return turns.map { ($0.key, $0.value) }.sorted {
            (place($0.turn.from), place($0.turn.to)) < (place($1.turn.from), place($1.turn.to))
        }
    }

    /// For people.
    func lines(catalogue: Catalogue, language: Language, terminal: Terminal) -> [String] {
        func say(_ key: String, _ details: String...) -> String { catalogue.text(key, in: language, details, isolation: .never) }
        let changed = turns.values.reduce(0, +)
        var lines = [say("rules.replayed", "\(earlier.count)", "\(moved)", "\(changed)")]
        for (turn, count) in sortedTurns {
            lines.append(
                "  " + catalogue.name(of: turn.from, in: language) + " → " + catalogue.name(of: turn.to, in: language) + ": \(count)")
        }
        if hamHarmed > 0 { lines.append(terminal.styled(say("rules.replayed-ham", "\(hamHarmed)"), .red)) }
        for count in counts {
            lines.append(
                Terminal.safe(
                    say(
                        "rules.replayed-rule", count.rule.place.fileAndLine, count.rule.id, "\(count.hits)", "\(count.decided)",
                        "\(count.ham)", "\(count.spam)")))
        }
        for change in changes {
            let before = JSONText.fixed(Double(change.before.probability) * 100, digits: 1) + " %"
            let after = JSONText.fixed(Double(change.after.probability) * 100, digits: 1) + " %"
            lines.append(
                Terminal.safe(
                    "  \(change.path)  \(before) \(catalogue.name(of: change.before.disposition, in: language)) → "
                        + "\(after) \(catalogue.name(of: change.after.disposition, in: language))  \(change.rules.joined(separator: ", "))")
            )
        }
        return lines
    }

    /// For programs: one object.
    var json: String {
        var json = JSONText()
        json.object { object in
            object.member("messages", earlier.count)
            object.member("probabilityChanged", moved)
            object.member("dispositionChanged", turns.values.reduce(0, +))
            object.member("hamNoLongerAccepted", hamHarmed)
            object.key("turns")
            object.list { list in
                for (turn, count) in sortedTurns {
                    list.object { entry in
                        entry.member("from", turn.from.rawValue)
                        entry.member("to", turn.to.rawValue)
                        entry.member("messages", count)
                    }
                }
            }
            object.key("rules")
            object.list { list in
                for count in counts {
                    list.object { entry in
                        entry.member("id", count.rule.id)
                        entry.member("place", count.rule.place.fileAndLine)
                        entry.member("hits", count.hits)
                        entry.member("decided", count.decided)
                        entry.member("ham", count.ham)
                        entry.member("spam", count.spam)
                    }
                }
            }
            object.key("changes")
            object.list { list in
                for change in changes {
                    list.object { entry in
                        entry.member("path", change.path)
                        entry.key("before")
                        ReplayReport.write(change.before, into: &entry)
                        entry.key("after")
                        ReplayReport.write(change.after, into: &entry)
                        entry.member("rules", change.rules)
                    }
                }
            }
        }
        return json.text
    }

    private static func write(_ judgement: Earlier, into json: inout JSONText) {
        json.object { object in
            object.member("probability", Double(judgement.probability), digits: 6)
            object.member("disposition", judgement.disposition.rawValue)
        }
    }
}
