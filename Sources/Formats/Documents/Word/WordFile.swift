internal import Localization
internal import ZIPArchive

/// A document as a file of Word (Office Open XML, ISO/IEC 29500-1, transitional), with the same bytes each time.
///
/// Drawings stand in it as SVG; a program that cannot read that shows the picture beside it.
public struct WordFile: Sendable {
    private let document: Document
    private let picture: @Sendable (Drawing) -> [UInt8]

    /// A file of a document.
    ///
    /// - Parameter picture: the drawing as a PNG picture, for programs that read no SVG.
    public init(_ document: Document, picture: @escaping @Sendable (Drawing) -> [UInt8]) {
        self.document = document
        self.picture = picture
    }

    /// The file.
    public var bytes: [UInt8] {
        var archive = ZIPArchive()
        let figures = document.blocks.compactMap { block in if case .figure(let figure) = block { figure } else { nil } }
        func add(_ name: String, _ text: String) { archive.add(name, Array(text.utf8)) }
        add("[Content_Types].xml", WordParts.contentTypes)
        add("_rels/.rels", WordParts.relations)
        add("docProps/core.xml", WordParts.properties(of: document))
        add("word/document.xml", WordText(document).xml)
        add("word/_rels/document.xml.rels", WordParts.documentRelations(figures.count))
        add("word/styles.xml", WordParts.styles(for: document.language))
        add("word/numbering.xml", WordParts.numbering)
        add("word/settings.xml", WordParts.settings)
        add("word/footer1.xml", WordParts.footer(of: document))
        for (place, figure) in figures.enumerated() {
            archive.add("word/media/figure\(place + 1).png", picture(figure.drawing))
            let svg = figure.drawing.svg(id: figure.id, title: figure.caption, description: figure.description, isAlone: true)
            add("word/media/figure\(place + 1).svg", svg)
        }
        return archive.bytes
    }
}
