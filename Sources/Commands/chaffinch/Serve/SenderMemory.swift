internal import Filter
internal import Glibc
internal import MIME
internal import Messages
internal import Reputation
internal import SQLiteStore
internal import Settings
internal import Storing
internal import Telemetry

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What `chaffinch serve` remembers of those who send: the history, which the state folder keeps, how often things come, and how machines behave.
struct SenderMemory {
    /// What scanners are made with.
    let part: SenderPart
    /// What hands the history on to the state folder; nothing where none is kept.
    let keeping: SenderKeeping?

    /// What the settings want. The history is kept where they name a state folder.
    init(_ prepared: Preparation) async throws {
        let settings = prepared.settings
        var history: SenderHistory?
        var keeping: SenderKeeping?
        if settings[.historyKeep], settings.origin(of: "state.folder") != .builtIn {
            let state = try LocalState(folder: settings.stateFolder)
            let kept = SenderHistory(SenderMemory.policy(settings), secret: try SenderMemory.secret(in: state.folder))
            let store = SQLiteSightingStore(state.database)
            try await kept.load(from: store)
            history = kept
            keeping = SenderKeeping(
                keeper: SenderKeeper(kept, into: store), beside: try await SenderWork(state.records, in: kept, at: prepared.time.now()))
        }
        self.keeping = keeping
        let service = settings[.serviceName].isEmpty ? ProcessInfo.processInfo.hostName : settings[.serviceName]
        var ours = prepared.setup.boundary
        ours.hosts.insert(service.lowercased())
        part = SenderPart(
            history: history, rates: try SenderMemory.rates(settings), watch: settings[.clientsWatch] ? ClientWatch() : nil,
            calls: settings[.clientsWatch] ? CallWatch() : nil, boundary: ours)
    }

    /// What filters are made with: what the service remembers goes on where its settings are read again, and commands that judge files ask the
    /// history where the settings want it and the service has ever remembered anything.
    static func part(_ settings: Settings, in boundary: TrustBoundary, after earlier: SenderPart?) async throws -> SenderPart? {
        if let earlier, earlier.remembers {
            var ours = boundary
            ours.hosts.formUnion(earlier.boundary.hosts)
            let limits = try RateLimit.limits(settings)
            return SenderPart(
                history: earlier.history, rates: limits == earlier.rates?.limits ?? [] ? earlier.rates : try rates(settings),
                watch: settings[.clientsWatch] ? earlier.watch ?? ClientWatch() : nil,
                calls: settings[.clientsWatch] ? earlier.calls ?? CallWatch() : nil, boundary: ours)
        }
        guard settings[.historyConsult] else { return nil }
        guard let kept = try Kept(settings) else { return nil }
        try await kept.history.load(from: SQLiteSightingStore(kept.state.database), trims: false)
        try await ForgottenSenders(kept.state.records).apply(to: kept.history)
        return SenderPart(history: kept.history, remembers: false)
    }

    /// What teaching commands are made with: what they teach of senders is left for the service, where one has ever remembered any.
    static func teaching(_ settings: Settings, in boundary: TrustBoundary) async throws -> SenderPart? {
        guard settings[.historyKeep], let kept = try Kept(settings) else { return nil }
        try await ForgottenSenders(kept.state.records).apply(to: kept.history)
        return SenderPart(history: kept.history, boundary: boundary, remembers: false, lessons: SenderLessons(kept.state.records))
    }

    /// What a service keeps of senders in a state folder, for commands beside it.
    struct Kept {
        let state: LocalState
        let secret: SenderSecret
        /// A history of nobody yet, under the secret of the folder.
        let history: SenderHistory

        /// Nothing where no service has ever kept any.
        init?(_ settings: Settings) throws {
            let folder = settings.stateFolder
            guard unsafe !folder.isEmpty && access(SenderMemory.keyPath(folder), F_OK) == 0 else { return nil }
            state = try LocalState(folder: folder)
            secret = try SenderMemory.secret(in: folder)
            history = SenderHistory(SenderMemory.policy(settings), secret: secret)
        }
    }

    private static func policy(_ settings: Settings) -> SenderHistory.Policy {
        .init(halfLife: settings[.historyHalfLife], capacity: settings[.historyKeys])
    }

    private static func rates(_ settings: Settings) throws -> RateBuckets? {
        let limits = try RateLimit.limits(settings)
        return limits.isEmpty ? nil : RateBuckets(limits, capacity: settings[.ratesKeys])
    }

    private static func keyPath(_ folder: String) -> String { folder + "/senders.key" }

    /// The secret of a state folder, which is made when there is none. It lies beside the database, and not in it.
    private static func secret(in folder: String) throws -> SenderSecret {
        let path = keyPath(folder)
        if unsafe access(path, F_OK) != 0, errno == ENOENT {
            do {
                try WholeFile.writeSecret(SenderSecret().bytes, to: path)
            } catch {
                // Another process may have been quicker; whatever else is wrong is said.
                if unsafe access(path, F_OK) != 0 { throw error }
            }
        }
        guard let secret = SenderSecret(bytes: try SecretFile.read(path)) else {
            throw CommandFailure(
                "\(path): not a key of \(SenderSecret.size) bytes; move it away, and what is remembered of senders begins anew")
        }
        return secret
    }
}

extension RateLimit {
    /// The limits that settings name.
    static func limits(_ settings: Settings) throws -> [RateLimit] {
        let entries = settings[.ratesLimits]
        for (place, entry) in entries.enumerated() where entries[..<place].contains(where: { $0.name == entry.name }) {
            throw CommandFailure("rates.limits: two limits are called \(entry.name); give each a name of its own")
        }
        return entries.map { entry in
            let effect: Effect =
                switch entry.effect {
                case .note: .note
                case .weight(let thousandths): .weight(Double(thousandths) / 1000)
                case .action(let action): Disposition(rawValue: action).map { .disposition($0) } ?? .note
                }
            return RateLimit(
                entry.name, entry.subject, entry.count, in: entry.time, burst: entry.burst, effect: effect, isActing: !entry.isWatched)
        }
    }
}

/// Hands what is remembered of senders to the state folder once a second, and what is left when the service ends.
struct SenderKeeping: Sendable {
    let keeper: SenderKeeper
    /// What takes up what is taught and forgotten beside the service.
    let beside: SenderWork

    private static let pause = Duration.seconds(1)

    /// Hands on until the task is cancelled.
    func run(_ time: any TimeSource, _ log: Log) async {
        var trouble: String?
        while !Task.isCancelled {
            await time.wait(until: time.monotonic() + SenderKeeping.pause)
            let problem = await hand()
            // Said once, and once more when it is over: what was not written waits for the next second.
            if let problem, problem != trouble { log.log(.warning, "senders-not-kept", [("reason", .text(problem))]) }
            if problem == nil, trouble != nil { log.log(.info, "senders-kept-again") }
            trouble = problem
        }
    }

    /// Hands on what is left; says how much is lost where that fails.
    func finish(_ log: Log) async {
        guard let problem = await hand() else { return }
        let changes = await keeper.backlog
        log.log(.error, "senders-lost", [("reason", .text(problem)), ("changes", .number(changes))])
    }

    private func hand() async -> String? {
        do {
            try await keeper.flush()
            return nil
        } catch {
            return "\(error)"
        }
    }
}
