import Authentication
import PSLDomains
import Resolving
import Telemetry
import Testing

/// Who may be sent reports (RFC 9990 section 4).
struct DMARCDestinationTests {
    private func finding(_ address: String, _ zone: DMARCZone) async throws -> DMARCDestinations.Finding {
        let record = try #require(DMARCRecord(Array("v=DMARC1; p=none; rua=\(address)".utf8)))
        let lookups = Lookups(zone.zone, within: .seconds(20), by: ManualTime())
        let domain = try #require(DomainName("blue.example.com"))
        return await DMARCDestinations(asking: lookups, names: try ICUNames()).finding(
            of: try #require(record.aggregateAddresses.first), in: domain)
    }

    @Test func tellsOwnAddresses() async throws {
        let zone = DMARCZone(["example.com": "v=DMARC1; p=none"])
        for address in ["mailto:a@blue.example.com", "mailto:a@example.com", "mailto:a@RED.example.com"] {
            #expect(try await finding(address, zone) == .own)
        }
        #expect(try await finding("mailto:a@example.net", zone) == .notAllowed)
        #expect(try await finding("https://example.com/reports", zone) == .unusable)
    }

    @Test func asksStrangers() async throws {
        var zone = DMARCZone(["example.com": "v=DMARC1; p=none"])
        zone.add("blue.example.com._report._dmarc.red.example.net", "v=DMARC1")
        zone.add("blue.example.com._report._dmarc.other.example.net", "v=DMARC1; rua=mailto:b@other.example.net")
        zone.add("blue.example.com._report._dmarc.turned.example.net", "v=DMARC1; rua=mailto:b@turned.example.net, mailto:c@victim.example")
        zone.add("blue.example.com._report._dmarc.wrong.example.net", "v=spf1 -all")
        zone.set(.timedOut, at: "blue.example.com._report._dmarc.slow.example.net")
        #expect(try await finding("mailto:a@red.example.net", zone) == .allowed(instead: []))
        guard case .allowed(let instead) = try await finding("mailto:a@other.example.net", zone) else {
            Issue.record("it is allowed")
            return
        }
        #expect(instead.map(\.text) == ["mailto:b@other.example.net"])
        // Reports may not be turned to a third host: then nobody gets any.
        #expect(try await finding("mailto:a@turned.example.net", zone) == .notAllowed)
        #expect(try await finding("mailto:a@wrong.example.net", zone) == .notAllowed)
        #expect(try await finding("mailto:a@slow.example.net", zone) == .notAnswered(.timedOut))
    }
}
