import AbuseReports
import Archives
import LibarchiveArchives
import Messages
import TestSupport
import Testing

/// Documents and archives that mean harm.
struct HostileReportTests {
    private func read(_ text: String, _ limits: ReportLimits = ReportLimits()) -> AggregateReport {
        AggregateReport(xml: Array(text.utf8).span, limits: limits)
    }

    private func kinds(_ text: String, _ limits: ReportLimits = ReportLimits()) -> [ReportProblem.Kind] {
        read(text, limits).problems.map(\.kind)
    }

    private func unpack(_ bytes: [UInt8], _ limits: UnpackLimits = UnpackLimits()) -> Unpacking {
        LibarchiveUnpacker().unpack(bytes.span, limits: limits)
    }

    @Test func expandsNothing() {
        let laughs = """
            <?xml version="1.0"?>
            <!DOCTYPE feedback [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
            <feedback><report_metadata><org_name>&c;</org_name></report_metadata></feedback>
            """
        let found = read(laughs)
        #expect(found.problems.first?.kind == .documentType)
        #expect(found.problems.first?.offset == 22)
        #expect(found.metadata.organization.isEmpty)
        #expect(kinds("<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><feedback/>").first == .documentType)
        let unknown = read(
            "<feedback><report_metadata><org_name>a&c;b&#0;&#xD800;&#x110000;&#-1;&amp</org_name></report_metadata></feedback>")
        #expect(unknown.problems.first?.kind == .unknownEntity)
        #expect(unknown.metadata.organization == "a&c;b&#xD800;&#x110000;&#-1;&amp")
    }

    @Test func staysWithinLimits() {
        let attribute = "<feedback a=\"" + String(repeating: "x", count: 10 << 20) + "\"><record/></feedback>"
        #expect(read(attribute).records.count == 1)
        let deep = String(repeating: "<a>", count: 1_000_000)
        #expect(kinds(deep).contains(.tooMuchStructure))
        let text =
            "<feedback><report_metadata><org_name>" + String(repeating: "x", count: 10 << 20) + "</org_name></report_metadata></feedback>"
        #expect(read(text).metadata.organization.utf8.count == ReportLimits().textBytes)
        #expect(kinds(text).first == .textTooLong("org_name"))
        var limits = ReportLimits()
        limits.rows = 10
        let rows = "<feedback>" + String(repeating: "<record></record>", count: 100) + "</feedback>"
        #expect(read(rows, limits).records.count == 10)
        #expect(kinds(rows, limits).first == .tooMany("record"))
        limits.elements = 5
        #expect(kinds(rows, limits).contains(.tooMuchStructure))
        limits = ReportLimits()
        limits.documentBytes = 100
        #expect(kinds(rows, limits).last == .tooLong)
        let signatures =
            "<feedback><record><auth_results>" + String(repeating: "<dkim><domain>a</domain></dkim>", count: 1000)
            + "</auth_results></record></feedback>"
        #expect(read(signatures).records.first?.signatures.count == ReportLimits().signatures)
        let errors = "<feedback><report_metadata>" + String(repeating: "<error>x</error>", count: 1000) + "</report_metadata></feedback>"
        #expect(read(errors).metadata.errors.count == ReportLimits().repeats)
        #expect(read(errors).problems.count <= ReportLimits().problems)
    }

    /// A row of results that say nothing unpacks from next to nothing, and each would take a hundred bytes.
    @Test func resultsAreBoundedInAll() {
        let empty = read(
            "<feedback><record><auth_results>" + String(repeating: "<dkim/><spf/>", count: 50) + "</auth_results></record></feedback>")
        #expect(empty.records.first?.signatures.isEmpty == true && empty.records.first?.senderResults.isEmpty == true)
        #expect(empty.problems.map(\.kind).starts(with: [.missing("dkim/domain"), .missing("spf/domain")]))
        var limits = ReportLimits()
        limits.results = 25
        let row =
            "<record><row><policy_evaluated><reason/></policy_evaluated></row><auth_results>"
            + String(repeating: "<dkim><domain>a</domain></dkim><spf><domain>a</domain></spf>", count: 5) + "</auth_results></record>"
        let found = read("<feedback>" + String(repeating: row, count: 10) + "</feedback>", limits)
        #expect(found.records.count == 10)
        #expect(found.records.reduce(0) { $0 + $1.signatures.count + $1.senderResults.count + $1.reasons.count } == 25)
        #expect(found.problems.contains { $0.kind == .tooMany("dkim") } && found.problems.contains { $0.kind == .tooMany("reason") })
        #expect(ReportLimits().results == 500_000)
    }

    @Test(arguments: [
        "", "<", "<a", "<a>", "<a></b>", "</a>", "<a/", "<a b=\"", "<a b='>", "<!--", "<!-- --", "<![CDATA[", "<![CDATA[]]", "<?", "<?x ?",
        "<!x>",
        "<a><b></a></b>", "&", "text", "<a>&", "<a b=\"<\">", "<1>", "< a>", "<a\u{0}>", "<a/><b/>", "\u{FEFF}", "<feedback",
    ])
    func takesAnything(_ text: String) {
        let found = read(text)
        #expect(!found.problems.isEmpty)
        for problem in found.problems { #expect(problem.offset <= text.utf8.count) }
    }

    @Test func refusesBadValues() {
        let found = read(
            "<feedback><policy_published><p>sometimes</p><pct>-5</pct><testing>maybe</testing></policy_published><record><row><count>99999999999999999999</count>"
                + "<policy_evaluated><disposition>eaten</disposition><dkim>perhaps</dkim></policy_evaluated></row></record></feedback>")
        let kinds = found.problems.map(\.kind)
        for name in ["p", "pct", "testing", "count", "disposition", "dkim"] { #expect(kinds.contains(.badValue(name)), "\(name)") }
        #expect(found.records.first?.count == 0)
        #expect(found.records.first?.dkimPasses == nil)
    }

    @Test func cutsReportsAnywhere() throws {
        guard let path = SharedData.vectors("reports/dmarc-aggregate/003.xml") else { return }
        let bytes = try SharedData.bytes(at: path)
        for end in 0..<bytes.count - 12 {
            let found = AggregateReport(xml: bytes.span.extracting(0..<end))
            #expect(!found.problems.isEmpty)
        }
    }

    @Test func readsTextThatIsNotUTF8() {
        let start = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?><feedback><report_metadata><org_name>caf".utf8)
        let end = Array("</org_name></report_metadata></feedback>".utf8)
        for bytes: [UInt8] in [[0xE9], [0xC3], [0xFF, 0xFE], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80]] {
            let found = AggregateReport(xml: (start + bytes + end).span)
            #expect(found.metadata.organization.hasPrefix("caf\u{FFFD}"))
        }
        let latin = Array(String(decoding: start, as: UTF8.self).replacing("utf-8", with: "iso-8859-1").utf8)
        #expect(AggregateReport(xml: (latin + [0xE9] + end).span).metadata.organization == "caf\u{E9}")
        // A document in UTF-16 is none, and no file that is looked into.
        let wide: [UInt8] = [0xFF, 0xFE] + "<feedback/>".utf8.flatMap { [$0, 0] as [UInt8] }
        #expect(!AggregateReport(xml: wide.span).problems.isEmpty)
        #expect(ReportAttachment.packing(of: wide.span) == nil)
    }

    @Test func unpacksWithinLimits() throws {
        #expect(unpack([]) == Unpacking(isWhole: false))
        #expect(unpack(Array("<feedback/>".utf8)) == Unpacking(isWhole: false))
        #expect(unpack([0x1F, 0x8B, 8, 0]).files.isEmpty)
        // Two bytes of "ab", packed by gzip without compression.
        let packed: [UInt8] = [
            0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF, 1, 2, 0, 0xFD, 0xFF, 0x61, 0x62, 0x6D, 0x48, 0x83, 0x9E, 2, 0, 0, 0,
        ]
        #expect(unpack(packed).files.map(\.bytes) == [Array("ab".utf8)])
        let short = unpack(packed, UnpackLimits(files: 1, bytes: 1))
        #expect(!short.isWhole)
        #expect(short.files.isEmpty)
    }
}
