import Messages
import PSLDomains
import Resolving
import Testing

@testable import Authentication

/// Chains of our own (RFC 8617 section 5).
struct ARCTests {
    private func outcome(of mail: [UInt8], _ workbench: DKIMWorkbench, at moment: Timestamp = DKIMWorkbench.moment) async throws
        -> ARCOutcome
    {
        let names = try ICUNames()
        return await ARCCheck(asking: workbench.lookups, names: names, at: moment).outcome(of: RawMail(mail))
    }

    private func sealed(_ mail: [UInt8], _ workbench: DKIMWorkbench, results: String = "spf=pass smtp.mailfrom=ann@example.org")
        async throws
        -> [UInt8]?
    {
        let chain = try await outcome(of: mail, workbench)
        let sealer = ARCSealer(workbench.key, domain: workbench.domain, selector: workbench.selector, service: "mx.example.org")
        return try sealer.fields(for: RawMail(mail), after: chain, results: Array(results.utf8), at: DKIMWorkbench.moment).map { $0 + mail }
    }

    private func chain(of count: Int, _ workbench: DKIMWorkbench, _ mail: [UInt8] = DKIMWorkbench.sent(DKIMWorkbench.mail)) async throws
        -> [UInt8]
    {
        var mail = mail
        for _ in 0..<count { mail = try #require(try await sealed(mail, workbench)) }
        return mail
    }

    private func changed(_ mail: [UInt8], _ old: String, _ new: String) -> [UInt8] {
        Array(String(decoding: mail, as: UTF8.self).replacing(old, with: new, maxReplacements: 1).utf8)
    }

    @Test(arguments: [DKIMAlgorithm.rsaSHA256, .ed25519SHA256])
    func whatIsSealedHolds(_ algorithm: DKIMAlgorithm) async throws {
        let workbench = try DKIMWorkbench(algorithm)
        for count in [1, 2, 5] {
            let outcome = try await outcome(of: try await chain(of: count, workbench), workbench)
            #expect(outcome.result == .pass && outcome.problem == nil && outcome.oldestPass == 0)
            #expect(outcome.sets.map(\.instance) == Array(1...count))
            #expect(outcome.sets.allSatisfy { $0.isSealChecked && $0.isMessageSignatureChecked })
            #expect(outcome.domains == Array(repeating: workbench.domain, count: count))
        }
        let results = try await outcome(of: try await chain(of: 1, workbench), workbench).sets[0].results
        let text = String(decoding: results, as: UTF8.self)
        #expect(text.filter { !$0.isWhitespace } == "mx.example.org;spf=passsmtp.mailfrom=ann@example.org")
    }

    @Test func filesWithLineFeedsHoldToo() async throws {
        let workbench = try DKIMWorkbench()
        let mail = try await chain(of: 3, workbench, Array(DKIMWorkbench.mail.utf8))
        #expect(!mail.contains(0x0D))
        #expect(try await outcome(of: mail, workbench).result == .pass)
    }

    @Test func aMailWithoutAChainHasNone() async throws {
        let workbench = try DKIMWorkbench()
        let outcome = try await outcome(of: DKIMWorkbench.sent(DKIMWorkbench.mail), workbench)
        #expect(outcome.result == .none && outcome.sets.isEmpty && outcome.problem == nil)
    }

    @Test func changesAfterTheLastSealAreSeen() async throws {
        let workbench = try DKIMWorkbench()
        let mail = try await chain(of: 2, workbench)
        let body = try await outcome(of: changed(mail, "noon", "nine"), workbench)
        #expect(body.result == .fail && body.problem == .messageSignature(.bodyDiffers, instance: 2))
        let header = try await outcome(of: changed(mail, "Lunch", "Dinner"), workbench)
        #expect(header.problem == .messageSignature(.signatureDiffers, instance: 2))
    }

    @Test func changesByHandlersAreToldByTheOldestPass() async throws {
        let workbench = try DKIMWorkbench()
        let first = try await chain(of: 2, workbench)
        let mail = try await chain(of: 1, workbench, changed(first, "Lunch", "[list] Lunch"))
        let failed = try await outcome(of: mail, workbench)
        // The third handler got a chain that did not hold, and said so.
        #expect(failed.result == .fail && failed.problem == .failedBefore(instance: 3))

        // A handler that changes the mail itself, between its check and its seal.
        let state = try await outcome(of: first, workbench)
        let sealer = ARCSealer(workbench.key, domain: workbench.domain, selector: workbench.selector, service: "lists.example.org")
        let list = changed(first, "Lunch", "[list] Lunch")
        let fields = try sealer.fields(for: RawMail(list), after: state, results: [], at: DKIMWorkbench.moment)
        let held = try await outcome(of: try #require(fields) + list, workbench)
        #expect(held.result == .pass && held.oldestPass == 3)
        #expect(held.sets[1].messageProblem == .signatureDiffers && !held.sets[0].isMessageSignatureChecked)
    }

    @Test func nothingIsAddedToAChainThatHadFailed() async throws {
        let workbench = try DKIMWorkbench()
        let broken = changed(try await chain(of: 1, workbench), "noon", "nine")
        let marked = try #require(try await sealed(broken, workbench))
        let outcome = try await outcome(of: marked, workbench)
        #expect(outcome.result == .fail && outcome.problem == .failedBefore(instance: 2) && outcome.sets.count == 2)
        #expect(try await sealed(marked, workbench) == nil)
    }

    @Test func setsAreWhole() async throws {
        let workbench = try DKIMWorkbench()
        let mail = try await chain(of: 2, workbench)
        let raw = RawMail(mail)
        for (index, field) in raw.fields.enumerated().prefix(6) {
            let name = String(decoding: mail[field.name], as: UTF8.self)
            let kind = try #require(ARCProblem.Field(rawValue: name))
            let instance = index < 3 ? 2 : 1
            let end = field.body.upperBound + 2
            let without = Array(mail[..<field.name.lowerBound] + mail[end...])
            #expect(try await outcome(of: without, workbench).problem == .missing(kind, instance: instance))
            let twice = Array(mail[..<end] + mail[field.name.lowerBound...])
            #expect(try await outcome(of: twice, workbench).problem == .repeated(kind, instance: instance))
        }
    }

    @Test func statusesAreThoseThatCanBe() async throws {
        let workbench = try DKIMWorkbench()
        let mail = try await chain(of: 2, workbench)
        let second = try await outcome(of: changed(mail, "cv=pass", "cv=none"), workbench)
        #expect(second.problem == .wrongStatus(.none, instance: 2))
        let first = try await outcome(of: changed(mail, "cv=none", "cv=pass"), workbench)
        #expect(first.problem == .wrongStatus(.pass, instance: 1))
        let odd = try await outcome(of: changed(mail, "cv=pass", "cv=good"), workbench)
        guard case .syntax(.seal, let error) = odd.problem else {
            Issue.record("\(String(describing: odd.problem))")
            return
        }
        #expect(error.kind == .unsupported && error.tag == "cv")
    }

    @Test func sealsAreChecked() async throws {
        let workbench = try DKIMWorkbench()
        let mail = try await chain(of: 3, workbench)
        // Results of the first handler changed: every seal over them breaks, the newest is met first.
        let outcome = try await outcome(of: changed(mail, "i=1; mx.example.org", "i=1; mx.example.com"), workbench)
        #expect(outcome.result == .fail && outcome.problem == .seal(.signatureDiffers, instance: 3))
        #expect(!outcome.sets[0].isSealChecked)
    }

    @Test func keysMayBeMissing() async throws {
        let workbench = try DKIMWorkbench()
        let mail = try await chain(of: 1, workbench)
        let none = try DKIMWorkbench(record: "")
        let missing = try await outcome(of: mail, none)
        #expect(missing.result == .fail)
        var late = none
        late.zone.set(.timedOut, for: .txt, at: try none.name)
        let undecided = try await outcome(of: mail, late)
        #expect(undecided.result == .temperror)
        await #expect(throws: ARCSealer.Problem.chainUndecided) { try await sealed(mail, late) }
    }

    @Test func chainsEnd() async throws {
        let workbench = try DKIMWorkbench()
        let mail = try await chain(of: ARCCheck.setLimit, workbench)
        #expect(try await outcome(of: mail, workbench).result == .pass)
        #expect(try await sealed(mail, workbench) == nil)
        let more = Array(repeating: Array("ARC-Seal: i=1\r\n".utf8), count: 10_000).flatMap { $0 } + mail
        #expect(try await outcome(of: more, workbench).problem == .tooManySets)
        let long = Array("ARC-Seal: i=1; b=".utf8) + Array(repeating: UInt8(ascii: "A"), count: 1 << 20) + [13, 10, 13, 10]
        guard case .fieldTooLong(.seal, _) = try await outcome(of: long, workbench).problem else {
            Issue.record("it was read")
            return
        }
    }

    @Test func resultsBeginNoOtherField() async throws {
        let workbench = try DKIMWorkbench()
        let mail = DKIMWorkbench.sent(DKIMWorkbench.mail)
        let sealed = try #require(try await sealed(mail, workbench, results: "spf=pass\r\nBcc: evil@example.org\n\nbody; x=y"))
        #expect(RawMail(sealed).fields(named: "Bcc").isEmpty)
        #expect(try await outcome(of: sealed, workbench).result == .pass)
    }

    @Test func ownResultsAreJoined() throws {
        let workbench = try DKIMWorkbench()
        let sealer = ARCSealer(workbench.key, domain: workbench.domain, selector: workbench.selector, service: "mx.example.org")
        let mail = """
            Authentication-Results: MX.example.org 1; spf=pass;
            Authentication-Results: other.example; dkim=pass
            Authentication-Results: mx.example.org;
              dkim=fail
            Authentication-Results: mx.example.org
            Authentication-Results: mx.example.org =; dmarc=pass
            Authentication-Results: (x;y) "mx.example.org" (; dkim=pass) ; iprev=pass

            """
        #expect(String(decoding: sealer.results(in: RawMail(Array(mail.utf8))), as: UTF8.self) == "spf=pass; dkim=fail; iprev=pass")
    }

    @Test func thousandsOfFieldsAskNothing() async throws {
        let workbench = try DKIMWorkbench()
        let mail = String(decoding: try await chain(of: 1, workbench), as: UTF8.self)
        let names = try ICUNames()
        for field in [
            "ARC-Seal: i=1; cv=none; a=x", "ARC-Message-Signature: i=2", "ARC-Authentication-Results: i=50; a; none", "arc-seal:",
        ] {
            let lookups = workbench.lookups
            let many = Array((String(repeating: field + "\r\n", count: 5000) + mail).utf8)
            let outcome = await ARCCheck(asking: lookups, names: names, at: DKIMWorkbench.moment).outcome(of: RawMail(many))
            #expect(outcome.result == .fail && outcome.problem == .tooManySets && lookups.transcript.isEmpty)
        }
        let long = Array(("ARC-Seal: i=1; b=" + String(repeating: "A", count: 1 << 20) + "\r\n" + mail).utf8)
        #expect(try await outcome(of: long, workbench).problem == .fieldTooLong(.seal, bytes: (1 << 20) + 8))
    }

    @Test(arguments: ["0", "51", "1000", "99999999999999999999", "-1", "+1", "1.0", "", "\u{FC}"])
    func oddInstancesAreNone(_ digits: String) async throws {
        let workbench = try DKIMWorkbench()
        let outcome = try await outcome(of: changed(try await chain(of: 1, workbench), "i=1;", "i=\(digits);"), workbench)
        guard outcome.result == .fail, case .syntax = outcome.problem else {
            Issue.record("\(String(describing: outcome.problem))")
            return
        }
    }

    @Test(arguments: [Canonicalisation.simple, .relaxed])
    func aSignatureThatDoesNotSayHowHoldsEitherWay(_ canonicalisation: Canonicalisation) async throws {
        let workbench = try DKIMWorkbench()
        let mail = RawMail(DKIMWorkbench.sent(DKIMWorkbench.mail))
        var hashes = BodyHashes()
        var writer = TagWriter("ARC-Message-Signature", foldsSignature: false)
        let digest = Base64.encode(hashes.value(of: mail, .ed25519SHA256, canonicalisation, upTo: nil).digest)
        for (tag, value) in [("a", "ed25519-sha256"), ("i", "1"), ("d", "example.org"), ("s", "a"), ("h", "from:subject")] {
            writer.add(tag, value.utf8)
        }
        writer.add("bh", digest)
        writer.addSignature()
        let signature = try #require(
            SignedHeader.sign(writer, with: workbench.key, over: ["from", "subject"], of: mail, by: canonicalisation))
        let results = Array("ARC-Authentication-Results: i=1; mx.example.org; none\r\n".utf8)
        var data: [UInt8] = []
        let written = RawMail(results + signature)
        let relaxed = HeaderCanonicaliser(canonicalisation: .relaxed, lineEnds: .crlf)
        for field in written.fields { relaxed.append(field, of: written.bytes, to: &data) }
        var sealWriter = TagWriter("ARC-Seal", foldsSignature: false)
        for (tag, value) in [("a", "ed25519-sha256"), ("i", "1"), ("cv", "none"), ("d", "example.org"), ("s", "a")] {
            sealWriter.add(tag, value.utf8)
        }
        sealWriter.addSignature()
        let seal = try #require(SignedHeader.sign(sealWriter, with: workbench.key, after: data, by: .relaxed))
        let outcome = try await outcome(of: seal + signature + results + mail.bytes, workbench)
        #expect(outcome.result == .pass, "\(outcome.problem?.description ?? "-")")
        let changed = try await self.outcome(of: self.changed(seal + signature + results + mail.bytes, "noon", "nine"), workbench)
        #expect(changed.problem == .messageSignature(.bodyDiffers, instance: 1))
    }

    @Test func fieldsOfChainsAndResultsAreNeverSigned() async throws {
        let workbench = try DKIMWorkbench()
        let mail = RawMail(Array("Authentication-Results: mx.example.org; none\r\n".utf8) + (try await chain(of: 1, workbench)))
        var sealer = ARCSealer(workbench.key, domain: workbench.domain, selector: workbench.selector, service: "mx.example.org")
        sealer.fields = SignedNames(["From", "ARC-Seal", "ARC-Message-Signature", "ARC-Authentication-Results", "Authentication-Results"])
        let fields = try sealer.fields(
            for: mail, after: try await outcome(of: mail.bytes, workbench), results: [], at: DKIMWorkbench.moment)
        let written = RawMail(try #require(fields))
        let signature = written.body(of: try #require(written.fields(named: "ARC-Message-Signature").first))
        #expect(try TagList(Array(signature)).text("h") == "from")
        #expect(try await outcome(of: written.bytes + mail.bytes, workbench).result == .pass)
    }

    @Test func anAnswerThatDidNotComeIsAFailureToOthers() {
        #expect(ARCOutcome.Result.allCases.map(\.status) == [.none, .pass, .fail, .fail])
    }
}
