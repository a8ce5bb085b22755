import Authentication
import Filter
import Learning
import MIME
import Messages
import PSLDomains
import Reputation
import Resolving
import Settings
import Storing
import Telemetry
import Testing
import ZoneFiles

/// What is remembered of senders, in verdicts and lessons.
@Suite(.timeLimit(.minutes(10))) struct RememberedVerdictTests {
    private static let records = """
        robin.example.         TXT "v=spf1 ip4:198.51.100.7 -all"
        hawk.example.          TXT "v=spf1 ip4:203.200.113.9 -all"
        """

    private func setup(_ part: SenderPart?) throws -> FilterSetup {
        var setup = try FilterSample.setup(time: ManualTime(FilterSample.now))
        setup.deadlines = .unhurried
        let authentication = AuthenticationSetup(names: try ICUNames(), suffixes: try LibPSLSuffixes())
        setup.authentication = AuthenticationPart(authentication, asking: try ZoneFile(Array(Self.records.utf8)).zone)
        setup.senders = part
        return setup
    }

    private func mail(
        from author: String = "ann@robin.example", to recipient: String = "jenny@wren.example", by address: String = "198.51.100.7",
        _ direction: Direction = .terminating, id: String = "1@x.example", answering: String? = nil
    ) -> Message {
        var lines = [
            "From: \(author)", "To: \(recipient)", "Subject: seed", "Date: Thu, 12 Nov 2026 09:00:00 +0000", "Message-ID: <\(id)>",
        ]
        if let answering { lines.append("In-Reply-To: <\(answering)>") }
        lines += ["", "The seed for next week has come.", ""]
        var message = MailParser().parse(Array(lines.joined(separator: "\r\n").utf8))
        message.envelope.clientAddress = IPAddress(address)
        message.envelope.helo = "mail.robin.example"
        message.envelope.returnPath = .mailbox(local: "bounces", domain: String(author.split(separator: "@")[1]))
        message.envelope.recipients = [.mailbox(local: String(recipient.split(separator: "@")[0]), domain: "wren.example")]
        if direction == .originating {
            message.envelope.recipients = [.mailbox(local: String(recipient.split(separator: "@")[0]), domain: "robin.example")]
        }
        message.direction = direction
        return message
    }

    private func ids(_ verdict: Verdict) -> [String] { verdict.evidence.map(\.id).filter { $0.hasPrefix("history.") }.sorted() }

    private func queue(_ setup: FilterSetup) throws -> LessonQueue {
        let learning = LocalLearning(base: try ContentModel.starter(), log: TrainingLog(MemoryRecordLog()), models: MemoryModelStore())
        return LessonQueue(setup, source: "tell", isPersonal: false) { try await $0(learning) }
    }

    @Test func aLessonIsRememberedOfItsSender() async throws {
        let setup = try setup(SenderPart(history: SenderHistory(secret: SenderSecret())))
        let scanner = Scanner(setup)
        let first = await scanner.verdict(on: mail())
        #expect(ids(first) == ["history.new-sender"])
        let queue = try queue(setup)
        guard case .learnt = try await queue.learn(.spam, of: mail(), because: "") else {
            Issue.record("not learnt")
            return
        }
        let second = await scanner.verdict(on: mail(id: "2@x.example"))
        #expect(ids(second) == ["history.bad-pair"])
        #expect(second.logOdds > first.logOdds + 0.3)
        #expect(ids(await scanner.verdict(on: mail(from: "bob@robin.example"))) == ["history.bad-domain"])
        // From a machine that may not send for the domain it is not them.
        #expect(ids(await scanner.verdict(on: mail(by: "203.200.113.9"))) == [])
        _ = try await queue.learn(.nothing, of: mail(), because: "")
        #expect(!ids(await scanner.verdict(on: mail(id: "3@x.example"))).contains("history.bad-pair"))
    }

    @Test func correspondentsAndAnswersAreKnown() async throws {
        let setup = try setup(SenderPart(history: SenderHistory(secret: SenderSecret())))
        let scanner = Scanner(setup)
        var sent = mail(from: "jenny@wren.example", to: "ann@robin.example", .originating, id: "our.seed@wren.example")
        sent.envelope.sender = .account(platform: "smtp", name: "Jenny@wren.example")
        #expect(ids(await scanner.verdict(on: sent)) == [])
        #expect(ids(await scanner.verdict(on: mail())) == ["history.correspondent"])
        #expect(ids(await scanner.verdict(on: mail(from: "eve@finch.example", answering: "our.seed@wren.example"))) == ["history.answer"])
    }

    /// An account writes whatever author it likes: only what it writes in its own name makes correspondents.
    @Test(
        arguments: [
            ("jenny@wren.example", true), ("JENNY@Wren.example", true), ("jenny", true), ("eve@wren.example", false), ("eve", false),
            ("jenny@finch.example", false), ("wren\\jenny", false), ("", false), (nil, false),
        ] as [(String?, Bool)])
    func whoWritesInAnothersNameMakesNoCorrespondents(_ login: String?, isOwn: Bool) async throws {
        let boundary = TrustBoundary(hosts: ["mx.wren.example", ".robin.example"])
        let scanner = Scanner(try setup(SenderPart(history: SenderHistory(secret: SenderSecret()), boundary: boundary)))
        var sent = mail(from: "jenny@wren.example", to: "ann@robin.example", .originating, id: "our.seed@wren.example")
        sent.envelope.sender = login.map { .account(platform: "smtp", name: $0) }
        _ = await scanner.verdict(on: sent)
        #expect(ids(await scanner.verdict(on: mail())) == [isOwn ? "history.correspondent" : "history.new-sender"])
        let answer = mail(from: "eve@finch.example", answering: "our.seed@wren.example")
        #expect(ids(await scanner.verdict(on: answer)).contains("history.answer") == isOwn)
    }

    /// A login that is no address names its mailbox at a domain of ours alone.
    @Test(arguments: [
        ("wren.example", true), ("mx.wren.example", true), ("finch.example", false), ("example", false), ("en.example", false),
    ])
    func loginsThatAreNoAddressesAreOfOurDomains(_ domain: String, isOurs: Bool) async throws {
        let history = SenderHistory(secret: SenderSecret())
        let scanner = Scanner(try setup(SenderPart(history: history, boundary: TrustBoundary(hosts: ["mx.wren.example"]))))
        var sent = mail(from: "jenny@\(domain)", to: "ann@robin.example", .originating)
        sent.envelope.sender = .account(platform: "smtp", name: "jenny")
        _ = await scanner.verdict(on: sent)
        #expect((history.count > 0) == isOurs)
    }

    /// What is remembered must not make itself stronger, and a history that is only asked stays as it is.
    @Test func askingChangesNothing() async throws {
        let history = SenderHistory(secret: SenderSecret())
        let teacher = try setup(SenderPart(history: history))
        _ = try await queue(teacher).learn(.ham, of: mail(), because: "")
        let asking = try setup(SenderPart(history: history, remembers: false))
        let scanner = Scanner(asking)
        let first = await scanner.verdict(on: mail(id: "2@x.example")).timeless
        #expect(ids(first) == ["history.good-pair"])
        for _ in 0..<20 { #expect(await scanner.verdict(on: mail(id: "2@x.example")).timeless == first) }
        // Without a history nothing is said of it.
        #expect(ids(await Scanner(try setup(nil)).verdict(on: mail())) == [])
    }

    /// Where the model learnt or forgot, and what is said of the sender could not be written, asking again makes it good.
    @Test func aLessonThatWasHalfDoneIsMadeGood() async throws {
        let (history, log) = (SenderHistory(secret: SenderSecret()), FailingLog())
        let lessons = SenderLessons(log)
        let queue = try queue(try setup(SenderPart(history: history, remembers: false, lessons: lessons)))
        func spam() async throws -> Bool {
            _ = try await lessons.apply(to: history, at: FilterSample.now)
            return ids(await Scanner(try setup(SenderPart(history: history, remembers: false))).verdict(on: mail())) == ["history.bad-pair"]
        }
        for (word, isSpam) in [(LessonQueue.Word.spam, true), (.nothing, false)] {
            await log.set(isFailing: true)
            await #expect(throws: LessonQueue.Refusal.self) { try await queue.learn(word, of: mail(), because: "") }
            #expect(try await spam() != isSpam)
            await log.set(isFailing: false)
            _ = try await queue.learn(word, of: mail(), because: "")
            #expect(try await spam() == isSpam)
        }
    }

    /// A log that cannot be written for a while.
    private actor FailingLog: RecordLog {
        private let log = MemoryRecordLog()
        private var isFailing = false

        func set(isFailing: Bool) { self.isFailing = isFailing }

        func append(_ records: [Record]) async throws(StoreError) {
            if isFailing { throw StoreError(.full, doing: "testing", at: "nowhere") }
            try await log.append(records)
        }

        func records(of kind: String, from start: Timestamp, to end: Timestamp, after position: RecordPosition?, limit: Int)
            async throws(StoreError) -> [Record]
        {
            try await log.records(of: kind, from: start, to: end, after: position, limit: limit)
        }

        func records(of kind: String, ids: [String]) async throws(StoreError) -> [Record] { try await log.records(of: kind, ids: ids) }
        func count(of kind: String) async throws(StoreError) -> Int { try await log.count(of: kind) }
        func remove(kind: String, before moment: Timestamp) async throws(StoreError) -> Int {
            try await log.remove(kind: kind, before: moment)
        }
    }

    @Test func accountsOfPlatformsAreKnown() async throws {
        let setup = try setup(SenderPart(history: SenderHistory(secret: SenderSecret())))
        func post(_ name: String, on platform: String = "forum") -> Message {
            Message(
                text: Array("Cheap watches, best price, click now: http://watches.example/buy".utf8), channel: .post,
                envelope: Envelope(sender: .account(platform: platform, name: name)), arrival: FilterSample.now)
        }
        let scanner = Scanner(setup)
        _ = await scanner.verdict(on: post("Eve"))
        _ = try await queue(setup).learn(.spam, of: post("eve"), because: "")
        #expect(ids(await scanner.verdict(on: post("Eve"))) == ["history.bad-sender"])
        #expect(ids(await scanner.verdict(on: post("ann"))) == ["history.new-sender"])
        // What somebody writes below a post is a claim.
        _ = try await queue(setup).learn(.spam, of: post("eve", on: "post"), because: "")
        #expect(ids(await scanner.verdict(on: post("Eve", on: "post"))) == [])
    }

    // MARK: Rates and machines

    @Test func whatComesTooOftenIsSaidAndDone() async throws {
        let limits = [
            RateLimit("heavy", .sender, 2, in: .seconds(3600), effect: .weight(1.5)),
            RateLimit("later", .domain, 3, in: .seconds(3600), effect: .disposition(.defer)),
            RateLimit("seen", .recipient, 1, in: .seconds(3600)),
            RateLimit("watched", .address, 1, in: .seconds(3600), effect: .disposition(.reject), isActing: false),
        ]
        var setup = try setup(SenderPart(rates: RateBuckets(limits, capacity: 1000)))
        setup.policy = PolicyProfile(try Settings.load(file: SettingsFile(path: "c.yaml", text: "policy:\n  mode: act\n")))
        let scanner = Scanner(setup)
        func rates(_ verdict: Verdict) -> [String] { verdict.evidence.map(\.id).filter { $0.hasPrefix("rate.") }.sorted() }
        let first = await scanner.verdict(on: mail())
        #expect(rates(first).isEmpty && first.rules.isEmpty)
        let second = await scanner.verdict(on: mail())
        #expect(rates(second) == ["rate.seen", "rate.watched"] && second.logOdds == first.logOdds)
        let third = await scanner.verdict(on: mail())
        #expect(rates(third) == ["rate.heavy", "rate.seen", "rate.watched"] && abs(third.logOdds - first.logOdds - 1.5) < 1e-9)
        #expect(setup.policy.decision(on: third, channel: .email, direction: .terminating).disposition != .defer)
        let fourth = await scanner.verdict(on: mail())
        let decision = setup.policy.decision(on: fourth, channel: .email, direction: .terminating)
        #expect(decision.disposition == .defer && decision.because == "rule:rate.later")
        // Another recipient, sender and domain.
        let other = await scanner.verdict(on: mail(from: "bob@finch.example", to: "kim@wren.example", by: "203.200.113.9"))
        #expect(rates(other).isEmpty && other.rules.isEmpty)
        // What is learnt from is not counted.
        _ = await scanner.learnable(mail(from: "carl@finch.example", to: "lee@wren.example", by: "203.200.113.8"))
        #expect(rates(await scanner.verdict(on: mail(from: "carl@finch.example", to: "lee@wren.example", by: "203.200.113.8"))).isEmpty)
    }

    @Test func machinesThatCallThemselvesWhatTheyAreNotAreSeen() async throws {
        let ours = TrustBoundary(hosts: ["mx.wren.example"])
        let scanner = Scanner(try setup(SenderPart(watch: ClientWatch(), boundary: ours)))
        func signs(_ helo: String, by address: String = "203.200.113.9", _ direction: Direction = .terminating) async -> [String] {
            var message = mail(by: address, direction)
            message.envelope.helo = helo
            return await scanner.verdict(on: message).evidence.map(\.id).filter { $0.hasPrefix("client.") }.sorted()
        }
        #expect(await signs("mx.wren.example") == ["client.our-name"])
        #expect(await signs("robin.example", by: "203.200.114.1") == [])
        #expect(await signs("nowhere.example", by: "203.200.114.1") == ["client.unknown-name"])
        // Nobody's own people, and no machine of a network of ours.
        #expect(await signs("nowhere.example", by: "203.200.114.2", .originating) == [])
        #expect(await signs("nowhere.example", by: "192.168.1.1") == [])
        var early = mail(by: "203.200.113.20", .terminating)
        early.envelope.isEarlyTalker = true
        #expect(await scanner.verdict(on: early).evidence.contains { $0.id == "client.early-talker" && $0.weight == 2 })
        var names: [String] = []
        for number in 0..<8 { names = await signs("robin.example\(number)", by: "203.200.115.1") }
        #expect(names.contains("client.many-names"))
    }

    @Test func callsAreJudgedByTheCallersOtherCalls() async throws {
        let part = SenderPart(calls: CallWatch())
        let scanner = Scanner(try setup(part))
        let caller = Party.number("41225550100")
        let call = Message(text: [], channel: .voice, envelope: Envelope(sender: caller), arrival: FilterSample.now)
        let before = await scanner.verdict(on: call)
        #expect(!before.evidence.contains { $0.id.hasPrefix("caller.") } && !part.knows(caller: caller, at: .zero))
        for number in 0..<12 {
            let told = ToldCall(caller: caller, callee: .number("\(41_225_550_200 + number)"), time: FilterSample.now)
            #expect(part.note(told, now: FilterSample.now, .zero))
        }
        let after = await scanner.verdict(on: call)
        #expect(after.evidence.map(\.id).contains("caller.in-sequence") && after.probability > before.probability + 0.1)
        let old = ToldCall(caller: caller, time: Timestamp(seconds: FilterSample.now.seconds - 3600))
        #expect(!part.note(old, now: FilterSample.now, .zero))
    }
}
