public import Messages

/// A uuencoded file that stands in the midst of plain text, as mail programs before MIME sent them.
public struct UuencodedFile: Sendable, Hashable {
    /// The bytes of the file's name, as written.
    public var name: ByteRange
    /// The lines from `begin` to `end`, both included.
    public var block: ByteRange

    /// The file as a part, to be decoded like any other: an attachment in uuencode whose body is the block.
    public func part(in parent: Int, of message: Message) -> Part {
        let depth = message.parts.indices.contains(parent) ? message.parts[parent].depth : 0
        return Part(
            kind: .application, encoding: .uuencode, presentation: .attachment, depth: depth &+ 1, parent: Int32(clamping: parent),
            body: block)
    }
}

extension Message {
    /// The uuencoded files in a text part that is not encoded otherwise, at most `limit`; empty for other parts.
    ///
    /// A block counts when its `begin` line has a mode and a name and the next line has the length it claims; a block without its
    /// `end` line reaches to the end of the part.
    public func uuencodedFiles(in part: Int, limit: Int = 100) -> [UuencodedFile] {
        guard parts.indices.contains(part), parts[part].kind.isText,
            ![.base64, .quotedPrintable, .uuencode].contains(parts[part].encoding)
        else { return [] }
        let span = bytes.span
        let end = min(Int(parts[part].body.end), span.count)
        var files: [UuencodedFile] = []
        var index = Int(parts[part].body.start)
        while index < end, files.count < limit {
            let stop = span.offset(of: 10, from: index, to: end)
            if lowercased(span[index]) == UInt8(ascii: "b"), Uuencode.isBegin(span, from: index, to: stop),
                Message.isUuencodedLine(span, at: stop + 1, before: end)
            {
                let block = ByteRange(index, Message.endOfBlock(span, from: stop + 1, before: end))
                var name = index + 9
                while name < stop, span[name] != 32 { name += 1 }
                var nameEnd = stop
                while nameEnd > name + 1, span[nameEnd - 1] <= 32 { nameEnd -= 1 }
                files.append(UuencodedFile(name: ByteRange(min(name + 1, nameEnd), nameEnd), block: block))
                index = Int(block.end)
            } else {
                index = stop + 1
            }
        }
        return files
    }

    private static func endOfBlock(_ bytes: Span<UInt8>, from start: Int, before end: Int) -> Int {
        var index = start
        while index < end {
            let stop = bytes.offset(of: 10, from: index, to: end)
            var content = stop
            while content > index, bytes[content - 1] <= 32 { content -= 1 }
            if bytes.matches(lowercase: "end", from: index, to: content) { return min(stop + 1, end) }
            index = stop + 1
        }
        return end
    }

    /// Whether a line has as many characters as its first one says, padding aside.
    private static func isUuencodedLine(_ bytes: Span<UInt8>, at start: Int, before end: Int) -> Bool {
        guard start < end, (32...96).contains(bytes[start]) else { return false }
        var stop = bytes.offset(of: 10, from: start, to: end)
        while stop > start, bytes[stop - 1] == 13 { stop -= 1 }
        let count = Int((bytes[start] &- 32) & 63)
        let needed = (count + 2) / 3 * 4
        return stop - start - 1 <= needed + 2 && stop - start - 1 + 3 >= needed
    }
}
