internal import Filter
internal import JSON
internal import Learning
internal import Messages

/// How well classes are told on messages that were not learnt from: by the findings alone, by the words alone, and by both.
struct ThreatReport {
    /// Who decides.
    private enum Decider: String, CaseIterable {
        case findings, words, both
    }

    /// How often a class was named, and how often rightly.
    private struct Count {
        var asked = 0
        var named: [Decider: Int] = [:]
        var right: [Decider: Int] = [:]

        mutating func add(_ answer: ThreatClass, _ truth: ThreatClass, _ decider: Decider) {
            guard answer != .unspecified else { return }
            named[decider, default: 0] += 1
            if answer == truth { right[decider, default: 0] += 1 }
        }
    }

    private let model: ThreatModel
    private let examples: Int
    private let names: [String]
    private var counts: [Count]
    /// How often a class (first) was given another (second), by findings alone and by both.
    private var confusion: [Decider: [ThreatClass: [ThreatClass: Int]]] = [:]

    init(sources: [String], examples: Int, model: ThreatModel) {
        self.model = model
        self.examples = examples
        names = sources
        counts = Array(repeating: Count(), count: sources.count)
    }

    /// Counts what is said of a message.
    mutating func add(_ sample: ThreatSample, threat: ThreatClass, source: Int) {
        counts[source].asked += 1
        let scores = model.scores(of: sample.features, words: sample.words)
        let answers: [Decider: ThreatClass] = [
            .findings: ThreatDecision.strongest(of: sample.findings), .words: ThreatDecision.threat(scores: scores, findings: .zero),
            .both: ThreatDecision.threat(scores: scores, findings: sample.findings),
        ]
        for (decider, answer) in answers {
            counts[source].add(answer, threat, decider)
            confusion[decider, default: [:]][threat, default: [:]][answer, default: 0] += 1
        }
    }

    private var classes: [ThreatClass] { [.advertising, .phishing, .scam, .malware, .adult, .gambling, .unspecified] }

    func print() {
        StandardStreams.printLine("source: asked, named and right by findings, by words, by both")
        for (name, count) in zip(names, counts) where count.asked > 0 {
            let parts = Decider.allCases.map { "\(count.named[$0] ?? 0) \(count.right[$0] ?? 0)" }
            StandardStreams.printLine("\(name): \(count.asked), " + parts.joined(separator: ", "))
        }
        for decider in [Decider.findings, .both] {
            StandardStreams.printLine("\(decider.rawValue), class against answer: " + classes.map(\.rawValue).joined(separator: " "))
            for truth in classes {
                guard let row = confusion[decider]?[truth] else { continue }
                StandardStreams.printLine("  \(truth): " + classes.map { "\(row[$0] ?? 0)" }.joined(separator: " "))
            }
        }
        StandardStreams.printLine("\(model.version): learnt from \(examples) messages")
    }

    func printJSON() {
        StandardStreams.printObject { object in
            object.member("model", model.version)
            object.member("examples", examples)
            object.key("heldOut")
            object.list { list in
                for (name, count) in zip(names, counts) {
                    list.object { entry in
                        entry.member("name", name)
                        entry.member("asked", count.asked)
                        for decider in Decider.allCases {
                            entry.member(decider.rawValue + "Named", count.named[decider] ?? 0)
                            entry.member(decider.rawValue + "Right", count.right[decider] ?? 0)
                        }
                    }
                }
            }
            object.key("confusion")
            object.object { tables in
                for decider in Decider.allCases {
                    tables.key(decider.rawValue)
                    tables.object { rows in
                        for truth in classes {
                            guard let row = confusion[decider]?[truth] else { continue }
                            rows.key(truth.rawValue)
                            rows.object { cells in for answer in classes { cells.member(answer.rawValue, row[answer] ?? 0) } }
                        }
                    }
                }
            }
        }
    }
}
