internal import Filter
internal import Messages
internal import ServiceLifecycle
internal import Settings
internal import Telemetry
internal import UnixSignals

/// Reads the settings, and the files of rules and the like that they name, again when the program is told to (SIGHUP).
///
/// No connection is dropped for it, and a message that is being judged goes on by what it began with. Where something is wrong, everything
/// stays as it was, and the log says what is wrong.
actor Reloading: Service {
    /// What only a new start of the program changes: where it listens, what all connections share, where state is kept, who may teach.
    static let fixed: Set<String> = [
        "milter.listen", "spamd.listen", "http.listen", "http.certificate", "http.key", "http.client-authorities", "http.patience",
        "http.remember", "service.name", "service.connections", "service.memory", "service.lanes", "service.waiting", "service.silence",
        "service.grace", "service.socket-mode", "filter.workers", "state.folder", "model.path", "observatory.record", "learning.keep",
        "history.keep", "history.half-life", "history.keys", "rates.keys", "learning.sources", "learning.personal", "learning.canaries",
        "quarantine.key", "quarantine.keep", "quarantine.size",
    ]

    private let common: CommonOptions
    /// What is judged by now.
    private var prepared: Preparation
    private let desk: CurrentDesk
    private let standing: Desk.Standing
    private let supervisor: Supervisor

    init(_ prepared: Preparation, read common: CommonOptions, for desk: CurrentDesk, _ standing: Desk.Standing, _ supervisor: Supervisor) {
        self.common = common
        self.prepared = prepared
        self.desk = desk
        self.standing = standing
        self.supervisor = supervisor
    }

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        await cancelWhenGracefulShutdown {
            for await _ in signals { await self.reload() }
        }
        supervisor.tell(.stopping)
    }

    private func reload() async {
        supervisor.tell(.reloading)
        let log = standing.log
        do {
            let read = try common.settings()
            let changes = read.changes(since: prepared.settings)
            let settings = read.keeping(Reloading.fixed, from: prepared.settings)
            let next = try await Preparation(common: common, settings: settings, after: prepared)
            desk.now = try Desk(next, standing)
            standing.pool.takeUp(next.setup)
            prepared = next
            let taken = changes.filter { !Reloading.fixed.contains($0) }
            log.log(.info, "reloaded", [("settings", .text(taken.joined(separator: ", ")))])
            let waiting = changes.filter(Reloading.fixed.contains)
            if !waiting.isEmpty { log.log(.warning, "waits-for-restart", [("settings", .text(waiting.joined(separator: ", ")))]) }
        } catch {
            log.log(.error, "not-reloaded", [("reason", .text("\(error)"))])
        }
        log.flush()
        supervisor.tell(.ready)
    }
}
