// Patterns by Hyperscan, or Vectorscan in its place: literals and expressions in one pass, in block mode.
// The text is not trusted. Patterns are ours. A stored database is checked before it is used, and never needed.

import CHyperscan
public import Patterns

/// Looks for literals and expressions with Hyperscan.
///
/// Compiling takes from milliseconds to a second, so a program that starts often keeps `serialised()` in a file and hands it
/// to `init(_:stored:)`, which compiles only when the stored database is of other patterns, another version or processor.
@safe public final class HyperscanMatcher: PatternMatcher {
    /// What the callback must know of a pattern; indexed by the number that Hyperscan calls the pattern by.
    struct Entry: Sendable {
        var id: UInt32
        /// The length of a literal; 0 for an expression.
        var length: UInt32
        var isWholeWord: Bool
        var isSingle: Bool
        var reportsStart: Bool
    }

    /// None: Hyperscan takes every pattern, or the initialiser throws.
    public let unsupported: [UInt32] = []
    /// Whether the database was compiled, and a caller that keeps databases has a new one to keep.
    public let wasCompiled: Bool

    private let database: HyperscanDatabase
    private let entries: [Entry]
    private let digest: UInt64

    /// The library's version, as it says it itself.
    public static var libraryVersion: String {
        // The library answers with text of its own that lives as long as the program.
        guard let version = unsafe hs_version() else { return "" }
        return unsafe String(cString: version)
    }

    /// Whether this processor has the instructions that the library is built for (hs_valid_platform).
    public static var runsHere: Bool { hs_valid_platform() == HS_SUCCESS }

    /// Compiles the set. Throws an error that names the pattern that cannot be compiled, and where in it.
    public convenience init(_ set: PatternSet) throws(PatternError) {
        let database = try HyperscanDatabase(compiling: set)
        try self.init(set, database: database, wasCompiled: true)
    }

    /// Takes a database that `serialised()` made. Throws `staleDatabase` when it is not one for this set and this machine.
    public convenience init(_ set: PatternSet, serialised bytes: [UInt8]) throws(PatternError) {
        let database = try HyperscanDatabase(bytes, digest: set.digest)
        try self.init(set, database: database, wasCompiled: false)
    }

    /// Takes the stored database where it fits, and compiles the set where it does not or there is none.
    public convenience init(_ set: PatternSet, stored bytes: [UInt8]?) throws(PatternError) {
        if let bytes, let database = try? HyperscanDatabase(bytes, digest: set.digest) {
            try self.init(set, database: database, wasCompiled: false)
        } else {
            try self.init(set)
        }
    }

    private init(_ set: PatternSet, database: HyperscanDatabase, wasCompiled: Bool) throws(PatternError) {
        self.database = database
        self.wasCompiled = wasCompiled
        self.digest = set.digest
        self.entries = set.patterns.map { pattern in
            Entry(
                id: pattern.id, length: pattern.isLiteral ? UInt32(pattern.expression.count) : 0,
                isWholeWord: pattern.options.contains(.wholeWord), isSingle: pattern.options.contains(.singleMatch),
                reportsStart: pattern.options.contains(.reportsStart))
        }
    }

    /// The compiled database as bytes, to be stored and used by the same version on the same kind of processor.
    public func serialised() throws(PatternError) -> [UInt8] {
        try database.serialised(digest: digest)
    }

    /// Looks through `text` as the port promises; throws `engine` when Hyperscan fails or has no memory.
    @discardableResult
    public func scan(_ text: Span<UInt8>, scratch: inout PatternScratch, matches: inout [PatternMatch]) throws(PatternError) -> Bool {
        guard text.count < Int(UInt32.max) else { throw .textTooLong(text.count) }
        matches.removeAll(keepingCapacity: true)
        guard !text.isEmpty, !entries.isEmpty else { return true }
        let engine: HyperscanScratch
        if let kept = scratch.engine as? HyperscanScratch, kept.database === database {
            engine = kept
        } else {
            engine = try HyperscanScratch(for: database)
            scratch.engine = engine
        }
        scratch.reset(patterns: entries.count)
        // The arrays are lent to the engine for the scan, so that the callback writes to them without a copy.
        swap(&engine.lastEnds, &scratch.lastEnds)
        swap(&engine.matches, &matches)
        defer {
            swap(&engine.lastEnds, &scratch.lastEnds)
            swap(&engine.matches, &matches)
            matches.sortNearlySorted()
        }
        return try engine.scan(text, entries: entries)
    }
}
