internal import MailGateway
internal import Messages
internal import Telemetry

/// Deletes held mails whose time is over, once a minute, until the task is cancelled.
struct ExpiryWork {
    let desk: CurrentDesk
    let time: any TimeSource
    let log: Log

    private static let pause = Duration.seconds(60)
    /// How far the clock may go from the time that has passed before it is not believed for a while.
    private static let drift = Duration.seconds(300)
    /// How long nothing is deleted after that: somebody sees the log and sets the clock right.
    private static let caution = Duration.seconds(6 * 3600)

    func run() async {
        var trouble: String?
        var last = (clock: time.now(), passed: time.monotonic())
        var cautiousUntil = Duration.zero
        while !Task.isCancelled {
            await time.wait(until: time.monotonic() + ExpiryWork.pause)
            guard !Task.isCancelled else { return }
            let now = (clock: time.now(), passed: time.monotonic())
            let jump = Duration.milliseconds(now.clock.milliseconds - last.clock.milliseconds) - (now.passed - last.passed)
            last = now
            if jump > ExpiryWork.drift {
                cautiousUntil = now.passed + ExpiryWork.caution
                log.log(.error, "clock-jumped", [("seconds", .number(Int(jump.components.seconds)))])
            }
            guard now.passed >= cautiousUntil else { continue }
            do throws(QuarantineDesk.Refusal) {
                let count = try await desk.now.quarantine.expire(by: "chaffinch")
                await expireReports()
                if count > 0 { log.log(.info, "quarantine-expired", [("mails", .number(count))]) }
                trouble = nil
            } catch {
                // What a stop cuts off is done after the next start.
                guard !Task.isCancelled else { return }
                if trouble != "\(error)" { log.log(.warning, "quarantine-not-expired", [("reason", .text("\(error)"))]) }
                trouble = "\(error)"
            }
        }
    }

    private func expireReports() async {
        guard let count = try? await desk.now.reports.expire(), count > 0 else { return }
        log.log(.info, "reports-expired", [("reports", .number(count))])
    }
}
