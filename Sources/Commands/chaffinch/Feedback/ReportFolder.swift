internal import Filter
internal import Glibc
internal import MailGateway
internal import Messages
internal import Quarantine
internal import SQLiteStore
internal import Settings
internal import Storing
internal import Telemetry

/// What people reported, in the state folder: a file like that of the quarantine, under the same key; opened when it is first needed.
actor ReportFolder {
    /// The name of its file.
    static let fileName = "reports.sqlite"

    private let settings: Settings
    private let time: any TimeSource
    private var complaints: Complaints?

    init(_ settings: Settings, time: any TimeSource) {
        self.settings = settings
        self.time = time
    }

    /// The reports; nothing where there are none, unless room is to be made for them.
    func opened(isMade: Bool) throws(StoreError) -> Complaints? {
        if let complaints { return complaints }
        let folder = settings.stateFolder
        guard !folder.isEmpty else {
            guard isMade else { return nil }
            throw StoreError(.missing, doing: "opening the reports", at: "state.folder", detail: "none is set")
        }
        guard unsafe isMade || access("\(folder)/\(ReportFolder.fileName)", F_OK) == 0 else { return nil }
        do { _ = try LocalState(folder: folder) } catch {
            throw error as? StoreError ?? StoreError(.failed, doing: "opening the reports", at: folder, detail: "\(error)")
        }
        let key = try KeyFile.key(settings, isMade: isMade)
        let store = SQLiteQuarantineStore(try SQLiteDatabase(folder: folder, fileName: ReportFolder.fileName))
        let opened = Complaints(
            store, key: key, limits: .init(keep: settings[.quarantineKeep], bytes: settings[.quarantineSize]), time: time)
        complaints = opened
        return opened
    }
}
