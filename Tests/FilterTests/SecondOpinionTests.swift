import Attacks
import Learning
import Localization
import MIME
import Messages
import Reading
import Rules
import TestSupport
import Testing

@testable import Filter

/// What a second opinion may do to a verdict, and what is said of it.
@Suite struct SecondOpinionTests {
    @Test func anOpinionRaisesAndNeverLowers() {
        for weight in [SecondOpinion.withoutClaims, SecondOpinion.ofMail, SecondOpinion.ofText] {
            for whole in stride(from: -20.0, through: 20, by: 0.5) {
                var before = 0.0
                for opinion in stride(from: -20.0, through: 20, by: 0.5) {
                    let rise = weight.rise(from: whole, to: opinion)
                    #expect(rise >= before, "a surer opinion raises no less")
                    #expect(rise <= weight.limit)
                    #expect(rise == 0 || whole + rise <= weight.ceiling)
                    before = rise
                }
            }
        }
    }

    /// The words named are those of the spam, not of the honest sentences around it; and people read them in their language.
    @Test func theReasonNamesTheWordsThatDecided() async throws {
        let scanner = Scanner(try FilterSample.setup())
        let catalogue = Catalogue(Terms.all, ContentEvidence.sentences)
        var reasons = 0
        var names = 0
        var strange: [String] = []
        for attack in Attacks.all() where ["good-words-behind", "good-words-around", "good-words-flood"].contains(attack.name) {
            for example in try FilterSample.examples() where example.isSpam && !example.path.contains("hostile") {
                guard let disguised = AttackedVerdictTests.disguised(example.message, by: attack) else { continue }
                let verdict = await scanner.verdict(on: disguised)
                guard let reason = verdict.evidence.first(where: { $0.id.hasPrefix("second-opinion.passage") }) else { continue }
                reasons += 1
                #expect(reason.weight > 0)
                guard reason.id == "second-opinion.passage", let words = reason.details.first else { continue }
                for language in Language.allCases {
                    let text = catalogue.text(reason.id, in: language, reason.details, isolation: .never)
                    #expect(text.contains(words) && text != words, "\(language): \(text)")
                }
                _ = await scanner.verdict(on: example.message)
                for name in words.split(separator: ",").map({ $0.drop { $0 == " " } }) {
                    names += 1
                    if !SecondOpinionTests.isNamed(name, in: scanner.reading) { strange.append("\(example.path) \(attack.name): \(name)") }
                }
            }
        }
        print(
            "information: \(reasons) second opinions name \(names) things, \(strange.count) of them from beside the spam \(strange.prefix(4))"
        )
        #expect(reasons > 0 && names > 0)
        // A window may reach a few words into what stands beside the spam.
        #expect(strange.count * 5 <= names)
    }

    private static func isNamed(_ name: Substring, in reading: Reading) -> Bool {
        let text = String(decoding: reading.flat, as: UTF8.self)
        let isWords = name.split(separator: " ").allSatisfy { text.contains($0) }
        return isWords || name.hasPrefix("@") || name == (reading.author?.displayName ?? "")[...]
            || reading.author.map { name.contains($0.domain) } ?? false
            || name.contains(".")
    }

    /// The claims of a header are told apart from the words.
    @Test func theReasonSaysThatAHeaderMayBeForged() async throws {
        let scanner = Scanner(try FilterSample.setup())
        let attack = try #require(Attacks.all().first { $0.name == "good-header" })
        var reasons = 0
        for example in try FilterSample.examples() where example.isSpam && !example.path.contains("hostile") {
            guard let disguised = AttackedVerdictTests.disguised(example.message, by: attack) else { continue }
            let verdict = await scanner.verdict(on: disguised)
            if let reason = verdict.evidence.first(where: { $0.id.hasPrefix("second-opinion.header") }) {
                reasons += 1
                #expect(reason.weight > 0)
            }
            #expect(verdict.evidence.count { $0.id.hasPrefix("second-opinion.") } <= 1)
        }
        #expect(reasons > 0)
    }

    /// What was taught here counts beside a second opinion: whoever says that a message is wanted is not overruled by a passage of it.
    @Test(arguments: [(lessons: 1, fall: 0.1), (lessons: 20, fall: 1)])
    func lessonsAreNotOverruled(lessons: Int, fall: Double) async throws {
        var setup = try FilterSample.setup()
        let scanner = Scanner(setup)
        let attack = try #require(Attacks.all().first { $0.name == "good-words-behind" })
        var taught = 0
        for example in try FilterSample.examples() where example.isSpam && taught < 3 {
            guard let message = AttackedVerdictTests.disguised(example.message, by: attack) else { continue }
            let before = await scanner.verdict(on: message)
            guard let opinion = before.evidence.first(where: { $0.id.hasPrefix("second-opinion.passage") }) else { continue }
            taught += 1
            var learner = OnlineLearner(from: setup.model)
            for _ in 0..<lessons { learner.learn(scanner.features(of: message), isSpam: false, isDoubted: false) }
            let starter = setup.model
            setup.model = learner.model()
            let after = await Scanner(setup).verdict(on: message)
            setup.model = starter
            let left = after.evidence.first { $0.id.hasPrefix("second-opinion.passage") }?.weight ?? 0
            #expect(left <= opinion.weight)
            #expect(after.logOdds < before.logOdds - fall)
        }
        #expect(taught > 0)
    }

    /// A text without anything to act on is judged as a whole: nobody has to fear a passage of a long letter.
    @Test func aLetterWithoutAnythingToActOnIsJudgedAsAWhole() async throws {
        let scanner = Scanner(try FilterSample.setup())
        let letter = Array(
            repeating: "Win a free prize now, claim your cash today. We walked along the river and talked of old times.", count: 8)
        let verdict = await scanner.verdict(on: Message(text: Array(letter.joined(separator: " ").utf8), channel: .sms))
        #expect(!verdict.evidence.contains { $0.id.hasPrefix("second-opinion.") })
    }
}
