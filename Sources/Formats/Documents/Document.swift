// Documents: a report as a value, and how it is written: HTML, Word, and drawings as SVG.
//
// A document is built once and written by renderers that have no words of their own, so that all of them say the same. No clock, no
// random number, no name of the machine: the same document gives the same bytes.

public import Localization
public import Messages

/// A document of headings, paragraphs, lists, tables and figures, in one language.
public struct Document: Sendable, Hashable {
    /// What the renderers say themselves, in the document's language.
    public struct Words: Sendable, Hashable {
        /// The heading of the table of contents.
        public var contents: String
        /// What the link to the text is called, for those who hear the page.
        public var skip: String
        /// What the head of the page is called there.
        public var details: String

        /// The words.
        public init(contents: String, skip: String, details: String) {
            self.contents = contents
            self.skip = skip
            self.details = details
        }
    }

    /// A line of the table under the title.
    public struct Detail: Sendable, Hashable {
        /// What is told.
        public var name: String
        /// It.
        public var value: String

        /// A line.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The title.
    public var title: String
    /// What stands under it.
    public var subtitle: String
    /// The language.
    public var language: Language
    /// Who answers for it.
    public var author: String
    /// When it was made; the only moment that is written anywhere.
    public var date: Timestamp
    /// What it can be found by.
    public var keywords: [String]
    /// What stands at the bottom of each page.
    public var footer: String
    /// The table under the title.
    public var details: [Detail]
    /// A warning over everything else, as that the data is invented; nothing where none is due.
    public var warning: String?
    /// The text.
    public var blocks: [Block]
    /// What the renderers say.
    public var words: Words

    /// A document.
    public init(
        title: String, subtitle: String, language: Language, author: String, date: Timestamp, keywords: [String], footer: String,
        details: [Detail], warning: String? = nil, blocks: [Block], words: Words
    ) {
        self.title = title
        self.subtitle = subtitle
        self.language = language
        self.author = author
        self.date = date
        self.keywords = keywords
        self.footer = footer
        self.details = details
        self.warning = warning
        self.blocks = blocks
        self.words = words
    }

    /// One block of a document.
    public enum Block: Sendable, Hashable {
        /// A heading of level 2 or deeper (the title is level 1), with a name that can be linked to.
        case heading(level: Int, id: String, text: String)
        /// A paragraph.
        case paragraph(String)
        /// A list whose order means nothing.
        case list([String])
        /// A table.
        case table(Table)
        /// A drawing with its data.
        case figure(Figure)
        /// A remark that must not be overlooked.
        case note(String)
        /// Terms with what they mean.
        case definitions([Detail])
    }
}

/// A table: a caption, one row of column heads, and rows whose first cell is their head.
public struct Table: Sendable, Hashable {
    /// One cell.
    public struct Cell: Sendable, Hashable {
        /// What it holds.
        public enum Kind: Sendable, Hashable {
            /// Words.
            case text
            /// A number.
            case number
            /// A number that is withheld or was not to be had; its text says which.
            case absent
        }

        /// What stands in it.
        public var text: String
        /// What it holds.
        public var kind: Kind

        /// A cell.
        public init(_ text: String, _ kind: Kind = .text) {
            self.text = text
            self.kind = kind
        }

        /// A cell of a number.
        public static func number(_ text: String) -> Cell { Cell(text, .number) }
    }

    /// A name that can be linked to.
    public var id: String
    /// What the table shows.
    public var caption: String
    /// The heads of the columns.
    public var heads: [Cell]
    /// The rows, each with as many cells as there are heads.
    public var rows: [[Cell]]
    /// How wide columns are, in parts of the whole; equal where it is empty.
    public var widths: [Double]
    /// What is to be said under it; nothing where it is empty.
    public var notes: [String]

    /// A table.
    public init(id: String, caption: String, heads: [Cell], rows: [[Cell]], widths: [Double] = [], notes: [String] = []) {
        self.id = id
        self.caption = caption
        self.heads = heads
        self.rows = rows
        self.widths = widths
        self.notes = notes
    }

    /// How wide each column is: parts that add up to 1.
    public var shares: [Double] {
        let parts = widths.count == heads.count ? widths : [Double](repeating: 1, count: heads.count)
        let whole = parts.reduce(0, +)
        return parts.map { $0 / (whole > 0 ? whole : 1) }
    }
}

/// A drawing with a title, a description for those who do not see it, and the data it was drawn from.
public struct Figure: Sendable, Hashable {
    /// A name that can be linked to.
    public var id: String
    /// What it shows, with its number.
    public var caption: String
    /// What is to be seen in it, in words.
    public var description: String
    /// The drawing.
    public var drawing: Drawing
    /// The data beside it.
    public var data: Table?

    /// A figure.
    public init(id: String, caption: String, description: String, drawing: Drawing, data: Table?) {
        self.id = id
        self.caption = caption
        self.description = description
        self.drawing = drawing
        self.data = data
    }
}
