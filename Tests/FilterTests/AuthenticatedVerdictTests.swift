import Authentication
import Dispatch
import Filter
import Learning
import MIME
import Messages
import PSLDomains
import Resolving
import Rules
import Settings
import Synchronization
import Telemetry
import Testing
import ZoneFiles

/// What a mail proves of where it came from, in the verdict.
@Suite(.timeLimit(.minutes(10))) struct AuthenticatedVerdictTests {
    private static let records = """
        paypal.com.            TXT "v=spf1 ip4:192.0.2.0/28 -all"
        _dmarc.paypal.com.     TXT "v=DMARC1; p=reject"
        hawk.example.          TXT "v=spf1 ip4:198.51.100.7 -all"
        mail.hawk.example.     A 198.51.100.7
        7.100.51.198.in-addr.arpa. PTR mail.hawk.example.
        """
    private static let names = Result { (try ICUNames(), try LibPSLSuffixes()) }

    private func zone() throws -> Zone { try ZoneFile(Array(Self.records.utf8)).zone }

    private func part(_ resolver: (any Resolver)?, boundary: TrustBoundary = TrustBoundary()) throws -> AuthenticationPart {
        let (names, suffixes) = try Self.names.get()
        var setup = AuthenticationSetup(names: names, suffixes: suffixes)
        setup.boundary = boundary
        return AuthenticationPart(setup, asking: resolver)
    }

    private func mail(from author: String, by address: String, _ above: String...) -> Message {
        let lines =
            above + [
                "From: \(author)", "To: jenny@wren.example", "Subject: seed", "Date: Thu, 12 Nov 2026 09:00:00 +0000",
                "Message-ID: <1@x.example>",
                "", "The seed for next week has come.", "",
            ]
        var message = MailParser().parse(Array(lines.joined(separator: "\r\n").utf8))
        message.hops = Route.hops(of: message, boundary: TrustBoundary(hosts: ["mx.wren.example"]))
        message.envelope.clientAddress = IPAddress(address)
        message.envelope.helo = "mail.hawk.example"
        message.envelope.returnPath = .mailbox(local: "bounces", domain: "hawk.example")
        return message
    }

    private func verdict(on message: Message, _ part: AuthenticationPart?, time: any TimeSource = ManualTime(FilterSample.now)) async throws
        -> Verdict
    {
        var setup = try FilterSample.setup(time: time)
        // No busy machine ends it.
        setup.deadlines = .unhurried
        setup.authentication = part
        return await Scanner(setup).verdict(on: message)
    }

    private func ids(_ verdict: Verdict) -> [String] { verdict.evidence.map(\.id).filter { $0.hasPrefix("authentication.") }.sorted() }

    @Test func aForgedBrandIsSeen() async throws {
        let message = mail(from: "service@paypal.com", by: "198.51.100.7")
        let plain = try await verdict(on: message, nil)
        let verdict = try await verdict(on: message, try part(try zone()))
        #expect(
            ids(verdict) == [
                "authentication.brand-forged", "authentication.dmarc-reject", "authentication.iprev-pass", "authentication.spf-unaligned",
            ])
        #expect(verdict.probability > plain.probability + 0.1)
        #expect(verdict.evidence.first { $0.id == "authentication.brand-forged" }?.weight == 2.2)
        #expect(verdict.coverage.isComplete)
        #expect(verdict.coverage.answered == plain.coverage.answered + SignBook.standard.signs.count)
    }

    @Test func aBrandThatAnswersForItsMailIsBelieved() async throws {
        var message = mail(from: "service@paypal.com", by: "192.0.2.1")
        message.envelope.returnPath = .mailbox(local: "service", domain: "paypal.com")
        let verdict = try await verdict(on: message, try part(try zone()))
        #expect(verdict.evidence.first { $0.id == "authentication.brand-authenticated" }?.weight == -1.5)
    }

    @Test func aStrangersPassIsWorthNothing() async throws {
        let message = mail(from: "robin@hawk.example", by: "198.51.100.7")
        let plain = try await verdict(on: message, nil)
        let verdict = try await verdict(on: message, try part(try zone()))
        #expect(ids(verdict) == ["authentication.author-authenticated", "authentication.iprev-pass"])
        #expect(abs(verdict.logOdds - plain.logOdds) < 0.2)
    }

    /// The same mail and records give the same verdict, bit for bit, whichever answer comes first.
    @Test func theOrderOfAnswersDoesNotCount() async throws {
        let message = mail(from: "service@paypal.com", by: "198.51.100.7")
        let first = try await verdict(on: message, try part(try zone()))
        for seed in 1...8 as ClosedRange<UInt64> {
            let other = try await verdict(on: message, try part(ShuffledResolver(zone: try zone(), seed: seed)))
            #expect(other.timeless == first.timeless)
        }
    }

    /// Nobody answers, by a clock that moves on: the verdict is that without questions, and says what it lacks.
    @Test func deadServersAreNoEvidence() async throws {
        let time = ManualTime(FilterSample.now)
        let message = mail(from: "service@paypal.com", by: "198.51.100.7")
        let plain = try await verdict(on: message, nil)
        let verdict = try await verdict(on: message, try part(SilentResolver(time: time)), time: time)
        #expect(ids(verdict).isEmpty && verdict.logOdds == plain.logOdds)
        #expect(verdict.coverage.gaps.allSatisfy { $0.reason == .deadline })
        #expect(verdict.coverage.gaps.map(\.what) == ["spf", "senderid", "dmarc", "csa", "iprev"].map { "authentication.\($0)" })
        #expect(verdict.elapsed <= .seconds(5))
    }

    @Test func serversThatFailAreNoEvidence() async throws {
        var broken = Zone()
        for name in ["paypal.com", "hawk.example", "_dmarc.paypal.com", "7.100.51.198.in-addr.arpa"] {
            broken.set(.failed(code: 2), at: try #require(DomainName(name)))
        }
        let verdict = try await verdict(on: mail(from: "service@paypal.com", by: "198.51.100.7"), try part(broken))
        #expect(ids(verdict) == [])
        #expect(verdict.coverage.gaps.contains(Coverage.Gap("authentication.spf", .unanswered)))
        #expect(verdict.coverage.gaps.contains(Coverage.Gap("authentication.dmarc", .unanswered)))
    }

    /// A resolver that breaks its promise and hangs costs a gap, and nobody's time beyond the deadline.
    @Test func aHangingResolverIsNotWaitedFor() async throws {
        let resolver = HangingResolver()
        defer { resolver.end() }
        var setup = try FilterSample.setup(time: SystemTime())
        setup.deadlines = .init(mail: .milliseconds(50))
        setup.authentication = try part(resolver)
        let verdict = await Scanner(setup).verdict(on: mail(from: "service@paypal.com", by: "198.51.100.7"))
        #expect(!verdict.coverage.isComplete && ids(verdict) == [])
        #expect(verdict.coverage.gaps.allSatisfy { $0.what.hasPrefix("authentication") && $0.reason == .deadline })
    }

    @Test func whoSentItMustBeKnown() async throws {
        var message = mail(from: "service@paypal.com", by: "198.51.100.7")
        message.envelope = Envelope()
        let verdict = try await verdict(on: message, try part(try zone()))
        // Nothing can be said of DMARC where SPF could not speak.
        #expect(ids(verdict) == [] && verdict.coverage.gaps == [Coverage.Gap("authentication.client", .notConfigured)])
    }

    private static let trace = "Received: from mail.hawk.example ([198.51.100.7]) by mx.wren.example; Thu, 12 Nov 2026 09:00:00 +0000"
    private static let ours = TrustBoundary(hosts: ["mx.wren.example"])

    /// What our own host wrote when the mail came counts where nobody is asked.
    @Test func ourOwnWordIsTaken() async throws {
        let results = "dmarc=fail (p=REJECT dis=NONE) header.from=paypal.com; spf=pass smtp.mailfrom=bounces@hawk.example; dkim=none"
        let message = mail(
            from: "service@paypal.com", by: "198.51.100.7", "Authentication-Results: mx.wren.example; \(results)", Self.trace)
        let verdict = try await verdict(on: message, try part(nil, boundary: Self.ours))
        #expect(ids(verdict) == ["authentication.brand-forged", "authentication.dmarc-reject", "authentication.spf-unaligned"])
        #expect(verdict.coverage.isComplete)
        // Anybody else's word does not.
        let stranger = try await self.verdict(on: message, try part(nil))
        #expect(ids(stranger) == [] && stranger.coverage.gaps == [FilterSample.unauthenticated])
    }

    @Test func aFieldWithoutAServerIsOursByItsPlace() async throws {
        let results = "Authentication-Results: spf=fail (sender IP is 198.51.100.7) smtp.mailfrom=hawk.example; dkim=none"
        let above = mail(from: "robin@chaffinch.example", by: "198.51.100.7", results, Self.trace)
        #expect(ids(try await verdict(on: above, try part(nil, boundary: Self.ours))) == ["authentication.spf-fail"])
        let below = mail(from: "robin@chaffinch.example", by: "198.51.100.7", Self.trace, results)
        #expect(ids(try await verdict(on: below, try part(nil, boundary: Self.ours))) == [])
    }

    @Test func aForgeryOfOurWordIsEvidence() async throws {
        let message = mail(
            from: "robin@chaffinch.example", by: "198.51.100.7", Self.trace,
            "Received: from y.example ([192.0.2.41]) by mail.hawk.example; Thu, 12 Nov 2026 08:59:00 +0000",
            "Authentication-Results: mx.wren.example; dmarc=pass")
        let verdict = try await verdict(on: message, try part(nil, boundary: Self.ours))
        #expect(ids(verdict) == ["authentication.forged-results"])
        #expect(verdict.coverage.gaps == [FilterSample.unauthenticated])
    }

    /// The names of mechanisms in settings are those that there are.
    @Test func settingsNameEveryMechanism() throws {
        let settings = try Settings.load(file: SettingsFile(path: "chaffinch.yaml", text: ""))
        #expect(Set(settings[.authenticationMechanisms]) == Set(AuthenticationMechanism.allCases.map(\.rawValue)))
        #expect(AuthenticationSetup.PolicyDiscovery(rawValue: settings[.authenticationDMARC]) == .treeWalk)
        let old = try Settings.load(file: SettingsFile(path: "chaffinch.yaml", text: "authentication:\n  dmarc: public-suffix-list\n"))
        #expect(AuthenticationSetup.PolicyDiscovery(rawValue: old[.authenticationDMARC]) == .publicSuffixList)
        #expect(throws: SettingsError.self) {
            try Settings.load(file: SettingsFile(path: "chaffinch.yaml", text: "authentication:\n  mechanisms: [spf, dkimm]\n"))
        }
    }

    /// Signs are learnt from as checks are, and the weights that ship know them.
    @Test func signsAreLearnable() async throws {
        for (id, weight) in SignBook.standard.weights { #expect(EvidenceWeights.starter.findings[id] == weight, "\(id)") }
        var setup = try FilterSample.setup()
        setup.deadlines = .unhurried
        setup.authentication = try part(try zone())
        let message = mail(from: "service@paypal.com", by: "198.51.100.7")
        let learnable = await Scanner(setup).learnable(message)
        #expect(learnable.findings.contains(WeighedFinding(id: "authentication.dmarc-reject")))
        let known = setup.weights
        #expect(learnable.findings.allSatisfy { known[$0.id] != nil })
    }

    @Test func localWeightsHold() async throws {
        var setup = try FilterSample.setup()
        setup.deadlines = .unhurried
        setup.authentication = try part(try zone())
        var weights = EvidenceWeights.starter
        weights.findings["authentication.brand-forged"] = 2.5
        setup.model.evidenceWeights = weights
        let verdict = await Scanner(setup).verdict(on: mail(from: "service@paypal.com", by: "198.51.100.7"))
        #expect(verdict.evidence.contains { $0.id == "authentication.brand-forged" && $0.weight == 2.5 })
    }
}

/// Answers from a zone, each after so many turns that the order is another each time.
private struct ShuffledResolver: Resolver {
    var zone: Zone
    var seed: UInt64

    func answer(to question: Question, within limit: Duration) async -> Answer {
        let hash = question.name.bytes.reduce(seed &* 0x9E37_79B9_7F4A_7C15) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        for _ in 0..<hash >> 32 % 40 { await Task.yield() }
        return zone.answer(to: question)
    }
}

/// Nobody answers: at the first question the clock moves on by the limit.
private final class SilentResolver: Resolver {
    private let time: ManualTime
    private let hasMoved = Mutex(false)

    init(time: ManualTime) { self.time = time }

    func answer(to question: Question, within limit: Duration) async -> Answer {
        hasMoved.withLock { hasMoved in
            if !hasMoved { time.advance(by: limit) }
            hasMoved = true
        }
        return Answer(.timedOut)
    }
}

/// Takes questions and never comes back, until it is told to.
private final class HangingResolver: Resolver {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() { (stream, continuation) = AsyncStream.makeStream(of: Void.self) }

    func end() { continuation.finish() }

    func answer(to question: Question, within limit: Duration) async -> Answer {
        for await _ in stream {}
        return Answer(.timedOut)
    }
}
