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

/// The hash (FNV-1a) of a line's beginning as it grows, and what it was two bytes before.
struct BoundaryHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
    private var withoutOne: UInt64 = 0
    private(set) var withoutTwo: UInt64 = 0

    @inline(__always)
    mutating func add(_ byte: UInt8) {
        withoutTwo = withoutOne
        withoutOne = value
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
}

extension MessageIndex {
    /// The next line that is a boundary of any open multipart, or nothing; `start` is the start of a line.
    ///
    /// A line is read only when it begins with two hyphens; other lines cost one search for their end.
    func nextDelimiter(_ bytes: Span<UInt8>, from start: Int) -> BoundaryLine? {
        guard longestBoundary > 0 else { return nil }
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
    /// that text follows after white space counts too, as section 5.1.1 asks of readers. The line is hashed once, and the hash of each
    /// of its beginnings looked up, so that many open boundaries cost no more than one.
    func boundary(_ bytes: Span<UInt8>, at start: Int) -> BoundaryLine? {
        let content = start + 2
        guard content < end, bytes[start] == UInt8(ascii: "-"), bytes[start + 1] == UInt8(ascii: "-") else { return nil }
        let lineStop = bytes.offset(of: lineEnd, from: content, to: end)
        var stop = lineStop
        while stop > content, isBlank(bytes[stop - 1]) || bytes[stop - 1] == 13 { stop -= 1 }
        let count = stop - content
        var found = BoundaryLine(container: -1, isClosing: false, hasTrailingText: true, start: start, next: min(lineStop + 1, end))

        var hash = BoundaryHash()
        let room = min(count, longestBoundary + 3)
        for offset in 0..<room {
            let byte = bytes[content + offset]
            if isBlank(byte) { consider(hash, count: offset, bytes, at: content, &found) }
            hash.add(byte)
        }
        if room == count {
            var whole = found
            whole.container = -1
            whole.hasTrailingText = false
            consider(hash, count: count, bytes, at: content, &whole)
            if whole.container >= 0 { return whole }
        }
        return found.container >= 0 ? found : nil
    }

    /// Looks up a line's first `count` bytes, and them without two hyphens at their end; keeps what is further inside than `found`.
    private func consider(_ hash: BoundaryHash, count: Int, _ bytes: Span<UInt8>, at content: Int, _ found: inout BoundaryLine) {
        let opening = container(with: hash.value, count: count, bytes, at: content)
        if opening > found.container {
            found.container = opening
            found.isClosing = false
        }
        guard count > 2, bytes[content + count - 1] == UInt8(ascii: "-"), bytes[content + count - 2] == UInt8(ascii: "-") else { return }
        let closing = container(with: hash.withoutTwo, count: count - 2, bytes, at: content)
        if closing > found.container {
            found.container = closing
            found.isClosing = true
        }
    }

    /// The innermost open container whose boundary is the `count` bytes at `start`, of this hash; -1 for none.
    private func container(with hash: UInt64, count: Int, _ bytes: Span<UInt8>, at start: Int) -> Int {
        var index = boundarySlots[Int(truncatingIfNeeded: hash & 255)]
        while index >= 0 {
            let container = containers[index]
            if container.boundaryHash == hash, container.boundaryCount == count, container.isOpen {
                let pool = boundaries.span
                if bytes.matches(pool.extracting(container.boundaryStart..<container.boundaryStart + count), at: start) { return index }
            }
            index = container.following
        }
        return -1
    }

    /// Opens a multipart whose boundary is the last `count` bytes of the pool; gives whether an open one has the same boundary.
    mutating func openMultipart(_ part: Int, boundaryCount count: Int) -> Bool {
        if boundarySlots.isEmpty { boundarySlots = [Int](repeating: -1, count: 256) }
        let start = boundaries.count - count
        var hash = BoundaryHash()
        for index in start..<boundaries.count { hash.add(boundaries[index]) }
        let isRepeated = container(with: hash.value, count: count, boundaries.span, at: start) >= 0
        let slot = Int(truncatingIfNeeded: hash.value & 255)
        containers.append(
            Container(
                part: part, boundaryStart: start, boundaryCount: count, boundaryHash: hash.value, following: boundarySlots[slot],
                isOpen: true))
        boundarySlots[slot] = containers.count - 1
        updateLongestBoundary()
        return isRepeated
    }

    /// Takes the innermost container off the stack, its boundary with it.
    mutating func popContainer() -> Container? {
        guard let container = containers.popLast() else { return nil }
        if container.boundaryCount > 0 {
            boundaries.removeLast(boundaries.count - container.boundaryStart)
            // What is further inside is gone already, so this one stands first in its slot.
            boundarySlots[Int(truncatingIfNeeded: container.boundaryHash & 255)] = container.following
        }
        return container
    }

    /// Renews the summary of the open boundaries after one was opened or closed.
    mutating func updateLongestBoundary() {
        longestBoundary = 0
        for container in containers where container.isOpen { longestBoundary = max(longestBoundary, container.boundaryCount) }
    }

    /// Where content ends that a boundary line follows: the line end before the boundary belongs to it.
    func endOfContent(_ bytes: Span<UInt8>, before start: Int) -> Int {
        guard start > 0, bytes[start - 1] == lineEnd else { return start }
        return start > 1 && lineEnd == 10 && bytes[start - 2] == 13 ? start - 2 : start - 1
    }
}
