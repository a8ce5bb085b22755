import Messages
import Observatory
import Testing
import TrafficImport
import TrafficRecords

/// Tables, complaints and reports, in the study.
struct RecordImportTests {
    private static let mapping = """
        time: {column: t, format: rfc3339}
        channel: {column: c}
        result: {column: r, values: {ok: accept, no: reject}}
        sender: {column: s}
        count: {column: n}
        """

    private func table(_ rows: Range<Int>) -> String {
        "t,c,r,s,n\n" + rows.map { "2026-11-\(10 + $0 % 10)T05:00:00Z,sms,\($0 % 4 == 0 ? "no" : "\"ok\""),\"MyBank\",\($0)\n" }.joined()
    }

    @Test func rowsStandForMessages() async throws {
        var run = ImportRun(.cdr)
        run.mapping = try RecordMapping.read(RecordImportTests.mapping, path: "m")
        let text = table(0..<200)
        let summary = try await run.take(text)
        #expect(summary.messages == 199 * 100 && summary.lines == 200)
        #expect(try await run.totals() == ["reject": 4900, "accept": 15_000])
        #expect(try await run.totals(by: [.kind, .source]) == ["sender-id-issuer MYBANK": 19_900])
        #expect(try await run.take(text).messages == 0)
        try await run.take(table(0..<300))
        #expect(try await run.totals().values.reduce(0, +) == 299 * 150)
    }

    @Test func brokenRowsNameTheirLine() async throws {
        var run = ImportRun(.smpp)
        run.mapping = try RecordMapping.read(RecordImportTests.mapping, path: "m")
        let summary = try await run.take(
            "t,c,r,s,n\n2026-11-10T05:00:00Z,sms,ok,A1,5\nnever,sms,ok,A1,5\n2026-11-10T05:00:00Z,sms,ok,A1,x\n")
        #expect(summary.defects.map(\.line) == [3, 4] && summary.defects.map(\.column) == ["t", "n"] && summary.messages == 5)
        run.mapping = try RecordMapping.read(RecordImportTests.mapping.replacing("column: n", with: "column: z"), path: "m")
        await #expect(throws: ImportError.self) { try await run.take("a,b\n1,2\n") }
    }

    @Test func complaintsAreReported() async throws {
        let run = ImportRun(.mars)
        let line = #"{"v":"1","i":"1","u":"x","s":"MyBank","r":"+1","d":"spam","m":{"p":"sms","t":"2026-11-10T05:00:00Z","c":"hello"}}"#
        let summary = try await run.take("[\(line),\n\(line.replacing("spam", with: "legit"))\n]\nnonsense\n{\"m\":{\"t\":1}}\n")
        #expect(summary.messages == 2 && summary.defectCounts == ["json": 1, "moment": 1] && summary.defects.map(\.line) == [4, 5])
        #expect(try await run.totals(by: [.method, .channel, .threatClass]) == ["reported sms unspecified": 1, "reported sms none": 1])
    }

    @Test func aReportCountsOnceWhateverFileItIsIn() async throws {
        let run = ImportRun(.dmarc)
        let report = """
            <?xml version="1.0"?><feedback><report_metadata><org_name>Example</org_name><email>a@example.net</email><report_id>7</report_id>
            <date_range><begin>1794787200</begin><end>1794873599</end></date_range></report_metadata>
            <policy_published><domain>example.org</domain><p>reject</p></policy_published>
            <record><row><source_ip>192.0.2.1</source_ip><count>40</count><policy_evaluated><disposition>none</disposition><dkim>pass</dkim><spf>pass</spf></policy_evaluated></row>
            <identifiers><header_from>example.org</header_from></identifiers><auth_results/></record>
            <record><row><source_ip>198.51.100.1</source_ip><count>2</count><policy_evaluated><disposition>reject</disposition><dkim>fail</dkim><spf>fail</spf></policy_evaluated></row>
            <identifiers><header_from>example.org</header_from></identifiers><auth_results/></record></feedback>
            """
        #expect(try await run.take(report).messages == 42)
        let again = try await run.take("\n" + report.replacing("<auth_results/>", with: " <auth_results/>"), path: "b.xml")
        #expect(again.knownParts == 1)
        #expect(try await run.totals(by: [.method, .disposition]) == ["reported accept": 40, "reported reject": 2])
        await #expect(throws: ImportError.self) { try await run.take("<html/>") }
    }

    @Test func complaintsOfAMailboxCountOnceEach() async throws {
        let run = ImportRun(.arf)
        func complaint(_ kind: String, _ minute: Int) -> String {
            """
            From: fbl@example.net
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=feedback-report; boundary=x

            --x
            Content-Type: message/feedback-report

            Feedback-Type: \(kind)
            Version: 1
            User-Agent: x
            Arrival-Date: Tue, 10 Nov 2026 05:0\(minute):00 +0000
            Source-IP: 192.0.2.1

            --x--

            """
        }
        let mailbox = ["abuse", "fraud", "auth-failure"].enumerated().map {
            "From x Tue Nov 10 05:00:00 2026\n" + complaint($0.element, $0.offset) + "\n"
        }.joined()
        #expect(try await run.take(mailbox).messages == 2)
        #expect(try await run.take(mailbox + "From x Tue Nov 10 05:00:00 2026\n" + complaint("virus", 5)).knownParts == 2)
        #expect(try await run.totals(by: [.threatClass]) == ["unspecified": 1, "phishing": 1, "malware": 1])
    }

    @Test func checkpointsThatAreDamagedAreNone() {
        #expect(ImportCheckpoint([]) == nil && ImportCheckpoint(Array("{}\n".utf8)) == nil)
    }
}
