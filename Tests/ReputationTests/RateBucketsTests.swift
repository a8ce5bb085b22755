import Messages
import Settings
import Testing

@testable import Reputation

/// How often things may come.
@Suite struct RateBucketsTests {
    private func excess(_ buckets: RateBuckets, at seconds: Double, _ values: String..., of subject: RateLimit.Subject = .sender)
        -> [String]
    {
        buckets.take(at: .milliseconds(Int(seconds * 1000))) { $0 == subject ? values : [] }.map { "\($0.limit.name) \($0.value)" }
    }

    @Test func aBucketEmptiesAndFillsEvenly() {
        let buckets = RateBuckets([RateLimit("bulk", .sender, 60, in: .seconds(60), burst: 3)], capacity: 100)
        for _ in 0..<3 { #expect(excess(buckets, at: 10, "ann").isEmpty) }
        #expect(excess(buckets, at: 10, "ann") == ["bulk ann"])
        // Others have buckets of their own.
        #expect(excess(buckets, at: 10, "bob").isEmpty)
        // After a second there is one more, and what was refused took nothing.
        #expect(excess(buckets, at: 10.9, "ann") == ["bulk ann"])
        #expect(excess(buckets, at: 11, "ann").isEmpty)
        #expect(excess(buckets, at: 11, "ann") == ["bulk ann"])
        // After a long time it is full, and no fuller.
        for _ in 0..<3 { #expect(excess(buckets, at: 1000, "ann").isEmpty) }
        #expect(excess(buckets, at: 1000, "ann") == ["bulk ann"])
    }

    @Test func aFloodGoesThroughAtTheRateThatIsAllowed() {
        let buckets = RateBuckets([RateLimit("bulk", .sender, 10, in: .seconds(1), burst: 5)], capacity: 100)
        var passed = 0
        for step in 0..<10_000 where excess(buckets, at: Double(step) / 100, "ann").isEmpty { passed += 1 }
        #expect((1000...1010).contains(passed))
    }

    @Test func eachLimitCountsByItself() {
        let buckets = RateBuckets(
            [RateLimit("few", .recipient, 1, in: .seconds(60)), RateLimit("some", .recipient, 2, in: .seconds(60))], capacity: 100)
        #expect(excess(buckets, at: 0, "a", "b", of: .recipient).isEmpty)
        #expect(excess(buckets, at: 0, "a", "c", of: .recipient) == ["few a"])
        #expect(excess(buckets, at: 0, "a", of: .recipient) == ["few a", "some a"])
        #expect(excess(buckets, at: 0, of: .recipient).isEmpty)
    }

    @Test func extremesAreHeld() {
        let limits = [
            RateLimit("huge", .sender, 1, in: .seconds(30 * 86_400), burst: 1_000_000),
            RateLimit("fast", .sender, 1_000_000, in: .seconds(1)),
        ]
        let buckets = RateBuckets(limits, capacity: 10)
        for _ in 0..<5000 { _ = excess(buckets, at: 1e9, "ann") }
        for value in 0..<1000 { _ = excess(buckets, at: 1e9, "v\(value)") }
        #expect(buckets.count == 10)
        #expect(buckets.take(at: .seconds(Int64.max / 2)) { _ in ["x"] }.isEmpty)
        #expect(buckets.take(at: .seconds(-5)) { _ in ["y"] }.isEmpty)
        // Whoever names very many gets so many counted.
        let many = RateBuckets([RateLimit("r", .recipient, 1, in: .seconds(60))], capacity: 1000)
        let names = (0..<500).map { "\($0)" }
        _ = many.take(at: .zero) { _ in names }
        #expect(many.count == RateBuckets.valueLimit)
    }

    @Test func whatIsWatchedHasNoWeight() {
        let acting = RateExcess(limit: RateLimit("a", .sender, 1, in: .seconds(1), effect: .weight(1.5)), value: "x\u{1B}y")
        #expect(acting.evidence.weight == 1.5 && acting.evidence.id == "rate.a" && acting.evidence.details == ["x�y"])
        let watched = RateExcess(limit: RateLimit("a", .sender, 1, in: .seconds(1), effect: .weight(1.5), isActing: false), value: "x")
        #expect(watched.evidence.weight == 0)
    }
}

/// How machines behave that hand mail over.
@Suite struct ClientWatchTests {
    private func visit(
        _ helo: String = "mail.hawk.example", from address: String = "203.200.113.9", _ domain: String = "hawk.example",
        to recipients: [String] = [], doubtful: Bool = false
    ) throws -> ClientVisit {
        ClientVisit(
            address: try #require(IPAddress(address)), helo: helo, domain: domain, recipients: recipients, isDoubtful: doubtful)
    }

    private func ids(_ watch: ClientWatch, _ visit: ClientVisit, at seconds: Int = 0) -> [String: Double] {
        let evidence = ClientSignBook.evidence(in: watch.note(visit, at: .seconds(seconds)), of: visit)
        return Dictionary(uniqueKeysWithValues: evidence.map { ($0.id, $0.weight) })
    }

    @Test func whoChangesNamesIsSeen() throws {
        let watch = ClientWatch(capacity: 100)
        for name in ["a", "b", "c", "c", "a"] { #expect(ids(watch, try visit(name)).isEmpty) }
        #expect(ids(watch, try visit("d")) == ["client.many-names": 1.2])
        for number in 0..<50 { _ = ids(watch, try visit("n\(number)")) }
        #expect(ids(watch, try visit("a")) == ["client.many-names": 2.4])
        // Neighbours are others, and after an hour it is forgotten.
        #expect(ids(watch, try visit("d", from: "203.200.113.10")).isEmpty)
        #expect(ids(watch, try visit("d"), at: 3600).isEmpty)
    }

    @Test func spreadCountsForMachinesThatAreNoServers() throws {
        let watch = ClientWatch(capacity: 100)
        for number in 0..<40 { #expect(ids(watch, try visit("mail", "d\(number).example")).isEmpty) }
        #expect(ids(watch, try visit("mail", doubtful: true)).keys.sorted() == ["client.spread"])
        let lone = "203.200.114.1"
        #expect(ids(watch, try visit("mail", from: lone, doubtful: true)).isEmpty)
        #expect(ids(watch, try visit("mail", from: lone, to: (0..<90).map { "r\($0)" }, doubtful: true)).keys.sorted() == ["client.spread"])
    }

    @Test func namesThatCannotBeAreSeen() throws {
        let watch = ClientWatch(capacity: 100)
        var one = try visit("mx.wren.example")
        one.claimsOurName = true
        one.isNameUnknown = true
        #expect(ids(watch, one) == ["client.our-name": 2.5])
        one.claimsOurName = false
        #expect(ids(watch, one) == ["client.unknown-name": 0.6])
        one.isNameUnknown = nil
        #expect(ids(watch, one).isEmpty)
        #expect(
            ClientSignBook.isSign("client.spread") && ClientSignBook.isSign("route.dial-up-client")
                && !ClientSignBook.isSign("route.no-trace"))
    }

    @Test func memoryIsBounded() throws {
        let watch = ClientWatch(capacity: 50)
        for number in 0..<1000 { _ = ids(watch, try visit(from: "203.\(number / 250).113.\(number % 250)")) }
        #expect(watch.count == 50)
    }

    @Test func spreadIsAboutRight() {
        for count in [0, 1, 2, 10, 50, 100, 200] {
            var spread = Spread()
            var random = SplitMix(seed: 7)
            for _ in 0..<count { spread.add(random.next()) }
            #expect(abs(Double(spread.count - count)) <= 0.25 * Double(count) + 1, "\(count): \(spread.count)")
        }
        var all = Spread()
        for hash in 0..<128 as Range<UInt64> { all.add(hash) }
        #expect(all.count == 620)
    }
}
