public import Connections
internal import Filter
internal import Messages
public import Telemetry

/// Speaks the protocol of SpamAssassin's daemon: spamc, Exim and amavis ask here as they asked there. One request a connection.
public struct SpamdGateway: Sendable {
    /// How long a connection may be silent: as long as spamc waits for its answer.
    public static let silence = Duration.seconds(600)
    /// How much is let go of what a client sends beyond what is read, in bytes, so that it hears its answer before the connection ends.
    static let drainBytes = 256 << 20

    private let options: SpamdSession.Options
    private let judge: any MailJudging
    private let teaching: (any MailTeaching)?
    private let time: any TimeSource
    private let log: Log
    private let budget: ByteBudget

    /// A gateway.
    /// - Parameters:
    ///   - options: how sessions go about; whether anybody may teach is said by `teaching`.
    ///   - judge: judges mails.
    ///   - teaching: learns from what clients say; nothing where nobody may teach.
    ///   - time: the clock.
    ///   - log: hears of what goes wrong, and of what is taught.
    ///   - budget: what connections keep counts in it.
    public init(
        _ options: SpamdSession.Options, judge: any MailJudging, teaching: (any MailTeaching)? = nil, time: any TimeSource, log: Log,
        budget: ByteBudget = ByteBudget(.max)
    ) {
        var options = options
        options.isTaught = teaching != nil
        self.options = options
        self.judge = judge
        self.teaching = teaching
        self.time = time
        self.log = log
        self.budget = budget
    }

    /// Serves one connection of a client.
    public func serve(_ connection: inout Connection) async throws {
        var session = SpamdSession(options)
        var share = budget.share()
        var step = SpamdSession.Step.wait
        while case .wait = step {
            if let bytes = try await connection.read() {
                step = session.receive(bytes, at: time.now())
            } else {
                step = session.end(at: time.now())
            }
            if !share.resize(to: session.keptBytes) {
                log.log(.warning, "not-judged", [("gateway", .text("spamd")), ("reason", .text("service.memory"))])
                step = session.letGo()
                _ = share.resize(to: 0)
            }
        }
        guard let answer = await answer(to: step, in: session) else { return }
        try await connection.write(answer)
        // Closed with bytes unread, the connection would take the answer back on its way.
        try await connection.finish()
        var left = SpamdGateway.drainBytes
        while left > 0, let bytes = try await connection.read() { left -= bytes.count }
    }

    private func answer(to step: SpamdSession.Step, in session: SpamdSession) async -> [UInt8]? {
        switch step {
        case .wait, .close: return nil
        case .answer(let bytes): return bytes
        case .judge(let message): return await judged(message, in: session)
        case .learn(let word, let message, let reason): return await learnt(word, of: message, because: reason, in: session)
        }
    }

    private func judged(_ message: Message, in session: SpamdSession) async -> [UInt8] {
        do throws(ScanningPool.Refusal) {
            let judged = try await judge.judged(message)
            return session.reply(to: judged)
        } catch {
            log.log(.warning, "not-judged", [("gateway", .text("spamd")), ("reason", .text("\(error)"))])
            return session.replyWhenUnable()
        }
    }

    private func learnt(
        _ word: LessonQueue.Word, of message: Message, because reason: String, in session: SpamdSession
    ) async -> [UInt8] {
        guard let teaching else { return session.reply(toLesson: .failure(.closed)) }
        do throws(LessonQueue.Refusal) {
            let outcome = try await teaching.learn(word, of: message, because: reason)
            log.log(.info, "told", [("word", .text(word.rawValue))] + SpamdGateway.fields(of: outcome))
            return session.reply(toLesson: .success(outcome))
        } catch {
            log.log(.warning, "not-learnt", [("word", .text(word.rawValue)), ("reason", .text("\(error)"))])
            return session.reply(toLesson: .failure(error))
        }
    }

    private static func fields(of outcome: LessonQueue.Outcome) -> [(name: String, value: LogLine.Value)] {
        switch outcome {
        case .learnt(let id, let model): [("outcome", .text("learnt")), ("id", .text(id)), ("model", .text(model))]
        case .forgotten(let id, let model): [("outcome", .text("forgotten")), ("id", .text(id)), ("model", .text(model))]
        case .unchanged: [("outcome", .text("unchanged"))]
        }
    }
}
