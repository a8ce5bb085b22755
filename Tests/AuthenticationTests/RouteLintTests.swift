import Authentication
import Resolving
import Testing

/// What is found in MX records, and in those that protect mail on its way.
struct RouteLintTests {
    private static let good = """
        @ TXT "v=spf1 -all"
        @ MX 10 mx
        mx A 192.0.2.1
        mta-sts CNAME mx
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
        ("@ MX 20 gone.example.\n" + RouteLintTests.good, ["mx.host-not-answered"]),
        ("@ MX 20 localhost.\n@ MX 30 mail.intern.local.\n" + RouteLintTests.good, ["mx.no-address", "mx.no-address"]),
        ("@ MX 20 inner\ninner A 10.0.0.1\n" + RouteLintTests.good, ["mx.private-address"]),
        ("@ MX 20 inner\ninner A 10.0.0.1\ninner A 192.0.2.9\ninner AAAA fe80::1\n" + RouteLintTests.good, ["mx.private-address"]),
        ("@ MX !servfail", ["mx.not-answered"]),
        ("@ MX 10 gone", ["mx.no-address", "mta-sts.unprotected", "tls-rpt.missing"]),
        ("@ TXT \"v=spf1 -all\"\nx A 192.0.2.1", ["mx.missing"]),
        ("@ TXT \"v=spf1 -all\"\n@ A 192.0.2.1", ["mx.implicit"]),
        ("@ TXT \"v=spf1 a -all\"\n@ A 192.0.2.1", ["mx.implicit", "mta-sts.unprotected", "tls-rpt.missing"]),
        ("_25._tcp.mx TLSA 3 1 1 00\n" + RouteLintTests.good, ["dane.unusable"]),
        ("_25._tcp TLSA 3 1 1 \(String(repeating: "ab", count: 32))\n" + RouteLintTests.good, ["dane.misplaced"]),
        ("mta-sts A !servfail\n" + RouteLintTests.good.replacing("mta-sts CNAME mx", with: ""), ["mta-sts.not-answered"]),
        ("_mta-sts TXT !servfail\n_smtp._tls TXT !timeout\n@ MX 10 mx\nmx A 192.0.2.1", ["mta-sts.not-answered", "tls-rpt.not-answered"]),
    ])
    func whatIsFound(zone: String, expected: [String]) async throws {
        var workbench = try LintWorkbench(zone)
        #expect(try await workbench.ids(of: [.mx, .mtaSTS, .tlsReports, .dane]) == expected)
        #expect(try await workbench.repair() == [])
        let left = try await workbench.findings().filter(\.severity.isSerious)
        #expect(left == [])
    }

    @Test func linesNameAHost() async throws {
        let found = try await LintWorkbench("@ MX 20 192.0.2.7.\n" + RouteLintTests.good).findings().first { $0.id == "lint.mx.address" }
        #expect(found?.records == ["d.example. MX 20 192.0.2.7."])
        #expect(found?.lines == ["d.example. MX 20 mx-192-0-2-7.d.example.", "mx-192-0-2-7.d.example. A 192.0.2.7"])
        let only = try await LintWorkbench("@ MX 10 gone").findings().first { $0.mechanism == .mx }
        #expect(only?.lines == ["d.example. MX 0 ."])
    }

    /// A certificate at the wrong name goes to the one host that takes mail, and nowhere where there are several or it has one.
    @Test func certificatesBelongToTheHost() async throws {
        let hash = String(repeating: "ab", count: 32)
        let zone = "_25._tcp TLSA 3 1 1 \(hash)\n" + RouteLintTests.good
        let found = try #require(try await LintWorkbench(zone).findings().first { $0.id == "lint.dane.misplaced" })
        #expect(found.records == ["_25._tcp.d.example. TLSA 3 1 1 \(hash)"])
        #expect(found.lines == ["_25._tcp.mx.d.example. TLSA 3 1 1 \(hash)"])
        for more in ["@ MX 20 other\nother A 192.0.2.9\n", "_25._tcp.mx TLSA 3 1 1 \(hash)\n"] {
            let found = try await LintWorkbench(zone + more).findings().first { $0.id == "lint.dane.misplaced" }
            #expect(found?.records.count == 1 && found?.lines == [])
        }
        // Without MX records the domain itself takes mail.
        let own = "@ TXT \"v=spf1 a -all\"\n@ A 192.0.2.1\n_25._tcp TLSA 3 1 1 \(hash)\n"
        #expect(try await !LintWorkbench(own).findings().contains { $0.id == "lint.dane.misplaced" })
    }

    /// A policy that nobody can fetch protects nothing; only the postmaster knows the web server.
    @Test func thePolicyNeedsAWebServer() async throws {
        let zone = RouteLintTests.good.replacing("mta-sts CNAME mx", with: "")
        let found = try await LintWorkbench(zone).findings().filter { $0.mechanism == .mtaSTS }
        #expect(found.map(\.id) == ["lint.mta-sts.no-host"])
        #expect(found.first?.details == ["mta-sts.d.example"])
    }

    @Test func recordsOfTransportAreRead() async throws {
        let hash = String(repeating: "ab", count: 32)
        let route = "@ TXT \"v=spf1 -all\"\n@ MX 10 mx\nmx A 192.0.2.1\n"
        func ids(_ zone: String) async throws -> [String] {
            var workbench = try LintWorkbench(route + zone)
            let ids = try await workbench.ids(of: [.mtaSTS, .tlsReports, .dane])
            #expect(try await workbench.repair() == [])
            return ids
        }
        let signed = "_25._tcp.mx ANY !secure\n"
        #expect(try await ids("_25._tcp.mx TLSA 3 1 1 \(hash)\n" + signed) == ["mta-sts.missing", "tls-rpt.missing"])
        #expect(try await ids("_25._tcp.mx TLSA 3 1 1 \(hash)\n").last == "dane.unsigned")
        #expect(try await ids("_25._tcp.mx TLSA 1 1 1 \(hash)\n" + signed).first == "dane.usage")
        let sts = try await ids("_mta-sts TXT \"v=STSv1; id=a-b\"\n_smtp._tls TXT \"v=TLSRPTv1; rua=tls@d.example\"\n")
        #expect(sts == ["mta-sts.syntax", "tls-rpt.syntax"])
        #expect(try await ids("_mta-sts TXT \"v=STSv1; id=1\"\n_mta-sts TXT \"v=STSv1; id=2\"\n").first == "mta-sts.several")
    }
}
