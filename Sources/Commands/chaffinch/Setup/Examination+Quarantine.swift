internal import MailGateway
internal import Quarantine
internal import Settings
internal import Storing
internal import Telemetry

extension Examination {
    /// Opens the quarantine where there is one, and a mail in it: whether the key is there and fits. Makes none where there is none.
    func quarantine(_ settings: Settings) async -> Finding {
        do {
            try ReleaseServers(of: settings, as: settings[.serviceName], time: try common.time())?.makeReady()
            guard let room = try await QuarantineFolder(settings, time: try common.time()).opened(isMade: false) else {
                let keeper = settings[.quarantineKeeper] == .store ? "the first held mail makes it" : "the mail server keeps what is held"
                return Finding(what: "quarantine", detail: "none yet; \(keeper)")
            }
            _ = try await room.quarantine.mails(limit: 1)
            let volume = try await room.quarantine.volume()
            let limit = settings[.quarantineSize]
            var finding = Finding(what: "quarantine", detail: "\(volume.messages) mails, \(volume.bytes >> 20) of \(limit >> 20) MiB")
            if volume.bytes > limit / 10 * 9 {
                finding.problem =
                    "it is nearly full: \(finding.detail); raise quarantine.size, or keep mail for less long (quarantine.keep)"
            }
            return finding
        } catch {
            return Finding(what: "quarantine", problem: "\(error)")
        }
    }
}
