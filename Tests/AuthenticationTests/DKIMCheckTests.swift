import Messages
import Resolving
import Testing

@testable import Authentication

/// Every result of a check and every reason for it (RFC 6376 section 6, RFC 8601 section 2.7.1).
struct DKIMCheckTests {
    /// A key that is nobody's.
    private static let zeroKey = "v=DKIM1; k=ed25519; p=" + String(repeating: "A", count: 43) + "="

    @Test func passes() async throws {
        let workbench = try DKIMWorkbench()
        let outcome = try await workbench.outcome(of: try workbench.signed())
        #expect(outcome.result == .pass)
        #expect(outcome.domains.map(\.description) == ["example.org"])
        let signature = outcome.signatures[0]
        #expect(signature.keyBits == 256 && signature.remarks.isEmpty && !signature.isKeySecure)
        #expect(signature.signedFields.first == DKIMSignatureOutcome.SignedField(name: "from", field: 1))
        #expect(signature.signedFields.dropFirst().first == DKIMSignatureOutcome.SignedField(name: "from", field: nil))
        #expect(!signature.allowsAnother("From") && signature.allowsAnother("List-Id"))
    }

    @Test func nothingIsSigned() async throws {
        let workbench = try DKIMWorkbench()
        for mail in [DKIMWorkbench.mail, "", "\r\n", "no header at all", "From: x"] {
            let outcome = try await workbench.outcome(of: mail)
            #expect(outcome.result == .none && outcome.signatures.isEmpty && outcome.notLookedAt == 0)
        }
    }

    @Test(arguments: DKIMAlgorithm.allCases.filter { $0 != .rsaSHA1 })
    func changesAreSeen(_ algorithm: DKIMAlgorithm) async throws {
        let workbench = try DKIMWorkbench(algorithm)
        let mail = try workbench.signed()
        #expect(try await workbench.problem(of: mail) == nil)
        #expect(try await workbench.problem(of: mail.replacing("noon", with: "nine")) == .bodyDiffers)
        #expect(try await workbench.problem(of: mail.replacing("Lunch", with: "Dinner")) == .signatureDiffers)
        #expect(try await workbench.problem(of: mail.replacing("t=1795258800", with: "t=1795258801")) == .signatureDiffers)
        #expect(try await workbench.problem(of: mail + "And bring money.\r\n") == .bodyDiffers)
        #expect(try await workbench.problem(of: mail + "\r\n\r\n") == nil)
    }

    @Test func addedFieldsAreSeenWhereNoneMayBeAdded() async throws {
        let workbench = try DKIMWorkbench()
        let mail = try workbench.signed()
        #expect(try await workbench.problem(of: "Subject: Money\r\n" + mail) == .signatureDiffers)
        #expect(try await workbench.problem(of: "X-Other: Money\r\n" + mail) == nil)
        let open = try workbench.signed { $0.fields = SignedNames(["from", "subject"]) }
        #expect(try await workbench.problem(of: "Subject: Money\r\n" + open) == nil)
    }

    @Test func keysMayBeMissing() async throws {
        let none = try DKIMWorkbench(record: "")
        #expect(try await none.problem(of: try none.signed()) == .keyMissing("a._domainkey.example.org TXT (NXDOMAIN)"))
        var other = none
        other.zone.add(.address(try #require(IPAddress("192.0.2.1"))), .a, at: try none.name)
        #expect(try await other.problem(of: try other.signed()) == .keyMissing("a._domainkey.example.org TXT (NODATA)"))
        #expect(try await other.outcome(of: try other.signed()).result == .permerror)
    }

    @Test(arguments: [Answer.Outcome.timedOut, .failed(code: 2), .bogus, .truncated])
    func answersMayBeMissing(_ outcome: Answer.Outcome) async throws {
        var workbench = try DKIMWorkbench(record: "")
        workbench.zone.set(outcome, for: .txt, at: try workbench.name)
        let result = try await workbench.outcome(of: try workbench.signed())
        #expect(result.result == .temperror)
        #expect(result.signatures[0].problem == .notAnswered("a._domainkey.example.org TXT (\(outcome))"))
    }

    @Test func keysMayBeOfNoUse() async throws {
        let cases: [(String, DKIMProblem)] = [
            ("v=DKIM1; p=", .keyRevoked),
            ("%; s=tlsrpt", .keyForOtherService),
            ("%; h=sha1", .keyForbidsHash),
            ("k=ed25519; p=", .keyRevoked),
            ("v=DKIM1; k=ed25519; p=AAAA", .keySyntax(DKIMSyntaxError(kind: .notAKey, tag: "p", offset: 22))),
            ("lorem ipsum", .keySyntax(DKIMSyntaxError(kind: .list(.missingEquals), tag: nil, offset: 6))),
            (Self.zeroKey, .signatureDiffers),
        ]
        for (record, problem) in cases {
            let workbench = try DKIMWorkbench(record: record)
            #expect(try await workbench.problem(of: try workbench.signed()) == problem, "\(record)")
        }
        let rsa = try DKIMWorkbench(.rsaSHA256).key.record
        let workbench = try DKIMWorkbench(record: rsa)
        #expect(try await workbench.problem(of: try workbench.signed()) == .keyOfOtherType)
        let good = try DKIMWorkbench(record: "%; s=other:email; h=sha1:sha256; unknown=tag")
        #expect(try await good.problem(of: try good.signed()) == nil)
    }

    @Test func severalKeysAreTried() async throws {
        var workbench = try DKIMWorkbench(record: Self.zeroKey)
        try workbench.publish("%")
        #expect(try await workbench.problem(of: try workbench.signed()) == nil)
        var limits = DKIMCheck.Limits()
        limits.keyRecords = 1
        #expect(try await workbench.problem(of: try workbench.signed(), limits: limits) == .signatureDiffers)
    }

    @Test func rsaWithSHA1DoesNotCount() async throws {
        // Signed with the workbench's key, which no signer here would do.
        let field = """
            DKIM-Signature: v=1; a=rsa-sha1; c=relaxed/relaxed; d=example.org;
             i=@example.org; q=dns/txt; s=a; t=1795263717; h=from : to : subject;
             bh=2mSNM4Ra10AKWG6lzhUBFTbuGdY=;
             b=eUQG+rBkjL/QEh507LnMwwPHyeLt9ArIztkOwv8diU6aVoiNnmbfGwBPg0+eiutvqbcJ0
             CXvAv0USO5nK7SWTynRJJm+DV9zrrrJgYH+hVQ4fy0iN5wx3yfLR5IJYmavxEMX/M8RXKgc
             GoQJfqnakKAQ8iVfjHvpahTaG2sFIug=

            """
        let mail = String(decoding: DKIMWorkbench.sent(field + DKIMWorkbench.mail), as: UTF8.self)
        let workbench = try DKIMWorkbench(.rsaSHA256)
        let later = Timestamp(seconds: 1_795_263_800)
        #expect(try await workbench.problem(of: mail, at: later) == .weakHash(wouldVerify: true))
        #expect(try await workbench.outcome(of: mail, at: later).result == .policy)
        let changed = mail.replacing("noon", with: "nine")
        #expect(try await workbench.problem(of: changed, at: later) == .weakHash(wouldVerify: false))
        #expect(try await workbench.outcome(of: changed, at: later).result == .fail)
    }

    @Test func shortKeysDoNotCount() async throws {
        let short =
            "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAK9qVcpjG9aFHHjA/IqbJUPazXysg16fQTei3SWMJr4mNtu/VM+FEN/Pu/lhoNNDjASZlqSvPy1vciqORWbG7KECAwEAAQ=="
        let workbench = try DKIMWorkbench(.rsaSHA256, record: "v=DKIM1; p=\(short)")
        #expect(try await workbench.problem(of: try workbench.signed()) == .keySize(bits: 512))
        #expect(try await workbench.outcome(of: try workbench.signed()).result == .policy)
    }

    @Test func signaturesHoldForATime() async throws {
        let workbench = try DKIMWorkbench()
        let mail = try workbench.signed { $0.validity = 3600 }
        let made = DKIMWorkbench.moment.seconds
        #expect(try await workbench.problem(of: mail, at: Timestamp(seconds: made + 3600 + 300)) == nil)
        #expect(
            try await workbench.problem(of: mail, at: Timestamp(seconds: made + 3600 + 301)) == .expired(Timestamp(seconds: made + 3600)))
        #expect(try await workbench.problem(of: mail, at: Timestamp(seconds: made - 300)) == nil)
        #expect(try await workbench.problem(of: mail, at: Timestamp(seconds: made - 301)) == .fromTheFuture(Timestamp(seconds: made)))
    }

    @Test func bytesBehindTheSignedOnesAreCounted() async throws {
        let workbench = try DKIMWorkbench()
        // The body has nineteen bytes.
        let mail = try workbench.signed(tags: ["l": "19"])
        #expect(try await workbench.outcome(of: mail).signatures[0].remarks.isEmpty)
        let longer = try await workbench.outcome(of: mail + "More.\r\n")
        #expect(longer.result == .pass)
        #expect(longer.signatures[0].remarks == [.bodyNotCovered(bytes: 7)])
        var limits = DKIMCheck.Limits()
        limits.bearsUnsignedBody = false
        #expect(try await workbench.problem(of: mail, limits: limits) == nil)
        #expect(try await workbench.problem(of: mail + "More.\r\n", limits: limits) == .bodyNotCovered(bytes: 7))
        let nothing = try await workbench.outcome(of: try workbench.signed(tags: ["l": "0"]))
        #expect(nothing.result == .pass && nothing.signatures[0].remarks == [.bodyNotCovered(bytes: 19)])
        #expect(try await workbench.problem(of: try workbench.signed(tags: ["l": "20"])) == .bodyTooShort(signed: 20, present: 19))
    }

    @Test func fromMustBeSigned() async throws {
        let workbench = try DKIMWorkbench()
        #expect(try await workbench.problem(of: try workbench.signed(tags: ["h": "to:subject"])) == .fromNotSigned)
        let without = DKIMWorkbench.mail.replacing("From: Ann <ann@example.org>\n", with: "")
        #expect(try await workbench.problem(of: try workbench.signed(without, tags: [:])) == .fromNotSigned)
        #expect(throws: DKIMSigner.Problem.noFrom) { try workbench.signed(without) }
    }

    @Test func everyFromMustBeSigned() async throws {
        let workbench = try DKIMWorkbench()
        let mail = try workbench.signed(tags: [:])
        let added = "From: Mallory <m@example.com>\r\n" + mail
        #expect(try await workbench.problem(of: added) == .fromNotCovered(present: 2, signed: 1))
        #expect(try await workbench.outcome(of: added).result == .policy)
        let both = "From: Zoe <zoe@example.org>\n" + DKIMWorkbench.mail
        let signed = try await workbench.outcome(of: try workbench.signed(both, tags: ["h": "from:from:to"]))
        #expect(signed.result == .pass && signed.signatures[0].remarks == [.severalFrom(count: 2)])
    }

    @Test func identitiesAreOfTheDomain() async throws {
        let workbench = try DKIMWorkbench()
        let other = try workbench.signed(tags: ["i": "ann@example.net"])
        #expect(try await workbench.problem(of: other) == .identityOutsideDomain)
        let near = try workbench.signed(tags: ["i": "@badexample.org"])
        #expect(try await workbench.problem(of: near) == .identityOutsideDomain)
        let below = try workbench.signed(tags: ["i": "ann@mail.example.org"])
        #expect(try await workbench.problem(of: below) == nil)
        let strict = try DKIMWorkbench(record: "%; t=s")
        #expect(try await strict.problem(of: below) == .identityInSubdomain)
        #expect(try await strict.problem(of: try strict.signed()) == nil)
    }

    @Test func domainsThatTryOutSaySo() async throws {
        let workbench = try DKIMWorkbench(record: "%; t=y")
        let outcome = try await workbench.outcome(of: try workbench.signed())
        #expect(outcome.result == .pass && outcome.signatures[0].remarks == [.testing])
    }

    @Test func brokenSignaturesAreNeutral() async throws {
        let workbench = try DKIMWorkbench()
        let mail = try workbench.signed().replacing("v=1", with: "v=7")
        let outcome = try await workbench.outcome(of: mail)
        #expect(outcome.result == .neutral)
        #expect(outcome.signatures[0].problem == .syntax(DKIMSyntaxError(kind: .unknownVersion, tag: "v", offset: 3)))
        var limits = DKIMCheck.Limits()
        limits.fieldBytes = 100
        guard case .fieldTooLong = try await workbench.problem(of: try workbench.signed(), limits: limits) else {
            Issue.record("a field beyond the limit was read")
            return
        }
    }

    @Test func theBestSignatureCounts() async throws {
        let workbench = try DKIMWorkbench()
        let mail = try workbench.signed()
        let broken = "DKIM-Signature: v=1\r\n" + mail
        let outcome = try await workbench.outcome(of: broken)
        #expect(outcome.signatures.map(\.result) == [.neutral, .pass])
        #expect(outcome.result == .pass)
    }

    @Test func domainsWithLettersOfAllScriptsAreAskedForInASCII() async throws {
        let workbench = try DKIMWorkbench(domain: "xn--bcher-kva.example")
        let mail = try workbench.signed(tags: ["d": "b\u{FC}cher.example", "i": "ann@b\u{FC}cher.example"])
        #expect(try await workbench.problem(of: mail) == nil)
    }

    @Test func keysAreAskedForOnce() async throws {
        let workbench = try DKIMWorkbench()
        let mail = try workbench.signed()
        let twice = String(mail.prefix(upTo: try #require(mail.firstRange(of: "From:")).lowerBound)) + mail
        #expect(try await workbench.outcome(of: twice).signatures.map(\.result) == [.pass, .pass])
    }
}
