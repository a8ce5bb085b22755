internal import MailGateway
internal import Telemetry

/// Deletes held mails whose time is over, once a minute, until the task is cancelled.
struct ExpiryWork {
    let desk: CurrentDesk
    let time: any TimeSource
    let log: Log

    private static let pause = Duration.seconds(60)

    func run() async {
        var trouble: String?
        while !Task.isCancelled {
            do throws(QuarantineDesk.Refusal) {
                let count = try await desk.now.quarantine.expire(by: "chaffinch")
                await expireReports()
                if count > 0 { log.log(.info, "quarantine-expired", [("mails", .number(count))]) }
                trouble = nil
            } catch {
                if trouble != "\(error)" { log.log(.warning, "quarantine-not-expired", [("reason", .text("\(error)"))]) }
                trouble = "\(error)"
            }
            await time.wait(until: time.monotonic() + ExpiryWork.pause)
        }
    }

    private func expireReports() async {
        guard let count = try? await desk.now.reports.expire(), count > 0 else { return }
        log.log(.info, "reports-expired", [("reports", .number(count))])
    }
}
