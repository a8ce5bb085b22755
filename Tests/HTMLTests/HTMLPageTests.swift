import HTML
import Messages
import Testing

@Suite struct HTMLPageTests {
    @Test(arguments: [
        ("a  b\r\n\tc", "a b c"), ("<p>a</p><p>b</p>", "a\nb"), ("a<br>b<br><br>c", "a\nb\n\nc"), ("a<b>b</b>c", "abc"),
        ("a <i> b</i>", "a b"), ("<ul><li>a<li>b</ul>c", "a\nb\nc"), ("<table><tr><td>a<td>b<tr><td>c</table>d", "a b\nc\nd"),
        ("<div><div><div>a</div></div>b</div>", "a\nb"), ("<pre>a\r\n  b</pre>c", "a\n  b\nc"),
        ("&lt;b&gt; &amp;amp; &copy;", "<b> &amp; ©"),
        ("a&nbsp;b", "a\u{A0}b"), ("&#72;&#x69;", "Hi"), ("a<script>b</script>c<style>d</style>e", "ace"),
        ("<textarea>a &amp; <b></textarea>", "a & <b>"), ("<xmp><b></xmp>", "<b>"), ("a<iframe>b</iframe>", "a"),
        ("<option>a<option>b", "a b"), ("<span style='display:block'>a</span>b", "a\nb"), ("<div style='display:inline'>a</div>b", "ab"),
        ("a</p>b", "a\nb"), ("a</br>b", "a\nb"), ("1 < 2 && 3 > 2", "1 < 2 && 3 > 2"), ("<plaintext>a</plaintext>", "a</plaintext>"),
        ("a<wbr>b", "ab"), ("<svg><text>a</text><title>t</title></svg>b", "ab"), ("<svg><![CDATA[x<y]]></svg>", "x<y"), ("", ""),
        (" \n ", ""),
        ("<h1>a</h1>b<hr>c", "a\nb\nc"), ("<button>a</button>b", "a b"),
    ])
    func whatAReaderSees(html: String, expected: String) {
        #expect(text(page(html).visible) == expected)
    }

    @Test func linksWithTheirShownText() {
        let html = """
            <base href="http://b.example/"><p>See <a href=" http://x.example/?a=1&amp;b=2\n3\t ">  my bank </a> or \
            <A HREF=y><img src=i.png alt="the 'logo'"> <span style="display:none">secret</span></A>, \
            <a name=n>no link</a><area href=r><form action=/go method=post><input type=password><button formaction=f>ok</button></form>\
            <body background=bg.png><iframe src=fr></iframe><meta http-equiv=refresh content="3; URL='http://r.example/'">\
            <a href=one>1<a href=two>2
            """
        let page = page(html)
        let found = page.links.map { link in
            "\(link.element) \(text(Array(page.attributes[link.target.range]))) [\(text(Array(page.visible[link.text.range])))]"
        }
        #expect(
            found == [
                "base http://b.example/ []", "anchor http://x.example/?a=1&b=23 [my bank]", "anchor y []", "image i.png []", "area r []",
                "form /go []", "formAction f []", "background bg.png []", "frame fr []", "refresh http://r.example/ []", "anchor one [1]",
                "anchor two [2]",
            ])
        #expect(page.base == 0)
        #expect(page.links[2].hasImage && !page.links[1].hasImage)
        #expect(page.links[2].hiddenBytes == 6)
        #expect(
            page.links[1].offset
                == UInt32(html.utf8.count - html[(html.firstRange(of: "<a href=\" http")?.lowerBound ?? html.startIndex)...].utf8.count))
        #expect(text(Array(page.attributes[page.images[0].alternative.range])) == "the 'logo'")
        #expect(page.images[0].link == 2)
    }

    @Test func hiddenLinks() {
        let page = page("<div style='display:none'><a href=a>x</a></div><a href=b style='font-size:0'>y</a><a href=c>z</a>")
        #expect(page.links.map(\.isHidden) == [true, true, false])
        #expect(page.links.map(\.hiddenBytes) == [1, 1, 0])
    }

    @Test func forms() {
        let html = """
            <input name=q><form action=a><input name=cardNumber><input name=CVV2><input placeholder="PIN"><input name=shipping>\
            <input type=hidden name=otp><input autocomplete=one-time-code></form><form method=POST><select name=expiry></select>
            """
        let page = page(html)
        #expect(page.forms.count == 2)
        #expect(page.forms[0].fields == [.card, .cardCode, .pin, .oneTimeCode])
        #expect(page.forms[0].inputs == 5 && page.forms[0].hiddenInputs == 1 && !page.forms[0].isPost)
        #expect(page.forms[1].fields == .expiry && page.forms[1].isPost && page.forms[1].action.isEmpty)
        #expect(page.looseFields.inputs == 1)
    }

    @Test func trackingPixels() {
        let page = page(
            """
            <img src=a width=1 height=1><img src=b style="width:1px;height:0"><img src=c width=100% height=1><img src=d width=600 height=1>\
            <img width=1 height=1><img src="data:image/gif;base64,R0lGOD" width=20 height="30px">
            """)
        #expect(page.images.map(\.isTrackingPixel) == [true, true, false, false, false, false])
        #expect(page.images[5].width == 20 && page.images[5].height == 30)
        #expect(page.links.count == 4)
    }

    @Test func counts() {
        let page = page(
            """
            <!DOCTYPE html><html lang=fr><head><title> My\n title </title><script>var a = "<p>"</script></head><body onload=x()>\
            <table><tr><td onclick=y>a</table><object></object><embed><font>&bogus;&amp;</font><x-y></x-y></i>
            """)
        #expect(text(page.title) == "My title")
        #expect(text(Array(page.attributes[page.language.range])) == "fr")
        #expect(page.counts.scripts == 1 && page.counts.eventHandlers == 2 && page.counts.objects == 2 && page.counts.fonts == 1)
        #expect(page.counts.unknownElements == 1 && page.counts.strayEndTags == 1 && page.counts.references == 1)
        #expect(page.counts.unknownReferences == 1)
        #expect(!page.isQuirky)
        #expect(page.defects.map(\.kind) == [.htmlUnknownReference])
    }

    @Test func fingerprintIsThatOfTheTags() {
        let first = page("<p class=a>Hello <b>Ann</b></p>")
        #expect(first.fingerprint == page("<P id=x>Bye <B>Bob").fingerprint)
        #expect(first.fingerprint != page("<b>Hello <p>Ann").fingerprint)
    }

    @Test func defects() {
        #expect(page("a<!-- b").defects == [Defect(.htmlUnclosedComment, at: 1)])
        #expect(page("ab<a href='x>y").defects == [Defect(.htmlUnclosedTag, at: 2)])
        #expect(page("ab\0c").defects == [Defect(.htmlNUL, at: 2)])
        #expect(page(String(repeating: "<i>", count: 600)).defects == [Defect(.htmlTooDeep, at: 512 * 3)])
        #expect(page("<a " + (0..<200).map { "b\($0) " }.joined() + ">").defects == [Defect(.htmlTooManyAttributes, at: 0)])
    }

    @Test func limitsHold() {
        var limits = HTMLLimits()
        limits.outputBytes = 10
        limits.links = 1
        limits.images = 1
        limits.attributeBytes = 4
        limits.styleRules = 1
        var reader = HTMLReader(limits: limits)
        var page = HTMLPage()
        let bytes = Array("<style>a{color:red}b{color:red}</style><a href=abcdef>é234567é9abcdef<a href=b><img src=c><img src=d>".utf8)
        reader.read(bytes.span, into: &page)
        #expect(page.visible.count <= 10 && String(validating: page.visible, as: UTF8.self) != nil)
        #expect(page.links.count == 1 && page.images.count == 1 && page.links[0].target.count == 4)
        let kinds = Set(page.defects.map(\.kind))
        #expect(kinds == [.htmlTooManyStyleRules, .htmlLongAttribute, .htmlTooManyLinks, .htmlTextCut])
        #expect(page.counts.unlisted > 0)
    }

    @Test func aPageIsReused() {
        var reader = HTMLReader()
        var reused = HTMLPage()
        let long = Array("<style>p{display:none}</style><form><a href=x>\(String(repeating: "word ", count: 5000))<title>t".utf8)
        let short = Array("<p>short".utf8)
        reader.read(long.span, into: &reused)
        reader.read(short.span, into: &reused)
        let fresh = page("<p>short")
        #expect(
            reused.visible == fresh.visible && reused.hidden.isEmpty && reused.links.isEmpty && reused.forms.isEmpty && reused.title.isEmpty
        )
        #expect(reused.fingerprint == fresh.fingerprint && reused.counts == fresh.counts)
    }
}
