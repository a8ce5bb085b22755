import Authentication
import Resolving
import Testing

/// The rules of RFC 9989 section 4.10, one by one.
struct DMARCTreeWalkTests {
    private let long = "a.b.c.d.e.f.g.h.i.j.mail.example.com"

    @Test func asksForEightNamesAtMost() async throws {
        let (outcome, asked) = try await DMARCZone().check([long])
        #expect(outcome.result == .none)
        #expect(
            asked == [
                "_dmarc.a.b.c.d.e.f.g.h.i.j.mail.example.com TXT", "_dmarc.g.h.i.j.mail.example.com TXT",
                "_dmarc.h.i.j.mail.example.com TXT",
                "_dmarc.i.j.mail.example.com TXT", "_dmarc.j.mail.example.com TXT", "_dmarc.mail.example.com TXT", "_dmarc.example.com TXT",
                "_dmarc.com TXT",
            ])
        #expect(outcome.steps.count == 8)
    }

    @Test(arguments: [(1, 1), (2, 2), (7, 7), (8, 8), (9, 8), (30, 8)])
    func countsLabels(_ labels: Int, _ questions: Int) async throws {
        let name = (0..<labels).map { "l\($0)" }.joined(separator: ".")
        let (_, asked) = try await DMARCZone().check([name])
        #expect(asked.count == questions)
    }

    @Test func prefersTheRecordOfTheAuthor() async throws {
        let zone = DMARCZone(["mail.example.com": "v=DMARC1; p=none", "example.com": "v=DMARC1; p=reject; sp=quarantine"])
        let outcome = try await zone.outcome("mail.example.com")
        #expect(outcome.place == .author)
        #expect(outcome.policyDomain?.description == "mail.example.com")
        #expect(outcome.requested == DMARCPolicy.none)
        #expect(outcome.steps.map(\.domain.description) == ["mail.example.com"])
    }

    @Test func takesTheShortestNameForTheOrganization() async throws {
        let zone = DMARCZone(["mail.example.com": "v=DMARC1; p=none", "example.com": "v=DMARC1; p=reject; sp=quarantine"])
        let outcome = try await zone.outcome("a.mail.example.com")
        #expect(outcome.place == .organization)
        #expect(outcome.organization?.description == "example.com")
        #expect(outcome.requested == .quarantine)
        #expect(outcome.applied == .quarantine)
        #expect(outcome.steps.map(\.finding) == [.nothing(.nonexistent), .record, .record, .nothing(.nonexistent)])
    }

    @Test func stopsAtAnOrganizationThatSaysSo() async throws {
        let zone = DMARCZone(["mail.example.com": "v=DMARC1; p=reject; psd=n", "example.com": "v=DMARC1; p=none"])
        let outcome = try await zone.outcome("a.mail.example.com", DMARCZone.signed("example.com"))
        #expect(outcome.organization?.description == "mail.example.com")
        #expect(outcome.policyDomain?.description == "mail.example.com")
        #expect(outcome.result == .fail)
        #expect(outcome.identifiers.first?.isAligned == false)
        #expect(outcome.steps.count == 2)
    }

    @Test func looksOneLabelBelowAPublicSuffix() async throws {
        let zone = DMARCZone(["bank": "v=DMARC1; p=reject; psd=y", "example.bank": "v=DMARC1; p=quarantine"])
        let outcome = try await zone.outcome("a.b.example.bank", DMARCZone.signed("other.example.bank"))
        #expect(outcome.organization?.description == "example.bank")
        #expect(outcome.policyDomain?.description == "example.bank")
        #expect(outcome.place == .organization)
        #expect(outcome.result == .pass)
    }

    @Test func takesTheRecordOfThePublicSuffix() async throws {
        let zone = DMARCZone(["bank": "v=DMARC1; p=none; sp=reject; psd=y"])
        let outcome = try await zone.outcome("www.example.bank", DMARCZone.signed("other.bank"))
        #expect(outcome.organization?.description == "example.bank")
        #expect(outcome.policyDomain?.description == "bank")
        #expect(outcome.place == .publicSuffix)
        #expect(outcome.requested == .reject)
        #expect(outcome.result == .fail)
        #expect(outcome.identifiers.first?.isAligned == false)
    }

    @Test func passesOverRecordsBetweenOrganizationAndAuthor() async throws {
        // The organisation below the suffix has no record, and one further down does not count.
        let zone = DMARCZone(["bank": "v=DMARC1; p=reject; psd=y", "mail.example.bank": "v=DMARC1; p=none"])
        let outcome = try await zone.outcome("a.mail.example.bank")
        #expect(outcome.organization?.description == "example.bank")
        #expect(outcome.policyDomain?.description == "bank")
    }

    @Test func passesOverTheSuffixAboveAnOrganizationWithARecord() async throws {
        let zone = DMARCZone(["bank": "v=DMARC1; p=reject; psd=y", "example.bank": "v=DMARC1; p=none"])
        let outcome = try await zone.outcome("www.example.bank")
        #expect(outcome.policyDomain?.description == "example.bank")
        #expect(outcome.requested == DMARCPolicy.none)
    }

    @Test func takesASuffixThatSendsForItsOwnOrganization() async throws {
        let zone = DMARCZone(["gov.example": "v=DMARC1; p=reject; psd=y"])
        let outcome = try await zone.outcome("gov.example", DMARCZone.signed("mail.gov.example"))
        #expect(outcome.place == .author)
        #expect(outcome.organization?.description == "gov.example")
        // The domain below is an organisation of its own.
        #expect(outcome.result == .fail)
        #expect(outcome.identifiers.first?.organization?.description == "mail.gov.example")
    }

    @Test func ignoresSeveralRecordsAndOtherTexts() async throws {
        var zone = DMARCZone(["mail.example.com": "v=DMARC1; p=none", "example.com": "v=DMARC1; p=reject"])
        zone.add("_dmarc.mail.example.com", "v=DMARC1; p=quarantine")
        zone.add("_dmarc.www.example.com", "some other text")
        let several = try await zone.outcome("mail.example.com")
        #expect(several.policyDomain?.description == "example.com")
        #expect(several.steps.first?.finding == .severalRecords)
        let other = try await zone.outcome("www.example.com")
        #expect(other.steps.first?.finding == .otherTexts)
        #expect(other.requested == .reject)
        zone.add("_dmarc.example.com", "v=DMARC1; p=none")
        let none = try await zone.outcome("example.com")
        #expect(none.result == .none)
        #expect(none.problem == .severalRecords(domain: "example.com"))
        // Texts that are no records do not make several of one.
        zone.add("_dmarc.example.net", "x")
        zone.add("_dmarc.example.net", "v=DMARC1; p=reject")
        let one = try await zone.outcome("example.net")
        #expect(one.result == .fail)
    }

    @Test func findsNothing() async throws {
        let outcome = try await DMARCZone().outcome("example.com", DMARCZone.signed("example.com"))
        #expect(outcome.result == .none)
        #expect(outcome.problem == nil)
        #expect(outcome.record == nil)
    }

    @Test(arguments: [Answer.Outcome.timedOut, .failed(code: 2), .bogus, .truncated])
    func doesNotDecideWithoutAnswers(_ reason: Answer.Outcome) async throws {
        var zone = DMARCZone(["example.com": "v=DMARC1; p=reject"])
        zone.set(reason, at: "_dmarc.www.example.com")
        let own = try await zone.outcome("www.example.com")
        #expect(own.result == .temperror)
        #expect(own.applied == .none)
        #expect(own.problem == .notAnswered("_dmarc.www.example.com TXT (\(reason))"))
        let above = try await zone.outcome("a.www.example.com")
        #expect(above.result == .temperror)
        #expect(above.steps.last?.finding == .notAnswered(reason))
    }

    @Test func needsNoWalkForStrictAlignment() async throws {
        var zone = DMARCZone(["www.example.com": "v=DMARC1; p=reject; adkim=s; aspf=s"])
        zone.set(.timedOut, at: "_dmarc.example.com")
        let outcome = try await zone.outcome("www.example.com", DMARCZone.signed("example.com"))
        #expect(outcome.result == .fail)
        let same = try await zone.outcome("www.example.com", DMARCZone.signed("www.example.com"))
        #expect(same.result == .pass)
        // A domain that is the author's own needs no walk either.
        var relaxed = DMARCZone(["www.example.com": "v=DMARC1; p=reject"])
        relaxed.set(.timedOut, at: "_dmarc.example.com")
        let passed = try await relaxed.outcome("www.example.com", DMARCZone.signed("WWW.Example.com"))
        #expect(passed.result == .pass)
        let unknown = try await relaxed.outcome("www.example.com", DMARCZone.signed("mail.example.com"))
        #expect(unknown.result == .temperror)
        // Another identifier may decide it.
        let both = try await relaxed.outcome("www.example.com", DMARCZone.signed("mail.example.com", "www.example.com"))
        #expect(both.result == .pass)
    }

    @Test func asksOnceForEachName() async throws {
        let zone = DMARCZone(["example.com": "v=DMARC1; p=reject"])
        let (outcome, asked) = try await zone.check(
            ["a.b.example.com"], DMARCZone.signed("x.b.example.com", "y.b.example.com", "z.example.net", "example.com"))
        #expect(outcome.result == .pass)
        #expect(asked.count == Set(asked).count)
        #expect(!asked.contains { $0.contains("example.net") })
    }

    @Test func staysWithinItsQuestions() async throws {
        let zone = DMARCZone(["example.com": "v=DMARC1; p=reject"])
        let signatures = (0..<1000).map { DMARCIdentities.Signature(domain: "a.b.c.d.e\($0).example.com", selector: "s", result: "pass") }
        let (outcome, asked) = try await zone.check(["www.example.com"], DMARCIdentities(signatures: signatures))
        #expect(outcome.identifiers.count == 1000)
        #expect(asked.count < 16 * 8 + 8)
        #expect(outcome.result == .pass)
    }
}
