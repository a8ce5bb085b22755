import Foundation
import Messages
import Resolving
import TestSupport
import Testing

@testable import Reputation

/// Answers of rbldnsd to 93 questions, read as a client of the lists reads them.
struct DNSListVectorTests {
    private struct Recorded: Decodable {
        struct Entry: Decodable {
            var qname: String
            var qtype: String
            var rcode: String
            var answer: [String]
        }
        var answers: [Entry]
    }

    @Test func readsWhatRbldnsdAnswers() throws {
        guard let path = SharedData.vectors("dnsbl/rbldnsd-answers.json") else { return }
        let recorded = try JSONDecoder().decode(Recorded.self, from: Data(try SharedData.bytes(at: path)))
        let list = DNSList(.block, .addresses, try #require(DomainName("bl.example")))
        var count = CaseCount("dnsbl rbldnsd")
        for entry in recorded.answers {
            guard entry.qtype == "A" else {
                count.skip(because: "lists are asked for A records alone")
                continue
            }
            let addresses = entry.answer.compactMap { line in line.split(separator: " ").last.flatMap { IPAddress($0) } }
            let answer =
                switch entry.rcode {
                case "NXDOMAIN": Answer(.nonexistent)
                case "NOERROR": Answer(records: addresses.map { .address($0) })
                default: Answer(.failed(code: 5))
                }
            // Addresses of the zone's own servers say nothing of anybody.
            let isAnswer = addresses.allSatisfy { if case .v4(let bits) = $0 { bits >> 24 == 127 } else { false } }
            let expected: Bool? = entry.rcode == "REFUSED" || !isAnswer ? nil : !addresses.isEmpty
            let found: Bool? =
                switch Standing(answer, on: list) {
                case .listed: true
                case .unlisted: false
                case .unknown: nil
                }
            count.check(found == expected, "\(entry.qname) \(entry.rcode) \(entry.answer)")
        }
        count.report()
        #expect(count.failed.isEmpty)
    }

    /// The names that we ask are those that the lists were recorded with.
    @Test func asksByTheNamesThatWereRecorded() throws {
        guard let path = SharedData.vectors("dnsbl/rbldnsd-answers.json") else { return }
        let recorded = try JSONDecoder().decode(Recorded.self, from: Data(try SharedData.bytes(at: path)))
        let names = Set(recorded.answers.map { $0.qname.lowercased() })
        let addresses = DNSList(.block, .addresses, try #require(DomainName("bl.example")))
        #expect(names.contains(try #require(addresses.name(for: .v4(0x7F00_0002))?.description)))
        let address = try #require(IPAddress("192.0.2.1"))
        #expect(names.contains(try #require(addresses.name(for: address)?.description)))
        let version6 = DNSList(.block, .addresses, try #require(DomainName("bl6.example")))
        let trial = ListHealth.Trial(zone: version6.zone, kind: .version6)
        #expect(names.contains(try #require(ListHealth.names(for: trial, of: version6).listed?.description)))
        let domains = DNSList(.block, .domains, try #require(DomainName("uri.example")))
        let tried = ListHealth.names(for: .init(zone: domains.zone, kind: .domains), of: domains)
        #expect(names.contains(try #require(tried.listed?.description)))
    }
}
