internal import Filter
internal import Learning
internal import Messages
internal import Rules
internal import Settings
internal import Telemetry

/// What a scan tells about itself on standard error with `--verbose`: how it was set up, what could not be checked, and how long
/// verdicts took. One JSON object a line; no names of files, no content.
struct ScanLog: Sendable {
    private let log: Log?
    private var times = LatencyHistogram()

    /// A log by this clock; one that is not wanted costs nothing.
    init(isWanted: Bool, time: any TimeSource) {
        log = isWanted ? Log(level: .info, time: time) : nil
    }

    /// Notes how the scan begins.
    func begin(_ prepared: Preparation, files: Int) {
        log?.log(
            .info, "scan.begin",
            [
                ("files", .number(files)), ("workers", .number(prepared.workers)), ("model", .text(prepared.setup.model.version)),
                ("policy", .text(prepared.setup.policy.version)), ("checks", .number(prepared.setup.rules.checks.count)),
            ])
    }

    /// Notes what could not be checked in a message, and how long its verdict took.
    mutating func add(_ judged: JudgedMessage) {
        guard let log else { return }
        times.record(judged.verdict.elapsed)
        for gap in judged.verdict.coverage.gaps {
            log.log(
                .warning, "scan.gap." + gap.what,
                [("reason", .text(gap.reason.rawValue)), ("channel", .text(judged.channel.rawValue)), ("bytes", .number(judged.size))])
        }
    }

    /// Notes that something newer that was learnt judges from now on, or that it cannot be used.
    func note(_ finding: LearningWatch.Finding) {
        switch finding {
        case .unchanged: break
        case .taken(let learnt):
            log?.log(.info, "scan.learnt", [("model", .text(learnt.model.version)), ("generation", .number(learnt.generation))])
        case .kept(let learnt, _): log?.log(.warning, "scan.learning-kept", [("model", .text(learnt.model.version))])
        }
        log?.flush()
    }

    /// Notes that an item could not be read; why was said in a sentence of its own.
    func failed() {
        log?.log(.warning, "scan.unreadable")
    }

    /// Notes what the scan came to, and writes out what was kept.
    func end(_ tally: Tally) {
        guard let log else { return }
        log.log(
            .info, "scan.end",
            [
                ("messages", .number(tally.messages)), ("spam", .number(tally.spam)),
                ("medianMilliseconds", milliseconds(times.quantile(0.5))),
                ("p99Milliseconds", milliseconds(times.quantile(0.99))), ("longestMilliseconds", milliseconds(times.quantile(1))),
            ])
        log.flush()
    }

    private func milliseconds(_ duration: Duration) -> LogLine.Value {
        .decimal((duration / .microseconds(1)).rounded() / 1000)
    }
}
