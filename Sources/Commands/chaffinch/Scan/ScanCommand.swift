internal import ArgumentParser
internal import Filter
internal import Localization
internal import Messages
internal import Observatory
internal import Settings

/// `chaffinch scan`: verdicts for files, folders, mailboxes, tables of texts, or standard input.
struct ScanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan", abstract: HelpSentences.summary("scan"),
        discussion: "Ends with 0 when nothing is spam, 1 when something is, 2 when it could not run.")

    @Argument(help: "Messages to judge.") var paths: [String]
    @Option(
        name: .long, help: ArgumentHelp("The channel of the messages: email, sms, mms, rcs, im, post, voice, ad.", valueName: "channel"))
    var channel: String?
    @Option(name: .long, help: "How many reasons to show under a message.") var reasons = 2
    @Flag(name: .long, help: "Show only what is spam.") var spamOnly = false
    @Flag(name: .long, help: "Say on standard error how the scan goes, one JSON object a line.") var verbose = false
    @OptionGroup var common: CommonOptions

    func run() async throws {
        var prepared = try await Failing.awaited { try await Preparation(common: common, channel: channel) }
        var items: [InputItem] = []
        var hasFailed = false
        for path in paths {
            let found = try Failing.reported { try prepared.source.items(at: path) }
            items += found.items
            for problem in found.problems {
                StandardStreams.report("\(problem)")
                hasFailed = true
            }
        }
        try Failing.reported {
            try prepared.checkRecording()
            try prepared.expect(messages: items.count)
        }
        var log = ScanLog(isWanted: verbose, time: prepared.time)
        log.begin(prepared, items: items.count)
        var tally = Tally()
        var done = 0
        let printer = VerdictPrinter(prepared: prepared, isJSON: common.json, reasons: reasons, showsSpamOnly: spamOnly)
        printer.begin()
        var progress = ProgressBar(total: items.count, isWanted: common.json || !prepared.terminal.isTerminal)
        await ParallelScan(setup: prepared.setup, making: prepared.making, workers: prepared.workers).run(items) { outcome in
            switch outcome {
            case .judged(let judged):
                tally.add(judged)
                log.add(judged)
                printer.print(judged)
            case .failed(let reason):
                hasFailed = true
                log.failed()
                StandardStreams.report("\(reason)")
            }
            done += 1
            progress.show(done: done)
        }
        progress.clear()
        printer.end(tally)
        log.end(tally)
        try await Failing.awaited { try await prepared.record(tally.observations) }
        if hasFailed { throw ExitCode(2) }
        if tally.spam > 0 { throw ExitCode(1) }
    }
}
