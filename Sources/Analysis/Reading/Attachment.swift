public import Archives
public import Images
internal import MIME
internal import Messages

/// A part that is not read as text: a picture, a document, an archive, a program.
public struct Attachment: Sendable {
    /// The index of the part in `Message.parts`.
    public var part: Int
    /// The file name the sender gave, decoded, without folders; empty when none was given.
    public var fileName: String
    /// The media type the sender gave, in lower case; empty when none was given.
    public var mediaType: String
    /// What the first bytes say it is.
    public var content: ContentKind
    /// How many bytes it has, decoded as far as the budget went.
    public var size: Int
    /// Whether the part asks to be shown in the text (RFC 2183 section 2.1) or is referred to by the HTML.
    public var isInline: Bool
    /// What a picture's header says, when it is one.
    public var image: ImageHeader?
    /// What an archive holds, when it is one and was looked into.
    public var listing: ArchiveListing?

    /// Looks at a part: its names, and what its first bytes say it is.
    init(part index: Int, of message: Message, by decoder: inout PartDecoder, limits: ReadingLimits) {
        let part = message.parts[index]
        var start: [UInt8] = []
        _ = decoder.bytes(of: part, in: message, into: &start, limit: limits.sniffedBytes)
        self.part = index
        self.fileName = Attachment.fileName(of: part, in: message)
        self.mediaType = String(decoding: message.bytes[part.mediaType.range], as: UTF8.self).lowercased()
        let size = Attachment.size(of: part)
        var content = ContentKind(of: start.span)
        if content.isUnsigned, limits.sniffedBytes < ArchiveFormat.reach, size >= ArchiveFormat.reach {
            // The first sectors of a disk image may hold anything; its signature comes late. Base64 gives whole groups of three bytes.
            var more: [UInt8] = []
            _ = decoder.bytes(of: part, in: message, into: &more, limit: ArchiveFormat.reach + 2)
            content = ContentKind(of: more.span)
        }
        self.content = content
        self.size = size
        self.isInline = part.presentation == .inline
        self.image = content == .image ? ImageHeader(start.span) : nil
        self.listing = nil
    }

    private static func fileName(of part: Part, in message: Message) -> String {
        for wanted in [HeaderName.contentDisposition, .contentType] {
            guard let field = message.headers[part.headers.range].first(where: { $0.known == wanted }) else { continue }
            if let name = ParameterisedValue(message.bytes.span, field.body).fileName { return name }
        }
        return ""
    }

    /// How many bytes a part has once decoded, from the length of what is written.
    private static func size(of part: Part) -> Int {
        part.encoding == .base64 ? part.body.count / 78 * 57 + part.body.count % 78 * 3 / 4 : part.body.count
    }

    /// The names an archive holds; none when it is no archive or was not looked into.
    public var archivedNames: [String] {
        (listing?.entries ?? []).map { String(decoding: $0.name, as: UTF8.self) }
    }

    /// Whether an archive is locked by a password.
    public var isLocked: Bool { listing?.findings.contains(.encrypted) ?? false }

    /// Whether an archive would swell beyond reason when unpacked.
    public var swellsBeyondReason: Bool {
        listing?.findings.contains { $0 == .bomb || $0 == .overlap } ?? false
    }

    /// The extension of the file name in lower case, without the dot; empty when there is none.
    public var fileExtension: String { Attachment.fileExtension(of: fileName) }

    /// The last extension of a file name in lower case.
    public static func fileExtension(of name: String) -> String {
        guard let dot = name.utf8.lastIndex(of: 0x2E), dot > name.utf8.startIndex else { return "" }
        return String(name[name.index(after: dot)...]).lowercased()
    }
}

/// What the first bytes of a file say it is ("magic numbers"), as far as a filter cares.
public enum ContentKind: String, Sendable, Hashable, CaseIterable {
    case empty, text, html, image, pdf, zip, gzip, rar, sevenZip, tar, cabinet, iso
    /// An archive or packed file of any other format.
    case archive
    case windowsProgram, elfProgram, script, officeOld, rtf, oneNote, shortcut, audioOrVideo, unknown

    /// Reads the first bytes.
    public init(of bytes: Span<UInt8>) {
        self = ContentKind.kind(of: bytes)
    }

    /// Whether nothing in the first bytes is a signature.
    var isUnsigned: Bool { self == .unknown || self == .text || self == .html }

    /// The kind of an archive. That of cpio begins with six digits, as a text may, and is left to be one.
    private init?(_ format: ArchiveFormat) {
        switch format {
        case .zip: self = .zip
        case .gzip: self = .gzip
        case .rar: self = .rar
        case .sevenZip: self = .sevenZip
        case .tar: self = .tar
        case .cab: self = .cabinet
        case .iso: self = .iso
        case .bzip2, .xz, .zstd, .compress, .lha: self = .archive
        case .cpio: return nil
        }
    }

    private static func kind(of bytes: Span<UInt8>) -> ContentKind {
        if bytes.isEmpty { return .empty }
        // Before the container it lies in, which sound and films share.
        if bytes.count > 11, starts(bytes, with: Array("WEBP".utf8), at: 8) { return .image }
        for (magic, kind) in signatures where starts(bytes, with: magic) { return kind }
        if let archive = ArchiveFormat(bytes).flatMap({ ContentKind($0) }) { return archive }
        if bytes.count > 11, starts(bytes, with: Array("ftyp".utf8), at: 4) { return .audioOrVideo }
        return text(bytes)
    }

    /// What is no archive; of those `ArchiveFormat` knows the signatures.
    private static let signatures: [([UInt8], ContentKind)] = [
        ([0x89, 0x50, 0x4E, 0x47], .image), ([0xFF, 0xD8, 0xFF], .image), (Array("GIF8".utf8), .image), (Array("BM".utf8), .image),
        ([0x49, 0x49, 0x2A, 0x00], .image), ([0x4D, 0x4D, 0x00, 0x2A], .image),
        (Array("%PDF".utf8), .pdf), (Array("MZ".utf8), .windowsProgram), ([0x7F, 0x45, 0x4C, 0x46], .elfProgram),
        (Array("#!".utf8), .script),
        ([0xD0, 0xCF, 0x11, 0xE0], .officeOld), (Array("{\\rtf".utf8), .rtf), ([0xE4, 0x52, 0x5C, 0x7B], .oneNote),
        ([0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], .shortcut),
        (Array("OggS".utf8), .audioOrVideo), (Array("ID3".utf8), .audioOrVideo), (Array("RIFF".utf8), .audioOrVideo),
    ]

    private static func starts(_ bytes: Span<UInt8>, with magic: [UInt8], at offset: Int = 0) -> Bool {
        guard bytes.count >= offset + magic.count else { return false }
        for index in magic.indices where bytes[offset + index] != magic[index] { return false }
        return true
    }

    /// Text when there is no zero byte in the beginning; HTML when that begins with a tag of a document.
    private static func text(_ bytes: Span<UInt8>) -> ContentKind {
        let window = min(bytes.count, 512)
        var start = 0
        for index in 0..<window where bytes[index] == 0 { return .unknown }
        while start < window, bytes[start] <= 0x20 { start += 1 }
        for tag in ["<!doctype html", "<html", "<head", "<body", "<script"] {
            var isEqual = start + tag.utf8.count <= bytes.count
            for (offset, byte) in tag.utf8.enumerated() where isEqual {
                let found = bytes[start + offset]
                isEqual = (found &- 65 < 26 ? found | 0x20 : found) == byte
            }
            if isEqual { return .html }
        }
        return .text
    }
}
