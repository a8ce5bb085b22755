import AbuseReports
import Archives
import FoundationEssentials
import LibarchiveArchives
import MIME
import Messages
import TestSupport
import Testing

/// The aggregate reports of mail-auth, as documents and in mails.
struct AggregateVectorTests {
    /// What is compared, in mail-auth's names.
    private struct Expected: Decodable {
        struct Metadata: Decodable {
            struct Range: Decodable {
                var begin: Int64
                var end: Int64
            }
            var orgName: String
            var email: String
            var extraContactInfo: String?
            var reportId: String
            var dateRange: Range
            var error: [String]
        }
        struct Policy: Decodable {
            var domain: String
            var adkim: String
            var aspf: String
            var p: String
            var sp: String
            var testing: Bool
            var fo: String?
        }
        struct Reason: Decodable {
            var type: String
            var comment: String?

            enum CodingKeys: String, CodingKey {
                case type = "type_"
                case comment
            }
        }
        struct Evaluated: Decodable {
            var disposition: String
            var dkim: String
            var spf: String
            var reason: [Reason]
        }
        struct Row: Decodable {
            var sourceIp: String
            var count: Int
            var policyEvaluated: Evaluated
        }
        struct Identifiers: Decodable {
            var envelopeTo: String?
            var envelopeFrom: String
            var headerFrom: String
        }
        struct Result: Decodable {
            var domain: String
            var selector: String?
            var scope: String?
            var result: String
            var humanResult: String?
        }
        struct Results: Decodable {
            var dkim: [Result]
            var spf: [Result]
        }
        struct Record: Decodable {
            var row: Row
            var identifiers: Identifiers
            var authResults: Results
        }
        var reportMetadata: Metadata
        var policyPublished: Policy
        var record: [Record]
    }

    @Test func mailAuth() throws {
        guard let folder = SharedData.vectors("reports/dmarc-aggregate") else { return }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        var count = CaseCount("reports/dmarc-aggregate")
        for name in try SharedData.names(in: folder) where !name.hasSuffix(".json") {
            let bytes = try SharedData.bytes(at: folder + "/" + name)
            let documents = name.hasSuffix(".xml") ? [bytes] : documents(in: bytes)
            let json = try SharedData.bytes(at: folder + "/" + name.prefix { $0 != "." } + ".json")
            let expected = try decoder.decode(Expected.self, from: Data(json))
            let reports = documents.map { AggregateReport(xml: $0.span) }
            let found = reports.first.map(differences(expected)) ?? ["no report"]
            count.check(reports.count == 1 && found.isEmpty, "\(name): \(found)")
        }
        #expect(count.failed.isEmpty)
        #expect(count.report() > 0)
    }

    /// mail-auth has only the words of RFC 9990; RFC 7489 appendix C has two more.
    private static func newer(_ kind: AggregateReport.Reason.Kind) -> AggregateReport.Reason.Kind {
        kind == .sampledOut || kind == .forwarded ? .other : kind
    }

    private func documents(in mail: [UInt8]) -> [[UInt8]] {
        var decoder = PartDecoder()
        return ReportAttachment.attachments(of: MailParser().parse(mail), decoder: &decoder).flatMap { attachment in
            if attachment.packing == .plain { return [attachment.bytes] }
            return LibarchiveUnpacker().unpack(attachment.bytes.span, limits: UnpackLimits()).files.map(\.bytes)
        }
    }

    private func differences(_ expected: Expected) -> (AggregateReport) -> [String] {
        { found in
            var differences: [String] = []
            func same<Value: Equatable>(_ left: Value, _ right: Value, _ what: String) {
                if left != right { differences.append("\(what): \(left) is not \(right)") }
            }
            func word(_ text: String?) -> String { text.map { $0.lowercased().filter { $0 != "_" } } ?? "unspecified" }
            let metadata = expected.reportMetadata
            same(found.metadata.organization, metadata.orgName, "org_name")
            same(found.metadata.email, metadata.email, "email")
            same(found.metadata.contact, metadata.extraContactInfo, "contact")
            same(found.metadata.identifier, metadata.reportId, "report_id")
            same(found.metadata.begin?.seconds, metadata.dateRange.begin, "begin")
            same(found.metadata.end?.seconds, metadata.dateRange.end, "end")
            same(found.metadata.errors, metadata.error, "error")
            let policy = expected.policyPublished
            func mode(_ alignment: AggregateReport.Alignment?) -> String {
                alignment.map { $0 == .relaxed ? "relaxed" : "strict" } ?? "unspecified"
            }
            same(found.policy.domain, policy.domain, "domain")
            same(mode(found.policy.dkimAlignment), word(policy.adkim), "adkim")
            same(mode(found.policy.spfAlignment), word(policy.aspf), "aspf")
            same(word(found.policy.own?.rawValue), word(policy.p), "p")
            same(word(found.policy.subdomains?.rawValue), word(policy.sp), "sp")
            same(found.policy.isTesting ?? false, policy.testing, "testing")
            same(found.policy.failureOptions, policy.fo, "fo")
            same(found.records.count, expected.record.count, "records")
            for (record, wanted) in zip(found.records, expected.record) {
                same(record.address, IPAddress(wanted.row.sourceIp), "source_ip")
                same(record.count, wanted.row.count, "count")
                same(word(record.disposition?.rawValue), word(wanted.row.policyEvaluated.disposition), "disposition")
                same(record.dkimPasses, wanted.row.policyEvaluated.dkim == "Pass", "dkim")
                same(record.spfPasses, wanted.row.policyEvaluated.spf == "Pass", "spf")
                same(
                    record.reasons.map { word(Self.newer($0.kind).rawValue) }, wanted.row.policyEvaluated.reason.map { word($0.type) },
                    "reason")
                same(record.reasons.map(\.comment), wanted.row.policyEvaluated.reason.map(\.comment), "comment")
                same(record.author, wanted.identifiers.headerFrom, "header_from")
                same(record.sender ?? "", wanted.identifiers.envelopeFrom, "envelope_from")
                same(record.recipient, wanted.identifiers.envelopeTo, "envelope_to")
                for (results, wanted) in [(record.signatures, wanted.authResults.dkim), (record.senderResults, wanted.authResults.spf)] {
                    same(results.map(\.domain), wanted.map(\.domain), "result domain")
                    same(results.map { word($0.result) }, wanted.map { word($0.result) }, "result")
                    same(results.map { $0.selector ?? "" }, wanted.map { $0.selector ?? "" }, "selector")
                    same(results.map(\.explanation), wanted.map(\.humanResult), "human_result")
                }
            }
            return differences
        }
    }
}
