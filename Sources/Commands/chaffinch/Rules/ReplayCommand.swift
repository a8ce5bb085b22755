internal import ArgumentParser
internal import Filter
internal import Localization
internal import Messages
internal import OperatorRules
internal import Settings

/// `chaffinch rules replay`: what rules would have changed on messages that have come already.
///
/// Every message is judged twice: by the rules of the settings as they are, and by those and the ones that are asked about, which all act.
struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: HelpSentences.summary("rules.replay"),
        discussion:
            "Rules that only watch are taken to act, unless --as-written is given. Ends with 0, or with 2 when something could not be read."
    )

    @Argument(help: "Messages that have come already: files, or folders.", completion: .file()) var paths: [String]
    @Option(
        name: .long,
        help: ArgumentHelp(
            "A file of rules, or a folder of them, that does not count yet; may be given again. Without it the rules of the settings are replayed.",
            valueName: "file"), completion: .file())
    var rules: [String] = []
    @Flag(name: .long, help: "Leave rules that only watch as they are.") var asWritten = false
    @Option(name: .long, help: ArgumentHelp("How many of the messages that change are listed.", valueName: "number")) var list = 20
    @Option(name: .long, help: CommonOptions.channelHelp, completion: CommonOptions.channels) var channel: String?
    @Option(name: .long, help: ArgumentHelp("Who the messages are for, where they do not say.", valueName: "address")) var recipient:
        String?
    @OptionGroup var common: CommonOptions

    func run() async throws {
        var prepared = try await Failing.awaited { try await Preparation(common: common, channel: channel, recipient: recipient) }
        guard !paths.contains("-") else { throw Failing.ending(with: "replay reads its messages twice, and standard input comes once") }
        // What comes of a rule must not depend on how busy the machine is.
        prepared.takeEveryMessageItsTime()
        var files: [InputFile] = []
        var hasFailed = false
        for path in paths {
            let found = try Failing.reported { try prepared.source.files(at: path) }
            files += found.files
            for problem in found.problems {
                StandardStreams.report("\(problem)")
                hasFailed = true
            }
        }
        try Failing.reported { try prepared.expect(messages: files.likelyMessages) }
        let (snapshot, asked) = try Failing.reported { try later(prepared) }
        var after = prepared.setup
        after.operatorRules = CurrentRules(snapshot)
        var report = ReplayReport(snapshot.rules.filter { asked.contains($0.place.path) }, listed: max(0, list))
        var progress = ProgressBar(total: 2 * files.weight, isWanted: true)
        for setup in [prepared.setup, after] {
            let scan = ParallelScan(setup: setup, making: prepared.making, workers: prepared.workers)
            report.begin()
            await scan.run(prepared.source.reader(of: files)) { outcomes, weight in
                for outcome in outcomes {
                    switch outcome {
                    case .judged(let judged): report.add(judged)
                    case .failed(let reason):
                        hasFailed = true
                        progress.clear()
                        if report.isSecond { continue }
                        StandardStreams.report(reason)
                    }
                }
                progress.advance(by: weight)
            }
        }
        progress.clear()
        if common.json {
            StandardStreams.printLine(report.json)
        } else {
            let catalogue = Catalogue(Terms.all, RuleSentences.all)
            for line in report.lines(catalogue: catalogue, language: prepared.language, terminal: prepared.terminal) {
                StandardStreams.printLine(line)
            }
        }
        if hasFailed { throw ExitCode(2) }
    }

    /// The rules of the second judgement, and the files whose rules are asked about.
    private func later(_ prepared: Preparation) throws -> (RuleSnapshot, Set<String>) {
        let composition = Composition(settings: prepared.settings, time: prepared.time)
        let standing = try RuleFiles.named(by: prepared.settings)
        let given = try RuleFiles.at(rules)
        let asked = Set((given.isEmpty ? standing : given).map(\.path))
        guard !asked.isEmpty else {
            throw CommandFailure("there is no rule to replay; name a file with --rules, or set rules.files or rules.folder")
        }
        let files = standing.filter { file in !given.contains { $0.path == file.path } } + given
        do {
            let snapshot = try composition.rules(of: files)
            return (asWritten ? snapshot : snapshot.acting(inFiles: asked), asked)
        } catch {
            throw CommandFailure("\(error)")
        }
    }
}
