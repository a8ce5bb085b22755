/// The kinds of archive that are told apart by their first bytes.
public enum ArchiveFormat: String, Sendable, Hashable, CaseIterable {
    case zip, rar, sevenZip = "7z", gzip, bzip2, xz, zstd, compress, tar, cab, iso, lha, cpio

    /// Each format's signature and where in the file it stands; those of a few common bytes are as long as they can be.
    private static let signatures: [(ArchiveFormat, Int, [UInt8])] =
        [
            (.zip, 0, [0x50, 0x4B, 3, 4]), (.zip, 0, [0x50, 0x4B, 5, 6]), (.rar, 0, [0x52, 0x61, 0x72, 0x21, 0x1A, 7]),
            (.sevenZip, 0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]), (.gzip, 0, [0x1F, 0x8B, 8]),
            (.xz, 0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]), (.zstd, 0, [0x28, 0xB5, 0x2F, 0xFD]), (.compress, 0, [0x1F, 0x9D]),
            (.cab, 0, [0x4D, 0x53, 0x43, 0x46, 0, 0, 0, 0]), (.cpio, 0, Array("070701".utf8)),
            (.tar, 257, Array("ustar".utf8)), (.iso, 32_769, Array("CD001".utf8)),
        ] + (1...9).map { (.bzip2, 0, Array("BZh\($0)1AY&SY".utf8)) }
        + ["lh0", "lh1", "lh4", "lh5", "lh6", "lh7", "lhd", "lzs"].map { (.lha, 2, Array("-\($0)-".utf8)) }

    /// How many bytes from the start of a file all signatures need.
    public static let reach = signatures.reduce(0) { max($0, $1.1 + $1.2.count) }

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
