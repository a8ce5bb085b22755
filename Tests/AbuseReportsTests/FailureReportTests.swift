import AbuseReports
import FoundationEssentials
import MIME
import Messages
import TestSupport
import Testing

/// Reports on single messages (RFC 5965, 6591, 9991).
struct FailureReportTests {
    private struct Expected: Decodable {
        var feedbackType: String
        var arrivalDate: Int64?
        var authenticationResults: [String]
        var incidents: Int
        var originalEnvelopeId: String?
        var originalMailFrom: String?
        var originalRcptTo: String?
        var reportedDomain: [String]
        var reportedUri: [String]
        var reportingMta: String?
        var sourceIp: String?
        var userAgent: String?
        var version: Int
        var authFailure: String
        var dkimDomain: String?
        var dkimIdentity: String?
        var dkimSelector: String?
    }

    private func report(_ mail: [UInt8]) -> FailureReport? {
        var decoder = PartDecoder()
        return FailureReport(MailParser().parse(mail), decoder: &decoder)
    }

    @Test func mailAuth() throws {
        guard let folder = SharedData.vectors("reports/arf") else { return }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        var count = CaseCount("reports/arf")
        for name in try SharedData.names(in: folder) where name.hasSuffix(".eml") {
            let json = try SharedData.bytes(at: folder + "/" + name.prefix { $0 != "." } + ".json")
            let expected = try decoder.decode(Expected.self, from: Data(json))
            let found = report(try SharedData.bytes(at: folder + "/" + name))
            let problems = found.map { differences($0, expected) } ?? ["no report"]
            count.check(problems.isEmpty, "\(name): \(problems)")
        }
        #expect(count.failed.isEmpty)
        #expect(count.report() > 0)
    }

    private func differences(_ found: FailureReport, _ expected: Expected) -> [String] {
        var differences: [String] = []
        func same<Value: Equatable>(_ left: Value, _ right: Value, _ what: String) {
            if left != right { differences.append("\(what): \(left) is not \(right)") }
        }
        func word(_ text: String) -> String { text.lowercased().filter { $0 != "-" } }
        same(word(found.kind), word(expected.feedbackType), "kind")
        // mail-auth reads no date whose zone is a name of RFC 822 otherwise than we do: EDT is -0400.
        same(found.arrival?.seconds, expected.arrivalDate, "arrival")
        same(found.results.count, expected.authenticationResults.count, "results")
        for (result, text) in zip(found.results, expected.authenticationResults) {
            let bytes = Array(text.utf8)
            let wanted = AuthenticationResults(bytes.span, ByteRange(0, bytes.count))
            same(result.server, wanted.server, "server")
            same(result.results, wanted.results, "results")
        }
        same(found.incidents, expected.incidents, "incidents")
        same(found.envelopeIdentifier, expected.originalEnvelopeId, "envelope")
        same(found.mailFrom, expected.originalMailFrom, "mail from")
        same(found.recipients.first, expected.originalRcptTo, "recipient")
        same(found.domains, expected.reportedDomain, "domains")
        same(found.addresses, expected.reportedUri, "addresses")
        same(found.reportingServer, expected.reportingMta, "server")
        same(found.source, expected.sourceIp.flatMap { IPAddress($0) }, "source")
        same(found.userAgent, expected.userAgent ?? "", "agent")
        same(Int(found.version), expected.version, "version")
        same(found.failure ?? "unspecified", word(expected.authFailure), "failure")
        same(found.dkimDomain, expected.dkimDomain, "d")
        same(found.dkimIdentity, expected.dkimIdentity, "i")
        same(found.dkimSelector, expected.dkimSelector, "s")
        same(found.original == nil, false, "original")
        return differences
    }

    private func mail(_ fields: String) -> [UInt8] {
        Array(
            ("From: a@example.net\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain\r\n\r\nA report.\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\n" + fields
                + "\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\nSubject: x\r\n--b--\r\n").utf8)
    }

    @Test func readsEveryField() throws {
        let found = try #require(
            report(
                mail(
                    """
                    Feedback-Type: Auth-Failure\r
                    Version: 1\r
                    Source-IP: 2001:db8::1\r
                    Source-Port: 2525\r
                    Incidents: 7\r
                    Auth-Failure: dmarc\r
                    Identity-Alignment: dkim, spf\r
                    Delivery-Result: policy\r
                    SPF-DNS: txt : example.org :\r
                      "v=spf1 -all"\r
                    Original-Rcpt-To: a@example.com\r
                    Original-Rcpt-To: b@example.com\r
                    X-Own: kept\r\n
                    """)))
        #expect(found.kind == "auth-failure")
        #expect(found.source == IPAddress("2001:db8::1"))
        #expect(found.sourcePort == 2525)
        #expect(found.incidents == 7)
        #expect(found.alignment == "dkim, spf")
        #expect(found.delivery == "policy")
        #expect(found.spfRecord == "txt : example.org : \"v=spf1 -all\"")
        #expect(found.recipients == ["a@example.com", "b@example.com"])
        #expect(found.others.map(\.name) == ["x-own"])
        #expect(found.others.map(\.value) == ["kept"])
        #expect(found.original == 3)
    }

    @Test func takesAnything() {
        #expect(report(Array("Subject: x\r\n\r\nFeedback-Type: abuse".utf8)) == nil)
        for fields in ["", "no field", "Source-IP: nonsense\r\nIncidents: -5\r\nSource-Port: 99999\r\nArrival-Date: x\r\n", ":\r\n:"] {
            let found = report(mail(fields))
            #expect(found != nil)
            #expect(found?.incidents == 1)
            #expect(found?.sourcePort == nil)
            #expect(found?.source == nil)
        }
        let many = report(mail(String(repeating: "Reported-URI: http://example.com/\r\nX: y\r\n", count: 1500)))
        #expect(many?.addresses.count == FailureReport.Limits.repeats)
        #expect(many?.others.count == FailureReport.Limits.repeats)
    }
}
