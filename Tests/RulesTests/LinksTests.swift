import Testing

@Suite struct LinksTests {
    private static func link(_ target: String, shown: String = "our page") -> Sample {
        .html("<a href=\"\(target)\">\(shown)</a>")
    }

    private static func sites(_ count: Int) -> Sample {
        .html((1...count).map { "<a href=\"https://finch-\($0).example/\">here</a>" }.joined(separator: " "))
    }

    private static func picture(_ code: String) -> Sample {
        .file("code.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], type: "image/png", codes: [code])
    }

    static let cases: [RuleCase] = [
        RuleCase("link.address-for-host", link("http://8.8.8.8/login"), twin: link("http://192.168.1.1/login")),
        RuleCase("link.address-for-host", .text("Log in at http://8.8.8.8/login"), twin: .text("Version 8.8.8.8 is out")),
        RuleCase("link.brand-elsewhere", link("https://paypal-secure-login.com/"), twin: link("https://www.paypal.com/")),
        RuleCase("link.brand-in-path", link("https://chaffinch.com/paypal/login"), twin: link("https://www.paypal.com/paypal/login")),
        RuleCase("link.dynamic-name", link("https://finch.duckdns.org/"), twin: link("https://ducks.org/")),
        RuleCase("link.code-in-picture", picture("https://chaffinch.com/pay"), twin: picture("WIFI:S:nest;T:WPA;P:song;;")),
        RuleCase("link.disguised-address", link("http://0x08080808/"), twin: link("http://8.8.8.8/")),
        RuleCase("link.file-share", link("https://wetransfer.com/d/1"), twin: link("https://transfer.example/d/1")),
        RuleCase("link.free-hosting", link("https://finch.weebly.com/"), twin: link("https://weebly.example/")),
        RuleCase("link.free-hosting", link("https://forms.gle/1"), twin: link("https://gle.example/1")),
        RuleCase("link.homograph", link("https://раураl.com/"), twin: link("https://bücher.com/")),
        RuleCase("link.local-file", link("file://8.8.8.8/nest/list.lnk"), twin: link("https://chaffinch.com/file://nest")),
        RuleCase("link.local-file", link(#"\\chaffinch.com\nest\list"#), twin: link(#"https:\\chaffinch.com\nest\list"#)),
        RuleCase("link.local-file", link("smb://chaffinch.com/nest"), twin: link("sms:+12025550143")),
        RuleCase("link.local-file", link(#"C:\nest\list.doc"#), twin: link("cid:list@chaffinch.example")),
        RuleCase("link.look-alike-host", link("https://paypa1.com/"), twin: link("https://paypal.com/")),
        RuleCase("link.many-sites", sites(12), twin: sites(11)),
        RuleCase(
            "link.misleading", link("https://chaffinch.com/", shown: "www.paypal.com"),
            twin: link("https://click.chaffinch.com/1", shown: "www.chaffinch.com")),
        RuleCase("link.obscured", .text("chaffinches dot com is open"), twin: .text("chaffinch[.]com was reported")),
        RuleCase("link.obscured", .text("go to chaff\u{200B}inch.com/x now"), twin: .text("go to chaffinch.com/x now")),
        RuleCase("link.odd-port", link("https://chaffinch.com:8081/"), twin: link("https://chaffinch.com:443/")),
        RuleCase("link.overloaded-host", link("https://seed-for-all-finches-today.com/"), twin: link("https://finch-seed.com/")),
        RuleCase("link.page-inside", link("javascript:sing()"), twin: link("mailto:robin@chaffinch.example")),
        RuleCase("link.page-inside", link("data:text/html;base64,PGh0bWw+"), twin: link("cid:picture@chaffinch.example")),
        RuleCase("link.program", link("https://chaffinch.com/song.exe"), twin: link("https://chaffinch.com/song.html")),
        RuleCase("link.random-host", link("https://xkqzvbtrw.com/"), twin: link("https://strengthening.com/")),
        RuleCase(
            "link.reader-inside", link("https://chaffinch.com/#jenny@wren.example"),
            twin: link("https://chaffinch.com/#robin@chaffinch.com")),
        RuleCase(
            "link.redirector", link("https://chaffinch.com/go?url=https%3A%2F%2Fother.example"),
            twin: link("https://chaffinch.com/go?url=other")),
        RuleCase("link.shortened", link("https://bit.ly/x"), twin: link("https://bitter.ly/x")),
        RuleCase("link.user-before-host", link("https://harbour.com@8.8.8.8/"), twin: link("https://chaffinch.com/@harbour")),
    ]

    @Test(arguments: cases) func asksTheLinks(_ example: RuleCase) throws { try example.verify() }
}
