// From text to folded text: NFKC_Casefold (UAX 31, section 5.1; DerivedNormalizationProps.txt), scalar by scalar in one pass, and the counting
// of what hides there. Input need not be well formed; output always is.

internal import ASCIIBlocks

/// What a folded byte was before, one byte beside each byte of the folded text (on the first byte of a scalar).
enum Mark {
    /// It was a capital.
    static let capital: UInt8 = 0x80
    /// Something invisible stood before it.
    static let afterRemoved: UInt8 = 0x40
    /// It was a styled or full-width letter.
    static let styled: UInt8 = 0x20
    /// Marks were taken off it.
    static let bared: UInt8 = 0x10
}

/// Folds scalars into a buffer with room to spare; the caller makes more room when it stops early.
struct ScalarFolder {
    /// How many bytes must be free for one more step.
    static let slack = 1024
    /// How many scalars that combine are taken together; beyond, marks are dropped (UAX 15 section 13 has 30).
    static let segmentLimit = 32

    /// Whether blanks, controls and marks stay as NFKC_Casefold leaves them: for conformance.
    let isStrict: Bool
    var segment: [UInt32] = []
    /// Marks for the next byte.
    var pending: UInt8 = 0
    /// Whether the last byte written is a blank, or nothing is written yet.
    var isAfterBlank = true

    init(isStrict: Bool = false) {
        self.isStrict = isStrict
    }

    mutating func begin() {
        pending = 0
        isAfterBlank = true
    }

    /// Folds from `input` on until the text ends, the room, or so many bytes are written (a few more at most); `input` and `output` are moved to
    /// where it stopped.
    mutating func fold(
        _ text: RawSpan, from input: inout Int, into bytes: inout MutableRawSpan, marks: inout MutableRawSpan, at output: inout Int,
        upTo maximum: Int, signs: inout TextSigns
    ) {
        let limit = min(min(bytes.byteCount, marks.byteCount) - ScalarFolder.slack, maximum - 1)
        while input < text.byteCount, output <= limit {
            foldASCII(text, from: &input, into: &bytes, marks: &marks, at: &output, limit: limit)
            guard input < text.byteCount, output <= limit else { return }
            let first = byte(text, input)
            if first >= 0x80 {
                foldScalars(text, from: &input, into: &bytes, marks: &marks, limit: limit, at: &output, signs: &signs)
            } else if first < 0x20, !isStrict, !ScalarFolder.isBlank(first) {
                // A control that is no blank is taken out.
                input &+= 1
                signs.controls &+= 1
                pending |= Mark.afterRemoved
            }
        }
    }

    /// Folds ASCII sixteen bytes at a time, up to the first byte that is not ASCII or is a control and no blank; takes no more bytes than there
    /// is room for.
    @inline(never)
    private mutating func foldASCII(
        _ text: RawSpan, from input: inout Int, into bytes: inout MutableRawSpan, marks: inout MutableRawSpan, at output: inout Int,
        limit: Int
    ) {
        let end = min(text.byteCount, input &+ (limit &- output) &+ 1)
        let start = output
        var at = input
        var to = start
        var afterBlank: UInt32 = isAfterBlank ? 1 : 0
        while at < end, to <= limit {
            let left = min(end &- at, 16)
            let piece = left == 16 ? sixteen(text, at) : last(of: text, from: at, count: left)
            let capitals = chaffinch_capitals(piece)
            bytes.storeBytes(of: piece | capitals &>> 2, toByteOffset: to, as: SIMD16<UInt8>.self)
            marks.storeBytes(of: capitals, toByteOffset: to, as: SIMD16<UInt8>.self)
            // What ends the stretch: the end of the piece, a byte that needs a thought, a blank after a blank.
            var stops: UInt32 = 1 &<< UInt32(truncatingIfNeeded: left)
            let blanks = chaffinch_between(piece, 0x00, 0x20) &<< 1 | afterBlank
            if isStrict {
                stops |= chaffinch_high_bits(piece)
            } else {
                stops |= chaffinch_uncommon(piece) | blanks & blanks &>> 1
            }
            let good = stops.trailingZeroBitCount
            at &+= good
            to &+= good
            afterBlank = blanks &>> UInt32(truncatingIfNeeded: good) & 1
            if good == left { continue }
            guard !isStrict, ScalarFolder.isBlank(byte(text, at)) else { break }
            if to == start { pending = 0 }
            let isLine = ScalarFolder.skipBlanks(text, from: &at)
            if afterBlank == 0 {
                bytes.storeBytes(of: isLine ? 0x0A : 0x20, toByteOffset: to, as: UInt8.self)
                marks.storeBytes(of: 0, toByteOffset: to, as: UInt8.self)
                to &+= 1
                afterBlank = 1
            } else if isLine {
                ScalarFolder.makeLineEnd(before: to, in: &bytes)
            }
        }
        if pending != 0, to > start {
            marks.storeBytes(of: byte(marks.bytes, start) | pending, toByteOffset: start, as: UInt8.self)
            pending = 0
        }
        isAfterBlank = afterBlank != 0
        input = at
        output = to
    }

    private static func isBlank(_ value: UInt8) -> Bool { value == 0x20 || value &- 9 < 5 }

    /// Passes over blanks, of which at least one stands here, and says whether one of them ends a line.
    @inline(__always)
    private static func skipBlanks(_ text: RawSpan, from position: inout Int) -> Bool {
        var at = position
        var isLine = false
        repeat {
            let value = byte(text, at)
            guard isBlank(value) else { break }
            isLine = isLine || (value != 0x20 && value != 0x09)
            at &+= 1
        } while at < text.byteCount
        position = at
        return isLine
    }

    /// A line end among blanks makes the one that stays a line end.
    @inline(__always)
    private static func makeLineEnd(before output: Int, in bytes: inout MutableRawSpan) {
        if output > 0, byte(bytes.bytes, output &- 1) == 0x20 { bytes.storeBytes(of: 0x0A, toByteOffset: output &- 1, as: UInt8.self) }
    }

    /// Fewer than sixteen bytes, filled up with zeros.
    @inline(never)
    private func last(of text: RawSpan, from start: Int, count: Int) -> SIMD16<UInt8> {
        var piece = SIMD16<UInt8>()
        for index in 0..<count { piece[index] = byte(text, start &+ index) }
        return piece
    }

    /// Folds one blank that is not ASCII.
    mutating func foldBlank(
        isLine: Bool, into bytes: inout MutableRawSpan, marks: inout MutableRawSpan, at output: inout Int
    ) {
        pending = 0
        guard !isAfterBlank else {
            if isLine { ScalarFolder.makeLineEnd(before: output, in: &bytes) }
            return
        }
        bytes.storeBytes(of: isLine ? 0x0A : 0x20, toByteOffset: output, as: UInt8.self)
        marks.storeBytes(of: 0, toByteOffset: output, as: UInt8.self)
        output &+= 1
        isAfterBlank = true
    }
}
