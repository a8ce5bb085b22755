import Messages

/// Where a header section ended, and which of its fields say what its part is; -1 for a field that is not there.
struct HeaderSection {
    /// The first byte of the body.
    var bodyStart: Int
    /// Indices into `MessageIndex.headers`.
    var contentType = -1
    var transferEncoding = -1
    var disposition = -1
    var mimeVersion = -1
}

extension MessageIndex {
    /// Passes over what may stand before a message's header: an mbox "From " line, and blank lines when a field follows them.
    mutating func startOfHeader(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index < end, bytes[index] == 13 || bytes[index] == 10 { index += 1 }
        let hasBlankLines = index > start
        if isEnvelopeLine(bytes, at: index) {
            index = min(bytes.offset(of: lineEnd, from: index, to: end) + 1, end)
        } else if hasBlankLines, !looksLikeField(bytes, at: index) {
            return start
        }
        if hasBlankLines { note(.leadingBlankLines, at: start) }
        return index
    }

    /// Whether a line is the "From " line of mbox, quoted or not, and no field that is named From.
    private func isEnvelopeLine(_ bytes: Span<UInt8>, at start: Int) -> Bool {
        var index = start
        if index < end, bytes[index] == UInt8(ascii: ">") { index += 1 }
        guard index + 5 <= end, bytes.matches(lowercase: "from ", from: index, to: index + 5), bytes[index] == UInt8(ascii: "F") else {
            return false
        }
        index += 5
        while index < end, isBlank(bytes[index]) { index += 1 }
        return index < end && bytes[index] != UInt8(ascii: ":")
    }

    /// Whether a line begins with a field's name and a colon.
    func looksLikeField(_ bytes: Span<UInt8>, at start: Int) -> Bool {
        var index = start
        while index < end, bytes[index] > 32, bytes[index] < 127, bytes[index] != UInt8(ascii: ":") { index += 1 }
        guard index > start else { return false }
        while index < end, isBlank(bytes[index]) { index += 1 }
        return index < end && bytes[index] == UInt8(ascii: ":")
    }

    /// Reads fields up to the blank line, the boundary, or the text that ends the section (RFC 5322 section 2.2).
    mutating func readHeaderSection(_ bytes: Span<UInt8>, from start: Int, isMessage: Bool) -> HeaderSection {
        var section = HeaderSection(bodyStart: end)
        let firstField = headers.count
        let names = HeaderNames.shared
        var cursor = start
        while true {
            guard cursor < end else {
                section.bodyStart = end
                break
            }
            let lineStop = bytes.offset(of: lineEnd, from: cursor, to: end)
            let next = min(lineStop + 1, end)
            var stop = lineStop
            while stop > cursor, bytes[stop - 1] == 13 { stop -= 1 }
            if stop == cursor {
                section.bodyStart = next
                break
            }
            if lineStop - stop > 1 || (stop < lineStop && lineStop == end) { note(.bareCarriageReturn, at: stop) }
            if stop - cursor > 998 { note(.overlongLine, at: cursor) }

            let first = bytes[cursor]
            if isBlank(first) {
                continueField(bytes, from: cursor, to: stop, after: firstField)
            } else if first == UInt8(ascii: "-"), longestBoundary > 0, boundary(bytes, at: cursor) != nil {
                if headers.count > firstField { note(.missingBlankLine, at: cursor) }
                section.bodyStart = cursor
                break
            } else if let colon = colon(bytes, from: cursor, to: stop) {
                guard headers.count < limits.headerFields else {
                    note(.tooManyHeaderFields, at: cursor)
                    section.bodyStart = cursor
                    break
                }
                addField(bytes, from: cursor, colon: colon, to: stop, names: names, section: &section)
            } else if next < end, looksLikeField(bytes, at: next) {
                note(.malformedHeaderLine, at: cursor)
            } else {
                note(headers.count > firstField || !isMessage ? .missingBlankLine : .noHeader, at: cursor)
                section.bodyStart = cursor
                break
            }
            cursor = next
        }
        noteUnusualBytes(bytes, from: start, to: section.bodyStart)
        if isMessage, headers.count > firstField, section.mimeVersion < 0, section.contentType >= 0 {
            note(.missingMIMEVersion, at: Int(headers[section.contentType].name.start))
        }
        return section
    }

    /// Adds a continuation line to the field before it; before any field it belongs to nothing.
    private mutating func continueField(_ bytes: Span<UInt8>, from start: Int, to stop: Int, after firstField: Int) {
        guard headers.count > firstField else {
            note(.malformedHeaderLine, at: start)
            return
        }
        let last = headers.count - 1
        var index = start
        while index < stop, isBlank(bytes[index]) { index += 1 }
        if index == stop { note(.blankFold, at: start) }
        setBody(of: last, from: Int(headers[last].body.start), to: stop)
    }

    /// The offset of the colon that ends a field's name, or nothing when the line is no field.
    private func colon(_ bytes: Span<UInt8>, from start: Int, to stop: Int) -> Int? {
        var index = start
        while index < stop, bytes[index] > 32, bytes[index] < 127, bytes[index] != UInt8(ascii: ":") { index += 1 }
        while index < stop, isBlank(bytes[index]) { index += 1 }
        return index < stop && bytes[index] == UInt8(ascii: ":") ? index : nil
    }

    private mutating func addField(
        _ bytes: Span<UInt8>, from start: Int, colon: Int, to stop: Int, names: borrowing HeaderNames, section: inout HeaderSection
    ) {
        var nameEnd = colon
        while nameEnd > start, isBlank(bytes[nameEnd - 1]) { nameEnd -= 1 }
        if nameEnd < colon { note(.spaceBeforeColon, at: nameEnd) }
        if nameEnd == start { note(.emptyHeaderName, at: start) }
        let known = names.name(in: bytes, from: start, to: nameEnd)
        let index = headers.count
        headers.append(HeaderField(known: known, name: ByteRange(start, nameEnd), body: ByteRange(colon + 1, colon + 1)))
        setBody(of: index, from: colon + 1, to: stop)
        switch known {
        case .contentType:
            if section.contentType < 0 { section.contentType = index } else { note(.duplicateContentType, at: start) }
        case .contentTransferEncoding:
            if section.transferEncoding < 0 { section.transferEncoding = index } else { note(.duplicateTransferEncoding, at: start) }
        case .contentDisposition:
            if section.disposition < 0 { section.disposition = index }
        case .mimeVersion: section.mimeVersion = index
        default: break
        }
    }

    /// Sets a field's body, cut at the limit; it says so once.
    private mutating func setBody(of field: Int, from start: Int, to stop: Int) {
        if stop - start > limits.headerFieldBytes {
            let cut = start + max(0, limits.headerFieldBytes)
            if Int(headers[field].body.end) != cut { note(.headerFieldTooLong, at: cut) }
            headers[field].body = ByteRange(start, cut)
        } else {
            headers[field].body = ByteRange(start, stop)
        }
    }

    /// Notes NUL, bare CR and bytes above 127 once for each section.
    private mutating func noteUnusualBytes(_ bytes: Span<UInt8>, from start: Int, to stop: Int) {
        let null = bytes.offset(of: 0, from: start, to: stop)
        if null < stop { note(.nullInHeader, at: null) }
        if lineEnd == 10 {
            var index = bytes.offset(of: 13, from: start, to: stop)
            while index + 1 < stop {
                if bytes[index + 1] != 10 && bytes[index + 1] != 13 {
                    note(.bareCarriageReturn, at: index)
                    break
                }
                index = bytes.offset(of: 13, from: index + 1, to: stop)
            }
        }
        let high = bytes.offsetOfNonASCII(from: start, to: stop)
        if high < stop {
            let text = UTF8Survey(bytes, from: high, to: stop)
            note(text.illFormed == 0 ? .unencodedHeader : .eightBitHeader, at: high)
        }
    }
}
