import Messages

/// What a transfer decoding met besides bytes.
struct TransferOutcome {
    var isTruncated = false
    /// What was wrong, once each; where in the message.
    var defects: [Defect] = []

    mutating func note(_ kind: Defect.Kind, at offset: Int) {
        if !defects.contains(where: { $0.kind == kind }) { defects.append(Defect(kind, at: offset)) }
    }
}

/// Undoes the transfer encodings of RFC 2045 section 6 and uuencode. Lenient: what cannot be decoded is passed over or kept, and said.
///
/// Each appends to the output at most `limit` bytes, and never more than it reads.
enum TransferDecoding {
    /// Appends the decoded bytes of a range.
    static func decode(
        _ bytes: Span<UInt8>, _ range: ByteRange, as encoding: Part.TransferEncoding, into output: inout [UInt8], limit: Int
    ) -> TransferOutcome {
        let start = Int(range.start)
        let end = min(Int(range.end), bytes.count)
        guard start < end else { return TransferOutcome() }
        switch encoding {
        case .base64: return Base64.decode(bytes, from: start, to: end, into: &output, limit: limit)
        case .quotedPrintable: return QuotedPrintable.decode(bytes, from: start, to: end, into: &output, limit: limit)
        case .uuencode: return Uuencode.decode(bytes, from: start, to: end, into: &output, limit: limit)
        case .sevenBit, .eightBit, .binary, .unknown:
            let stop = min(end, start + max(0, limit))
            append(bytes, from: start, to: stop, to: &output)
            return TransferOutcome(isTruncated: stop < end)
        }
    }

    /// Appends a range of bytes as it is.
    @inline(__always)
    static func append(_ bytes: Span<UInt8>, from start: Int, to end: Int, to output: inout [UInt8]) {
        guard start >= 0, start < end, end <= bytes.count else { return }
        unsafe bytes.withUnsafeBufferPointer { buffer in
            // The bounds were checked above; the copy ends before the pointer does.
            unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start..<end]))
        }
    }
}

/// Base64 (RFC 2045 section 6.8).
enum Base64 {
    private static let blank: UInt8 = 64
    private static let padding: UInt8 = 65
    private static let junk: UInt8 = 66

    /// For each byte its six bits, or what else it is.
    static let values: [UInt8] = {
        var table = [UInt8](repeating: junk, count: 256)
        for (value, letter) in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8.enumerated() {
            table[Int(letter)] = UInt8(value)
        }
        for letter in [9, 10, 11, 12, 13, 32] { table[letter] = blank }
        table[Int(UInt8(ascii: "="))] = padding
        return table
    }()

    static func decode(
        _ bytes: Span<UInt8>, from start: Int, to end: Int, into output: inout [UInt8], limit: Int
    ) -> TransferOutcome {
        var outcome = TransferOutcome()
        let table = values
        let value = table.span
        let origin = output.count
        // Each four letters give three bytes, so this is room for all, up to the limit.
        let room = min((end - start) / 4 * 3 + 3, max(0, limit))
        output.append(contentsOf: repeatElement(0, count: room))
        var written = origin
        let stop = origin + room
        var index = start
        var group: UInt32 = 0
        var letters = 0
        var wasPadded = false
        var target = output.mutableSpan
        while index < end {
            if letters == 0 {
                while index + 4 <= end, written + 3 <= stop {
                    let first = value[Int(bytes[index])]
                    let second = value[Int(bytes[index + 1])]
                    let third = value[Int(bytes[index + 2])]
                    let fourth = value[Int(bytes[index + 3])]
                    if (first | second | third | fourth) & 0xC0 != 0 { break }
                    target[written] = first << 2 | second >> 4
                    target[written + 1] = second << 4 | third >> 2
                    target[written + 2] = third << 6 | fourth
                    written += 3
                    index += 4
                    if wasPadded { outcome.note(.base64AfterPadding, at: index - 4) }
                }
                guard index < end else { break }
            }
            let bits = value[Int(bytes[index])]
            index += 1
            if bits < 64 {
                if wasPadded, letters == 0 { outcome.note(.base64AfterPadding, at: index - 1) }
                group = group << 6 | UInt32(bits)
                letters += 1
                guard letters == 4 else { continue }
                guard written + 3 <= stop else {
                    outcome.isTruncated = true
                    break
                }
                target[written] = UInt8(truncatingIfNeeded: group >> 16)
                target[written + 1] = UInt8(truncatingIfNeeded: group >> 8)
                target[written + 2] = UInt8(truncatingIfNeeded: group)
                written += 3
                letters = 0
            } else if bits == padding {
                wasPadded = true
                guard letters > 0 else { continue }
                written = flush(group, letters, at: written, before: stop, into: &target, &outcome, offset: index - 1)
                letters = 0
            } else if bits == junk {
                outcome.note(.base64Junk, at: index - 1)
            }
        }
        if letters > 0, !outcome.isTruncated {
            written = flush(group, letters, at: written, before: stop, into: &target, &outcome, offset: end)
            if letters > 1 { outcome.note(.base64MissingPadding, at: end) }
        }
        output.removeLast(stop - written)
        return outcome
    }

    /// Writes the one or two whole bytes of an unfinished group; gives where writing goes on.
    private static func flush(
        _ group: UInt32, _ letters: Int, at written: Int, before stop: Int, into target: inout MutableSpan<UInt8>,
        _ outcome: inout TransferOutcome, offset: Int
    ) -> Int {
        guard letters > 1 else {
            outcome.note(.base64Truncated, at: offset)
            return written
        }
        let count = letters - 1
        guard written + count <= stop else {
            outcome.isTruncated = true
            return written
        }
        let bits = group << UInt32(6 * (4 - letters))
        target[written] = UInt8(truncatingIfNeeded: bits >> 16)
        if count == 2 { target[written + 1] = UInt8(truncatingIfNeeded: bits >> 8) }
        return written + count
    }
}

/// Quoted-printable (RFC 2045 section 6.7).
enum QuotedPrintable {
    static func decode(
        _ bytes: Span<UInt8>, from start: Int, to end: Int, into output: inout [UInt8], limit: Int
    ) -> TransferOutcome {
        let origin = output.count
        // No byte gives more than one, so this is room for all, up to the limit.
        output.append(contentsOf: repeatElement(0, count: min(end - start, max(0, limit))))
        let stop = output.count
        var reading = QuotedPrintableReading(written: origin)
        reading.run(bytes, from: start, to: end, into: output.mutableSpan)
        output.removeLast(stop - reading.written)
        return reading.outcome
    }
}

/// Writes decoded lines one after the other; whatever finds no more room is cut, and that is said.
private struct QuotedPrintableReading {
    /// Where the next byte goes.
    var written: Int
    var outcome = TransferOutcome()

    init(written: Int) {
        self.written = written
    }

    mutating func run(_ bytes: Span<UInt8>, from start: Int, to end: Int, into target: consuming MutableSpan<UInt8>) {
        var index = start
        while index < end {
            let lineStop = bytes.offset(of: 10, from: index, to: end)
            let next = min(lineStop + 1, end)
            var content = lineStop
            if content > index, lineStop < end, bytes[content - 1] == 13 { content -= 1 }
            let lineEnd = content
            // White space at a line's end was added on the way (rule 3).
            while content > index, isBlank(bytes[content - 1]) { content -= 1 }
            let isSoft = decodeLine(bytes, from: index, to: content, into: &target)
            if outcome.isTruncated { break }
            if !isSoft { copy(bytes, from: lineEnd, to: next, into: &target) }
            if outcome.isTruncated { break }
            index = next
        }
    }

    /// Decodes a line, what stands between two escapes at once; says whether it goes on in the next line.
    private mutating func decodeLine(
        _ bytes: Span<UInt8>, from start: Int, to content: Int, into target: inout MutableSpan<UInt8>
    ) -> Bool {
        var index = start
        while index < content {
            let escape = bytes.offset(of: UInt8(ascii: "="), from: index, to: content)
            copy(bytes, from: index, to: escape, into: &target)
            guard escape < content, !outcome.isTruncated else { return false }
            guard written < target.count else {
                outcome.isTruncated = true
                return false
            }
            index = escape + 1
            if index == content { return true }
            if index + 1 < content, let high = hexadecimal(bytes[index]), let low = hexadecimal(bytes[index + 1]) {
                target[written] = high << 4 | low
                written += 1
                index += 2
            } else if bytes[index] == 13 {
                // A soft break of a bare CR.
                index += 1
            } else {
                outcome.note(.quotedPrintableEscape, at: escape)
                target[written] = UInt8(ascii: "=")
                written += 1
            }
        }
        return false
    }

    /// Writes a range as it is, as far as there is room.
    @inline(__always)
    private mutating func copy(_ bytes: Span<UInt8>, from start: Int, to end: Int, into target: inout MutableSpan<UInt8>) {
        let count = min(end - start, target.count - written)
        if count < end - start { outcome.isTruncated = true }
        guard count > 0 else { return }
        let place = written
        let source = bytes.extracting(start..<start + count)
        unsafe target.withUnsafeMutableBufferPointer { to in
            unsafe source.withUnsafeBufferPointer { from in
                guard let to = to.baseAddress, let from = from.baseAddress else { return }
                // 0 <= place and place + count <= target.count, and the source has count bytes of another buffer.
                unsafe (to + place).update(from: from, count: count)
            }
        }
        written += count
    }
}

/// Uuencode (POSIX.1-2017 `uuencode`), between its `begin` and `end` lines.
enum Uuencode {
    static func decode(
        _ bytes: Span<UInt8>, from start: Int, to end: Int, into output: inout [UInt8], limit: Int
    ) -> TransferOutcome {
        var outcome = TransferOutcome()
        let stop = output.count + max(0, limit)
        var index = start
        var isInside = false
        var isDone = false
        while index < end, !isDone {
            let lineStop = bytes.offset(of: 10, from: index, to: end)
            var content = lineStop
            while content > index, bytes[content - 1] == 13 { content -= 1 }
            if content > index {
                if isBegin(bytes, from: index, to: content) {
                    isInside = true
                } else if bytes.matches(lowercase: "end", from: index, to: content) {
                    isDone = true
                } else if isInside {
                    decodeLine(bytes, from: index, to: content, into: &output, stop: stop, &outcome)
                }
            }
            index = lineStop + 1
        }
        if !isInside || !isDone { outcome.note(.malformedUuencode, at: start) }
        return outcome
    }

    /// Whether a line is `begin`, an octal mode, and a name.
    static func isBegin(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        guard end - start > 10, bytes.matches(lowercase: "begin ", from: start, to: start + 6) else { return false }
        for index in start + 6..<start + 9 where bytes[index] &- 48 > 7 { return false }
        let afterMode = bytes[start + 9]
        return afterMode == 32 || (afterMode &- 48 < 8 && bytes[start + 10] == 32)
    }

    private static func decodeLine(
        _ bytes: Span<UInt8>, from start: Int, to end: Int, into output: inout [UInt8], stop: Int, _ outcome: inout TransferOutcome
    ) {
        var missing = Int((bytes[start] &- 32) & 63)
        // A line holds its count, then four characters for each three bytes.
        if bytes[start] < 32 || bytes[start] > 96 || (missing + 2) / 3 * 4 > end - start + 3 { outcome.note(.malformedUuencode, at: start) }
        var index = start + 1
        while missing > 0, index < end {
            var group: UInt32 = 0
            for offset in 0..<4 {
                let letter = index + offset < end ? bytes[index + offset] : 32
                group = group << 6 | UInt32((letter &- 32) & 63)
            }
            index += 4
            for shift in [UInt32(16), 8, 0] where missing > 0 {
                guard output.count < stop else {
                    outcome.isTruncated = true
                    return
                }
                output.append(UInt8(truncatingIfNeeded: group >> shift))
                missing -= 1
            }
        }
    }
}
