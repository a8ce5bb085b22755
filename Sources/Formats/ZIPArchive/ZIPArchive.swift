/// Writes an archive of files (PKWARE APPNOTE 6.3.10), as it is inside XLSX, DOCX and ODS documents.
///
/// Files are stored and not packed, without a time of theirs: the same files are the same bytes, on every machine. What programs read, such as
/// spreadsheets and text documents, is small; whoever sends it packs it on the way.
public struct ZIPArchive: Sendable {
    private var files: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    /// An archive of nothing yet.
    public init() {}

    /// Adds a file. The name has `/` between folders and is at most 65,535 bytes; there are at most 65,535 files of 4 GB together, and what
    /// does not fit in is not added.
    @discardableResult
    public mutating func add(_ name: String, _ bytes: [UInt8]) -> Bool {
        let name = Array(name.utf8)
        guard count < .max, let length = UInt16(exactly: name.count), let size = UInt32(exactly: bytes.count),
            let offset = UInt32(exactly: files.count), UInt32(exactly: files.count + directory.count + bytes.count + 1024) != nil
        else { return false }
        // Version 2.0, names in UTF-8 (bit 11), stored, midnight of 1 January 1980.
        var common = ZIPArchive.little(UInt16(20)) + ZIPArchive.little(UInt16(0x0800)) + ZIPArchive.little(UInt16(0))
        common += ZIPArchive.little(UInt16(0)) + ZIPArchive.little(UInt16(0x21))
        common += ZIPArchive.little(CRC32.checksum(bytes)) + ZIPArchive.little(size) + ZIPArchive.little(size)
        common += ZIPArchive.little(length) + ZIPArchive.little(UInt16(0))
        files += ZIPArchive.little(UInt32(0x0403_4B50)) + common + name + bytes
        directory += ZIPArchive.little(UInt32(0x0201_4B50)) + ZIPArchive.little(UInt16(20)) + common
        // No comment, the first disk, nothing known of the file, attributes of none.
        directory += [UInt8](repeating: 0, count: 10) + ZIPArchive.little(offset) + name
        count += 1
        return true
    }

    /// The archive.
    public var bytes: [UInt8] {
        var end = ZIPArchive.little(UInt32(0x0605_4B50)) + [0, 0, 0, 0] + ZIPArchive.little(count) + ZIPArchive.little(count)
        end += ZIPArchive.little(UInt32(truncatingIfNeeded: directory.count)) + ZIPArchive.little(UInt32(truncatingIfNeeded: files.count))
        return files + directory + end + [0, 0]
    }

    private static func little(_ number: some FixedWidthInteger & UnsignedInteger) -> [UInt8] {
        (0..<number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}

/// The checksum of files in archives (ISO 3309, polynomial 0xEDB88320).
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }

    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { table[Int(truncatingIfNeeded: ($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
    }
}
