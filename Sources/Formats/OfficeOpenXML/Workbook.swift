internal import ZIPArchive

/// A workbook of sheets of text (ECMA-376, SpreadsheetML): what XLSForm and other programs read from a spreadsheet.
///
/// Every cell is text as it stands: nothing is a formula, whatever it begins with. The same sheets are the same bytes.
public struct Workbook: Sendable {
    /// One sheet.
    public struct Sheet: Sendable {
        /// Its name.
        public var name: String
        /// Its rows; an empty text is no cell.
        public var rows: [[String]]

        /// A sheet.
        public init(_ name: String, rows: [[String]]) {
            self.name = name
            self.rows = rows
        }
    }

    private let sheets: [Sheet]

    /// A workbook of sheets.
    public init(_ sheets: [Sheet]) { self.sheets = sheets }

    /// The file (`.xlsx`).
    public var bytes: [UInt8] {
        var archive = ZIPArchive()
        let package = "http://schemas.openxmlformats.org/package/2006"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let numbers = sheets.indices.map { $0 + 1 }
        func add(_ name: String, _ content: String) {
            archive.add(name, Array(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + content).utf8))
        }
        add(
            "[Content_Types].xml",
            "<Types xmlns=\"\(package)/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package"
                + ".relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"\(type).sheet.main+xml\"/>"
                + numbers.map { "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(type).worksheet+xml\"/>" }.joined()
                + "</Types>")
        add(
            "_rels/.rels",
            "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" "
                + "Target=\"xl/workbook.xml\"/></Relationships>")
        add(
            "xl/workbook.xml",
            "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>"
                + zip(numbers, sheets).map { "<sheet name=\"\(XMLText.escaped($1.name))\" sheetId=\"\($0)\" r:id=\"rId\($0)\"/>" }.joined()
                + "</sheets></workbook>")
        add(
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"\(package)/relationships\">"
                + numbers.map { "<Relationship Id=\"rId\($0)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>" }
                .joined()
                + "</Relationships>")
        for (number, sheet) in zip(numbers, sheets) {
            add(
                "xl/worksheets/sheet\(number).xml",
                "<worksheet xmlns=\"\(main)\"><sheetData>\(Workbook.rows(sheet))</sheetData></worksheet>")
        }
        return archive.bytes
    }

    private static func rows(_ sheet: Sheet) -> String {
        sheet.rows.enumerated().map { place, row in
            let cells = row.enumerated().map { column, text in
                text.isEmpty
                    ? ""
                    : "<c r=\"\(name(ofColumn: column))\(place + 1)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(XMLText.escaped(text))"
                        + "</t></is></c>"
            }
            return "<row r=\"\(place + 1)\">\(cells.joined())</row>"
        }.joined()
    }

    /// A, B ... Z, AA, AB ...
    private static func name(ofColumn column: Int) -> String {
        let letter = String(Unicode.Scalar(UInt8(65 + column % 26)))
        return column < 26 ? letter : name(ofColumn: column / 26 - 1) + letter
    }
}

/// Text inside XML.
public enum XMLText {
    /// A text with what XML gives a meaning escaped, and what XML 1.0 forbids (section 2.2) left out.
    public static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "\t", "\n": escaped.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: continue
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
