// From text to folded text: NFKC_Casefold (UAX 31, section 5.1; DerivedNormalizationProps.txt), scalar by scalar in one pass, and the counting
// of what hides there. Input need not be well formed; output always is.

internal import UnicodeTables

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
    /// The high bit when the last byte written is a blank, or nothing is written yet.
    var carry: UInt64 = 0x80

    init(isStrict: Bool = false) {
        self.isStrict = isStrict
    }

    mutating func begin() {
        pending = 0
        carry = 0x80
    }

    /// Folds from `input` on until the text ends, the room, or so many bytes are written (a few more at most); `input` and `output` are moved to
    /// where it stopped.
    mutating func fold(
        _ text: RawSpan, from input: inout Int, into bytes: inout MutableRawSpan, marks: inout MutableRawSpan, at output: inout Int,
        upTo maximum: Int, signs: inout TextSigns
    ) {
        let limit = min(min(bytes.byteCount, marks.byteCount) - ScalarFolder.slack, maximum - 1)
        while input < text.byteCount, output <= limit {
            foldLanes(text, from: &input, into: &bytes, marks: &marks, at: &output, limit: limit, signs: &signs)
            guard input < text.byteCount, output <= limit else { return }
            let first = byte(text, input)
            if first < 0x80 {
                input &+= 1
                foldASCII(first, into: &bytes, marks: &marks, at: &output, signs: &signs)
            } else {
                foldScalars(text, from: &input, into: &bytes, marks: &marks, limit: limit, at: &output, signs: &signs)
            }
        }
    }

    /// Folds ASCII eight bytes at a time and more, up to the first byte that is not ASCII, or is a blank after a blank or a control.
    @inline(never)
    private mutating func foldLanes(
        _ text: RawSpan, from input: inout Int, into bytes: inout MutableRawSpan, marks: inout MutableRawSpan, at output: inout Int,
        limit: Int,
        signs: inout TextSigns
    ) {
        let last = text.byteCount &- 8
        let minded = isStrict ? 0 : UInt64.max
        var at = input
        var to = output
        var carry = self.carry
        var first = UInt64(pending)
        var lines: UInt64 = 0
        var odd: UInt64 = 0
        while at <= last, to <= limit {
            let lanes = lane(text, at)
            let control = ~(lanes &+ Lanes.all(0x60)) & Lanes.high
            let newline = Lanes.equal(lanes, 0x0A)
            let blank = control | Lanes.equal(lanes, 0x20)
            let upper = Lanes.between(lanes, 0x41, 0x5A)
            bytes.storeBytes(of: (lanes | upper &>> 2).littleEndian, toByteOffset: to, as: UInt64.self)
            marks.storeBytes(of: (upper | first).littleEndian, toByteOffset: to, as: UInt64.self)
            odd = lanes & Lanes.high | (control ^ newline | blank & (blank &<< 8 | carry)) & minded
            if odd == 0 {
                lines &+= ((newline &>> 7) &* Lanes.ones) &>> 56
                carry = blank &>> 56
                first = 0
                at &+= 8
                to &+= 8
                if !isStrict {
                    let (count, newlines) = ScalarFolder.foldPairs(text, from: at, into: &bytes, marks: &marks, at: to, limit: limit)
                    if count > 0 {
                        at &+= count
                        to &+= count
                        lines &+= newlines
                        carry = byte(text, at &- 1) <= 0x20 ? 0x80 : 0
                    }
                }
                continue
            }
            let good = odd.trailingZeroBitCount &>> 3
            if good > 0 {
                lines &+= UInt64((newline & (1 &<< UInt64(8 &* good) &- 1)).nonzeroBitCount)
                carry = blank &>> UInt64(8 &* good &- 8) & 0x80
                first = 0
                at &+= good
                to &+= good
            }
            break
        }
        input = at
        output = to
        pending = UInt8(truncatingIfNeeded: first)
        self.carry = carry
        signs.lines &+= Int(truncatingIfNeeded: lines)
    }

    /// Folds ASCII 16 bytes at a time as long as nothing has to be thought of; the byte before `start` has to be folded as it stands. Gives how
    /// many bytes, and how many line ends among them.
    @inline(__always)
    private static func foldPairs(
        _ text: RawSpan, from start: Int, into bytes: inout MutableRawSpan, marks: inout MutableRawSpan, at output: Int, limit: Int
    ) -> (count: Int, lines: UInt64) {
        // A counter of line ends in each byte, so that no more than 255 steps may be taken at once.
        let most = min(min(text.byteCount &- start, limit &- output) &>> 4, 255)
        var newlines = SIMD2<UInt64>.zero
        let high = SIMD2<UInt64>(repeating: Lanes.high)
        var step = 0
        while step < most {
            let at = start &+ step &* 16
            let lanes = pair(text, at)
            let before = pair(text, at &- 1)
            let control = ~(lanes &+ Lanes.all(0x60))
            let newline = ~((lanes ^ Lanes.all(0x0A)) &+ Lanes.all(0x7F)) & high
            let blank = ~(lanes &+ Lanes.all(0x5F))
            let blankBefore = ~(before &+ Lanes.all(0x5F))
            let odd = (lanes | (control ^ newline) | blank & blankBefore) & high
            if odd[0] | odd[1] != 0 { break }
            let upper = (lanes &+ Lanes.all(0x3F)) & ~(lanes &+ Lanes.all(0x25)) & high
            bytes.storeBytes(of: lanes | upper &>> 2, toByteOffset: output &+ step &* 16, as: SIMD2<UInt64>.self)
            marks.storeBytes(of: upper, toByteOffset: output &+ step &* 16, as: SIMD2<UInt64>.self)
            newlines &+= newline &>> 7
            step &+= 1
        }
        // Byte counters to 16-bit ones, and those together.
        let wide: SIMD2<UInt64> = (newlines & 0x00FF_00FF_00FF_00FF) &+ (newlines &>> 8 & 0x00FF_00FF_00FF_00FF)
        let lines = ((wide[0] &+ wide[1]) &* 0x0001_0001_0001_0001) &>> 48
        return (step &* 16, lines)
    }

    private mutating func foldASCII(
        _ value: UInt8, into bytes: inout MutableRawSpan, marks: inout MutableRawSpan, at output: inout Int,
        signs: inout TextSigns
    ) {
        if value <= 0x20, !isStrict {
            if value == 0x20 || value &- 9 < 5 {
                let isLine = value != 0x20 && value != 0x09
                foldBlank(isLine: isLine, into: &bytes, marks: &marks, at: &output, signs: &signs)
            } else {
                signs.controls &+= 1
                pending |= Mark.afterRemoved
            }
            return
        }
        let isCapital = value &- 65 < 26
        bytes.storeBytes(of: isCapital ? value | 0x20 : value, toByteOffset: output, as: UInt8.self)
        marks.storeBytes(of: (isCapital ? Mark.capital : 0) | pending, toByteOffset: output, as: UInt8.self)
        output &+= 1
        pending = 0
        carry = 0
    }

    /// A blank after a blank is dropped; a line end among them makes the one that stays a line end.
    private mutating func foldBlank(
        isLine: Bool, into bytes: inout MutableRawSpan, marks: inout MutableRawSpan, at output: inout Int,
        signs: inout TextSigns
    ) {
        pending = 0
        if carry != 0 {
            if isLine, output > 0, byte(bytes.bytes, output - 1) == 0x20 {
                bytes.storeBytes(of: 0x0A, toByteOffset: output - 1, as: UInt8.self)
                signs.lines &+= 1
            }
            return
        }
        bytes.storeBytes(of: isLine ? 0x0A : 0x20, toByteOffset: output, as: UInt8.self)
        marks.storeBytes(of: 0, toByteOffset: output, as: UInt8.self)
        if isLine { signs.lines &+= 1 }
        output &+= 1
        carry = 0x80
    }

    /// Folds scalars that are not ASCII until one is.
    private mutating func foldScalars(
        _ text: RawSpan, from input: inout Int, into bytes: inout MutableRawSpan, marks: inout MutableRawSpan, limit: Int,
        at output: inout Int, signs: inout TextSigns
    ) {
        let count = text.byteCount
        while input < count, output <= limit {
            foldSimple(text, from: &input, into: &bytes, marks: &marks, limit: limit, at: &output, signs: &signs)
            guard input < count, output <= limit else { return }
            let decoded = decodeScalar(text, at: input, end: count)
            if decoded.value < 0x80 { return }
            let folding = ScalarFolding(decoded.value)
            if folding.combines {
                combine(text, from: &input, into: &bytes, marks: &marks, at: &output, signs: &signs)
            } else if folding.isRemoved {
                input &+= decoded.length
                note(folding.removal, of: decoded.value, after: bytes.bytes, at: output, signs: &signs)
            } else if folding.isBlank {
                input &+= decoded.length
                foldBlank(folding, of: decoded.value, into: &bytes, marks: &marks, at: &output, signs: &signs)
            } else {
                input &+= decoded.length
                writeSequence(folding, into: &bytes, marks: &marks, at: &output)
            }
        }
    }

    /// Folds scalars that are not ASCII as long as each becomes one.
    @inline(never)
    private mutating func foldSimple(
        _ text: RawSpan, from input: inout Int, into bytes: inout MutableRawSpan, marks: inout MutableRawSpan, limit: Int,
        at output: inout Int, signs: inout TextSigns
    ) {
        let count = text.byteCount
        var at = input
        var to = output
        var mark = UInt32(pending)
        while at < count, to <= limit {
            let decoded = decodeScalar(text, at: at, end: count)
            let folding = ScalarFolding(decoded.value)
            guard decoded.value >= 0x80, folding.isSimple else { break }
            at &+= decoded.length
            if folding.isCapital { mark |= UInt32(Mark.capital) }
            if folding.isStyled || folding.isWide {
                mark |= UInt32(Mark.styled)
                if folding.isStyled { signs.styledLetters &+= 1 } else { signs.wideLetters &+= 1 }
            }
            marks.storeBytes(of: mark.littleEndian, toByteOffset: to, as: UInt32.self)
            to &+= encodeScalar(folding.staysItself ? decoded.value : folding.payload, into: &bytes, at: to)
            mark = 0
        }
        if at > input {
            pending = 0
            carry = 0
        }
        input = at
        output = to
    }

    private mutating func foldBlank(
        _ folding: ScalarFolding, of scalar: UInt32, into bytes: inout MutableRawSpan, marks: inout MutableRawSpan,
        at output: inout Int, signs: inout TextSigns
    ) {
        guard isStrict else {
            let isLine = folding.payload == 0x0A
            foldBlank(isLine: isLine, into: &bytes, marks: &marks, at: &output, signs: &signs)
            return
        }
        let staysItself = folding.payload == 0x0A || scalar == 0x1680
        output &+= encodeScalar(staysItself ? scalar : folding.payload, into: &bytes, at: output)
    }

    private mutating func writeSequence(
        _ folding: ScalarFolding, into bytes: inout MutableRawSpan, marks: inout MutableRawSpan, at output: inout Int
    ) {
        let offset = folding.payload
        let mark = pending | (folding.isCapital ? Mark.capital : 0)
        for index in 0..<UInt32(chaffinch_sequence_byte(offset)) {
            bytes.storeBytes(of: chaffinch_sequence_byte(offset + 1 + index), toByteOffset: output, as: UInt8.self)
            marks.storeBytes(of: index == 0 ? mark : 0, toByteOffset: output, as: UInt8.self)
            output &+= 1
        }
        pending = 0
        carry = byte(bytes.bytes, output - 1) == 0x20 ? 0x80 : 0
    }

    /// Counts an invisible scalar that is taken out. Joiners are honest in emoji and in scripts that need them.
    mutating func note(
        _ removal: ScalarFolding.Removal, of scalar: UInt32, after bytes: RawSpan, at output: Int, signs: inout TextSigns
    ) {
        let before =
            output > 0 ? ScalarClass(decodeScalar(bytes, at: scalarStart(bytes, before: output), end: output).value) : nil
        let followsEmoji = before?.kind == .emoji
        switch removal {
        case .zeroWidth:
            if followsEmoji { return }
            if scalar == 0x200C || scalar == 0x200D, let script = before?.script, !ScalarFolder.needsNoJoiner(script) { return }
            signs.zeroWidth &+= 1
        case .hyphen: signs.softHyphens &+= 1
        case .bidi: signs.bidiControls &+= 1
        case .tag:
            if followsEmoji { return }
            signs.tagCharacters &+= 1
        case .variation:
            // A selector after a digit makes a keycap; after a symbol it chooses colour.
            if followsEmoji || before?.kind == .digit || before?.kind == .symbol || before?.kind == .punctuation { return }
            if before?.script == .han || before?.script == .mongolian { return }
            signs.variationSelectors &+= 1
        case .filler, .format: signs.fillers &+= 1
        }
        pending |= Mark.afterRemoved
    }

    private static func needsNoJoiner(_ script: Script) -> Bool {
        switch script {
        case .common, .latin, .greek, .cyrillic, .armenian, .hebrew, .georgian, .hangul, .han, .hiragana, .katakana: true
        default: false
        }
    }
}
