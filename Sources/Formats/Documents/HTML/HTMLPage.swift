internal import Localization

/// A document as one HTML page that needs nothing else: no script, no font, no address.
///
/// Headings in order, landmarks, captions and scopes of tables, drawings as SVG with title and description (WCAG 2.2); rules for
/// paper (CSS Paged Media).
public struct HTMLPage: Sendable {
    private let document: Document

    /// A page of a document.
    public init(_ document: Document) { self.document = document }

    /// The page, in UTF-8.
    public var bytes: [UInt8] {
        var html = XMLText()
        html.raw("<!DOCTYPE html>\n")
        let direction = document.language.isRightToLeft ? "rtl" : "ltr"
        html.element("html", ["lang": document.language.rawValue, "dir": direction]) { html in
            html.raw("\n")
            head(&html)
            html.element("body") { html in
                html.element("a", ["class": "skip", "href": "#text"], document.words.skip)
                header(&html)
                contents(&html)
                html.element("main", ["id": "text"]) { html in
                    html.raw("\n")
                    for block in document.blocks {
                        write(block, &html)
                        html.raw("\n")
                    }
                }
                html.element("footer") { $0.element("p", document.footer) }
            }
        }
        html.raw("\n")
        return html.bytes
    }

    private func head(_ html: inout XMLText) {
        html.element("head") { html in
            html.raw("<meta charset=\"utf-8\"/>")
            html.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
            html.empty("meta", ["name": "author", "content": document.author])
            html.empty("meta", ["name": "keywords", "content": document.keywords.joined(separator: ", ")])
            html.element("title", document.title + " – " + document.subtitle)
            html.element("style") { $0.raw(HTMLStyle.text) }
        }
        html.raw("\n")
    }

    private func header(_ html: inout XMLText) {
        html.element("header") { html in
            if let warning = document.warning { html.element("p", ["class": "warning"], warning) }
            html.element("h1", document.title)
            html.element("p", ["class": "subtitle"], document.subtitle)
            html.element("dl", ["class": "details"]) { html in
                for detail in document.details {
                    html.element("div") { html in
                        html.element("dt", detail.name)
                        html.element("dd") { $0.element("bdi", detail.value) }
                    }
                }
            }
        }
        html.raw("\n")
    }

    private func contents(_ html: inout XMLText) {
        html.element("nav", ["aria-labelledby": "contents"]) { html in
            html.element("h2", ["id": "contents"], document.words.contents)
            html.element("ul") { html in
                for case .heading(2, let id, let text) in document.blocks {
                    html.element("li") { $0.element("a", ["href": "#\(id)"], text) }
                }
            }
        }
        html.raw("\n")
    }

    private func write(_ block: Document.Block, _ html: inout XMLText) {
        switch block {
        case .heading(let level, let id, let text): html.element("h\(min(max(level, 2), 6))", ["id": id], text)
        case .paragraph(let text): html.element("p", text)
        case .list(let items):
            html.element("ul") { html in for item in items { html.element("li", item) } }
        case .note(let text): html.element("p", ["class": "note"], text)
        case .definitions(let entries):
            html.element("dl", ["class": "terms"]) { html in
                for entry in entries {
                    html.element("dt", entry.name)
                    html.element("dd", entry.value)
                }
            }
        case .table(let table): write(table, &html)
        case .figure(let figure): write(figure, &html)
        }
    }

    private func write(_ figure: Figure, _ html: inout XMLText) {
        html.element("figure", ["id": figure.id]) { html in
            html.element("figcaption", ["id": "\(figure.id)-caption"], figure.caption)
            // Wide pictures scroll on small screens; what scrolls can be reached by keys.
            html.element("div", ["class": "picture", "tabindex": "0", "role": "group", "aria-labelledby": "\(figure.id)-caption"]) {
                $0.raw(figure.drawing.svg(id: figure.id, title: figure.caption, description: figure.description))
            }
        }
        if let data = figure.data { write(data, &html) }
    }

    private func write(_ table: Table, _ html: inout XMLText) {
        html.element(
            "div", ["class": "table", "tabindex": "0", "role": "region", "aria-labelledby": "\(table.id)-caption"]
        ) { html in
            html.element("table", ["id": table.id]) { html in
                html.element("caption", ["id": "\(table.id)-caption"], table.caption)
                html.element("thead") { html in
                    html.element("tr") { html in
                        for head in table.heads {
                            html.element("th", ["scope": "col", "class": HTMLPage.style(of: head)], head.text)
                        }
                    }
                }
                html.element("tbody") { html in for row in table.rows { write(row, &html) } }
            }
        }
        for note in table.notes { html.element("p", ["class": "remark"], note) }
    }

    private func write(_ row: [Table.Cell], _ html: inout XMLText) {
        html.element("tr") { html in
            for (place, cell) in row.enumerated() {
                if place == 0 {
                    html.element("th", ["scope": "row"]) { $0.element("bdi", cell.text) }
                } else {
                    html.element("td", ["class": HTMLPage.style(of: cell)]) { $0.element("bdi", cell.text) }
                }
            }
        }
        html.raw("\n")
    }

    private static func style(of cell: Table.Cell) -> String {
        switch cell.kind {
        case .text: "words"
        case .number: "number"
        case .absent: "number absent"
        }
    }
}
