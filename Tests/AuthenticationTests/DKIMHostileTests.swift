import Messages
import PSLDomains
import Resolving
import Testing

@testable import Authentication

/// Mails and records that somebody wrote to do harm: the result of the standard, and an end.
struct DKIMHostileTests {
    private static let start = "DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=a; h=from; bh=AAAA; b="

    @Test func aMegabyteOfSignature() async throws {
        let workbench = try DKIMWorkbench()
        let mail = Self.start + String(repeating: "A", count: 1 << 20) + "\r\nFrom: x\r\n\r\n"
        guard case .fieldTooLong = try await workbench.problem(of: mail) else {
            Issue.record("it was read")
            return
        }
        var limits = DKIMCheck.Limits()
        limits.fieldBytes = .max
        #expect(try await workbench.problem(of: mail, limits: limits) == .keyOfOtherType)
    }

    @Test func tenThousandSignatures() async throws {
        let workbench = try DKIMWorkbench()
        let signed = try workbench.signed()
        let field = String(signed.prefix(upTo: try #require(signed.firstRange(of: "From:")).lowerBound))
        let outcome = try await workbench.outcome(of: String(repeating: field, count: 9999) + signed)
        #expect(outcome.signatures.count == 10 && outcome.notLookedAt == 9990)
        #expect(outcome.signatures.allSatisfy { $0.result == .pass })
    }

    @Test func manyNamesAndManyFields() async throws {
        let workbench = try DKIMWorkbench()
        let names = "from:" + String(repeating: "to:x:", count: 6000) + "to"
        var mail = try workbench.signed(tags: ["h": "from:to"]).replacing("h=from:to", with: "h=" + names)
        mail = String(repeating: "To: a\r\nX: b\r\n", count: 20_000) + mail
        #expect(try await workbench.problem(of: mail) == .signatureDiffers)
        let from = String(repeating: "From: a\r\n", count: 20_000) + (try workbench.signed())
        #expect(try await workbench.problem(of: from) == .fromNotCovered(present: 20_001, signed: 2))
    }

    @Test func bodiesOfNothing() async throws {
        let workbench = try DKIMWorkbench()
        for pair in [Canonicalisation.simple, .relaxed] {
            let mail = try workbench.signed { $0.canonicalisation.body = pair }
            #expect(try await workbench.problem(of: mail + String(repeating: "\r\n", count: 1_000_000)) == nil)
            #expect(try await workbench.problem(of: mail + String(repeating: "\r", count: 1_000_000)) == .bodyDiffers)
            #expect(try await workbench.problem(of: mail + String(repeating: "\n", count: 1_000_000)) == .bodyDiffers)
            let blanks = try await workbench.problem(of: mail + String(repeating: " ", count: 1_000_000))
            #expect(blanks == (pair == .relaxed ? nil : .bodyDiffers))
        }
    }

    @Test func oddRecords() async throws {
        let records = [
            "v=DKIM1; k=ed25519; n=" + String(repeating: "x", count: 65_536) + "; p=AAAA",
            (0..<10_000).map { "t\($0)=" }.joined(separator: ";"), String(repeating: ";", count: 65_536),
            "p=" + String(repeating: "A", count: 65_536), "k=ed25519; p=" + String(repeating: "A", count: 65_536),
            "v=DKIM1; k=ed25519; p=" + String(repeating: " ", count: 65_000) + "AAAA", "\0", "=", "\u{FF}\u{FE}",
        ]
        for record in records {
            let workbench = try DKIMWorkbench(record: record)
            #expect(try await workbench.outcome(of: try workbench.signed()).result == .permerror, "\(record.prefix(40))")
        }
    }

    @Test func bytesInEveryPlaceOfASignature() async throws {
        let workbench = try DKIMWorkbench()
        let bytes = Array(try workbench.signed().utf8)
        let names = try ICUNames()
        let end = try #require(RawMail(bytes).fields.first).body.upperBound
        for place in stride(from: 16, to: end, by: 3) {
            for byte: UInt8 in [0, 0x20, 0x3B, 0x3D, 0x80] {
                var changed = bytes
                changed[place] = byte
                let outcome = await DKIMCheck(asking: workbench.lookups, names: names, at: DKIMWorkbench.moment).outcome(
                    of: RawMail(changed))
                // A blank in the middle of Base64 changes nothing, nor does padding that is missing at its end.
                if byte != 0x20, bytes[place] != byte, bytes[place] != UInt8(ascii: "=") {
                    #expect(outcome.result != .pass, "\(place) \(byte)")
                }
            }
        }
    }
}

/// Where the fields and the body of a mail are (RFC 5322 section 2.1).
struct RawMailTests {
    private func fields(_ text: String) -> [String] {
        let mail = RawMail(Array(text.utf8))
        return mail.fields.map { String(decoding: mail.bytes[$0.name.lowerBound..<$0.body.upperBound], as: UTF8.self) }
    }

    private func body(_ text: String) -> String {
        let mail = RawMail(Array(text.utf8))
        return String(decoding: mail.bytes[mail.body], as: UTF8.self)
    }

    @Test func divides() {
        #expect(fields("A: b\r\nC : d\r\n e\r\n\r\nF: g\r\n") == ["A: b", "C : d\r\n e"])
        #expect(body("A: b\r\n\r\nF: g\r\n") == "F: g\r\n")
        #expect(body("A: b\r\n") == "")
        #expect(body("\r\ntext") == "text")
        #expect(fields("A: b") == ["A: b"])
    }

    @Test func lineFeedsAloneEndLinesOnlyWhereTheFirstDoes() {
        #expect(fields("A: b\nC: d\r\n\nx") == ["A: b", "C: d"])
        #expect(fields("A: b\r\nC: d\nE: f\r\n\r\nx") == ["A: b", "C: d\nE: f"])
        #expect(RawMail(Array("A: b\nC".utf8)).lineEnds == .lineFeed)
        #expect(RawMail(Array("A: b".utf8)).lineEnds == .crlf)
    }

    @Test func passesOverTheLineOfAMailbox() {
        #expect(fields("From ann Sat Nov 21 2026\nA: b\n\n") == ["A: b"])
        #expect(fields(">From ann Sat Nov 21 2026\nA: b\n\n") == ["A: b"])
        #expect(fields("From : ann\n\n") == ["From : ann"])
    }

    @Test func theBodyMayBeginWithoutABlankLine() {
        #expect(body("A: b\r\ntext\r\nmore\r\n") == "text\r\nmore\r\n")
        #expect(fields("A: b\r\nnonsense\r\nC: d\r\n\r\n") == ["A: b", "C: d"])
        #expect(fields(" fold\r\nA: b\r\n\r\n") == ["A: b"])
    }

    @Test func choosesFromBelow() {
        let mail = RawMail(Array("X: 1\r\nY: 2\r\nx: 3\r\n\r\n".utf8))
        #expect(mail.fields(named: "X") == [2, 0])
        #expect(mail.fields(named: "z").isEmpty)
    }
}
