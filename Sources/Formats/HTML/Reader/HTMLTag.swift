/// The elements that reading treats in a way of their own; all others are `unknown` and inline.
enum HTMLTag: UInt8, CaseIterable, Sendable {
    case unknown
    case a, address, applet, area, article, aside, audio, b, base, basefont, bgsound, big, blockquote, body, br, button, canvas, caption
    case center, code, col, colgroup, datalist, dd, details, dialog, dir, div, dl, dt, em, embed, fieldset, figcaption, figure, font
    case footer, foreignobject, form, frame, frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, image, img
    case input, keygen, label, legend, li, link, listing, main, map, marquee, math, menu, meta, nav, nobr, noembed, noframes, noscript
    case object, ol, optgroup, option, p, param, plaintext, pre, s, script, section, select, small, source, span, strike, strong, style
    case summary, svg, table, tbody, td, template, textarea, tfoot, th, thead, title, tr, track, tt, u, ul, video, wbr, xmp

    /// Their names with their numbers.
    static let known = NameTable(allCases.dropFirst().map { (name: "\($0)", value: UInt32($0.rawValue)) })

    /// The element of this name, if it is one of these.
    @inline(__always)
    init?(_ name: PackedName) {
        guard let raw = Self.known.value(of: name) else { return nil }
        self.init(rawValue: UInt8(truncatingIfNeeded: raw))
    }

    /// What is special about an element.
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt16

        /// Has no content and no end tag.
        static let void = Traits(rawValue: 1 << 0)
        /// Begins and ends on a line of its own.
        static let block = Traits(rawValue: 1 << 1)
        /// Is parted from its neighbours by a space.
        static let cell = Traits(rawValue: 1 << 2)
        /// Its start tag ends an open `p`.
        static let endsParagraph = Traits(rawValue: 1 << 3)
        /// End tags inside do not reach beyond it (WHATWG HTML section 13.2.4.2, "scope").
        static let boundary = Traits(rawValue: 1 << 4)
        /// Stops the search of an inline end tag ("special").
        static let special = Traits(rawValue: 1 << 5)
        /// Goes on after a block around it ends ("formatting").
        static let formatting = Traits(rawValue: 1 << 6)
        /// Is no content of a mail program's window.
        static let notRendered = Traits(rawValue: 1 << 7)
        /// Its spaces and lines are kept.
        static let preformatted = Traits(rawValue: 1 << 8)
        /// Its text is no markup.
        static let rawText = Traits(rawValue: 1 << 9)
    }

    /// What is special about the element.
    var traits: Traits {
        switch self {
        case .unknown, .audio, .canvas, .label, .legend, .map, .span, .svg, .math, .video, .image: []
        case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u: .formatting
        case .area, .base, .basefont, .bgsound, .col, .embed, .frame, .img, .input, .keygen, .link, .meta, .param, .source, .track, .wbr:
            .void
        case .br: .void
        case .hr: [.void, .block, .endsParagraph]
        case .address, .article, .aside, .blockquote, .center, .details, .dir, .div, .dl, .fieldset, .figcaption, .figure, .footer,
            .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .main, .menu, .nav, .ol, .section, .summary, .ul, .p, .li, .dd, .dt:
            [.block, .endsParagraph, .special]
        case .dialog: [.block, .endsParagraph, .special, .notRendered]
        case .pre, .listing: [.block, .endsParagraph, .special, .preformatted]
        case .xmp: [.block, .endsParagraph, .special, .preformatted, .rawText]
        case .plaintext: [.block, .endsParagraph, .special, .preformatted, .rawText]
        case .table: [.block, .endsParagraph, .special, .boundary]
        case .tbody, .thead, .tfoot, .tr: [.block, .special]
        case .caption: [.block, .special, .boundary]
        case .td, .th: [.cell, .special, .boundary]
        case .html, .body, .head, .frameset: [.block, .special]
        case .applet, .object, .marquee, .foreignobject: [.special, .boundary]
        case .template: [.special, .boundary, .notRendered]
        case .noscript: [.special, .notRendered]
        case .datalist: .notRendered
        case .button, .select, .optgroup, .option: .cell
        case .colgroup: .special
        case .textarea: [.cell, .preformatted, .rawText]
        case .iframe, .noembed, .noframes, .script, .style, .title: .rawText
        }
    }

    /// A set of elements.
    struct Set: Sendable {
        private var low: UInt64 = 0
        private var high: UInt64 = 0

        mutating func set(_ tag: HTMLTag, _ isIn: Bool) {
            let bit: UInt64 = 1 &<< UInt64(tag.rawValue & 63)
            if tag.rawValue < 64 { low = isIn ? low | bit : low & ~bit } else { high = isIn ? high | bit : high & ~bit }
        }

        func contains(_ tag: HTMLTag) -> Bool {
            (tag.rawValue < 64 ? low : high) & 1 &<< UInt64(tag.rawValue & 63) != 0
        }
    }
}
