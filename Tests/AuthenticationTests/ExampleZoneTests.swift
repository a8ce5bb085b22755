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
