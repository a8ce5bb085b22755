import Authentication
import Resolving
import Testing

/// What is found in records of DMARC, and what is told to publish.
struct DMARCLintTests {
    private static let route = "@ TXT \"v=spf1 mx -all\"\n@ MX 10 mx\nmx A 192.0.2.1\n"
    private static let silent = "@ TXT \"v=spf1 -all\"\n@ MX 0 .\n"

    private func record(_ text: String) -> String { Self.route + "_dmarc TXT \"\(text)\"\n" }

    private func findings(_ zone: String, of domain: String = "d.example") async throws -> [LintFinding] {
        try await LintWorkbench(zone).findings(of: domain).filter { $0.mechanism == .dmarc && $0.severity != .fine }
    }

    @Test(arguments: [
        ("v=DMARC1; p=reject; rua=mailto:r@d.example", [String]()),
        ("v=DMARC1; p=none; rua=mailto:r@d.example", ["none"]),
        ("v=DMARC1; p=none", ["no-effect"]),
        ("v=DMARC1; p=reject", ["no-reports"]),
        ("v=DMARC1; p=reject; t=y; rua=mailto:r@d.example", ["testing"]),
        ("v=DMARC1; p=reject; sp=none; rua=mailto:r@d.example", ["weak-sp"]),
        ("v=DMARC1; p=reject; np=quarantine; rua=mailto:r@d.example", ["weak-np"]),
        ("v=DMARC1; p=none; sp=reject; np=none; rua=mailto:r@d.example", ["weak-np", "none"]),
        ("v=DMARC1; p=reject; pct=20; rf=afrf; ri=3600; rua=mailto:r@d.example", ["obsolete-tag", "obsolete-tag", "obsolete-tag"]),
        ("v=DMARC1; p=reject; rua=mailto:r@d.example!10m", ["obsolete-size"]),
        ("v=DMARC1; p=reject; fo=1; rua=mailto:r@d.example", ["options-without-address"]),
        ("v=DMARC1; rua=mailto:r@d.example; p=reject", ["policy-not-second"]),
        ("v=DMARC1; p=reject; rua=mailto:r@d.example; p=none", ["repeated-tag"]),
        ("v=DMARC1; p=deny; rua=mailto:r@d.example", ["bad-value"]),
        ("v=DMARC1; rua=mailto:r@d.example", ["missing-policy"]),
        ("v=DMARC1; p=reject; rua=r@d.example", ["bad-address"]),
        ("v=DMARC1; p=reject; rua=https://d.example/r, mailto:r@d.example", ["unusable-address"]),
        ("v=DMARC1; p=reject; adkim=x; colour=red; rua=mailto:r@d.example", ["bad-value", "unknown-tag"]),
        ("v=DMARC1; p=reject; what; rua=mailto:r@d.example", ["not-a-tag"]),
        ("v=DMARC1; p=reject; n=\\195\\169; rua=mailto:r@d.example", ["not-printable", "unknown-tag"]),
        ("v=DMARC1; p=reject; psd=y; rua=mailto:r@d.example", ["public-suffix"]),
        ("v=DMARC1 p=reject rua=mailto:r@d.example", ["not-a-record"]),
        ("DMARC1; p=reject; rua=mailto:r@d.example", ["not-a-record"]),
        ("\\\"v=DMARC1; p=reject; rua=mailto:r@d.example\\\"", ["not-a-record"]),
    ])
    func whatIsFound(text: String, expected: [String]) async throws {
        #expect(try await findings(record(text)).map { String($0.id.dropFirst("lint.dmarc.".count)) } == expected)
        var workbench = try LintWorkbench(record(text))
        #expect(try await workbench.repair() == [])
    }

    @Test func aMissingRecordIsProposed() async throws {
        #expect(try await findings(Self.route).map(\.id) == ["lint.dmarc.missing"])
        let lines = try await findings(Self.route).map(\.lines)
        #expect(lines == [["_dmarc.d.example. TXT \"v=DMARC1; p=none; rua=mailto:dmarc-reports@d.example\""]])
        #expect(try await findings(Self.silent).map(\.lines) == [["_dmarc.d.example. TXT \"v=DMARC1; p=reject\""]])
        #expect(try await findings(Self.silent + "_dmarc TXT \"v=DMARC1; p=none\"").map(\.id) == ["lint.dmarc.none-silent"])
        let unread = try await findings(Self.silent + "_dmarc TXT \"v=DMARC1; p=reject; rua=mailto:r@d.example\"")
        #expect(unread.map(\.id) == ["lint.dmarc.unread-reports"] && unread.first?.lines.first?.hasSuffix("\"v=DMARC1; p=reject\"") == true)
    }

    @Test func severalRecordsBecomeTheStrictest() async throws {
        let zone = record("v=DMARC1; p=none; rua=mailto:a@d.example") + "_dmarc TXT \"v=DMARC1; p=quarantine; rua=mailto:b@d.example\"\n"
        let found = try await findings(zone)
        #expect(found.map(\.id) == ["lint.dmarc.several-records"])
        #expect(found.first?.lines.first?.contains("p=quarantine; rua=mailto:a@d.example,mailto:b@d.example") == true)
    }

    @Test func recordsAreMovedToWhereTheyAreLookedFor() async throws {
        for place in ["@", "_dmarc.d.example"] {
            let found = try await findings(Self.route + "\(place) TXT \"v=DMARC1; p=reject; rua=mailto:r@d.example\"\n")
            #expect(found.map(\.id) == ["lint.dmarc.misplaced"])
            #expect(found.first?.lines == ["_dmarc.d.example. TXT \"v=DMARC1; p=reject; rua=mailto:r@d.example\""])
            #expect(found.first?.records.count == 1)
        }
    }

    /// A name below an organisation's domain goes by its record, and has none of its own for names below.
    @Test func namesBelowAnOrganisationInherit() async throws {
        let above = record("v=DMARC1; p=reject; sp=quarantine; rua=mailto:r@d.example")
        #expect(try await findings(above, of: "sub.d.example").map(\.id) == [])
        let inherited = try await LintWorkbench(above + "sub A 192.0.2.1\n").findings(of: "sub.d.example").first {
            $0.id == "lint.dmarc.inherited"
        }
        #expect(inherited?.details == ["d.example", "quarantine"])
        let own = above + "sub MX 10 mx\n_dmarc.sub TXT \"v=DMARC1; p=reject; sp=none; rua=mailto:r@d.example\"\n"
        #expect(try await findings(own, of: "sub.d.example").map(\.id) == ["lint.dmarc.unread-policy", "lint.dmarc.below"])
    }

    @Test func strangersMustWantReports() async throws {
        let zone = record("v=DMARC1; p=reject; rua=mailto:r@o.example") + "o.example. MX 10 mx\n"
        var workbench = try LintWorkbench(zone)
        let found = try await workbench.findings().first { $0.mechanism == .dmarc }
        #expect(found?.id == "lint.dmarc.reports-not-allowed")
        #expect(found?.lines == ["d.example._report._dmarc.o.example. TXT \"v=DMARC1\""])
        #expect(try await workbench.repair() == [])
        // Of a stranger who is not in the file nothing is known.
        #expect(try await findings(record("v=DMARC1; p=reject; rua=mailto:r@p.example")).map(\.id) == ["lint.dmarc.reports-not-answered"])
    }

    @Test func silenceIsNotAbsence() async throws {
        #expect(try await findings(Self.route + "_dmarc TXT !timeout\n").map(\.id) == ["lint.dmarc.not-answered"])
        #expect(try await findings(Self.route + "_dmarc CNAME d.provider.example.\n").map(\.id) == ["lint.dmarc.not-answered"])
    }
}
