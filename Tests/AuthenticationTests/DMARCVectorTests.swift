import Authentication
import Domains
import FoundationEssentials
import MIME
import Messages
import PSLDomains
import Resolving
import Telemetry
import TestSupport
import Testing
import ZoneFiles

/// The cases of rspamd, in the mode of RFC 7489 with its list of suffixes.
struct DMARCVectorTests {
    private struct Case: Decodable {
        /// A symbol, or a symbol and what it must say.
        enum Expectation: Decodable {
            case symbol(String)
            case list([String])

            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                if let text = try? container.decode(String.self) {
                    self = .symbol(text)
                } else {
                    self = .list(try container.decode([String].self))
                }
            }

            var symbol: String {
                switch self {
                case .symbol(let text): text
                case .list(let words): words.first ?? ""
                }
            }
        }

        var name: String
        var expect: [Expectation]
        var message: String
        var ip: String?
        var from: String?
    }

    @Test func rspamd() async throws {
        guard let folder = SharedData.vectors("dmarc/rspamd") else { return }
        let zone = try StructuredZone.zone(from: String(decoding: try SharedData.bytes(at: folder + "/dns.json"), as: UTF8.self))
        let suffixes = ListedPublicSuffixes(text: try SharedData.bytes(at: folder + "/test_tld.dat"))
        let cases = try JSONDecoder().decode([Case].self, from: Data(SharedData.bytes(at: folder + "/cases.json")))
        var count = CaseCount("dmarc/rspamd")
        for test in cases {
            let bytes = try SharedData.bytes(at: "\(folder)/messages/\(test.message)")
            let message = MailParser().parse(bytes)
            let lookups = Lookups(zone, within: .seconds(20), by: ManualTime())
            let moment = Timestamp(seconds: 1_700_000_000)
            var spf: SPFOutcome?
            if let ip = test.ip, let address = IPAddress(ip), let from = test.from {
                let identity = SPFCheck.Identity(address: address, helo: "", mailFrom: from, at: moment)
                spf = await SPFCheck(asking: lookups, names: try ICUNames()).outcome(of: identity)
            }
            let dkim = await DKIMCheck(asking: lookups, names: try ICUNames(), at: moment).outcome(of: RawMail(bytes))
            let identities = DMARCIdentities(dkim, spf)
            let check = DMARCCheck(asking: lookups, names: try ICUNames(), discovery: .publicSuffixList(suffixes, draw: 0))
            let outcome = await check.outcome(of: AuthorDomains.domains(of: message), identities)
            count.check(test.expect.allSatisfy { $0.symbol == symbol(outcome) }, "\(test.name): \(symbol(outcome)), \(outcome)")
        }
        #expect(count.failed.isEmpty)
        #expect(count.report() > 0)
    }

    private func symbol(_ outcome: DMARCOutcome) -> String {
        switch outcome.result {
        case .pass: "DMARC_POLICY_ALLOW"
        case .none: "DMARC_NA"
        case .temperror: "DMARC_DNSFAIL"
        case .permerror: "DMARC_BAD_POLICY"
        case .fail:
            switch outcome.applied {
            case .none: "DMARC_POLICY_SOFTFAIL"
            case .quarantine: "DMARC_POLICY_QUARANTINE"
            case .reject: "DMARC_POLICY_REJECT"
            }
        }
    }
}
