// Which encoding a document is in (WHATWG HTML section 13.2.3), before a byte of it is decoded.

/// An encoding that a document claims for itself.
public struct HTMLEncoding: Sendable, Hashable {
    /// Where the claim stands.
    public enum Source: UInt8, Sendable, Hashable {
        /// A byte order mark, which outweighs everything else.
        case byteOrderMark
        /// A `meta` element in the first bytes.
        case meta
        /// An XML declaration.
        case xmlDeclaration
    }

    /// The encoding's name in the WHATWG Encoding standard, such as `windows-1252`.
    public let name: String
    /// Where the claim stands.
    public let source: Source

    /// How many bytes are looked at for a `meta` element (section 13.2.3.2).
    public static let prescanBytes = 1024

    /// The encoding that a document claims, by its byte order mark or by the `meta` element that a prescan finds; nothing where
    /// it claims none. HTML's own fallback is then windows-1252; mail has a `Content-Type` field for that.
    public static func sniff(_ input: Span<UInt8>, prescanBytes: Int = prescanBytes) -> HTMLEncoding? {
        if input.matches("\u{FEFF}", at: 0, exactly: true) { return HTMLEncoding(name: "UTF-8", source: .byteOrderMark) }
        if input.count >= 2, input[0] == 0xFE, input[1] == 0xFF { return HTMLEncoding(name: "UTF-16BE", source: .byteOrderMark) }
        if input.count >= 2, input[0] == 0xFF, input[1] == 0xFE { return HTMLEncoding(name: "UTF-16LE", source: .byteOrderMark) }
        if input.matches("<\0?\0x\0", at: 0, exactly: true) { return HTMLEncoding(name: "UTF-16LE", source: .xmlDeclaration) }
        if input.matches("\0<\0?\0x", at: 0, exactly: true) { return HTMLEncoding(name: "UTF-16BE", source: .xmlDeclaration) }
        var prescan = HTMLPrescan(end: min(input.count, max(0, prescanBytes)))
        return prescan.run(input).map { HTMLEncoding(name: $0, source: .meta) }
    }

    /// The name of the encoding with this label, letters in either case, spaces around it ignored (WHATWG Encoding section 4.2).
    public static func name(ofLabel label: Span<UInt8>) -> String? {
        var end = label.count
        let start = label.skipSpace(from: 0, to: end)
        while end > start, ASCII.isSpace(label[end - 1]) { end -= 1 }
        guard start < end, end - start <= 32 else { return nil }
        return EncodingLabels.table.value(of: PackedName(label, from: start, to: end)).map { EncodingLabels.encodings[Int($0)].name }
    }
}
