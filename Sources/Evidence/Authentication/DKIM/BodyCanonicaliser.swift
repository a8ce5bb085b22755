internal import Crypto

/// Feeds the body of a mail into a hash as a signature takes it (RFC 6376 sections 3.4.3 and 3.4.4), in one pass and without a copy of it.
struct BodyCanonicaliser<Hash: HashFunction> {
    /// How many bytes are put together before they are hashed.
    private static var chunkBytes: Int { 8192 }

    private var hash = Hash()
    private var chunk: [UInt8] = []
    /// How many bytes may still be hashed: `l=` (section 3.5).
    private var left: UInt64
    /// How many bytes the body has in this form.
    private(set) var length: UInt64 = 0

    /// The digest of a body, of its first bytes where there is a limit, and how long the body is in all.
    static func digest(
        of mail: RawMail, _ canonicalisation: Canonicalisation, upTo limit: UInt64?
    ) -> (digest: Hash.Digest, length: UInt64) {
        var canonicaliser = BodyCanonicaliser(limit: limit ?? .max)
        switch canonicalisation {
        case .simple: canonicaliser.feedSimple(mail)
        case .relaxed: canonicaliser.feedRelaxed(mail)
        }
        canonicaliser.flush()
        return (canonicaliser.hash.finalize(), canonicaliser.length)
    }

    private init(limit: UInt64) {
        left = limit
        chunk.reserveCapacity(BodyCanonicaliser.chunkBytes)
    }

    /// The body as it is, with one line end behind it.
    private mutating func feedSimple(_ mail: RawMail) {
        let bytes = mail.bytes
        var end = mail.body.upperBound
        while end > mail.body.lowerBound, let length = BodyCanonicaliser.lineEnd(before: end, in: bytes, of: mail) { end -= length }
        if mail.lineEnds == .crlf {
            feed(bytes, mail.body.lowerBound..<end)
        } else {
            var start = mail.body.lowerBound
            while start < end {
                let feed = bytes[start..<end].firstIndex(of: 0x0A) ?? end
                let isReturned = feed < end && feed > start && bytes[feed - 1] == 0x0D
                self.feed(bytes, start..<(isReturned ? feed - 1 : feed))
                if feed < end { feedLineEnds(1) }
                start = feed + 1
            }
        }
        feedLineEnds(1)
    }

    private static func lineEnd(before end: Int, in bytes: [UInt8], of mail: RawMail) -> Int? {
        guard bytes[end - 1] == 0x0A else { return nil }
        if end - 2 >= mail.body.lowerBound, bytes[end - 2] == 0x0D { return 2 }
        return mail.lineEnds == .lineFeed ? 1 : nil
    }

    /// The body with each run of blanks as one and none at the end of a line, with one line end behind it; nothing for a body without text.
    private mutating func feedRelaxed(_ mail: RawMail) {
        let bytes = mail.bytes
        let span = bytes.span
        let end = mail.body.upperBound
        let feedsEndLines = mail.lineEnds == .lineFeed
        var index = mail.body.lowerBound
        var lineEnds = 0
        var isBlank = false
        var hasText = false
        while index < end {
            let byte = span[index]
            if byte == 0x20 || byte == 0x09 {
                isBlank = true
                index += 1
            } else if byte == 0x0D, index + 1 < end, span[index + 1] == 0x0A {
                lineEnds += 1
                isBlank = false
                index += 2
            } else if byte == 0x0A, feedsEndLines {
                lineEnds += 1
                isBlank = false
                index += 1
            } else {
                if lineEnds > 0 { feedLineEnds(lineEnds) }
                if isBlank { feedBlank() }
                (lineEnds, isBlank, hasText) = (0, false, true)
                let start = index
                index = PlainRuns.end(in: span, from: index + 1, to: end)
                // A line end between text and text stays as it is.
                while index + 2 < end, span[index] == 0x0D, span[index + 1] == 0x0A, span[index + 2] > 0x20 {
                    index = PlainRuns.end(in: span, from: index + 3, to: end)
                }
                feed(bytes, start..<index)
            }
        }
        if hasText { feedLineEnds(1) }
    }

    private mutating func feed(_ bytes: [UInt8], _ range: Range<Int>) {
        length += UInt64(range.count)
        let count = Int(clamping: min(left, UInt64(range.count)))
        left -= UInt64(count)
        let kept = range.lowerBound..<(range.lowerBound + count)
        if count >= BodyCanonicaliser.chunkBytes / 2 {
            flush()
            // The pointer is used only inside the closure, within the array's bounds, which `kept` was cut to.
            unsafe bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[kept])) }
        } else {
            chunk += bytes[kept]
            if chunk.count >= BodyCanonicaliser.chunkBytes / 2 { flush() }
        }
    }

    private mutating func feedLineEnds(_ count: Int) {
        for _ in 0..<count {
            feed(byte: 0x0D)
            feed(byte: 0x0A)
        }
    }

    private mutating func feedBlank() {
        feed(byte: 0x20)
    }

    private mutating func feed(byte: UInt8) {
        length += 1
        guard left > 0 else { return }
        left -= 1
        chunk.append(byte)
        if chunk.count >= BodyCanonicaliser.chunkBytes { flush() }
    }

    private mutating func flush() {
        // As above: the pointer does not leave the closure.
        unsafe chunk.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
        chunk.removeAll(keepingCapacity: true)
    }
}
