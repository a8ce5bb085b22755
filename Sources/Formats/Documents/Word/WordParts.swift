internal import Localization
internal import Messages

/// The parts of a file of Word that are the same in every document, or nearly.
enum WordParts {
    private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

    static let namespaces =
        word + " xmlns:r=\"\(office)\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
        + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""
        + " xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\""

    static let contentTypes: String = {
        let main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        let parts = [
            ("/word/document.xml", "\(main).document.main+xml"), ("/word/styles.xml", "\(main).styles+xml"),
            ("/word/numbering.xml", "\(main).numbering+xml"), ("/word/settings.xml", "\(main).settings+xml"),
            ("/word/footer1.xml", "\(main).footer+xml"),
            ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ]
        return head + "<Types xmlns=\"\(package)/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>"
            + "<Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>"
            + parts.map { "<Override PartName=\"\($0.0)\" ContentType=\"\($0.1)\"/>" }.joined() + "</Types>"
    }()

    static let relations =
        head + "<Relationships xmlns=\"\(package)/relationships\">"
        + "<Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"word/document.xml\"/>"
        + "<Relationship Id=\"rId2\" Type=\"\(package)/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"

    static func documentRelations(_ figures: Int) -> String {
        var text = head + "<Relationships xmlns=\"\(package)/relationships\">"
        func add(_ id: String, _ type: String, _ target: String) {
            text += "<Relationship Id=\"\(id)\" Type=\"\(office)/\(type)\" Target=\"\(target)\"/>"
        }
        add("rIdStyles", "styles", "styles.xml")
        add("rIdNumbering", "numbering", "numbering.xml")
        add("rIdSettings", "settings", "settings.xml")
        add("rIdFooter", "footer", "footer1.xml")
        for number in 0..<figures {
            add("rIdPicture\(number + 1)", "image", "media/figure\(number + 1).png")
            add("rIdDrawing\(number + 1)", "image", "media/figure\(number + 1).svg")
        }
        return text + "</Relationships>"
    }

    static func properties(of document: Document) -> String {
        let civil = document.date.civil
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
        let date =
            "\(civil.year)-\(two(civil.month))-\(two(civil.day))T\(two(civil.hour)):\(two(civil.minute)):\(two(civil.second))Z"
        var xml = XMLText()
        xml.raw(
            head + "<cp:coreProperties xmlns:cp=\"\(package)/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                + " xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">")
        xml.element("dc:title", plain(document.title))
        xml.element("dc:subject", plain(document.subtitle))
        xml.element("dc:creator", plain(document.author))
        xml.element("cp:keywords", plain(document.keywords.joined(separator: ", ")))
        xml.element("dc:language", document.language.rawValue)
        for name in ["created", "modified"] { xml.element("dcterms:\(name)", ["xsi:type": "dcterms:W3CDTF"], date) }
        xml.raw("</cp:coreProperties>")
        return xml.text
    }

    /// A text without the marks of direction that properties have no use for.
    static func plain(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !(0x2066...0x2069).contains($0.value) }))
    }

    static func footer(of document: Document) -> String {
        var xml = XMLText()
        let isRightToLeft = document.language.isRightToLeft
        xml.raw(head + "<w:ftr \(namespaces)><w:p><w:pPr><w:pStyle w:val=\"Footer\"/>\(isRightToLeft ? "<w:bidi/>" : "")</w:pPr>")
        for piece in WordText.pieces(of: document.footer + " \u{00B7} ", isRightToLeft) {
            xml.raw("<w:r>\(piece.isRightToLeft ? "<w:rPr><w:rtl/></w:rPr>" : "")<w:t xml:space=\"preserve\">")
            xml.text(piece.text)
            xml.raw("</w:t></w:r>")
        }
        for (instruction, between) in [("PAGE", " / "), ("NUMPAGES", "")] {
            xml.raw("<w:fldSimple w:instr=\"\(instruction)\"><w:r><w:t>1</w:t></w:r></w:fldSimple>")
            if !between.isEmpty { xml.raw("<w:r><w:t xml:space=\"preserve\">\(between)</w:t></w:r>") }
        }
        xml.raw("</w:p></w:ftr>")
        return xml.text
    }

    static let settings =
        head + "<w:settings \(word)><w:compat><w:compatSetting w:name=\"compatibilityMode\""
        + " w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>"

    static let numbering =
        head + "<w:numbering \(word)><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/>"
        + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\u{2022}\"/><w:lvlJc w:val=\"start\"/>"
        + "<w:pPr><w:ind w:start=\"397\" w:hanging=\"284\"/></w:pPr></w:lvl></w:abstractNum>"
        + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
}
