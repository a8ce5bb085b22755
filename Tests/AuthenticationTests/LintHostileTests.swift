import Authentication
import Messages
import Resolving
import Testing

/// Records that nobody meant to publish: the lint ends, says what is wrong, and what it proposes still settles it.
struct LintHostileTests {
    private static let pieces: [[String]] = [
        [
            "v=spf1", "v=spf1", "v=spf1", "spf1", "v=spf1;", "v=spf1-all", "spf2.0/pra", "spf2.0/mfrom,pra", "v=DMARC1;",
            "include:a.d.example", "include:b.d.example",
            "include:", "a.d.example", "redirect=b.d.example", "redirect=", "a", "mx", "ptr", "ptr:d.example", "exists:%{i}.d.example",
            "exists:%{", "ip4:192.0.2.1",
            "ip4:192.0.2.1/33", "ip6:2001:db8::/200", "ip:192.0.2.9", "192.0.2.1", "2001:db8::1", "ip4:", "10.0.0.0/8", "ip4:10.0.0.0/8",
            "-all", "+all", "?all",
            "~all", "all", "-all.", "ALL", "x=y", "include=a.d.example", "exp=a.d.example", "mx:b.d.example//64", "a:o.example", "\\233",
            "\\000", "\\\"", ";", "=", ":", "v=spf1", "a:@", "a/0", "mx/8", "exists:a.d.example", "ip4:198.0.0.0/8", "ip4:0.0.0.0/0",
            "include:a.d.exampleinclude:b.d.example", "ip4:192.0.2.1include:a.d.example-all", "include:a.d.example", "A:b.d.example",
        ],
        [
            "v=DMARC1;", "v=DMARC1;", "v=DMARC1", "DMARC1;", "v=DMARC1 ;", "p=none;", "p=reject;", "p=quarantine;", "p=rejekt;",
            "p:reject;", "sp=none;", "sp=reject;",
            "np=none;", "np=x;", "t=y;", "t=n;", "psd=y;", "psd=n;", "pct=10;", "pct=x;", "rf=afrf;", "ri=1;", "adkim=s;", "aspf=q;",
            "fo=1;", "fo=0:1;",
            "rua=mailto:a@d.example;", "rua=a@d.example;", "rua=mailto:a@o.example!1m;", "ruf=https://x.example/;", "rua=,,;",
            "ruf=mailto:b@d.example;", "what;", ";", "=",
            "x=y;", "\\233;", "\\\"", "p=", "p =  none ;",
        ],
        [
            "v=DKIM1;", "v=DKIM1;", "k=rsa;", "k=ed25519;", "k=dsa;", "h=sha1;", "h=sha256;", "h=sha1:sha256;", "s=email;", "s=*;", "s=x;",
            "t=y;", "t=s;", "t=y:s;", "n=note;",
            "p=", "p=;", "p=AAAA;", "p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=;", "p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
            ";", "=", "\\\\", "\\\"", "\\001", "x",
        ],
        [
            "v=STSv1;", "v=STSv1", "id=1;", "id=2026-11;", "id=;", "v=TLSRPTv1;", "rua=mailto:a@d.example", "rua=a@d.example", ",",
            "rua=https://d.example/r;", "x", ";",
        ],
    ]
    private static let places = [
        [("@", 0), ("a", 0), ("b", 0)], [("_dmarc", 1), ("@", 1), ("_dmarc.d.example", 1)], [("s._domainkey", 2), ("t._domainkey", 2)],
        [("_mta-sts", 3), ("_smtp._tls", 3)],
    ]
    private static let others = [
        "@ MX 10 a", "@ MX 20 b", "@ MX 0 .", "@ MX 30 192.0.2.77.", "@ MX 5 c", "a A 192.0.2.1", "a A 10.0.0.1", "b A 127.0.0.1",
        "c CNAME a", "c CNAME c", "@ A 192.0.2.1",
        "_client._smtp SRV 1 2 1 a", "_client._smtp.a SRV 1 2 0 a", "_client._smtp.a SRV 2 9 7 b", "_client._smtp.b SRV 1 0 0 .",
        "_25._tcp.a TLSA 1 1 1 00", "_25._tcp TLSA 3 1 1 \(String(repeating: "cd", count: 32))", "@ SPF \"v=spf1 a ~all\"",
        "mta-sts A 192.0.2.1", "@ MX 40 localhost.",
        "_25._tcp.a TLSA 3 1 1 \(String(repeating: "ab", count: 32))", "o.example. MX 10 a", "_dmarc.o.example. TXT \"v=DMARC1; p=none\"",
    ]

    /// Zones drawn from the pieces of records: whatever is found and has a repair is gone once that is applied.
    @Test(arguments: 0..<40) func whatIsPrintedSettlesWhatWasFound(seed: Int) async throws {
        var random = SplitMix(seed: UInt64(seed))
        for _ in 0..<10 {
            var lines: [String] = []
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let group = Self.places.randomElement(using: &random) ?? []
                let (name, kind) = group.randomElement(using: &random) ?? ("@", 0)
                let count = Int.random(in: 1...8, using: &random)
                let words = (0..<count).map { _ in Self.pieces[kind].randomElement(using: &random) ?? "" }
                let first = Bool.random(using: &random) ? Self.pieces[kind][0] + " " : ""
                lines.append("\(name) TXT \"\(first)\(words.joined(separator: " "))\"")
            }
            for _ in 0..<Int.random(in: 0...8, using: &random) { lines.append(Self.others.randomElement(using: &random) ?? "") }
            let zone = lines.joined(separator: "\n")
            var workbench = try LintWorkbench(zone)
            let left = try await workbench.repair()
            #expect(left == [], "\(zone)")
        }
    }

    @Test func manyTermsAreReadToALimit() async throws {
        let terms = (0..<10_000).map { "a:h\($0).d.example" }.joined(separator: " ")
        let found = try await LintWorkbench("@ TXT \(Self.strings("v=spf1 \(terms) -all"))\n").findings().filter { $0.mechanism == .spf }
        #expect(found.contains { $0.id == "lint.spf.many-terms" } && found.count <= 62)
        let wrong = (0..<10_000).map { "bogus\($0)" }.joined(separator: " ")
        let unreadable = try await LintWorkbench("@ TXT \(Self.strings("v=spf1 \(wrong) -all"))\n").findings().filter {
            $0.mechanism == .spf
        }
        #expect(unreadable.contains { $0.id == "lint.spf.syntax.unknown-mechanism" } && unreadable.count <= 60)
        let tags = (0..<10_000).map { "t\($0)=x" }.joined(separator: "; ")
        for record in ["_dmarc TXT \(Self.strings("v=DMARC1; p=none; \(tags)"))", "s._domainkey TXT \(Self.strings("v=DKIM1; \(tags)"))"] {
            #expect(try await LintWorkbench(record + "\n").findings().count < 120)
        }
    }

    @Test func longTextsAreRead() async throws {
        for start in ["v=spf1 ", "v=spf1", "v=DMARC1; ", "v=DKIM1; p=", "v=STSv1; id=", "v=TLSRPTv1; rua=", "spf2.0/pra ", ""] {
            for filling in ["A", " ", ";", ",", "=", "\\\\", "%{", "mailto:a@b,", "p=;"] {
                let text = start + String(repeating: filling, count: 65_000 / filling.utf8.count)
                let names = ["@", "_dmarc", "s._domainkey", "_mta-sts", "_smtp._tls"]
                let zone = names.map { "\($0) TXT \(Self.strings(text))\n" }.joined() + "@ MX 10 mx\nmx A 192.0.2.1\n"
                let found = try await LintWorkbench(zone).findings()
                #expect(found.allSatisfy { $0.details.allSatisfy { $0.unicodeScalars.count <= 301 } })
            }
        }
    }

    @Test func aliasesThatLeadNowhereAreNotKnown() async throws {
        let zone = ["@", "_dmarc", "s._domainkey", "_mta-sts", "_smtp._tls", "mx", "_client._smtp"].map { "\($0) CNAME \($0)\n" }.joined()
        let found = try await LintWorkbench(zone + "loop CNAME pool\npool CNAME loop\n").findings(
            selectors: ["s"], hosts: ["loop.d.example"])
        #expect(found.contains { $0.severity == .unknown })
        #expect(found.allSatisfy { !$0.severity.isSerious })
    }

    @Test func manyKeysAndHostsAreBounded() async throws {
        let keys = (0..<2_000).map { "s\($0)._domainkey TXT \"v=DKIM1; p=\"\n_client._smtp.h\($0) SRV 1 2 0 gone\n@ MX \($0) m\($0)\n" }
            .joined()
        let found = try await LintWorkbench(keys).findings()
        #expect(found.contains { $0.id == "lint.dkim.many" } && found.count < 300)
    }

    /// A text as strings of a zone file; the filling holds its own escapes.
    private static func strings(_ text: String) -> String {
        "\"\(text)\""
    }
}
