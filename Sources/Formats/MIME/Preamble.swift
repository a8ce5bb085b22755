public import Messages

// What stands in a multipart outside its parts. Readers of today never see it; readers without MIME do, and so do those who
// hide text from one filter for another. Found again from the boundary, so that the index need not carry it.
extension Message {
    /// The bytes between a multipart's start and its first boundary (RFC 2046 section 5.1.1); empty for any other part.
    public func preamble(of part: Int) -> ByteRange {
        guard let first = firstBoundary(of: part) else { return .empty }
        return ByteRange(Int(parts[part].body.start), max(Int(parts[part].body.start), endOfLine(before: first)))
    }

    /// The bytes after a multipart's closing boundary (RFC 2046 section 5.1.1); empty for any other part, and without one.
    public func epilogue(of part: Int) -> ByteRange {
        guard parts.indices.contains(part), parts[part].kind.isMultipart else { return .empty }
        let end = Int(parts[part].body.end)
        var last = -1
        for index in parts.indices.dropFirst(part + 1) {
            if Int(parts[index].parent) == part { last = index } else if parts[index].depth <= parts[part].depth { break }
        }
        guard last >= 0 else { return .empty }
        let span = bytes.span
        var index = Int(parts[last].body.end)
        // The line end that belongs to the boundary, then the boundary's line.
        if index < end, span[index] == 13 { index += 1 }
        if index < end, span[index] == 10 { index += 1 }
        let stop = span.offset(of: 10, from: index, to: end)
        guard index < stop || stop < end else { return .empty }
        if stop == end {
            let bare = span.offset(of: 13, from: index, to: end)
            return ByteRange(min(bare + 1, end), end)
        }
        return ByteRange(min(stop + 1, end), end)
    }

    /// Where the first boundary line of a multipart is, or nothing when it is no multipart.
    private func firstBoundary(of part: Int) -> Int? {
        guard parts.indices.contains(part), parts[part].kind.isMultipart else { return nil }
        let span = bytes.span
        guard let field = headers[parts[part].headers.range].first(where: { $0.known == .contentType }) else { return nil }
        var pool: [UInt8] = []
        let type = MediaTypeField(
            span, from: Int(field.body.start), to: Int(field.body.end), boundaryLimit: MIMELimits.standard.boundaryBytes, pool: &pool)
        guard type.boundaryCount > 0 else { return nil }
        let end = Int(parts[part].body.end)
        var search = MessageIndex(limits: .standard)
        search.end = end
        search.boundaries = pool
        _ = search.openMultipart(part, boundaryCount: pool.count)
        if span.offset(of: 10, from: 0, to: span.count) == span.count { search.lineEnd = 13 }
        return search.nextDelimiter(span, from: Int(parts[part].body.start))?.start
    }

    /// Where the line before the one at `start` ends, its line end left out.
    private func endOfLine(before start: Int) -> Int {
        guard start > 0 else { return 0 }
        let isFeed = bytes[start - 1] == 10
        return isFeed && start > 1 && bytes[start - 2] == 13 ? start - 2 : isFeed || bytes[start - 1] == 13 ? start - 1 : start
    }
}
