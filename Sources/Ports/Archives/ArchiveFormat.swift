/// The kinds of archive that are told apart by their first bytes.
public enum ArchiveFormat: String, Sendable, Hashable, CaseIterable {
    case zip, rar, sevenZip = "7z", gzip, bzip2, xz, zstd, compress, tar, cab, iso, lha, cpio

    private static let signatures: [(ArchiveFormat, Int, [UInt8])] = [
        (.zip, 0, [0x50, 0x4B, 3, 4]), (.zip, 0, [0x50, 0x4B, 5, 6]), (.rar, 0, [0x52, 0x61, 0x72, 0x21, 0x1A, 7]),
        (.sevenZip, 0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]), (.gzip, 0, [0x1F, 0x8B, 8]), (.bzip2, 0, [0x42, 0x5A, 0x68]),
        (.xz, 0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]), (.zstd, 0, [0x28, 0xB5, 0x2F, 0xFD]), (.compress, 0, [0x1F, 0x9D]),
        (.cab, 0, [0x4D, 0x53, 0x43, 0x46, 0, 0, 0, 0]), (.cpio, 0, Array("070701".utf8)), (.lha, 2, Array("-lh".utf8)),
        (.tar, 257, Array("ustar".utf8)), (.iso, 32_769, Array("CD001".utf8)),
    ]

    /// Tells the kind by the signature of the bytes; nothing when they are no archive that is known.
    public init?(_ bytes: Span<UInt8>) {
        for (format, offset, signature) in Self.signatures where offset + signature.count <= bytes.count {
            var isSame = true
            for index in signature.indices where bytes[offset + index] != signature[index] { isSame = false }
            if isSame {
                self = format
                return
            }
        }
        return nil
    }
}
