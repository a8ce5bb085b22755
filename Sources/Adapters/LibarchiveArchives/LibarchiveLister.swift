// Archives by libarchive, a C library that reads hostile bytes: from memory, with every return code looked at, and nothing is
// ever written to disk. Formats and filters are named one by one: "all" would take in mtree, whose entries can name files of
// ours to be read, and filters that run other programs.

public import Archives
import CArchive
import Messages

/// Lists ZIP, RAR, 7z, tar, CAB, ISO 9660, LHA and cpio archives, and gzip, bzip2, xz, zstd and compress around them or alone.
public struct LibarchiveLister: ArchiveLister {
    /// The versions of the library and of those it unpacks with, as it says them itself.
    public static var libraryVersion: String {
        // The library answers with text of its own that lives as long as the program.
        guard let version = unsafe archive_version_details() else { return "" }
        return unsafe String(cString: version)
    }

    /// A lister.
    public init() {}

    /// Lists an archive and the archives inside it, as the port promises.
    public func list(_ archive: Span<UInt8>, limits: ArchiveLimits, isOverdue: () -> Bool) -> ArchiveListing {
        var walk = ArchiveWalk(limits: limits)
        walk.listing.format = ArchiveFormat(archive)
        guard walk.listing.format != nil else {
            walk.listing.gap = .unreadable
            return walk.listing
        }
        walk.look(into: archive, depth: 0, isOverdue: isOverdue)
        return walk.listing
    }
}

/// One listing in the making: what was found, and what is left of the limits.
struct ArchiveWalk {
    /// What was found so far.
    var listing = ArchiveListing()
    private let limits: ArchiveLimits
    private var inflated = 0
    private var declared = 0

    init(limits: ArchiveLimits) {
        self.limits = limits
    }

    /// Looks into one archive, and into those inside it; deep archives are a few calls deep at most, by the limit.
    mutating func look(into archive: Span<UInt8>, depth: Int, isOverdue: () -> Bool) {
        let format = ArchiveFormat(archive)
        if format == .zip {
            // The central directory tells bombs without inflating anything, which libarchive does not.
            let directory = ZIPLister().list(archive, limits: limits, isOverdue: isOverdue)
            for finding in directory.findings where finding != .tooManyEntries { listing.note(finding) }
            guard directory.gap != .deadline else {
                listing.gap = .deadline
                return
            }
        }
        guard let reader = unsafe ArchiveReader(archive) else {
            listing.note(.damaged)
            listing.gap = listing.gap ?? .unreadable
            return
        }
        let inflatedBefore = inflated
        while listing.gap == nil || listing.gap == .unreadable {
            if isOverdue() {
                listing.gap = .deadline
                return
            }
            switch reader.next(nameBytes: limits.nameBytes) {
            case .end:
                if inflated - inflatedBefore > ArchiveLimits.harmlessBytes,
                    (inflated - inflatedBefore) / max(1, archive.count) > limits.ratio
                {
                    listing.note(.bomb)
                }
                return
            case .failed:
                listing.note(reader.hasEncryptedList ? .encrypted : .damaged)
                listing.gap = .unreadable
                return
            case .entry(let entry):
                take(entry, from: reader, depth: depth, isOverdue: isOverdue)
            }
        }
    }

    private mutating func take(_ found: ArchiveEntry, from reader: ArchiveReader, depth: Int, isOverdue: () -> Bool) {
        guard listing.entries.count < limits.entries else {
            listing.note(.tooManyEntries)
            listing.gap = .limit
            return
        }
        var entry = found
        entry.depth = depth
        entry.isArchive = !entry.isDirectory && ArchiveEntryName.isArchive(entry.name)
        listing.noteName(entry.name)
        if entry.isEncrypted { listing.note(.encrypted) }
        let (sum, overflow) = declared.addingReportingOverflow(max(0, entry.declaredSize ?? 0))
        declared = overflow ? .max : sum
        if declared > limits.declaredBytes { listing.note(.bomb) }
        let place = listing.entries.count
        listing.entries.append(entry)
        guard !entry.isEncrypted, !entry.isDirectory, !entry.isLink else { return }
        guard entry.isArchive || reader.inflatesToSkip else { return }
        var content: [UInt8] = []
        // What is no archive by name is read only because passing over it costs the same; its first bytes may tell more.
        let outcome = reader.read(
            keeping: entry.isArchive ? limits.inflatedBytes : 64 << 10, into: &content, budget: limits.inflatedBytes - inflated,
            isOverdue: isOverdue)
        inflated += outcome.bytes
        switch outcome.end {
        case .whole: break
        case .overBudget:
            listing.gap = .limit
            if outcome.bytes / max(1, reader.packedBytes) > limits.ratio { listing.note(.bomb) }
            return
        case .deadline:
            listing.gap = .deadline
            return
        case .failed:
            listing.note(reader.isEncrypted ? .encrypted : .damaged)
            return
        }
        if ArchiveFormat(content.span) != nil { listing.entries[place].isArchive = true }
        guard listing.entries[place].isArchive, content.count == outcome.bytes, ArchiveFormat(content.span) != nil else { return }
        guard depth < limits.depth else {
            listing.note(.tooDeep)
            return
        }
        look(into: content.span, depth: depth + 1, isOverdue: isOverdue)
    }
}
