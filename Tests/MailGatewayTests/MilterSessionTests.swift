import Filter
import MIME
import MailGateway
import Messages
import Milter
import Testing

/// Conversations with a mail server, without sockets.
struct MilterSessionTests {
    private static let offer = MilterOptions(version: 6, actions: .init(rawValue: 0x1FF), steps: .init(rawValue: 0x1FFFFF))

    private func session(_ offer: MilterOptions = Self.offer, limit: Int = 1 << 20) throws -> MilterSession {
        var session = MilterSession(
            .init(service: "mx.example.org", boundary: TrustBoundary(hosts: [".inside.example"]), messageBytes: limit))
        _ = try session.receive(.negotiate(offer))
        return session
    }

    private func judged(_ probability: Double, _ disposition: Disposition, isCarriedOut: Bool = true) -> JudgedMail {
        let verdict = Verdict(
            probability: probability, logOdds: 1.5, threatClass: .phishing,
            evidence: [Evidence(id: "links.shortener", layer: .filtering, weight: 1.256)],
            coverage: Coverage(gaps: [.init("wording", .untaught)]), model: "m1", elapsed: .zero)
        return JudgedMail(
            verdict: verdict, decision: Decision(disposition: disposition, isCarriedOut: isCarriedOut, because: nil, policy: "p1"))
    }

    private func header(_ name: String, _ body: String) -> MilterCommand { .header(name: Array(name.utf8), body: Array(body.utf8)) }

    /// A whole mail up to its end; gives what is to be judged.
    private func mail(_ session: inout MilterSession, _ headers: [MilterCommand] = [], body: String = "text\r\n") throws -> MailTransaction?
    {
        let commands: [MilterCommand] = [
            .macros(step: 0x43, ["j": "mx.example.org"]), .connection(host: "out.example", address: IPAddress("203.0.113.9")),
            .helo("out.example"),
            .macros(step: 0x4D, ["i": "4ABC"]), .mail(["<ann@out.example>", "SIZE=100"]), .recipient(["<bob@inside.example>"]),
            .recipient(["<@relay.example:eve@inside.example>"]), .data,
        ]
        for command in commands { #expect(try session.receive(command) == .silence) }
        for header in [header("From", " Ann <ann@out.example>")] + headers { #expect(try session.receive(header) == .silence) }
        #expect(try session.receive(.endOfHeaders) == .silence)
        #expect(try session.receive(.body(Array(body.utf8))) == .silence)
        guard case .judge(let transaction) = try session.receive(.endOfBody([])) else { return nil }
        return transaction
    }

    @Test func onlyWhatIsNeededIsAgreedOn() throws {
        var session = MilterSession(.init(service: "mx", boundary: TrustBoundary(), messageBytes: 100))
        guard case .answer(let replies) = try session.receive(.negotiate(Self.offer)), case .negotiate(let agreed)? = replies.first else {
            Issue.record("no answer")
            return
        }
        #expect(agreed.version == 6 && agreed.actions == [.addHeaders, .changeHeaders, .quarantine, .deleteRecipients])
        #expect(agreed.steps.contains(.leadingSpace) && !agreed.steps.contains(.noBody) && !agreed.steps.contains(.skip))
        var old = MilterSession(.init(service: "mx", boundary: TrustBoundary(), messageBytes: 100))
        #expect(
            try old.receive(.negotiate(MilterOptions(version: 2, actions: .addHeaders)))
                == .answer([.negotiate(MilterOptions(version: 2, actions: .addHeaders))]))
        // It awaits an answer to everything.
        #expect(try old.receive(.helo("x")) == .answer([.carryOn]))
        #expect(throws: MilterSession.Problem.version(1)) { try old.receive(.negotiate(MilterOptions(version: 1))) }
        var fresh = MilterSession(.init(service: "mx", boundary: TrustBoundary(), messageBytes: 100))
        #expect(throws: MilterSession.Problem.notNegotiated) { try fresh.receive(.helo("x")) }
    }

    @Test func aMailIsPutTogetherAsItWasSent() throws {
        var session = try session()
        let transaction = try #require(try mail(&session, [header("Subject", " a\n\tb"), header("X", "")]))
        #expect(
            String(decoding: transaction.bytes, as: UTF8.self)
                == "From: Ann <ann@out.example>\r\nSubject: a\r\n\tb\r\nX:\r\n\r\ntext\r\n")
        #expect(transaction.clientAddress == IPAddress("203.0.113.9") && transaction.helo == "out.example")
        #expect(transaction.returnPath == "ann@out.example" && transaction.recipients == ["bob@inside.example", "eve@inside.example"])
        #expect(transaction.queueIdentifier == "4ABC" && !transaction.isCut)
        let reception = MailReception(limits: .standard, boundary: TrustBoundary(hosts: ["mx.example.org"]), service: "mx.example.org")
        let message = reception.message(of: transaction, at: Timestamp(seconds: 5))
        #expect(message.envelope.returnPath == .mailbox(local: "ann", domain: "out.example") && message.arrival == Timestamp(seconds: 5))
        #expect(message.envelope.recipients.count == 2 && message.direction == .terminating)
    }

    @Test func aMessageHasTheTraceFieldThatTheServerWillWrite() throws {
        let reception = MailReception(limits: .standard, boundary: TrustBoundary(hosts: ["mx.example.org"]), service: "mx.example.org")
        var session = try session()
        let forged = [
            header("Authentication-Results", " mx.example.org; spf=pass"),
            header("Received", " from bank.example (bank.example [192.0.2.1]) by mx.example.org; Sat, 21 Nov 2026 11:00:00 +0000"),
        ]
        var transaction = try #require(try mail(&session, forged))
        transaction.clientHost = "pool-9.dsl.example"
        let moment = try #require(Timestamp(rfc3339: "2026-11-21T12:00:00Z"))
        let message = reception.message(of: transaction, at: moment)
        let field = "Received: from out.example (pool-9.dsl.example [203.0.113.9]) by\r\n mx.example.org with ESMTP id 4ABC; "
        #expect(String(decoding: message.bytes.prefix(field.utf8.count), as: UTF8.self) == field)
        // The client's words about our server stay its own.
        #expect(message.hops.map(\.trust) == [.seen, .claimed])
        let hop = try #require(message.hops.first)
        #expect(message.text(hop.from) == "out.example" && message.text(hop.reverseName) == "pool-9.dsl.example")
        #expect(hop.address == IPAddress("203.0.113.9") && hop.time == moment && hop.source.isEmpty)

        transaction.account = "ann"
        let submitted = reception.message(of: transaction, at: moment)
        #expect(submitted.bytes == transaction.bytes && submitted.direction == .originating)
        #expect(submitted.envelope.sender == .account(platform: "smtp", name: "ann"))
        #expect(submitted.hops.first == Hop(address: IPAddress("203.0.113.9"), time: moment, trust: .seen))
        transaction.account = nil
        transaction.clientAddress = nil
        #expect(reception.message(of: transaction, at: moment).bytes == transaction.bytes)
    }

    @Test func whatOurOwnRelayWroteIsSeen() throws {
        let network = try #require(IPNetwork("203.0.113.0/24"))
        let reception = MailReception(
            limits: .standard, boundary: TrustBoundary(hosts: ["relay.example.org"], networks: [network]), service: "mx.example.org")
        var session = try session()
        let written = header("Received", " from out.example ([198.51.100.7]) by relay.example.org; Sat, 21 Nov 2026 11:00:00 +0000")
        let transaction = try #require(try mail(&session, [written]))
        #expect(reception.message(of: transaction, at: Timestamp(seconds: 5)).hops.map(\.trust) == [.seen, .seen])
    }

    @Test func manyMailsGoOverOneConnection() throws {
        var session = try session()
        #expect(try mail(&session) != nil)
        _ = session.replies(to: judged(0.1, .accept))
        #expect(try session.receive(.mail(["<>"])) == .silence)
        #expect(try session.receive(.abort) == .silence)
        #expect(try session.receive(.mail(["<carl@out.example>"])) == .silence)
        guard case .judge(let second) = try session.receive(.endOfBody([])) else {
            Issue.record("not judged")
            return
        }
        #expect(second.returnPath == "carl@out.example" && second.recipients.isEmpty && second.bytes.isEmpty)
        #expect(second.clientAddress == IPAddress("203.0.113.9") && second.helo == "out.example")
        #expect(try session.receive(.quitForNext) == .silence)
        #expect(try session.receive(.mail(["<x@y.example>"])) == .silence)
        guard case .judge(let next) = try session.receive(.endOfBody([])) else {
            Issue.record("not judged")
            return
        }
        #expect(next.clientAddress == nil && next.helo == nil)
        #expect(try session.receive(.quit) == .close)
    }

    @Test func whatIsKeptIsBounded() throws {
        var session = try session(limit: 40)
        // Of a part alone nothing can be said: the mail goes on, and says so.
        #expect(try mail(&session, body: String(repeating: "a", count: 1000)) == nil)
        _ = try session.receive(.mail(["<a@b.example>"]))
        for number in 0...MailTransaction.recipientLimit { _ = try session.receive(.recipient(["<r\(number)@b.example>"])) }
        guard case .judge(let many) = try session.receive(.endOfBody([])) else {
            Issue.record("not judged")
            return
        }
        #expect(many.recipients.count == MailTransaction.recipientLimit)
    }

    private func text(_ reply: MilterReply) -> String {
        switch reply {
        case .insertHeader(let place, let name, let body):
            "insert \(place) \(String(decoding: name, as: UTF8.self)):\(String(decoding: body, as: UTF8.self))"
        case .changeHeader(let name, let number, let body): "change \(String(decoding: name, as: UTF8.self)) \(number) \(body.count)"
        case .reply(let text): "\(text.code) \(text.enhanced)"
        default: "\(reply)"
        }
    }

    @Test func verdictsAreMarks() throws {
        var session = try session()
        _ = try mail(&session)
        let replies = session.replies(to: judged(0.987, .tag)).map(text)
        #expect(
            replies == [
                "insert 0 X-Spam-Flag: YES", "insert 0 Chaffinch-Reasons: links.shortener 1.26",
                "insert 0 Chaffinch-Verdict: probability=0.9870; class=phishing; disposition=tag;\n mode=act; not-checked=wording; policy=p1; model=m1",
                "carryOn",
            ])
        // What is only observed is written down, and nothing else is done.
        _ = try mail(&session)
        let observed = session.replies(to: judged(0.987, .reject, isCarriedOut: false)).map(text)
        #expect(
            observed.count == 3 && observed.last == "carryOn"
                && observed[1].replacing("\n", with: "").contains("disposition=reject; mode=observe-only"))
    }

    @Test func rulesAreNamed() throws {
        var session = try session()
        var judged = judged(0.2, .tag)
        judged.verdict.rules = [
            RuleHit(id: "late-parcel", place: "r.yaml:3", effect: .disposition(.tag), isActing: true),
            RuleHit(id: "new-wave", place: "r.yaml:9", effect: .weight(2), isActing: false),
        ]
        judged.decision.because = "rule:late-parcel"
        // A stranger's mark by that name goes.
        _ = try mail(&session, [header("Chaffinch-Rules", " friend act")])
        let replies = session.replies(to: judged).map(text)
        #expect(replies.contains("insert 0 Chaffinch-Rules: late-parcel act, new-wave observe"), "\(replies)")
        #expect(replies.contains { $0.replacing("\n", with: "").contains("decided-by=rule:late-parcel") }, "\(replies)")
        #expect(replies.contains("change Chaffinch-Rules 1 0"), "\(replies)")
        judged.decision.because = "recipient:deny"
        _ = try mail(&session)
        #expect(!session.replies(to: judged).map(text).contains { $0.contains("decided-by") })
    }

    @Test func dispositionsAreCarriedOut() throws {
        var session = try session()
        for (disposition, wanted) in [
            (Disposition.reject, ["550 5.7.1"]), (.defer, ["451 4.7.1"]), (.discard, ["discard"]),
        ] {
            _ = try mail(&session)
            #expect(session.replies(to: judged(0.99, disposition)).map(text) == wanted)
        }
        _ = try mail(&session)
        #expect(session.replies(to: judged(0.99, .quarantine)).suffix(2) == [.quarantine("held as unsolicited"), .carryOn])
        _ = try mail(&session)
        #expect(session.replies(whenUnable: false).map(text) == ["insert 0 Chaffinch-Verdict: none; not-checked=busy", "carryOn"])
        #expect(session.replies(whenUnable: true).map(text) == ["451 4.3.2"])
        // Nothing is done that was not agreed on.
        var poor = try self.session(MilterOptions(version: 6, actions: [], steps: Self.offer.steps))
        _ = try mail(&poor, [header("Authentication-Results", " mx.example.org; spf=pass")])
        #expect(poor.replies(to: judged(0.99, .quarantine)) == [.carryOn])
    }

    @Test func whatOthersWroteInOurNameGoes() throws {
        var session = try session()
        let headers = [
            header("Authentication-Results", " other.example; spf=pass"), header("authentication-results", " mx.example.org; spf=pass"),
            header("Chaffinch-Verdict", " probability=0"), header("Authentication-Results", " a.inside.example =; dkim=pass"),
            header("X-Spam-Flag", " NO"),
        ]
        _ = try mail(&session, headers)
        let replies = session.replies(to: judged(0.1, .accept)).map(text)
        #expect(
            replies.prefix(4) == [
                "change X-Spam-Flag 1 0", "change Authentication-Results 3 0", "change Chaffinch-Verdict 1 0",
                "change authentication-results 2 0",
            ])
        _ = try mail(&session)
        #expect(session.replies(to: judged(0.1, .accept)).count == 3)
        _ = try mail(&session, headers)
        #expect(session.replies(whenUnable: false).count == 6)
        // Results of SPF in an older field, in our name by its comment or its receiver.
        let others = header("Received-SPF", " pass receiver=other.example")
        let older = [
            others, header("Received-SPF", " pass (mx.example.org: fine)"), header("Received-SPF", " pass receiver=mx.example.org"),
        ]
        _ = try mail(&session, older)
        #expect(session.replies(to: judged(0.1, .accept)).map(text).prefix(2) == ["change Received-SPF 3 0", "change Received-SPF 2 0"])
        #expect(!session.replies(to: judged(0.1, .accept)).map(text).contains("change Received-SPF 1 0"))
        // Blanks before the colon hide nothing, and neither does a flood.
        _ = try mail(&session, [header("X-Spam-Flag ", " NO")])
        #expect(session.replies(to: judged(0.1, .accept)).map(text).first == "change X-Spam-Flag  1 0")
        let flood = Array(repeating: header("X-Spam-Flag", " NO"), count: 101)
        #expect(try mail(&session, flood) == nil)
    }

    @Test func whatOurOwnHostsWroteStays() throws {
        let boundary = TrustBoundary(hosts: ["mx.example.org"], networks: [try #require(IPNetwork("192.0.2.0/24"))])
        var session = MilterSession(.init(service: "mx.example.org", boundary: boundary, messageBytes: 1 << 20))
        _ = try session.receive(.negotiate(Self.offer))
        for (account, kept) in [(nil, true), ("ann", false), ("", true)] as [(String?, Bool)] {
            _ = try session.receive(.connection(host: "relay.example.org", address: IPAddress("192.0.2.7")))
            _ = try session.receive(.macros(step: 0x4D, account.map { ["{auth_authen}": $0] } ?? [:]))
            _ = try session.receive(.mail(["<a@b.example>"]))
            _ = try session.receive(header("Authentication-Results", " mx.example.org; spf=pass"))
            guard case .judge(let transaction) = try session.receive(.endOfBody([])) else {
                Issue.record("not judged")
                return
            }
            #expect(transaction.account == (account == "ann" ? "ann" : nil))
            #expect(session.replies(to: judged(0.1, .accept)).map(text).contains("change Authentication-Results 1 0") == !kept)
        }
        // Who logged in for one mail is not logged in for the next, whatever the server says of it.
        _ = try session.receive(.macros(step: 0x4D, ["{auth_authen}": "ann"]))
        _ = try session.receive(.mail(["<a@b.example>"]))
        _ = try session.receive(.abort)
        _ = try session.receive(.mail(["<a@b.example>"]))
        guard case .judge(let next) = try session.receive(.endOfBody([])) else {
            Issue.record("not judged")
            return
        }
        #expect(next.account == nil)
    }
}
