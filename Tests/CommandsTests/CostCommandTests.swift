import CostModel
import Foundation
import Localization
import Testing

@testable import chaffinch

@Suite(.enabled(if: Command.isThere)) struct CostCommandTests {
    private let example = ["cost", "study/country-x.yaml", "--draws", "500"]

    @Test func theExampleIsEstimated() throws {
        let run = try Command(example)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        #expect(run.output.contains("This is an example. Its data is invented."))
        #expect(run.output.contains("data.price: price of mobile data, in XCU/GB (for mobile-data)"), "\(run.output)")
        #expect(run.output.contains("Looked for and not to be had: example: operators were asked"))
        #expect(run.output.contains("Classes of X.1231 of which no facility is entered: equipment"))
        #expect(run.output.contains("These lines are not added up"))
        #expect(!run.output.contains("Perspectives added up"))
        let summed = try Command(example + ["--sum", "operator,public"])
        #expect(summed.output.contains("Perspectives added up") && summed.output.contains("name the perspectives"))
    }

    @Test(arguments: Language.allCases)
    func itSpeaksSixLanguages(language: Language) throws {
        let run = try Command(example + ["--lang", language.rawValue])
        let catalogue = Catalogue(CostSentences.all)
        #expect(run.status == 0)
        for key in ["cost.example", "cost.perspective.operator", "cost.tornado", "cost.missing", "cost.unentered", "cost.investment"] {
            #expect(run.output.contains(catalogue.text(key, in: language)), "\(key)")
        }
        #expect(!run.output.contains("cost."), "a key without its sentence")
    }

    @Test func theSameSeedGivesTheSameBytes() throws {
        let first = try Command(example + ["--json", "--seed", "9"])
        let again = try Command(example + ["--json", "--seed", "9"])
        let other = try Command(example + ["--json", "--seed", "10"])
        #expect(first.status == 0 && first.output == again.output && first.output != other.output)
        let object = try #require(try first.objects.first)
        #expect(object["seed"] as? String == "9" && object["draws"] as? Int == 500 && object["example"] as? Bool == true)
        #expect(object["sum"] is NSNull && object["agents"] as? Double == 7)
        let figures = try #require(object["figures"] as? [[String: Any]])
        let staff = try #require(figures.first { $0["id"] as? String == "staff" })
        #expect(staff["mid"] as? Double == 119_880 && staff["perspective"] as? String == "operator")
        let missing = try #require(object["missing"] as? [[String: Any]])
        #expect(missing.contains { $0["parameter"] as? String == "data.price" && $0["unit"] as? String == "XCU/GB" })
        #expect(object["missingClasses"] as? [String] == ["equipment"])
        let parameters = try #require(object["parameters"] as? [[String: Any]])
        #expect(parameters.contains { $0["id"] as? String == "mail.inbox-share" && $0["origin"] as? String == "published" })
        #expect(parameters.allSatisfy { ($0["source"] as? String)?.isEmpty == false })
    }

    @Test func theExampleIsHeldAgainstEuropeAndOtherCountries() throws {
        let run = try Command(example)
        #expect(run.output.contains("For comparison with other countries, in international dollars of 2024"), "\(run.output)")
        #expect(run.output.contains("What they say they spend on it") && run.output.contains("mobile operators"))
        #expect(run.output.contains("work.calls: spam makes 15 % of the calls for help"))
        #expect(run.output.contains("Values as they hold on 2026-12-31."))
        #expect(run.output.contains("The same by means") && run.output.contains("technical means"))
        let object = try #require(try Command(example + ["--json"]).objects.first)
        let figures = try #require(object["figures"] as? [[String: Any]])
        #expect(figures.contains { $0["id"] as? String == "gap.filtering.training" && $0["mid"] as? Double == 15_000 })
        #expect(figures.contains { $0["id"] as? String == "spending.state" && $0["perspective"] as? String == "spending" })
        let comparison = try #require(object["comparison"] as? [String: Any])
        #expect(comparison["year"] as? Int == 2024 && (comparison["figures"] as? [Any])?.isEmpty == false)
        #expect(object["missingMeans"] as? [String] == [] && object["awaited"] as? [String] == [])
    }

    @Test func aRunIsMadeAgainFromItsRecord() throws {
        let folder = try TestFolder()
        let record = folder.path + "/run.json"
        let first = try Command(
            example + ["--record", record, "--scenario", "strong-filters", "--as-of", "2026-02-01", "--sum", "users", "--json"])
        let scenario = try first.objects.first?["scenario"] as? String
        #expect(first.status == 0 && scenario == "strong-filters", "\(first.errors)")
        let again = try Command("cost", "--replay", record, "--json")
        #expect(again.status == 0 && again.errors.contains("figures are the same"), "\(again.errors)")
        #expect(again.output == first.output)
        let text = try String(contentsOfFile: record, encoding: .utf8)
        let changed = try folder.write(
            text.replacing("\"program\":\"0.1.0\"", with: "\"program\":\"0.0.9\"").replacing(
                "\"id\":\"staff\",\"mid\":119880.0", with: "\"id\":\"staff\",\"mid\":1"), to: "changed.json")
        let other = try Command("cost", "--replay", changed)
        #expect(
            other.status == 1 && other.errors.contains("The run of Chaffinch 0.0.9 came out otherwise. Figures that differ: staff."),
            "\(other.errors)")
        let broken = try folder.write("{}", to: "broken.json")
        #expect(try Command("cost", "--replay", broken).errors.contains("there is no 'record'"))
    }

    @Test func mistakesAreNamedWithTheirLine() throws {
        let folder = try TestFolder()
        let file = try folder.write(
            """
            ledger: {title: T, country: XX, currency: XCU, price-year: 2026}
            parameters:
              power.price: {value: 1, unit: XCU/kWh, year: 2026, method: measured, grade: A}

            """, to: "l.yaml")
        let run = try Command("cost", file)
        #expect(run.status == 1 && run.output.hasPrefix("\(file):3:3: power.price: there is no 'source'"), "\(run.output)")
        #expect(run.output.contains("Problems: 1."))
        let json = try Command("cost", file, "--json")
        let problem = try #require((try json.objects.first?["problems"] as? [[String: Any]])?.first)
        #expect(json.status == 1 && problem["line"] as? Int == 3 && problem["entry"] as? String == "power.price")
    }

    @Test func whatCannotRunSaysWhy() throws {
        #expect(try Command("cost", "study/nothing.yaml").status == 2)
        #expect(try Command("cost").errors.contains("name a ledger, or a record with --replay"))
        #expect(try Command("cost", "study/country-x.yaml", "--replay", "run.json").errors.contains("takes everything from the record"))
        #expect(try Command(example + ["--as-of", "tomorrow"]).errors.contains("write a day like 2026-11-22"))
        let scenario = try Command(example + ["--scenario", "strong"])
        #expect(scenario.status == 1 && scenario.output.contains("there is no scenario 'strong'; there are strong-filters"))
        #expect(try Command(["cost", "study/country-x.yaml", "--draws", "0"]).errors.contains("from 1 to 100000"))
        let transfers = try Command(["cost", "study/country-x.yaml", "--sum", "transfers"])
        #expect(transfers.status == 2 && transfers.errors.contains("no total to add; there are operator, users, public"))
        let folder = try TestFolder()
        let file = folder.path + "/latin.yaml"
        try Data([0x6C, 0xE9]).write(to: URL(filePath: file))
        #expect(try Command("cost", file).errors.contains("not UTF-8"))
    }

    @Test func whatAStrangerWroteMovesNoCursor() throws {
        let folder = try TestFolder()
        let file = try folder.write("ledger: {title: \"a\\e[31mb\", country: XX, currency: XCU, price-year: 2026}\n", to: "l.yaml")
        let run = try Command("cost", file)
        #expect(run.status == 0 && !run.output.unicodeScalars.contains("\u{1B}"))
    }

    @Test func everyFigureAndPerspectiveHasItsName() {
        let catalogue = Catalogue(CostSentences.all)
        for figure in CostFigure.all {
            for language in Language.allCases { #expect(!FigureNames.name(of: figure, in: language).hasPrefix("cost."), "\(figure)") }
        }
        for perspective in Perspective.allCases { #expect(catalogue["cost.perspective.\(perspective.rawValue)"] != nil) }
    }
}
