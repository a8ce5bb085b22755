// Composing letters with their marks (UAX 15), and taking off the marks that belong to no letter.

internal import UnicodeTables

extension ScalarFolder {
    /// Normalises a run of combining scalars together with the starter that was written last (UAX 15).
    mutating func combine(
        _ text: RawSpan, from input: inout Int, into bytes: inout MutableRawSpan, marks: inout MutableRawSpan,
        at output: inout Int, signs: inout TextSigns
    ) {
        let start = openSegment(bytes.bytes, at: output)
        let hasBase = start < output
        let baseMark = hasBase ? byte(marks.bytes, start) : pending
        let count = text.byteCount
        var strays = 0
        while input < count {
            let decoded = decodeScalar(text, at: input, end: count)
            guard decoded.value >= 0x80 else { break }
            let folding = ScalarFolding(decoded.value)
            if folding.isRemoved {
                note(folding.removal, of: decoded.value, after: bytes.bytes, at: output, signs: &signs)
                input &+= decoded.length
                continue
            }
            guard folding.combines else { break }
            let isFull = segment.count >= ScalarFolder.segmentLimit
            if isFull, CanonicalOrder.combiningClass(decoded.value) == 0 { break }
            input &+= decoded.length
            let isStray = ScalarFolder.isStray(decoded.value)
            if isStray { strays &+= 1 }
            // A mark more than anybody writes: counted, not kept.
            if isFull { continue }
            appendFolded(folding, of: decoded.value)
        }
        normaliseSegment()
        let dropped = isStrict ? 0 : dropStrayMarks(counting: strays)
        if dropped > 0 { signs.strayMarks &+= dropped }
        if strays >= 3, dropped > 0 { signs.stackedMarks &+= 1 }
        output = start
        for (index, scalar) in segment.enumerated() {
            let mark = index > 0 ? 0 : baseMark | (dropped > 0 ? Mark.bared : 0)
            marks.storeBytes(of: UInt32(mark).littleEndian, toByteOffset: output, as: UInt32.self)
            output &+= encodeScalar(scalar, into: &bytes, at: output)
        }
        if !segment.isEmpty { isAfterBlank = segment.last == 0x20 || segment.last == 0x0A }
        if !hasBase { pending = 0 }
    }

    /// Puts what was written since the last boundary into the segment and gives where that began.
    private mutating func openSegment(_ bytes: RawSpan, at output: Int) -> Int {
        segment.removeAll(keepingCapacity: true)
        var start = output
        var steps = 0
        while start > 0, steps < 16 {
            start = scalarStart(bytes, before: start)
            steps += 1
            if !ScalarClass(decodeScalar(bytes, at: start, end: output).value).combines { break }
        }
        var at = start
        while at < output {
            let decoded = decodeScalar(bytes, at: at, end: output)
            segment.append(decoded.value)
            at += decoded.length
        }
        return start
    }

    func scalarStart(_ bytes: RawSpan, before end: Int) -> Int {
        var start = end - 1
        while start > 0, end - start < 4, byte(bytes, start) & 0xC0 == 0x80 { start -= 1 }
        return start
    }

    private mutating func appendFolded(_ folding: ScalarFolding, of scalar: UInt32) {
        if folding.isSequence {
            CanonicalOrder.appendPooled(from: folding.payload, to: &segment, byteAt: chaffinch_sequence_byte)
        } else {
            segment.append(folding.staysItself ? scalar : folding.payload)
        }
    }

    private mutating func normaliseSegment() {
        let written = segment.count
        for index in 0..<written { CanonicalOrder.appendDecomposition(of: segment[index], to: &segment) }
        segment.removeFirst(written)
        CanonicalOrder.sort(&segment, from: 0)
        CanonicalOrder.compose(&segment)
    }

    /// Takes off the marks that composed with nothing, and gives how many of those that only a text in disguise piles up.
    private mutating func dropStrayMarks(counting strays: Int) -> Int {
        let before = segment.count
        var kept = 0
        var dropped = 0
        for index in 0..<before {
            let scalar = segment[index]
            if ScalarFolder.isStray(scalar) {
                if scalar != 0x20E3 { dropped += 1 }
            } else if !ScalarFolder.isPointing(scalar) {
                segment[kept] = scalar
                kept += 1
            }
        }
        segment.removeSubrange(kept...)
        return dropped == 0 ? 0 : max(dropped, strays > ScalarFolder.segmentLimit ? strays : 0)
    }

    /// Marks of the blocks of combining diacritical marks.
    private static func isStray(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0300...0x036F, 0x0483...0x0489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: true
        default: false
        }
    }

    /// Vowel points of Hebrew and Arabic: written now and then, read without.
    private static func isPointing(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0591...0x05BD, 0x05BF, 0x05C1...0x05C2, 0x05C4...0x05C5, 0x05C7, 0x0610...0x061A, 0x064B...0x065F, 0x0670, 0x06D6...0x06DC,
            0x06DF...0x06E4, 0x06E7...0x06E8, 0x06EA...0x06ED:
            true
        default: false
        }
    }
}
