import AbuseReports
import MIME
import Messages
import PSLDomains
import Resolving
import Telemetry
import Testing
import ZoneFiles

@testable import Authentication

/// What a message becomes in an aggregate report (RFC 9990 section 3.1.1).
struct AggregateRecordTests {
    private func outcome(_ records: String, from address: String, returnPath: String) async throws -> AuthenticationOutcome {
        let message = MailParser().parse(Array(DKIMWorkbench.mail.utf8))
        var client = SendingClient()
        client.address = IPAddress(address)
        client.helo = "mail.example.org"
        client.returnPath = returnPath
        client.recipients = ["bob@Example.NET"]
        let setup = AuthenticationSetup(names: try ICUNames(), suffixes: try LibPSLSuffixes())
        let lookups = Lookups(try ZoneFile(Array(records.utf8)).zone, within: .seconds(1), by: ManualTime())
        return await AuthenticationCheck(setup, asking: lookups, at: DKIMWorkbench.moment).outcome(of: message, from: client)
    }

    private static let records = """
        example.org. TXT "v=spf1 ip4:192.0.2.40 -all"
        _dmarc.example.org. TXT "v=DMARC1; p=reject; t=y; fo=1:d; ruf=mailto:r@example.org"
        bulk.example. TXT "v=spf1 +all"
        """

    @Test func aPassIsWrittenAsOne() async throws {
        let outcome = try await outcome(Self.records, from: "192.0.2.40", returnPath: "ann@example.org")
        let record = try #require(AggregateReport.Record(outcome))
        #expect(record.source == "192.0.2.40" && record.count == 1 && record.disposition == .pass)
        #expect(record.spfPasses == true && record.dkimPasses == false && record.reasons.isEmpty)
        #expect(record.author == "example.org" && record.sender == "example.org" && record.recipient == "example.net")
        #expect(record.senderResults == [.init(domain: "example.org", scope: "mfrom", result: "pass")])
        let dmarc = try #require(outcome.dmarc)
        let policy = try #require(AggregateReport.Policy(dmarc, discovery: .treeWalk))
        #expect(policy.domain == "example.org" && policy.own == .reject && policy.isTesting == true)
        #expect(policy.failureOptions == "1:d" && policy.discovery == .treeWalk)
    }

    @Test func aFailureSaysWhatWasDoneAndWhyLess() async throws {
        let outcome = try await outcome(Self.records, from: "203.0.113.9", returnPath: "a@bulk.example")
        let record = try #require(AggregateReport.Record(outcome))
        #expect(record.disposition == .quarantine && record.reasons.map(\.kind) == [.testMode])
        #expect(record.sender == "bulk.example" && !record.passes)
        let own = try #require(AggregateReport.Record(outcome, disposition: AggregateReport.Disposition.none))
        #expect(own.disposition == AggregateReport.Disposition.none && own.reasons.map(\.kind) == [.testMode, .localPolicy])
    }

    @Test func aBounceHasAnEmptySender() async throws {
        let outcome = try await outcome(Self.records, from: "192.0.2.40", returnPath: "")
        let record = try #require(AggregateReport.Record(outcome))
        #expect(record.sender == "" && record.senderResults.map(\.scope) == ["helo"])
    }

    @Test func whatHasNoRecordBelongsIntoNoReport() async throws {
        let outcome = try await outcome("bulk.example. TXT \"v=spf1 +all\"", from: "192.0.2.40", returnPath: "ann@example.org")
        #expect(AggregateReport.Record(outcome) == nil)
        #expect(AggregateReport.Policy(try #require(outcome.dmarc), discovery: .treeWalk) == nil)
    }
}
