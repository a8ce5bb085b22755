internal import Messages

extension HTMLReader {
    // MARK: Start tags

    mutating func startTag(_ input: Span<UInt8>, _ page: inout HTMLPage) {
        let name = tokenizer.name
        let tag = tags.value(of: name).flatMap { HTMLTag(rawValue: UInt8(truncatingIfNeeded: $0)) } ?? .unknown
        let traits = tag.traits
        page.counts.elements &+= 1
        page.fingerprint = (page.fingerprint &<< 5 | page.fingerprint &>> 59) ^ name.mixed
        let wasForeign = stack.isForeign
        closeImplied(by: tag, traits, wasForeign: wasForeign, &page)

        let isPlain = tokenizer.attributeCount == 0 && sheet.isEmpty && !traits.contains(.preformatted)
        let own = isPlain ? StyleDeclarations() : declarations(input, tag, traits, name, &page)
        let reason = reasonOfElement(tag, traits, isForeign: wasForeign)
        let parent = stack.style
        let style = own.isEmpty && reason == nil ? parent : parent.child(own, elementReason: reason)
        let isInline = own.hiding.contains(.displayInline) && !traits.contains(.cell)
        let isBlock = (traits.contains(.block) && !isInline) || own.hiding.contains(.displayBlock)
        part(tag, isBlock: isBlock, isCell: traits.contains(.cell), isGone: style.isGone)
        note(input, tag, style, own.hiding, &page)

        let isForeign = stack.isForeign || tag == .svg || tag == .math
        if traits.contains(.void) || (isForeign && tokenizer.isSelfClosing) { return }
        if traits.contains(.rawText), !wasForeign { enterRawText(tag) }
        if rawTag == .script || rawTag == .style || rawTag == .title || rawTag == .iframe || rawTag == .noembed || rawTag == .noframes {
            return
        }
        let element = OpenElement(
            tag: tag, traits: traits, name: name, own: own, elementReason: reason, isBlock: isBlock, style: style)
        if !stack.push(element), stack.beyond == 1 { tokenizer.note(.htmlTooDeep, at: tokenizer.start) }
        page.depth = max(page.depth, stack.count)
        tokenizer.allowsCDATA = stack.isForeign
    }

    /// Ends what the standard lets a start tag end (section 13.2.6.4.7 and the table modes).
    private mutating func closeImplied(by tag: HTMLTag, _ traits: HTMLTag.Traits, wasForeign: Bool, _ page: inout HTMLPage) {
        if wasForeign, traits.contains(.block) || (traits.contains(.formatting) && tag != .a) || tag == .img || tag == .br || tag == .span {
            // HTML inside SVG or MathML ends it (section 13.2.6.5).
            if let index = stack.index(of: .svg, orBoundary: false) { close(at: index, &page) }
            if let index = stack.index(of: .math, orBoundary: false) { close(at: index, &page) }
        }
        if traits.contains(.endsParagraph), let index = stack.index(of: .p, above: .button) { close(at: index, &page) }
        switch tag {
        case .li:
            if let index = stack.index(of: .li, above: .ul, or: .ol) { close(at: index, &page) }
        case .dd, .dt:
            if let index = stack.index(of: .dd, above: .dl) { close(at: index, &page) }
            if let index = stack.index(of: .dt, above: .dl) { close(at: index, &page) }
        case .option, .optgroup:
            if let index = stack.index(of: .option, above: .select) { close(at: index, &page) }
            if tag == .optgroup, let index = stack.index(of: .optgroup, above: .select) { close(at: index, &page) }
        case .td, .th: closeCell(&page)
        case .tr: closeRow(&page)
        case .tbody, .thead, .tfoot, .caption, .col, .colgroup:
            closeRow(&page)
            closeGroup(.tbody, &page)
            closeGroup(.thead, &page)
            closeGroup(.tfoot, &page)
            closeGroup(.caption, &page)
        case .a:
            if let index = stack.index(of: .a) { close(at: index, &page) }
            finishLink(&page)
        case .button:
            if let index = stack.index(of: .button) { close(at: index, &page) }
        case .form:
            if let index = stack.index(of: .form) { close(at: index, &page) }
        default: break
        }
    }

    private mutating func closeCell(_ page: inout HTMLPage) {
        if let index = stack.index(of: .td, above: .table, orBoundary: false) { close(at: index, &page) }
        if let index = stack.index(of: .th, above: .table, orBoundary: false) { close(at: index, &page) }
    }

    private mutating func closeGroup(_ group: HTMLTag, _ page: inout HTMLPage) {
        if let index = stack.index(of: group, above: .table, orBoundary: false) { close(at: index, &page) }
    }

    private mutating func closeRow(_ page: inout HTMLPage) {
        closeCell(&page)
        if let index = stack.index(of: .tr, above: .table, orBoundary: false) { close(at: index, &page) }
    }

    private func reasonOfElement(_ tag: HTMLTag, _ traits: HTMLTag.Traits, isForeign: Bool) -> HiddenReason? {
        if isForeign, tag == .title { return .title }
        guard traits.contains(.notRendered) else { return nil }
        return tag == .dialog && tokenizer.known.has(.open) ? nil : .notRendered
    }

    /// Reads the text of an element as the element wants it.
    private mutating func enterRawText(_ tag: HTMLTag) {
        rawTag = tag
        tokenizer.mode =
            switch tag {
            case .title, .textarea: .rcdata
            case .script: .scriptData
            case .plaintext: .plaintext
            default: .rawtext
            }
    }

    /// Parts the text around a tag by a line or a space.
    private mutating func part(_ tag: HTMLTag, isBlock: Bool, isCell: Bool, isGone: Bool) {
        if isBlock {
            hidden.block()
            if !isGone { visible.block() }
        } else if isCell {
            hidden.space()
            if !isGone { visible.space() }
        } else if tag == .br {
            if stack.style.showsText { visible.lineBreak() } else { hidden.space() }
        }
    }

    // MARK: End tags

    mutating func endTag(_ page: inout HTMLPage) {
        let name = tokenizer.name
        let tag = tags.value(of: name).flatMap { HTMLTag(rawValue: UInt8(truncatingIfNeeded: $0)) } ?? .unknown
        let raw = rawTag
        rawTag = .unknown
        if raw != .unknown, raw != .textarea, raw != .xmp { return }
        if tag == .a { finishLink(&page) }
        if tag == .form { openForm = -1 }
        if stack.beyond > 0 {
            stack.closeBeyond()
            return
        }
        if let index = stack.target(of: tag, name, tag.traits) {
            close(at: index, &page)
            tokenizer.allowsCDATA = stack.isForeign
            return
        }
        page.counts.strayEndTags &+= 1
        // Two end tags act without a start tag: `</br>` is a `<br>`, `</p>` an empty paragraph.
        if tag == .br { part(.br, isBlock: false, isCell: false, isGone: stack.style.isGone) }
        if tag == .p { part(.p, isBlock: true, isCell: false, isGone: stack.style.isGone) }
    }

    private mutating func close(at index: Int, _ page: inout HTMLPage) {
        let ended = stack.close(at: index)
        if ended.hasBlock {
            visible.block()
            hidden.block()
        } else if ended.hasGoneBlock {
            hidden.block()
        }
        if ended.hasCell { visible.space() }
        if ended.hasAnchor { finishLink(&page) }
        if ended.hasForm { openForm = -1 }
    }
}
