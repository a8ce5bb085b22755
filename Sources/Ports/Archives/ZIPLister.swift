// The portable lister: reads the central directory of a ZIP file (PKWARE APPNOTE 6.3.10, sections 4.3.12 to 4.3.16) and
// inflates nothing. It looks into no inner archive and reads no other format.

import Messages

/// Lists ZIP archives by their central directory, with no library behind it.
public struct ZIPLister: ArchiveLister {
    /// The longest comment after the end record.
    private static let commentBytes = 65_535
    private static let endSignature = 0x0605_4B50
    private static let entrySignature = 0x0201_4B50

    /// A lister.
    public init() {}

    /// Lists a ZIP archive, as the port promises; other formats are the gap `not-configured`.
    public func list(_ archive: Span<UInt8>, limits: ArchiveLimits, isOverdue: () -> Bool) -> ArchiveListing {
        var listing = ArchiveListing(format: ArchiveFormat(archive))
        guard listing.format == .zip else {
            listing.gap = listing.format == nil ? .unreadable : .notConfigured
            return listing
        }
        guard let end = Self.endRecord(of: archive) else {
            listing.note(.damaged)
            listing.gap = .unreadable
            return listing
        }
        let announced = Self.little(archive, end + 10, 2)
        var index = Self.little(archive, end + 16, 4)
        var declared = 0
        var packedRanges: [Range<Int>] = []
        while index + 46 <= end, Self.little(archive, index, 4) == Self.entrySignature {
            if isOverdue() {
                listing.gap = .deadline
                return listing
            }
            guard listing.entries.count < limits.entries else {
                listing.note(.tooManyEntries)
                listing.gap = .limit
                return listing
            }
            let nameCount = Self.little(archive, index + 28, 2)
            let extraCount = Self.little(archive, index + 30, 2)
            let next = index + 46 + nameCount + extraCount + Self.little(archive, index + 32, 2)
            guard next <= end else { break }
            let sizes = Self.sizes(archive, entry: index, extra: index + 46 + nameCount, count: extraCount)
            let name = (0..<min(nameCount, limits.nameBytes)).map { archive[index + 46 + $0] }
            let isEncrypted = Self.little(archive, index + 8, 2) & 1 != 0
            // Unix mode in the upper half of the external attributes; 0o12 is a symbolic link.
            let isLink = archive[index + 5] == 3 && Self.little(archive, index + 40, 2) >> 12 == 0o12
            listing.entries.append(
                ArchiveEntry(
                    name: name, declaredSize: sizes.unpacked, isEncrypted: isEncrypted, isDirectory: name.last == UInt8(ascii: "/"),
                    isLink: isLink, isArchive: ArchiveEntryName.isArchive(name)))
            listing.noteName(name)
            if isEncrypted { listing.note(.encrypted) }
            declared = declared.addingReportingOverflow(sizes.unpacked).overflow ? .max : declared + sizes.unpacked
            if sizes.unpacked > ArchiveLimits.harmlessBytes, sizes.unpacked / max(1, sizes.packed) > limits.ratio { listing.note(.bomb) }
            let local = Self.little(archive, index + 42, 4)
            if sizes.packed > 0, local < archive.count { packedRanges.append(local..<local + min(sizes.packed, archive.count)) }
            index = next
        }
        // All ones say that the number is in a 64-bit record.
        if announced != 0xFFFF, listing.entries.count != announced { listing.note(.damaged) }
        if declared > limits.declaredBytes
            || (declared > ArchiveLimits.harmlessBytes && declared / max(1, archive.count) > limits.ratio)
        {
            listing.note(.bomb)
        }
        packedRanges.sort { $0.lowerBound < $1.lowerBound }
        for (before, after) in zip(packedRanges, packedRanges.dropFirst()) where after.lowerBound < before.upperBound {
            listing.note(.overlap)
        }
        return listing
    }

    /// The offset of the end of central directory record, looked for backwards past a comment.
    private static func endRecord(of archive: Span<UInt8>) -> Int? {
        var index = archive.count - 22
        let last = max(0, index - commentBytes)
        while index >= last {
            if archive[index] == 0x50, little(archive, index, 4) == endSignature { return index }
            index -= 1
        }
        return nil
    }

    /// The packed and unpacked size, from the 64-bit extra field where the short ones are full (section 4.5.3).
    private static func sizes(_ archive: Span<UInt8>, entry: Int, extra: Int, count: Int) -> (packed: Int, unpacked: Int) {
        var packed = little(archive, entry + 20, 4)
        var unpacked = little(archive, entry + 24, 4)
        guard packed == 0xFFFF_FFFF || unpacked == 0xFFFF_FFFF else { return (packed, unpacked) }
        var index = extra
        while index + 4 <= extra + count {
            let size = little(archive, index + 2, 2)
            guard index + 4 + size <= extra + count else { break }
            if little(archive, index, 2) == 1 {
                var place = index + 4
                if unpacked == 0xFFFF_FFFF, place + 8 <= index + 4 + size {
                    unpacked = little(archive, place, 8)
                    place += 8
                }
                if packed == 0xFFFF_FFFF, place + 8 <= index + 4 + size { packed = little(archive, place, 8) }
                break
            }
            index += 4 + size
        }
        return (packed, unpacked)
    }

    /// A number of up to eight bytes, the lowest first; what runs over the end reads as 0, and what is too large as the largest.
    private static func little(_ archive: Span<UInt8>, _ index: Int, _ count: Int) -> Int {
        guard index >= 0, index + count <= archive.count else { return 0 }
        var value: UInt64 = 0
        for offset in 0..<count { value |= UInt64(archive[index + offset]) << UInt64(8 * offset) }
        return Int(clamping: value)
    }
}
