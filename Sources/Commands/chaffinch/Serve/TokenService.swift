internal import Glibc
internal import PostGateway
internal import ServiceLifecycle
internal import Storing
internal import Telemetry

/// Keeps the tokens that the service lets in up to date with those of the state folder, which `chaffinch token` changes beside it.
struct TokenService: Service {
    let folder: String
    let book: TokenBook
    let time: any TimeSource
    let log: Log

    /// How long a token that was revoked may still be shown.
    private static let pause = Duration.seconds(1)

    func run() async throws {
        let work = Task { await follow() }
        await withGracefulShutdownHandler {
            await withTaskCancellationHandler {
                await work.value
            } onCancel: {
                work.cancel()
            }
        } onGracefulShutdown: {
            work.cancel()
        }
    }

    private func follow() async {
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
            await time.wait(until: time.monotonic() + TokenService.pause)
        }
    }
}
