internal import Messages

extension HTMLReader {
    /// Lists what an element points to, and counts what is counted.
    mutating func note(
        _ input: Span<UInt8>, _ tag: HTMLTag, _ style: ComputedStyle, _ hiding: StyleDeclarations.Properties, _ page: inout HTMLPage
    ) {
        count(tag, &page)
        page.counts.eventHandlers &+= tokenizer.known.eventHandlers
        guard !tokenizer.known.isEmpty || tag == .form || tag == .input || tag == .img || tag == .image else { return }
        let isHidden = style.elementReason != nil
        switch tag {
        case .a:
            if let index = tokenizer.known[.href], let link = addLink(.anchor, input, index, isHidden: !style.showsText, &page) {
                openLink = link
                hiddenBytesBeforeLink = allHiddenBytes
            }
        case .area: addLink(.area, input, tokenizer.known[.href], isHidden: isHidden, &page)
        case .img, .image: addImage(input, style, hiding, &page)
        case .link: addLink(.link, input, tokenizer.known[.href], isHidden: isHidden, &page)
        case .iframe, .frame: addLink(.frame, input, tokenizer.known[.src], isHidden: isHidden, &page)
        case .script: addLink(.script, input, tokenizer.known[.src], isHidden: isHidden, &page)
        case .object: addLink(.object, input, tokenizer.known[.data], isHidden: isHidden, &page)
        case .embed: addLink(.object, input, tokenizer.known[.src], isHidden: isHidden, &page)
        case .audio, .video, .source, .track:
            addLink(.media, input, tokenizer.known[.src], isHidden: isHidden, &page)
            addLink(.media, input, tokenizer.known[.poster], isHidden: isHidden, &page)
        case .base:
            let link = addLink(.base, input, tokenizer.known[.href], isHidden: isHidden, &page)
            if page.base == nil { page.base = link }
        case .meta: addRefresh(input, &page)
        case .form: addForm(input, isHidden: isHidden, &page)
        case .input, .button, .textarea, .select: addField(input, tag, isHidden: isHidden, &page)
        default: break
        }
        if tokenizer.known.has(.background) { addLink(.background, input, tokenizer.known[.background], isHidden: isHidden, &page) }
        if let index = tokenizer.known[.lang], page.language.isEmpty { page.language = keep(input, index, isTarget: true, &page) }
        if let index = tokenizer.known[.ariaHidden], tokenizer.attributeSlots[index].begins(with: "true", in: input) {
            page.counts.ariaHidden &+= 1
        }
    }

    private func count(_ tag: HTMLTag, _ page: inout HTMLPage) {
        switch tag {
        case .script: page.counts.scripts &+= 1
        case .iframe, .frame: page.counts.frames &+= 1
        case .object, .embed, .applet: page.counts.objects &+= 1
        case .style: page.counts.styleSheets &+= 1
        case .table: page.counts.tables &+= 1
        case .font: page.counts.fonts &+= 1
        case .unknown: page.counts.unknownElements &+= 1
        default: break
        }
    }

    // MARK: Values

    /// Copies the value of an attribute to the page. A target loses the spaces and controls around it, and all tabs and line
    /// ends, as in the URL standard (section 4.4, steps 1 to 3).
    mutating func keep(
        _ input: Span<UInt8>, _ index: Int?, isTarget: Bool, limit: Int? = nil, _ page: inout HTMLPage
    ) -> ByteRange {
        guard let index else { return .empty }
        let attribute = tokenizer.attributeSlots[index]
        let room = max(0, min(limit ?? limits.attributeBytes, limits.allAttributeBytes - page.attributes.count))
        if limit == nil, attribute.value.count > room { tokenizer.note(.htmlLongAttribute, at: Int(attribute.value.start)) }
        let start = page.attributes.count
        var first = Int(attribute.value.start)
        var last = Int(attribute.value.end)
        if !attribute.hasReference, last &- first <= room, input.firstControl(from: first, to: last) == last {
            // Nothing to decode or to leave out, as in nearly all values.
            while isTarget, first < last, input[first] == ASCII.space { first &+= 1 }
            while isTarget, last > first, input[last &- 1] == ASCII.space { last &-= 1 }
            input.append(first..<last, to: &page.attributes)
            return ByteRange(start, page.attributes.count)
        }
        scratch.removeAll(keepingCapacity: true)
        attribute.appendValue(input, to: &scratch, limit: room)
        for byte in scratch {
            if isTarget {
                if byte == ASCII.tab || byte == ASCII.lineFeed || byte == ASCII.carriageReturn { continue }
                if byte <= ASCII.space, page.attributes.count == start { continue }
            }
            page.attributes.append(byte)
        }
        while isTarget, page.attributes.count > start, let last = page.attributes.last, last <= ASCII.space {
            page.attributes.removeLast()
        }
        return ByteRange(start, page.attributes.count)
    }

    /// The whole number that an attribute's value begins with; -1 where there is none, or a percentage.
    private static func number(_ input: Span<UInt8>, _ value: Range<Int>) -> Int32 {
        let start = input.skipSpace(from: value.lowerBound, to: value.upperBound)
        guard let number = CSSNumber(input, from: start, to: value.upperBound), !number.isPercentage, number.value >= 0 else { return -1 }
        return Int32(min(number.value, 1_000_000))
    }

    // MARK: Links

    /// Lists a link for the attribute at an index; gives the link's index. Does nothing without an attribute.
    @discardableResult
    private mutating func addLink(
        _ element: HTMLLink.Element, _ input: Span<UInt8>, _ index: Int?, isHidden: Bool, _ page: inout HTMLPage
    ) -> Int? {
        guard let index else { return nil }
        return addTarget(element, keep(input, index, isTarget: true, &page), isHidden: isHidden, &page)
    }

    @discardableResult
    mutating func addTarget(_ element: HTMLLink.Element, _ target: ByteRange, isHidden: Bool, _ page: inout HTMLPage) -> Int? {
        guard page.links.count < limits.links else {
            if page.counts.unlisted == 0 { tokenizer.note(.htmlTooManyLinks, at: tokenizer.start) }
            page.counts.unlisted &+= 1
            return nil
        }
        page.links.append(
            HTMLLink(
                element: element, target: target, text: ByteRange(visible.used, visible.used), offset: UInt32(clamping: tokenizer.start),
                hiddenBytes: 0, isHidden: isHidden, hasImage: false))
        return page.links.count &- 1
    }

    /// Ends the open link: its text is what was written since it began.
    mutating func finishLink(_ page: inout HTMLPage) {
        guard openLink >= 0 else { return }
        var start = Int(page.links[openLink].text.start)
        let end = visible.used
        while start < end, ASCII.isSpace(page.visible[start]) { start &+= 1 }
        page.links[openLink].text = ByteRange(start, end)
        page.links[openLink].hiddenBytes = UInt32(clamping: allHiddenBytes &- hiddenBytesBeforeLink)
        openLink = -1
    }

    /// `meta http-equiv=refresh`: the address behind the number of seconds (section 4.2.5.3, "shared declarative refresh steps").
    private mutating func addRefresh(_ input: Span<UInt8>, _ page: inout HTMLPage) {
        guard let kind = tokenizer.known[.httpEquiv], let content = tokenizer.known[.content] else { return }
        decode(input, kind)
        guard scratch.count == 7, scratch.span.matches("refresh", at: 0) else { return }
        decode(input, content)
        let bytes = scratch
        let value = bytes.span
        var at = 0
        while at < value.count, value[at] <= ASCII.space || ASCII.isDigit(value[at]) || value[at] == ASCII.dot { at &+= 1 }
        while at < value.count, value[at] <= ASCII.space || value[at] == ASCII.semicolon || value[at] == ASCII.comma { at &+= 1 }
        if value.matches("url", at: at) {
            let equals = value.skipSpace(from: at &+ 3, to: value.count)
            if equals < value.count, value[equals] == ASCII.equals { at = value.skipSpace(from: equals &+ 1, to: value.count) }
        }
        var end = value.count
        if at < end, value[at] == ASCII.quote || value[at] == ASCII.apostrophe {
            end = value.first(value[at], from: at &+ 1)
            at &+= 1
        }
        guard at < end else { return }
        let start = page.attributes.count
        let room = max(0, limits.allAttributeBytes - start)
        page.attributes.append(contentsOf: bytes[at..<end].lazy.filter { $0 > ASCII.space }.prefix(room))
        addTarget(.refresh, ByteRange(start, page.attributes.count), isHidden: false, &page)
    }

    // MARK: Images

    private mutating func addImage(
        _ input: Span<UInt8>, _ style: ComputedStyle, _ hiding: StyleDeclarations.Properties, _ page: inout HTMLPage
    ) {
        let isHidden = style.elementReason != nil
        if openLink >= 0 { page.links[openLink].hasImage = true }
        guard page.images.count < limits.images else {
            if page.counts.unlisted == 0 { tokenizer.note(.htmlTooManyLinks, at: tokenizer.start) }
            page.counts.unlisted &+= 1
            return
        }
        // An image that lies in its own address is no place to go; its kind is all that is kept.
        var isData = false
        if let index = tokenizer.known[.src] { isData = tokenizer.attributeSlots[index].begins(with: "data:", in: input) }
        let source = keep(input, tokenizer.known[.src], isTarget: true, limit: isData ? 64 : nil, &page)
        if !isData, !source.isEmpty { addTarget(.image, source, isHidden: isHidden, &page) }
        var width: Int32 = -1
        var height: Int32 = -1
        if let index = tokenizer.known[.width] { width = Self.number(input, tokenizer.attributeSlots[index].value.range) }
        if let index = tokenizer.known[.height] { height = Self.number(input, tokenizer.attributeSlots[index].value.range) }
        let isThin = (0...1).contains(width) || !hiding.isDisjoint(with: [.noWidth, .noMaxWidth])
        let isFlat = (0...1).contains(height) || !hiding.isDisjoint(with: [.noHeight, .noMaxHeight])
        page.images.append(
            HTMLImage(
                source: source, alternative: keep(input, tokenizer.known[.alt], isTarget: false, &page), width: width, height: height,
                offset: UInt32(clamping: tokenizer.start), isTrackingPixel: isThin && isFlat && !source.isEmpty, isHidden: isHidden,
                link: Int32(openLink)))
    }
}
