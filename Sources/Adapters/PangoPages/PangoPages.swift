internal import CPango
public import Documents
public import Localization

/// Makes pages of documents: PDF on A4 by cairo, its words set by Pango, which shapes Arabic and finds fonts for Chinese.
///
/// The same document and the same fonts give the same bytes; the only date in them is the document's.
public struct PangoPages: Sendable {
    /// Pages by the fonts that fontconfig finds.
    public init() {}

    /// The document as PDF 1.5, tagged, with an outline of its headings.
    ///
    /// - Throws: `PagesError` where no font has a letter of it, or cairo fails.
    public func pdf(_ document: Document) throws(PagesError) -> [UInt8] {
        // Where headings come to stand and how many pages there are is known after the first time.
        let trial = try pages(of: document, after: PageCount())
        return try pages(of: document, after: trial.count).bytes
    }

    private func pages(of document: Document, after known: PageCount) throws(PagesError) -> (bytes: [UInt8], count: PageCount) {
        let sheet = try PDFSheet(document)
        var press = PagePress(document, sheet: sheet, known: known)
        press.print()
        return (try sheet.finish(), press.count)
    }

    /// A drawing as a PNG picture, `scale` pixels to a point.
    ///
    /// - Throws: `PagesError` where no font has a letter of it, or cairo fails.
    public func png(_ drawing: Drawing, in language: Language, scale: Double = 2) throws(PagesError) -> [UInt8] {
        let sheet = try PictureSheet(drawing, in: language, scale: scale)
        sheet.canvas.draw(drawing, at: Drawing.Point(0, 0), scale: 1)
        return try sheet.finish()
    }
}

/// How many pages there are, and where headings stand.
struct PageCount {
    var pages = 0
    var headings: [String: Int] = [:]
}

/// Why pages could not be made.
public enum PagesError: Error, Sendable, Hashable, CustomStringConvertible {
    /// No font has a letter.
    case noFont(text: String)
    /// What cairo said.
    case cairo(String)

    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .noFont(let text):
            "no font has all letters of \"\(text)\": install fonts-noto-core, and for Chinese fonts-droid-fallback"
        case .cairo(let reason): "cairo cannot make the pages: \(reason)"
        }
    }
}
