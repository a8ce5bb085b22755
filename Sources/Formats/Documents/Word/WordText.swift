internal import Localization

/// The text of a document as WordprocessingML.
struct WordText {
    private let document: Document
    private var isRightToLeft: Bool { document.language.isRightToLeft }

    /// The width of the text on A4 with the margins of `WordParts`, in twentieths of a point.
    private static let width = 9638

    init(_ document: Document) { self.document = document }

    var xml: String {
        var xml = XMLText()
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document \(WordParts.namespaces)><w:body>")
        if let warning = document.warning { paragraph(warning, style: "Note", &xml) }
        paragraph(document.title, style: "Title", &xml)
        paragraph(document.subtitle, style: "Subtitle", &xml)
        details(&xml)
        paragraph(document.words.contents, style: "TOCHeading", &xml)
        for case .heading(2, let id, let text) in document.blocks { contents(id, text, &xml) }
        var figures = 0
        var bookmarks = 0
        for block in document.blocks { write(block, &figures, &bookmarks, &xml) }
        xml.raw(
            "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
                + "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1247\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>"
                + (isRightToLeft ? "<w:bidi/>" : "") + "</w:sectPr></w:body></w:document>")
        return xml.text
    }

    // MARK: Paragraphs

    private func paragraph(_ text: String, style: String, extra: String = "", _ xml: inout XMLText) {
        xml.raw("<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(extra)\(isRightToLeft ? "<w:bidi/>" : "")</w:pPr>")
        run(text, &xml)
        xml.raw("</w:p>")
    }

    private func run(_ text: String, isBold: Bool = false, _ xml: inout XMLText) {
        guard !text.isEmpty else { return }
        let bold = isBold ? "<w:b/><w:bCs/>" : ""
        for piece in WordText.pieces(of: text, isRightToLeft) {
            xml.raw("<w:r><w:rPr>\(bold)\(piece.isRightToLeft ? "<w:rtl/>" : "")</w:rPr><w:t xml:space=\"preserve\">")
            xml.text(piece.text)
            xml.raw("</w:t></w:r>")
        }
    }

    /// A text as runs of one direction each. Word knows no isolates; what they keep apart becomes a run of its own.
    static func pieces(of text: String, _ isRightToLeft: Bool) -> [(text: String, isRightToLeft: Bool)] {
        var pieces: [(text: String, isRightToLeft: Bool)] = []
        var piece = ""
        var depth = 0
        func flush() {
            defer { piece = "" }
            guard !piece.isEmpty else { return }
            let letters = piece.unicodeScalars.first { $0.properties.isAlphabetic }
            let hasArabic = letters.map { (0x0590...0x08FF).contains($0.value) || (0xFB1D...0xFEFC).contains($0.value) }
            pieces.append((piece, hasArabic ?? (depth == 0 && isRightToLeft)))
        }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x2066...0x2068:
                flush()
                depth += 1
            case 0x2069:
                flush()
                depth = max(0, depth - 1)
            default: piece.unicodeScalars.append(scalar)
            }
        }
        flush()
        return pieces
    }

    private func contents(_ id: String, _ text: String, _ xml: inout XMLText) {
        xml.raw("<w:p><w:pPr><w:pStyle w:val=\"TOC1\"/>\(isRightToLeft ? "<w:bidi/>" : "")</w:pPr><w:hyperlink w:anchor=\"\(id)\">")
        run(text, &xml)
        xml.raw("</w:hyperlink></w:p>")
    }

    // MARK: Blocks

    private func write(_ block: Document.Block, _ figures: inout Int, _ bookmarks: inout Int, _ xml: inout XMLText) {
        switch block {
        case .heading(let level, let id, let text):
            bookmarks += 1
            xml.raw(
                "<w:p><w:pPr><w:pStyle w:val=\"Heading\(level - 1)\"/>\(isRightToLeft ? "<w:bidi/>" : "")</w:pPr>"
                    + "<w:bookmarkStart w:id=\"\(bookmarks)\" w:name=\"\(id)\"/>")
            run(text, &xml)
            xml.raw("<w:bookmarkEnd w:id=\"\(bookmarks)\"/></w:p>")
        case .paragraph(let text): paragraph(text, style: "Normal", &xml)
        case .note(let text): paragraph(text, style: "Note", &xml)
        case .list(let items):
            for item in items {
                paragraph(
                    item, style: "ListBullet", extra: "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>", &xml)
            }
        case .definitions(let entries):
            for entry in entries {
                paragraph(entry.name, style: "Term", &xml)
                paragraph(entry.value, style: "Meaning", &xml)
            }
        case .table(let table): write(table, &xml)
        case .figure(let figure):
            figures += 1
            write(figure, figures, &xml)
        }
    }

    private func write(_ figure: Figure, _ number: Int, _ xml: inout XMLText) {
        paragraph(figure.caption, style: "Caption", &xml)
        // 12,700 of Word's units are a point; a drawing is as wide as the text.
        let width = Int(Double(WordText.width) / 20 * 12_700)
        let height = Int(Double(width) * figure.drawing.height / figure.drawing.width)
        xml.raw(
            "<w:p><w:pPr><w:pStyle w:val=\"Figure\"/>\(isRightToLeft ? "<w:bidi/>" : "")</w:pPr><w:r><w:drawing>"
                + "<wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"\(width)\" cy=\"\(height)\"/>")
        xml.empty("wp:docPr", ["id": "\(number)", "name": "Figure \(number)", "descr": figure.description])
        xml.raw(
            "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>"
                + "<pic:nvPicPr><pic:cNvPr id=\"\(number)\" name=\"figure\(number).png\"/><pic:cNvPicPr/></pic:nvPicPr>"
                + "<pic:blipFill><a:blip r:embed=\"rIdPicture\(number)\"><a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\">"
                + "<asvg:svgBlip r:embed=\"rIdDrawing\(number)\"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
                + "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"\(width)\" cy=\"\(height)\"/></a:xfrm>"
                + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        )
        if let data = figure.data { write(data, &xml) }
    }

    // MARK: Tables

    private func details(_ xml: inout XMLText) {
        open("", [0.32, 0.68], isPlain: true, &xml)
        for detail in document.details {
            xml.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
            cell(Table.Cell(detail.name), 0.32, isHead: true, isPlain: true, &xml)
            cell(Table.Cell(detail.value), 0.68, isHead: false, isPlain: true, &xml)
            xml.raw("</w:tr>")
        }
        xml.raw("</w:tbl>")
    }

    private func write(_ table: Table, _ xml: inout XMLText) {
        paragraph(table.caption, style: "Caption", &xml)
        open(table.caption, table.shares, isPlain: false, &xml)
        xml.raw("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
        for (head, share) in zip(table.heads, table.shares) { cell(head, share, isHead: true, isPlain: false, &xml) }
        xml.raw("</w:tr>")
        for row in table.rows {
            xml.raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
            for (place, (entry, share)) in zip(row, table.shares).enumerated() {
                cell(entry, share, isHead: place == 0, isPlain: true, &xml)
            }
            xml.raw("</w:tr>")
        }
        xml.raw("</w:tbl>")
        for note in table.notes { paragraph(note, style: "Remark", &xml) }
        paragraph("", style: "Remark", &xml)
    }

    private func open(_ caption: String, _ shares: [Double], isPlain: Bool, _ xml: inout XMLText) {
        let look = "<w:tblLook w:val=\"00A0\" w:firstRow=\"\(isPlain ? 0 : 1)\" w:firstColumn=\"1\" w:noHBand=\"1\" w:noVBand=\"1\"/>"
        xml.raw(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"StudyTable\"/>\(isRightToLeft ? "<w:bidiVisual/>" : "")"
                + "<w:tblW w:w=\"\(WordText.width)\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\(look)")
        if !caption.isEmpty { xml.empty("w:tblCaption", ["w:val": caption]) }
        xml.raw("</w:tblPr><w:tblGrid>")
        for share in shares { xml.raw("<w:gridCol w:w=\"\(Int(share * Double(WordText.width)))\"/>") }
        xml.raw("</w:tblGrid>")
    }

    private func cell(_ cell: Table.Cell, _ share: Double, isHead: Bool, isPlain: Bool, _ xml: inout XMLText) {
        let shade = isHead && !isPlain ? "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"0B3C61\"/>" : ""
        // In tables from right to left, Word takes "right" for the end of the line all the same.
        let side = cell.kind == .text ? "" : "<w:jc w:val=\"\(isRightToLeft ? "left" : "right")\"/>"
        xml.raw(
            "<w:tc><w:tcPr><w:tcW w:w=\"\(Int(share * Double(WordText.width)))\" w:type=\"dxa\"/>\(shade)</w:tcPr>"
                + "<w:p><w:pPr><w:pStyle w:val=\"\(isHead && !isPlain ? "TableHead" : "TableText")\"/>"
                + "\(isRightToLeft ? "<w:bidi/>" : "")\(side)</w:pPr>")
        run(cell.text, isBold: isHead, &xml)
        xml.raw("</w:p></w:tc>")
    }
}
