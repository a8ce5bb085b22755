import Authentication
import Messages
import PSLDomains
import Resolving
import Telemetry
import TestSupport
import Testing
import Yams

/// The suites of ARC, read as they lie.
struct ARCVectorTests {
    private static let now = Timestamp(seconds: 1_795_258_800)

    @Test func validation() async throws {
        guard let path = SharedData.vectors("arc/arc-draft-validation-tests.yml") else { return }
        var count = CaseCount("arc/arc-draft-validation-tests.yml")
        for document in try documents(at: path) {
            let zone = try zone(document)
            for (key, test) in document["tests"]?.mapping ?? [:] {
                let label = key.string ?? "?"
                let mail = RawMail(Array((test["message"]?.string ?? "").utf8))
                let outcome = try await check(zone).outcome(of: mail)
                // An empty verdict is a chain that had failed before: RFC 8617 section 5.2, step 2.
                let word = test["cv"]?.string ?? ""
                let wanted = word.isEmpty ? "fail" : word.lowercased()
                count.check(
                    outcome.result.rawValue == wanted,
                    "\(label): \(outcome.result) instead of \(wanted), \(outcome.problem?.description ?? "-")")
            }
        }
        #expect(count.failed.isEmpty)
        #expect(count.report() > 0)
    }

    @Test func signing() async throws {
        guard let path = SharedData.vectors("arc/arc-draft-sign-tests.yml") else { return }
        var count = CaseCount("arc/arc-draft-sign-tests.yml")
        for document in try documents(at: path) {
            let zone = try zone(document)
            let key = try DKIMSigningKey(Array(try #require(document["privatekey"]?.string).utf8))
            let domain = try #require(document["domain"]?.string.flatMap { DomainName($0) })
            let selector = try #require(document["sel"]?.string.flatMap { DomainName($0) })
            for (label, test) in document["tests"]?.mapping ?? [:] {
                var sealer = ARCSealer(key, domain: domain, selector: selector, service: test["srv-id"]?.string ?? "")
                sealer.fields = SignedNames((test["sig-headers"]?.string ?? "").split(separator: ":").map(String.init))
                let mail = RawMail(Array((test["message"]?.string ?? "").utf8))
                let chain = try await check(zone).outcome(of: mail)
                let moment = Timestamp(seconds: Int64(test["t"]?.string ?? "") ?? 0)
                let written = try sealer.fields(for: mail, after: chain, results: sealer.results(in: mail), at: moment)
                let sealed = RawMail(written ?? [])
                let expected = [("ARC-Seal", "AS"), ("ARC-Message-Signature", "AMS"), ("ARC-Authentication-Results", "AAR")]
                var problems: [String] = []
                for (field, word) in expected {
                    let wanted = tags(Array((test[word]?.string ?? "").utf8))
                    let found = sealed.fields(named: field).first.map { tags(Array(sealed.body(of: $0))) } ?? []
                    if found != wanted { problems.append("\(field) \(found) instead of \(wanted)") }
                }
                count.check(problems.isEmpty, "\(label.string ?? "?"): \(chain.result) \(chain.problem?.description ?? "-") \(problems)")
            }
        }
        #expect(count.failed.isEmpty)
        #expect(count.report() > 0)
    }

    /// The tags of a field without white space, in any order.
    private func tags(_ body: [UInt8]) -> Set<String> {
        let text = String(decoding: body.filter { $0 > 0x20 }, as: UTF8.self)
        return Set(text.split(separator: ";").map(String.init))
    }

    private func documents(at path: String) throws -> [Node] {
        let text = String(decoding: try SharedData.bytes(at: path), as: UTF8.self)
        return try text.split(separator: "\n---").compactMap { try Yams.compose(yaml: withoutRepeatedLabels(String($0))) }
    }

    /// Some labels stand twice in the suite, which YAML forbids: the second is given another name, so that both cases run.
    private func withoutRepeatedLabels(_ document: String) -> String {
        var met: Set<Substring> = []
        let lines = document.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            guard line.hasPrefix("  "), !line.hasPrefix("   "), line.hasSuffix(":") else { return String(line) }
            return met.insert(line).inserted ? String(line) : line.dropLast() + "_again:"
        }
        return lines.joined(separator: "\n")
    }

    private func zone(_ document: Node) throws -> Zone {
        var zone = Zone()
        for (name, record) in document["txt-records"]?.mapping ?? [:] {
            guard let name = name.string.flatMap({ DomainName($0) }), let text = record.string else { continue }
            // Lines of YAML's block style are for its readers, not of the record.
            zone.add(.text(text.utf8.filter { $0 != 0x0A }), .txt, at: name)
        }
        return zone
    }

    private func check(_ zone: Zone) throws -> ARCCheck {
        let names = try ICUNames()
        return ARCCheck(asking: Lookups(zone, within: .seconds(20), by: ManualTime()), names: names, at: ARCVectorTests.now)
    }
}
