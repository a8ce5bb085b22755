internal import Glibc
internal import PostGateway
internal import Storing
internal import Telemetry

/// Keeps the tokens that the service lets in up to date with those of the state folder, which `chaffinch token` changes beside it.
struct TokenWatch: Sendable {
    let folder: String
    let book: TokenBook
    let time: any TimeSource
    let log: Log

    /// How long a token that was revoked may still be shown.
    private static let pause = Duration.seconds(1)

    /// Looks until the task is cancelled, pausing between looks.
    func run() async {
        var state: LocalState?
        var trouble: String?
        while !Task.isCancelled {
            do {
                // A folder that is not there has no tokens, and is not made for want of them.
                if state == nil, unsafe !folder.isEmpty && access(folder, F_OK) == 0 { state = try LocalState(folder: folder) }
                if let state, try await book.refresh(from: TokenRegister(state.records)) { log.log(.info, "tokens-read") }
                trouble = nil
            } catch {
                // Those that were good stay so: a disk in trouble must not lock everybody out.
                if trouble != "\(error)" { log.log(.warning, "tokens-not-read", [("reason", .text("\(error)"))]) }
                trouble = "\(error)"
            }
            await time.wait(until: time.monotonic() + TokenWatch.pause)
        }
    }
}
