internal import ServiceLifecycle

/// Something that goes on beside the gateways until the service is told to stop, and then ends at once.
struct BackgroundWork: Service {
    /// Goes on until its task is cancelled.
    let work: @Sendable () async -> Void

    func run() async throws {
        let task = Task { await work() }
        await withGracefulShutdownHandler {
            await withTaskCancellationHandler {
                await task.value
            } onCancel: {
                task.cancel()
            }
        } onGracefulShutdown: {
            task.cancel()
        }
    }
}
