import CArchive

/// The filters and formats that are asked of libarchive, one by one.
enum ArchiveSupport: CaseIterable {
    case gzip, bzip2, xz, lzma, zstd, compress
    case zip, rar, rar5, sevenZip, tar, cab, iso9660, lha, cpio, raw

    /// Asks a reader for it; gives libarchive's code.
    @unsafe func enable(_ archive: OpaquePointer) -> CInt {
        switch self {
        case .gzip: unsafe archive_read_support_filter_gzip(archive)
        case .bzip2: unsafe archive_read_support_filter_bzip2(archive)
        case .xz: unsafe archive_read_support_filter_xz(archive)
        case .lzma: unsafe archive_read_support_filter_lzma(archive)
        case .zstd: unsafe archive_read_support_filter_zstd(archive)
        case .compress: unsafe archive_read_support_filter_compress(archive)
        case .zip: unsafe archive_read_support_format_zip(archive)
        case .rar: unsafe archive_read_support_format_rar(archive)
        case .rar5: unsafe archive_read_support_format_rar5(archive)
        case .sevenZip: unsafe archive_read_support_format_7zip(archive)
        case .tar: unsafe archive_read_support_format_tar(archive)
        case .cab: unsafe archive_read_support_format_cab(archive)
        case .iso9660: unsafe archive_read_support_format_iso9660(archive)
        case .lha: unsafe archive_read_support_format_lha(archive)
        case .cpio: unsafe archive_read_support_format_cpio(archive)
        case .raw: unsafe archive_read_support_format_raw(archive)
        }
    }
}
