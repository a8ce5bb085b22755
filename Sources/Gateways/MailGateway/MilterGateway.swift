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

    /// A gateway.
    public init(
        _ options: MilterSession.Options, reception: MailReception, judge: any MailJudging, time: any TimeSource, log: Log,
        defersWhenUnable: Bool
    ) {
        self.options = options
        self.reception = reception
        self.judge = judge
        self.time = time
        self.log = log
        self.defersWhenUnable = defersWhenUnable
    }

    /// Serves one connection of a mail server.
    public func serve(_ connection: inout Connection) async throws {
        var reader = MilterPacketReader()
        var session = MilterSession(options)
        while let bytes = try await connection.read() {
            reader.append(bytes)
            while let command = try reader.next() {
                switch try session.receive(command) {
                case .silence: break
                case .answer(let replies): try await send(replies, over: connection)
                case .judge(let mail): try await send(await replies(to: mail, in: &session), over: connection)
                case .close: return
                }
            }
        }
    }

    private func replies(to mail: MailTransaction, in session: inout MilterSession) async -> [MilterReply] {
        let message = reception.message(of: mail, at: time.now())
        do throws(ScanningPool.Refusal) {
            let judged = try await judge.judged(message)
            return session.replies(to: judged)
        } catch {
            log.log(.warning, "not-judged", [("gateway", .text("milter")), ("reason", .text("\(error)"))])
            return session.replies(whenUnable: defersWhenUnable)
        }
    }

    private func send(_ replies: [MilterReply], over connection: borrowing Connection) async throws {
        var bytes: [UInt8] = []
        for reply in replies { reply.write(into: &bytes) }
        try await connection.write(bytes)
    }
}
