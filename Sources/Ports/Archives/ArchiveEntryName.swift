/// What the names of entries give away.
public enum ArchiveEntryName {
    /// Whether unpacking under this name could write outside the folder: an absolute path, a drive, a step up.
    public static func leadsOut(_ name: [UInt8]) -> Bool {
        if let first = name.first, isSeparator(first) { return true }
        if name.count >= 2, name[1] == UInt8(ascii: ":"), (65...90).contains(name[0] & 0xDF) { return true }
        return name.split(omittingEmptySubsequences: true, whereSeparator: isSeparator).contains { $0.elementsEqual([0x2E, 0x2E]) }
    }

    /// Whether the name hides what it is: control characters, or marks that turn the direction of reading (UAX 9 section 2).
    public static func isDeceptive(_ name: [UInt8]) -> Bool {
        for index in name.indices {
            if name[index] < 0x20 || name[index] == 0x7F { return true }
            // U+202A to U+202E and U+2066 to U+2069 in UTF-8.
            if name[index] == 0xE2, index + 2 < name.count {
                if name[index + 1] == 0x80, (0xAA...0xAE).contains(name[index + 2]) { return true }
                if name[index + 1] == 0x81, (0xA6...0xA9).contains(name[index + 2]) { return true }
            }
        }
        return false
    }

    /// Whether the name's ending is that of an archive.
    public static func isArchive(_ name: [UInt8]) -> Bool {
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), name.count - dot <= 6 else { return false }
        let ending = String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
        return endings.contains(ending)
    }

    private static let endings: Set<String> = [
        "zip", "zipx", "rar", "7z", "gz", "tgz", "bz2", "tbz", "tbz2", "xz", "txz", "zst", "tar", "cab", "iso", "img", "lzh", "lha", "arj",
        "ace", "z", "jar", "cpio",
    ]

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
    }
}
