import MIME
import Messages

/// Short ways to make messages and to say what a parse of them gave.
enum Sample {
    /// The bytes of a text, each line end made CRLF.
    static func bytes(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if byte == 10 { bytes.append(13) }
            bytes.append(byte)
        }
        return bytes
    }

    static func parse(_ text: String, limits: MIMELimits = .standard) -> Message {
        MailParser(limits: limits).parse(bytes(text))
    }

    static func string(_ range: ByteRange, of message: Message) -> String {
        String(decoding: message.bytes[range.range], as: UTF8.self)
    }

    static func body(_ part: Int, of message: Message) -> String {
        string(message.parts[part].body, of: message)
    }

    static func text(_ part: Int, of message: Message) -> String {
        var decoder = PartDecoder()
        var output: [UInt8] = []
        _ = decoder.text(of: message.parts[part], in: message, into: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// Each part's kind, indented by its depth.
    static func outline(_ message: Message) -> [String] {
        message.parts.map { String(repeating: " ", count: Int($0.depth)) + "\($0.kind)" }
    }

    static func kinds(_ message: Message) -> [Defect.Kind] {
        message.defects.map(\.kind)
    }

    /// What every message must keep, whatever its bytes: ranges inside the buffer and in order, a sound tree, bounded counts.
    static func breach(_ message: Message, limits: MIMELimits = .standard) -> String? {
        let count = message.bytes.count
        if message.parts.count > limits.parts + 1 { return "too many parts" }
        if message.headers.count > limits.headerFields { return "too many fields" }
        if message.defects.count > limits.defects { return "too many defects" }
        var nextField = 0
        for (index, part) in message.parts.enumerated() {
            if part.body.start > part.body.end || Int(part.body.end) > count { return "body of part \(index)" }
            if Int(part.headers.start) != nextField || Int(part.headers.end) > message.headers.count { return "headers of part \(index)" }
            nextField = Int(part.headers.end)
            guard index > 0 else {
                if part.parent != -1 || part.depth != 0 { return "root" }
                continue
            }
            guard part.parent >= 0, part.parent < index else { return "parent of part \(index)" }
            let parent = message.parts[Int(part.parent)]
            if part.depth != parent.depth + 1 { return "depth of part \(index)" }
            if part.body.start < parent.body.start || part.body.end > parent.body.end { return "part \(index) leaves its parent" }
        }
        if nextField != message.headers.count { return "fields without a part" }
        var cursor = 0
        for segment in MessageLayout(message).segments {
            if Int(segment.range.start) != cursor || segment.range.isEmpty { return "layout at \(cursor)" }
            cursor = Int(segment.range.end)
        }
        return cursor == count ? nil : "layout ends at \(cursor) of \(count)"
    }

    /// Calls everything that takes a message, and says what is not as promised.
    static func breachOfReading(_ message: Message, limits: MIMELimits = .standard) -> String? {
        if let breach = breach(message, limits: limits) { return breach }
        var decoder = PartDecoder(limits: limits)
        var output: [UInt8] = []
        for (index, part) in message.parts.enumerated() {
            output.removeAll(keepingCapacity: true)
            _ = decoder.text(of: part, in: message, into: &output)
            if output.count > limits.decodedBytes { return "text of part \(index) exceeds the limit" }
            if String(validating: output, as: UTF8.self) == nil { return "text of part \(index) is no UTF-8" }
            output.removeAll(keepingCapacity: true)
            _ = decoder.bytes(of: part, in: message, into: &output)
            if output.count > limits.decodedBytes || output.count > part.body.count { return "bytes of part \(index)" }
            if Int(message.preamble(of: index).end) > message.bytes.count { return "preamble of part \(index)" }
            if Int(message.epilogue(of: index).end) > message.bytes.count { return "epilogue of part \(index)" }
            if let range = decoder.needsNoDecoding(part, in: message), range != part.body { return "plain body of part \(index)" }
        }
        return nil
    }
}
