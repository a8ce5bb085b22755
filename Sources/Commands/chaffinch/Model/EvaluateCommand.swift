internal import ArgumentParser
internal import Attacks
internal import Evaluation
internal import Features
internal import Filter
internal import Learning
internal import Messages

/// `chaffinch evaluate`: how well spam is told from ham, in the measures of the TREC spam tracks.
struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: HelpSentences.summary("evaluate"),
        discussion: """
            An index has a line for each message: its label (spam or ham) and its path, relative to the index. A table (.tsv) or JSON
            lines with labels will do as well. Without --online, --train or --folds each message is judged and nothing is learnt.

              chaffinch evaluate --index corpus/index
              chaffinch evaluate --index corpus/index --online --plots plots/
              chaffinch evaluate --index new/index --train old/index
              chaffinch evaluate --index texts.tsv --folds 5 --json
              chaffinch evaluate --index corpus/index --attack all
            """)

    /// What is scored.
    enum Score: String, ExpressibleByArgument, CaseIterable {
        /// The content expert alone.
        case content
        /// The whole verdict: every check, and content.
        case verdict
    }

    /// The model that is scored, or learning begins with.
    enum Beginning: String, ExpressibleByArgument, CaseIterable {
        /// A model that knows nothing.
        case untrained
        /// The one that `scan` would use.
        case current
    }

    @Option(name: .long, help: "The labelled messages: an index, a table or JSON lines.", completion: .file()) var index: String?
    @Option(name: .long, help: "Instead of --index: scores that any filter gave; a line is: score label.", completion: .file()) var measure:
        String?
    @Flag(name: .long, help: "Learn each message after it was scored, beginning with nothing.") var online = false
    @Option(name: .long, help: "Labelled messages to learn from first; none of --index is learnt.", completion: .file()) var train: String?
    @Option(name: .long, help: "Cross-validate in so many folds, cut by content.") var folds: Int?
    @Option(name: .long, help: "How often the messages of --train or of the folds are gone through.") var rounds = 8
    @Option(name: .long, help: "With --online: how many messages pass before a label comes.") var delay = 0
    @Option(name: .long, help: "With --online: the share of messages whose label comes, from 0 to 1.") var feedback = 1.0
    @Option(name: .long, help: "With --online: the share of labels that are wrong, from 0 to 1.") var noise = 0.0
    @Option(name: .long, help: "With --online: in what order; file or hash.") var order = Order.file
    @Option(name: .long, help: "The channel of the messages.") var channel: String?
    @Option(name: .long, help: CommonOptions.recipientHelp) var recipient: String?
    @Option(name: .long, help: "What is scored when nothing is learnt: verdict or content.") var score = Score.verdict
    @Option(name: .long, help: "What learning begins with: untrained or current.") var from = Beginning.untrained
    @Option(name: .long, help: "Above what probability a message is called spam.") var threshold = 0.5
    @Option(name: .long, help: "How often is drawn for confidence intervals; 0 for none.") var draws = 1000
    @Option(name: .long, help: "Where the draws begin.") var seed: UInt64 = 1
    @Option(name: .long, help: "A folder for pictures: ROC, learning curve, reliability.", completion: .directory) var plots: String?
    @Option(name: .long, help: "A file for each message's score and label.", completion: .file()) var scores: String?
    @Option(name: .long, help: "How the spam of --index is disguised first: the name of an attack, or all for a table.") var attack: String?
    @Option(name: .long, help: "With --attack all: what is learnt of each attack, so many spam and as many ham.") var lessons = 0
    @Option(name: .long, help: "A bank of sentences whose alternatives reword; may be given again.", completion: .file()) var bank:
        [String] = []
    @Flag(name: .long, help: "Leave out what the model that ships may have learnt: eight content keys in ten.") var heldOut = false
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard (index == nil) != (measure == nil) else { throw ValidationError("evaluate takes either --index or --measure") }
        if [online, train != nil, folds != nil].count(where: { $0 }) > 1 {
            throw ValidationError("--online, --train and --folds exclude each other")
        }
        if let folds, !(2...100).contains(folds) { throw ValidationError("--folds takes a number from 2 to 100") }
        for (name, share) in [("--feedback", feedback), ("--noise", noise)] where !(0...1).contains(share) {
            throw ValidationError("\(name) takes a number from 0 to 1")
        }
        guard threshold > 0, threshold < 1 else { throw ValidationError("--threshold takes a number between 0 and 1") }
        guard (1...1000).contains(rounds) else { throw ValidationError("--rounds takes a number from 1 to 1000") }
        guard (0...100_000).contains(draws) else { throw ValidationError("--draws takes a number from 0 to 100000") }
        if attack == "all", online || train != nil || folds != nil {
            throw ValidationError("--attack all judges with the model there is: --online, --train and --folds take one attack by its name")
        }
        if let attack, attack != "all", !Attacks.all().contains(where: { $0.name == attack }) {
            throw ValidationError("--attack \(attack): there are all, \(Attacks.all().map(\.name).joined(separator: ", "))")
        }
        guard lessons >= 0 else { throw ValidationError("--lessons takes a number from 0") }
        guard delay >= 0 else { throw ValidationError("--delay takes a number from 0") }
    }

    func run() async throws {
        try await Failing.awaited {
            guard let index else { return try measureScores() }
            let base =
                from == .untrained && (online || train != nil || folds != nil) ? ContentModel(version: "untrained", bucketBits: 20) : nil
            var prepared = try await Preparation(common: common, channel: channel, recipient: recipient, model: base)
            var messages = try LabelledMessages(at: index, prepared, order: order)
            if heldOut { try messages.keepHeldOut(prepared, by: Scanner(prepared.setup)) }
            guard !messages.items.isEmpty else { throw CommandFailure("\(index): no message with a label; a line is: label path") }
            try prepared.expect(messages: messages.items.count)
            let attacks = Attacks.all(
                rewordings: try bank.flatMap { Rewording.groups(inBank: String(decoding: try FileBytes.read($0), as: UTF8.self)) })
            if attack == "all" {
                let table = AttackTable(attacks: attacks, threshold: EvaluationReport.logOdds(ofProbability: threshold), lessons: lessons)
                let rows = try await table.rows(of: messages, prepared)
                return StandardStreams.printLine(common.json ? table.json(rows) : table.text(rows))
            }
            if let chosen = attacks.first(where: { $0.name == attack }) { messages.disguise = Disguise(chosen, prepared) }
            let clock = CPUClock()
            let scored = try await scored(messages, prepared)
            try report(scored, seconds: clock.seconds)
        }
    }

    /// Measures what any filter said, read from a file.
    private func measureScores() throws {
        guard let measure else { return }
        let scored = try ScoreFile.messages(at: measure)
        guard !scored.isEmpty else { throw CommandFailure("\(measure): no score; a line is: score label") }
        try report(scored, seconds: nil)
    }

    private var plan: FeedbackPlan { FeedbackPlan(delay: delay, share: feedback, noise: noise, seed: seed) }

    /// What is learnt of the message at a place: its label as it comes, or which fold it is in.
    private func lesson(_ place: Int, _ message: ScoredMessage) -> String {
        if let folds { return String(CrossValidation.fold(ofKey: message.key, folds: folds)) }
        guard online, plan.isLabelled(place) else { return "-" }
        return plan.label(place, isSpam: message.isSpam) ? "spam" : "ham"
    }

    private func scored(_ messages: LabelledMessages, _ prepared: Preparation) async throws -> [ScoredMessage] {
        let scanner = Scanner(prepared.setup)
        if online {
            return try Stream(plan: plan, model: prepared.setup.model).scored(messages, by: scanner, prepared)
        }
        if let folds {
            return try CrossValidation(folds: folds, rounds: rounds, base: prepared.setup.model).scored(messages, by: scanner, prepared)
        }
        if let train {
            let taught = try LabelledMessages(at: train, prepared, order: .file)
            let model = try Taught(rounds: rounds, base: prepared.setup.model).model(from: taught, by: scanner, prepared)
            return try messages.map(prepared, by: scanner) { features, key, isSpam, channel in
                ScoredMessage(
                    logOdds: Double(model.logOdds(of: features)), isSpam: isSpam, key: key, channel: channel.evaluatedName)
            }
        }
        return try await judged(messages, by: scanner, prepared)
    }

    /// Every message as `scan` would judge it; nothing is learnt.
    private func judged(_ messages: LabelledMessages, by scanner: Scanner, _ prepared: Preparation) async throws -> [ScoredMessage] {
        var scored: [ScoredMessage] = []
        for item in messages.items {
            guard let message = try messages.message(of: item, prepared) else { continue }
            let channel = message.channel.evaluatedName
            let logOdds = score == .verdict ? await scanner.verdict(on: message).logOdds : Double(scanner.contentLogOdds(of: message))
            scored.append(ScoredMessage(logOdds: logOdds, isSpam: item.isSpam, key: ContentKey.of(scanner.reading), channel: channel))
        }
        return scored
    }

    private func report(_ scored: [ScoredMessage], seconds: Double?) throws {
        let limit = EvaluationReport.logOdds(ofProbability: threshold)
        let report = EvaluationReport(
            measures: Measures(of: scored, threshold: limit),
            channels: scored.byChannel.map { (channel: $0.channel, measures: Measures(of: $0.messages, threshold: limit)) },
            intervals: Bootstrap(draws: draws, seed: seed).intervals(of: scored, threshold: limit), messages: scored.count,
            cpuSeconds: seconds, peakResidentMiB: CPUClock.peakMebibytes())
        if let scores {
            try WholeFile.write(Array(ScoreFile.text(of: scored) { lesson($0, scored[$0]) }.utf8), to: scores)
        }
        if let plots { try writePlots(of: scored, into: plots) }
        if common.json {
            StandardStreams.printLine(report.json)
        } else {
            StandardStreams.printLine(report.text)
            let channels = scored.byChannel
            for entry in channels {
                let place = channels.count > 1 ? ", \(entry.channel)" : ""
                StandardStreams.printLine(
                    "probability given, and the share that is spam\(place):\n" + Plots.reliabilityText(of: entry.messages))
            }
        }
    }

    private func writePlots(of scored: [ScoredMessage], into folder: String) throws {
        let name = index ?? measure ?? ""
        try WholeFile.write(Array(Plots.roc(of: scored, title: "ROC: \(name)").utf8), to: folder + "/roc.svg")
        try WholeFile.write(Array(Plots.reliability(of: scored, title: "Reliability: \(name)").utf8), to: folder + "/reliability.svg")
        guard online else { return }
        try WholeFile.write(Array(Plots.learningCurve(of: scored, title: "Learning: \(name)").utf8), to: folder + "/learning.svg")
    }
}
