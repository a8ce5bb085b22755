import AbuseReports
import Messages
import TestSupport
import Testing

/// Reading, writing and adding up aggregate reports.
struct AggregateReportTests {
    private func sample(_ form: AggregateReport.Form) -> AggregateReport {
        var report = AggregateReport(form)
        report.metadata.organization = "Receiver <& Sons>"
        report.metadata.email = "dmarc@receiver.example"
        report.metadata.contact = "https://receiver.example/?a=1&b=2"
        report.metadata.identifier = "2026-11-21.1@receiver.example"
        report.metadata.begin = Timestamp(seconds: 1_795_000_000)
        report.metadata.end = Timestamp(seconds: 1_795_086_399)
        report.metadata.errors = ["two records"]
        report.policy.domain = "example.org"
        report.policy.own = .reject
        report.policy.subdomains = .quarantine
        report.policy.dkimAlignment = .relaxed
        report.policy.spfAlignment = .strict
        report.policy.failureOptions = "1:d"
        var first = AggregateReport.Record()
        first.source = "192.0.2.1"
        first.count = 12
        first.disposition = AggregateReport.Disposition.none
        first.dkimPasses = true
        first.spfPasses = false
        first.author = "example.org"
        first.sender = ""
        first.signatures = [.init(domain: "example.org", selector: "s1", result: "pass", explanation: "good \u{1F426} ]]>")]
        first.senderResults = [.init(domain: "example.org", scope: "mfrom", result: "softfail")]
        var second = first
        second.source = "2001:db8::1"
        second.count = 3
        second.disposition = .reject
        second.dkimPasses = false
        second.sender = "bounce.example.net"
        second.recipient = "receiver.example"
        second.reasons = [.init(.mailingList, comment: "seen before"), .init(.other)]
        second.signatures = []
        report.records = [first, second]
        if form == .rfc9990 {
            report.metadata.generator = "Chaffinch"
            report.policy.nonexistent = .reject
            report.policy.isTesting = false
            report.policy.discovery = .treeWalk
            report.records[0].disposition = .pass
        } else {
            report.policy.percentage = 50
        }
        return report
    }

    private func read(_ document: [UInt8]) -> AggregateReport { AggregateReport(xml: document.span) }

    @Test(arguments: [AggregateReport.Form.rfc7489, .rfc9990])
    func writtenComesBack(_ form: AggregateReport.Form) {
        let report = sample(form)
        let document = AggregateReportWriter.xml(report)
        let found = read(document)
        #expect(found.problems.isEmpty)
        #expect(found == report)
    }

    @Test func writesInTheOrderOfTheSchemas() {
        func names(_ form: AggregateReport.Form, in section: String) -> [String] {
            let text = String(decoding: AggregateReportWriter.xml(sample(form)), as: UTF8.self)
            let inside = text.split(separator: "<\(section)>").dropFirst().first?.split(separator: "</\(section)>").first ?? ""
            return inside.split(separator: "<").filter { !$0.hasPrefix("/") && $0.contains(">") }.map { String($0.prefix { $0 != ">" }) }
        }
        #expect(names(.rfc7489, in: "policy_published") == ["domain", "adkim", "aspf", "p", "sp", "pct", "fo"])
        #expect(
            names(.rfc9990, in: "policy_published") == [
                "domain", "discovery_method", "p", "sp", "np", "fo", "adkim", "aspf", "testing",
            ])
        #expect(names(.rfc7489, in: "identifiers") == ["envelope_from", "header_from"])
        #expect(names(.rfc9990, in: "identifiers") == ["header_from", "envelope_from"])
        #expect(
            names(.rfc9990, in: "report_metadata") == [
                "org_name", "email", "extra_contact_info", "report_id", "date_range", "begin", "end", "error", "generator",
            ])
        #expect(names(.rfc9990, in: "policy_evaluated") == ["disposition", "dkim", "spf"])
        #expect(
            names(.rfc9990, in: "auth_results") == [
                "dkim", "domain", "selector", "result", "human_result", "spf", "domain", "scope", "result",
            ])
        #expect(
            String(decoding: AggregateReportWriter.xml(sample(.rfc9990)), as: UTF8.self).contains(
                "<feedback xmlns=\"urn:ietf:params:xml:ns:dmarc-2.0\">"))
    }

    @Test func saysWhatAFormCannotSay() {
        var report = sample(.rfc9990)
        report.form = .rfc7489
        report.records[0].reasons = [.init(.testMode)]
        let old = read(AggregateReportWriter.xml(report))
        #expect(old.records.first?.disposition == AggregateReport.Disposition.none)
        #expect(old.records.first?.reasons.map(\.kind) == [.other])
        report = sample(.rfc7489)
        report.form = .rfc9990
        report.records[0].reasons = [.init(.sampledOut, comment: "c"), .init(.forwarded)]
        report.records[0].senderResults.insert(.init(domain: "helo.example", scope: "helo", result: "pass"), at: 0)
        let new = read(AggregateReportWriter.xml(report))
        #expect(new.records.first?.reasons.map(\.kind) == [.other, .other])
        #expect(new.records.first?.senderResults.map(\.domain) == ["example.org"])
        #expect(new.policy.percentage == nil)
    }

    @Test func namesFilesAndSubjects() {
        var report = sample(.rfc9990)
        #expect(
            AggregateReportWriter.fileName(of: report, receiver: "mx.receiver.example", isCompressed: true)
                == "mx.receiver.example!example.org!1795000000!1795086399.xml.gz")
        #expect(
            AggregateReportWriter.subject(of: report, receiver: "mx.receiver.example")
                == "Report Domain: example.org Submitter: mx.receiver.example Report-ID: <2026-11-21.1@receiver.example>")
        report.policy.domain = "../../etc!x/\u{0}"
        let odd = AggregateReportWriter.fileName(of: report, receiver: "r", isCompressed: false)
        #expect(odd.hasPrefix("r!....etcx-") && odd.hasSuffix("!1795000000!1795086399.xml") && !odd.contains("/"))
        // Names of 253 bytes fit into a file's name, and are told apart though they begin alike.
        let label = String(repeating: "a", count: 62) + "."
        let names = ["b", "c"].map { last in
            report.policy.domain = String(repeating: label, count: 4) + last
            return AggregateReportWriter.fileName(of: report, receiver: report.policy.domain, isCompressed: true)
        }
        #expect(names[0] != names[1] && names.allSatisfy { $0.utf8.count < 240 })
    }

    @Test func readsOtherSpellings() {
        let text = """
            <?xml version='1.0' encoding='ISO-8859-1'?>
            <!-- a comment -- with <tags> -->
            <d:Feedback xmlns:d="http://dmarc.org/dmarc-xml/0.1" lang='a>b'>
              <d:Report_Metadata><d:org_name>B\u{FC}cher</d:org_name><d:report_id><![CDATA[a<b>&amp;]]></d:report_id>
                <d:date_range><d:end>20</d:end><d:begin> 10 </d:begin></d:date_range></d:Report_Metadata>
              <d:policy_published><d:domain>example.org</d:domain><d:p>REJECT</d:p><d:sp/></d:policy_published>
              <d:record><d:row><d:source_ip>192.0.2.1</d:source_ip><d:count>2</d:count><d:policy_evaluated><d:disposition>Reject</d:disposition>
                <d:dkim>FAIL</d:dkim><d:spf>fail</d:spf></d:policy_evaluated></d:row>
                <d:identifiers><d:header_from>example&#46;org&#x26;</d:header_from></d:identifiers>
                <d:auth_results><d:spf><d:domain>x</d:domain><d:result>error</d:result></d:spf></d:auth_results>
                <ext><domain>not this</domain><count>9</count></ext></d:record>
            </d:Feedback>
            """
        let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        let found = read(bytes)
        #expect(found.problems.isEmpty)
        #expect(found.form == .rfc7489)
        #expect(found.metadata.organization == "Bücher")
        #expect(found.metadata.identifier == "a<b>&amp;")
        #expect(found.metadata.begin?.seconds == 10)
        #expect(found.policy.own == .reject)
        #expect(found.policy.subdomains == nil)
        #expect(found.records.count == 1)
        #expect(found.records.first?.count == 2)
        #expect(found.records.first?.author == "example.org&")
        #expect(found.records.first?.dkimPasses == false)
        #expect(found.records.first?.senderResults.first?.result == "permerror")
        // The same in UTF-16, with its mark.
        let plain = AggregateReportWriter.xml(sample(.rfc9990))
        let wide: [UInt8] = [0xFF, 0xFE] + String(decoding: plain, as: UTF8.self).utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        #expect(read(wide) == sample(.rfc9990))
        let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + plain
        #expect(read(marked) == sample(.rfc9990))
    }

    @Test func addsUp() {
        var summary = AggregateSummary()
        summary.add(sample(.rfc7489))
        summary.add(sample(.rfc9990))
        #expect(summary.reports == 2)
        #expect(summary.reporters == ["Receiver <& Sons>"])
        #expect(summary.counts.messages == 30)
        #expect(summary.counts.passed == 24)
        #expect(summary.counts.failed == 6)
        #expect(summary.counts.rejected == 6)
        #expect(summary.counts.excused == 6)
        #expect(summary.sources.map(\.address) == ["192.0.2.1", "2001:db8::1"])
        #expect(summary.sources.first?.counts.dkim == 24)
        #expect(summary.sources.first?.signers == ["example.org"])
        #expect(summary.signatureResults == ["pass": 24])
        #expect(summary.senderResults == ["softfail": 30])
        #expect(summary.begin?.seconds == 1_795_000_000)
        var huge = sample(.rfc7489)
        huge.records[0].count = .max
        summary.add(huge)
        #expect(summary.counts.messages == .max)
        #expect(huge.messageCount == .max)
    }

    @Test func gathersRows() {
        var tally = AggregateTally(limit: 2)
        let records = sample(.rfc9990).records
        var third = records[0]
        third.source = "192.0.2.99"
        for record in [records[1], records[0], records[1], records[0], third] { tally.add(record) }
        #expect(tally.records.map(\.count) == [24, 6])
        #expect(tally.dropped == 12)
    }
}
