import Authentication
import Messages
import PSLDomains
import Resolving
import Telemetry
import TestSupport
import Testing
import Yams

/// Signed mails of other implementations, read as they lie.
struct DKIMVectorTests {
    private static let now = Timestamp(seconds: 1_795_258_800)

    @Test func judgedMails() async throws {
        guard let path = SharedData.vectors("dkim/expected-dkimpy.json") else { return }
        let folder = path.dropLast("expected-dkimpy.json".count)
        var count = CaseCount("dkim/expected-dkimpy.json")
        let document = try Yams.compose(yaml: String(decoding: try SharedData.bytes(at: path), as: UTF8.self))
        for entry in document?["expected"]?.sequence ?? [] {
            let file = try #require(entry["file"]?.string)
            let bytes = try SharedData.bytes(at: folder + file)
            var zone = Zone()
            var mail = bytes
            if file.hasPrefix("mail-auth/") {
                mail = try DKIMVectors.divide(bytes, records: &zone)
            } else {
                try addMimeKitKeys(to: &zone, folder: String(folder))
            }
            let outcome = try await outcome(of: mail, zone)
            let expected = entry["signatures"]?.sequence?.compactMap(\.string) ?? []
            #expect(outcome.signatures.count == expected.count, "\(file)")
            for (signature, word) in zip(outcome.signatures, expected) {
                // The one error of the list is a signature that has expired.
                let isRight =
                    word == "pass" ? signature.result == .pass : signature.problem == .expired(Timestamp(seconds: 1_667_930_064))
                count.check(isRight, "\(file): \(signature.result), \(signature.problem.map(\.description) ?? "-")")
            }
        }
        #expect(count.failed.isEmpty)
        #expect(count.report() > 0)
    }

    /// The mail that had expired passes by a clock of its time.
    @Test func passesWhileItHolds() async throws {
        guard let path = SharedData.vectors("dkim/mail-auth/005.txt") else { return }
        var zone = Zone()
        let mail = try DKIMVectors.divide(try SharedData.bytes(at: path), records: &zone)
        let outcome = try await outcome(of: mail, zone, at: Timestamp(seconds: 1_667_900_000))
        #expect(outcome.result == .pass)
    }

    /// The mails of dkimpy with the verdicts of its own tests.
    @Test func dkimpy() async throws {
        guard let folder = SharedData.vectors("dkim/dkimpy") else { return }
        var count = CaseCount("dkim/dkimpy")
        let football = "test._domainkey.football.example.com"
        let brisbane = ("brisbane._domainkey.football.example.com", "=v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
        let cases: [(file: String, keys: [(String, String)], results: [DKIMResult])] = [
            ("ed25519test2.msg", [("sed._domainkey.test.ex", "eximtest.dns")], [.pass]),
            ("rfc6376.signed.msg", [(football, "test.txt"), brisbane], [.pass, .pass]),
            ("rfc6376.signed.rsa.msg", [(football, "test.txt")], [.pass]),
            ("rfc6376.signed.rsa.msg", [(football, "test_bad.txt")], [.permerror]),
            ("rfc6376.signed.rsa.msg", [(football, "badk.txt")], [.permerror]),
            ("rfc6376.signed.rsa.msg", [(football, "badversion.txt")], [.permerror]),
            ("rfc6376.signed.rsa.msg", [(football, "test_tlsrpt.txt")], [.permerror]),
            ("rfc6376.signed.rsa.msg", [], [.permerror]),
            ("rfc6376.signed.no_t.msg", [(football, "test.txt")], [.fail]),
            ("test.message.baddomain", [], [.neutral]),
            ("message.mbox", [], [.permerror]),
            ("test.message", [], []),
        ]
        for test in cases {
            var zone = Zone()
            for (name, file) in test.keys {
                let record = file.hasPrefix("=") ? Array(file.utf8.dropFirst()) : try SharedData.bytes(at: "\(folder)/\(file)")
                zone.add(.text(record.filter { $0 != 0x0A }), .txt, at: try #require(DomainName(name)))
            }
            let outcome = try await outcome(of: try SharedData.bytes(at: "\(folder)/\(test.file)"), zone)
            let results = outcome.signatures.map(\.result)
            let problems = outcome.signatures.map { $0.problem.map(\.description) ?? "-" }
            count.check(results == test.results, "\(test.file): \(results), \(problems)")
        }
        #expect(count.failed.isEmpty)
        #expect(count.report() > 0)
    }

    private func outcome(of mail: [UInt8], _ zone: Zone, at moment: Timestamp = now) async throws -> DKIMOutcome {
        let lookups = Lookups(zone, within: .seconds(20), by: ManualTime())
        let names = try ICUNames()
        return await DKIMCheck(asking: lookups, names: names, at: moment).outcome(of: RawMail(mail))
    }

    private func addMimeKitKeys(to zone: inout Zone, folder: String) throws {
        let pem = String(decoding: try SharedData.bytes(at: folder + "mimekit/gmail.pub"), as: UTF8.self)
        let key = pem.split(separator: "\n").filter { !$0.hasPrefix("-") }.joined()
        zone.add(.text(Array("k=rsa; p=\(key)".utf8)), .txt, at: try #require(DomainName("20120113._domainkey.gmail.com")))
        _ = try DKIMVectors.divide(try SharedData.bytes(at: folder + "mail-auth/001.txt"), records: &zone)
    }
}

/// The shape of the files of mail-auth.
enum DKIMVectors {
    /// Adds the records before the first blank line to a zone, each a name and a text, and gives the mail behind it.
    static func divide(_ bytes: [UInt8], records zone: inout Zone) throws -> [UInt8] {
        var rest = bytes[...]
        while let end = rest.firstIndex(of: 0x0A) {
            let line = rest[..<end]
            rest = rest[(end + 1)...]
            guard let blank = line.firstIndex(of: 0x20) else { break }
            zone.add(.text(Array(line[(blank + 1)...])), .txt, at: try #require(DomainName(line[..<blank])))
        }
        return Array(rest)
    }
}
