import Authentication
import Messages
import PSLDomains
import Resolving
import Telemetry
import Testing
import ZoneFiles

/// What a run of generated records beside pyspf brought to light (docs/authentication-differences.md).
struct SPFDifferenceTests {
    private func outcome(_ record: String, from address: String, and zone: String = "") async throws -> SPFOutcome {
        try await outcome(from: address, asking: try self.zone(record, and: zone))
    }

    private func zone(_ record: String, and zone: String) throws -> Zone {
        try ZoneFile(Array(("example.org. TXT \"\(record)\"\n" + zone).utf8)).zone
    }

    private func outcome(from address: String, asking resolver: any Resolver) async throws -> SPFOutcome {
        let lookups = Lookups(resolver, within: .seconds(20), by: ManualTime())
        let client = try #require(IPAddress(address))
        let identity = SPFCheck.Identity(address: client, helo: "mx.example.org", mailFrom: "a@example.org", at: Timestamp(seconds: 0))
        return await SPFCheck(asking: lookups, names: try ICUNames()).outcome(of: identity)
    }

    /// RFC 7208 section 5: "IPv4 <ip> addresses are only listed in an SPF record using the ip4 mechanism".
    @Test(arguments: [
        ("v=spf1 ip6:::ffff:192.0.2.1 -all", "192.0.2.1", SPFResult.fail), ("v=spf1 ip6:::ffff:192.0.2.1/64 -all", "10.0.0.1", .fail),
        ("v=spf1 ip6:::ffff:192.0.2.1/0 -all", "192.0.2.1", .fail), ("v=spf1 ip6:::ffff:192.0.2.1/0 -all", "2001:db8::1", .pass),
        ("v=spf1 ip6:::ffff:192.0.2.1/64 -all", "::1", .pass), ("v=spf1 ip6:::/0 -all", "192.0.2.1", .fail),
        ("v=spf1 ip4:192.0.2.1 -all", "::ffff:192.0.2.1", .pass),
    ])
    func mappedAddressesListNoIPv4Client(record: String, address: String, result: SPFResult) async throws {
        #expect(try await outcome(record, from: address).result == result)
    }

    /// RFC 7208 section 4.6.4: a `ptr` whose question finds nothing is counted as other terms are; names behind it that have no address are not.
    @Test func onlyTheTermCountsWhenReverseNamesAreMissing() async throws {
        let record = "v=spf1 a:no1.example.org a:no2.example.org ptr -all"
        #expect(try await outcome(record, from: "192.0.2.1").result == .permerror)
        let names = (1...5).map { "1.2.0.192.in-addr.arpa. PTR n\($0).example.org.\n" }.joined()
        let outcome = try await outcome(record, from: "192.0.2.1", and: names)
        #expect(outcome.result == .fail && outcome.voidLookups == 2)
    }

    /// RFC 7208 section 7.1: a domain may end in a dot, which is no label when macros count them.
    @Test(arguments: ["include:in.example.org.", "redirect=in.example.org."])
    func aDotAtTheEndIsNoLabel(term: String) async throws {
        let zone = "in.example.org. TXT \"v=spf1 a:%{d1r}.%{d2} -all\"\nin.example.org. A 192.0.2.1\n"
        #expect(try await outcome("v=spf1 \(term)", from: "192.0.2.1", and: zone).result == .pass)
    }

    /// What was read of an answer stays with it, and says the same the second time.
    @Test func recordsThatWereReadBeforeSayTheSame() async throws {
        let others = "other.example. TXT \"v=spf1 ip4:192.0.2.0/24 ~all\"\nexample.org. TXT \"no record\"\n"
        for record in ["v=spf1 include:other.example -all", "v=spf1 ip4:1.2.3 -all", "v=spf1 redirect=%{d2}", "V=SPF1"] {
            let zone = try zone(record, and: others)
            let prepared = PreparedZone(zone)
            for address in ["192.0.2.1", "198.51.100.1"] {
                let plain = try await outcome(from: address, asking: zone)
                for _ in 0..<2 { #expect(try await outcome(from: address, asking: prepared) == plain) }
            }
        }
    }

    /// Networks side by side are compared in one go: the first that has the client decides, and the steps end there.
    @Test(arguments: [
        ("192.0.2.1", SPFResult.softfail, 3), ("198.51.100.1", .pass, 1), ("2001:db8::1", .neutral, 2), ("2001:db9::1", .fail, 5),
        ("10.0.0.1", .fail, 5),
    ])
    func theFirstNetworkDecides(address: String, result: SPFResult, steps: Int) async throws {
        let record = "v=spf1 ip4:198.51.100.0/24 ?ip6:2001:db8::/32 ~ip4:192.0.2.0/24 ip4:192.0.0.0/8 -all"
        let outcome = try await outcome(record, from: address)
        #expect(outcome.result == result)
        #expect(outcome.steps.count == steps)
        #expect(outcome.steps.last?.finding == .match(result))
    }

    /// The steps of the records that others refer to stand behind the term that refers to them.
    @Test func stepsStandWhereTheyWereTaken() async throws {
        let zone = """
            a.example. TXT "v=spf1 ip4:10.0.0.0/8 include:b.example ip4:10.0.0.0/8 ~all"
            b.example. TXT "v=spf1 a ?all"
            c.example. TXT "v=spf1 exists:none.example redirect=d.example"
            d.example. TXT "v=spf1 what"
            """
        let outcome = try await outcome("v=spf1 ip4:10.1.0.0/16 include:a.example mx redirect=C.Example", from: "192.0.2.1", and: zone)
        let steps = outcome.steps.map { "\($0.depth) \($0.domain) \($0.term) \($0.finding)" }
        #expect(
            steps == [
                "0 example.org ip4:10.1.0.0/16 no match", "0 example.org include:a.example no match", "1 a.example ip4:10.0.0.0/8 no match",
                "1 a.example include:b.example no match", "2 b.example a no match", "2 b.example ?all neutral",
                "1 a.example ip4:10.0.0.0/8 no match", "1 a.example ~all softfail", "0 example.org mx no match",
                "0 example.org redirect=C.Example followed", "1 c.example exists:none.example permerror",
            ])
        #expect(
            outcome.problem == .tooManyVoidLookups
                && outcome.record == Array("v=spf1 ip4:10.1.0.0/16 include:a.example mx redirect=C.Example".utf8))
    }
}
