import Attacks
import Filter
import MIME
import Messages
import TestSupport
import Testing

/// How verdicts stand against disguised spam. The examples are few and written by hand: floors, no measurement; docs/adversarial.md measures.
@Suite struct AttackedVerdictTests {
    static func disguised(_ message: Message, by attack: any Attack) -> Message? {
        var decoder = PartDecoder()
        var draft = Draft(message, decoder: &decoder)
        guard draft.isMail || !attack.needsMail else { return nil }
        var chance = Chance(of: message.bytes.span)
        attack.change(&draft, by: &chance)
        return draft.message()
    }

    private func spam() throws -> [(path: String, isSpam: Bool, message: Message)] {
        try FilterSample.examples().filter { $0.isSpam && !$0.path.contains("hostile") }
    }

    /// How much of the spam is found at least, in per cent.
    private static let floors = [
        "good-words-behind": 50, "good-words-before": 50, "good-words-around": 35, "good-words-flood": 30, "good-header": 50,
        "mixed-languages": 80, "misspelling": 75, "rewording": 80, "spacing": 85,
    ]

    @Test(arguments: Attacks.all().map(\.name)) func mostSpamIsStillFound(name: String) async throws {
        let attack = try #require(Attacks.all().first { $0.name == name })
        let scanner = Scanner(try FilterSample.setup())
        var messages = 0
        var found = 0
        for example in try spam() {
            guard let message = AttackedVerdictTests.disguised(example.message, by: attack) else { continue }
            messages += 1
            if await scanner.verdict(on: message).probability > 0.5 { found += 1 }
        }
        print("cases attacked/\(name): \(messages) run, \(messages - found) failed, 0 skipped")
        #expect(100 * found >= AttackedVerdictTests.floors[name, default: 90] * messages)
    }

    /// What is said of a disguised message can be read: words, names and hosts, without signs that take no room.
    @Test(arguments: Attacks.all().map(\.name)) func reasonsCanBeRead(name: String) async throws {
        let attack = try #require(Attacks.all().first { $0.name == name })
        let scanner = Scanner(try FilterSample.setup())
        for example in try spam() {
            guard let message = AttackedVerdictTests.disguised(example.message, by: attack) else { continue }
            for evidence in await scanner.verdict(on: message).evidence where ContentEvidence.gives(evidence.id) {
                let words = evidence.details.joined()
                let isReadable = words.unicodeScalars.allSatisfy { scalar in
                    scalar.properties.generalCategory != .format && scalar.properties.generalCategory != .control
                        || scalar.value == 0x200C || scalar.value == 0x200D
                }
                #expect(isReadable, "\(example.path): \(words)")
                #expect(evidence.id.hasSuffix("-form") == evidence.details.isEmpty)
                #expect(evidence.details.isEmpty || words.contains(where: \.isLetter), "\(example.path): \(words)")
            }
        }
    }

    /// Words that nobody sees do not make a message look better.
    @Test func hiddenWordsDoNotHelp() async throws {
        func page(_ more: String) -> Message {
            FilterSample.mail(
                "From: Seed Club <club@seeds.example>", "Subject: You have won", "Content-Type: text/html; charset=utf-8", "",
                "<html><body><p>Dear winner, claim your free prize of 500,000 USD today: verify your account.</p>",
                "<a href=\"http://198.51.100.7/claim\">Click here now</a>\(more)</body></html>")
        }
        let hidden = "<div style=\"display:none\">The patch applies cleanly and the tests pass on my machine, thanks for the review.</div>"
        let scanner = Scanner(try FilterSample.setup())
        let seen = await scanner.verdict(on: page(""))
        let stuffed = await scanner.verdict(on: page(hidden))
        #expect(stuffed.logOdds >= seen.logOdds - 0.5)
        #expect(stuffed.probability > 0.5)
    }
}
