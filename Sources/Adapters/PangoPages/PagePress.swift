internal import Documents
internal import Localization

/// Lays a document out on pages and draws it: no row of a table is cut, heads stand again on each page, and no heading stays alone.
struct PagePress {
    private let document: Document
    private let sheet: PDFSheet
    /// What is known of the pages from the time before.
    private let known: PageCount
    /// What is known now.
    private(set) var count = PageCount()
    private var y = PagePress.top

    static let left = 50.0
    static let top = 48.0
    static let foot = PDFSheet.height - 58
    static let width = PDFSheet.width - 2 * left
    private static let accent = Drawing.Colour(0x0B3C61)
    private static let quiet = Drawing.Colour(0x3A3A3A)
    private static let rule = Drawing.Colour(0xC9D1D8)

    private var canvas: Canvas { sheet.canvas }

    init(_ document: Document, sheet: PDFSheet, known: PageCount) {
        self.document = document
        self.sheet = sheet
        self.known = known
        count.pages = 1
    }

    /// Draws everything.
    mutating func print() {
        canvas.begin("Document")
        if let warning = document.warning {
            box(warning, Drawing.Colour(0xFFF4E2), Drawing.Colour(0x4D2A00), edge: Drawing.Colour(0x8A4B00))
        }
        write(document.title, Canvas.Face(size: 22, isBold: true, colour: PagePress.accent), tag: "H1", after: 3)
        write(document.subtitle, Canvas.Face(size: 13, colour: PagePress.quiet), tag: "P", after: 10)
        details()
        contents()
        for (place, block) in document.blocks.enumerated() {
            write(block, keeping: company(ofBlockAfter: place))
        }
        canvas.end("Document")
        footer()
        canvas.endPage()
    }

    // MARK: Pages

    /// Goes to the next page where there is no room for so much.
    private mutating func ensure(_ height: Double) {
        guard y + height > PagePress.foot, y > PagePress.top else { return }
        newPage()
    }

    private mutating func newPage() {
        footer()
        canvas.endPage()
        count.pages += 1
        y = PagePress.top
    }

    private func footer() {
        let face = Canvas.Face(size: 7.5, colour: PagePress.quiet)
        let number = canvas.text("\(count.pages) / \(max(known.pages, count.pages))", face)
        let words = canvas.text(document.footer, face, width: PagePress.width - 60)
        let y = PDFSheet.height - 40
        canvas.line(
            from: Drawing.Point(PagePress.left, y - 5), to: Drawing.Point(PagePress.left + PagePress.width, y - 5), PagePress.rule,
            width: 0.6)
        canvas.draw(words, x: document.language.isRightToLeft ? PagePress.left + 60 : PagePress.left, y: y, width: PagePress.width - 60)
        canvas.draw(number, x: PagePress.left, y: y, width: PagePress.width, .end)
    }

    // MARK: Words

    private mutating func write(_ string: String, _ face: Canvas.Face, tag: String, before: Double = 0, after: Double = 5, keep: Double = 0)
    {
        let block = canvas.text(string, face, width: PagePress.width)
        y += y > PagePress.top ? before : 0
        ensure(block.height + keep)
        canvas.tagged(tag) { canvas.draw(block, x: PagePress.left, y: y, width: PagePress.width) }
        y += block.height + after
    }

    /// How much of what comes after a heading has to stand under it: a paragraph with what it speaks of, a whole figure.
    private func company(ofBlockAfter place: Int) -> Double {
        guard case .heading = document.blocks[place] else { return 0 }
        var height = 0.0
        for block in document.blocks[(place + 1)...] {
            switch block {
            case .paragraph(let text): height += canvas.text(text, Canvas.Face(), width: PagePress.width).height + 5
            case .figure(let figure): return height + figure.drawing.height * PagePress.width / figure.drawing.width + 30
            case .heading, .list, .table, .note, .definitions: return height + 90
            }
        }
        return height
    }

    private mutating func write(_ block: Document.Block, keeping company: Double) {
        switch block {
        case .heading(let level, let id, let text): heading(level, id, text, company)
        case .paragraph(let text): write(text, Canvas.Face(), tag: "P")
        case .note(let text): box(text, Drawing.Colour(0xEEF4F9), Drawing.Colour(0x0B2B45), edge: Drawing.Colour(0x0B4A78))
        case .list(let items): list(items)
        case .definitions(let entries): definitions(entries)
        case .table(let table): write(table)
        case .figure(let figure): write(figure)
        }
    }

    private mutating func heading(_ level: Int, _ id: String, _ text: String, _ company: Double) {
        let face = Canvas.Face(size: level == 2 ? 14.5 : 11.5, isBold: true, colour: PagePress.accent)
        let block = canvas.text(text, face, width: PagePress.width)
        y += y > PagePress.top ? 14 : 0
        ensure(block.height + company)
        count.headings[id] = count.pages
        canvas.tagged("H\(level)") {
            canvas.tagged("cairo.dest", "name='\(id)'") { canvas.draw(block, x: PagePress.left, y: y, width: PagePress.width) }
        }
        if level == 2 { _ = sheet.addOutline(text, to: id, under: 0) }
        y += block.height + 6
    }

    private mutating func list(_ items: [String]) {
        canvas.begin("L")
        for item in items {
            let block = canvas.text(item, Canvas.Face(), width: PagePress.width - 16)
            let bullet = canvas.text("\u{2022}", Canvas.Face())
            ensure(block.height)
            let isRightToLeft = document.language.isRightToLeft
            canvas.tagged("LI") {
                canvas.draw(bullet, x: PagePress.left + 3, y: y, width: PagePress.width - 6)
                canvas.draw(block, x: PagePress.left + (isRightToLeft ? 0 : 16), y: y, width: PagePress.width - 16)
            }
            y += block.height + 3
        }
        canvas.end("L")
        y += 4
    }

    private mutating func definitions(_ entries: [Document.Detail]) {
        for entry in entries {
            let term = canvas.text(entry.name, Canvas.Face(isBold: true), width: PagePress.width)
            let meaning = canvas.text(entry.value, Canvas.Face(), width: PagePress.width - 16)
            ensure(term.height + meaning.height + 1)
            canvas.tagged("P") { canvas.draw(term, x: PagePress.left, y: y, width: PagePress.width) }
            y += term.height + 1
            let left = document.language.isRightToLeft ? PagePress.left : PagePress.left + 16
            canvas.tagged("P") { canvas.draw(meaning, x: left, y: y, width: PagePress.width - 16) }
            y += meaning.height + 5
        }
    }

    private mutating func box(_ text: String, _ ground: Drawing.Colour, _ ink: Drawing.Colour, edge: Drawing.Colour) {
        let block = canvas.text(text, Canvas.Face(colour: ink), width: PagePress.width - 24)
        ensure(block.height + 12)
        canvas.fill(Drawing.Frame(x: PagePress.left, y: y, width: PagePress.width, height: block.height + 12), ground)
        let side = document.language.isRightToLeft ? PagePress.left + PagePress.width - 4 : PagePress.left
        canvas.fill(Drawing.Frame(x: side, y: y, width: 4, height: block.height + 12), edge)
        canvas.tagged("P") { canvas.draw(block, x: PagePress.left + 12, y: y + 6, width: PagePress.width - 24) }
        y += block.height + 20
    }

    // MARK: The first page

    private mutating func details() {
        let table = Table(
            id: "", caption: "", heads: [], rows: document.details.map { [Table.Cell($0.name), Table.Cell($0.value)] })
        rows(of: table, [0.3, 0.7], PagePress.tableSize, heads: false)
        y += 10
    }

    private mutating func contents() {
        write(document.words.contents, Canvas.Face(size: 11.5, isBold: true, colour: PagePress.accent), tag: "P", before: 4, keep: 40)
        for case .heading(2, let id, let text) in document.blocks {
            let block = canvas.text(text, Canvas.Face(), width: PagePress.width - 40)
            let page = canvas.text(known.headings[id].map(String.init) ?? "", Canvas.Face())
            ensure(block.height)
            let left = document.language.isRightToLeft ? PagePress.left + 40 : PagePress.left
            canvas.tagged("P") {
                canvas.tagged("Link", "dest='\(id)'") { canvas.draw(block, x: left, y: y, width: PagePress.width - 40) }
                canvas.draw(page, x: PagePress.left, y: y, width: PagePress.width, .end)
            }
            y += block.height + 2
        }
        y += 6
    }

    // MARK: Figures and tables

    private mutating func write(_ figure: Figure) {
        let scale = PagePress.width / figure.drawing.width
        let caption = canvas.text(figure.caption, Canvas.Face(size: 10, isBold: true), width: PagePress.width)
        let height = figure.drawing.height * scale
        y += 4
        ensure(caption.height + height + 6)
        canvas.tagged("P") { canvas.draw(caption, x: PagePress.left, y: y, width: PagePress.width) }
        y += caption.height + 4
        canvas.tagged("Figure") { canvas.draw(figure.drawing, at: Drawing.Point(PagePress.left, y), scale: scale) }
        y += height + 6
        if let data = figure.data { write(data) }
    }

    private mutating func write(_ table: Table) {
        let caption = canvas.text(table.caption, Canvas.Face(isBold: true), width: PagePress.width)
        y += 4
        // A small table stays whole.
        let size = size(of: table)
        let whole = ([table.heads] + table.rows).reduce(0) { $0 + row($1, table.shares, size, isHead: false).height }
        ensure(caption.height + (whole < PagePress.small ? whole : 70))
        canvas.tagged("P") { canvas.draw(caption, x: PagePress.left, y: y, width: PagePress.width) }
        y += caption.height + 3
        rows(of: table, table.shares, size, heads: true)
        for note in table.notes { write(note, Canvas.Face(size: 8, colour: PagePress.quiet), tag: "P", before: 2, after: 2) }
        y += 8
    }

    private static let padding = 4.0
    private static let small = 260.0
    /// The size of letters in tables, and the smallest that is still read.
    private static let (tableSize, leastSize) = (8.2, 6.0)

    /// The size at which no number of a table is broken over lines: a number in two pieces is read as two.
    private func size(of table: Table) -> Double {
        var tightest = 1.0
        for cells in table.rows {
            for (place, (cell, share)) in zip(cells, table.shares).enumerated() where cell.kind == .number {
                let face = Canvas.Face(size: PagePress.tableSize, isBold: place == 0)
                let wanted = canvas.text(cell.text, face, isolated: true).lines.map(\.width).max() ?? 0
                tightest = max(tightest, wanted / max(share * PagePress.width - 2 * PagePress.padding, 1))
            }
        }
        return max(PagePress.tableSize / tightest, PagePress.leastSize)
    }

    /// Words of a row's cells, and how high the row is.
    private func row(_ cells: [Table.Cell], _ shares: [Double], _ size: Double, isHead: Bool) -> (blocks: [TextBlock], height: Double) {
        let blocks = zip(cells, shares).enumerated().map { place, pair in
            let face = Canvas.Face(
                size: size, isBold: isHead || place == 0, isItalic: pair.0.kind == .absent && document.language != .chinese,
                colour: isHead ? Drawing.Colour(0xFFFFFF) : Drawing.Colour(0x1B1B1B))
            return canvas.text(pair.0.text, face, width: pair.1 * PagePress.width - 2 * PagePress.padding, isolated: true)
        }
        return (blocks, (blocks.map(\.height).max() ?? 0) + 2 * PagePress.padding)
    }

    private mutating func rows(of table: Table, _ shares: [Double], _ size: Double, heads: Bool) {
        let head = heads ? row(table.heads, shares, size, isHead: true) : nil
        canvas.begin("Table")
        if let head { draw(head.blocks, table.heads, shares, head.height, tag: "TH") }
        for cells in table.rows {
            let next = row(cells, shares, size, isHead: false)
            if y + next.height > PagePress.foot {
                newPage()
                if let head { draw(head.blocks, table.heads, shares, head.height, tag: "TH") }
            }
            draw(next.blocks, cells, shares, next.height, tag: "TD")
        }
        canvas.end("Table")
    }

    private mutating func draw(_ blocks: [TextBlock], _ cells: [Table.Cell], _ shares: [Double], _ height: Double, tag: String) {
        let isHead = tag == "TH"
        if isHead { canvas.fill(Drawing.Frame(x: PagePress.left, y: y, width: PagePress.width, height: height), PagePress.accent) }
        var offset = 0.0
        canvas.begin("TR")
        for (place, (block, (cell, share))) in zip(blocks, zip(cells, shares)).enumerated() {
            let width = share * PagePress.width
            let left = document.language.isRightToLeft ? PagePress.left + PagePress.width - offset - width : PagePress.left + offset
            canvas.tagged(isHead || place == 0 ? "TH" : "TD") {
                canvas.draw(
                    block, x: left + PagePress.padding, y: y + PagePress.padding, width: width - 2 * PagePress.padding,
                    cell.kind == .text ? .start : .end)
            }
            offset += width
        }
        canvas.end("TR")
        y += height
        canvas.line(
            from: Drawing.Point(PagePress.left, y), to: Drawing.Point(PagePress.left + PagePress.width, y), PagePress.rule, width: 0.6)
    }
}
