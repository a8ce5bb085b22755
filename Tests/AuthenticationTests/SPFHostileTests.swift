import MIME
import Messages
import PSLDomains
import Resolving
import Telemetry
import Testing

@testable import Authentication

/// Records that somebody wrote to do harm: the result of RFC 7208, after so many questions and no more.
struct SPFHostileTests {
    private func name(_ text: String) throws -> DomainName { try #require(DomainName(text)) }

    private func check(
        _ records: [String: String], from sender: String = "ann@e.example", in zone: Zone = Zone()
    ) async throws -> (outcome: SPFOutcome, asked: [String]) {
        var zone = zone
        for (domain, record) in records { zone.add(.text(Array(record.utf8)), .txt, at: try name(domain)) }
        let lookups = Lookups(zone, within: .seconds(20), by: ManualTime())
        let identity = SPFCheck.Identity(address: .v4(0xC000_0201), helo: "h.example", mailFrom: sender, at: Timestamp(seconds: 0))
        let outcome = await SPFCheck(asking: lookups, names: try ICUNames()).outcome(of: identity)
        return (outcome, lookups.transcript.map { $0.question.description })
    }

    @Test func tenThousandTerms() async throws {
        var reverse = Zone()
        reverse.add(.name(try name("x.example")), .ptr, at: .reverse(of: .v4(0xC000_0201)))
        let same = try await check(["e.example": "v=spf1" + String(repeating: " ptr", count: 10_000)], in: reverse)
        #expect(same.outcome.result == .permerror && same.outcome.problem == .tooManyTerms)
        #expect(same.outcome.steps.count == 11 && same.asked.count == 3)
        let void = try await check(["e.example": "v=spf1" + String(repeating: " ptr", count: 10_000)])
        #expect(void.outcome.result == .permerror && void.outcome.problem == .tooManyVoidLookups)
        #expect(void.outcome.steps.count == 3 && void.asked.count == 2)

        let hosts = (0..<4000).map { " a:h\($0).e.example" }.joined()
        var zone = Zone()
        for number in 0..<4000 { zone.add(.address(.v4(1)), .a, at: try name("h\(number).e.example")) }
        let different = try await check(["e.example": "v=spf1" + hosts], in: zone)
        #expect(different.outcome.problem == .tooManyTerms && different.asked.count == 11)
        let absent = try await check(["e.example": "v=spf1" + hosts])
        #expect(absent.outcome.problem == .tooManyVoidLookups && absent.asked.count <= 11)

        let networks = try await check(["e.example": "v=spf1" + String(repeating: " ip4:198.51.100.1", count: 10_000) + " ~all"])
        #expect(networks.outcome.result == .softfail && networks.outcome.steps.count == 10_001 && networks.asked.count == 1)
    }

    /// Never answers, so that only who gives up has an end.
    private struct Silent: Resolver {
        func answer(to question: Question, within limit: Duration) async -> Answer {
            try? await Task.sleep(for: .seconds(3600))
            return Answer(.timedOut)
        }
    }

    @Test(.timeLimit(.minutes(10))) func aCheckThatIsGivenUpEnds() async throws {
        let lookups = Lookups(Silent(), within: .seconds(20), by: ManualTime())
        let names = try ICUNames()
        let identity = SPFCheck.Identity(address: .v4(0xC000_0201), helo: "h.example", mailFrom: "ann@e.example", at: Timestamp(seconds: 0))
        let check = Task { await SPFCheck(asking: lookups, names: names).outcome(of: identity) }
        check.cancel()
        let outcome = await check.value
        #expect(outcome.result == .temperror && outcome.problem == .notAnswered("e.example TXT (time-out)"))
    }

    @Test func recordsThatReferToThemselves() async throws {
        let itself = try await check(["e.example": "v=spf1 include:e.example -all"])
        #expect(itself.outcome.result == .permerror && itself.outcome.problem == .tooManyTerms && itself.asked.count == 1)
        let circle = try await check(["e.example": "v=spf1 include:f.example -all", "f.example": "v=spf1 redirect=e.example"])
        #expect(circle.outcome.problem == .tooManyTerms && circle.asked.count == 2)
        let redirect = try await check(["e.example": "v=spf1 redirect=e.example"])
        #expect(redirect.outcome.problem == .tooManyTerms && redirect.asked.count == 1)
        // Each includes itself twice: without a count that all share, two to the tenth records would be read.
        let tree = try await check(["e.example": "v=spf1 include:e.example include:e.example -all"])
        #expect(tree.outcome.problem == .tooManyTerms && tree.outcome.termsThatAsk == 11)
    }

    @Test func aliasesThatGoRound() async throws {
        var zone = Zone()
        zone.add(.name(try name("f.example")), .cname, at: try name("e.example"))
        zone.add(.name(try name("e.example")), .cname, at: try name("f.example"))
        let found = try await check([:], in: zone)
        #expect(found.outcome.result == .temperror && found.asked.count == 1)
    }

    @Test func manyExchangesAndManyNames() async throws {
        var zone = Zone()
        for number in 0..<1000 {
            zone.add(.mailExchange(preference: 1, host: try name("h\(number).example")), .mx, at: try name("e.example"))
            zone.add(.name(try name("h\(number).example")), .ptr, at: .reverse(of: .v4(0xC000_0201)))
        }
        let exchanges = try await check(["e.example": "v=spf1 mx -all"], in: zone)
        #expect(exchanges.outcome.problem == .tooManyExchanges(domain: "e.example") && exchanges.asked.count == 2)
        let names = try await check(["e.example": "v=spf1 ptr -all"], in: zone)
        #expect(names.outcome.result == .fail && names.asked.count == 12)
    }

    @Test func macrosThatStandForMegabytes() async throws {
        let sender = String(repeating: "a.", count: 100_000) + "a@e.example"
        let record = "v=spf1 exists:" + String(repeating: "%{l}.", count: 12_000) + "e.example -all"
        let found = try await check(["e.example": record], from: sender)
        #expect(found.outcome.result == .fail && found.asked.count == 2)
        #expect(found.asked[1].hasSuffix(".a.a.a.a.e.example A") && found.asked[1].utf8.count <= DomainName.limit + 2)

        // No more macros are worked out than a name has room for.
        let macros = try MacroString(Array(String(repeating: "%{l}", count: 10_000).utf8)[...])
        var count = 0
        let end = macros.expandedEnd(DomainName.limit + 1) { _ in
            count += 1
            return Array("abcdefghij".utf8)
        }
        #expect(end.count == DomainName.limit + 1 && count == 26)
    }

    @Test func namesThatAreTooLongLoseLabelsOnTheLeft() async throws {
        let label = String(repeating: "x", count: 60)
        let long = (0..<5).map { "\(label)\($0)" }.joined(separator: ".")
        let found = try await check(["e.example": "v=spf1 exists:%{l}.e.example -all"], from: "\(long)@e.example")
        #expect(found.asked[1] == long.split(separator: ".").suffix(3).joined(separator: ".") + ".e.example A")
        // A label that is too long cannot be cut, so that nobody is asked.
        let whole = try await check(["e.example": "v=spf1 exists:%{l} -all"], from: String(repeating: "x", count: 300) + "@e.example")
        #expect(whole.outcome.result == .fail && whole.asked.count == 1)
    }

    @Test func explanationsAreCut() async throws {
        let words = String(repeating: "%{s} is not one of us. ", count: 2500)
        let found = try await check(["e.example": "v=spf1 -all exp=x.example", "x.example": words])
        let explanation = try #require(found.outcome.explanation)
        #expect(explanation.utf8.count == SPFEvaluation.explanationLimit && explanation.hasPrefix("ann@e.example is not one of us. ann"))
    }

    @Test(arguments: [
        ("v=spf1 a:\u{0}.example -all", SPFSyntaxError.Kind.notPrintable, 9), ("v=spf1 ip4:192.0.2.256 -all", .badAddress, 11),
        ("v=spf1 ip4:192.0.2.0/33", .badLength, 21), ("v=spf1 ip6:::1/129", .badLength, 15), ("v=spf1 a/024", .badLength, 9),
        ("v=spf1 a:%{x}.example", .badMacro, 9), ("v=spf1 a:%{s", .badMacro, 9), ("v=spf1 a:%{s0}.example", .badMacro, 9),
        ("v=spf1 include: -all", .missingDomain, 15), ("v=spf1 include -all", .missingDomain, 14),
        ("v=spf1 all:x", .unexpectedArgument, 10),
        ("v=spf1 -all \u{FC}", .notPrintable, 12), ("v=spf1 what", .unknownMechanism, 7),
        ("v=spf1 redirect=a.b redirect=a.b", .repeatedModifier, 20),
        ("v=spf1 a:example", .badDomain, 9), ("v=spf1 a:%{c}.example", .badMacro, 9),
    ])
    func namesTheByteThatIsWrong(record: String, kind: SPFSyntaxError.Kind, offset: Int) async throws {
        let found = try await check(["e.example": record])
        #expect(found.outcome.result == .permerror && found.asked.count == 1)
        #expect(found.outcome.problem == .syntax(SPFSyntaxError(kind: kind, offset: offset), domain: "e.example"))
    }

    @Test func sixtyFourKilobytesOfAnything() async throws {
        for piece in ["%", "%{", "%{s}", ":", "/", "//", "=", "a=", "a:", "\u{FC}", "+", "-all ", "exp=", "ip6:", "1", ".", " "] {
            let record = "v=spf1 " + String(repeating: piece, count: 65_000 / piece.utf8.count)
            let found = try await check(["e.example": record])
            #expect(found.asked.count == 1, "\(piece)")
        }
    }

    @Test(arguments: ["ann@[192.0.2.1]", "ann@e", "ann@", "ann@..", "ann@" + String(repeating: "x.", count: 200) + "example", "@\u{0}"])
    func sendersWithoutADomainAreNotAskedAbout(sender: String) async throws {
        let found = try await check([:], from: sender)
        #expect(found.outcome.result == .none && found.asked.count <= (sender == "ann@" ? 1 : 0))
    }
}

/// Messages whose fields mean harm.
struct SenderFieldsHostileTests {
    private func responsible(_ header: String) -> PurportedResponsibleAddress {
        PurportedResponsibleAddress(of: MailParser().parse(Array((header + "\r\n\r\n").utf8)))
    }

    @Test func tenThousandAddresses() async throws {
        let addresses = (0..<10_000).map { "a@h\($0).example" }
        #expect(responsible("From: " + addresses.joined(separator: ",\r\n ")) == .none(.notOneMailbox))
        let fields = addresses.map { "From: \($0)" }.joined(separator: "\r\n")
        #expect(responsible(fields) == .none(.severalFroms))
        #expect(responsible("Sender: s@example.org\r\n" + fields) != .none(.severalFroms))

        let message = MailParser().parse(Array((fields + "\r\n\r\n").utf8))
        let lookups = Lookups(Zone(), within: .seconds(20), by: ManualTime())
        let check = DMARCCheck(asking: lookups, names: try ICUNames())
        let outcome = await check.outcome(of: AuthorDomains.domains(of: message), DMARCIdentities())
        #expect(outcome.problem == .tooManyAuthors)
        // Eight authors of two labels each, below one name.
        #expect(lookups.transcript.count <= 8 * 2 + 1)
    }

    @Test func claimsOfAnything() {
        let services = (0..<10_000).map { "s\($0).example" }.joined(separator: ":")
        let claim = VouchByReference.Claim("md=example.org; mc=all; mv=" + services)
        #expect(claim?.services.count == 10_000)
        for piece in ["md=", ";", "=", ":", "mv=a.example:", "\u{FC}"] {
            #expect(VouchByReference.Claim(String(repeating: piece, count: 20_000)) == nil, "\(piece)")
        }
    }

    @Test func onlySomeOfTheServicesAreAsked() async throws {
        let services = try (0..<100).map { try #require(DomainName("s\($0).example")) }
        let claim = VouchByReference.Claim(domain: try #require(DomainName("example.org")), kind: "all", services: services)
        let lookups = Lookups(Zone(), within: .seconds(20), by: ManualTime())
        #expect(await VouchByReference(asking: lookups, trusting: Set(services)).result(of: claim) == .notVouched)
        #expect(lookups.transcript.count == VouchByReference.serviceLimit)
    }
}
