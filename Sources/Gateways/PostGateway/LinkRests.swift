internal import Quarantine
internal import Synchronization
internal import Telemetry

/// Lets a mail that the mail server did not take rest a while before its recipient's link hands it over again. Bounded: of more mails than it holds, those
/// that began first are let go.
final class LinkRests: Sendable {
    private struct State {
        var ends: [ReleaseLinks.Claim: Duration] = [:]
        var order: [ReleaseLinks.Claim] = []
    }

    static let rest = Duration.seconds(30)
    static let limit = 10_000

    private let time: any TimeSource
    private let state = Mutex(State())

    init(by time: any TimeSource) {
        self.time = time
    }

    /// Whether the mail behind a link may be handed over now.
    func isOver(for claim: ReleaseLinks.Claim) -> Bool {
        let now = time.monotonic()
        return state.withLock { $0.ends[claim].map { $0 <= now } ?? true }
    }

    /// The mail server did not take the mail.
    func begin(for claim: ReleaseLinks.Claim) {
        let end = time.monotonic() + LinkRests.rest
        state.withLock { state in
            state.ends[claim] = end
            state.order.append(claim)
            guard state.order.count > LinkRests.limit else { return }
            let half = state.order.prefix(LinkRests.limit / 2)
            for old in half { state.ends[old] = nil }
            state.order.removeFirst(half.count)
        }
    }
}
