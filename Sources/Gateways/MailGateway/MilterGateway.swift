public import Connections
internal import Filter
internal import Messages
internal import Milter
public import Telemetry

/// Speaks Milter with mail servers: every mail they tell of is judged, marked, and where policy says so held, refused or put off.
public struct MilterGateway: Sendable {
    private let reception: MailReception
    private let options: MilterSession.Options
    private let judge: any MailJudging
    private let time: any TimeSource
    private let log: Log
    /// Whether a sender is asked to come again when a mail could not be judged; else it goes on as it is.
    private let defersWhenUnable: Bool
    private let budget: ByteBudget
    /// Keeps what policy wants held; nothing where the mail server does.
    private let holding: (any MailHolding)?

    /// A gateway; what its connections keep counts in the budget.
    public init(
        _ options: MilterSession.Options, reception: MailReception, judge: any MailJudging, time: any TimeSource, log: Log,
        defersWhenUnable: Bool, budget: ByteBudget = ByteBudget(.max), holding: (any MailHolding)? = nil
    ) {
        self.options = options
        self.reception = reception
        self.judge = judge
        self.time = time
        self.log = log
        self.defersWhenUnable = defersWhenUnable
        self.budget = budget
        self.holding = holding
    }

    /// Serves one connection of a mail server.
    public func serve(_ connection: inout Connection) async throws {
        var reader = MilterPacketReader()
        var session = MilterSession(options)
        var share = budget.share()
        while let bytes = try await connection.read() {
            reader.append(bytes)
            while let command = try reader.next() {
                let step = try session.receive(command)
                if !share.resize(to: session.keptBytes) {
                    session.letGo()
                    _ = share.resize(to: 0)
                }
                switch step {
                case .silence: break
                case .answer(let replies): try await send(replies, over: connection)
                case .judge(let mail): try await send(await replies(to: mail, in: &session), over: connection)
                case .unable:
                    log.log(.warning, "not-judged", [("gateway", .text("milter")), ("reason", .text("service.memory"))])
                    try await send(session.replies(whenUnable: defersWhenUnable), over: connection)
                case .close: return
                }
            }
        }
    }

    private func replies(to mail: MailTransaction, in session: inout MilterSession) async -> [MilterReply] {
        if let holding, await holding.isReleased(mail) { return session.repliesToReleased() }
        let message = reception.message(of: mail, at: time.now())
        do throws(ScanningPool.Refusal) {
            let judged = try await judge.judged(message)
            let plan = session.plan(for: judged)
            if await isHeld(mail.without(plan.removed), message, judged) { return session.repliesToHeld() }
            let kept = await keptApart(judged, of: mail, message, isWorthwhile: session.takesRecipientsOut)
            note(session.plan(for: kept), of: kept, queue: mail.queueIdentifier)
            return session.replies(to: kept)
        } catch {
            log.log(.warning, "not-judged", [("gateway", .text("milter")), ("reason", .text("\(error)"))])
            return session.replies(whenUnable: defersWhenUnable)
        }
    }

    /// Whether a mail that is to be held is now kept by us. Where it cannot be, the server holds it.
    private func isHeld(_ mail: MailTransaction, _ message: Message, _ judged: JudgedMail) async -> Bool {
        guard let holding, holding.holdsLiveMail, MailMarks(judged).disposition == .quarantine else { return false }
        return (try? await holding.hold(mail, as: message, judged: judged)) != nil
    }

    /// What is decided, after copies were kept for those for whom the mail is to be held while others get it: so they can be taken out of it.
    private func keptApart(_ judged: JudgedMail, of mail: MailTransaction, _ message: Message, isWorthwhile: Bool) async -> JudgedMail {
        guard isWorthwhile, let holding, holding.holdsLiveMail, judged.decision.effect.isGentler(than: .quarantine) else { return judged }
        var kept = judged
        for (place, group) in judged.recipients.enumerated() where group.decision.effect == .quarantine {
            let own = mail.with(group.recipients)
            guard !own.recipients.isEmpty else { continue }
            // What is shown of the copy is what was decided for those who have it.
            var decided = judged
            decided.decision = group.decision
            decided.recipients = []
            kept.recipients[place].isKept = (try? await holding.hold(own, as: message, judged: decided)) != nil
        }
        return kept
    }

    /// Says where recipients have not all what is due for them: numbers alone, nobody's address.
    private func note(_ plan: RecipientPlan, of judged: JudgedMail, queue: String?) {
        guard !plan.removed.isEmpty || plan.spared > 0 else { return }
        log.log(
            .info, "recipients-differ",
            [
                ("gateway", .text("milter")), ("queue", .text(queue ?? "")), ("done", .text(judged.decision.effect.rawValue)),
                ("removed", .number(plan.removed.count)), ("spared", .number(plan.spared)),
            ])
    }

    private func send(_ replies: [MilterReply], over connection: borrowing Connection) async throws {
        var bytes: [UInt8] = []
        for reply in replies { reply.write(into: &bytes) }
        try await connection.write(bytes)
    }
}
