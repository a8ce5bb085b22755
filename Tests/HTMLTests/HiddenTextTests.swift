import HTML
import Messages
import Testing

// Each trick that hides text, beside its harmless twin: the same words, and a reader sees them.

/// A document in which the word SECRET is hidden, or not.
struct HidingCase: Sendable, CustomTestStringConvertible {
    var html: String
    var reason: HiddenReason?

    init(_ html: String, _ reason: HiddenReason?) {
        self.html = html
        self.reason = reason
    }

    var testDescription: String { html }
}

@Suite struct HiddenTextTests {
    private static let styles: [HidingCase] = [
        ("display:none", HiddenReason.displayNone), ("display:block", nil), ("DISPLAY : NONE ! important", .displayNone),
        ("display:none;display:inline", nil), ("display:none!important;display:inline", .displayNone),
        ("dis/**/play:none", nil), ("display:/* x */none", .displayNone), ("display:n\\6f ne", .displayNone),
        ("d\\69splay:none", .displayNone), ("x-display:none", nil), ("content:';display:none'", nil),
        ("background:url(a;display:none)", nil), ("color:red;;;display:none", .displayNone), ("junk;display:none", .displayNone),
        ("\n display\t:\r\n none \n", .displayNone), ("displaynone", nil), ("display", nil), ("display:", nil),
        ("visibility:hidden", .visibilityHidden), ("visibility:collapse", .visibilityHidden), ("visibility:visible", nil),
        ("opacity:0", .opacity), ("opacity:0.0", .opacity), ("opacity:.01", .opacity), ("opacity:1e-9", .opacity),
        ("opacity:0%", .opacity), ("opacity:0.9", nil), ("opacity:1", nil), ("opacity:50%", nil),
        ("font-size:0", .zeroFont), ("font-size:0px", .zeroFont), ("font-size:1px", .tinyFont), ("font-size:2px", .tinyFont),
        ("font-size:1pt", .tinyFont), ("font-size:0.1em", .tinyFont), ("font-size:5%", .tinyFont), ("font:0/0 a", .zeroFont),
        ("font:bold 1px/1 Arial", .tinyFont), ("font:bold 12px Arial", nil), ("font-size:9px", nil), ("font-size:80%", nil),
        ("font-size:small", nil), ("font:700 1.2em serif", nil),
        ("color:#fff", .sameColour), ("color:white", .sameColour), ("color:#FEFEFE", .sameColour), ("color:rgb(255,255,255)", .sameColour),
        ("color:rgba(0,0,0,0)", .sameColour), ("color:transparent", .sameColour), ("color:rgb(100% 100% 100% / 1)", .sameColour),
        ("color:hsl(0,0%,100%)", .sameColour), ("color:#ffffff00", .sameColour), ("color:rgba(0,0,0,0.02)", .sameColour),
        ("color:#888", nil), ("color:#ccc", nil), ("color:red", nil), ("color:hsl(120, 100%, 25%)", nil), ("color:nonsense", nil),
        ("color:#000;background:#000", .sameColour), ("color:#000;background-color:#010101", .sameColour),
        ("color:#fff;background:#000", nil), ("color:#fff;background:url(x.png) white", nil),
        ("color:#fff;background-image:linear-gradient(red, blue)", nil), ("background:#000 none;color:black", .sameColour),
        ("position:absolute;left:-9999px", .offScreen), ("position:fixed;top:-100em", .offScreen), ("left:-9999px", nil),
        ("position:absolute;left:-10px", nil), ("position:static;left:-9999px", nil), ("text-indent:-9999px", .offScreen),
        ("text-indent:2em", nil), ("margin-left:-9999px", .offScreen), ("margin:0 0 0 -9999px", .offScreen), ("margin:-10px 0", nil),
        ("transform:translateX(-9999px)", .offScreen), ("transform:scale(0)", .zeroSize), ("transform:scale(1.5) rotate(0deg)", nil),
        ("height:0;overflow:hidden", .zeroSize), ("max-height:0px;overflow:hidden", .zeroSize), ("width:1px;overflow:hidden", .zeroSize),
        ("height:0", nil), ("height:20px;overflow:hidden", nil), ("max-height:100%;overflow:hidden", nil),
        ("position:absolute;clip:rect(0 0 0 0)", .clipped), ("position:absolute;clip:rect(1px, 1px, 1px, 1px)", .clipped),
        ("position:absolute;clip:rect(0 100px 20px 0)", nil), ("position:absolute;clip-path:inset(50%)", .clipped),
        ("mso-hide:all", nil), ("mso-hide:all;display:none", .displayNone), ("--x:display:none", nil), ("width:100%", nil),
    ].map { HidingCase("shown <div style=\"\($0.0)\">SECRET</div> again", $0.1) }

    private static let documents: [HidingCase] = [
        HidingCase("a <span hidden>SECRET</span>", .hiddenAttribute), HidingCase("a <span hidden style='display:block'>SECRET</span>", nil),
        HidingCase("a <span aria-hidden=true>SECRET</span>", nil),
        HidingCase("a <span style='display:&#110;one'>SECRET</span>", .displayNone),
        HidingCase("a <template>SECRET</template>", .notRendered), HidingCase("a <noscript>SECRET</noscript>", .notRendered),
        HidingCase("a <dialog>SECRET</dialog>", .notRendered), HidingCase("a <dialog open>SECRET</dialog>", nil),
        HidingCase("<title>SECRET</title>a", .title), HidingCase("a<textarea>SECRET</textarea>", nil),
        HidingCase("a <font color=white>SECRET</font>", .sameColour), HidingCase("a <font color=#ffffff>SECRET</font>", .sameColour),
        HidingCase("a <font color=fffffe>SECRET</font>", .sameColour), HidingCase("a <font color=chucknorris>SECRET</font>", nil),
        HidingCase("<body bgcolor=black>a <font color=black>SECRET</font>", .sameColour),
        HidingCase("<body bgcolor=black text=white>a <b>SECRET</b>", nil),
        HidingCase("<table bgcolor=#003366><tr><td><font color=white>SECRET</font></td></tr></table>", nil),
        HidingCase("<table><tr><td bgcolor=red style='color:#fe0505'>SECRET</td></tr></table>", .sameColour),
        HidingCase("<td background=x.png style='color:#fff'>SECRET</td>", nil),
        HidingCase("<div style='color:#fff'>x <a href=y>SECRET</a></div>", nil),
        HidingCase("<div style='color:#fff'>x <a name=y>SECRET</a></div>", .sameColour),
        HidingCase("<a href=y style='color:#fff;text-decoration:none'>SECRET</a>", .sameColour),
        HidingCase("<div style='display:none'><p style='display:block;visibility:visible'>SECRET</p></div>", .displayNone),
        HidingCase("<div style='visibility:hidden'><p style='visibility:visible'>SECRET</p></div>", nil),
        HidingCase("<td style='font-size:0'><div style='font-size:14px'>SECRET</div></td>", nil),
        HidingCase("<td style='font-size:0'><div style='font-size:2em'>SECRET</div></td>", .zeroFont),
        HidingCase("<div style='opacity:0'><p style='opacity:1'>SECRET</p></div>", .opacity),
        HidingCase("<div style='display:none'>x</div>SECRET", nil), HidingCase("<img style='display:none'>SECRET", nil),
        HidingCase("<br style='display:none'>SECRET", nil), HidingCase("<p style='display:none'>x<p>SECRET", nil),
        HidingCase("<p>a<p style='display:none'>SECRET<p>b", .displayNone),
        HidingCase("<table><tr style='display:none'><td>x<td>y<tr><td>SECRET</table>", nil),
        HidingCase("<ul><li style='display:none'>x<li>SECRET</ul>", nil),
        HidingCase("<div style='display:none'>x</span></b></p></td>SECRET</div>", .displayNone),
        HidingCase("<b><div style='display:none'>x</b>SECRET</div>", .displayNone),
        HidingCase("<font color=white><p>x</font>SECRET</p>", nil), HidingCase("<p><font color=white>x</p><p>SECRET</p>", .sameColour),
        HidingCase("<td><font color=white>x</td><td>SECRET</td>", nil),
        HidingCase("<foo style='display:none'>SECRET</foo>", .displayNone), HidingCase("<foo style='display:none'>x</foo>SECRET", nil),
        HidingCase("<svg><style><div>SECRET</div>", nil),
    ]

    private static let sheets: [HidingCase] = [
        (".x{display:none}", HiddenReason.displayNone), (".y{display:none}", nil), ("#i{display:none}", .displayNone),
        ("p{display:none}", .displayNone), ("div{display:none}", nil), ("p.x{display:none}", .displayNone), ("div.x{display:none}", nil),
        (".y,.x , #z{visibility:hidden}", .visibilityHidden), (".X{DISPLAY:NONE}", .displayNone),
        ("<!-- .x{display:none} -->", .displayNone), ("/* .x{display:none} */", nil), ("/* a */.x{display:none/* b */}", .displayNone),
        ("@media print{.x{display:none}}", nil), ("@media (max-width:600px){.x{display:none}} .y{}", nil),
        ("@media screen{.x{display:none}}", .displayNone), ("@import url(a.css);.x{display:none}", .displayNone),
        ("@media print{.x{color:red}}.x{display:none}", .displayNone), ("@font-face{src:url(x)}.x{display:none}", .displayNone),
        (".x{display:none}.x{display:block}", nil), (".x{display:none}p{display:block}", .displayNone),
        ("#i{display:block}.x{display:none}", nil), (".x{display:none !important}#i{display:block}", .displayNone),
        ("body .x{display:none}", .displayNone), ("table .x{display:none}", nil), (".a .x{display:none}", nil),
        (".x:hover{display:none}", nil),
        (".x > p{display:none}", nil), ("*{display:none}", .displayNone), (".x{color:#fff}", .sameColour), (".x{", nil),
        ("}.x{display:none}", .displayNone),
        (".a-very-long-name-of-a-class-1{display:none}", .displayNone), (".a-very-long-NOME-of-a-class-1{display:none}", nil),
    ].map {
        HidingCase("<style>\($0.0)</style><body>shown <p id=i class='q x a-very-long-name-of-a-class-1'>SECRET</p>", $0.1)
    }

    @Test(arguments: styles + documents + sheets)
    func trick(_ trick: HidingCase) {
        let page = page(trick.html)
        let isVisible = text(page.visible).contains("SECRET")
        #expect(isVisible == (trick.reason == nil), "\(page.hiddenByReason)")
        guard let reason = trick.reason else { return }
        #expect(page[reason].bytes > 0)
        if reason != .title { #expect(text(page.hidden).contains("SECRET")) } else { #expect(text(page.title) == "SECRET") }
    }

    @Test func inlineStyleOutranksSheets() {
        #expect(text(page("<style>.x{display:none}</style><p class=x style='display:block'>SECRET").visible) == "SECRET")
        #expect(text(page("<style>.x{display:none!important}</style><p class=x style='display:block'>SECRET").visible) == "")
    }

    @Test func preheaderIsHiddenTextBeforeTheFirstVisible() {
        let page = page("<div style='display:none'>Your parcel&nbsp;waits &zwnj;&nbsp;</div><p>Dear customer</p><i hidden>later</i>")
        #expect(text(Array(page.hidden[page.preheader.range])).hasPrefix("Your parcel waits"))
        #expect(text(page.visible) == "Dear customer")
        #expect(text(page.hidden).hasSuffix("later"))
    }

    @Test func hiddenTextDoesNotPartWords() {
        #expect(text(page("Vi<span style='display:none'>xx</span>ag<div style='display:none'>yy</div>ra").visible) == "Viagra")
        #expect(text(page("Vi<!-- x -->ag<b></b>ra V\0i").visible) == "Viagra Vi")
        #expect(text(page("in\u{200B}visi\u{AD}ble").visible) == "in\u{200B}visi\u{AD}ble")
    }

    @Test func paddingIsNoHiddenText() {
        let page = page("<td style='font-size:1px'>&nbsp;</td><td style='font-size:1px'>\u{A0}</td>x")
        #expect(page.hiddenBytes == 0)
    }

    @Test func commentsAreCounted() {
        let page = page("a<!-- one --><!--[if mso]><p>only there</p><![endif]--><![if !mso]>b<![endif]>")
        #expect(text(page.visible) == "ab")
        #expect(page.counts.comments == 1)
        #expect(page.counts.conditionalComments == 3)
        #expect(text(page.comments).contains("one"))
        #expect(!text(page.comments).contains("only"))
    }
}

extension HTMLPage {
    var hiddenByReason: [String] { HiddenReason.allCases.filter { self[$0].runs > 0 }.map { "\($0)" } }
}

/// A page of a document.
func page(_ html: String) -> HTMLPage {
    let bytes = Array(html.utf8)
    var reader = HTMLReader()
    var page = HTMLPage()
    reader.read(bytes.span, into: &page)
    return page
}

func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
}
