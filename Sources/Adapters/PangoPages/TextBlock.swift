internal import CPango
internal import Documents

/// Words set in lines, ready to be drawn.
@safe final class TextBlock {
    /// One line.
    @safe struct Line {
        /// Owned by the layout, which lives as long as the block.
        let line: OpaquePointer
        let width: Double
        /// From the top of the block.
        let baseline: Double
    }

    /// What is tried in turn; fontconfig finds others for what none of them has.
    private static let families = "Noto Sans, Noto Sans Arabic, Droid Sans Fallback, DejaVu Sans"

    let face: Canvas.Face
    let height: Double
    let lines: [Line]
    /// Whether no font has a letter of it.
    let lacksFont: Bool
    private let layout: OpaquePointer

    init(_ context: OpaquePointer, _ string: String, _ face: Canvas.Face, width: Double?, isolated: Bool) {
        self.face = face
        let layout = unsafe pango_layout_new(context)
        // GLib ends the program when it has no memory; a layout is never nothing.
        guard let layout = unsafe layout else { preconditionFailure("pango_layout_new gave nothing") }
        unsafe self.layout = layout
        let description = unsafe pango_font_description_new()
        unsafe pango_font_description_set_family(description, TextBlock.families)
        unsafe pango_font_description_set_absolute_size(description, face.size * Double(PANGO_SCALE))
        unsafe pango_font_description_set_weight(description, face.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        unsafe pango_font_description_set_style(description, face.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
        unsafe pango_layout_set_font_description(layout, description)
        unsafe pango_font_description_free(description)
        unsafe pango_layout_set_auto_dir(layout, isolated ? 1 : 0)
        unsafe pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        if let width { unsafe pango_layout_set_width(layout, Int32(max(width, 1) * Double(PANGO_SCALE))) }
        unsafe pango_layout_set_spacing(layout, Int32(face.size * 0.12 * Double(PANGO_SCALE)))
        unsafe pango_layout_set_text(layout, string, Int32(string.utf8.count))
        unsafe lines = TextBlock.lines(of: layout)
        var extents = PangoRectangle()
        unsafe pango_layout_get_extents(layout, nil, &extents)
        height = Double(extents.height) / Double(PANGO_SCALE)
        lacksFont = unsafe pango_layout_get_unknown_glyphs_count(layout) > 0
    }

    deinit { unsafe g_object_unref(UnsafeMutableRawPointer(layout)) }

    private static func lines(of layout: OpaquePointer) -> [Line] {
        var lines: [Line] = []
        let iterator = unsafe pango_layout_get_iter(layout)
        repeat {
            guard let line = unsafe pango_layout_iter_get_line_readonly(iterator) else { break }
            var extents = PangoRectangle()
            unsafe pango_layout_line_get_extents(line, nil, &extents)
            let baseline = Double(unsafe pango_layout_iter_get_baseline(iterator)) / Double(PANGO_SCALE)
            unsafe lines.append(Line(line: line, width: Double(extents.width) / Double(PANGO_SCALE), baseline: baseline))
        } while unsafe pango_layout_iter_next_line(iterator) != 0
        unsafe pango_layout_iter_free(iterator)
        return lines
    }
}
