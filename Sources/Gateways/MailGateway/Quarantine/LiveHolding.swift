public import Filter
public import Messages
internal import Quarantine
public import Storing
internal import Synchronization
public import Telemetry

/// Holds live mail at a desk, and says aloud when that begins to fail and when it works again.
public final class LiveHolding: MailHolding {
    private let desk: QuarantineDesk
    private let log: Log
    private let trouble = Mutex<StoreError.Code?>(nil)
    /// Whether mails that policy wants held are kept here.
    public let holdsLiveMail: Bool

    /// A keeper for the gateway of mail servers.
    public init(_ desk: QuarantineDesk, holdsLiveMail: Bool, log: Log) {
        self.desk = desk
        self.holdsLiveMail = holdsLiveMail
        self.log = log
    }

    /// Keeps a mail.
    public func hold(_ mail: MailTransaction, as message: Message, judged: JudgedMail) async throws(StoreError) -> String {
        do throws(StoreError) {
            let held = try await desk.hold(mail, as: message, judged: judged)
            if trouble.withLock({ trouble in take(&trouble, nil) }) { log.log(.info, "quarantine-works") }
            return held.reference
        } catch {
            let problem = error
            // It is this mail that is odd, and not the quarantine.
            guard problem.code != .invalid else {
                log.log(.warning, "not-held", [("reason", .text(problem.detail))])
                throw problem
            }
            if trouble.withLock({ trouble in take(&trouble, problem.code) }) {
                log.log(.error, "quarantine-fails", [("reason", .text("\(problem)"))])
            }
            throw problem
        }
    }

    /// Whether a mail is one that is being released here.
    public func isReleased(_ mail: MailTransaction) async -> Bool {
        switch await desk.mark(on: mail) {
        case .good: return true
        case .none: return false
        case .unfit(let reference):
            // It is judged once more, and may be held again: whoever released it wants to know.
            log.log(.warning, "release-mark-unfit", [("ref", .text(reference))])
            return false
        }
    }

    /// Puts a value in another's place; whether they differ.
    private func take(_ old: inout StoreError.Code?, _ new: StoreError.Code?) -> Bool {
        defer { old = new }
        return old != new
    }
}
