internal import CPango
internal import Documents
internal import Localization
internal import Messages

/// What cairo writes, byte by byte.
private final class Output {
    var bytes: [UInt8] = []

    /// Hands bytes that cairo wrote to the output that the pointer names.
    static let write: cairo_write_func_t = { closure, data, length in
        guard let closure = unsafe closure, let data = unsafe data else { return CAIRO_STATUS_WRITE_ERROR }
        // The pointer was made of the output by its sheet, which lives until cairo is done; cairo gives `length` bytes.
        let output = unsafe Unmanaged<Output>.fromOpaque(closure).takeUnretainedValue()
        unsafe output.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
    }

    /// The pointer that names this output.
    var closure: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }
}

/// A PDF that is being written, and the canvas of its pages.
@safe final class PDFSheet {
    /// A4, in points.
    static let width = 595.28
    /// A4, in points.
    static let height = 841.89

    let canvas: Canvas
    private let output = Output()
    private let surface: OpaquePointer

    init(_ document: Document) throws(PagesError) {
        let surface = unsafe cairo_pdf_surface_create_for_stream(Output.write, output.closure, PDFSheet.width, PDFSheet.height)
        guard let surface = unsafe surface, let context = unsafe cairo_create(surface) else { throw .cairo("no memory") }
        unsafe self.surface = surface
        unsafe canvas = try Canvas(context, document.language)
        unsafe cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
        describe(document)
    }

    deinit {
        canvas.close()
        unsafe cairo_surface_destroy(surface)
    }

    private func describe(_ document: Document) {
        let civil = document.date.civil
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
        let date = "\(civil.year)-\(two(civil.month))-\(two(civil.day))T\(two(civil.hour)):\(two(civil.minute)):\(two(civil.second))Z"
        for (kind, text) in [
            (CAIRO_PDF_METADATA_TITLE, document.title), (CAIRO_PDF_METADATA_SUBJECT, document.subtitle),
            (CAIRO_PDF_METADATA_AUTHOR, document.author), (CAIRO_PDF_METADATA_KEYWORDS, document.keywords.joined(separator: ", ")),
            (CAIRO_PDF_METADATA_CREATE_DATE, date), (CAIRO_PDF_METADATA_MOD_DATE, date),
        ] {
            let plain = String(String.UnicodeScalarView(text.unicodeScalars.filter { !(0x2066...0x2069).contains($0.value) }))
            unsafe cairo_pdf_surface_set_metadata(surface, kind, plain)
        }
    }

    /// Adds a heading to the outline, under another one or, with 0, at the top; gives its number.
    func addOutline(_ text: String, to name: String, under parent: Int32) -> Int32 {
        unsafe cairo_pdf_surface_add_outline(surface, parent, text, "dest='\(name)'", CAIRO_PDF_OUTLINE_FLAG_OPEN)
    }

    /// The bytes, when all is drawn.
    func finish() throws(PagesError) -> [UInt8] {
        try canvas.check()
        unsafe cairo_surface_finish(surface)
        try Canvas.check(unsafe cairo_surface_status(surface))
        return output.bytes
    }
}

/// A picture that is being drawn.
@safe final class PictureSheet {
    let canvas: Canvas
    private let surface: OpaquePointer

    init(_ drawing: Drawing, in language: Language, scale: Double) throws(PagesError) {
        let (width, height) = (Int32((drawing.width * scale).rounded(.up)), Int32((drawing.height * scale).rounded(.up)))
        guard let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height),
            let context = unsafe cairo_create(surface)
        else { throw .cairo("no memory") }
        unsafe self.surface = surface
        unsafe cairo_scale(context, scale, scale)
        unsafe cairo_set_source_rgb(context, 1, 1, 1)
        unsafe cairo_paint(context)
        unsafe canvas = try Canvas(context, language)
    }

    deinit {
        canvas.close()
        unsafe cairo_surface_destroy(surface)
    }

    /// The picture as PNG.
    func finish() throws(PagesError) -> [UInt8] {
        try canvas.check()
        let output = Output()
        let status = unsafe cairo_surface_write_to_png_stream(surface, Output.write, output.closure)
        try Canvas.check(status)
        return output.bytes
    }
}
