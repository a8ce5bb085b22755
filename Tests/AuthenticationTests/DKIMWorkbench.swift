import Messages
import PSLDomains
import Resolving
import Telemetry
import Testing

@testable import Authentication

/// Keys, mails and a zone of our own, to sign and to check with. The keys are of no use elsewhere.
struct DKIMWorkbench {
    static let moment = Timestamp(seconds: 1_795_258_800)
    static let mail = """
        From: Ann <ann@example.org>
        To: Bob <bob@example.net>
        Subject: Lunch
        Date: Sat, 21 Nov 2026 11:00:00 +0000
        Message-ID: <1@example.org>

        See you  at noon.

        """
    static let rsaSeed = """
        MIICdgIBADANBgkqhkiG9w0BAQEFAASCAmAwggJcAgEAAoGBALpu0nobaa1XW8U8WaeaHiqXX6Wu/J8YweNKDFY3Ro5gqqn1Ty/QlDQjqzOhpm5Iapv7J+Ep/hU5SZn7
        fsfMt7Yn77iRySVCW7J5HOesG/z/MnqbBtk/1NhyDf8N6lLbdT9YVlX3GHpA0GQRqkHq6ACv81DPXnajOdEfYtHcWOthAgMBAAECgYAQEpHOuSJJMWjV/jf0fRLwtRAn
        5ogc5zN/9thNboKEr8zGzkE/bAn63MBbuSnyBAg83lA31zjyd3fi8I2jiACma9MZm9ldRCg/+TLuYWJ06S1OwH7f97kY3Cip0TcX33YPcMCMu2mvk7z832tu/MyfwGpZ
        0CYP2sTpMhMprZoPyQJBAOqtZER/lbxAjpdtxRFK3GOG+5vG26vHG5b35q0UUfoWRWnDMbbo5AtmUjOdl2GXVuYyTXXOp8MwHU0qQzKjhk8CQQDLX0M48cpbiWsK9zJb
        tTQEaoZv0PXwb/Fbsmo2kObwJR7G+XlvSgC2bk0dMobSXzpeoxkqoGQtqgKGWy9jILdPAkEAyKjL1DoXaSj2A4rrdxbAjSVs3EzTpfSQpayAhDucwK7sWTt6tcA6xXiP
        Du1P9DU4K4qVawbxsVbhpwpc/N6PxwJAdtBg5ZPdNT1DXFSvBwUGLs5NXGYoSSAdUgUaKGbfhM0q/fQiDfKeF/a49qXePmmEIGYI/e5WmJcKgpQjSzaB4QJAIXqxmqOZ
        8k/YJAGOZOFy2Vx0YyI8xnQqoBOmV/ZJCfOlgYFD/XJQ7ut8SwkXnz6pnVFnFq7PNFoiVmZ5PqeUAQ==
        """
    static let rsaFile = "-----BEGIN PRIVATE KEY-----\n\(rsaSeed)\n-----END PRIVATE KEY-----\n"
    static let edSeed = "URHOV2+k6MXpDelrfQJTfJBmVKNasAhrSdGV8Sp1Fs4="

    var zone = Zone()
    let key: DKIMSigningKey
    let domain: DomainName
    let selector: DomainName

    /// A domain whose key is published as it is, or as `record` says: `%` stands for the key's own record.
    init(_ algorithm: DKIMAlgorithm = .ed25519SHA256, domain: String = "example.org", record: String = "%") throws {
        let text = algorithm == .ed25519SHA256 ? Self.edSeed : Self.rsaFile
        key = try DKIMSigningKey(Array(text.utf8))
        self.domain = try #require(DomainName(domain))
        selector = try #require(DomainName("a"))
        try publish(record)
    }

    mutating func publish(_ record: String) throws {
        let parts = record.split(separator: "%", omittingEmptySubsequences: false)
        let text = parts.joined(separator: key.record)
        if !text.isEmpty { zone.add(.text(Array(text.utf8)), .txt, at: try name) }
    }

    var name: DomainName {
        get throws { try #require(domain.prepending("a._domainkey")) }
    }

    var signer: DKIMSigner { DKIMSigner(key, domain: domain, selector: selector) }

    var lookups: Lookups { Lookups(zone, within: .seconds(20), by: ManualTime()) }

    /// The mail with CRLF and a signature of the signer at its top.
    func signed(_ mail: String = Self.mail, by change: (inout DKIMSigner) -> Void = { _ in }) throws -> String {
        var signer = signer
        change(&signer)
        let bytes = Self.sent(mail)
        return String(decoding: try signer.field(for: RawMail(bytes), at: Self.moment) + bytes, as: UTF8.self)
    }

    /// The mail with a signature that has these tags besides `v`, `a`, `bh` and `b`; a tag given as empty is left out.
    func signed(_ mail: String = Self.mail, tags: KeyValuePairs<String, String>, header: Canonicalisation = .simple) throws -> String {
        let bytes = RawMail(Self.sent(mail))
        var writer = TagWriter("DKIM-Signature", foldsSignature: true)
        writer.add("v", "1".utf8)
        writer.add("a", key.algorithm.rawValue.utf8)
        var all: [(String, String)] = [("d", domain.description), ("s", "a"), ("h", "from:to:subject")]
        for (name, value) in tags {
            all.removeAll { $0.0 == name }
            all.append((name, value))
        }
        for (name, value) in all where !value.isEmpty { writer.add(name, value.utf8) }
        var hashes = BodyHashes()
        let length = all.first { $0.0 == "l" }.flatMap { UInt64($0.1) }
        let body: Canonicalisation = all.contains { $0.0 == "c" && $0.1.hasSuffix("/relaxed") } ? .relaxed : .simple
        writer.add("bh", Base64.encode(hashes.value(of: bytes, key.algorithm, body, upTo: length).digest))
        writer.addSignature()
        let names = (all.first { $0.0 == "h" }?.1 ?? "").split(separator: ":").map(String.init)
        let field = try #require(SignedHeader.sign(writer, with: key, over: names, of: bytes, by: header))
        return String(decoding: field + bytes.bytes, as: UTF8.self)
    }

    /// A mail as it is sent: lines end in CRLF.
    static func sent(_ mail: String) -> [UInt8] {
        Array(mail.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n").utf8)
    }

    func outcome(
        of mail: String, at moment: Timestamp = Self.moment, limits: DKIMCheck.Limits = DKIMCheck.Limits()
    ) async throws -> DKIMOutcome {
        let names = try ICUNames()
        return await DKIMCheck(asking: lookups, names: names, at: moment, limits: limits).outcome(of: RawMail(Array(mail.utf8)))
    }

    /// The problem of the only signature.
    func problem(
        of mail: String, at moment: Timestamp = Self.moment, limits: DKIMCheck.Limits = DKIMCheck.Limits()
    ) async throws -> DKIMProblem? {
        let outcome = try await outcome(of: mail, at: moment, limits: limits)
        try #require(outcome.signatures.count == 1)
        return outcome.signatures[0].problem
    }
}
