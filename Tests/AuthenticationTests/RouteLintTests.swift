import Authentication
import Resolving
import Telemetry
import Testing
import ZoneFiles

/// What is found in MX records, and in those that protect mail on its way.
struct RouteLintTests {
    private func ids(_ zone: String) async throws -> [String] {
        let resolver = try ZoneFile(Array(("$ORIGIN d.example.\n@ TXT \"v=spf1 -all\"\n" + zone).utf8)).zone
        let lookups = Lookups(resolver, within: .seconds(1), by: SystemTime())
        return await DomainLint(asking: lookups).findings(of: try #require(DomainName("d.example"))).map { String($0.id.dropFirst(5)) }
    }

    private static let good = """
        @ MX 10 mx
        mx A 192.0.2.1
        _mta-sts TXT "v=STSv1; id=20261121"
        _smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@d.example"

        """

    @Test(arguments: [
        (RouteLintTests.good, [String]()),
        ("@ MX 0 .", []),
        ("@ MX 0 .\n" + RouteLintTests.good, ["mx.null-and-others"]),
        ("@ MX 20 192.0.2.7.\n" + RouteLintTests.good, ["mx.address"]),
        ("@ MX 20 old\nold CNAME mx\n" + RouteLintTests.good, ["mx.alias"]),
        ("@ MX 20 gone\n" + RouteLintTests.good, ["mx.no-address"]),
        ("@ MX 20 inner\ninner A 10.0.0.1\n" + RouteLintTests.good, ["mx.private-address"]),
        ("@ MX !servfail", ["mx.not-answered"]),
        ("x A 192.0.2.1", ["mx.missing"]),
        ("@ A 192.0.2.1", ["transport.unprotected", "mx.implicit", "mta-sts.missing", "tls-rpt.missing"]),
        ("_25._tcp.mx TLSA 3 1 1 00\n" + RouteLintTests.good, ["dane.unusable", "dane.unsigned"]),
    ])
    func whatIsFound(zone: String, expected: [String]) async throws {
        #expect(try await ids(zone) == expected)
    }

    @Test func recordsOfTransportAreRead() async throws {
        let hash = String(repeating: "ab", count: 32)
        let route = "@ MX 10 mx\nmx A 192.0.2.1\n"
        let dane = route + "_25._tcp.mx TLSA 3 1 1 \(hash)\n_25._tcp.mx ANY !secure\n"
        #expect(try await ids(dane) == ["mta-sts.missing", "tls-rpt.missing"])
        #expect(try await ids(route + "_25._tcp.mx TLSA 1 1 1 \(hash)\n_25._tcp.mx ANY !secure\n").first == "dane.usage")
        let sts = try await ids(route + "_mta-sts TXT \"v=STSv1; id=a-b\"\n_smtp._tls TXT \"v=TLSRPTv1; rua=tls@d.example\"\n")
        #expect(sts == ["mta-sts.syntax", "tls-rpt.syntax"])
        #expect(try await ids(route + "_mta-sts TXT \"v=STSv1; id=1\"\n_mta-sts TXT \"v=STSv1; id=2\"\n").first == "mta-sts.several")
    }
}
