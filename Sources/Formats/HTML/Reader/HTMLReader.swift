// What a reader sees of an HTML document, told apart from what is hidden: one pass over the tokens, no tree.
//
// The document is not trusted. Open elements are a bounded stack; styles are inherited down it; whatever the limits leave out is
// said in a defect. Where rendering would need layout, the reader is on the side of "visible": hidden text is an accusation.

internal import Messages

/// Reads documents into pages. Keep one reader for many documents: its buffers keep their memory.
public struct HTMLReader: Sendable {
    let limits: HTMLLimits
    var tokenizer: HTMLTokenizer
    var stack: ElementStack
    var sheet = StyleSheet()
    var styles = StyleCache()
    /// The names of elements, at hand: a constant of a type is asked for anew at each use.
    let tags = HTMLTag.known
    var visible: TextSink
    var hidden: TextSink
    var title: TextSink
    /// Bytes of one attribute or reference, decoded.
    var scratch: [UInt8] = []
    /// The element whose text is no markup, while it is open.
    var rawTag = HTMLTag.unknown
    /// The index of the link that is open; -1: none.
    var openLink = -1
    var hiddenBytesBeforeLink = 0
    /// The index of the form that is open; -1: none.
    var openForm = -1
    var linkColour = CSSColour.link
    private var hiddenRun: HiddenReason?
    var allHiddenBytes = 0

    /// A reader with these limits.
    public init(limits: HTMLLimits = HTMLLimits()) {
        self.limits = limits
        tokenizer = HTMLTokenizer(limits: limits)
        stack = ElementStack(limit: limits.nesting)
        visible = TextSink(limit: limits.outputBytes)
        hidden = TextSink(limit: limits.outputBytes)
        title = TextSink(limit: limits.attributeBytes)
    }

    /// Reads a document of UTF-8 bytes. What was in the page is gone.
    public mutating func read(_ input: Span<UInt8>, into page: inout HTMLPage) {
        begin(&page)
        page.size = input.count
        var isOver = false
        while !isOver {
            switch tokenizer.next(input) {
            case .text: text(input, tokenizer.content, &page)
            case .reference: reference(&page)
            case .startTag: startTag(input, &page)
            case .endTag: endTag(&page)
            case .comment: comment(input, &page)
            case .doctype: page.isQuirky = tokenizer.forcesQuirks
            case .end: isOver = true
            }
        }
        finish(&page)
    }

    private mutating func begin(_ page: inout HTMLPage) {
        page.reset()
        tokenizer.reset()
        stack.reset()
        sheet.reset()
        styles.reset()
        visible = TextSink(limit: limits.outputBytes)
        hidden = TextSink(limit: limits.outputBytes)
        title = TextSink(limit: limits.attributeBytes)
        rawTag = .unknown
        openLink = -1
        openForm = -1
        linkColour = .link
        hiddenRun = nil
        allHiddenBytes = 0
    }

    private mutating func finish(_ page: inout HTMLPage) {
        finishLink(&page)
        visible.finish(&page.visible)
        hidden.finish(&page.hidden)
        title.finish(&page.title)
        if let offset = visible.firstNUL ?? hidden.firstNUL { tokenizer.note(.htmlNUL, at: offset) }
        if visible.isCut || hidden.isCut { tokenizer.note(.htmlTextCut, at: page.size) }
        page.counts.unknownReferences = tokenizer.unknownReferences
        page.defects = tokenizer.defects
    }

    // MARK: Text

    /// Text of the document, or of an element whose text is no markup.
    private mutating func text(_ input: Span<UInt8>, _ range: Range<Int>, _ page: inout HTMLPage) {
        switch rawTag {
        case .unknown, .textarea, .xmp, .plaintext: write(input, range, &page)
        case .style:
            if !sheet.add(input, range, limit: limits.styleRules) {
                tokenizer.note(.htmlTooManyStyleRules, at: range.lowerBound)
            }
        case .title: writeTitle(input, range, &page)
        default: break
        }
    }

    private mutating func reference(_ page: inout HTMLPage) {
        page.counts.references &+= 1
        scratch.removeAll(keepingCapacity: true)
        CharacterReference.append(tokenizer.referenceBytes, to: &scratch)
        let bytes = scratch
        if rawTag == .title { writeTitle(bytes.span, 0..<bytes.count, &page) } else { write(bytes.span, 0..<bytes.count, &page) }
    }

    private mutating func writeTitle(_ bytes: Span<UInt8>, _ range: Range<Int>, _ page: inout HTMLPage) {
        page.hiddenByReason[Int(HiddenReason.title.rawValue)].bytes &+= title.write(bytes, range, to: &page.title)
        page.hiddenByReason[Int(HiddenReason.title.rawValue)].runs = 1
    }

    @inline(__always)
    private mutating func write(_ bytes: Span<UInt8>, _ range: Range<Int>, _ page: inout HTMLPage) {
        let style = stack.style
        if !style.showsText, let reason = style.textReason {
            writeHidden(bytes, range, reason, &page)
        } else if visible.write(bytes, range, to: &page.visible, isPreformatted: style.isPreformatted) > 0 {
            hiddenRun = nil
        }
    }

    private mutating func writeHidden(_ bytes: Span<UInt8>, _ range: Range<Int>, _ reason: HiddenReason, _ page: inout HTMLPage) {
        if hiddenRun != reason { hidden.space() }
        let written = hidden.write(bytes, range, to: &page.hidden, dropsNoBreak: true)
        guard written > 0 else { return }
        let index = Int(reason.rawValue)
        page.hiddenByReason[index].bytes &+= written
        if hiddenRun != reason { page.hiddenByReason[index].runs &+= 1 }
        hiddenRun = reason
        allHiddenBytes &+= written
        if visible.used == 0 { page.preheader = ByteRange(0, hidden.used) }
    }

    private mutating func comment(_ input: Span<UInt8>, _ page: inout HTMLPage) {
        let range = tokenizer.content
        let first = input.skipSpace(from: range.lowerBound, to: range.upperBound)
        let isConditional = input.matches("[if", at: first) || input.matches("[endif", at: first)
        let index = Int((isConditional ? HiddenReason.conditionalComment : .comment).rawValue)
        page.hiddenByReason[index].bytes &+= range.count
        page.hiddenByReason[index].runs &+= 1
        if isConditional {
            page.counts.conditionalComments &+= 1
            return
        }
        page.counts.comments &+= 1
        guard first < range.upperBound, page.comments.count < limits.outputBytes else { return }
        for at in first..<min(range.upperBound, first &+ limits.commentBytes) { page.comments.append(input[at]) }
        page.comments.append(ASCII.lineFeed)
    }
}
