import Localization
import Testing

@testable import Questionnaire

/// What is asked, in six languages and in an hour.
@Suite struct InstrumentTests {
    private let instrument = Instrument.resolution52

    @Test func everythingIsSaidInSixLanguages() {
        let sentences = instrument.sentences
        #expect(sentences.count > 150)
        var problems: [String] = []
        for sentence in sentences { problems += Catalogue([sentence]).problems() }
        problems += Catalogue(FormSentences.all, UnitSentences.all).problems().filter { !$0.hasPrefix("unit.") || !$0.hasSuffix("script") }
        for question in instrument.questions {
            guard case .amount(let unit, _, _, _) = question.kind, !["%", "¤"].contains(unit) else { continue }
            #expect(UnitSentences.text(unit, in: .arabic) != unit, "\(unit) is said in six languages")
        }
        #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
    }

    @Test func itTakesAnHour() {
        #expect((30.0...60).contains(instrument.burdenMinutes), "\(instrument.burdenMinutes)")
    }

    @Test func codesNameSectionsAndStandOnce() {
        #expect(instrument.sections.map(\.code) == "ABCDEFGHIJKL".map { String($0) })
        for section in instrument.sections { for question in section.questions { #expect(question.section == section.code) } }
        #expect(Set(instrument.questions.map(\.code)).count == instrument.questions.count)
        for question in instrument.questions {
            guard let relevance = question.relevance else { continue }
            #expect(Set(relevance.choices).isSubset(of: (instrument[relevance.code]?.options ?? []).map(\.code)))
        }
    }
}
