import Archives
import Testing

@Suite struct AttachmentsTests {
    private static let program: [UInt8] = [0x4D, 0x5A, 0x90, 0x00, 0x03]
    private static let pdf = Array("%PDF-1.7 seed".utf8)

    static let cases: [RuleCase] = [
        RuleCase("attachment.archive-bomb", .archive("seed.txt", findings: [.bomb]), twin: .archive("seed.txt")),
        RuleCase("attachment.archive-bomb", .archive("seed.txt", findings: [.overlap]), twin: .archive("seed.txt", findings: [.damaged])),
        RuleCase("attachment.double-extension", .file("invoice.pdf.exe"), twin: .file("invoice.v2.pdf")),
        RuleCase("attachment.double-extension", .archive("invoice.pdf      .scr"), twin: .archive("invoice.2026.pdf")),
        RuleCase("attachment.locked-archive", .archive("seed.txt", findings: [.encrypted]), twin: .archive("seed.txt")),
        RuleCase("attachment.macro-document", .file("order.docm"), twin: .file("order.docx", [0x50, 0x4B, 0x03, 0x04])),
        RuleCase("attachment.web-page", .file("order.html", Array("<html><p>seed".utf8), type: "text/html"), twin: .file("order.pdf")),
        RuleCase("attachment.web-page", .file("order.SVG", Array("<svg/>".utf8), type: "image/svg+xml"), twin: .file("html.pdf")),
        RuleCase("attachment.climbing-path", .archive("../../bin/seed"), twin: .archive("seeds/spring..summer.txt")),
        RuleCase("attachment.climbing-path", .archive("seeds\\..\\..\\seed"), twin: .archive("seeds/oats.txt")),
        RuleCase("attachment.program", .file("song.dat", program), twin: .file("song.dat", pdf)),
        RuleCase("attachment.program", .file("song.JS", Array("sing()".utf8)), twin: .file("song.json", Array("{}".utf8))),
        RuleCase("attachment.program-in-archive", .archive("seeds/song.exe"), twin: .archive("seeds/song.exe.txt")),
        RuleCase("attachment.turned-name", .file("song\u{202E}fdp.exe"), twin: .file("песня.pdf")),
        RuleCase("attachment.type-against-name", .file("order.pdf", program), twin: .file("order.pdf", pdf)),
        RuleCase(
            "attachment.type-against-name", .file("bird.jpg", Array("<html><p>".utf8)), twin: .file("bird.jpg", [0xFF, 0xD8, 0xFF, 0xE0])),
    ]

    @Test(arguments: cases) func asksTheFiles(_ example: RuleCase) throws { try example.verify() }
}
