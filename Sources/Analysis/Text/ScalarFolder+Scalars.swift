// Folding what is not ASCII: scalar by scalar, by the generated table.

internal import UnicodeTables

extension ScalarFolder {
    /// Folds scalars that are not ASCII until one is.
    mutating func foldScalars(
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
                foldBlank(folding, of: decoded.value, into: &bytes, marks: &marks, at: &output)
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
            isAfterBlank = false
        }
        input = at
        output = to
    }

    private mutating func foldBlank(
        _ folding: ScalarFolding, of scalar: UInt32, into bytes: inout MutableRawSpan, marks: inout MutableRawSpan,
        at output: inout Int
    ) {
        guard isStrict else {
            let isLine = folding.payload == 0x0A
            foldBlank(isLine: isLine, into: &bytes, marks: &marks, at: &output)
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
        isAfterBlank = byte(bytes.bytes, output - 1) == 0x20
    }
}
