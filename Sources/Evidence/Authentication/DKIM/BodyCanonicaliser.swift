internal import Crypto

/// Feeds the body of a mail into a hash as a signature takes it (RFC 6376 sections 3.4.3 and 3.4.4), in one pass and without a copy of it.
struct BodyCanonicaliser<Hash: HashFunction> {
    /// From how many bytes on a run is hashed where it stands; shorter ones are put together first.
    private static var longRun: Int { 256 }

    private var hash = Hash()
    private var chunk = InlineArray<512, UInt8>(repeating: 0)
    /// How many bytes of the chunk are taken.
    private var waiting = 0
    /// How many bytes may still be hashed: `l=` (section 3.5).
    private var left: UInt64
    /// How many bytes the body has in this form.
    private(set) var length: UInt64 = 0

    /// The digest of a body, of its first bytes where there is a limit, and how long the body is in all.
    static func digest(
        of mail: RawMail, _ canonicalisation: Canonicalisation, upTo limit: UInt64?
    ) -> (digest: Hash.Digest, length: UInt64) {
        var canonicaliser = BodyCanonicaliser(limit: limit ?? .max)
        let bytes = mail.bytes.span
        switch canonicalisation {
        case .simple: canonicaliser.feedSimple(bytes, mail.body, mail.lineEnds)
        case .relaxed: canonicaliser.feedRelaxed(bytes, mail.body, mail.lineEnds)
        }
        canonicaliser.flush()
        return (canonicaliser.hash.finalize(), canonicaliser.length)
    }

    private init(limit: UInt64) {
        left = limit
    }

    /// The body as it is, with one line end behind it.
    private mutating func feedSimple(_ bytes: Span<UInt8>, _ body: Range<Int>, _ lineEnds: RawMail.LineEnds) {
        let end = BodyCanonicaliser.end(of: body, in: bytes, lineEnds, passesBlanks: false)
        if lineEnds == .crlf {
            feed(bytes, body.lowerBound..<end)
        } else {
            var start = body.lowerBound
            while start < end {
                let feed = ByteRuns.lineFeed(in: bytes, from: start, to: end)
                self.feed(bytes, start..<feed)
                if feed < end { feedLineEnd(at: feed, in: bytes, body) }
                start = feed + 1
            }
        }
        feedLineEnd()
    }

    /// The body with each run of blanks as one and none at the end of a line, with one line end behind it; nothing for a body without text.
    private mutating func feedRelaxed(_ bytes: Span<UInt8>, _ body: Range<Int>, _ lineEnds: RawMail.LineEnds) {
        let end = BodyCanonicaliser.end(of: body, in: bytes, lineEnds, passesBlanks: true)
        guard end > body.lowerBound else { return }
        var index = body.lowerBound
        while true {
            let start = index
            index =
                lineEnds == .crlf
                ? ByteRuns.plainLines(in: bytes, from: start, to: end) : ByteRuns.plainLine(in: bytes, from: start, to: end)
            feed(bytes, start..<index)
            guard index < end else { break }
            if bytes[index] == 0x0A {
                feedLineEnd(at: index, in: bytes, body)
                index += 1
            } else {
                // Behind the blanks there is text, maybe of another line.
                while index < end, BodyCanonicaliser.isBlank(bytes[index]) { index += 1 }
                let isAtLineEnd = index < end && BodyCanonicaliser.lineEnd(at: index, in: bytes, end, lineEnds)
                if !isAtLineEnd { feed(byte: 0x20) }
            }
        }
        feedLineEnd()
    }

    /// Where the last line with text ends: what is behind it does not count.
    private static func end(of body: Range<Int>, in bytes: Span<UInt8>, _ lineEnds: RawMail.LineEnds, passesBlanks: Bool) -> Int {
        var end = body.upperBound
        while end > body.lowerBound {
            if bytes[end - 1] == 0x0A {
                if end - 2 >= body.lowerBound, bytes[end - 2] == 0x0D {
                    end -= 2
                } else if lineEnds == .lineFeed {
                    end -= 1
                } else {
                    return end
                }
            } else if passesBlanks, isBlank(bytes[end - 1]) {
                end -= 1
            } else {
                return end
            }
        }
        return end
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func lineEnd(at index: Int, in bytes: Span<UInt8>, _ end: Int, _ lineEnds: RawMail.LineEnds) -> Bool {
        switch bytes[index] {
        case 0x0A: lineEnds == .lineFeed
        case 0x0D: index + 1 < end && bytes[index + 1] == 0x0A
        default: false
        }
    }

    private mutating func feed(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        length += UInt64(range.count)
        let count = Int(clamping: min(left, UInt64(range.count)))
        left -= UInt64(count)
        let kept = bytes.extracting(range.lowerBound..<(range.lowerBound + count))
        if count >= BodyCanonicaliser.longRun {
            flush()
            // The pointer is used only inside the closure.
            unsafe kept.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
        } else {
            if waiting + count > chunk.count { flush() }
            let start = waiting
            unsafe kept.withUnsafeBytes { from in
                var span = chunk.mutableSpan
                // Both pointers are used only inside the closures. Where it would not end inside, copyMemory stops.
                unsafe span.withUnsafeMutableBytes { to in
                    unsafe UnsafeMutableRawBufferPointer(rebasing: to[start...]).copyMemory(from: from)
                }
            }
            waiting += count
        }
    }

    /// The line end of a line feed that counts as one; a carriage return before it was fed with the text.
    private mutating func feedLineEnd(at feed: Int, in bytes: Span<UInt8>, _ body: Range<Int>) {
        if feed == body.lowerBound || bytes[feed - 1] != 0x0D { self.feed(byte: 0x0D) }
        self.feed(byte: 0x0A)
    }

    private mutating func feedLineEnd() {
        feed(byte: 0x0D)
        feed(byte: 0x0A)
    }

    private mutating func feed(byte: UInt8) {
        length += 1
        guard left > 0 else { return }
        left -= 1
        if waiting == chunk.count { flush() }
        chunk[waiting] = byte
        waiting += 1
    }

    private mutating func flush() {
        guard waiting > 0 else { return }
        let kept = chunk.span.extracting(..<waiting)
        // The pointer is used only inside the closure.
        unsafe kept.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
        waiting = 0
    }
}
