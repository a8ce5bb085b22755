import Messages
import Resolving
import Synchronization
import Telemetry
import Testing

@testable import Reputation

/// Counts what is asked of a zone.
private final class CountingResolver: Resolver {
    let zone: Zone
    private let asked = Mutex<[String]>([])

    init(_ zone: Zone) {
        self.zone = zone
    }

    var names: [String] { asked.withLock { $0 } }

    func answer(to question: Question, within limit: Duration) async -> Answer {
        asked.withLock { $0.append(question.name.description) }
        return await zone.answer(to: question, within: limit)
    }
}

struct ListInquiryTests {
    private static let client = IPAddress("198.51.99.7")

    private func name(_ text: String) throws -> DomainName { try #require(DomainName(text)) }

    /// A zone with the entries that every list has, and these, each with a code.
    private func zone(_ entries: KeyValuePairs<String, String> = [:], _ change: (inout Zone) throws -> Void = { _ in }) throws -> Zone {
        var zone = Zone()
        let tested: KeyValuePairs = ["2.0.0.127.bl.example": "127.0.0.2", "test.dom.example": "127.0.0.2"]
        for (entry, code) in Array(tested) + Array(entries) {
            zone.add(.address(try #require(IPAddress(code))), .a, at: try name(entry))
        }
        try change(&zone)
        return zone
    }

    private func lists(codes: [ClosedRange<UInt32>] = []) throws -> [DNSList] {
        [DNSList(.block, .addresses, try name("bl.example"), codes: codes), DNSList(.block, .domains, try name("dom.example"))]
    }

    private func findings(
        _ resolver: some Resolver, lists: [DNSList]? = nil, health: ListHealth = ListHealth(), client: IPAddress? = Self.client,
        sender: String = "shop.example", links: [String] = [], at moment: Duration = .zero
    ) async throws -> ListFindings {
        let lookups = Lookups(resolver, within: .seconds(20), by: ManualTime())
        var inquiry = ListInquiry(try lists ?? self.lists(), health: health, asking: lookups, at: moment)
        inquiry.ask(client: try #require(client))
        inquiry.ask(try name(sender), as: .sender)
        for link in links { inquiry.ask(try name(link), as: .link) }
        return await inquiry.findings()
    }

    @Test func findsWhatIsListed() async throws {
        let zone = try zone(["7.99.51.198.bl.example": "127.0.0.4", "bad.example.dom.example": "127.0.1.2"])
        let found = try await findings(zone, links: ["bad.example", "good.example"])
        #expect(
            found.listings == [
                .init(subject: "198.51.99.7", role: .client, sense: .block, zones: ["bl.example"]),
                .init(subject: "bad.example", role: .link, sense: .block, zones: ["dom.example"]),
            ])
        #expect(found.silent.isEmpty && !found.isCut)
        #expect(try await findings(self.zone()).listings.isEmpty)
    }

    @Test func asksAboutVersion6() async throws {
        let address = try #require(IPAddress("2001:4860::1"))
        let listed = "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.6.8.4.1.0.0.2.bl.example"
        let test = "2.0.0.0.0.0.f.7.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.bl.example"
        let found = try await findings(try zone([listed: "127.0.0.2", test: "127.0.0.2"]), client: address)
        #expect(found.listings.map(\.subject) == ["2001:4860::1"])
        // The test entry for IPv4 says nothing of addresses of IPv6.
        let untried = try await findings(try zone([listed: "127.0.0.2"]), client: address)
        #expect(untried.listings.isEmpty && untried.silent.map(\.condition) == [.listsNothing])
    }

    /// 127.255.255.0/24 says that we may not ask; other addresses come from whoever answers in place of the list.
    @Test(arguments: ["127.255.255.254", "127.255.255.252", "127.0.0.1", "192.0.2.80", "10.0.0.1"])
    func refusalsNeverCount(code: String) async throws {
        let found = try await findings(try zone(["7.99.51.198.bl.example": code]))
        #expect(found.listings.isEmpty)
        #expect(found.silent.map(\.zone) == ["bl.example"])
    }

    @Test func oneStrangeRecordSpoilsAnAnswer() async throws {
        let found = try await findings(
            try zone(["7.99.51.198.bl.example": "127.0.0.2"]) { zone in
                zone.add(.address(.v4(0x7FFF_FFFE)), .a, at: try name("7.99.51.198.bl.example"))
            })
        #expect(found.listings.isEmpty && found.silent.map(\.zone) == ["bl.example"])
    }

    @Test func onlyCodesThatCountCount() async throws {
        let zone = try zone(["7.99.51.198.bl.example": "127.0.0.11"])
        #expect(try await findings(zone, lists: lists(codes: [0x7F00_0002...0x7F00_0009])).listings.isEmpty)
        #expect(try await findings(zone, lists: lists(codes: [0x7F00_0002...0x7F00_0009, 0x7F00_000B...0x7F00_000B])).listings.count == 1)
    }

    @Test func aListThatListsEverybodyListsNobody() async throws {
        var zone = Zone()
        zone.add(.address(.v4(0x7F00_0002)), .a, at: try name("*.bl.example"))
        zone.add(.address(.v4(0x7F00_0002)), .a, at: try name("test.dom.example"))
        let found = try await findings(zone)
        #expect(found.listings.isEmpty)
        #expect(found.silent.map(\.zone) == ["bl.example"] && found.silent.map(\.condition) == [.listsAll])
    }

    @Test func aListThatIsGoneSaysNothing() async throws {
        var zone = Zone()
        zone.add(.address(.v4(0x7F00_0002)), .a, at: try name("7.99.51.198.bl.example"))
        let found = try await findings(zone)
        #expect(found.listings.isEmpty)
        #expect(found.silent.map(\.condition) == [.listsNothing, .listsNothing])
    }

    @Test func unansweredIsUnknown() async throws {
        for outcome in [Answer.Outcome.timedOut, .failed(code: 2), .failed(code: 5), .bogus, .truncated] {
            let found = try await findings(try zone { $0.set(outcome, for: .a, at: try name("7.99.51.198.bl.example")) })
            #expect(found.listings.isEmpty && found.silent.map(\.zone) == ["bl.example"], "\(outcome)")
        }
    }

    @Test func listsAreTriedOnceAnHour() async throws {
        let health = ListHealth()
        let resolver = CountingResolver(try zone())
        _ = try await findings(resolver, health: health)
        #expect(resolver.names.contains("1.0.0.127.bl.example") && resolver.names.contains("invalid.dom.example"))
        let first = resolver.names.count
        _ = try await findings(resolver, health: health, at: .seconds(3599))
        #expect(resolver.names.count == first + 2)
        _ = try await findings(resolver, health: health, at: .seconds(3600))
        #expect(resolver.names.count == first + 2 + first)
        #expect(health.conditions.map(\.condition) == [.sound, .sound])
    }

    /// A list that does not answer costs one message the wait, and not each.
    @Test func whoDoesNotAnswerIsLeftAloneForAMinute() async throws {
        let health = ListHealth()
        let silent = try zone { $0.set(.timedOut, for: .a, at: try name("2.0.0.127.bl.example")) }
        let resolver = CountingResolver(silent)
        _ = try await findings(resolver, health: health)
        let first = resolver.names.count
        _ = try await findings(resolver, health: health, at: .seconds(59))
        #expect(resolver.names.count == first + 1)
        let later = try await findings(resolver, health: health, at: .seconds(60))
        #expect(later.silent.map(\.condition) == [.silent])
        #expect(resolver.names.count > first + 2)
    }

    @Test func noMoreDomainsAreAskedThanTheLimit() async throws {
        let resolver = CountingResolver(try zone())
        let found = try await findings(resolver, links: (0..<50).map { "d\($0).example" })
        #expect(found.isCut)
        #expect(resolver.names.filter { $0.hasSuffix(".example.dom.example") }.count == ListInquiry.domainLimit)
    }

    @Test func hostsOfNoPublicNetworkAreNotAsked() async throws {
        let resolver = CountingResolver(try zone())
        _ = try await findings(resolver, client: IPAddress("10.0.0.1"))
        #expect(!resolver.names.contains { $0.hasSuffix("bl.example") })
    }

    @Test func listsThatSayTheSameWeighTogether() throws {
        var found = ListFindings()
        found.listings = [
            .init(subject: "a.example", role: .link, sense: .block, zones: ["x.example"]),
            .init(subject: "b.example", role: .link, sense: .block, zones: ["x.example", "y.example"]),
            .init(subject: "192.0.2.1", role: .client, sense: .allow, zones: (0..<9).map { "l\($0).example" }),
        ]
        let evidence = ListSignBook.standard.evidence(in: found)
        #expect(evidence.map(\.id) == ["lists.link", "lists.allowed-client"])
        #expect(evidence[0].weight == 3 && evidence[0].details == ["b.example", "x.example, y.example"])
        #expect(evidence[1].weight == -2)
        let weighted = ListSignBook.standard.weighted(by: ["lists.link": 0.5]).evidence(in: found)
        #expect(weighted[0].weight == 0.75)
    }
}
