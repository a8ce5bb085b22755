import Authentication
import Resolving
import Testing

/// What is found in records of keys, of hosts that send and of Sender ID, and what is told to publish.
struct KeyLintTests {
    private static let rsa =
        "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC6btJ6G2mtV1vFPFmnmh4ql1+lrvyfGMHjSgxWN0aOYKqp9U8v0JQ0I6szoaZuSGqb+yfhKf4VOUmZ+37HzLe2J++4kclUgtuyeRznrBv8/zJ6mwbZP9TYcg3/DepS23U/WFZV9xh6QNBkEapB6ugAr/NQz152oznRH2LR3FjrYQIDAQAB"
    private static let ed = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
    private static let short =
        "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAMtb2ahJrfYnnKQ/2TROOZUCv6sh4vwqeeUqv59N28JJp5OvmgPXWVZklnQaK+olIUSR4Fp4gMLjiqesB4ryNAMCAwEAAQ=="

    private func ids(_ zone: String, _ mechanism: LintFinding.Mechanism = .dkim, selectors: [String] = [], hosts: [String] = [])
        async throws -> [String]
    {
        var workbench = try LintWorkbench(zone)
        let findings = try await workbench.findings(selectors: selectors, hosts: hosts)
        #expect(try await workbench.repair() == [])
        return findings.filter { $0.mechanism == mechanism && $0.severity != .fine }.map {
            String($0.id.dropFirst("lint.\(mechanism.rawValue).".count))
        }
    }

    @Test(arguments: [
        ("v=DKIM1; k=ed25519; p=\(KeyLintTests.ed)", [String]()),
        ("v=DKIM1; p=\(KeyLintTests.rsa)", ["weak"]),
        ("v=DKIM1; p=\(KeyLintTests.short)", ["too-weak"]),
        ("v=DKIM1; p=", ["revoked"]),
        ("v=DKIM1; k=ed25519; t=y:s; p=\(KeyLintTests.ed)", ["testing"]),
        ("v=DKIM1; k=ed25519; h=sha1; p=\(KeyLintTests.ed)", ["no-sha256"]),
        ("v=DKIM1; k=ed25519; s=tlsrpt; p=\(KeyLintTests.ed)", ["other-service"]),
        ("v=DKIM1; k=dsa; p=\(KeyLintTests.ed)", ["unknown-type"]),
        ("v=DKIM1; p=\(KeyLintTests.ed)", ["not-a-key"]),
        ("v=DKIM1; k=ed25519; p=MCowBQYDK2VwAyEA\(KeyLintTests.ed)", ["not-a-key"]),
        ("v=DKIM1; k=ed25519; p=AAAA", ["not-a-key"]),
        ("v=DKIM1; k=ed25519; p=\(KeyLintTests.ed)*", ["not-base64"]),
        ("v=DKIM1; k=ed25519", ["no-key"]),
        ("v=DKIM2; k=ed25519; p=\(KeyLintTests.ed)", ["unknown-version"]),
        ("k=ed25519; v=DKIM1; p=\(KeyLintTests.ed)", ["unknown-version"]),
        ("v=DKIM1; k=ed25519; k=rsa; p=\(KeyLintTests.ed)", ["repeated-tag"]),
        ("v=DKIM1;; k=ed25519; p=\(KeyLintTests.ed)", ["missing-item"]),
        ("v=DKIM1; 1=2; k=ed25519; p=\(KeyLintTests.ed)", ["bad-name"]),
        ("v=DKIM1; k ed25519; p=\(KeyLintTests.ed)", ["missing-equals"]),
        ("v=DKIM1; n=\\001; k=ed25519; p=\(KeyLintTests.ed)", ["bad-byte"]),
    ])
    func whatIsFound(record: String, expected: [String]) async throws {
        #expect(try await ids("s._domainkey TXT \"\(record)\"\n") == expected)
    }

    @Test func keysAreSavedWhereTheyCanBe() async throws {
        let wrapped = try await LintWorkbench("s._domainkey TXT \"v=DKIM1; k=rsa; p=MCowBQYDK2VwAyEA\(Self.ed)\"").findings()
        #expect(wrapped.first { $0.mechanism == .dkim }?.lines == ["s._domainkey.d.example. TXT \"v=DKIM1; k=ed25519; p=\(Self.ed)\""])
        let lost = try await LintWorkbench("s._domainkey TXT \"v=DKIM1; k=ed25519; p=AAAA\"").findings()
        #expect(lost.first { $0.mechanism == .dkim }?.lines == ["s._domainkey.d.example. TXT \"v=DKIM1; p=\""])
    }

    @Test func keysAreComparedWithEachOther() async throws {
        let record = "TXT \"v=DKIM1; k=ed25519; p=\(Self.ed)\"\n"
        #expect(try await ids("a._domainkey \(record)b._domainkey \(record)") == ["shared"])
        #expect(try await ids("a._domainkey \(record)a._domainkey TXT \"v=DKIM1; p=\"\n") == ["several"])
        let half = Self.rsa.index(Self.rsa.startIndex, offsetBy: 100)
        #expect(
            try await ids("a._domainkey TXT \"v=DKIM1; p=\(Self.rsa[..<half])\"\na._domainkey TXT \"\(Self.rsa[half...])\"\n") == ["split"])
        #expect(try await ids("@ MX 0 .\n", selectors: ["none"]) == ["missing"])
        // A domain that sends and has no key; below a name that is there a key may lie that nobody named.
        let sends = "@ TXT \"v=spf1 ip4:192.0.2.1 -all\"\n"
        #expect(try await ids(sends) == ["none"])
        #expect(try await ids("@ TXT \"v=spf1 -all\"\n") == [])
        #expect(try await ids(sends + "*._domainkey TXT \"v=DKIM1; p=\"\n") == ["not-named"])
        #expect(try await ids(sends + "_domainkey TXT !servfail\n") == [])
        #expect(try await ids("a._domainkey TXT !servfail\n", selectors: ["a"]) == ["not-answered"])
    }

    @Test(arguments: [
        ("_client._smtp.h SRV 1 2 0 h\nh A 192.0.2.1\n", [String]()),
        ("_client._smtp.h SRV 1 1 0 .\n", []),
        ("_client._smtp.h SRV 2 2 0 h\nh A 192.0.2.1\n", ["version"]),
        ("_client._smtp.h SRV 1 9 0 h\nh A 192.0.2.1\n", ["weight"]),
        ("_client._smtp.h SRV 1 2 25 h\nh A 192.0.2.1\n", ["port"]),
        ("_client._smtp.h SRV 1 3 0 h\n", ["unprovable"]),
        ("_client._smtp.h SRV 1 2 0 gone\nh A 192.0.2.1\n", ["no-address"]),
        ("_client._smtp.h SRV 1 2 0 .\n", ["no-address"]),
        ("_client._smtp.h SRV 1 2 0 gone.o.example.\n", ["not-answered"]),
        ("_client._smtp.h SRV 1 2 0 h\n_client._smtp.h SRV 1 0 0 h\nh A 192.0.2.1\n", ["contradiction"]),
        ("_client._smtp SRV 1 1 1 .\n@ MX 10 mx\nmx A 192.0.2.1\n", ["missing"]),
    ])
    func recordsOfHostsAreRead(zone: String, expected: [String]) async throws {
        #expect(try await ids(zone, .csa) == expected)
    }

    @Test func hostsMayNeedARecord() async throws {
        #expect(try await ids("h A 192.0.2.1\n", .csa, hosts: ["h.d.example"]) == [])
        let zone = "h A 192.0.2.1\n_client._smtp SRV 1 1 1 .\n"
        let found = try await LintWorkbench(zone).findings(hosts: ["h.d.example"]).first { $0.id == "lint.csa.missing" }
        #expect(found?.lines == ["_client._smtp.h.d.example. SRV 1 2 0 h.d.example."])
    }

    @Test func senderIDIsKeptFromReadingWhatIsNotMeant() async throws {
        let spf = "@ TXT \"v=spf1 mx -all\"\n@ MX 10 mx\nmx A 192.0.2.1\n"
        #expect(try await ids(spf, .senderID) == ["reused"])
        #expect(try await ids(spf + "@ TXT \"spf2.0/mfrom,pra mx ?all\"\n", .senderID) == [])
        #expect(try await ids(spf + "@ TXT \"spf2.0/pra ?all\"\n@ TXT \"spf2.0/pra mx ~all\"\n", .senderID) == ["repeated"])
        #expect(try await ids(spf + "@ TXT \"spf2.0/pra bogus\"\n", .senderID) == ["syntax", "reused"])
        #expect(try await ids("@ TXT \"v=spf1 -all\"\n", .senderID) == [])
    }

    @Test func aSilentDomainIsToldSo() async throws {
        let zone = "@ MX 0 .\n@ TXT \"v=spf1 -all\"\n_dmarc TXT \"v=DMARC1; p=reject\"\n"
        #expect(try await LintWorkbench(zone).findings().contains { $0.id == "lint.domain.silent" && $0.severity == .fine })
        #expect(try await ids("x A 192.0.2.1\n", .domain) == ["taken-for-silent"])
    }
}
