import Messages

/// A line that is a boundary of an open multipart (RFC 2046 section 5.1.1).
struct BoundaryLine {
    /// The index of the container that it belongs to.
    var container: Int
    /// Whether it closes the multipart.
    var isClosing: Bool
    /// Whether text follows on the line.
    var hasTrailingText: Bool
    /// Its first byte.
    var start: Int
    /// The first byte of the line after it.
    var next: Int
}

extension MessageIndex {
    /// The next line that is a boundary of any open multipart, or nothing; `start` is the start of a line.
    ///
    /// A line is read only when it begins with two hyphens; other lines cost one search for their end.
    func nextDelimiter(_ bytes: Span<UInt8>, from start: Int) -> BoundaryLine? {
        guard boundaryLengths != 0 else { return nil }
        let lineEnd = self.lineEnd
        var index = start
        while index < end {
            let byte = bytes[index]
            if byte == lineEnd {
                index += 1
                continue
            }
            if byte == UInt8(ascii: "-"), let found = boundary(bytes, at: index) { return found }
            index = bytes.offset(of: lineEnd, from: index, to: end) + 1
        }
        return nil
    }

    /// The boundary that the line at `start` is, or nothing.
    ///
    /// The whole line counts first, for the innermost multipart first: one boundary may begin with another. Failing that, a boundary
    /// that text follows after white space counts too, as section 5.1.1 asks of readers.
    func boundary(_ bytes: Span<UInt8>, at start: Int) -> BoundaryLine? {
        let content = start + 2
        guard content < end, bytes[start] == UInt8(ascii: "-"), bytes[start + 1] == UInt8(ascii: "-") else { return nil }
        let lineStop = bytes.offset(of: lineEnd, from: content, to: end)
        var stop = lineStop
        while stop > content, isBlank(bytes[stop - 1]) || bytes[stop - 1] == 13 { stop -= 1 }
        let next = min(lineStop + 1, end)
        let count = stop - content
        if hasBoundary(ofCount: count) || (count > 2 && hasBoundary(ofCount: count - 2)) {
            for index in stride(from: containers.count - 1, through: 0, by: -1) where containers[index].isOpen {
                let length = containers[index].boundaryCount
                if length == count, isBoundary(index, bytes, at: content) {
                    return BoundaryLine(container: index, isClosing: false, hasTrailingText: false, start: start, next: next)
                }
                if length == count - 2, endsInHyphens(bytes, at: stop), isBoundary(index, bytes, at: content) {
                    return BoundaryLine(container: index, isClosing: true, hasTrailingText: false, start: start, next: next)
                }
            }
        }
        return boundaryBeforeText(bytes, start: start, stop: stop, next: next)
    }

    private func boundaryBeforeText(_ bytes: Span<UInt8>, start: Int, stop: Int, next: Int) -> BoundaryLine? {
        let content = start + 2
        let space = min(bytes.offset(of: 32, from: content, to: stop), bytes.offset(of: 9, from: content, to: stop))
        guard space < stop else { return nil }
        for index in stride(from: containers.count - 1, through: 0, by: -1) where containers[index].isOpen {
            let after = content + containers[index].boundaryCount
            guard after < stop else { continue }
            let isClosing = after + 2 < stop && endsInHyphens(bytes, at: after + 2) && isBlank(bytes[after + 2])
            if isBlank(bytes[after]) || isClosing, isBoundary(index, bytes, at: content) {
                return BoundaryLine(container: index, isClosing: isClosing, hasTrailingText: true, start: start, next: next)
            }
        }
        return nil
    }

    private func endsInHyphens(_ bytes: Span<UInt8>, at stop: Int) -> Bool {
        bytes[stop - 1] == UInt8(ascii: "-") && bytes[stop - 2] == UInt8(ascii: "-")
    }

    private func hasBoundary(ofCount count: Int) -> Bool {
        boundaryLengths >> UInt64(min(count, 63)) & 1 == 1
    }

    private func isBoundary(_ index: Int, _ bytes: Span<UInt8>, at start: Int) -> Bool {
        let container = containers[index]
        let pool = boundaries.span
        return bytes.matches(pool.extracting(container.boundaryStart..<container.boundaryStart + container.boundaryCount), at: start)
    }

    /// Renews the summary of the open boundaries after one was opened or closed.
    mutating func updateBoundaryLengths() {
        boundaryLengths = 0
        for container in containers where container.isOpen {
            boundaryLengths |= 1 << UInt64(min(container.boundaryCount, 63))
        }
    }

    /// Whether a boundary in the pool is that of an open container.
    func isRepeatedBoundary(start: Int, count: Int) -> Bool {
        let pool = boundaries.span
        return containers.contains { container in
            container.isOpen && container.boundaryCount == count
                && pool.matches(pool.extracting(start..<start + count), at: container.boundaryStart)
        }
    }

    /// Where content ends that a boundary line follows: the line end before the boundary belongs to it.
    func endOfContent(_ bytes: Span<UInt8>, before start: Int) -> Int {
        guard start > 0, bytes[start - 1] == lineEnd else { return start }
        return start > 1 && lineEnd == 10 && bytes[start - 2] == 13 ? start - 2 : start - 1
    }
}
