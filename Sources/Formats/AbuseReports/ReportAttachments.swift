public import MIME
public import Messages

/// A file in a mail that may be an aggregate report.
public struct ReportAttachment: Sendable, Hashable {
    /// How a file is packed, by its first bytes.
    public enum Packing: Sendable, Hashable {
        /// It is the document itself.
        case plain
        /// By gzip (RFC 1952).
        case gzip
        /// As a ZIP archive.
        case zip
    }

    /// The name that the mail gives it; empty where it gives none.
    public var name: String
    /// How it is packed.
    public var packing: Packing
    /// The file's bytes, still packed.
    public var bytes: [UInt8]

    /// A file.
    public init(name: String, packing: Packing, bytes: [UInt8]) {
        self.name = name
        self.packing = packing
        self.bytes = bytes
    }

    /// How a file is packed; nothing where it is neither packed nor a document.
    public static func packing(of bytes: Span<UInt8>) -> Packing? {
        if bytes.count > 2, bytes[0] == 0x1F, bytes[1] == 0x8B { return .gzip }
        if bytes.count > 4, bytes[0] == 0x50, bytes[1] == 0x4B, bytes[2] == 3, bytes[3] == 4 { return .zip }
        var index = 0
        while index < bytes.count, bytes[index] <= 32 || bytes[index] == 0xEF || bytes[index] == 0xBB || bytes[index] == 0xBF { index += 1 }
        return index < bytes.count && bytes[index] == UInt8(ascii: "<") ? .plain : nil
    }

    /// The files of a mail that may be reports, in its order (RFC 9990 section 3.5.2): what a part calls itself is often wrong, so its name and
    /// its first bytes say what it is. A part that a person reads, text or HTML without a file name, is none.
    /// - Parameters:
    ///   - message: a mail.
    ///   - decoder: undoes the transfer encodings.
    ///   - limit: how many files are given.
    public static func attachments(of message: Message, decoder: inout PartDecoder, limit: Int = 32) -> [ReportAttachment] {
        var found: [ReportAttachment] = []
        for part in message.parts where !part.kind.isMultipart && part.kind != .message {
            guard found.count < limit else { break }
            let name = fileName(of: part, in: message)
            guard name != nil || !part.kind.isText || (message.text(part.mediaType) ?? "").lowercased().hasSuffix("xml") else { continue }
            var bytes: [UInt8] = []
            _ = decoder.bytes(of: part, in: message, into: &bytes)
            guard let packing = packing(of: bytes.span) else { continue }
            found.append(ReportAttachment(name: name ?? "", packing: packing, bytes: bytes))
        }
        return found
    }

    static func fileName(of part: Part, in message: Message) -> String? {
        let headers = message.headers[part.headers.range.clamped(to: message.headers.indices)]
        for wanted in [HeaderName.contentDisposition, .contentType] {
            guard let field = headers.first(where: { $0.known == wanted }) else { continue }
            if let name = ParameterisedValue(message.bytes.span, field.body).fileName { return name }
        }
        return nil
    }
}
