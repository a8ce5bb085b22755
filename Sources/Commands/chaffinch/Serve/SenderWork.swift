internal import Messages
internal import Reputation
internal import Storing
internal import Telemetry

/// Has the history of a service take up what programs beside it want: what `chaffinch senders forget` wants forgotten, and what `chaffinch learn` and its
/// like taught.
struct SenderWork: Sendable {
    private let forgotten: ForgottenSenders
    private let lessons: SenderLessons
    private let history: SenderHistory
    private let known: (forgotten: Int, lessons: Int)
    private let taken: Set<String>

    /// How long what is wanted may wait.
    private static let pause = Duration.milliseconds(300)

    /// Takes up what was wanted before, and what is too old to count away.
    init(_ records: any RecordLog, in history: SenderHistory, at moment: Timestamp) async throws(StoreError) {
        (forgotten, lessons) = (ForgottenSenders(records), SenderLessons(records))
        self.history = history
        try await lessons.expire(before: history.horizon(at: moment))
        let requests = try await forgotten.changes()
        let said = try await lessons.changes()
        known = (requests, said)
        try await forgotten.apply(to: history)
        var taken: Set<String> = []
        _ = try await lessons.apply(to: history, notAgain: &taken)
        self.taken = taken
    }

    /// Goes on until the task is cancelled.
    func run(_ time: any TimeSource, _ log: Log) async {
        var known = self.known
        var taken = self.taken
        var trouble: String?
        while !Task.isCancelled {
            do throws(StoreError) {
                let requests = try await forgotten.changes()
                if requests != known.forgotten {
                    try await forgotten.apply(to: history)
                    // Who was forgotten stands in no log.
                    log.log(.info, "senders-forgotten", [("requests", .number(requests - known.forgotten))])
                    known.forgotten = requests
                }
                let said = try await lessons.changes()
                if said != known.lessons {
                    let count = try await lessons.apply(to: history, notAgain: &taken)
                    log.log(.info, "senders-taught", [("lessons", .number(count))])
                    known.lessons = said
                }
                trouble = nil
            } catch {
                if trouble != "\(error)" { log.log(.warning, "senders-not-read", [("reason", .text("\(error)"))]) }
                trouble = "\(error)"
            }
            await time.wait(until: time.monotonic() + SenderWork.pause)
        }
    }
}
