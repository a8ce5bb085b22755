import MIME
import Messages
import PSLDomains
import Resolving
import Telemetry
import Testing
import ZoneFiles

@testable import Authentication

/// All mechanisms together.
struct AuthenticationCheckTests {
    private static let records = """
        $ORIGIN example.org.
        @               TXT "v=spf1 include:_spf.example.org mx -all"
        _spf            TXT "v=spf1 ip4:192.0.2.0/28 ?all"
        @               MX 10 mail
        mail            A 192.0.2.40
        _client._smtp.mail SRV 1 2 1 mail
        _dmarc          TXT "v=DMARC1; p=reject"
        _vouch          TXT "nothing here"
        example.org._vouch.voucher.example. TXT "all"
        40.2.0.192.in-addr.arpa. PTR mail
        bulk.example.   TXT "v=spf1 ip4:198.51.100.7 -all"
        """
    private static let trace = "Received: from mail.example.org ([192.0.2.40]) by mx.example.net; Sat, 21 Nov 2026 11:00:00 +0000\n"

    private func outcome(
        of mail: String, from client: SendingClient? = nil, zone: any Resolver, boundary: TrustBoundary = TrustBoundary(),
        _ change: (inout AuthenticationSetup) -> Void = { _ in }
    ) async throws -> AuthenticationOutcome {
        var message = MailParser().parse(Array(mail.utf8))
        message.hops = Route.hops(of: message, boundary: boundary)
        var setup = AuthenticationSetup(names: try ICUNames(), suffixes: try LibPSLSuffixes())
        setup.boundary = boundary
        change(&setup)
        let lookups = Lookups(zone, within: .seconds(20), by: ManualTime())
        return await AuthenticationCheck(setup, asking: lookups, at: DKIMWorkbench.moment)
            .outcome(of: message, from: client ?? SendingClient(of: message, takesClaims: true))
    }

    private func zone(_ workbench: DKIMWorkbench) throws -> Zone {
        var zone = try ZoneFile(Array(Self.records.utf8)).zone
        zone.add(.text(Array(workbench.key.record.utf8)), .txt, at: try workbench.name)
        return zone
    }

    @Test func everyMechanismHasItsSay() async throws {
        let workbench = try DKIMWorkbench()
        let signed = try workbench.signed("VBR-Info: md=example.org; mc=all; mv=voucher.example\n" + DKIMWorkbench.mail)
        let mail = "Return-Path: <ann@example.org>\r\n" + Self.trace.replacing("\n", with: "\r\n") + signed
        let outcome = try await outcome(of: mail, zone: try zone(workbench)) { setup in
            setup.vouchers = [DomainName("voucher.example")].reduce(into: []) { if let name = $1 { $0.insert(name) } }
        }
        #expect(outcome.client.source == .trace(.claimed) && outcome.client.returnPath == "ann@example.org")
        #expect(outcome.spf?.result == .pass && outcome.spf?.steps.count == 4)
        #expect(outcome.helo?.result == SPFResult.none)
        #expect(outcome.senderID?.pra?.result == .pass && outcome.senderID?.mailFrom.result == .pass)
        #expect(outcome.dkim?.result == .pass && outcome.dmarc?.result == .pass && outcome.arc?.result == ARCOutcome.Result.none)
        #expect(outcome.csa?.result == .ok && outcome.reverseName?.result == .pass)
        #expect(outcome.vouchers.map(\.result) == [.vouched(by: try #require(DomainName("voucher.example")))])
        #expect(outcome.authenticatedDomains == [workbench.domain])
        #expect(Set(outcome.questions.map(\.question)).count == outcome.questions.count)
        #expect(outcome.questions.allSatisfy { $0.answer != nil })
        let written = outcome.results(by: "mx.example.net")
        let results = written.results.map { "\($0.method)=\($0.result)" }
        #expect(
            results == [
                "dmarc=pass", "dkim=pass", "spf=pass", "spf=none", "arc=none", "iprev=pass", "x-sender-id=pass", "x-csa=ok", "vbr=pass",
            ])
        let signature = written.results[1]
        #expect(signature["header", "d"] == "example.org" && signature["header", "a"] == workbench.key.algorithm.rawValue)
        #expect(signature["header", "b"]?.utf8.count == 8)
        #expect(written.results[5]["policy", "iprev"] == "192.0.2.40" && written.results[6]["header", "from"] == "ann@example.org")
        #expect(written.results[7]["smtp", "helo"] == "mail.example.org" && written.results[8]["header", "mv"] == "voucher.example")
        var writer = FieldWriter()
        writer.authenticationResults(written)
        let bytes = writer.bytes
        #expect(AuthenticationResults(bytes.span, ByteRange(23, bytes.count - 2)) == written)
    }

    @Test func nobodySpeaksForTheDomainAbove() async throws {
        let workbench = try DKIMWorkbench(domain: "mail.example.org")
        var zone = try zone(workbench)
        zone.add(.text(Array("all".utf8)), .txt, at: try #require(DomainName("mail.example.org._vouch.voucher.example")))
        let voucher = try #require(DomainName("voucher.example"))
        for (domain, result) in [("example.org", nil), ("mail.example.org", VouchByReference.Result.vouched(by: voucher))] {
            let mail = try workbench.signed("VBR-Info: md=\(domain); mc=all; mv=voucher.example\n" + DKIMWorkbench.mail)
            let outcome = try await outcome(of: mail, zone: zone) { $0.vouchers = [voucher] }
            #expect(outcome.vouchers.map(\.result) == [result] && outcome.vouchers[0].isAuthenticated == (result != nil), "\(domain)")
        }
    }

    @Test func aStrangersDomainProvesNothingOfTheAuthor() async throws {
        var client = SendingClient()
        client.address = IPAddress("198.51.100.7")
        client.helo = "bulk.example"
        client.returnPath = "bounces@bulk.example"
        let outcome = try await outcome(of: DKIMWorkbench.mail, from: client, zone: try zone(DKIMWorkbench()))
        #expect(outcome.spf?.result == .pass && outcome.dmarc?.result == .fail && outcome.dmarc?.applied == .reject)
        #expect(outcome.senderID?.pra?.result == .fail)
        #expect(outcome.authenticatedDomains.map(\.description) == ["bulk.example"])
    }

    @Test func aBounceIsJudgedByTheNameOfItsHost() async throws {
        var client = SendingClient()
        client.address = IPAddress("198.51.100.7")
        client.helo = "bulk.example"
        client.returnPath = ""
        client.recipients = ["prvs=0000abcdef=bob@example.net"]
        let outcome = try await outcome(of: DKIMWorkbench.mail, from: client, zone: try zone(DKIMWorkbench())) { setup in
            setup.privateSignature = PrivateSignature(keys: [0: Array("key".utf8)])
        }
        #expect(outcome.spf?.result == .pass && outcome.spf == outcome.helo)
        #expect(outcome.batv == .badSignature(original: "bob@example.net"))
    }

    @Test func whatNobodyKnowsIsNotAsked() async throws {
        let outcome = try await outcome(of: DKIMWorkbench.mail, from: SendingClient(), zone: try zone(DKIMWorkbench()))
        #expect(outcome.spf == nil && outcome.helo == nil && outcome.senderID == nil && outcome.csa == nil && outcome.reverseName == nil)
        #expect(outcome.batv == nil && outcome.dkim?.result == DKIMResult.none)
        // SPF had no chance to speak for the author: that is no failure.
        #expect(outcome.dmarc?.result == .temperror && outcome.dmarc?.problem == .senderNotKnown)
        #expect(outcome.questions.map(\.question.description) == ["_dmarc.example.org TXT", "_dmarc.org TXT"])
    }

    @Test func aMechanismThatIsNotWantedAsksNothing() async throws {
        let outcome = try await outcome(of: Self.trace + DKIMWorkbench.mail, zone: try zone(DKIMWorkbench())) { $0.mechanisms = [.arc] }
        #expect(outcome.questions.isEmpty && outcome.dkim == nil && outcome.dmarc == nil && outcome.arc != nil)
    }

    @Test func aDeadSystemOfNamesLeavesErrorsAndNoFailures() async throws {
        let workbench = try DKIMWorkbench()
        let mail = "Return-Path: <ann@example.org>\r\n" + Self.trace.replacing("\n", with: "\r\n") + (try workbench.signed())
        let outcome = try await outcome(of: mail, zone: SilentResolver())
        #expect(outcome.spf?.result == .temperror && outcome.dkim?.result == .temperror && outcome.dmarc?.result == .temperror)
        #expect(outcome.csa?.result == .defer && outcome.reverseName?.result == .temperror)
        #expect(outcome.senderID?.pra?.result == .temperror)
    }

    @Test func nothingHidesBehindThousandsOfFields() async throws {
        let padding = String(repeating: "X: y\r\n", count: 5000)
        let fields = padding + "From: a@example.org\r\nAuthentication-Results: mx.example.net; dmarc=pass\r\n"
        let mail = "From: b@bulk.example\r\n" + fields + "Authentication-Results: other.example; spf=pass\r\n\r\nFrom: c@example.com\r\n"
        let message = MailParser().parse(Array(mail.utf8))
        #expect(AuthorDomains.domains(of: message) == ["bulk.example", "example.org"])
        var setup = AuthenticationSetup(names: try ICUNames(), suffixes: try LibPSLSuffixes())
        setup.boundary = TrustBoundary(hosts: ["mx.example.net"])
        #expect(AuthenticationCheck.written(in: message, by: setup).map(\.isForged) == [true, false])
        let clean = AuthenticationCheck.withoutForgedResults(message, by: setup)
        #expect(
            String(decoding: clean, as: UTF8.self) == mail.replacing("Authentication-Results: mx.example.net; dmarc=pass\r\n", with: ""))
    }

    @Test(arguments: ["\n", "\r\n"]) func forgedResultsAreTakenOut(lineEnd: String) throws {
        let lines = [
            "Authentication-Results: mx.example.net;", "\tspf=pass",
            "Received: from a (a [192.0.2.1]) by mx.example.net; Sat, 21 Nov 2026 11:00:00 +0000",
            "Authentication-Results: elsewhere.example; spf=pass", "From: a@example.net",
            "authentication-results : mx.example.net = ; dkim=pass",
            "", "Authentication-Results: mx.example.net; spf=pass", "",
        ]
        var message = MailParser().parse(Array(lines.joined(separator: lineEnd).utf8))
        var setup = AuthenticationSetup(names: try ICUNames(), suffixes: try LibPSLSuffixes())
        setup.boundary = TrustBoundary(hosts: ["mx.example.net"])
        func clean() -> String { String(decoding: AuthenticationCheck.withoutForgedResults(message, by: setup), as: UTF8.self) }
        #expect(clean() == (lines[2...4] + lines[6...]).joined(separator: lineEnd))
        // A field above the trace line that our own host wrote stays.
        message.hops = Route.hops(of: message, boundary: setup.boundary)
        #expect(clean() == (lines[...4] + lines[6...]).joined(separator: lineEnd))
        setup.boundary = TrustBoundary()
        #expect(clean() == lines.joined(separator: lineEnd))
    }

    @Test func writtenResultsAreOursForeignOrForged() async throws {
        let mail = """
            Authentication-Results: mx.example.net; spf=pass smtp.mailfrom=ann@example.org
            Received: from mail.example.org ([192.0.2.40]) by mx.example.net; Sat, 21 Nov 2026 11:00:00 +0000
            Authentication-Results: mx.example.net; dmarc=pass header.from=bank.example
            Received: from [192.0.2.41] by mail.example.org; Sat, 21 Nov 2026 10:59:00 +0000
            Authentication-Results: mx.example.net; dkim=pass header.d=bank.example
            Authentication-Results: elsewhere.example; spf=pass

            """
        let boundary = TrustBoundary(hosts: ["mx.example.net"])
        let outcome = try await outcome(of: mail + DKIMWorkbench.mail, zone: try zone(DKIMWorkbench()), boundary: boundary)
        #expect(outcome.client.source == .trace(.seen))
        // The second stands where both our host and the sender may have written it.
        #expect(outcome.written.map(\.isOurs) == [true, false, false, false])
        #expect(outcome.written.map(\.isForged) == [false, false, true, false])
    }

    @Test func claimsAreTakenOnlyOnDemand() throws {
        var message = MailParser().parse(Array(("Return-Path: <ann@example.org>\n" + Self.trace + DKIMWorkbench.mail).utf8))
        message.hops = Route.hops(of: message, boundary: TrustBoundary())
        #expect(SendingClient(of: message) == SendingClient())
        let taken = SendingClient(of: message, takesClaims: true)
        #expect(taken.address == IPAddress("192.0.2.40") && taken.helo == "mail.example.org" && taken.returnPath == "ann@example.org")
        message.envelope.clientAddress = IPAddress("203.0.113.9")
        message.envelope.returnPathIsEmpty = true
        let given = SendingClient(of: message, takesClaims: true)
        #expect(given.address == IPAddress("203.0.113.9") && given.helo == nil && given.returnPath == "" && given.source == .envelope)
        let below = MailParser().parse(Array((Self.trace + "Return-Path: <eve@example.com>\n" + DKIMWorkbench.mail).utf8))
        #expect(SendingClient(of: below, takesClaims: true).returnPath == nil)
    }
}

/// Nobody answers.
private struct SilentResolver: Resolver {
    func answer(to question: Question, within limit: Duration) async -> Answer { Answer(.timedOut) }
}
