import Foundation
import Localization
import Testing

@testable import chaffinch

/// A round of the questionnaire by its commands, with the answers of the invented country.
@Suite(.enabled(if: Command.isThere)) struct QuestionnaireCommandTests {
    private func imported(_ folder: TestFolder) throws -> String {
        let round = folder.path + "/round"
        let run = try Command([
            "questionnaire", "import", "study/answers-country-x.json", "study/answers-operators.json", "--folder", round, "--round", "2026",
        ])
        #expect(run.status == 0 && run.output.contains("Forms taken: 6."), "\(run.output)\(run.errors)")
        return round
    }

    @Test func aRound() throws {
        let folder = try TestFolder()
        let round = try imported(folder)
        let respondents = ["XX-regulator"] + (1...5).map { "XX-operator-\($0)" }
        for respondent in respondents {
            for (step, person) in [("submit", "Amina"), ("review", "Boris"), ("approve", "Boris")] {
                let run = try Command(["questionnaire", step, respondent, "--folder", round, "--by", person])
                #expect(run.status == 0, "\(step): \(run.errors)")
            }
        }
        let published = try Command(["questionnaire", "aggregate", "--folder", round, "--json"]).objects
        let mail = try #require(published.first { $0["code"] as? String == "B1_email" && $0["role"] as? String == "operator" })
        #expect((mail["value"] as? Double ?? 0) > 6e10 && mail["obsStatus"] as? String == "A" && mail["source"] as? String != nil)
        let alone = try #require(published.first { $0["code"] as? String == "G1_feedback" && $0["role"] as? String == "operator" })
        #expect(alone["value"] is NSNull && alone["obsStatus"] as? String == "Q")
        let compared = try Command(["questionnaire", "compare", "--folder", round, "--last", round])
        #expect(compared.status == 0 && compared.output.contains("0.0 %"))
        let again = try Command(["questionnaire", "import", "study/answers-country-x.json", "--folder", round, "--round", "2026"])
        #expect(again.output.contains("Taken before: 1."), "\(again.output)")
    }

    @Test func delegationAndReview() throws {
        let folder = try TestFolder()
        let round = try imported(folder)
        func run(_ arguments: String...) throws -> Command { try Command(["questionnaire"] + arguments + ["--folder", round]) }
        #expect(try run("delegate", "XX-regulator", "F", "--to", "Operator", "--by", "Amina").output.contains("delegated"))
        let early = try run("submit", "XX-regulator", "--by", "Amina")
        #expect(early.status == 2 && early.errors.contains("still with Operator"))
        let file = try folder.write(#"{"answers": {"F1_feedback": {"choices": ["planned"]}, "B4": {"mid": 1}}}"#, to: "f.json")
        let back = try run("import", file, "--round", "2026", "--respondent", "XX-regulator", "--party", "Operator", "--json")
        #expect(back.status == 1 && back.output.contains("section B is not with Operator"), "\(back.output)\(back.errors)")
        #expect(try run("submit", "XX-regulator", "--by", "Amina").status == 0)
        #expect(try run("review", "XX-regulator", "--by", "Amina").status == 0)
        #expect(try run("approve", "XX-regulator", "--by", "Amina").errors.contains("let somebody else approve it"))
        #expect(try run("review", "XX-regulator", "--by", "Boris", "--return", "why?").output.contains("returned"))
    }

    @Test(arguments: Language.allCases)
    func itSpeaksSixLanguages(language: Language) throws {
        let folder = try TestFolder()
        let round = try imported(folder)
        for step in ["check", "readiness"] {
            let run = try Command(["questionnaire", step, "XX-regulator", "--folder", round, "--lang", language.rawValue])
            #expect(run.status == 0 && !run.output.isEmpty && !run.output.contains("questionnaire.") && !run.output.contains("readiness."))
        }
        let form = try Command(["questionnaire", "form", "--round", "2026", "--lang", language.rawValue])
        #expect(form.output.contains("<html lang=\"\(language.rawValue)\" dir=\"\(language.isRightToLeft ? "rtl" : "ltr")\">"))
    }

    /// The chain from what was counted to an estimate of costs.
    @Test func answersBecomeCosts() throws {
        let folder = try TestFolder()
        let round = try imported(folder)
        let ledger = folder.path + "/ledger.yaml"
        #expect(try Command(["questionnaire", "ledger", "XX-regulator", "--folder", round, "--out", ledger]).status == 0)
        let cost = try Command(["cost", ledger, "--draws", "200", "--json"])
        #expect(cost.status == 0, "\(cost.output.prefix(500))")
        let figures = try #require(try cost.objects.first?["figures"] as? [[String: Any]])
        #expect(figures.contains { $0["id"] as? String == "staff" } || figures.count > 3)
    }

    @Test func countsFillInAnswers() throws {
        let folder = try TestFolder()
        let settings = ["--set", "state.folder=\(folder.path)/state", "--now", "2026-07-01T10:00:00Z"]
        let round = folder.path + "/round"
        let run = try Command(
            [
                "questionnaire", "prefill", "XX-1", "--folder", round, "--round", "2026", "--from", "2026-07-01T00:00:00Z", "--to",
                "2026-08-01T00:00:00Z",
            ]
                + settings)
        #expect(run.status == 0 && run.output.contains("Answers filled in beforehand"), "\(run.errors)")
    }

    @Test func whatCannotRunSaysWhy() throws {
        let folder = try TestFolder()
        let nobody = try Command(["questionnaire", "check", "XX-9", "--folder", folder.path])
        #expect(nobody.status == 2 && nobody.errors.contains("import a form first"))
        #expect(try Command(["questionnaire", "check", "../x", "--folder", folder.path]).errors.contains("is no code"))
        #expect(try Command(["questionnaire", "export", "--round", "2026", "--sections", "A,Z"]).errors.contains("no such section"))
        let broken = try folder.write("{\"answers\": ", to: "b.json")
        let run = try Command(["questionnaire", "import", broken, "--folder", folder.path + "/round", "--round", "2026"])
        #expect(run.status == 1 && run.output.contains("b.json:1: "), "\(run.output)")
    }
}
