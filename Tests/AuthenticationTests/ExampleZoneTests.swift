import Authentication
import Localization
import Resolving
import TestSupport
import Testing
import ZoneFiles

/// The zones of `examples/dns`: one that is to be repaired from what is printed, and one that is as it should be.
struct ExampleZoneTests {
    private func zone(_ name: String) throws -> LintWorkbench {
        try LintWorkbench(String(decoding: try SharedData.bytes(at: Examples.folder + "/dns/" + name), as: UTF8.self))
    }

    @Test func theSoundZoneIsSound() async throws {
        for domain in ["goldfinch.example", "parked.example"] {
            let findings = try await zone("sound.zone").findings(of: domain)
            #expect(findings.filter { $0.severity != .fine } == [])
            #expect(findings.count >= 4)
        }
    }

    /// Names below a domain have records of their own to forge; pieces of a record do not.
    @Test func whatIsLookedAt() throws {
        let names = """
            @ TXT "v=spf1 include:_spf.d.example -all"
            _spf TXT "v=spf1 ip4:192.0.2.1 -all"
            shop MX 10 m
            _dmarc.news TXT "v=DMARC1; p=none"
            www A 192.0.2.1

            """
        func domains(_ text: String) throws -> [String] {
            LintZone(try ZoneFile(Array(("$ORIGIN d.example.\n" + text).utf8)).zone).domains.map(\.description)
        }
        #expect(try domains("@ SOA ns h 1 2 3 4 5\n" + names) == ["d.example", "news.d.example", "shop.d.example"])
        #expect(try domains(names) == ["_spf.d.example", "d.example", "news.d.example", "shop.d.example"])
    }

    @Test func theBrokenZoneIsRepairedByWhatIsPrinted() async throws {
        var workbench = try zone("broken.zone")
        let domains = ["linnet.example", "siskin.example"]
        var findings: [LintFinding] = []
        for domain in domains { findings += try await workbench.findings(of: domain) }
        #expect(findings.count { $0.severity.isSerious } >= 24)
        // Whatever is serious has a line, or a record to take out.
        for finding in findings where finding.severity.isSerious {
            #expect(!finding.lines.isEmpty || !finding.records.isEmpty, "\(finding.id)")
        }
        try workbench.apply(findings)
        var left: [LintFinding] = []
        for domain in domains { left += try await workbench.findings(of: domain) }
        #expect(left.filter { $0.severity.isSerious || !$0.lines.isEmpty || !$0.records.isEmpty } == [])
        // A short key stays until another is made, and keys that were taken back stay so.
        #expect(left.filter { $0.severity == .advice }.map(\.id) == ["lint.dkim.weak"])
    }
}
