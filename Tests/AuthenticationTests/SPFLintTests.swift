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
        ("@ TXT \"v=spf1 ip4:198.0.0.0/8 -all\"", ["wide-network"]),
        ("@ TXT \"v=spf1 ip6:2001:d00::/24 -all\"", ["wide-network"]),
        ("@ TXT \"v=spf1 ip4:198.51.0.0/16 -all\"", []),
        ("@ TXT \"v=spf1 -ip4:198.0.0.0/8 ip4:192.0.2.1 -all\"", []),
        ("@ TXT \"v=spf1 ip4:198.50.0.0/16 ip4:198.51.0.0/16 -all\"", ["wide-sum"]),
        ("@ TXT \"v=spf1 ip4:198.51.0.0/17 ip4:198.51.128.0/17 ip4:198.51.4.0/24 -all\"", []),
        ("@ TXT \"v=spf1 ip6:2001:d00::/32 ip6:2001:d01::/32 -all\"", ["wide-sum"]),
        ("@ TXT \"v=spf1 a:h.d.example/15 -all\"\nh A 192.0.2.1", ["wide-network"]),
        ("@ TXT \"v=spf1 a:h.d.example//31 -all\"\nh AAAA 2001:db8::1", ["wide-network"]),
        ("@ TXT \"v=spf1 a:h.d.example/0 -all\"\nh A 192.0.2.1", ["pass-all"]),
        ("@ TXT \"v=spf1 a:h.d.example/24//64 -all\"\nh A 192.0.2.1", []),
        ("@ TXT \"v=spf1 ip4:0.0.0.0/0 -all\"", ["pass-all"]),
        ("@ TXT \"v=spf1 ip4:192.168.7.0/24 ip6:fd00:1::/48 ip4:192.0.2.1 -all\"", ["private-network", "private-network"]),
        ("@ TXT \"v=spf1 ~ip4:192.168.7.0/24 ip4:192.0.2.1 -all\"", []),
        ("@ TXT \"v=spf1 exists:h.d.example -all\"\nh A 192.0.2.1", ["pass-all"]),
        ("@ TXT \"v=spf1 ?exists:h.d.example -all\"\nh A 192.0.2.1", []),
        ("@ TXT \"v=spf1 exists:h.d.example -all\"", ["finds-nothing"]),
        ("@ TXT \"v=spf1 exists:%{i}.d.example -all\"", []),
        ("@ TXT \"v=spf1 ip4:192.0.2.1 ip4:192.0.2.1 -all\"", ["repeated-term"]),
        ("@ TXT \"v=spf1 include:o.d.example include:o.d.example -all\"\no TXT \"v=spf1 ip4:192.0.2.1 -all\"", ["repeated-term"]),
        (
            "@ TXT \"v=spf1 include:o.d.example include:p.d.example -all\"\no TXT \"v=spf1 include:p.d.example -all\"\n"
                + "p TXT \"v=spf1 ip4:192.0.2.1 -all\"", ["twice"]
        ),
        ("@ TXT \"v=spf1 include:o.d.exampleinclude:p.d.example -all\"\no TXT \"v=spf1 -all\"\np TXT \"v=spf1 -all\"", ["joined-terms"]),
        ("@ TXT \"v=spf1 ip4:192.0.2.1include:o.d.example -all\"\no TXT \"v=spf1 -all\"", ["syntax.bad-address"]),
        ("@ TXT v=spf1 ip4:192.0.2.1 -all", ["not-a-record", "syntax.bad-address"]),
        ("@ TXT \"v=spf1 -all exp=e.d.example\"", ["no-explanation"]),
        ("@ TXT \"v=spf1 -all exp=e.d.example\"\ne TXT \"No mail comes from %{i}.\"", []),
        ("@ TXT \"v=spf1 -all exp=e.example\"", []),
        ("@ TXT \"v=spf1 mx -all\"\n@ MX 0 .", ["null-exchange"]),
        ("@ SPF \"v=spf1 -all\"\n@ TXT \"v=spf1 -all\"", ["old-type"]),
        ("@ SPF \"v=spf1 ip4:192.0.2.1 -all\"", ["old-type-alone"]),
        ("@ SPF \"v=spf1 ip4:192.0.2.1 +all\"", ["pass-all", "old-type-alone"]),
        ("@ TXT \"v=spf1 -all\"\n@ TXT \"\(String(repeating: "x", count: 1_200))\"", ["long-answer"]),
        ("@ TXT \"v=spf1 -all\"\n@ TXT \"\(String(repeating: "x", count: 600))\"", []),
        ("@ TXT \"v=spf1 ip4:192.0.2.1 \((2...40).map { "ip4:192.0.2.\($0) " }.joined())-all\"", ["long"]),
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
        ("@ TXT \"v=spf1 a:no.example mx:no.example include:no.example -all\"", ["not-answered", "not-answered", "count-known"]),
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
        // Nobody is silenced who could send before: those who take the domain's mail stay.
        ("@ TXT \"v=spf1 +all\"\n@ MX 10 m\nm A 192.0.2.1", "v=spf1 mx ~all"),
        ("@ TXT \"v=spf1 ptr:d.example -all\"\n@ MX 10 m\nm A 192.0.2.1", "v=spf1 mx ~all"),
        ("@ TXT \"v=spf1 +all\"", "v=spf1 -all"),
        ("@ TXT \"v=spf1 -all ip4:192.0.2.1 ~all\"", "v=spf1 ip4:192.0.2.1 -all"),
        ("@ TXT \"v=spf1 ip4: 192.0.2.1 ipv6:2001:db8::1 192.0.2.2 -all.\"", "v=spf1 ip4:192.0.2.1 ip6:2001:db8::1 ip4:192.0.2.2 -all"),
        ("@ TXT \"v=spf1 ip4:192.0.2.300 ip4:2001:db8::1 \\226\\128\\147all\"", "v=spf1 ip6:2001:db8::1 -all"),
        ("@ TXT v=spf1 mx ip4:192.0.2.1 -all\n@ MX 10 m\nm A 192.0.2.1", "v=spf1 mx ip4:192.0.2.1 -all"),
        ("@ TXT \"v=spf1 ip4:192.0.2.1\" \"ip4:192.0.2.2 \" \"a:@ \" \"~all\"\n@ A 192.0.2.1", "v=spf1 ip4:192.0.2.1 ip4:192.0.2.2 a ~all"),
        (
            "@ TXT \"v=spf1 include:o.d.example+include:p.d.exampleip6:2001:db8::1-all\"\no TXT \"v=spf1 -all\"\np TXT \"v=spf1 -all\"",
            "v=spf1 include:o.d.example +include:p.d.example ip6:2001:db8::1 -all"
        ),
        ("@ TXT \"V=SPF1 ip4=192.0.2.1 typo=192.0.2.1 ?all\"", "v=spf1 ip4:192.0.2.1 ~all"),
        ("@ TXT \"\\\"v=spf1 ip4:192.0.2.1 -all\\\"\"", "v=spf1 ip4:192.0.2.1 -all"),
    ])
    func linesRepairTheRecord(zone: String, wanted: String) async throws {
        let lines = Set(try await findings(zone).map(\.lines))
        #expect(lines == [["d.example. TXT \"\(wanted)\""]])
    }

    @Test func whatAskAreCountedAcrossIncludes() async throws {
        let zone = (0..<6).map { "i\($0) TXT \"v=spf1 exists:%{i}.\($0).d.example exists:%{h}.\($0).d.example -all\"\n" }.joined()
        let record = "@ TXT \"v=spf1 " + (0..<6).map { "include:i\($0).d.example" }.joined(separator: " ") + " -all\"\n"
        let found = try await findings(record + zone)
        #expect(found.map(\.id) == ["lint.spf.many-terms"])
        let named = (0..<6).map { "include:i\($0).d.example (3)" }.joined(separator: ", ")
        #expect(found.first?.details == ["18", named])
        // What macros stand for is not known, so there is nothing to write instead.
        #expect(found.first?.lines == [])
    }

    /// Records that refer to each other cost what their readers pay: each time again.
    @Test func recordsReadTwiceAreCountedTwice() async throws {
        let zone = """
            @ TXT "v=spf1 include:a.d.example include:b.d.example -all"
            a TXT "v=spf1 include:c.d.example -all"
            b TXT "v=spf1 include:c.d.example -all"
            c TXT "v=spf1 exists:%{i}.1.d.example exists:%{i}.2.d.example exists:%{i}.3.d.example exists:%{i}.4.d.example -all"
            """
        let found = try await findings(zone)
        #expect(found.first { $0.id == "lint.spf.many-terms" }?.details.first == "12")
        #expect(found.first { $0.id == "lint.spf.twice" }?.details == ["include:c.d.example", "c.d.example", "5"])
    }

    @Test(arguments: [
        // Own records are written out before hosts are, and no more than is needed.
        (
            "include:o.d.example a:h1.d.example a:h2.d.example a:h3.d.example a:h4.d.example a:h5.d.example a:h6.d.example a:h7.d.example a:h9.d.example",
            "o TXT \"v=spf1 a:h8.d.example a ip4:198.51.100.7 -all\"\no A 192.0.2.77",
            "a:h8.d.example a:o.d.example ip4:198.51.100.7 a:h1.d.example a:h2.d.example a:h3.d.example a:h4.d.example a:h5.d.example "
                + "a:h6.d.example a:h7.d.example a:h9.d.example"
        ),
        // Hosts are named by addresses, with the length of the network and the qualifier that stood there.
        (
            (1...8).map { "a:h\($0).d.example" }.joined(separator: " ") + " ~mx/24 a:h9.d.example a:h10.d.example",
            "@ MX 10 h1",
            "ip4:192.0.2.1 " + (2...8).map { "a:h\($0).d.example" }.joined(separator: " ") + " ~mx/24 a:h9.d.example a:h10.d.example"
        ),
    ])
    func tooManyTermsAreSaidWithFewer(terms: String, more: String, wanted: String) async throws {
        let hosts = (1...12).map { "h\($0) A 192.0.2.\($0)\n" }.joined()
        var workbench = try LintWorkbench("@ TXT \"v=spf1 \(terms) -all\"\n\(hosts)\(more)\n")
        let found = try #require(try await workbench.findings().first { $0.id == "lint.spf.many-terms" })
        #expect(found.lines == ["d.example. TXT \"v=spf1 \(wanted) -all\""])
        #expect(found.details.last == "10")
        #expect(try await workbench.repair() == [])
    }

    /// What others publish changes, and nobody would tell: it is never written out.
    @Test func recordsOfOthersStay() async throws {
        let others = (1...11).map { "include:p\($0).example" }.joined(separator: " ")
        let found = try await findings("@ TXT \"v=spf1 \(others) -all\"\n@ A 192.0.2.1").filter { $0.id == "lint.spf.many-terms" }
        #expect(found.map(\.lines) == [[]])
        #expect(found.first?.details.first == "11")
    }

    /// What is wide in a record of somebody else is no fault of the domain.
    @Test func whatIsOthersIsNotTheDomains() async throws {
        let zone = """
            @ SOA ns h 1 2 3 4 5
            @ TXT "v=spf1 include:p.example include:q.example -all"
            p.example. SOA ns h 1 2 3 4 5
            p.example. TXT "v=spf1 ip4:198.0.0.0/8 -all"
            q.example. SOA ns h 1 2 3 4 5
            q.example. TXT "v=spf1 ipv4:192.0.2.1 -all"
            """
        let found = try await findings(zone)
        let wide = try #require(found.first { $0.id == "lint.spf.wide-network-of-others" })
        #expect(wide.severity == .note && wide.details == ["198.0.0.0/8", "p.example"])
        #expect(!found.contains { $0.id == "lint.spf.wide-network" })
        let unreadable = try #require(found.first { $0.id == "lint.spf.syntax.unknown-mechanism" })
        #expect(unreadable.statement.key == "lint.spf.syntax-of-others" && unreadable.lines == [])
    }

    /// A mistake has one wording, wherever it is named.
    @Test func aMistakeIsSaidInTheWordsOfTheCheck() async throws {
        let found = try #require(try await findings("@ TXT \"v=spf1 ip4:1 -all\"").first)
        let catalogue = Catalogue(DomainLint.sentences)
        for language in Language.allCases {
            let mistake = catalogue.text("auth.spf.mistake.badAddress", in: language)
            #expect(catalogue.text(found.statement, in: language, isolation: .never).contains(mistake))
        }
        #expect(found.details == ["auth.spf.mistake.badAddress", "11", "v=spf1 ip4:1 -all"])
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
