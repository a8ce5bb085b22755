/// Writes header fields as a signature takes them (RFC 6376 sections 3.4.1 and 3.4.2).
struct HeaderCanonicaliser {
    /// The algorithm.
    let canonicalisation: Canonicalisation
    /// What ends a line in the bytes that are read.
    let lineEnds: RawMail.LineEnds

    /// How many bytes a field can have when it is written, the line end behind it included.
    func bound(of field: RawMail.Field) -> Int {
        // Only a line feed that becomes CRLF makes a field longer.
        let count = field.body.upperBound - field.name.lowerBound
        return (canonicalisation == .simple && lineEnds == .lineFeed ? 2 * count : count) + 2
    }

    /// Appends a field and the line end behind it.
    func append(_ field: RawMail.Field, of bytes: [UInt8], to output: inout [UInt8]) {
        output.append(addingCapacity: bound(of: field)) { target in
            write(field, of: bytes.span, without: field.body.upperBound..<field.body.upperBound, to: &target)
            target.append(0x0D)
            target.append(0x0A)
        }
    }

    /// Appends a field without the bytes of a range of its body, and without the line end behind it: how a signature covers its own field
    /// (section 3.7).
    func append(_ field: RawMail.Field, of bytes: [UInt8], without left: Range<Int>, to output: inout [UInt8]) {
        output.append(addingCapacity: bound(of: field)) { target in
            write(field, of: bytes.span, without: left, to: &target)
        }
    }

    private func write(_ field: RawMail.Field, of bytes: Span<UInt8>, without left: Range<Int>, to output: inout OutputSpan<UInt8>) {
        switch canonicalisation {
        case .simple:
            writeRaw(field.name.lowerBound..<left.lowerBound, of: bytes, to: &output)
            writeRaw(left.upperBound..<field.body.upperBound, of: bytes, to: &output)
        case .relaxed:
            for index in field.name { output.append(RawMail.lowered(bytes[index])) }
            output.append(UInt8(ascii: ":"))
            let start = output.count
            var isBlank = false
            writeRelaxed(field.body.lowerBound..<left.lowerBound, of: bytes, from: start, isBlank: &isBlank, to: &output)
            writeRelaxed(left.upperBound..<field.body.upperBound, of: bytes, from: start, isBlank: &isBlank, to: &output)
        }
    }

    /// Writes bytes as they are, each line end as CRLF.
    private func writeRaw(_ range: Range<Int>, of bytes: Span<UInt8>, to output: inout OutputSpan<UInt8>) {
        guard lineEnds == .lineFeed else {
            output.append(bytes, range)
            return
        }
        var start = range.lowerBound
        while start < range.upperBound {
            let feed = ByteRuns.lineFeed(in: bytes, from: start, to: range.upperBound)
            output.append(bytes, start..<feed)
            guard feed < range.upperBound else { return }
            if output.isEmpty || output[output.count - 1] != 0x0D { output.append(0x0D) }
            output.append(0x0A)
            start = feed + 1
        }
    }

    /// Writes text with its lines joined, each run of blanks as one, none at either end.
    private func writeRelaxed(
        _ range: Range<Int>, of bytes: Span<UInt8>, from start: Int, isBlank: inout Bool, to output: inout OutputSpan<UInt8>
    ) {
        var index = range.lowerBound
        while index < range.upperBound {
            if bytes[index] == 0x20 || bytes[index] == 0x09 {
                isBlank = true
                index += 1
            } else if let length = lineEnd(at: index, before: range.upperBound, in: bytes) {
                index += length
            } else {
                if isBlank, output.count > start { output.append(0x20) }
                isBlank = false
                let plain = index
                index = ByteRuns.plainText(in: bytes, from: index + 1, to: range.upperBound)
                output.append(bytes, plain..<index)
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
