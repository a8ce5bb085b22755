import Documents
import Localization
import Messages
import Observatory
import Testing

@testable import StudyReport

@Suite struct StudyReportTests {
    private static func report(_ language: Language, _ template: StudyTemplate = .national) throws -> StudyReport {
        StudyReport(try StudyExample.data(), template: template, language: language, date: StudyExample.date, program: StudyExample.program)
    }

    @Test func everySentenceIsThereInSixLanguages() {
        #expect(Catalogue(StudySentences.all).problems() == [])
    }

    @Test(arguments: Language.allCases, StudyTemplate.allCases)
    func noKeyIsShown(language: Language, template: StudyTemplate) throws {
        let document = try Self.report(language, template).document
        let page = String(decoding: HTMLPage(document).bytes, as: UTF8.self)
        for word in [">study.", ">class.", ">channel.", ">cost.figure", ">layer.", "{1}", "{2}"] {
            let isShown = page.contains(word)
            #expect(!isShown, "\(word) in \(language) \(template)")
        }
    }

    @Test func theSameDataIsTheSameBytes() throws {
        let (first, second) = (try Self.report(.arabic).document, try Self.report(.arabic).document)
        #expect(HTMLPage(first).bytes == HTMLPage(second).bytes)
    }

    @Test func headingsFollowEachOtherAndFiguresAreNumbered() throws {
        let document = try Self.report(.english).document
        var level = 1
        var captions: [String] = []
        for block in document.blocks {
            switch block {
            case .heading(let next, _, _):
                #expect(next <= level + 1)
                level = next
            case .figure(let figure): captions.append(figure.caption)
            default: break
            }
        }
        for (place, caption) in captions.enumerated() { #expect(caption.hasPrefix("Figure \(place + 1). ")) }
        #expect(captions.count >= 7)
    }

    @Test func everyTableHasAsManyCellsAsHeads() throws {
        for block in try Self.report(.french).document.blocks {
            let table: Table? =
                switch block {
                case .table(let table): table
                case .figure(let figure): figure.data
                default: nil
                }
            guard let table else { continue }
            #expect(table.rows.allSatisfy { $0.count == table.heads.count }, "\(table.caption)")
            #expect(!table.caption.isEmpty)
        }
    }

    @Test func theSummarySaysTheFigures() throws {
        let data = try StudyExample.data()
        let sentences = StudySummary(data, StudyVoice(data, in: .english)).sentences
        #expect(sentences.first?.contains("21\u{A0}million messages") == true)
        #expect(sentences.contains { $0.contains("phishing (28.9%)") && $0.contains("advertising (46.7%)") })
        #expect(sentences.contains { $0.contains("RIR delegated files, 2026-09-30") && $0.contains("Country Z (34.7%)") })
        #expect(sentences.contains { $0.hasPrefix("Since the second quarter of 2026 the share of spam rose by 0.7") } == true)
    }

    @Test func withheldIsNeverANumber() throws {
        var data = try StudyExample.data()
        data.costs = nil
        data.figures = data.figures.map { figure in
            var copy = figure
            copy.value = .suppressed
            copy.coverage = nil
            return copy
        }
        let sentences = StudySummary(data, StudyVoice(data, in: .english)).sentences
        #expect(sentences.allSatisfy { !$0.contains("%") && !$0.contains("million messages") })
        let report = StudyReport(data, template: .national, language: .english, date: StudyExample.date, program: "")
        let text = String(decoding: HTMLPage(report.document).bytes, as: UTF8.self)
        let (saysWithheld, saysZero) = (text.contains("withheld"), text.contains("<bdi>0%"))
        #expect(saysWithheld && !saysZero)
    }

    @Test func changesThatCannotBeToldFromChanceAreNotTold() {
        func share(_ mid: Double, _ spread: Double) -> StudyValue { .range(low: mid - spread, mid: mid, high: mid + spread) }
        #expect(ShareChange(from: share(0.40, 0.01), to: share(0.44, 0.01))?.tendency == .rose)
        #expect(ShareChange(from: share(0.44, 0.01), to: share(0.40, 0.01))?.tendency == .fell)
        #expect(ShareChange(from: share(0.40, 0.02), to: share(0.41, 0.02))?.tendency == .unclear)
        #expect(ShareChange(from: .exact(0.4), to: share(0.41, 0.02))?.tendency == .unmeasured)
        #expect(ShareChange(from: .suppressed, to: share(0.41, 0.02)) == nil)
        // Two intervals of 3 and 4 points on the sides that face each other give one of 5.
        let change = ShareChange(from: .range(low: 0.3, mid: 0.4, high: 0.43), to: .range(low: 0.46, mid: 0.5, high: 0.6))
        #expect(abs((change?.range?.lowerBound ?? 0) - 0.05) < 1e-12)
    }

    @Test func jsonIsReadAsItWasWritten() throws {
        let data = try StudyExample.data()
        let again = try StudyData(json: data.json.span)
        let isSame = again == data
        #expect(isSame)
        #expect(again.json == data.json)
    }

    @Test(arguments: [
        (#"{"country":"XX","organisation":"o","period":"2026-Q5","version":"1"}"#, "period: write a period"),
        (
            #"{"country":"XX","organisation":"o","period":"2026","version":"1","figures":[{"indicator":"VOL_SPAM","period":"2026"}]}"#,
            "figures[0]: write"
        ),
        (#"{"country":"XX"#, "the file: byte"),
        (
            #"{"country":"XX","organisation":"o","period":"2026","version":"1","figures":[{"indicator":"A","period":"2026","value":1,"method":"measured"},{"indicator":"A","period":"2026","value":2,"method":"measured"}]}"#,
            "figures[1]: this figure stands twice"
        ),
    ])
    func brokenDataIsRefusedWithItsPlace(json: String, start: String) {
        do {
            _ = try StudyData(json: Array(json.utf8).span)
            Issue.record("read")
        } catch {
            #expect("\(error)".hasPrefix(start), "\(error)")
        }
    }
}
