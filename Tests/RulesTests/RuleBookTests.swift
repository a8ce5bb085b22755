import HyperscanPatterns
import Localization
import Messages
import Testing

@testable import Rules

@Suite struct RuleBookTests {
    static let cases =
        HeaderTests.cases + DateTests.cases + IdentityTests.cases + RouteTests.cases + StructureTests.cases + MarkupTests.cases
        + LinksTests.cases + AttachmentsTests.cases + ObfuscationTests.cases + WordingTests.cases + ShapesTests.cases

    /// A new check needs a message that it speaks of and one that it does not.
    @Test func everyCheckHasACase() {
        let tested = Set(RuleBookTests.cases.map(\.id))
        #expect(RuleBook.standard.checks.map(\.id).filter { !tested.contains($0) } == [])
    }

    @Test func idsAreUniqueAndWellFormed() {
        let ids = RuleBook.standard.checks.map(\.id)
        #expect(Set(ids).count == ids.count)
        for id in ids {
            let words = id.split(separator: ".", omittingEmptySubsequences: false)
            let isWellFormed = words.allSatisfy { word in !word.isEmpty && word.allSatisfy { $0 == "-" || $0.isLowercase || $0.isNumber } }
            #expect(words.count == 2 && isWellFormed, "\(id)")
        }
    }

    /// No finding alone is a verdict.
    @Test func weightsStayWithinBounds() {
        for check in RuleBook.standard.checks {
            #expect(check.weight != 0 && abs(check.weight) <= 3, "\(check.id)")
        }
    }

    @Test func onlyFindingsForSpamPointToAThreat() {
        for check in RuleBook.standard.checks where check.threat != nil && check.threat != .bulk {
            #expect(check.weight > 0, "\(check.id)")
        }
    }

    /// A check that is not called has nothing to say: asking all of them gives what asking those whose needs are met gives.
    @Test func whatIsNotAskedHasNothingToSay() throws {
        for sample in RuleBookTests.cases.flatMap({ [$0.found, $0.twin] }) {
            let examination = try Probe.shared.examination(of: sample)
            let speaking = RuleBook.standard.checks.filter { $0.finding(in: examination) != nil }.map(\.id)
            #expect(RuleBook.standard.evidence(in: examination).map(\.id) == speaking)
        }
    }

    /// The needs are worth their while: of a plain letter most checks need not be called.
    @Test func aPlainLetterNeedsFewChecks() throws {
        let offer = Offer(try Probe.shared.examination(of: .mail()))
        let called = RuleBook.standard.checks.count { offer.meets($0.needs) }
        #expect(called * 3 < RuleBook.standard.checks.count)
    }

    /// Evidence says what the check found, and fills every place of its sentence.
    @Test func findingsFillTheirSentences() throws {
        for example in RuleBookTests.cases {
            let check = try #require(RuleBook.standard.checks.first { $0.id == example.id })
            guard let finding = try Probe.shared.finding(of: example.id, in: example.found) else { continue }
            #expect(!check.sentence.text(in: .english, finding.details).contains("…"), "\(check.id)")
            #expect(finding.strength > 0 && finding.strength <= 2, "\(check.id)")
        }
    }

    /// Phrases are written as folded text has them; one that is not would never be met.
    @Test func everyPhraseIsFoundInItself() throws {
        let probe = try Probe.shared
        for (theme, phrase) in PhraseBook.standard.phrases {
            #expect(try probe.examination(of: .text("... \(phrase) ...")).phrases.has(theme), "\(phrase)")
        }
    }

    /// Hits are counted in 32 lanes, and sets of themes are 32 bits.
    @Test func thereIsRoomForEveryTheme() {
        #expect(Theme.allCases.allSatisfy { $0.rawValue < 32 })
    }

    /// A word that languages share is one phrase, and one sign.
    @Test func noPhraseCountsTwice() throws {
        for word in ["casino", "urgent", "gratis", "jackpot"] {
            let hits = try Probe.shared.examination(of: .text(word)).phrases
            #expect(Theme.allCases.allSatisfy { hits[$0] <= 1 }, "\(word)")
        }
    }

    /// The matcher with a library behind it and the one without count the same.
    @Test func bothMatchersAgree() throws {
        let other = try Probe(matcher: HyperscanMatcher(PhraseBook.standard.patterns()))
        for example in RuleBookTests.cases {
            let found = try Probe.shared.examination(of: example.found).phrases
            #expect(try other.examination(of: example.found).phrases == found, "\(example.id)")
        }
    }
}
