internal import CPango
internal import Documents
internal import Localization

/// Draws on a page: words, marks, and tags that say what they are. Measures are points from the top left corner.
@safe final class Canvas {
    private let context: OpaquePointer
    private let isRightToLeft: Bool
    private let words: OpaquePointer
    /// The first text a letter of which no font has.
    private(set) var withoutFont: String?

    /// A canvas over a context, which it keeps.
    init(_ context: OpaquePointer, _ language: Language) throws(PagesError) {
        unsafe self.context = context
        isRightToLeft = language.isRightToLeft
        guard let words = unsafe pango_cairo_create_context(context) else { throw .cairo("no memory") }
        unsafe self.words = words
        // Which forms of Chinese characters are meant.
        unsafe pango_context_set_language(words, pango_language_from_string(language == .chinese ? "zh-cn" : language.rawValue))
        unsafe pango_context_set_base_dir(words, isRightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR)
        // Without hints the same letters have the same widths everywhere.
        let options = unsafe cairo_font_options_create()
        unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        unsafe pango_cairo_context_set_font_options(words, options)
        unsafe cairo_font_options_destroy(options)
        unsafe pango_cairo_context_set_resolution(words, 72)
    }

    /// Lets go of what the canvas holds; nothing may be drawn after.
    func close() {
        unsafe g_object_unref(UnsafeMutableRawPointer(words))
        unsafe cairo_destroy(context)
    }

    /// Throws what went wrong.
    func check() throws(PagesError) {
        if let withoutFont { throw .noFont(text: withoutFont) }
        try Canvas.check(unsafe cairo_status(context))
    }

    static func check(_ status: cairo_status_t) throws(PagesError) {
        guard status == CAIRO_STATUS_SUCCESS else { throw .cairo(unsafe String(cString: cairo_status_to_string(status))) }
    }

    // MARK: Pages and tags

    /// Ends the page.
    func endPage() { unsafe cairo_show_page(context) }

    /// Draws what says of itself what it is (`P`, `TH`), as tagged PDF has it.
    func tagged(_ name: String, _ attributes: String = "", _ draw: () -> Void) {
        unsafe cairo_tag_begin(context, name, attributes)
        draw()
        unsafe cairo_tag_end(context, name)
    }

    func begin(_ tag: String) { unsafe cairo_tag_begin(context, tag, "") }

    func end(_ tag: String) { unsafe cairo_tag_end(context, tag) }

    // MARK: Words

    /// How words look.
    struct Face: Hashable {
        var size = 9.5
        var isBold = false
        var isItalic = false
        var colour = Drawing.Colour(0x1B1B1B)
    }

    /// Words broken into lines of a width; without one, they stay on a line. `isolated` words find their direction themselves.
    func text(_ string: String, _ face: Face, width: Double? = nil, isolated: Bool = false) -> TextBlock {
        let block = unsafe TextBlock(words, string, face, width: width, isolated: isolated)
        if block.lacksFont, withoutFont == nil { withoutFont = string }
        return block
    }

    /// Where lines begin in a width.
    enum Side { case start, middle, end, left, right }

    /// Draws words with their top at a place.
    func draw(_ block: TextBlock, x: Double, y: Double, width: Double, _ side: Side = .start) {
        set(block.face.colour)
        for line in block.lines {
            let room = width - line.width
            let isAtRight = side == .right || (side == .start && isRightToLeft) || (side == .end && !isRightToLeft)
            let left = side == .middle ? x + room / 2 : isAtRight ? x + room : x
            unsafe cairo_move_to(context, left, y + line.baseline)
            unsafe pango_cairo_show_layout_line(context, line.line)
        }
    }

    // MARK: Marks

    func set(_ colour: Drawing.Colour, opacity: Double = 1) {
        func part(_ shift: UInt32) -> Double { Double((colour.rgb >> shift) & 0xFF) / 255 }
        unsafe cairo_set_source_rgba(context, part(16), part(8), part(0), opacity)
    }

    func fill(_ frame: Drawing.Frame, _ colour: Drawing.Colour) {
        set(colour)
        unsafe cairo_rectangle(context, frame.x, frame.y, frame.width, frame.height)
        unsafe cairo_fill(context)
    }

    func line(from start: Drawing.Point, to end: Drawing.Point, _ colour: Drawing.Colour, width: Double) {
        stroke([start, end], Drawing.Stroke(colour, width: width))
    }

    /// Draws a picture with its top left corner at a place.
    func draw(_ drawing: Drawing, at place: Drawing.Point, scale: Double) {
        unsafe cairo_save(context)
        unsafe cairo_translate(context, place.x, place.y)
        unsafe cairo_scale(context, scale, scale)
        for mark in drawing.marks { draw(mark) }
        unsafe cairo_restore(context)
    }

    private func draw(_ mark: Drawing.Mark) {
        switch mark {
        case .rectangle(let frame, let paint):
            unsafe cairo_rectangle(context, frame.x, frame.y, frame.width, frame.height)
            fillPath(paint, within: frame)
        case .polygon(let points, let paint):
            trace(points)
            unsafe cairo_close_path(context)
            fillPath(paint, within: nil)
        case .disc(let point, let radius, let paint):
            unsafe cairo_new_sub_path(context)
            unsafe cairo_arc(context, point.x, point.y, radius, 0, 2 * Double.pi)
            fillPath(paint, within: nil)
        case .ribbon(let ribbon, let paint):
            trace(ribbon)
            fillPath(paint, within: nil)
        case .line(let points, let stroke): self.stroke(points, stroke)
        case .label(let label): draw(label)
        }
    }

    private func draw(_ label: Drawing.Label) {
        let face = Face(size: label.size, isBold: label.isBold, colour: label.colour)
        let block = text(label.text, face, isolated: true)
        guard let line = block.lines.first else { return }
        let left =
            switch label.side {
            case .left: label.place.x
            case .middle: label.place.x - line.width / 2
            case .right: label.place.x - line.width
            }
        draw(block, x: left, y: label.place.y - line.baseline, width: line.width, .left)
    }

    private func trace(_ points: [Drawing.Point]) {
        for (place, point) in points.enumerated() {
            if place == 0 { unsafe cairo_move_to(context, point.x, point.y) } else { unsafe cairo_line_to(context, point.x, point.y) }
        }
    }

    private func trace(_ ribbon: Drawing.Ribbon) {
        let (start, end, middle) = (ribbon.start, ribbon.end, (ribbon.start.x + ribbon.end.x) / 2)
        let (startFoot, endFoot) = (start.y + ribbon.startHeight, end.y + ribbon.endHeight)
        unsafe cairo_move_to(context, start.x, start.y)
        unsafe cairo_curve_to(context, middle, start.y, middle, end.y, end.x, end.y)
        unsafe cairo_line_to(context, end.x, endFoot)
        unsafe cairo_curve_to(context, middle, endFoot, middle, startFoot, start.x, startFoot)
        unsafe cairo_close_path(context)
    }

    private func stroke(_ points: [Drawing.Point], _ stroke: Drawing.Stroke) {
        trace(points)
        set(stroke.colour)
        unsafe cairo_set_line_width(context, stroke.width)
        unsafe cairo_set_dash(context, stroke.dash, Int32(stroke.dash.count), 0)
        unsafe cairo_stroke(context)
    }

    /// Fills what was traced; hatches lie over it, cut to its shape. Only rectangles are hatched.
    private func fillPath(_ paint: Drawing.Paint, within frame: Drawing.Frame?) {
        set(paint.colour, opacity: paint.opacity)
        guard paint.hatch != .plain, let frame else {
            unsafe cairo_fill(context)
            return
        }
        unsafe cairo_fill_preserve(context)
        unsafe cairo_save(context)
        unsafe cairo_clip(context)
        for line in Canvas.hatch(paint.hatch, over: frame) { stroke(line, Drawing.Stroke(Drawing.Colour(0xFFFFFF), width: 1.2)) }
        unsafe cairo_restore(context)
    }

    private static func hatch(_ hatch: Drawing.Hatch, over frame: Drawing.Frame) -> [[Drawing.Point]] {
        let (right, foot) = (frame.x + frame.width, frame.y + frame.height)
        let slanted = Array(stride(from: frame.x - frame.height, through: right, by: 6))
        let rising = slanted.map { [Drawing.Point($0, foot), Drawing.Point($0 + frame.height, frame.y)] }
        let falling = slanted.map { [Drawing.Point($0, frame.y), Drawing.Point($0 + frame.height, foot)] }
        switch hatch {
        case .plain: return []
        case .rising: return rising
        case .falling: return falling
        case .crossed: return rising + falling
        case .level:
            return stride(from: frame.y + 3, to: foot, by: 6).map { [Drawing.Point(frame.x, $0), Drawing.Point(right, $0)] }
        case .upright:
            return stride(from: frame.x + 3, to: right, by: 6).map { [Drawing.Point($0, frame.y), Drawing.Point($0, foot)] }
        }
    }
}
