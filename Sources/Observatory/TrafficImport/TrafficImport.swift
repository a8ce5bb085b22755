// TrafficImport: what operators hand in of their own, logs of mail servers, tables of messages and calls, reports and complaints, as observations of the study.
//
// Nothing counts twice. A file is a dataset, known again by how it begins, whatever it is called and however it grew; it is counted in parts, each named by
// where it begins, and the store takes a part once. Between parts stands a checkpoint: how far the file was read, and what was open there.
//
// No personal data passes: of an address its network and country are kept, of a mailbox or a number nothing.

public import AddressOrigins
internal import Messages
public import Observatory

/// What can be imported.
public enum ImportKind: String, Sendable, Hashable, CaseIterable {
    case postfix, exim, rspamd, dmarc, arf, mars, cdr, smpp
    /// Complaints that subscribers forwarded to a short code, as a table.
    case shortCode = "7726"

    /// Whether a mapping says what the columns are.
    public var isTable: Bool { self == .cdr || self == .smpp || self == .shortCode }

    /// How what it tells is known.
    public var method: CountMethod {
        switch self {
        case .postfix, .exim, .rspamd, .cdr, .smpp: .measured
        case .dmarc, .arf, .mars, .shortCode: .reported
        }
    }
}

/// What the limits of importing are.
public enum ImportLimits {
    /// Bytes of a part: so much is counted, then handed to the store whole.
    public static let partBytes = 64 << 20
    /// Bytes that are looked at at a time.
    public static let chunkBytes = 4 << 20
    /// Bytes of a file's begin by which it is known again.
    public static let headBytes = 64 << 10
    /// Bytes before a checkpoint that tell whether a file is still the same up to there.
    public static let tailBytes = 4 << 10
    /// Messages of a log that are held while their lines come.
    public static let openMessages = 1 << 18
    /// Bytes of a report, or of one record.
    public static let documentBytes = 64 << 20
    /// Messages that a line of a report may stand for.
    public static let reportedCount = 1 << 40
    /// Defects that are told with their place.
    public static let defects = 20
}

/// Why an import cannot go on.
public struct ImportError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file.
    public var path: String
    /// What is wrong and what to do.
    public var message: String

    /// An error.
    public init(_ path: String, _ message: String) {
        self.path = path
        self.message = message
    }

    /// Where, and what.
    public var description: String { path.isEmpty ? message : "\(path): \(message)" }
}

/// Something in a file that was left out, and where.
public struct ImportDefect: Sendable, Hashable {
    /// What is wrong, as a stable code: that of a sentence.
    public var code: String
    /// The line, from 1; the record where the file has no lines.
    public var line: Int
    /// The column concerned.
    public var column: String?
}

/// What came of importing a file.
public struct ImportSummary: Sendable, Hashable {
    /// What it is.
    public var kind: ImportKind
    /// What the study calls it.
    public var dataset: String
    /// Bytes that were read now.
    public var bytes = 0
    /// Where the reading began.
    public var start = 0
    /// Lines or records of the file so far.
    public var lines = 0
    /// Observations that were counted now.
    public var observations = 0
    /// Messages that these stand for.
    public var messages = 0
    /// Parts that the study had already.
    public var knownParts = 0
    /// Messages whose end the file does not tell; they are counted once it goes on.
    public var open = 0
    /// Messages that were given up as never finished.
    public var unfinished = 0
    /// Lines of other programs.
    public var foreign = 0
    /// The first defects.
    public var defects: [ImportDefect] = []
    /// How many defects there are, by code.
    public var defectCounts: [String: Int] = [:]
    /// What networks and countries were told from.
    public var origins: [OriginDataset] = []

    init(_ kind: ImportKind, dataset: String) {
        self.kind = kind
        self.dataset = dataset
    }
}

/// A file's bytes, unpacked, from the first to the last.
public protocol ByteSource {
    /// Appends the next bytes, at most `count`; gives how many came, none at the end.
    mutating func read(_ count: Int, to bytes: inout [UInt8]) throws(ImportError) -> Int
}

/// Bytes in memory, as a source.
public struct MemorySource: ByteSource {
    private let bytes: [UInt8]
    private var index = 0

    /// These bytes.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next bytes.
    public mutating func read(_ count: Int, to target: inout [UInt8]) -> Int {
        let end = min(bytes.count, index + count)
        target += bytes[index..<end]
        defer { index = end }
        return end - index
    }
}
