import Documents
import Localization
import Messages
import PangoPages
import Testing

@Suite struct PangoPagesTests {
    static func document(_ language: Language, rows: Int = 120) -> Document {
        let words: [Language: String] = [.arabic: "الرسائل الاقتحامية في البلد", .chinese: "垃圾信息报告", .russian: "Доклад о спаме"]
        let text = words[language] ?? "A report"
        let table = Table(
            id: "t", caption: "Table 1", heads: [Table.Cell("name"), .number("count")],
            rows: (0..<rows).map { [Table.Cell("row \($0)"), .number("\($0)")] })
        return Document(
            title: text, subtitle: text, language: language, author: "Example", date: Timestamp(seconds: 1_790_000_000), keywords: ["spam"],
            footer: text, details: [.init("a", "b")],
            blocks: [.heading(level: 2, id: "one", text: text), .paragraph(text), .table(table)],
            words: .init(contents: text, skip: text, details: text))
    }

    @Test(arguments: Language.allCases) func theSameDocumentIsTheSameBytes(language: Language) throws {
        let first = try PangoPages().pdf(Self.document(language))
        let isSame = try first == PangoPages().pdf(Self.document(language))
        #expect(isSame)
        #expect(first.starts(with: Array("%PDF-1.5".utf8)))
    }

    /// A table of many columns takes no more height for great numbers than for small ones: they are set smaller, and not broken over lines.
    @Test func greatNumbersStayOnALine() throws {
        func pages(_ number: String) throws -> Int {
            let heads = [Table.Cell("name")] + (0..<7).map { Table.Cell.number("n\($0)") }
            let rows = (0..<60).map { row in [Table.Cell("row \(row)")] + (0..<7).map { _ in Table.Cell.number(number) } }
            let document = Document(
                title: "A report", subtitle: "A report", language: .english, author: "Example", date: Timestamp(seconds: 1_790_000_000),
                keywords: ["spam"], footer: "A report", details: [.init("a", "b")],
                blocks: [.table(Table(id: "t", caption: "Table 1", heads: heads, rows: rows))],
                words: .init(contents: "Contents", skip: "Skip", details: "Details"))
            let text = String(decoding: try PangoPages().pdf(document), as: UTF8.self)
            return text.ranges(of: "/Type /Page ").count
        }
        let (few, many) = (try pages("1"), try pages("11,576,973,411"))
        #expect(few > 0 && many <= few)
    }

    @Test func picturesArePNGAndTheSameEachTime() throws {
        let drawing = Drawing(
            width: 40, height: 20,
            marks: [
                .rectangle(Drawing.Frame(x: 2, y: 2, width: 20, height: 10), Drawing.Paint(Drawing.Colour(0x0072B2), hatch: .rising)),
                .label(Drawing.Label("a", at: Drawing.Point(30, 12), .left, size: 9, colour: Drawing.Colour(0))),
            ])
        let first = try PangoPages().png(drawing, in: .english)
        let isSame = try first == PangoPages().png(drawing, in: .english)
        #expect(isSame)
        #expect(first.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }

    @Test func aLetterThatNoFontHasIsAnErrorThatSaysSo() {
        var document = Self.document(.english, rows: 1)
        // A code point for private use: no font has a letter for it.
        document.blocks.append(.paragraph("\u{F8FD0}"))
        #expect(throws: PagesError.noFont(text: "\u{F8FD0}")) { try PangoPages().pdf(document) }
    }
}
