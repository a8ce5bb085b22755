import MIME
import Messages
import PSLDomains
import Resolving
import Telemetry
import Testing
import ZoneFiles

@testable import Authentication

/// Facts, from answers and from what servers wrote.
@Suite struct AuthenticationFactsTests {
    private static let names = Result { (try ICUNames(), try LibPSLSuffixes()) }

    private func setup(_ change: (inout AuthenticationSetup) -> Void = { _ in }) throws -> AuthenticationSetup {
        let (names, suffixes) = try Self.names.get()
        var setup = AuthenticationSetup(names: names, suffixes: suffixes)
        change(&setup)
        return setup
    }

    /// The facts of a mail that a client of `example.org` hands over.
    private func facts(
        of mail: String, _ resolver: any Resolver, list: String? = nil, at moment: Timestamp = DKIMWorkbench.moment,
        _ change: (inout AuthenticationSetup) -> Void = { _ in }
    ) async throws -> AuthenticationFacts {
        let message = MailParser().parse(Array(mail.utf8))
        var client = SendingClient()
        client.address = IPAddress("192.0.2.40")
        client.helo = "mail.example.org"
        client.returnPath = "ann@example.org"
        let setup = try setup(change)
        let lookups = Lookups(resolver, within: .seconds(3600), by: SystemTime())
        let outcome = await AuthenticationCheck(setup, asking: lookups, at: moment).outcome(of: message, from: client)
        var facts = AuthenticationFacts(author: .init(domain: "example.org"))
        facts.list = list.map { .init(name: $0) }
        facts.add(outcome, by: setup)
        return facts
    }

    private func ids(_ facts: AuthenticationFacts) -> [String] {
        SignBook.standard.evidence(in: facts).map { String($0.id.dropFirst("authentication.".count)) }.sorted()
    }

    @Test func aPassIsAligned() async throws {
        let workbench = try DKIMWorkbench()
        var zone = workbench.zone
        zone.add(.text(Array("v=spf1 ip4:192.0.2.40 -all".utf8)), .txt, at: workbench.domain)
        let facts = try await facts(of: try workbench.signed(), zone)
        #expect(facts.sender == .init(.pass, domain: "example.org", isAligned: true))
        #expect(facts.signatures == [.init(.pass, domain: "example.org", isAligned: true)] && facts.areAllSignaturesKnown)
        #expect(facts.standing == .authenticated && facts.gaps.isEmpty)
    }

    /// SPF fails at the machine of a forwarder, and the signature holds: that it failed counts nothing.
    @Test func aForwardedMailIsForgivenItsWay() async throws {
        let workbench = try DKIMWorkbench()
        var zone = workbench.zone
        zone.add(.text(Array("v=spf1 -all".utf8)), .txt, at: workbench.domain)
        #expect(ids(try await facts(of: try workbench.signed(), zone)) == ["author-authenticated", "forwarded", "iprev-fail"])
        let changed = try workbench.signed().replacing("noon", with: "nine")
        #expect(ids(try await facts(of: changed, zone)) == ["broken-signature", "iprev-fail", "spf-fail"])
    }

    @Test func flawsOfSignaturesAreFacts() async throws {
        let workbench = try DKIMWorkbench()
        let tail = try await facts(of: try workbench.signed(tags: ["l": "19"]) + "More.\r\n", workbench.zone)
        #expect(tail.signatures.map(\.flaws) == [[.unsignedTail]] && ids(tail).contains("unsigned-tail"))
        let second = try await facts(of: "From: Mallory <m@example.com>\r\n" + workbench.signed(tags: [:]), workbench.zone)
        #expect(second.signatures.map(\.flaws) == [[.secondFrom]] && ids(second).contains("second-from"))
        let late = Timestamp(seconds: DKIMWorkbench.moment.seconds + 90_000)
        let expired = try await facts(of: try workbench.signed { $0.validity = 3600 }, workbench.zone, at: late)
        #expect(expired.signatures.map(\.flaws) == [[.expired]] && ids(expired).contains("expired-signature"))
        let keyless = try await facts(of: try workbench.signed(), Zone())
        #expect(keyless.signatures.map(\.flaws) == [[.noKey]] && ids(keyless).contains("broken-signature"))
        let short =
            "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAK9qVcpjG9aFHHjA/IqbJUPazXysg16fQTei3SWMJr4mNtu/VM+FEN/Pu/lhoNNDjASZlqSvPy1vciqORWbG7KECAwEAAQ=="
        let weak = try DKIMWorkbench(.rsaSHA256, record: "v=DKIM1; p=\(short)")
        let weakFacts = try await facts(of: try weak.signed(), weak.zone)
        #expect(weakFacts.signatures.map(\.flaws) == [[.weak]] && ids(weakFacts).contains("weak-signature"))
    }

    /// A domain that only tries out DKIM is taken as one that does not sign (RFC 6376 section 3.6.1).
    @Test func whatIsTriedOutIsNoFact() async throws {
        let workbench = try DKIMWorkbench(record: "%; t=y")
        let facts = try await facts(of: try workbench.signed().replacing("noon", with: "nine"), workbench.zone)
        #expect(facts.signatures.isEmpty && facts.areAllSignaturesKnown)
    }

    @Test func whoIsSilentLeavesGaps() async throws {
        let workbench = try DKIMWorkbench()
        var zone = workbench.zone
        zone.set(.timedOut, for: .txt, at: try workbench.name)
        let facts = try await facts(of: try workbench.signed(), zone)
        #expect(facts.signatures.isEmpty && !facts.areAllSignaturesKnown && facts.standing == .unknown)
        #expect(facts.gaps == [.init(mechanism: .dkim, reason: .deadline)])
        #expect(ids(facts) == ["iprev-fail"])
    }

    /// Results of a chain count as far as its sealer is trusted, and anybody's for nothing.
    @Test func onlyTrustedHandlersVouch() async throws {
        let workbench = try DKIMWorkbench()
        var zone = workbench.zone
        zone.add(.text(Array("v=DMARC1; p=reject".utf8)), .txt, at: try #require(workbench.domain.prepending("_dmarc")))
        let mail = DKIMWorkbench.sent(DKIMWorkbench.mail)
        let sealer = ARCSealer(workbench.key, domain: workbench.domain, selector: workbench.selector, service: "mx.example.org")
        let none = await ARCCheck(asking: workbench.lookups, names: try ICUNames(), at: DKIMWorkbench.moment).outcome(of: RawMail(mail))
        let results = Array("dmarc=pass header.from=example.org".utf8)
        let fields = try #require(try sealer.fields(for: RawMail(mail), after: none, results: results, at: DKIMWorkbench.moment))
        let sealed = String(decoding: fields + mail, as: UTF8.self)
        let trusted = try await facts(of: sealed, zone) { $0.sealers = [workbench.domain] }
        #expect(trusted.handler == .init(domain: "example.org", isTrusted: true, sawAuthor: true))
        #expect(ids(trusted) == ["iprev-fail", "trusted-handler"])
        let stranger = try await facts(of: sealed, zone)
        #expect(stranger.handler == .init(domain: "example.org"))
        #expect(ids(stranger) == ["dmarc-reject", "iprev-fail"])
    }

    // MARK: Written

    private func facts(
        written field: String, _ more: String = "", author: String = "paypal.com", kind: AuthenticationFacts.Author.Kind = .brand
    )
        throws -> AuthenticationFacts
    {
        let trace = "Received: from x.example ([192.0.2.40]) by mx.example.net; Sat, 21 Nov 2026 11:00:00 +0000\n"
        var message = MailParser().parse(Array((field + "\n" + trace + more + DKIMWorkbench.mail).utf8))
        let setup = try setup { $0.boundary = TrustBoundary(hosts: ["mx.example.net"]) }
        message.hops = Route.hops(of: message, boundary: setup.boundary)
        var facts = AuthenticationFacts(author: .init(domain: author, kind: kind))
        facts.add(AuthenticationCheck.written(in: message, by: setup), by: setup)
        return facts
    }

    @Test func whatAHostOfOursWroteIsTaken() throws {
        let facts = try facts(
            written: """
                Authentication-Results: mx.example.net; iprev=fail policy.iprev=192.0.2.40;
                 spf=softfail smtp.mailfrom=bounce@mail.paypal.com; dkim=fail header.d=paypal.com; dkim=pass header.i=@bulk.example;
                 dmarc=fail (p=REJECT sp=NONE dis=NONE) header.from=paypal.com
                """)
        #expect(facts.sender == .init(.softfail, domain: "mail.paypal.com", isAligned: true))
        #expect(facts.signatures.map(\.result) == [.fail, .pass] && facts.signatures.map(\.isAligned) == [true, false])
        #expect(facts.policy == .init(.fail, wish: .reject) && facts.reverseName == .fail)
        #expect(ids(facts) == ["brand-forged", "broken-signature", "dmarc-reject", "iprev-fail", "spf-softfail"])
    }

    /// The words that large providers write, as they write them.
    @Test(arguments: [
        ("dmarc=fail action=oreject header.from=paypal.com", DMARCResult.fail, DMARCPolicy.reject),
        ("dmarc=fail action=none header.from=paypal.com", .fail, .none),
        ("dmarc=fail (p=quarantine dis=none) header.from=paypal.com", .fail, .quarantine),
        ("dmarc=fail header.from=paypal.com policy.dmarc=quarantine", .fail, .quarantine),
        ("dmarc=bestguesspass action=none header.from=paypal.com", .none, .none),
        ("dmarc=pass (p=REJECT) header.from=paypal.com", .pass, .none),
        ("dmarc=permerror action=none", .permerror, .none),
    ])
    func policiesAreReadAsWritten(text: String, result: DMARCResult, wish: DMARCPolicy) throws {
        #expect(try facts(written: "Authentication-Results: mx.example.net; \(text)").policy == .init(result, wish: wish))
    }

    @Test(arguments: ["temperror", "timeout", "unheard-of"])
    func wordsThatSayNothingAreNoFacts(word: String) throws {
        let facts = try facts(
            written: "Authentication-Results: mx.example.net; spf=\(word) smtp.mailfrom=paypal.com; dmarc=\(word); iprev=\(word)")
        #expect(facts.sender == nil && facts.policy == nil && facts.reverseName == nil && ids(facts).isEmpty)
    }

    /// A field for each result, as some hosts write, and results of a host within: those of the border count.
    @Test func fieldsOfOneHostGoTogether() throws {
        let facts = try facts(
            written: """
                Authentication-Results: mx.example.net; spf=fail smtp.mailfrom=paypal.com
                Authentication-Results: mx.example.net; dkim=fail header.d=paypal.com
                Authentication-Results: mx.example.net; dkim=pass header.d=bulk.example
                """)
        #expect(facts.sender?.result == .fail && facts.signatures.map(\.domain) == ["paypal.com", "bulk.example"])
    }

    /// Below our own trace line our filters may have written, or the sender: it counts for neither unless the settings say so.
    @Test func besideTheTraceNobodyIsAccused() throws {
        let field = "Authentication-Results: mx.example.net; dmarc=pass header.from=paypal.com\n"
        let beside = try facts(written: "X-Empty: x", field)
        #expect(beside.policy == nil && beside.forgedServer == nil)
        let other = "Received: from y.example ([192.0.2.41]) by x.example; Sat, 21 Nov 2026 10:00:00 +0000\n"
        #expect(try facts(written: "X-Empty: x", other + field).forgedServer == "mx.example.net")
        var message = MailParser().parse(
            Array(
                ("Received: from x.example ([192.0.2.40]) by mx.example.net; Sat, 21 Nov 2026 11:00:00 +0000\n" + field + other + field
                    + DKIMWorkbench.mail).utf8))
        let setup = try setup {
            $0.boundary = TrustBoundary(hosts: ["mx.example.net"])
            $0.takesResultsBesideTrace = true
        }
        message.hops = Route.hops(of: message, boundary: setup.boundary)
        #expect(AuthenticationCheck.written(in: message, by: setup).map(\.isOurs) == [true, false])
        #expect(AuthenticationCheck.written(in: message, by: setup).map(\.isForged) == [false, true])
    }

    /// What a stranger wrote is shown without what would move a terminal, and no longer than a name can be.
    @Test func namesAreFitToBeShown() throws {
        let author = AuthenticationFacts.Author(domain: "a\u{1B}[2J\u{0}" + String(repeating: "x", count: 1000))
        #expect(author.domain.count == 253 && !author.domain.unicodeScalars.contains { $0.value < 32 })
    }
}
