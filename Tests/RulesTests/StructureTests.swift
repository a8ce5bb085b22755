import Testing

@Suite struct StructureTests {
    private static let base64Letter = [
        "RGVhciBKZW5ueSwgdGhlIHN1bmZsb3dlciBzZWVkIGZvciBuZXh0IHdlZWsgaGFzIGNvbWUsIGFuZCB0aGUgdHdv", "IHNhY2tzIG9mIG9hdHMgd2l0aCBpdC4=",
    ].joined(separator: "\r\n")

    private static func nested(_ depth: Int) -> Sample {
        var body = "Content-Type: text/plain\r\n\r\nseed\r\n"
        for level in 0..<depth {
            body = "Content-Type: multipart/mixed; boundary=b\(level)\r\n\r\n--b\(level)\r\n\(body)\r\n--b\(level)--\r\n"
        }
        return .mail("Content-Type: multipart/mixed; boundary=outer", body: "--outer\r\n\(body)\r\n--outer--\r\n")
    }

    static let cases: [RuleCase] = [
        RuleCase(
            "mime.broken-encoding", .mail("Content-Transfer-Encoding: base64", body: "RGVh!!ciBKZW5ue\u{7}Q=="),
            twin: .mail("Content-Transfer-Encoding: base64", body: base64Letter)),
        RuleCase(
            "mime.broken-encoding", .mail("Content-Transfer-Encoding: quoted-printable", body: "seed =ZZ and oats =Q"),
            twin: .mail("Content-Transfer-Encoding: quoted-printable", body: "seed =3D oats and =\r\nbarley")),
        RuleCase("mime.empty-body", .mail(body: " \r\n\r\n")),
        RuleCase("mime.empty-body", .mail(body: ""), twin: .text("")),
        RuleCase("mime.html-only", .html("<p>seed</p>")),
        RuleCase(
            "mime.html-only", .page("<p>seed</p>"),
            twin: .mail(
                "Content-Type: multipart/alternative; boundary=x",
                body: "--x\r\nContent-Type: text/plain\r\n\r\nseed\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>seed</p>\r\n--x--\r\n")),
        RuleCase(
            "mime.needless-base64", .mail("Content-Transfer-Encoding: base64", body: base64Letter),
            twin: .mail(
                "Content-Transfer-Encoding: base64",
                body: "0JTQvtGA0L7Qs9Cw0Y8g0JbQtdC90L3Rjywg0YHQtdC80LXQvdCwINC/0YDQuNGI0LvQuCwg0Lgg0LzQtdGI0LrQuCDRgtC+0LbQtS4=")),
        RuleCase("mime.nested-too-deep", nested(60), twin: nested(5)),
        RuleCase("mime.null-bytes", .mail(body: "se\0ed and oats")),
        RuleCase("mime.null-bytes", .mail("X-Song: tr\0ill")),
        RuleCase(
            "mime.picture-only", .page("<img src=\"https://chaffinch.example/offer.png\"> Look!"),
            twin: .html("<img src=\"https://chaffinch.example/logo.png\">")),
        RuleCase("mime.two-content-types", .mail("Content-Type: text/plain", "Content-Type: text/html")),
        RuleCase(
            "mime.unclosed-multipart", .mail("Content-Type: multipart/mixed; boundary=x", body: "--x\r\n\r\nseed\r\n"),
            twin: .mail("Content-Type: multipart/mixed; boundary=x", body: "--x\r\n\r\nseed\r\n--x--\r\n")),
        RuleCase("mime.unclosed-multipart", .mail("Content-Type: multipart/mixed; boundary=x", body: "seed and oats")),
        RuleCase(
            "mime.wrong-charset", .mail("Content-Type: text/plain; charset=utf-8", raw: Array("L'".utf8) + [0xE9, 0x74, 0xE9, 0x20, 0xE0]),
            twin: .mail("Content-Type: text/plain; charset=iso-8859-1", raw: Array("L'".utf8) + [0xE9, 0x74, 0xE9, 0x20, 0xE0])),
    ]

    @Test(arguments: cases) func asksHowItIsMade(_ example: RuleCase) throws { try example.verify() }
}
