internal import ArgumentParser
internal import Filter
internal import Learning
internal import Localization
internal import Messages
internal import Observatory
internal import Settings
internal import Telemetry

/// `chaffinch scan`: verdicts for files, folders, mailboxes, tables of texts, or standard input.
struct ScanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan", abstract: HelpSentences.summary("scan"),
        discussion: "Ends with 0 when nothing is spam, 1 when something is, 2 when it could not run.")

    @Argument(help: "Messages to judge: files, folders, or - for standard input.", completion: .file()) var paths: [String]
    @Option(name: .long, help: CommonOptions.channelHelp, completion: CommonOptions.channels) var channel: String?
    @Option(name: .long, help: ArgumentHelp("Who the messages are for, where they do not say.", valueName: "address")) var recipient:
        String?
    @Option(name: .long, help: ArgumentHelp("How many reasons to show under a message.", valueName: "number")) var reasons = 2
    @Flag(name: .long, help: "Show only what is spam.") var spamOnly = false
    @Flag(name: .long, help: "Say on standard error how the scan goes, one JSON object a line.") var verbose = false
    @OptionGroup var common: CommonOptions

    func run() async throws {
        var prepared = try await Failing.awaited { try await Preparation(common: common, channel: channel, recipient: recipient) }
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
        try Failing.reported {
            try prepared.checkRecording()
            try prepared.expect(messages: files.likelyMessages)
        }
        let orders = try await Failing.awaited { try await prepared.followOrders() }
        var log = ScanLog(isWanted: verbose, time: prepared.time)
        log.begin(prepared, files: files.count)
        var tally = Tally()
        let printer = VerdictPrinter(prepared: prepared, isJSON: common.json, reasons: reasons, showsSpamOnly: spamOnly)
        printer.begin()
        // A table on the same terminal shows by itself how far the work has come.
        var progress = ProgressBar(total: files.weight, isWanted: common.json || !prepared.terminal.isTerminal)
        let watching = watch(files, prepared, log) + follow(orders, files, prepared)
        defer { for task in watching { task.cancel() } }
        let scan = ParallelScan(setup: prepared.setup, making: prepared.making, workers: prepared.workers)
        await scan.run(prepared.source.reader(of: files)) { outcomes, weight in
            for outcome in outcomes {
                switch outcome {
                case .judged(let judged):
                    tally.add(judged)
                    log.add(judged)
                    printer.print(judged)
                case .failed(let reason):
                    hasFailed = true
                    log.failed()
                    progress.clear()
                    StandardStreams.report(reason)
                }
            }
            progress.advance(by: weight)
        }
        progress.clear()
        printer.end(tally)
        log.end(tally)
        try await Failing.awaited { try await prepared.record(tally.observations) }
        if hasFailed { throw ExitCode(2) }
        if tally.spam > 0 { throw ExitCode(1) }
    }

    /// Takes up what is learnt while the scan runs. Where the end of the input is in sight that is not worth its while.
    private func watch(_ files: [InputFile], _ prepared: Preparation, _ log: ScanLog) -> [Task<Void, Never>] {
        guard files.canPause, let watch = prepared.watch else { return [] }
        return [
            Task {
                await watch.run { finding in
                    log.note(finding)
                    guard case .kept(let learnt, let reason) = finding else { return }
                    StandardStreams.report("\(reason); \(learnt.model.version) judges on")
                }
            }
        ]
    }

    /// Takes up what is ordered and ended meanwhile, likewise.
    private func follow(_ orders: CurrentOrders, _ files: [InputFile], _ prepared: Preparation) -> [Task<Void, Never>] {
        guard files.canPause, Composition(settings: prepared.settings, time: prepared.time).heedsOrders else { return [] }
        let work = OrderWork(prepared, for: orders, log: Log(level: .error, time: prepared.time))
        return [Task { await work.run() }]
    }
}
