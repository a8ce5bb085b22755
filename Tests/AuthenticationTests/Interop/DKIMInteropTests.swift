import Foundation
import Messages
import PSLDomains
import Resolving
import TestSupport
import Testing

@testable import Authentication

/// Our signatures before dkimpy and OpenDKIM's library, and theirs before us.
struct DKIMInteropTests {
    private static let peers = ["dkimpy", "opendkim"]
    private static let pairs: [(Canonicalisation, Canonicalisation)] = [
        (.simple, .simple), (.simple, .relaxed), (.relaxed, .simple), (.relaxed, .relaxed),
    ]

    /// A mail whose header has folds, runs of blanks, fields twice, one without text and one with bytes above ASCII.
    private static let header = """
        Received: by mx.example.org id 1;\r
        \tSat, 21 Nov 2026 11:00:00 +0000\r
        From:   Ann  <ann@example.org>\r
        To: Bob <bob@example.net>,\r
         \t Cat <cat@example.net>  \r
        Subject: \u{e9}t\u{e9} \t of  a\tthousand\r
          names\r
        Date: Sat, 21 Nov 2026 11:00:00 +0000\r
        Message-ID:<1@example.org>\r
        Comments: one\r
        Comments: two\r
        Reply-To:\r
        MIME-Version: 1.0\r
        \r

        """

    private static let bodies: [(name: String, bytes: [UInt8])] = [
        ("no body", []),
        ("line ends alone", Array("\r\n\r\n\r\n".utf8)),
        ("one line", Array("See you at noon.\r\n".utf8)),
        ("no line end at the end", Array("See you\r\nat noon.".utf8)),
        ("a blank and no line end at the end", Array("See you\r\nat noon. \t".utf8)),
        ("blanks at the ends of lines", Array("See you \t\r\n \t \r\nat\tnoon.  \r\n \r\n\t\r\n".utf8)),
        ("runs of blanks", Array("  See \t you\t\tat      noon.\r\n".utf8)),
        ("empty lines in between and at the end", Array("See\r\n\r\n\r\nyou\r\n\r\n\r\n\r\n".utf8)),
        ("dots", Array(".\r\n..\r\n.x\r\n".utf8)),
        ("every byte above ASCII", (0x80...0xFF).map { UInt8($0) } + [0x0D, 0x0A]),
        ("control characters", (0x01...0x1F).filter { $0 != 0x0A && $0 != 0x0D }.map { UInt8($0) } + [0x0D, 0x0A]),
        ("a line of 100,000 bytes", Array(repeating: UInt8(ascii: "x"), count: 100_000) + [0x0D, 0x0A]),
        ("a line of 10,000 words", Array(String(repeating: "word  ", count: 10_000).utf8) + [0x0D, 0x0A]),
        ("8,000 lines", Array(String(repeating: "line \r\n", count: 8000).utf8)),
    ]

    /// The mails, and each once more as a file with line feeds alone.
    private static let mails = bodies.flatMap { body -> [(name: String, bytes: [UInt8])] in
        let mail = Array(header.utf8) + body.bytes
        return [(body.name, mail), (body.name + ", line feeds", mail.filter { $0 != 0x0D })]
    }

    private func now() -> Timestamp { Timestamp(seconds: Int64(Date().timeIntervalSince1970)) }

    private func keys(_ workbench: DKIMWorkbench) throws -> [String: String] {
        ["\(try workbench.name)": workbench.key.record]
    }

    /// Where a peer reads the form of a body in its own way.
    private func difference(_ peer: String, _ mail: [UInt8], _ pair: (Canonicalisation, Canonicalisation)) -> String? {
        guard pair.1 == .relaxed, let last = mail.last, last != 0x0A else { return nil }
        if last == 0x20 || last == 0x09 {
            return "RFC 6376 section 3.4.4 ignores blanks at the end of a line, also of a last one without an end; the peer keeps one"
        }
        guard peer == "opendkim", mail.contains(0x0D) else { return nil }
        return "OpenDKIM takes no body without a line end at its end, to which RFC 6376 section 3.4.4 adds one"
    }

    /// What a peer says of each signature of a mail; nothing where it is not there.
    private func results(_ peer: String, _ peers: PeerProcess, _ mail: [UInt8], _ workbench: DKIMWorkbench) async throws -> [String]? {
        try await peers.answer(
            "verify", ["peer": peer, "mail": Data(mail).base64EncodedString(), "keys": try keys(workbench), "now": now().seconds])?[
                "results"] as? [String]
    }

    /// A mail with one byte of its text changed, in the body or, where that has none, in the subject.
    private func changed(_ mail: [UInt8]) -> [UInt8] {
        let raw = RawMail(mail)
        var changed = mail
        let place =
            raw.body.last { mail[$0] > 0x20 } ?? raw.fields(named: "Subject").first.flatMap { raw.fields[$0].body.last { mail[$0] > 0x20 } }
        if let place { changed[place] ^= 0x01 }
        return changed
    }

    @Test(arguments: [DKIMAlgorithm.rsaSHA256, .ed25519SHA256], peers)
    func oursAreVerified(_ algorithm: DKIMAlgorithm, by peer: String) async throws {
        let peers = try PeerProcess("authentication")
        let workbench = try DKIMWorkbench(algorithm)
        var count = CaseCount("interop dkim \(algorithm.rawValue), ours by \(peer)")
        for mail in Self.mails {
            for pair in Self.pairs {
                if let reason = difference(peer, mail.bytes, pair) {
                    count.skip(because: reason)
                    continue
                }
                var signer = workbench.signer
                signer.canonicalisation = Canonicalisation.Pair(header: pair.0, body: pair.1)
                let signed = try signer.field(for: RawMail(mail.bytes), at: now()) + mail.bytes
                guard let right = try await results(peer, peers, signed, workbench),
                    let wrong = try await results(peer, peers, changed(signed), workbench)
                else { return }
                count.check(right == ["pass"], "\(mail.name), \(signer.canonicalisation): \(right)")
                count.check(wrong.count == 1 && wrong != ["pass"], "\(mail.name), \(signer.canonicalisation), changed: \(wrong)")
            }
        }
        #expect(count.failed.isEmpty)
        #expect(count.report() >= 2 * 4 * (Self.mails.count - 2))
    }

    @Test(arguments: [DKIMAlgorithm.rsaSHA256, .ed25519SHA256], peers)
    func theirsAreVerified(_ algorithm: DKIMAlgorithm, of peer: String) async throws {
        let peers = try PeerProcess("authentication")
        let workbench = try DKIMWorkbench(algorithm)
        let names = try ICUNames()
        let key = algorithm == .ed25519SHA256 ? DKIMWorkbench.edSeed : DKIMWorkbench.rsaFile
        var count = CaseCount("interop dkim \(algorithm.rawValue), \(peer)'s by us")
        for mail in Self.mails {
            for (index, pair) in Self.pairs.enumerated() {
                if let reason = difference(peer, mail.bytes, pair) {
                    count.skip(because: reason)
                    continue
                }
                let question: [String: Any] = [
                    "peer": peer, "mail": Data(mail.bytes).base64EncodedString(), "key": key, "domain": "example.org", "selector": "a",
                    "algorithm": algorithm.rawValue, "header": pair.0.rawValue, "body": pair.1.rawValue, "length": index.isMultiple(of: 2),
                    "now": now().seconds,
                ]
                guard let field = try await peers.answer("sign", question)?["field"] as? String else { return }
                let own = RawMail(mail.bytes).withOwnLineEnds(Array(field.utf8))
                if peer == "opendkim", algorithm == .ed25519SHA256, pair.0 == .simple,
                    try await results(peer, peers, own + mail.bytes, workbench) != ["pass"]
                {
                    count.skip(because: "OpenDKIM 2.11 does not verify its own Ed25519 signatures over simple headers")
                    continue
                }
                let check = DKIMCheck(asking: workbench.lookups, names: names, at: now())
                let right = await check.outcome(of: RawMail(own + mail.bytes))
                let wrong = await check.outcome(of: RawMail(changed(own + mail.bytes)))
                let label = "\(mail.name), \(pair.0.rawValue)/\(pair.1.rawValue)"
                count.check(right.signatures.count == 1 && right.result == .pass, "\(label): \(right.signatures.map(\.problem))")
                count.check(wrong.signatures.count == 1 && wrong.result == .fail, "\(label), changed: \(wrong.signatures.map(\.problem))")
            }
        }
        #expect(count.failed.isEmpty)
        #expect(count.report() >= 4 * (Self.mails.count - 2))
    }

    /// Signatures over the first bytes of a body, to which others were added.
    @Test(arguments: [DKIMAlgorithm.rsaSHA256, .ed25519SHA256], peers)
    func oursOverTheBeginningAreVerified(_ algorithm: DKIMAlgorithm, by peer: String) async throws {
        let peers = try PeerProcess("authentication")
        let workbench = try DKIMWorkbench(algorithm)
        var count = CaseCount("interop dkim \(algorithm.rawValue) with l=, ours by \(peer)")
        for length in [0, 1, 7, 16, 17, 18] {
            for pair in Self.pairs {
                let signed = try workbench.signed(
                    tags: ["c": "\(pair.0.rawValue)/\(pair.1.rawValue)", "l": String(length)], header: pair.0)
                guard let right = try await results(peer, peers, Array((signed + "And more.\r\n").utf8), workbench) else { return }
                count.check(right == ["pass"], "l=\(length), \(pair.0.rawValue)/\(pair.1.rawValue): \(right)")
            }
        }
        #expect(count.failed.isEmpty)
        #expect(count.report() == 24)
    }
}
