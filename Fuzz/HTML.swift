// Fuzz harness of HTML: the tokenizer in every mode, the reader, the sniffing of encodings. Uses: HTML, Messages.
//
// The first byte chooses the tokenizer's mode, whether bytes are mapped onto pieces of markup, which reaches deep states sooner, and
// whether tight limits hold. Every public function is called; a promise that is broken stops the run.

import HTML
import Messages

/// The pieces that bytes stand for in the second mode.
private let pieces: [[UInt8]] = [
    "<", "</", ">", "/>", "=", "\"", "'", " ", "\n", "&", ";", "#", "&#x", "&amp;", "&notit;", "<!--", "-->", "--!>", "<!DOCTYPE html",
    "<![CDATA[",
    "]]>", "<?", "<a href=", "http://a.example/?b=1&copy=2", "<img src=", "<form action=", "<input type=password name=", "<div style=\"",
    "display:none", "font-size:0", "color:#fff", ";background:white", "<style>", ".x{", "}", "</style>", "<p class=x>", "<table>", "<td>",
    "<title>", "</title>", "<script>", "</script>", "<textarea>", "<base href=", "<meta http-equiv=refresh content=\"0;url=", "<br>",
    "</p>",
    "</div>", "<svg>", "</a>", "<meta charset=", "utf-16", "koi8-r", "<!--[if mso]>", "<![endif]-->", "hidden", " onclick=x", "\u{E9}",
    "\0", "text",
    "<span>", "/*", "*/", ":", "PUBLIC \"", "SYSTEM '", "!important", "<li>", "<b>",
].map { Array($0.utf8) }

// libFuzzer calls from one thread only, so the reused reader and page are never shared.
nonisolated(unsafe) private var reader = HTMLReader()
nonisolated(unsafe) private var page = HTMLPage()

private func tightLimits() -> HTMLLimits {
    var limits = HTMLLimits()
    limits.nesting = 8
    limits.attributesPerTag = 2
    limits.attributeBytes = 5
    limits.allAttributeBytes = 40
    limits.links = 2
    limits.images = 1
    limits.forms = 1
    limits.styleRules = 2
    limits.outputBytes = 50
    limits.commentBytes = 4
    limits.defects = 3
    return limits
}

private func check(_ page: HTMLPage, limits: HTMLLimits) {
    precondition(page.visible.count <= limits.outputBytes && page.hidden.count <= limits.outputBytes, "text is bounded")
    precondition(
        page.links.count <= limits.links && page.images.count <= limits.images && page.forms.count <= limits.forms, "lists are bounded")
    precondition(page.attributes.count <= limits.allAttributeBytes, "attributes are bounded")
    precondition(page.defects.count <= limits.defects, "defects are bounded")
    for reason in HiddenReason.allCases { _ = page[reason] }
    precondition(page.hiddenBytes >= 0 && page.textShare >= 0, "shares are shares")
    for link in page.links { precondition(Int(link.target.end) <= page.attributes.count, "targets lie inside") }
}

private func tokenize(_ input: Span<UInt8>, with tokenizer: inout HTMLTokenizer) {
    var text: [UInt8] = []
    while true {
        let position = tokenizer.position
        let kind = tokenizer.next(input)
        if kind == .end { break }
        precondition(tokenizer.position > position && tokenizer.position <= input.count, "the tokenizer goes on")
        text.removeAll(keepingCapacity: true)
        switch kind {
        case .startTag, .endTag:
            tokenizer.appendName(input, to: &text)
            for attribute in tokenizer.attributes {
                attribute.appendName(input, to: &text)
                attribute.appendValue(input, to: &text)
                attribute.appendValue(input, to: &text, limit: 3)
            }
        case .doctype:
            tokenizer.appendName(input, to: &text)
            for identifier in [tokenizer.publicID, tokenizer.systemID] {
                if let identifier { tokenizer.appendIdentifier(input, identifier, to: &text) }
            }
        default: tokenizer.appendText(input, kind: kind, to: &text)
        }
    }
}

/// Called by libFuzzer with each input; always gives 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzHTML(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let given = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let bytes = start[0] & 1 == 0 ? given : given.flatMap { pieces[Int($0) % pieces.count] }
    let input = bytes.span

    if start[0] & 2 == 0 {
        reader.read(input, into: &page)
        check(page, limits: HTMLLimits())
    } else {
        let limits = tightLimits()
        var reader = HTMLReader(limits: limits)
        reader.read(input, into: &page)
        check(page, limits: limits)
    }
    _ = HTMLEncoding.sniff(input)
    _ = HTMLEncoding.sniff(input, prescanBytes: 100)
    _ = HTMLEncoding.name(ofLabel: input)

    let modes: [HTMLTokenizer.Mode] = [.data, .rcdata, .rawtext, .scriptData, .cdata]
    var tokenizer = HTMLTokenizer(mode: modes[Int(start[0] >> 2) % modes.count], lastStartTag: "script")
    tokenize(input, with: &tokenizer)
    tokenizer.reset()
    tokenizer.allowsCDATA = true
    tokenize(input, with: &tokenizer)
    return 0
}
