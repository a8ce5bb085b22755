import Authentication
import MIME
import Messages
import PSLDomains
import Resolving
import Telemetry
import TestSupport
import Testing
import ZoneFiles

/// The purported responsible address by RFC 4407 section 2, one case for each way through its steps. Our own cases: no public ones exist.
struct PurportedResponsibleAddressTests {
    private func responsible(_ header: String) -> PurportedResponsibleAddress {
        PurportedResponsibleAddress(of: MailParser().parse(Array((header + "\r\n\r\nHello\r\n").utf8)))
    }

    @Test(arguments: [
        ("From: a@one.example", HeaderName.from, "a@one.example"),
        ("From: A <a@one.example>\r\nSender: s@two.example", .sender, "s@two.example"),
        ("Resent-From: r@three.example\r\nFrom: a@one.example\r\nSender: s@two.example", .resentFrom, "r@three.example"),
        ("Resent-Sender: q@four.example\r\nResent-From: r@three.example\r\nFrom: a@one.example", .resentSender, "q@four.example"),
        ("Resent-From: r@three.example\r\nResent-Sender: q@four.example\r\nFrom: a@one.example", .resentSender, "q@four.example"),
        (
            "Resent-From: r@three.example\r\nReceived: from x by y; 1 Jan 2026 00:00:00 +0000\r\nResent-Sender: q@four.example\r\n"
                + "From: a@one.example", .resentFrom, "r@three.example"
        ),
        (
            "Resent-From: r@three.example\r\nReturn-Path: <x@y.example>\r\nResent-Sender: q@four.example\r\nFrom: a@one.example",
            .resentFrom, "r@three.example"
        ),
        (
            "Received: from x by y; 1 Jan 2026 00:00:00 +0000\r\nResent-From: r@three.example\r\nResent-Sender: q@four.example\r\n"
                + "From: a@one.example", .resentSender, "q@four.example"
        ),
        ("Resent-Sender:  \r\nResent-From: r@three.example\r\nFrom: a@one.example", .resentFrom, "r@three.example"),
        ("Resent-From:\r\nSender: s@two.example\r\nFrom: a@one.example", .sender, "s@two.example"),
        ("Sender: \r\nFrom: a@one.example", .from, "a@one.example"),
        ("Sender:\r\nSender: s@two.example\r\nFrom: a@one.example", .sender, "s@two.example"),
        ("From: a@one.example\r\nFrom: b@two.example\r\nSender: s@two.example", .sender, "s@two.example"),
    ])
    func aFieldIsSelected(header: String, field: HeaderName, address: String) {
        guard case .mailbox(let mailbox, let found) = responsible(header) else {
            Issue.record("nobody is responsible")
            return
        }
        #expect(found == field)
        #expect(mailbox.address == address)
    }

    @Test(arguments: [
        ("Subject: x", PurportedResponsibleAddress.Reason.noField),
        ("Sender: a@one.example\r\nSender: b@one.example\r\nFrom: a@one.example", .severalSenders),
        ("From: a@one.example\r\nFrom: b@one.example", .severalFroms),
        ("From: a@one.example, b@one.example", .notOneMailbox),
        ("From: a", .notOneMailbox),
        ("From: a@[192.0.2.1]", .notOneMailbox),
        ("From: group: a@one.example;", .notOneMailbox),
        ("Resent-Sender: <>\r\nFrom: a@one.example", .notOneMailbox),
    ])
    func nobodyIsResponsible(header: String, reason: PurportedResponsibleAddress.Reason) {
        #expect(responsible(header) == .none(reason))
    }
}

/// Records of `spf2.0` beside `v=spf1` (RFC 4406 section 4.4).
struct SenderIDRecordTests {
    private func result(_ records: [String], _ scope: SPFScope, domain: String = "e.example") async throws -> SPFOutcome {
        var zone = Zone()
        let name = try #require(DomainName("e.example"))
        for record in records { zone.add(.text(Array(record.utf8)), .txt, at: name) }
        let lookups = Lookups(zone, within: .seconds(1), by: ManualTime())
        let identity = SPFCheck.Identity(
            address: .v4(0xC000_0201), helo: "h.example", mailFrom: "a@" + domain, at: Timestamp(seconds: 0))
        return await SPFCheck(asking: lookups, names: try ICUNames()).outcome(of: identity, in: scope)
    }

    @Test(arguments: [
        (["v=spf1 -all"], SPFScope.purportedResponsibleAddress, SPFResult.fail),
        (["v=spf1 -all"], .mailFrom, .fail),
        (["v=spf1 -all", "spf2.0/pra +all"], .purportedResponsibleAddress, .pass),
        (["v=spf1 -all", "spf2.0/pra +all"], .mailFrom, .fail),
        (["v=spf1 -all", "spf2.0/pra +all"], .spf, .fail),
        (["v=spf1 -all", "SPF2.0/MFROM,PRA ?all"], .mailFrom, .neutral),
        (["spf2.0/prax +all"], .purportedResponsibleAddress, .none),
        (["spf2.0/mfrom, pra +all"], .purportedResponsibleAddress, .none),
        (["spf2./pra +all"], .purportedResponsibleAddress, .none),
        (["spf2.0/pra +all", "spf2.0/mfrom,pra -all"], .purportedResponsibleAddress, .permerror),
        (["v=spf1 +all", "v=spf1 -all"], .mailFrom, .permerror),
        (["v=spf10 -all"], .spf, .none),
    ])
    func recordsAreSelected(records: [String], scope: SPFScope, result: SPFResult) async throws {
        #expect(try await self.result(records, scope).result == result)
    }

    @Test func aDomainThatDoesNotExistFailsForItsAddress() async throws {
        #expect(try await result(["v=spf1 +all"], .purportedResponsibleAddress, domain: "absent.example").result == .fail)
        #expect(try await result(["v=spf1 +all"], .mailFrom, domain: "absent.example").result == .none)
    }

    @Test(arguments: [
        ("ann@One.Example", "From: Ann <ann@one.example>", Submitter.Finding.same("ann@One.Example")),
        ("\"a b\"@one.example", "From: \"a b\"@one.example", .same("\"a b\"@one.example")),
        ("Ann@one.example", "From: ann@one.example", .other("Ann@one.example", responsible: "ann@one.example")),
        ("ann@one.example", "Sender: list@two.example\nFrom: ann@one.example", .other("ann@one.example", responsible: "list@two.example")),
        ("ann@one.example", "Subject: x", .nobodyResponsible("ann@one.example")),
    ])
    func submitterIsTheResponsibleAddress(mailbox: String, header: String, finding: Submitter.Finding) {
        let message = MailParser().parse(Array((header + "\n\nbody\n").utf8))
        #expect(Submitter.finding(mailbox, responsible: PurportedResponsibleAddress(of: message)) == finding)
        #expect((finding.reply == nil) == (finding == .same(mailbox)), "RFC 4405 section 4.2")
    }

    @Test func submitterIsXtext() {
        #expect(Submitter.value("a+b=c@one.example") == "a+2Bb+3Dc@one.example")
        #expect(Submitter.mailbox("a+2Bb+3Dc@one.example") == "a+b=c@one.example")
        #expect(Submitter.mailbox("a+2b") == nil, "RFC 3461: digits in upper case")
        #expect(Submitter.mailbox("a=b") == nil)
        #expect(Submitter.mailbox("a+") == nil)
    }
}
