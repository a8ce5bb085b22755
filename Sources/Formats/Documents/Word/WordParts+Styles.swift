internal import Localization

/// The styles of a file of Word.
extension WordParts {
    static func styles(for language: Language) -> String {
        let tags: (plain: String, bidirectional: String, eastern: String) = (tag(of: language), "ar-SA", "zh-CN")
        let defaults =
            "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\" w:eastAsia=\"Microsoft YaHei\"/>"
            + "<w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/><w:lang w:val=\"\(tags.plain)\" w:eastAsia=\"\(tags.eastern)\" w:bidi=\"\(tags.bidirectional)\"/>"
            + "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"100\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + defaults
            + paragraphs.map(\.xml).joined()
            + tableStyle + "</w:styles>"
    }

    private static func tag(of language: Language) -> String {
        switch language {
        case .arabic: "ar-SA"
        case .chinese: "zh-CN"
        case .english: "en-GB"
        case .french: "fr-FR"
        case .russian: "ru-RU"
        case .spanish: "es-ES"
        }
    }

    private struct Style {
        var id: String
        var name: String
        var paragraph = ""
        var size = 20
        var colour = "1B1B1B"
        var isBold = false
        var isDefault = false

        var xml: String {
            let bold = isBold ? "<w:b/><w:bCs/>" : ""
            let based = isDefault ? "" : "<w:basedOn w:val=\"Normal\"/>"
            return
                "<w:style w:type=\"paragraph\"\(isDefault ? " w:default=\"1\"" : "") w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>\(based)<w:qFormat/>"
                + "<w:pPr>\(paragraph)</w:pPr><w:rPr>\(bold)<w:color w:val=\"\(colour)\"/><w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/></w:rPr></w:style>"
        }
    }

    private static func space(_ before: Int, _ after: Int) -> String { "<w:spacing w:before=\"\(before)\" w:after=\"\(after)\"/>" }

    private static let paragraphs: [Style] = [
        Style(id: "Normal", name: "Normal", isDefault: true),
        Style(id: "Title", name: "Title", paragraph: space(120, 60), size: 40, colour: "0B3C61", isBold: true),
        Style(id: "Subtitle", name: "Subtitle", paragraph: space(0, 200), size: 26, colour: "3A3A3A"),
        Style(
            id: "Heading1", name: "heading 1", paragraph: "<w:keepNext/>" + space(360, 100) + "<w:outlineLvl w:val=\"0\"/>", size: 28,
            colour: "0B3C61", isBold: true),
        Style(
            id: "Heading2", name: "heading 2", paragraph: "<w:keepNext/>" + space(240, 80) + "<w:outlineLvl w:val=\"1\"/>", size: 23,
            colour: "0B3C61", isBold: true),
        Style(id: "TOCHeading", name: "TOC Heading", paragraph: "<w:keepNext/>" + space(240, 60), size: 23, colour: "0B3C61", isBold: true),
        Style(id: "TOC1", name: "toc 1", paragraph: space(0, 20)),
        Style(id: "ListBullet", name: "List Bullet", paragraph: space(0, 60)),
        Style(id: "Caption", name: "caption", paragraph: "<w:keepNext/>" + space(160, 60), isBold: true),
        Style(id: "Figure", name: "Figure", paragraph: space(0, 80)),
        Style(
            id: "Note", name: "Note",
            paragraph: "<w:keepLines/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EEF4F9\"/>" + space(80, 120), colour: "0B2B45"),
        Style(id: "Remark", name: "Remark", paragraph: space(40, 60), size: 17, colour: "3A3A3A"),
        Style(id: "Term", name: "Term", paragraph: "<w:keepNext/>" + space(100, 0), isBold: true),
        Style(id: "Meaning", name: "Meaning", paragraph: space(0, 60) + "<w:ind w:start=\"284\"/>"),
        Style(id: "TableText", name: "Table Text", paragraph: space(30, 30), size: 17),
        Style(id: "TableHead", name: "Table Head", paragraph: space(30, 30), size: 17, colour: "FFFFFF", isBold: true),
        Style(id: "Footer", name: "footer", size: 16, colour: "3A3A3A"),
    ]

    private static let tableStyle: String = {
        let line = "w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"C9D1D8\""
        return "<w:style w:type=\"table\" w:styleId=\"StudyTable\"><w:name w:val=\"Study Table\"/><w:tblPr><w:tblBorders><w:top \(line)/>"
            + "<w:bottom \(line)/><w:insideH \(line)/></w:tblBorders><w:tblCellMar><w:left w:w=\"85\" w:type=\"dxa\"/>"
            + "<w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
    }()
}
