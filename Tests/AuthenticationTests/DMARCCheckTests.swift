import Authentication
import Domains
import MIME
import Messages
import Resolving
import Testing

/// Alignment, policies and authors.
struct DMARCCheckTests {
    private let suffixes = ListedPublicSuffixes(text: Array("com\norg\nco.uk\n".utf8))

    @Test(arguments: [
        ("r", "news.example.com", true), ("r", "example.com", true), ("r", "example.net", false), ("r", "evilexample.com", false),
        ("s", "news.example.com", true), ("s", "example.com", false), ("s", "a.news.example.com", false),
    ])
    func aligns(_ mode: String, _ domain: String, _ isAligned: Bool) async throws {
        let zone = DMARCZone(["example.com": "v=DMARC1; p=reject; adkim=\(mode); aspf=\(mode)"])
        let signed = try await zone.outcome("news.example.com", DMARCZone.signed(domain))
        #expect(signed.result == (isAligned ? .pass : .fail))
        #expect(signed.isAligned(.dkim) == isAligned)
        #expect(!signed.isAligned(.spf))
        let sent = try await zone.outcome("news.example.com", DMARCZone.sent(domain))
        #expect(sent.result == (isAligned ? .pass : .fail))
        #expect(sent.isAligned(.spf) == isAligned)
        let listed = try await zone.outcome("news.example.com", DMARCZone.sent(domain), .publicSuffixList(suffixes, draw: 0))
        #expect(listed.result == (isAligned ? .pass : .fail))
    }

    @Test func countsOnlyWhatPassed() async throws {
        let zone = DMARCZone(["example.com": "v=DMARC1; p=reject"])
        for result in ["fail", "neutral", "policy", "permerror", "none"] {
            let outcome = try await zone.outcome(
                "example.com", DMARCIdentities(signatures: [.init(domain: "example.com", selector: "s", result: result)]))
            #expect(outcome.result == .fail)
        }
        for result in SPFResult.allCases where result != .pass && result != .temperror {
            let outcome = try await zone.outcome("example.com", DMARCIdentities(sender: .init(domain: "example.com", result: result)))
            #expect(outcome.result == .fail)
        }
    }

    @Test func doesNotFailWhatWasNotChecked() async throws {
        let zone = DMARCZone(["example.com": "v=DMARC1; p=reject"])
        let signature = DMARCIdentities.Signature(domain: "mail.example.com", selector: "s", result: "temperror")
        let unknown = try await zone.outcome("example.com", DMARCIdentities(signatures: [signature]))
        #expect(unknown.result == .temperror)
        #expect(unknown.applied == .none)
        #expect(unknown.problem == .notAuthenticated(domain: "mail.example.com"))
        let elsewhere = DMARCIdentities.Signature(domain: "example.org", selector: "s", result: "temperror")
        let failed = try await zone.outcome("example.com", DMARCIdentities(signatures: [elsewhere]))
        #expect(failed.result == .fail)
        let passed = try await zone.outcome(
            "example.com", DMARCIdentities(signatures: [signature], sender: .init(domain: "example.com", result: .pass)))
        #expect(passed.result == .pass)
    }

    @Test(arguments: [
        ("p=reject", "example.com", DMARCPolicy.reject), ("p=reject", "www.example.com", .reject),
        ("p=reject", "gone.example.com", .reject),
        ("p=none; sp=reject", "example.com", .none), ("p=none; sp=reject", "www.example.com", .reject),
        ("p=none; sp=reject", "gone.example.com", .reject), ("p=none; np=reject", "www.example.com", .none),
        ("p=none; np=reject", "gone.example.com", .reject), ("p=none; np=reject", "www.gone.example.com", .reject),
        ("p=none; sp=quarantine; np=reject", "www.example.com", .quarantine), ("p=reject; sp=none; np=none", "gone.example.com", .none),
        ("p=reject; np=none", "empty.example.com", .reject),
    ])
    func choosesThePolicy(_ tags: String, _ author: String, _ policy: DMARCPolicy) async throws {
        var zone = DMARCZone(["example.com": "v=DMARC1; " + tags])
        zone.host("www.example.com")
        // This name has nothing itself, and exists because of one below it (RFC 8020).
        zone.host("below.empty.example.com")
        let outcome = try await zone.outcome(author)
        #expect(outcome.requested == policy)
        #expect(outcome.applied == policy)
    }

    @Test func takesTheWeakerPolicyWhereNobodyAnswers() async throws {
        var zone = DMARCZone(["example.com": "v=DMARC1; p=quarantine; np=reject"])
        zone.set(.timedOut, at: "www.example.com")
        let outcome = try await zone.outcome("www.example.com")
        #expect(outcome.result == .fail)
        #expect(outcome.applied == .quarantine)
        #expect(outcome.easing == .existenceUnknown)
    }

    @Test(arguments: [("reject", DMARCPolicy.quarantine), ("quarantine", .none), ("none", .none)])
    func triesOutPolicies(_ word: String, _ policy: DMARCPolicy) async throws {
        let zone = DMARCZone(["example.com": "v=DMARC1; t=y; p=\(word)"])
        let outcome = try await zone.outcome("example.com")
        #expect(outcome.applied == policy)
        #expect(outcome.easing == (word == "none" ? nil : .testing))
        // The older standard does not know the tag.
        let listed = try await zone.outcome("example.com", DMARCIdentities(), .publicSuffixList(suffixes, draw: 0))
        #expect(listed.applied.rawValue == word)
    }

    @Test(arguments: [
        ("pct=0", 0, DMARCPolicy.quarantine), ("pct=30", 29, .reject), ("pct=30", 30, .quarantine), ("pct=100", 99, .reject),
        ("", 99, .reject),
        ("pct=x", 99, .reject),
    ])
    func samples(_ tag: String, _ draw: Int, _ policy: DMARCPolicy) async throws {
        let zone = DMARCZone(["example.com": "v=DMARC1; p=reject; \(tag)"])
        let outcome = try await zone.outcome("example.com", DMARCIdentities(), .publicSuffixList(suffixes, draw: draw))
        #expect(outcome.applied == policy)
        #expect(outcome.easing == (policy == .reject ? nil : .sampledOut))
        // The newer standard does not know the tag.
        let walked = try await zone.outcome("example.com")
        #expect(walked.applied == .reject)
    }

    @Test func appliesNothingToWhatPasses() async throws {
        let zone = DMARCZone(["example.com": "v=DMARC1; p=reject"])
        let outcome = try await zone.outcome("example.com", DMARCZone.signed("example.com"))
        #expect(outcome.requested == .reject)
        #expect(outcome.applied == .none)
    }

    @Test func doesNotUseBrokenRecords() async throws {
        let zone = DMARCZone(["example.com": "v=DMARC1; p=rejct", "example.org": "v=DMARC1; p=rejct; rua=mailto:a@example.org"])
        let broken = try await zone.outcome("example.com")
        #expect(broken.result == .permerror)
        #expect(broken.applied == .none)
        #expect(broken.problem == .unusableRecord(domain: "example.com"))
        let reported = try await zone.outcome("example.org")
        #expect(reported.result == .fail)
        #expect(reported.applied == .none)
    }

    @Test func looksUpTheListedOrganization() async throws {
        let zone = DMARCZone(["example.co.uk": "v=DMARC1; p=reject; sp=quarantine", "a.example.co.uk": "v=DMARC1; p=none"])
        let (outcome, asked) = try await zone.check(
            ["b.a.example.co.uk"], DMARCZone.signed("c.example.co.uk"), .publicSuffixList(suffixes, draw: 0))
        #expect(outcome.organization?.description == "example.co.uk")
        #expect(outcome.requested == .quarantine)
        #expect(outcome.result == .pass)
        #expect(asked == ["_dmarc.b.a.example.co.uk TXT", "_dmarc.example.co.uk TXT"])
        let suffix = try await zone.outcome("co.uk", DMARCZone.signed("example.co.uk"), .publicSuffixList(suffixes, draw: 0))
        #expect(suffix.result == .none)
    }

    @Test func convertsInternationalNames() async throws {
        let zone = DMARCZone(["xn--bcher-kva.example": "v=DMARC1; p=reject"])
        let outcome = try await zone.outcome("Bücher.example", DMARCZone.signed("mail.bücher.example"))
        #expect(outcome.author == "xn--bcher-kva.example")
        #expect(outcome.result == .pass)
        let ascii = try await zone.outcome("xn--bcher-kva.example", DMARCZone.sent("bücher.example"))
        #expect(ascii.result == .pass)
    }

    @Test(arguments: ["", "[192.0.2.1]", "a b.example", "a..example", ".", String(repeating: "x", count: 64) + ".example"])
    func needsADomain(_ author: String) async throws {
        let outcome = try await DMARCZone().outcome(author, DMARCZone.signed("example.com"))
        #expect(outcome.result == .none)
        #expect(outcome.problem != nil)
    }

    @Test func looksAtEveryAuthor() async throws {
        let zone = DMARCZone([
            "example.com": "v=DMARC1; p=quarantine", "example.org": "v=DMARC1; p=reject", "example.net": "v=DMARC1; p=none",
        ])
        let nobody = try await zone.check([]).outcome
        #expect(nobody.problem == .noAuthor)
        let strictest = try await zone.check(["example.com", "example.org", "example.net"], DMARCZone.signed("example.com")).outcome
        #expect(strictest.result == .fail)
        #expect(strictest.author == "example.org")
        #expect(strictest.applied == .reject)
        #expect(strictest.problem == .severalAuthors(["example.com", "example.org", "example.net"]))
        // One author who passes does not speak for another.
        let mixed = try await zone.check(["example.com", "unknown.example"], DMARCZone.signed("example.com")).outcome
        #expect(mixed.result == .none)
        let all = try await zone.check(["example.com", "EXAMPLE.com"], DMARCZone.signed("example.com")).outcome
        #expect(all.result == .pass)
        #expect(all.problem == nil)
        let crowd = try await zone.check((0..<1000).map { "a\($0).example" })
        #expect(crowd.outcome.problem == .tooManyAuthors)
        // Nobody looked at them all: that is no word for the message, and not the silence of one without authors either.
        #expect(crowd.outcome.result == .permerror)
        #expect(crowd.asked.count <= 17)
    }

    @Test func findsAuthors() {
        func domains(_ header: String) -> [String] { AuthorDomains.domains(of: MailParser().parse(Array((header + "\r\n\r\ntext").utf8))) }
        #expect(domains("From: Jane <jane@Example.com>") == ["example.com"])
        #expect(domains("From: a@example.com, b@example.org, c@example.com") == ["example.com", "example.org"])
        #expect(domains("From: a@example.com\r\nFrom: b@example.org") == ["example.com", "example.org"])
        #expect(domains("Subject: none") == [])
        #expect(domains("From: undisclosed") == [])
        #expect(domains("From: somebody, a@example.com") == ["", "example.com"])
        #expect(domains("From: =?utf-8?q?J=C3=BCrgen?= <j@b\u{FC}cher.example>") == ["b\u{FC}cher.example"])
        #expect(domains("From: \"ceo@bank.example\" <x@example.net>") == ["example.net"])
    }
}
