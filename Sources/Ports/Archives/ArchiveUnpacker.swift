// The port through which files come out of small archives that strangers send: the packed reports of other mail servers.

/// Unpacks the files of an archive into memory.
public protocol ArchiveUnpacker: Sendable {
    /// The files of `archive`, a whole file packed by gzip or a ZIP archive, within `limits`; none where it is neither.
    ///
    /// Folders, links and encrypted files are left out. What is broken, or beyond a limit, ends the unpacking; what came before is given, and
    /// `isWhole` says that there was more.
    func unpack(_ archive: Span<UInt8>, limits: UnpackLimits) -> Unpacking
}

/// How much unpacking may give.
public struct UnpackLimits: Sendable, Hashable {
    /// How many files.
    public var files: Int
    /// How many bytes in all, unpacked.
    public var bytes: Int

    /// Limits; the defaults suit reports.
    public init(files: Int = 16, bytes: Int = 64 << 20) {
        self.files = files
        self.bytes = bytes
    }
}

/// What came out of an archive.
public struct Unpacking: Sendable, Hashable {
    /// One file.
    public struct File: Sendable, Hashable {
        /// Its name in the archive, in whatever charset; often empty in gzip.
        public var name: [UInt8]
        /// Its bytes.
        public var bytes: [UInt8]

        /// A file.
        public init(name: [UInt8], bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// The files, in the order of the archive.
    public var files: [File]
    /// Whether all of the archive was unpacked.
    public var isWhole: Bool

    /// What came out.
    public init(files: [File] = [], isWhole: Bool = true) {
        self.files = files
        self.isWhole = isWhole
    }
}
