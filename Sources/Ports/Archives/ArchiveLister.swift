// The port: what the house asks of whatever looks into archives. Archives come from senders and are not trusted.

public import Messages

/// Lists what is in an archive, without writing anything anywhere.
public protocol ArchiveLister: Sendable {
    /// Lists the entries of `archive`, a whole file, and of archives inside it, within `limits`.
    ///
    /// `isOverdue` is asked between entries; when it says yes, what was found so far comes back with the gap `deadline`. Bytes
    /// that are no archive, or are beyond a limit, are a gap or a finding, never an error.
    func list(_ archive: Span<UInt8>, limits: ArchiveLimits, isOverdue: () -> Bool) -> ArchiveListing
}

/// What one archive may cost, and what makes it suspicious.
public struct ArchiveLimits: Sendable, Hashable {
    /// How many entries are listed, those of inner archives counted.
    public var entries: Int
    /// How much of a name is kept, in bytes.
    public var nameBytes: Int
    /// The sum of the sizes that entries claim, in bytes; beyond it the archive is taken for a bomb.
    public var declaredBytes: Int
    /// How much is in fact inflated, in bytes, over all entries and inner archives.
    public var inflatedBytes: Int
    /// How many times its packed size an entry or an archive may claim before it is taken for a bomb; deflate reaches 1032.
    public var ratio: Int
    /// How deep archives inside archives are opened; 0 opens only the outermost.
    public var depth: Int

    /// Limits; the defaults suit mail.
    public init(
        entries: Int = 2000, nameBytes: Int = 1024, declaredBytes: Int = 4 << 30, inflatedBytes: Int = 32 << 20, ratio: Int = 250,
        depth: Int = 2
    ) {
        self.entries = entries
        self.nameBytes = nameBytes
        self.declaredBytes = declaredBytes
        self.inflatedBytes = inflatedBytes
        self.ratio = ratio
        self.depth = depth
    }

    /// An archive smaller than this, unpacked, is no bomb whatever its ratio: a page of zeros packs well.
    public static let harmlessBytes = 1 << 20
}

/// One file, folder or link in an archive.
public struct ArchiveEntry: Sendable, Hashable {
    /// The name as the archive has it, in whatever charset, cut to the limit.
    public var name: [UInt8]
    /// The size that it claims to have unpacked; nothing when it claims none.
    public var declaredSize: Int?
    /// Whether a password is needed to read it.
    public var isEncrypted: Bool
    /// Whether it is a folder.
    public var isDirectory: Bool
    /// Whether it is a symbolic or hard link.
    public var isLink: Bool
    /// Whether it is an archive itself, by its name or by its first bytes.
    public var isArchive: Bool
    /// How many archives it lies inside, the outermost not counted.
    public var depth: Int

    /// An entry; a plain file unless told otherwise.
    public init(
        name: [UInt8], declaredSize: Int? = nil, isEncrypted: Bool = false, isDirectory: Bool = false, isLink: Bool = false,
        isArchive: Bool = false, depth: Int = 0
    ) {
        self.name = name
        self.declaredSize = declaredSize
        self.isEncrypted = isEncrypted
        self.isDirectory = isDirectory
        self.isLink = isLink
        self.isArchive = isArchive
        self.depth = depth
    }
}

/// Something about an archive that a check may want to know.
public enum ArchiveFinding: String, Sendable, Hashable, CaseIterable {
    /// It unpacks to far more than it is: a bomb.
    case bomb
    /// Entries share their packed bytes, which no honest program does (Fifield 2019).
    case overlap
    /// It has more entries than the limit.
    case tooManyEntries = "too-many-entries"
    /// Archives lie deeper inside each other than the limit.
    case tooDeep = "too-deep"
    /// A name leads out of the folder it is unpacked into.
    case pathTraversal = "path-traversal"
    /// A name has control characters, or characters that turn the direction of reading.
    case deceptiveName = "deceptive-name"
    /// A password is needed for an entry, or for the list of entries.
    case encrypted
    /// The archive is cut off or contradicts itself.
    case damaged
}

/// What looking into an archive gave.
public struct ArchiveListing: Sendable, Hashable {
    /// What kind of archive it is, by its first bytes; nothing when it is none.
    public var format: ArchiveFormat?
    /// The entries, each followed by those inside it, as far as they were looked at.
    public var entries: [ArchiveEntry]
    /// What is suspicious, without repeats, in the order found.
    public var findings: [ArchiveFinding]
    /// Why the archive was not, or not wholly, looked at; nothing when it was.
    public var gap: Coverage.Gap.Reason?

    /// A listing.
    public init(
        format: ArchiveFormat? = nil, entries: [ArchiveEntry] = [], findings: [ArchiveFinding] = [], gap: Coverage.Gap.Reason? = nil
    ) {
        self.format = format
        self.entries = entries
        self.findings = findings
        self.gap = gap
    }

    /// Adds a finding, unless it is there already.
    public mutating func note(_ finding: ArchiveFinding) {
        if !findings.contains(finding) { findings.append(finding) }
    }

    /// Notes what is wrong with a name.
    public mutating func noteName(_ name: [UInt8]) {
        if ArchiveEntryName.leadsOut(name) { note(.pathTraversal) }
        if ArchiveEntryName.isDeceptive(name) { note(.deceptiveName) }
    }
}
