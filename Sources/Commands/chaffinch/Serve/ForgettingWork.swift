internal import Reputation
internal import Storing
internal import Telemetry

/// Has the history of a service forget what `chaffinch senders forget` wants forgotten beside it.
struct ForgettingWork: Sendable {
    private let register: ForgottenSenders
    private let history: SenderHistory
    private let known: Int

    /// How long what is to be forgotten may wait.
    private static let pause = Duration.milliseconds(300)

    /// Takes up what is forgotten from now on; the history has forgotten what was to be before.
    init(_ register: ForgottenSenders, in history: SenderHistory) async throws(StoreError) {
        known = try await register.changes()
        try await register.apply(to: history)
        self.register = register
        self.history = history
    }

    /// Goes on until the task is cancelled.
    func run(_ time: any TimeSource, _ log: Log) async {
        var known = known
        var trouble: String?
        while !Task.isCancelled {
            do throws(StoreError) {
                let changes = try await register.changes()
                if changes != known {
                    try await register.apply(to: history)
                    // Who was forgotten stands in no log.
                    log.log(.info, "senders-forgotten", [("requests", .number(changes - known))])
                    known = changes
                }
                trouble = nil
            } catch {
                if trouble != "\(error)" { log.log(.warning, "forgotten-not-read", [("reason", .text("\(error)"))]) }
                trouble = "\(error)"
            }
            await time.wait(until: time.monotonic() + ForgettingWork.pause)
        }
    }
}
