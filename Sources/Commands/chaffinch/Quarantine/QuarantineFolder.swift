internal import Connections
internal import Filter
internal import Glibc
internal import MailGateway
internal import Messages
internal import Quarantine
internal import SQLiteStore
internal import Settings
internal import Storing
internal import Telemetry

/// The quarantine of the state folder, opened when it is first needed.
actor QuarantineFolder {
    private let settings: Settings
    private let time: any TimeSource
    private var room: QuarantineDesk.Room?

    init(_ settings: Settings, time: any TimeSource) {
        self.settings = settings
        self.time = time
    }

    /// The quarantine; nothing where there is none, unless it is to be made.
    func opened(isMade: Bool) throws(StoreError) -> QuarantineDesk.Room? {
        if let room { return room }
        let folder = settings.stateFolder
        guard !folder.isEmpty else {
            guard isMade else { return nil }
            throw StoreError(.missing, doing: "opening the quarantine", at: "state.folder", detail: "none is set")
        }
        guard unsafe isMade || access("\(folder)/\(SQLiteQuarantineStore.fileName)", F_OK) == 0 else { return nil }
        let state: LocalState
        do { state = try LocalState(folder: folder) } catch {
            throw error as? StoreError ?? StoreError(.failed, doing: "opening the quarantine", at: folder, detail: "\(error)")
        }
        let key = try KeyFile.key(settings, isMade: isMade)
        let store = SQLiteQuarantineStore(try SQLiteDatabase(folder: folder, fileName: SQLiteQuarantineStore.fileName))
        let opened = QuarantineDesk.Room(
            quarantine: Quarantine(
                store, key: key, limits: .init(keep: settings[.quarantineKeep], bytes: settings[.quarantineSize]), time: time),
            audit: AuditTrail(state.records))
        room = opened
        return opened
    }
}

extension QuarantineDesk {
    /// A desk over the quarantine of the state folder. Throws where the settings of `quarantine.release-to` contradict each other; a log hears now why
    /// nothing can be released, as far as that lies in the files that they name.
    init(
        _ prepared: Preparation, _ folder: QuarantineFolder, reception: MailReception, service: String, teacher: (any Teaching)?,
        budget: ByteBudget = ByteBudget(.max), log: Log? = nil
    ) throws {
        let servers = try ReleaseServers(of: prepared.settings, as: service, time: prepared.time)
        if let log {
            do { try servers?.makeReady() } catch { log.log(.error, "cannot-release", [("reason", .text("\(error)"))]) }
        }
        self.init(
            reception: reception, sender: servers, teacher: teacher, time: prepared.time, budget: budget
        ) { isMade async throws(StoreError) in try await folder.opened(isMade: isMade) }
    }
}
