import Connections
import Filter
import Foundation
import MIME
import Messages
import Quarantine
import Storing
import Synchronization
import Telemetry
import Testing

@testable import MailGateway

/// Takes mails, or does not.
final class MailSink: MailSending {
    let mails = Mutex<[SubmissionSession.Mail]>([])
    let limits = Mutex<[Duration]>([])
    let outcome: Mutex<SubmissionSession.Outcome>

    init(_ outcome: SubmissionSession.Outcome = .taken(refused: [])) {
        self.outcome = Mutex(outcome)
    }

    func send(_ mail: SubmissionSession.Mail, within limit: Duration) async throws -> SubmissionSession.Outcome {
        mails.withLock { $0.append(mail) }
        limits.withLock { $0.append(limit) }
        return outcome.withLock { $0 }
    }
}

/// Does with a mail what a test says.
struct ScriptedSending: MailSending {
    let sends: @Sendable (SubmissionSession.Mail) async throws -> SubmissionSession.Outcome

    func send(_ mail: SubmissionSession.Mail, within limit: Duration) async throws -> SubmissionSession.Outcome { try await sends(mail) }
}

/// A store that does nothing for whoever was cancelled, as that of SQLite does.
private struct StrictStore: QuarantineStore {
    let store: MemoryQuarantineStore

    private func check() throws(StoreError) {
        if Task.isCancelled { throw StoreError(.failed, doing: "changing a held message", at: "memory", detail: "cancelled") }
    }

    func hold(_ message: SealedMessage, within limit: Int) async throws(StoreError) { try await store.hold(message, within: limit) }
    func summaries(of addressee: [UInt8]?, before place: RecordPosition?, limit: Int) async throws(StoreError) -> [SealedSummary] {
        try await store.summaries(of: addressee, before: place, limit: limit)
    }
    func summary(of id: String) async throws(StoreError) -> SealedSummary? {
        try check()
        return try await store.summary(of: id)
    }
    func content(of id: String) async throws(StoreError) -> [UInt8]? { try await store.content(of: id) }
    func replace(_ summary: SealedSummary, by bytes: [UInt8], droppingContent: Bool) async throws(StoreError) -> Bool {
        try check()
        return try await store.replace(summary, by: bytes, droppingContent: droppingContent)
    }
    func add(_ addressee: [UInt8], to id: String) async throws(StoreError) { try await store.add(addressee, to: id) }
    func remove(expiredAt moment: Timestamp, limit: Int) async throws(StoreError) -> Int {
        try await store.remove(expiredAt: moment, limit: limit)
    }
    func volume() async throws(StoreError) -> HeldVolume { try await store.volume() }
}

/// Remembers what it was taught, and takes its time.
private final class Pupil: Teaching {
    let lessons = Mutex<[String]>([])
    let takes = Mutex(Duration.zero)
    private let time: ManualTime

    init(_ time: ManualTime) {
        self.time = time
    }

    func learn(
        _ word: LessonQueue.Word, of message: Message, because reason: String, from source: String
    ) async throws(LessonQueue.Refusal) -> LessonQueue.Outcome {
        if source == "stranger" { throw .notAllowed("stranger may not teach") }
        lessons.withLock { $0.append("\(word.rawValue) \(source) \(message.bytes.count)") }
        time.advance(by: takes.withLock { $0 })
        return .learnt(id: "e1", model: "m2")
    }
}

/// A desk over a quarantine in memory.
struct DeskRoom {
    let store = MemoryQuarantineStore()
    let records = MemoryRecordLog()
    let time: ManualTime
    let sink = MailSink()
    fileprivate let pupil: Pupil

    init() {
        time = ManualTime(Timestamp(seconds: 1_000_000))
        pupil = Pupil(time)
    }

    static let mail = "From: =?utf-8?q?Ann_=C3=89?= <ann@out.example>\r\nSubject: Win\r\n now\r\n\r\ntext\r\n"

    func desk(
        bytes: Int = 1 << 20, sending: Bool = true, by way: (any MailSending)? = nil, inside boundary: TrustBoundary = TrustBoundary(),
        budget: ByteBudget = ByteBudget(.max)
    ) throws -> QuarantineDesk {
        let key = try #require(QuarantineKey(secret: [UInt8](repeating: 3, count: 32)))
        let (store, records, time) = (StrictStore(store: store), records, time)
        return QuarantineDesk(
            reception: MailReception(limits: .standard, boundary: boundary, service: "mx.test"), sender: sending ? way ?? sink : nil,
            teacher: pupil, time: time, budget: budget
        ) { _ in
            .init(
                quarantine: Quarantine(store, key: key, limits: .init(keep: .seconds(3600), bytes: bytes), time: time),
                audit: AuditTrail(records))
        }
    }

    /// The mail as a server tells of it.
    func transaction(_ text: String = mail, to: [String] = ["bob@in.example", "eve@in.example"]) -> MailTransaction {
        var transaction = MailTransaction()
        transaction.clientAddress = IPAddress("203.0.113.9")
        transaction.clientHost = "out.example"
        transaction.helo = "out.example"
        transaction.returnPath = "ann@out.example"
        transaction.recipients = to
        transaction.bytes = Array(text.utf8)
        return transaction
    }

    func judged(_ disposition: Disposition = .quarantine) -> JudgedMail {
        JudgedMail(
            verdict: Verdict(
                probability: 0.94, logOdds: 3, threatClass: .scam,
                evidence: [
                    Evidence(id: "links.shortener", layer: .filtering, weight: 1.5),
                    Evidence(id: "header.list", layer: .service, weight: -1),
                ], coverage: Coverage(), model: "m1", elapsed: .zero),
            decision: Decision(disposition: disposition, isCarriedOut: true, because: "policy.default.default.quarantine", policy: "p"))
    }

    func message(of transaction: MailTransaction) -> Message {
        MailReception(limits: .standard, boundary: TrustBoundary(), service: "mx.test").message(of: transaction, at: time.now())
    }

    func held(_ desk: QuarantineDesk, _ text: String = mail, to: [String] = ["bob@in.example", "eve@in.example"]) async throws -> HeldMail {
        let transaction = transaction(text, to: to)
        return try await desk.hold(transaction, as: message(of: transaction), judged: judged())
    }

    /// What was written down.
    func audited() async throws -> [String] {
        var entries: [String] = []
        try await AuditTrail(records).forEach { entries.append("\($0.action.rawValue) \($0.by)") }
        return entries
    }
}

struct QuarantineDeskTests {
    @Test func whatIsShownIsWhatSpokeAgainstIt() async throws {
        let room = DeskRoom()
        let desk = try room.desk()
        let held = try await room.held(desk)
        #expect(held.shown.author == "Ann \u{C9} <ann@out.example>" && held.shown.subject == "Win now")
        #expect(held.shown.reasons.map(\.id) == ["links.shortener"] && held.shown.decidedBy == "policy.default.default.quarantine")
        let bob = try await desk.mail(held.reference, of: "BOB@in.example")
        #expect(bob.addressees.map(\.address) == ["bob@in.example"])
        await #expect(throws: QuarantineDesk.Refusal.unheard) { try await desk.mail(held.reference, of: "joe@in.example") }
        #expect(try await desk.mails(for: "eve@in.example", before: nil, limit: 10).map(\.addressees.count) == [1])
        #expect(try await desk.bytes(of: held.reference, for: "bob@in.example", by: "bob").bytes == Array(DeskRoom.mail.utf8))
        await #expect(throws: QuarantineDesk.Refusal.unheard) { try await desk.bytes(of: held.reference, for: "joe@in.example", by: "joe") }
        #expect(try await room.audited() == ["read bob"])
    }

    @Test func aReleasedMailGoesOnAsItCame() async throws {
        let room = DeskRoom()
        let desk = try room.desk()
        let held = try await room.held(desk)
        let outcome = try await desk.release(held.reference, for: ["bob@in.example"], isLearnt: true, by: "bob")
        #expect(outcome.changed == ["bob@in.example"] && outcome.lesson == .learnt(id: "e1", model: "m2") && outcome.mail.lesson == "e1")
        let sent = try #require(room.sink.mails.withLock { $0.first })
        #expect(sent.returnPath == "ann@out.example" && sent.recipients == ["bob@in.example"])
        // Our mark, the trace of how it came, and the mail.
        let text = String(decoding: sent.bytes, as: UTF8.self)
        #expect(text.hasPrefix("Chaffinch-Release: 2; ref=\(held.reference); until=") && text.hasSuffix(DeskRoom.mail))
        #expect(text.split(separator: "\r\n").dropFirst().first?.hasPrefix("Received: from out.example") == true)
        // What is learnt is what was judged.
        #expect(room.pupil.lessons.withLock { $0 } == ["ham bob \(room.message(of: room.transaction()).bytes.count)"])
        // Asked again, nothing is done again, and the other's is still there.
        #expect(try await desk.release(held.reference, for: ["bob@in.example"], isLearnt: true, by: "bob").changed.isEmpty)
        #expect(room.sink.mails.withLock { $0.count } == 1)
        #expect(try await desk.release(held.reference, isLearnt: false, by: "desk").changed == ["eve@in.example"])
        #expect(try await room.audited() == ["release bob", "release bob", "release desk"])
        await #expect(throws: QuarantineDesk.Refusal.unheard) { try await desk.bytes(of: held.reference, for: nil, by: "desk") }
        await #expect(throws: QuarantineDesk.Refusal.unheard) {
            try await desk.release(held.reference, for: ["joe@in.example"], isLearnt: false, by: "x")
        }
    }

    /// What a stranger wrote in our name would be ours once we hand the mail on.
    @Test func nothingForgedIsHandedOn() async throws {
        let room = DeskRoom()
        let networks = ["127.0.0.0/8", "192.0.2.0/24"].compactMap { IPNetwork($0) }
        let desk = try room.desk(inside: TrustBoundary(hosts: ["relay.in.example"], networks: networks))
        let forged =
            "Authentication-Results: MX.test;\r\n dkim=pass header.d=bank.example\r\nChaffinch-Verdict: probability=0.0001\r\nX-Spam-Status: No\r\n"
            + "Chaffinch-Release: 1; ref=0\r\nAuthentication-Results: relay.in.example; spf=pass\r\n"
        let honest = "Authentication-Results: out.example; spf=pass\r\n" + DeskRoom.mail
        let stranger = room.transaction(forged + honest, to: ["bob@in.example"])
        var ours = stranger
        ours.clientAddress = IPAddress("192.0.2.7")
        var submitted = ours
        submitted.account = "ann"
        for (transaction, expected) in [(stranger, honest), (submitted, honest), (ours, forged + honest)] {
            let held = try await desk.hold(transaction, as: room.message(of: transaction), judged: room.judged())
            // It is kept, shown and learnt from as it came.
            #expect(try await desk.bytes(of: held.reference, for: nil, by: "desk").bytes == transaction.bytes)
            _ = try await desk.release(held.reference, isLearnt: false, by: "desk")
            let sent = String(decoding: try #require(room.sink.mails.withLock { $0.popLast() }).bytes, as: UTF8.self)
            let lines = sent.components(separatedBy: "\r\n")
            #expect(lines[0].hasPrefix("Chaffinch-Release: 2; ref=\(held.reference)") && sent.hasSuffix("\r\n" + expected), "\(sent)")
            #expect(sent.contains("bank.example") == (expected != honest), "\(sent)")
        }
    }

    /// Lone line ends become whole ones on their way, and what they hid becomes fields.
    @Test func nothingForgedHidesBehindLineEnds() async throws {
        let room = DeskRoom()
        let desk = try room.desk()
        let odd = "Subject: a\rAuthentication-Results: mx.test; spf=pass\nX-Spam-Flag: NO\r\r\rX-Spam-Flag: quoted\n"
        let held = try await room.held(desk, odd)
        _ = try await desk.release(held.reference, isLearnt: false, by: "desk")
        let sent = String(decoding: try #require(room.sink.mails.withLock { $0.first }).bytes, as: UTF8.self)
        #expect(sent.hasSuffix("\r\nSubject: a\r\n\r\n\r\nX-Spam-Flag: quoted\r\n") && !sent.contains("spf=pass"), "\(sent)")
    }

    @Test func whatTheServerDoesNotTakeIsStillHeld() async throws {
        let room = DeskRoom()
        let desk = try room.desk()
        let held = try await room.held(desk)
        room.sink.outcome.withLock { $0 = .refused("451 later") }
        await #expect(throws: QuarantineDesk.Refusal.notSent("451 later")) {
            try await desk.release(held.reference, isLearnt: false, by: "desk")
        }
        #expect(try await desk.mail(held.reference, of: nil).addressees.map(\.state) == [.held, .held])
        room.sink.outcome.withLock { $0 = .taken(refused: [.init(recipient: "eve@in.example", reply: "550 no")]) }
        let outcome = try await desk.release(held.reference, isLearnt: false, by: "desk")
        #expect(outcome.changed == ["bob@in.example"] && outcome.refused.count == 1)
        #expect(try await desk.mail(held.reference, of: nil).addressees.map(\.state) == [.released, .held])
        await #expect(throws: QuarantineDesk.Refusal.noServer) {
            try await room.desk(sending: false).release(held.reference, isLearnt: false, by: "desk")
        }
    }

    /// What is released counts in what all connections keep: all its copies while it is made ready, and one while it is sent.
    @Test func whatIsReleasedFindsRoom() async throws {
        let room = DeskRoom()
        let budget = ByteBudget(20_000)
        let sending = ScriptedSending { mail in
            #expect(budget.inUse == mail.bytes.count)
            return .taken(refused: [])
        }
        let desk = try room.desk(by: sending, budget: budget)
        let held = try await room.held(desk, DeskRoom.mail + String(repeating: "x", count: 2000))
        let longest = try await room.held(desk, DeskRoom.mail + String(repeating: "x", count: 9000))
        var others = budget.share()
        let isTaken = others.resize(to: 12_000)
        #expect(isTaken)
        await #expect(throws: QuarantineDesk.Refusal.crowded) { try await desk.release(held.reference, isLearnt: false, by: "desk") }
        await #expect(throws: QuarantineDesk.Refusal.crowded) { try await desk.delete(held.reference, isLearnt: true, by: "desk") }
        // Nothing was done, and nothing is written down.
        #expect(try await desk.mail(held.reference, of: nil).addressees.map(\.state) == [.held, .held])
        #expect(room.pupil.lessons.withLock { $0.isEmpty } && budget.inUse == 12_000)
        _ = others.resize(to: 0)
        #expect(try await desk.release(held.reference, isLearnt: true, by: "desk").changed.count == 2)
        // The longest of all takes half of what there is.
        #expect(try await desk.release(longest.reference, isLearnt: false, by: "desk").changed.count == 2)
        #expect(budget.inUse == 0)
    }

    /// A stop in the middle of releasing a mail: what the server took is released, and what it did not take is held.
    @Test(arguments: [true, false]) func whatAStopCutsOffIsWrittenDown(_ isTaken: Bool) async throws {
        let room = DeskRoom()
        let (asked, ask) = AsyncStream.makeStream(of: Void.self)
        let (never, end) = AsyncStream.makeStream(of: Void.self)
        defer { end.finish() }
        let sending = ScriptedSending { _ in
            ask.yield()
            // It ends when the task is cancelled.
            for await _ in never {}
            guard isTaken else { throw Dialling.Failure(cutOff: .network(host: "127.0.0.1", port: 25)) }
            return .taken(refused: [.init(recipient: "eve@in.example", reply: "550 no")])
        }
        let desk = try room.desk(by: sending)
        let held = try await room.held(desk)
        let releasing = Task { try await desk.release(held.reference, isLearnt: false, by: "desk") }
        var questions = asked.makeAsyncIterator()
        _ = await questions.next()
        releasing.cancel()
        let result = await releasing.result
        #expect((try? result.get().changed) == (isTaken ? ["bob@in.example"] : nil))
        #expect(try await desk.mail(held.reference, of: nil).addressees.map(\.state) == (isTaken ? [.released, .held] : [.held, .held]))
    }

    /// Whoever claimed a mail has let go of it before another may claim it.
    @Test func releasingEndsBeforeTheClaimDoes() async throws {
        #expect(HeldLimits.release < HeldLimits.claim)
        let room = DeskRoom()
        let desk = try room.desk()
        let held = try await room.held(desk)
        room.pupil.takes.withLock { $0 = .seconds(100) }
        _ = try await desk.release(held.reference, for: ["bob@in.example"], isLearnt: true, by: "desk")
        #expect(room.sink.limits.withLock { $0 } == [HeldLimits.release - .seconds(100)])
        room.pupil.takes.withLock { $0 = HeldLimits.release }
        await #expect { try await desk.release(held.reference, isLearnt: true, by: "desk") } throws: {
            if case QuarantineDesk.Refusal.notSent(let why) = $0 { why.contains("time") } else { false }
        }
        #expect(room.sink.mails.withLock { $0.count } == 1)
        #expect(try await desk.mail(held.reference, of: nil).addressees.map(\.state) == [.released, .held])
        // A claim that ended meanwhile is not given back: it may be another's. Anybody may claim the mail.
        room.pupil.takes.withLock { $0 = HeldLimits.claim }
        await #expect(throws: QuarantineDesk.Refusal.self) { try await desk.release(held.reference, isLearnt: true, by: "desk") }
        #expect(try await desk.mail(held.reference, of: nil).addressees.map(\.state) == [.released, .releasing])
        #expect(try await desk.release(held.reference, isLearnt: false, by: "desk").changed == ["eve@in.example"])
    }

    @Test func aDeletedMailIsGone() async throws {
        let room = DeskRoom()
        let desk = try room.desk()
        let held = try await room.held(desk)
        let bob = try await desk.delete(held.reference, for: ["Bob@in.example"], isLearnt: false, by: "bob")
        #expect(bob.changed == ["bob@in.example"] && bob.lesson == nil)
        let rest = try await desk.delete(held.reference, isLearnt: true, by: "stranger")
        #expect(rest.changed == ["eve@in.example"] && rest.lesson == .kept(because: "stranger may not teach"))
        #expect(try await desk.delete(held.reference, isLearnt: true, by: "desk").changed.isEmpty)
        #expect(try await desk.release(held.reference, isLearnt: false, by: "desk").changed.isEmpty)
        #expect(room.sink.mails.withLock { $0.isEmpty })
        room.time.advance(by: .seconds(3600))
        #expect(try await desk.expire(by: "chaffinch") == 1)
        #expect(try await room.audited().last == "expire chaffinch")
        await #expect(throws: QuarantineDesk.Refusal.unheard) { try await desk.mail(held.reference, of: nil) }
    }

    /// The mark is good while its mail is being released, and never again.
    @Test func aReleasedMailPassesOnce() async throws {
        let room = DeskRoom()
        let desk = try room.desk()
        let live = LiveHolding(desk, holdsLiveMail: true, log: Log(level: .error, time: room.time))
        let held = try await room.held(desk)
        room.sink.outcome.withLock { $0 = .refused("451 later") }
        await #expect(throws: QuarantineDesk.Refusal.self) { try await desk.release(held.reference, isLearnt: false, by: "desk") }
        let sent = try #require(room.sink.mails.withLock { $0.first })
        var transaction = room.transaction(String(decoding: sent.bytes, as: UTF8.self))
        // Nobody is releasing it now.
        #expect(await !live.isReleased(transaction))
        let key = try #require(QuarantineKey(secret: [UInt8](repeating: 3, count: 32)))
        let quarantine = Quarantine(room.store, key: key, limits: .init(keep: .seconds(3600), bytes: 1 << 20), time: room.time)
        _ = try await quarantine.claim(held.reference, for: nil, by: "desk")
        #expect(await live.isReleased(transaction))
        transaction.recipients.append("joe@in.example")
        #expect(await !live.isReleased(transaction))
    }

    /// What could not be released is left to the mail server.
    @Test func whatCouldNotGoOnIsNotHeld() async throws {
        let room = DeskRoom()
        let desk = try room.desk()
        var long = room.transaction()
        long.add(recipient: "<" + String(repeating: "x", count: 2000) + "@in.example>")
        var odd = room.transaction()
        odd.returnPath = "a b@out.example"
        for mail in [long, odd, room.transaction(to: []), room.transaction(to: ["a>\r\nRSET"])] {
            await #expect { try await desk.hold(mail, as: room.message(of: mail), judged: room.judged()) } throws: {
                ($0 as? StoreError)?.code == .invalid
            }
        }
        #expect(try await desk.mails(for: nil, before: nil, limit: 10).isEmpty)
    }

    @Test func aFullQuarantineSaysSoOnce() async throws {
        let room = DeskRoom()
        let lines = Mutex<[String]>([])
        let log = Log(level: .info, time: room.time) { bytes in lines.withLock { $0.append(String(decoding: bytes, as: UTF8.self)) } }
        let live = LiveHolding(try room.desk(bytes: 3000), holdsLiveMail: true, log: log)
        let transaction = room.transaction()
        let large = room.transaction(DeskRoom.mail + String(repeating: "x", count: 4000))
        for _ in 0..<3 {
            await #expect { try await live.hold(large, as: room.message(of: large), judged: room.judged()) } throws: {
                ($0 as? StoreError)?.code == .full
            }
        }
        _ = try await live.hold(transaction, as: room.message(of: transaction), judged: room.judged())
        log.flush()
        let said = lines.withLock { $0.joined() }
        #expect(said.components(separatedBy: "quarantine-fails").count == 2 && said.contains("quarantine-works"), "\(said)")
    }
}
