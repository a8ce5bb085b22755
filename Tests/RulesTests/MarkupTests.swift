import Testing

@Suite struct MarkupTests {
    private static let bait = String(repeating: "oats and barley and rye ", count: 14)
    private static let references = "finches sing".utf8.map { "&#\($0);" }.joined()

    static let cases: [RuleCase] = [
        RuleCase("html.active-content", .html("<script>sing()</script>"), twin: .html("<p>script, frame and object</p>")),
        RuleCase("html.active-content", .html("<iframe src=\"https://chaffinch.example/\"></iframe>")),
        RuleCase("html.active-content", .html("<p onclick=\"sing()\">song</p>"), twin: .html("<p title=\"onclick\">song</p>")),
        RuleCase(
            "html.unknown-tags", .page((1...6).map { "<zq\($0)x>seed</zq\($0)x>" }.joined()),
            twin: .page((1...6).map { _ in "<p>seed <b>now</b></p>" }.joined())),
        RuleCase(
            "html.comment-stuffing", .html(String(repeating: "se<!-- x -->ed ", count: 20)),
            twin: .html(String(repeating: "se<!-- x -->ed ", count: 5))),
        RuleCase(
            "html.form", .html("<form action=\"https://chaffinch.example/\"><input name=seed></form>"),
            twin: .html("<form action=\"https://chaffinch.example/\"></form>")),
        RuleCase("html.hidden-text", .html("<div style=\"display:none\">\(bait)</div>"), twin: .html("<div>\(bait)</div>")),
        RuleCase(
            "html.hidden-text", .html("<div style=\"font-size:0\">\(bait)</div>"),
            twin: .html("<div style=\"display:none\">News of the week: oats</div>")),
        RuleCase(
            "html.refresh", .page("<meta http-equiv=refresh content=\"0; url=https://chaffinch.example/\"><p>seed</p>"),
            twin: .page("<meta http-equiv=content-type content=\"text/html; url=x\"><p>seed</p>")),
        RuleCase(
            "html.linked-picture", .page("<a href=\"https://chaffinch.example/\"><img src=\"https://chaffinch.example/o.png\"></a>"),
            twin: .page("<a href=\"https://chaffinch.example/\">the picture</a> <img src=\"https://chaffinch.example/o.png\">")),
        RuleCase(
            "html.secret-form", .html("<form action=\"https://chaffinch.example/\"><input type=password name=p></form>"),
            twin: .html("<form action=\"https://chaffinch.example/\"><input type=text name=colour></form>")),
        RuleCase("html.secret-form", .html("<input type=password name=p>"), twin: .html("<p>password</p>")),
        RuleCase(
            "html.spelt-references", .page("<p>\(references) \(references) \(references) \(references)</p>"),
            twin: .html("<p>Tom &amp; Jerry &copy; 2026 \(references)</p>")),
        RuleCase(
            "html.same-colour-text", .html("<p style=\"color:#fff;background:#fff\">\(bait)</p>"),
            twin: .html("<p style=\"color:#fff;background:#000\">\(bait)</p>")),
    ]

    @Test(arguments: cases) func asksTheMarkup(_ example: RuleCase) throws { try example.verify() }
}
