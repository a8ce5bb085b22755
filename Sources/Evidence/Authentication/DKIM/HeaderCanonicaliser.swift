/// Writes header fields as a signature takes them (RFC 6376 sections 3.4.1 and 3.4.2).
struct HeaderCanonicaliser {
    /// The algorithm.
    let canonicalisation: Canonicalisation
    /// What ends a line in the bytes that are read.
    let lineEnds: RawMail.LineEnds

    /// Appends a field and the line end behind it.
    func append(_ field: RawMail.Field, of bytes: [UInt8], to output: inout [UInt8]) {
        append(field, of: bytes, without: field.body.upperBound..<field.body.upperBound, to: &output)
        output.append(0x0D)
        output.append(0x0A)
    }

    /// Appends a field without the bytes of a range of its body, and without the line end behind it: how a signature covers its own field
    /// (section 3.7).
    func append(_ field: RawMail.Field, of bytes: [UInt8], without left: Range<Int>, to output: inout [UInt8]) {
        switch canonicalisation {
        case .simple:
            appendRaw(field.name.lowerBound..<left.lowerBound, of: bytes, to: &output)
            appendRaw(left.upperBound..<field.body.upperBound, of: bytes, to: &output)
        case .relaxed:
            for byte in bytes[field.name] { output.append(RawMail.lowered(byte)) }
            output.append(UInt8(ascii: ":"))
            let start = output.count
            var isBlank = false
            appendRelaxed(field.body.lowerBound..<left.lowerBound, of: bytes, from: start, isBlank: &isBlank, to: &output)
            appendRelaxed(left.upperBound..<field.body.upperBound, of: bytes, from: start, isBlank: &isBlank, to: &output)
        }
    }

    /// Appends bytes as they are, each line end as CRLF.
    private func appendRaw(_ range: Range<Int>, of bytes: [UInt8], to output: inout [UInt8]) {
        guard lineEnds == .lineFeed else {
            output += bytes[range]
            return
        }
        for index in range {
            if bytes[index] == 0x0A, output.last != 0x0D { output.append(0x0D) }
            output.append(bytes[index])
        }
    }

    /// Appends text with its lines joined, each run of blanks as one, none at either end.
    private func appendRelaxed(
        _ range: Range<Int>, of bytes: [UInt8], from start: Int, isBlank: inout Bool, to output: inout [UInt8]
    ) {
        let span = bytes.span
        var index = range.lowerBound
        while index < range.upperBound {
            if span[index] == 0x20 || span[index] == 0x09 {
                isBlank = true
                index += 1
            } else if let length = lineEnd(at: index, before: range.upperBound, in: span) {
                index += length
            } else {
                if isBlank, output.count > start { output.append(0x20) }
                isBlank = false
                let plain = index
                index = PlainRuns.end(in: span, from: index + 1, to: range.upperBound)
                output += bytes[plain..<index]
            }
        }
    }

    /// How many bytes the line end at an offset has; nothing where none is.
    @inline(__always)
    private func lineEnd(at index: Int, before end: Int, in bytes: Span<UInt8>) -> Int? {
        switch bytes[index] {
        case 0x0A: lineEnds == .lineFeed ? 1 : nil
        case 0x0D: index + 1 < end && bytes[index + 1] == 0x0A ? 2 : nil
        default: nil
        }
    }
}
