import HTML
import Messages
import Testing

// Input made to hurt: nothing may trap, and what is promised of a page must hold whatever came in.

@Suite struct HostileHTMLTests {
    private static let sample = """
        <!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd"><html lang=en><head><title>A &amp; B</title>\
        <meta charset=utf-8><style>/* c */ .h, #i { display:none!important } @media print { p { color: rgb(1,2,3) } } b\\69 {}</style>\
        <script>if (a < b) document.write("<!--<script></script>-->")</script></head><body bgcolor="#ffffff" onload='x()'>\
        <!-- comment --><!--[if mso]><i>x</i><![endif]--><table width=100%><tr><td class="h q" style="font: 12px/1 a; color: #fe&#102;">\
        caf\u{E9} &eacute;&#233;&#xE9;&notit; \u{1F600}</td><td><a href='http://x.example/?a=1&b=2'>text <img src=cid:1 width=1 height=1></a>\
        <p style="display:n\\6f ne;margin:0 0 0 -999px;transform:scale(0);clip:rect(0 0 0 0)">hidden</table>\
        <form action=go method=post><input type=password name=pin><textarea> a </textarea></form><svg><![CDATA[ x ]]></svg><pre> a\r\n b</pre>
        """

    /// Whatever came in, ranges lie inside their buffers and counts agree.
    private func check(_ bytes: [UInt8], _ reader: inout HTMLReader, _ page: inout HTMLPage) -> Bool {
        reader.read(bytes.span, into: &page)
        let attributes = UInt32(page.attributes.count)
        let visible = UInt32(page.visible.count)
        return page.links.allSatisfy { $0.target.end <= attributes && $0.text.end <= visible && $0.text.start <= $0.text.end }
            && page.images.allSatisfy { $0.source.end <= attributes && $0.alternative.end <= attributes && Int($0.link) < page.links.count }
            && page.forms.allSatisfy { $0.action.end <= attributes } && page.language.end <= attributes
            && Int(page.preheader.end) <= page.hidden.count && page.defects.count <= 64
            && page.defects.allSatisfy { $0.offset >= 0 && $0.offset <= bytes.count } && page.visible.count <= bytes.count * 2 + 8
    }

    @Test func cutAtEveryByte() {
        let bytes = Array(Self.sample.utf8)
        var reader = HTMLReader()
        var page = HTMLPage()
        for length in 0...bytes.count {
            #expect(check(Array(bytes.prefix(length)), &reader, &page))
            #expect(check(Array(bytes.suffix(length)), &reader, &page))
            _ = HTMLEncoding.sniff(bytes.span.extracting(first: length))
        }
    }

    @Test func mutations() {
        let original = Array(Self.sample.utf8)
        let grammar = Array("<>/=\"'&;#-![]{}():.,*\\@ \n\0aAbpxtdsc019%\u{E9}".utf8)
        var state: UInt64 = 42
        func random(_ limit: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(limit))
        }
        var reader = HTMLReader()
        var page = HTMLPage()
        for _ in 0..<1000 {
            var bytes = original
            for _ in 0..<1 + random(12) {
                let at = random(bytes.count)
                switch random(4) {
                case 0: bytes[at] = grammar[random(grammar.count)]
                case 1: bytes.insert(grammar[random(grammar.count)], at: at)
                case 2: bytes.removeSubrange(at..<min(bytes.count, at + random(20)))
                default:
                    bytes.insert(contentsOf: original[at % original.count..<min(original.count, at % original.count + random(60))], at: at)
                }
                if bytes.isEmpty { bytes = [0x3C] }
            }
            #expect(check(bytes, &reader, &page))
            _ = HTMLEncoding.sniff(bytes.span)
        }
    }

    /// Pieces repeated many thousand times: a cost that grows with the square would not come to an end here.
    @Test(arguments: [
        "<", "<a ", "&", "&#", "&a", "</", "<!", "<!-", "<!--", "-->", "<?", "<div>", "</div>", "<b>", "<p><b>", "<b><p></b>", "<a href=x>",
        "<td>",
        "<table>", "<li>", "<x>", "</x>", "<i><x></y>", "a=\"", "<a b", "<a a a ", "<svg>", "<style>", "<script><!--<script>", "<title>",
        "<style>*{color:red}</style><p class=x>", "<p style='a:b;'>", "<p style=\"(((((((\">", "<p style=';;;;;;;'>", "\0", "\u{200B}",
        "<table><b>", "<p></table><td><font><div></font>", "<form><input name=aaaaaaaaaaaaaaaaaaaa>", "<![CDATA[", "<textarea>", "&lt",
        "&notit;",
        "<p class='a a a a a a a'>", "<img src=x>", "<meta http-equiv=refresh content=1>", "<font color=#12345>", "<p style='x:/*'>", "\\",
    ])
    func manyOf(piece: String) {
        var bytes: [UInt8] = []
        while bytes.count < 1 << 16 { bytes += Array(piece.utf8) }
        var reader = HTMLReader()
        var page = HTMLPage()
        #expect(check(bytes, &reader, &page))
        #expect(page.depth <= bytes.count)
    }

    /// Line breaks between blocks count towards the limit on text as the text itself does, and a cut leaves whole characters.
    @Test(arguments: [
        "<p>z<p>z<p>z", "a<br><br>b<br><br>c", "z +'<?z", "\u{E9}<p>\u{E9}<p>\u{E9}", "a b c d e f", "<pre>a\nb</pre>\n<pre>c",
        "<div hidden>a<p>b<p>c",
    ])
    func limitOnText(markup: String) {
        let bytes = Array(String(repeating: markup, count: 20).utf8)
        for limit in [0, 1, 2, 3, 4, 5, 7, 11, 23, 47] {
            var limits = HTMLLimits()
            limits.outputBytes = limit
            var reader = HTMLReader(limits: limits)
            var page = HTMLPage()
            reader.read(bytes.span, into: &page)
            #expect(page.visible.count <= limit && page.hidden.count <= limit)
            #expect(String(validating: page.visible, as: UTF8.self) != nil && String(validating: page.hidden, as: UTF8.self) != nil)
        }
    }

    /// What references and NUL stand for counts towards the limits on attributes, and a cut leaves whole characters.
    @Test(arguments: ["&amp;", "&#x1F600;", "&NotEqualTilde;", "\0", "\u{E9}", "\u{1F600}", "\r\n", "a&eacute;", "&a"])
    func limitOnAttributes(piece: String) {
        let value = String(repeating: piece, count: 20)
        let bytes = Array(
            "<a href='\(value)'>x</a><img src='\(value)' alt='\(value)'><meta http-equiv=refresh content='0;url=\(value)'>".utf8)
        for limit in [0, 1, 2, 3, 4, 5, 7, 11, 23, 47] {
            var limits = HTMLLimits()
            limits.attributeBytes = limit
            var page = HTMLPage()
            var reader = HTMLReader(limits: limits)
            reader.read(bytes.span, into: &page)
            for link in page.links where link.element == .anchor || link.element == .image {
                let target = page.attributes[link.target.range]
                #expect(target.count <= limit && String(validating: target, as: UTF8.self) != nil)
            }
            limits.allAttributeBytes = limit
            reader = HTMLReader(limits: limits)
            reader.read(bytes.span, into: &page)
            #expect(page.attributes.count <= limit)
        }
    }

    @Test func oneTagWithManyBytesOfAttributes() {
        var reader = HTMLReader()
        var page = HTMLPage()
        for filler in ["a", "a ", "a=b ", "style=x ", "class='", "/"] {
            var bytes = Array("<p ".utf8)
            while bytes.count < 1 << 16 { bytes += Array(filler.utf8) }
            #expect(check(bytes + Array("'>text".utf8), &reader, &page))
        }
        for value in [
            "style='" + String(repeating: "a:b;", count: 1 << 14), "style='color:" + String(repeating: "(", count: 1 << 16),
            "class='" + String(repeating: "a ", count: 1 << 15), "href='" + String(repeating: "&amp;", count: 1 << 14),
            "style='" + String(repeating: "transform:scale(1", count: 1 << 16),
            "style='" + String(repeating: "clip:rect(0 ", count: 1 << 16),
            "style='margin:" + String(repeating: "1px ", count: 1 << 14), "style='color:rgb(" + String(repeating: "1 ", count: 1 << 14),
            "style='" + String(repeating: "background:a ", count: 1 << 16), "style='" + String(repeating: "\"x", count: 1 << 14),
        ] {
            let bytes = Array("<style>.a{color:red}</style><a \(value)'>text".utf8)
            #expect(check(bytes, &reader, &page))
        }
    }

    @Test func styleSheetsMadeToHurt() {
        var reader = HTMLReader()
        var page = HTMLPage()
        for piece in ["a{", "}", ".a,", "@media screen{", "@x{", "@;", ".a{color:red}", "/*", "{}", "a{b:(", "#\\"] {
            let sheet = String(repeating: piece, count: (1 << 15) / piece.utf8.count)
            let bytes = Array("<style>\(sheet)</style><p class=a>text".utf8)
            #expect(check(bytes, &reader, &page))
        }
    }
}
