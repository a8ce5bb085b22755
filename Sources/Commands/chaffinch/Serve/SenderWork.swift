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
    private let known: Int

    /// How long what is wanted may wait.
    private static let pause = Duration.milliseconds(300)
    /// How often what is too old to count is removed.
    private static let day = Duration.seconds(86_400)

    /// Takes up what was wanted before, with what is too old to count away.
    init(_ records: any RecordLog, in history: SenderHistory, at moment: Timestamp) async throws(StoreError) {
        (forgotten, lessons) = (ForgottenSenders(records), SenderLessons(records))
        self.history = history
        known = try await forgotten.changes()
        try await forgotten.apply(to: history)
        _ = try await lessons.apply(to: history, at: moment)
        try await lessons.expire(takenBy: history, at: moment)
    }

    /// Goes on until the task is cancelled.
    func run(_ time: any TimeSource, _ log: Log) async {
        var known = self.known
        var expiry = time.monotonic() + SenderWork.day
        var trouble: String?
        while !Task.isCancelled {
            do throws(StoreError) {
                let requests = try await forgotten.changes()
                if requests != known {
                    try await forgotten.apply(to: history)
                    // Who was forgotten stands in no log.
                    log.log(.info, "senders-forgotten", [("requests", .number(requests - known))])
                    known = requests
                }
                let count = try await lessons.apply(to: history, at: time.now())
                if count > 0 { log.log(.info, "senders-taught", [("lessons", .number(count))]) }
                if time.monotonic() >= expiry {
                    try await lessons.expire(takenBy: history, at: time.now())
                    expiry = time.monotonic() + SenderWork.day
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
