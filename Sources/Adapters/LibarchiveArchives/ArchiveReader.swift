import Archives
import CArchive

/// A reader of libarchive over bytes in memory, owned.
///
/// Unsafe to make: the bytes must stay where they are while the reader lives. `ArchiveWalk.look` makes one from a span that it
/// holds until the reader is gone.
@safe final class ArchiveReader {
    /// What comes next.
    enum Step {
        case entry(ArchiveEntry)
        case end
        case failed
    }

    /// How reading an entry ended.
    enum End {
        case whole, overBudget, deadline, failed
    }

    /// What this build of libarchive reads by itself: where it answers with a warning, it would run a program.
    private static let supports: [ArchiveSupport] = ArchiveSupport.allCases.filter { support in
        guard let probe = unsafe archive_read_new() else { return false }
        defer { _ = unsafe archive_read_free(probe) }
        return unsafe support.enable(probe) == ARCHIVE_OK
    }

    /// How much libarchive takes at a time: little, so that `packedBytes` tells how much was needed so far.
    private static let chunkBytes = 8 << 10

    private let archive: OpaquePointer
    private var entriesRead = 0

    /// A reader; nothing when the bytes are no archive that libarchive reads.
    @unsafe init?(_ bytes: Span<UInt8>) {
        guard let made = unsafe archive_read_new() else { return nil }
        unsafe self.archive = made
        for support in Self.supports {
            guard unsafe support.enable(made) == ARCHIVE_OK else { return nil }
        }
        let code = unsafe bytes.withUnsafeBufferPointer {
            unsafe archive_read_open_memory2(made, $0.baseAddress, $0.count, Self.chunkBytes)
        }
        guard code == ARCHIVE_OK else { return nil }
    }

    deinit {
        // Freeing closes; there is nothing to be lost by a failure, since nothing was written.
        _ = unsafe archive_read_free(archive)
    }

    /// The next entry, with its name cut to so many bytes.
    func next(nameBytes: Int) -> Step {
        var entry: OpaquePointer?
        var code = unsafe archive_read_next_header(archive, &entry)
        // A retry is allowed to fail again; it is not tried for ever.
        if code == ARCHIVE_RETRY { unsafe code = archive_read_next_header(archive, &entry) }
        switch code {
        case ARCHIVE_EOF: return .end
        case ARCHIVE_OK, ARCHIVE_WARN: break
        default: return .failed
        }
        guard let entry = unsafe entry else { return .failed }
        if unsafe archive_format(archive) == ARCHIVE_FORMAT_RAW, unsafe archive_filter_code(archive, 0) == ARCHIVE_FILTER_NONE {
            // "Raw" takes anything; without a filter it means that no format fits.
            return .failed
        }
        entriesRead += 1
        let type = unsafe archive_entry_filetype(entry)
        var listed = ArchiveEntry(name: unsafe Self.name(of: entry, atMost: nameBytes))
        if unsafe archive_entry_size_is_set(entry) != 0 { listed.declaredSize = Int(unsafe archive_entry_size(entry)) }
        listed.isEncrypted = unsafe archive_entry_is_encrypted(entry) != 0
        listed.isDirectory = type == Self.directoryType
        let isHardLink = unsafe archive_entry_hardlink(entry) != nil
        listed.isLink = isHardLink || type == Self.linkType
        return .entry(listed)
    }

    // AE_IFDIR and AE_IFLNK, which are casts in C and do not come across.
    private static let directoryType: mode_t = 0o040000
    private static let linkType: mode_t = 0o120000

    private static func name(of entry: OpaquePointer, atMost limit: Int) -> [UInt8] {
        guard let name = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else { return [] }
        var bytes: [UInt8] = []
        var index = 0
        while index < limit, unsafe name[index] != 0 {
            bytes.append(UInt8(bitPattern: unsafe name[index]))
            index += 1
        }
        return bytes
    }

    /// Whether passing over an entry's content means inflating it, so that it must be counted: all but ZIP, and tar and cpio
    /// that nothing is wrapped around.
    var inflatesToSkip: Bool {
        if unsafe archive_filter_code(archive, 0) != ARCHIVE_FILTER_NONE { return true }
        switch unsafe archive_format(archive) & CInt(ARCHIVE_FORMAT_BASE_MASK) {
        case CInt(ARCHIVE_FORMAT_ZIP), CInt(ARCHIVE_FORMAT_TAR), CInt(ARCHIVE_FORMAT_CPIO), CInt(ARCHIVE_FORMAT_ISO9660): return false
        default: return true
        }
    }

    /// How many packed bytes were read so far.
    var packedBytes: Int { Int(clamping: unsafe archive_filter_bytes(archive, -1)) }

    /// Whether the archive has entries that need a password, as far as it is known yet.
    var isEncrypted: Bool { unsafe archive_read_has_encrypted_entries(archive) > 0 }

    /// Whether the list itself needs a password: nothing was listed, and something is encrypted.
    var hasEncryptedList: Bool { entriesRead == 0 && isEncrypted }

    /// Reads the entry's content to its end, keeping its beginning, and counts what was inflated.
    func read(keeping kept: Int, into content: inout [UInt8], budget: Int, isOverdue: () -> Bool) -> (bytes: Int, end: End) {
        var total = 0
        while true {
            var block: UnsafeRawPointer?
            var count = 0
            var offset: Int64 = 0
            let code = unsafe archive_read_data_block(archive, &block, &count, &offset)
            guard code == ARCHIVE_OK || code == ARCHIVE_WARN else { return (total, code == ARCHIVE_EOF ? .whole : .failed) }
            total += count
            if let block = unsafe block {
                let part = unsafe UnsafeRawBufferPointer(start: block, count: min(count, max(0, kept - content.count)))
                unsafe content.append(contentsOf: part)
            }
            if total > budget { return (total, .overBudget) }
            if isOverdue() { return (total, .deadline) }
        }
    }
}
