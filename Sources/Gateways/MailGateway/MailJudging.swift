public import Filter
public import Messages

/// Whoever judges mail for the gateway.
public protocol MailJudging: Sendable {
    /// Judges a message. Throws where it cannot be judged now; the gateway then says what its setting wants.
    func judged(_ message: Message) async throws(ScanningPool.Refusal) -> JudgedMail
}

extension ScanningPool: MailJudging {}
