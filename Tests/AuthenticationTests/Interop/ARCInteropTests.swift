import Foundation
import Messages
import PSLDomains
import Resolving
import TestSupport
import Testing

@testable import Authentication

/// Chains that we and dkimpy seal in turn, before both. dkimpy seals with RSA alone.
struct ARCInteropTests {
    private func now() -> Timestamp { Timestamp(seconds: Int64(Date().timeIntervalSince1970)) }

    private func outcome(of mail: [UInt8], _ workbench: DKIMWorkbench) async throws -> ARCOutcome {
        let names = try ICUNames()
        return await ARCCheck(asking: workbench.lookups, names: names, at: now()).outcome(of: RawMail(mail))
    }

    /// What dkimpy says of a chain; nothing where it is not there.
    private func theirResult(of mail: [UInt8], _ workbench: DKIMWorkbench, _ peers: PeerProcess) async throws -> String? {
        let keys = ["\(try workbench.name)": workbench.key.record]
        return try await peers.answer("chain", ["mail": Data(mail).base64EncodedString(), "keys": keys])?["result"] as? String
    }

    /// The mail with one more set; nothing where dkimpy is not there.
    private func sealed(
        by sealer: Character, at service: String, _ mail: [UInt8], _ workbench: DKIMWorkbench, _ peers: PeerProcess
    ) async throws -> [UInt8]? {
        if sealer == "o" {
            let chain = try await outcome(of: mail, workbench)
            let ours = ARCSealer(workbench.key, domain: workbench.domain, selector: workbench.selector, service: service)
            let raw = RawMail(mail)
            return try #require(try ours.fields(for: raw, after: chain, results: ours.results(in: raw), at: now())) + mail
        }
        let question: [String: Any] = [
            "mail": Data(mail).base64EncodedString(), "key": DKIMWorkbench.rsaFile, "domain": "example.org", "selector": "a",
            "algorithm": "rsa-sha256", "service": service,
        ]
        guard let fields = try await peers.answer("seal", question)?["fields"] as? String else { return nil }
        return Array(fields.utf8) + mail
    }

    /// `o` is a set of ours and `t` one of theirs, the first handler's first.
    @Test(arguments: ["o", "t", "oo", "tt", "ot", "to", "ototo", "tttoo", "oooooooooo", "tttttttttt"])
    func chainsHold(_ sealers: String) async throws {
        let peers = try PeerProcess("authentication")
        let workbench = try DKIMWorkbench(.rsaSHA256)
        var mail = DKIMWorkbench.sent(DKIMWorkbench.mail)
        for (index, sealer) in sealers.enumerated() {
            let service = "mx\(index).example.org"
            let results = "\(service); spf=pass smtp.mailfrom=ann@example.org; arc=\(index == 0 ? "none" : "pass")"
            let received = Array("Authentication-Results: \(results)\r\n".utf8) + mail
            guard let next = try await sealed(by: sealer, at: service, received, workbench, peers) else { return }
            mail = next
        }
        let ours = try await outcome(of: mail, workbench)
        #expect(ours.result == .pass && ours.sets.count == sealers.count)
        #expect(try await theirResult(of: mail, workbench, peers) == "pass")
        let changed = Array(String(decoding: mail, as: UTF8.self).replacing("noon", with: "nine").utf8)
        #expect(try await outcome(of: changed, workbench).result == .fail)
        #expect(try await theirResult(of: changed, workbench, peers) == "fail")
    }
}
