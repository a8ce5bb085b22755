internal import Filter
internal import MIME
internal import Messages
internal import Quarantine

extension HeldMail.Transport {
    /// What a mail server told.
    init(_ mail: MailTransaction) {
        self.init(
            clientAddress: mail.clientAddress, clientHost: mail.clientHost, helo: mail.helo, returnPath: mail.returnPath,
            account: mail.account, queueIdentifier: mail.queueIdentifier)
    }
}

extension MailTransaction {
    /// A held mail as the server told of it, for all its recipients.
    init(_ mail: HeldMail, bytes: [UInt8]) {
        self.init()
        let transport = mail.transport
        clientAddress = transport.clientAddress
        clientHost = transport.clientHost
        helo = transport.helo
        returnPath = transport.returnPath
        account = transport.account
        queueIdentifier = transport.queueIdentifier
        recipients = mail.addressees.map(\.address)
        self.bytes = bytes
    }
}

extension HeldMail.Shown {
    /// What is shown of a mail of which this is thought.
    init(_ message: Message, _ judged: JudgedMail, size: Int) {
        func text(_ name: HeaderName) -> String {
            message.header(name).map { UnstructuredText.text(message.bytes.span, $0.body) } ?? ""
        }
        let verdict = judged.verdict
        // What speaks for ham is no reason to hold a mail.
        let reasons = verdict.evidence.filter { $0.weight > 0 }.prefix(HeldLimits.reasons)
        self.init(
            author: text(.from), subject: text(.subject), probability: verdict.probability, threatClass: verdict.threatClass.rawValue,
            reasons: reasons.map { .init(id: $0.id, weight: $0.weight, details: $0.details) }, decidedBy: judged.decision.because,
            policy: judged.decision.policy, size: size)
    }
}
