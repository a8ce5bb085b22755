import Filter
import MIME
import Messages
import Reputation
import Resolving
import Telemetry
import Testing
import ZoneFiles

/// What lists say of a mail and its links, in the verdict.
@Suite(.timeLimit(.minutes(10))) struct ListedVerdictTests {
    private static let records = """
        2.0.0.127.bl.example.      A 127.0.0.2
        test.dom.example.          A 127.0.0.2
        9.113.200.203.bl.example.  A 127.0.0.2
        bad.example.dom.example.   A 127.0.0.2
        hawk.example.dom.example.  A 127.0.0.2
        """

    private func verdict(
        _ direction: Direction = .terminating, lists: [String] = ["bl.example", "dom.example"], returnPath: String = "robin.example",
        asking resolver: (any Resolver)? = nil
    ) async throws -> Verdict {
        var setup = try FilterSample.setup(time: ManualTime(FilterSample.now))
        // No busy machine ends it.
        setup.deadlines = .unhurried
        let named = try lists.map { zone in
            DNSList(.block, zone == "bl.example" ? .addresses : .domains, try #require(DomainName(zone)))
        }
        let zone: any Resolver = try resolver ?? ZoneFile(Array(Self.records.utf8)).zone
        setup.lists = ListPart(named, asking: zone)
        let lines = [
            "From: Ann <ann@robin.example>", "To: jenny@wren.example", "Subject: seed", "Date: Thu, 12 Nov 2026 09:00:00 +0000",
            "Message-ID: <1@x.example>", "", "The seed has come: https://www.bad.example/seed", "",
        ]
        var message = MailParser().parse(Array(lines.joined(separator: "\r\n").utf8))
        message.envelope.clientAddress = IPAddress("203.200.113.9")
        message.envelope.returnPath = .mailbox(local: "bounces", domain: "mail.\(returnPath)")
        message.direction = direction
        return await Scanner(setup).verdict(on: message)
    }

    private func listed(_ verdict: Verdict) -> [String: [String]] {
        Dictionary(uniqueKeysWithValues: verdict.evidence.filter { $0.id.hasPrefix("lists.") }.map { ($0.id, $0.details) })
    }

    @Test func namesWhatIsListed() async throws {
        let verdict = try await verdict(returnPath: "hawk.example")
        #expect(
            listed(verdict) == [
                "lists.client": ["203.200.113.9", "bl.example"], "lists.sender": ["hawk.example", "dom.example"],
                "lists.link": ["bad.example", "dom.example"],
            ])
        #expect(!verdict.coverage.gaps.contains { $0.what.hasPrefix("lists") })
        #expect(verdict.probability > 0.5)
    }

    /// Dial-up networks are listed so that they send through their provider, and somebody who logs in does.
    @Test func whereOurOwnPeopleAreIsNotAsked() async throws {
        #expect(listed(try await verdict(.originating)).keys.sorted() == ["lists.link"])
    }

    @Test func aListThatSaysNothingIsAGap() async throws {
        let verdict = try await verdict(lists: ["gone.example", "dom.example"])
        #expect(listed(verdict).keys.sorted() == ["lists.link"])
        #expect(verdict.coverage.gaps.contains(.init("lists.gone.example", .unreadable)))
    }

    @Test func deadNameServersChangeNothingButTheCoverage() async throws {
        struct Dead: Resolver {
            func answer(to question: Question, within limit: Duration) async -> Answer { Answer(.timedOut) }
        }
        let verdict = try await verdict(asking: Dead())
        #expect(listed(verdict).isEmpty)
        #expect(verdict.coverage.gaps.contains(.init("lists.bl.example", .unanswered)))
        #expect(verdict.coverage.gaps.contains(.init("lists.dom.example", .unanswered)))
    }
}
