import Authentication
import Messages
import PSLDomains
import Resolving
import Telemetry
import Testing
import ZoneFiles

/// What a run of generated records beside pyspf brought to light (docs/authentication-differences.md).
struct SPFDifferenceTests {
    private func outcome(_ record: String, from address: String, and zone: String = "", cache: SPFRecordCache? = nil) async throws
        -> SPFOutcome
    {
        let text = "example.org. TXT \"\(record)\"\n" + zone
        let lookups = Lookups(try ZoneFile(Array(text.utf8)).zone, within: .seconds(20), by: ManualTime())
        let client = try #require(IPAddress(address))
        let identity = SPFCheck.Identity(address: client, helo: "mx.example.org", mailFrom: "a@example.org", at: Timestamp(seconds: 0))
        return await SPFCheck(asking: lookups, names: try ICUNames(), records: cache).outcome(of: identity)
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

    @Test func recordsFromTheCacheSayTheSame() async throws {
        let cache = SPFRecordCache()
        let zone = "other.example. TXT \"v=spf1 ip4:192.0.2.0/24 ~all\"\nexample.org. TXT \"no record\"\n"
        for record in ["v=spf1 include:other.example -all", "v=spf1 ip4:1.2.3 -all", "v=spf1 redirect=%{d2}", "V=SPF1"] {
            for address in ["192.0.2.1", "198.51.100.1"] {
                let plain = try await outcome(record, from: address, and: zone)
                for _ in 0..<2 { #expect(try await outcome(record, from: address, and: zone, cache: cache) == plain) }
            }
        }
    }
}
