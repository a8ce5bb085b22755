import Authentication
import Localization
import Resolving
import Testing

/// What is found in records of SPF, and what is told to publish.
struct SPFLintTests {
    private func findings(_ zone: String) async throws -> [LintFinding] {
        try await LintWorkbench(zone).findings().filter { $0.mechanism == .spf && $0.severity != .fine }
    }

    @Test(arguments: [
        ("@ MX 10 mx\nmx A 192.0.2.1\n@ TXT \"v=spf1 mx -all\"", [String]()),
        ("@ TXT \"v=spf1 -all\"\n@ TXT \"v=spf1 mx -all\"\n@ MX 0 mx", ["several-records"]),
        ("@ TXT \"v=spf1-all\"", ["not-a-record"]),
        ("@ TXT \"spf1 -all\"", ["not-a-record"]),
        ("@ TXT \"v=spf1; a:no.d.example -all\"", ["not-a-record", "finds-nothing"]),
        ("@ TXT \"v=spf1 ip4:192.0.2.300 -all\"", ["syntax.bad-address"]),
        ("@ TXT \"v=spf1 +all\"", ["pass-all"]),
        ("@ TXT \"v=spf1 ?all\"", ["neutral-all"]),
        ("@ TXT \"v=spf1 ip4:192.0.2.0/24\"", ["no-all"]),
        ("@ TXT \"v=spf1 -all ip4:192.0.2.0/24\"", ["after-all"]),
        ("@ TXT \"v=spf1 redirect=o.example -all\"", ["redirect-unused"]),
        ("@ TXT \"v=spf1 redirect=o.example redirect=p.example\"", ["syntax.repeated-modifier", "not-answered"]),
        ("@ TXT \"v=spf1 ip4:10.0.0.0/8 -all\"", ["wide-network"]),
        ("@ TXT \"v=spf1 ptr -all\"", ["ptr"]),
        ("@ TXT \"v=spf1 a:no.d.example -all\"", ["finds-nothing"]),
        ("@ TXT \"v=spf1 mx -all\"", ["finds-nothing"]),
        ("@ TXT \"v=spf1 include:no.d.example -all\"", ["no-record"]),
        ("@ TXT \"v=spf1 include:o -all\"", ["syntax.bad-domain"]),
        ("@ TXT \"v=spf1 include:o.d.example -all\"\no TXT \"v=spf1 +all\"", ["pass-all"]),
        ("@ TXT \"v=spf1 include:d.example -all\"", ["loop"]),
        ("@ TXT \"v=spf1 incldue=o -all\"", ["unknown-modifier"]),
        ("@ A 192.0.2.1", ["missing"]),
        ("@ TXT !servfail", ["not-answered"]),
        // What is not in the file is not known, and not missing.
        ("@ TXT \"v=spf1 a:no.example mx:no.example include:no.example -all\"", ["not-answered", "not-answered"]),
        (
            "@ TXT \"v=spf1 ip4:1 ipv4:192.0.2.1 -all; bogus\"",
            ["syntax.bad-address", "syntax.unknown-mechanism", "syntax.unknown-mechanism", "syntax.unknown-mechanism"]
        ),
    ])
    func whatIsFound(zone: String, expected: [String]) async throws {
        let zone = zone.contains(" MX ") || zone.contains(" A ") ? zone : zone + "\n@ AAAA 2001:db8::1"
        #expect(try await findings(zone).map { String($0.id.dropFirst("lint.spf.".count)) } == expected)
        var workbench = try LintWorkbench(zone)
        #expect(try await workbench.repair() == [])
    }

    @Test(arguments: [
        ("@ MX 10 mx\nmx A 192.0.2.1", "v=spf1 mx -all"),
        ("@ A 192.0.2.1", "v=spf1 -all"),
        ("@ MX 0 .", "v=spf1 -all"),
        ("@ TXT \"v=spf1 ip4:192.0.2.1 ~all\"\n@ TXT \"v=spf1 ip4:192.0.2.2 -all\"", "v=spf1 ip4:192.0.2.1 ip4:192.0.2.2 -all"),
        ("@ TXT \"v=spf1 ip4:192.0.2.1 +all\"", "v=spf1 ip4:192.0.2.1 -all"),
        ("@ TXT \"v=spf1 -all ip4:192.0.2.1 ~all\"", "v=spf1 ip4:192.0.2.1 -all"),
        ("@ TXT \"v=spf1 ip4: 192.0.2.1 ipv6:2001:db8::1 192.0.2.2 -all.\"", "v=spf1 ip4:192.0.2.1 ip6:2001:db8::1 ip4:192.0.2.2 -all"),
        ("@ TXT \"v=spf1 ip4:192.0.2.300 ip4:2001:db8::1 \\226\\128\\147all\"", "v=spf1 ip6:2001:db8::1 -all"),
        ("@ TXT \"V=SPF1 ip4=192.0.2.1 typo=192.0.2.1 ?all\"", "v=spf1 ip4:192.0.2.1 ~all"),
        ("@ TXT \"\\\"v=spf1 ip4:192.0.2.1 -all\\\"\"", "v=spf1 ip4:192.0.2.1 -all"),
    ])
    func linesRepairTheRecord(zone: String, wanted: String) async throws {
        let lines = Set(try await findings(zone).map(\.lines))
        #expect(lines == [["d.example. TXT \"\(wanted)\""]])
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
