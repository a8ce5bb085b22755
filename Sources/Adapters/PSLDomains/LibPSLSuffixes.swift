// The public suffix list through libpsl, which carries a compiled list and finds the distribution's newer one.
// Hosts are hostile input; the list is trusted.

internal import CPSL
public import Domains

/// The public suffix list that libpsl knows.
///
/// libpsl never writes to a loaded list, so one may be asked from many threads at once.
@safe public final class LibPSLSuffixes: PublicSuffixes {
    /// What went wrong while loading.
    public enum Failure: Error, CustomStringConvertible {
        /// The file is not there, or is not a list.
        case unreadable(path: String)
        /// libpsl was built without a list and found none on the system.
        case noList

        /// What happened, and what to do.
        public var description: String {
            switch self {
            case .unreadable(let path): "\(path): cannot be read as a public suffix list"
            case .noList: "libpsl has no public suffix list: install the package `publicsuffix`, or name a file"
            }
        }
    }

    /// Names longer than this many bytes have no answer (RFC 1035 section 3.1 allows 253).
    public static let longestHost = 1024

    // Set once, then only read, and libpsl only reads what it points to.
    nonisolated(unsafe) private let list: OpaquePointer

    /// The library's version, as it says it itself.
    public static var libraryVersion: String {
        // The library answers with text of its own that lives as long as the program.
        guard let version = unsafe psl_get_version() else { return "" }
        return unsafe String(cString: version)
    }

    /// The newest list on the system: the distribution's file, or the one compiled into libpsl.
    public init() throws(Failure) {
        guard let list = unsafe psl_latest(nil) ?? psl_builtin() else { throw .noList }
        unsafe self.list = list
    }

    /// The list in a file, in the text format or libpsl's compiled one.
    public init(path: String) throws(Failure) {
        guard let list = unsafe psl_load_file(path) else { throw .unreadable(path: path) }
        unsafe self.list = list
    }

    deinit {
        // Does nothing to the list compiled into the library.
        unsafe psl_free(list)
    }

    /// The match of a host, as `PublicSuffixes` says.
    public func match(_ host: Span<UInt8>) -> SuffixMatch? {
        var end = host.count
        if end > 1, host[end - 1] == 46 { end -= 1 }
        guard end > 0, end <= Self.longestHost, Self.hasOnlyFullLabels(host, end: end) else { return nil }
        // The copy is in lower case and ends in NUL; libpsl answers with pointers into it, or with none.
        return unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: end + 1) { name in
            for index in 0..<end {
                let byte = host[index]
                unsafe name[index] = CChar(bitPattern: byte >= 65 && byte <= 90 ? byte | 32 : byte)
            }
            unsafe name[end] = 0
            guard let start = unsafe UnsafePointer(name.baseAddress) else { return nil }
            guard let suffix = unsafe psl_unregistrable_domain(list, start) else { return nil }
            let offset = unsafe suffix - start
            return unsafe SuffixMatch(
                suffix: offset, registrable: Self.labelStart(host, before: offset),
                section: section(of: suffix, isTopLevel: !Self.hasDot(host, offset..<end)))
        }
    }

    /// Where the label in front of a suffix begins: a registrable domain is its suffix and one label more, so libpsl need not be asked.
    private static func labelStart(_ host: Span<UInt8>, before suffix: Int) -> Int? {
        guard suffix > 0 else { return nil }
        var start = suffix - 1
        while start > 0, host[start - 1] != 46 { start -= 1 }
        return start
    }

    private func section(of suffix: UnsafePointer<CChar>, isTopLevel: Bool) -> SuffixMatch.Section {
        let ruled = PSL_TYPE_NO_STAR_RULE
        // No company owns a top-level domain's rule, so the second question is seldom asked.
        if isTopLevel, unsafe psl_is_public_suffix2(list, suffix, PSL_TYPE_ICANN | ruled) == 1 { return .icann }
        if unsafe psl_is_public_suffix2(list, suffix, PSL_TYPE_PRIVATE | ruled) == 1 { return .privateDomains }
        return unsafe psl_is_public_suffix2(list, suffix, PSL_TYPE_ICANN | ruled) == 1 ? .icann : .none
    }

    private static func hasDot(_ host: Span<UInt8>, _ range: Range<Int>) -> Bool {
        for index in range where host[index] == 46 { return true }
        return false
    }

    private static func hasOnlyFullLabels(_ host: Span<UInt8>, end: Int) -> Bool {
        var previous: UInt8 = 46
        for index in 0..<end {
            let byte = host[index]
            if byte == 0 || byte == 46 && previous == 46 { return false }
            previous = byte
        }
        return previous != 46
    }
}
