import Authentication
import MIME
import Messages
import PSLDomains
import Resolving
import Telemetry
import Testing

/// Outcomes as fields of a message.
struct WrittenResultsTests {
    @Test func writesDMARC() async throws {
        let zone = DMARCZone(["example.com": "v=DMARC1; p=reject; sp=quarantine"])
        let failed = AuthenticationResults.Result(try await zone.outcome("www.example.com"))
        #expect(
            failed
                == .init(
                    "dmarc", "fail", properties: [.init("header", "from", "www.example.com"), .init("policy", "dmarc", "quarantine")],
                    comment: "p=reject dis=quarantine"))
        let passed = AuthenticationResults.Result(try await zone.outcome("example.com", DMARCZone.signed("example.com")))
        #expect(passed == .init("dmarc", "pass", properties: [.init("header", "from", "example.com")], comment: "p=reject dis=none"))
        let none = AuthenticationResults.Result(try await zone.check([]).outcome)
        #expect(none == .init("dmarc", "none", comment: "the message names no author with a domain"))
    }

    @Test func writesSPF() async throws {
        var zone = DMARCZone()
        zone.add("example.com", "v=spf1 ip4:192.0.2.1 -all")
        let lookups = Lookups(zone.zone, within: .seconds(20), by: ManualTime())
        let address = try #require(IPAddress("192.0.2.1"))
        var identity = SPFCheck.Identity(address: address, helo: "mail.example.com", mailFrom: "a b@example.com", at: Timestamp(seconds: 0))
        identity.receiver = "mx.example.org"
        let outcome = await SPFCheck(asking: lookups, names: try ICUNames()).outcome(of: identity)
        #expect(AuthenticationResults.Result(outcome) == .init("spf", "pass", properties: [.init("smtp", "mailfrom", "example.com")]))
        let field = ReceivedSPF(outcome)
        #expect(field.result == "pass")
        #expect(field["client-ip"] == "192.0.2.1")
        #expect(field["identity"] == "mailfrom")
        #expect(field["mechanism"] == "ip4:192.0.2.1")
        #expect(field["problem"] == nil)
        var writer = FieldWriter()
        writer.receivedSPF(field)
        let bytes = writer.bytes
        let found = ReceivedSPF(bytes.span, ByteRange(13, bytes.count - 2))
        #expect(found == field)
    }

    @Test func namesTheLocalPartThatWasLookedAt() async throws {
        var zone = DMARCZone()
        zone.add("example.com", "v=spf1 exists:%{l}.senders.example.com -all")
        zone.host("ann.senders.example.com")
        let lookups = Lookups(zone.zone, within: .seconds(20), by: SystemTime())
        let identity = SPFCheck.Identity(address: .v4(1), helo: "h.example", mailFrom: "ann@example.com", at: Timestamp(seconds: 0))
        let outcome = await SPFCheck(asking: lookups, names: try ICUNames()).outcome(of: identity)
        #expect(AuthenticationResults.Result(outcome) == .init("spf", "pass", properties: [.init("smtp", "mailfrom", "ann@example.com")]))
    }
}
