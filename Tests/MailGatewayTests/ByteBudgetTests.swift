import Connections
import Foundation
import MIME
import MailGateway
import Messages
import Milter
import Spamd
import Telemetry
import TestSupport
import Testing

/// What all connections keep together is bounded, and nothing is lost where there is no room.
@Suite struct ByteBudgetTests {
    @Test func sharesAreTakenAndGivenBack() {
        let budget = ByteBudget(100)
        var first = budget.share()
        let isHad = first.resize(to: 60)
        #expect(isHad && budget.inUse == 60)
        do {
            var second = budget.share()
            let fits = second.resize(to: 41)
            #expect(!fits && budget.inUse == 60)
            let isTaken = second.resize(to: 40)
            #expect(isTaken && budget.inUse == 100)
            let isMore = first.resize(to: 61)
            #expect(!isMore && budget.inUse == 100)
        }
        // The second is gone, with what it had.
        #expect(budget.inUse == 60)
        let isLess = first.resize(to: 10)
        #expect(isLess && budget.inUse == 10)
    }

    @Test func aMilterMailThatWasLetGoIsNotJudged() throws {
        var session = MilterSession(.init(service: "mx.test", boundary: TrustBoundary(), messageBytes: 1 << 20))
        _ = try session.receive(.negotiate(MilterOptions(version: 6, actions: .init(rawValue: 0x1FF), steps: .init(rawValue: 0x1FFFFF))))
        _ = try session.receive(.mail(["<a@b.example>"]))
        _ = try session.receive(.header(name: Array("X-Spam-Flag".utf8), body: Array(" NO".utf8)))
        _ = try session.receive(.body(Array("text".utf8)))
        #expect(session.keptBytes > 4)
        session.letGo()
        #expect(try session.receive(.body(Array("more".utf8))) == .silence && session.keptBytes == 0)
        #expect(try session.receive(.endOfBody([])) == .unable)
        // Marks of others go all the same.
        #expect(session.replies(whenUnable: false).first == .changeHeader(name: Array("X-Spam-Flag".utf8), number: 1, body: []))
        _ = try session.receive(.mail(["<a@b.example>"]))
        _ = try session.receive(.body(Array("next".utf8)))
        guard case .judge(let next) = try session.receive(.endOfBody([])) else {
            Issue.record("the next mail is not judged")
            return
        }
        #expect(next.bytes == Array("next".utf8))
    }

    @Test(arguments: [
        ("CHECK", false, "SPAMD/1.5 0 EX_OK\r\nSpam: False ; 0.0 / 5.0\r\n\r\n"),
        ("CHECK", true, "SPAMD/1.5 75 the filter is busy, please come again\r\n"),
        ("PROCESS", false, "SPAMD/1.5 75 the filter is busy, please come again\r\n"),
        ("TELL", false, "SPAMD/1.5 75 the filter is busy, please come again\r\n"),
    ])
    func aClientIsAnsweredWithoutRoom(command: String, defers: Bool, wanted: String) {
        var session = SpamdSample.session(SpamdSample.options(defersWhenUnable: defers, isTaught: true))
        _ = session.receive(Array("\(command) SPAMC/1.5\r\nContent-length: 100\r\n\r\nabc".utf8), at: Timestamp(seconds: 5))
        #expect(session.keptBytes == 3)
        guard case .answer(let bytes) = session.letGo() else {
            Issue.record("no answer")
            return
        }
        #expect(SpamdSample.text(bytes) == wanted && session.keptBytes == 0)
    }

    /// Over sockets: while others keep all there is, mails are not judged; then they are again.
    @Test func roomComesBack() async throws {
        let budget = ByteBudget(10_000)
        let gateway = SpamdGateway(
            SpamdSample.options(), judge: SubjectDesk(), time: SystemTime(), log: Log(level: .error, time: SystemTime()), budget: budget)
        let (addresses, found) = AsyncStream.makeStream(of: ListenAddress.self)
        let folder = try TemporaryFolder()
        let listener = Listener(
            "spamd", at: .socketFile(path: folder.path + "/spamd"), log: Log(level: .error, time: SystemTime()),
            isBound: { found.yield($0) }
        ) { try await gateway.serve(&$0) }
        let running = Task { try await listener.run() }
        defer { running.cancel() }
        var bound = addresses.makeAsyncIterator()
        _ = try #require(await bound.next())
        let clients = try PeerProcess("mail-clients")
        let mail = Data("Subject: spam\n\n\(String(repeating: "x", count: 5000))\n".utf8).base64EncodedString()
        func check() async throws -> Int? {
            let members: [String: Any] = ["address": "unix:\(folder.path)/spamd", "options": ["-c"], "mail": mail]
            return try await clients.answer("spamc", members)?["status"] as? Int
        }
        do {
            var others = budget.share()
            let isTaken = others.resize(to: 6000)
            #expect(isTaken)
            guard let status = try await check() else { return }
            #expect(status == 0)
            #expect(budget.inUse == 6000)
        }
        #expect(try await check() == 1)
    }
}
