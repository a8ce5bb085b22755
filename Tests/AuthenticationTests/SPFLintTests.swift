import Authentication
import Localization
import Resolving
import Telemetry
import Testing
import ZoneFiles

/// What is found in records of SPF, and what is told to publish.
struct SPFLintTests {
    private func findings(_ zone: String) async throws -> [LintFinding] {
        let resolver = try ZoneFile(Array(("$ORIGIN d.example.\n" + zone).utf8)).zone
        let lookups = Lookups(resolver, within: .seconds(1), by: SystemTime())
        return await DomainLint(asking: lookups).findings(of: try #require(DomainName("d.example"))).filter { $0.id.hasPrefix("lint.spf.") }
    }

    private func ids(_ zone: String) async throws -> [String] {
        try await findings(zone).map { String($0.id.dropFirst("lint.spf.".count)) }
    }

    @Test(arguments: [
        ("@ MX 10 mx\nmx A 192.0.2.1\n@ TXT \"v=spf1 mx -all\"", [String]()),
        ("@ TXT \"v=spf1 -all\"\n@ TXT \"v=spf1 mx -all\"", ["several-records"]),
        ("@ TXT \"v=spf1-all\"", ["not-a-record", "missing"]),
        ("@ TXT \"spf1 -all\"", ["not-a-record", "missing"]),
        ("@ TXT \"v=spf1 ip4:192.0.2.300 -all\"", ["syntax"]),
        ("@ TXT \"v=spf1 +all\"", ["pass-all"]),
        ("@ TXT \"v=spf1 ?all\"", ["neutral-all"]),
        ("@ TXT \"v=spf1 ip4:192.0.2.0/24\"", ["no-all"]),
        ("@ TXT \"v=spf1 -all ip4:192.0.2.0/24\"", ["after-all"]),
        ("@ TXT \"v=spf1 redirect=o.example -all\"", ["redirect-unused"]),
        ("@ TXT \"v=spf1 ip4:10.0.0.0/8 -all\"", ["wide-network"]),
        ("@ TXT \"v=spf1 ptr -all\"", ["ptr"]),
        ("@ TXT \"v=spf1 a:no.example -all\"", ["finds-nothing"]),
        ("@ TXT \"v=spf1 mx -all\"", ["finds-nothing"]),
        ("@ TXT \"v=spf1 include:no.example -all\"", ["no-record"]),
        ("@ TXT \"v=spf1 include:o -all\"", ["syntax"]),
        ("@ TXT \"v=spf1 include:o.d.example -all\"\no TXT \"v=spf1 +all\"", ["pass-all"]),
        ("@ TXT \"v=spf1 include:d.example -all\"", ["loop"]),
        ("@ TXT \"v=spf1 incldue=o -all\"", ["unknown-modifier"]),
        ("@ TXT !servfail", ["not-answered"]),
    ])
    func whatIsFound(zone: String, expected: [String]) async throws {
        #expect(try await ids(zone) == expected)
    }

    @Test func linesRepairTheRecord() async throws {
        #expect(try await findings("@ MX 10 mx\nmx A 192.0.2.1").first?.line == "d.example. TXT \"v=spf1 mx -all\"")
        #expect(try await findings("@ A 192.0.2.1").first?.line == "d.example. TXT \"v=spf1 -all\"")
        let merged = try await findings("@ TXT \"v=spf1 ip4:192.0.2.1 ~all\"\n@ TXT \"v=spf1 ip4:192.0.2.2 -all\"").first
        #expect(merged?.line == "d.example. TXT \"v=spf1 ip4:192.0.2.1 ip4:192.0.2.2 -all\"")
        #expect(try await findings("@ TXT \"v=spf1 ip4:192.0.2.1 +all\"").first?.line == "d.example. TXT \"v=spf1 ip4:192.0.2.1 -all\"")
    }

    @Test func whatAskAreCountedAcrossIncludes() async throws {
        let zone = (0..<6).map { "i\($0) TXT \"v=spf1 a:h a:h -all\"\n".replacing("a:h", with: "exists:h.d.example") }.joined()
        let record = "@ TXT \"v=spf1 " + (0..<6).map { "include:i\($0).d.example" }.joined(separator: " ") + " -all\"\n"
        let found = try await findings(record + zone)
        #expect(found.map(\.id) == ["lint.spf.many-terms"])
        #expect(found.first?.details == ["18"])
    }

    /// A chain of records without end is read up to a limit.
    @Test func chainsAreBounded() async throws {
        let zone = (0..<200).map { "c\($0) TXT \"v=spf1 include:c\($0 + 1).d.example -all\"\n" }.joined()
        let found = try await findings("@ TXT \"v=spf1 include:c0.d.example -all\"\n" + zone)
        #expect(found.map(\.id) == ["lint.spf.many-terms"])
    }

    @Test func everythingFoundCanBeSaid() {
        #expect(Catalogue(DomainLint.sentences).problems() == [])
    }
}
