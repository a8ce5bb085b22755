import CostModel
import Foundation
import Localization
import Observatory
import TestSupport
import Testing

@testable import Questionnaire

/// The form in a browser: from a file, without a network, in English and in Arabic.
@Suite struct OfflineFormTests {
    private let instrument = Instrument.resolution52

    private func prefilled() -> Response {
        var response = Response(instrument, round: "2026", respondent: "XX-1")
        response.prefill(
            [
                PrefilledAnswer(
                    code: "B1_sms", low: 9, mid: 10, high: 12, unit: "messages", method: .sampled, coverage: 0.4,
                    sourceNote: "gateway <1>, 2026-10")
            ], in: instrument)
        return response
    }

    @Test(arguments: [Language.english, .arabic])
    func aBrowserFillsItIn(_ language: Language) async throws {
        let folder = try TemporaryFolder()
        try folder.write(OfflineForm(instrument, round: "2026", response: prefilled()).bytes, to: "form.html")
        let peer = try PeerProcess("forms")
        // For people to look at, where they name a folder.
        let shots = ProcessInfo.processInfo.environment["CHAFFINCH_SCREENSHOTS"].map { "\($0)/form-\(language.rawValue).png" }
        guard
            let answer = try await peer.answer(
                "page", ["path": "\(folder.path)/form.html", "language": language.rawValue, "screenshot": shots ?? ""])
        else { return }
        #expect(answer["violations"] as? [String] == [])
        #expect(answer["errors"] as? [String] == [] && answer["requests"] as? [String] == [])
        #expect(answer["direction"] as? String == (language == .arabic ? "rtl" : "ltr"))
        #expect(answer["hidden"] as? Bool == false && answer["shown"] as? Bool == true && answer["disabled"] as? Bool == true)
        #expect(answer["stored"] as? String == "100" && answer["empty"] as? String == "" && answer["reloaded"] as? String == "100 ley")
        #expect(answer["invalid"] as? String == "true")
        #expect(answer["message"] as? String == Self.order[language])
        #expect((answer["keys"] as? [String])?.starts(with: ["save", "load", "print", "A"]) == true, "\(answer["keys"] ?? "")")
        #expect((5...40).contains(answer["pages"] as? Int ?? 0), "\(answer["pages"] ?? 0)")
        #expect(answer["name"] as? String == "R52-2026-XX-1.json")
        // What it saved comes back as it was entered.
        let saved = Array((answer["saved"] as? String ?? "").utf8)
        let outcome = FormImport(instrument, round: "2026").read(saved, path: "saved.json", into: [:])
        let response = try #require(outcome.responses["XX-1"])
        #expect(outcome.problems.isEmpty)
        #expect(response.answers["B1_email"]?.range == .init(low: 90, mid: 100, high: 120))
        #expect(response.answers["B1_email"]?.method == .sampled && response.answers["B2_email"]?.content == .notAvailable)
        #expect(response.answers["A7"]?.text == "ley" && response.answers["A6"]?.choices == ["yes"])
        #expect(response.answers["B1_sms"]?.range?.mid == 10)
    }

    private static let order = Dictionary(
        uniqueKeysWithValues: Language.allCases.map { language in
            (language, FormSentences.all.first { $0.key == "form.order" }?[language] ?? "")
        })

    @Test func itAsksNothingOfANetwork() {
        let page = String(decoding: OfflineForm(instrument, round: "2026").bytes, as: UTF8.self)
        #expect(!page.contains("http://") && !page.contains("https://"))
        #expect(page.contains("default-src 'none'"))
    }

    /// What is filled in beforehand says how it was come by, and cannot put markup into the page.
    @Test func itShowsTheMethodOfWhatIsFilledIn() {
        let page = String(decoding: OfflineForm(instrument, round: "2026", response: prefilled(), opensIn: .french).bytes, as: UTF8.self)
        #expect(page.contains("Méthode : échantillonné") && page.contains("40 %") && page.contains("gateway &lt;1&gt;"))
        #expect(!page.contains("gateway <1>"))
    }

    @Test func sameInstrumentIsSameBytes() {
        #expect(OfflineForm(instrument, round: "2026").bytes == OfflineForm(instrument, round: "2026").bytes)
    }
}
