/// Joins the lines of `format=flowed` text (RFC 3676), so that words and sentences stand as they were written.
enum FlowedText {
    /// Appends a range of UTF-8 text, unwrapped.
    ///
    /// A line that ends in a space goes on in the next one of the same quote depth; the space stays unless `deletesSpace`. The signature
    /// line `-- ` never flows (section 4.3). A quoted paragraph begins with its `>` signs and a space.
    static func unwrap(_ bytes: Span<UInt8>, deletesSpace: Bool, into output: inout [UInt8]) {
        var index = 0
        /// The quote depth of the line that flows into the next; -1 when none does.
        var flowing = -1
        while index < bytes.count {
            let lineStop = bytes.offset(of: 10, from: index, to: bytes.count)
            var content = lineStop
            if content > index, lineStop < bytes.count, bytes[content - 1] == 13 { content -= 1 }
            var start = index
            while start < content, bytes[start] == UInt8(ascii: ">") { start += 1 }
            let depth = start - index
            // A space was stuffed in front of lines that begin with one, with "From ", or with ">" (section 4.4).
            if start < content, bytes[start] == 32 { start += 1 }
            let isSignature =
                content - start == 3 && bytes[start] == UInt8(ascii: "-") && bytes[start + 1] == UInt8(ascii: "-") && bytes[start + 2] == 32
            let continues = flowing == depth && !isSignature
            if !continues {
                if flowing >= 0 { output.append(10) }
                if depth > 0 {
                    TransferDecoding.append(bytes, from: index, to: index + depth, to: &output)
                    output.append(32)
                }
            }
            let flows = content > start && bytes[content - 1] == 32 && !isSignature
            TransferDecoding.append(bytes, from: start, to: flows && deletesSpace ? content - 1 : content, to: &output)
            flowing = flows ? depth : -1
            let next = min(lineStop + 1, bytes.count)
            if !flows { TransferDecoding.append(bytes, from: content, to: next, to: &output) }
            index = next
        }
    }
}
