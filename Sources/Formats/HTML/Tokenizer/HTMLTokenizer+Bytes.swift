// A token's bytes as the document means them.

extension HTMLTokenizer {
    /// Adds the text of a `text`, `reference` or `comment` token as the document means it: line ends normalised, NUL as the
    /// mode has it, references decoded.
    public func appendText(_ input: Span<UInt8>, kind: Kind, to buffer: inout [UInt8]) {
        if kind == .reference {
            CharacterReference.append(reference.packed, to: &buffer)
            return
        }
        let keepsNUL = kind == .text && (textMode == .data || textMode == .cdata)
        Self.append(input, content, keepsNUL: keepsNUL, to: &buffer)
    }

    /// Adds the name of a tag or a document type as the document means it: letters lowered, NUL replaced.
    public func appendName(_ input: Span<UInt8>, to buffer: inout [UInt8]) {
        Self.appendName(input, content, to: &buffer)
    }

    /// Adds an identifier of the document type as the document means it.
    public func appendIdentifier(_ input: Span<UInt8>, _ range: Range<Int>, to buffer: inout [UInt8]) {
        Self.append(input, range, keepsNUL: false, to: &buffer)
    }

    static func appendName(_ input: Span<UInt8>, _ range: Range<Int>, to buffer: inout [UInt8]) {
        for at in range {
            if input[at] == ASCII.nul { buffer.append(contentsOf: replacement) } else { buffer.append(ASCII.lowered(input[at])) }
        }
    }

    private static func append(_ input: Span<UInt8>, _ range: Range<Int>, keepsNUL: Bool, to buffer: inout [UInt8]) {
        var at = range.lowerBound
        while at < range.upperBound {
            let byte = input[at]
            at += 1
            if byte == ASCII.carriageReturn {
                buffer.append(ASCII.lineFeed)
                if at < range.upperBound, input[at] == ASCII.lineFeed { at += 1 }
            } else if byte == ASCII.nul, !keepsNUL {
                buffer.append(contentsOf: replacement)
            } else {
                buffer.append(byte)
            }
        }
    }
}
