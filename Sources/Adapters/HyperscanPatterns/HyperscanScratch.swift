import CHyperscan
import Patterns

/// Hyperscan's scratch space for one thread, and the state of the scan that runs in it.
@safe final class HyperscanScratch {
    /// The database that the scratch was made for.
    let database: HyperscanDatabase
    /// Lent for the duration of a scan.
    var lastEnds: [UInt32] = []
    /// Lent for the duration of a scan.
    var matches: [PatternMatch] = []

    private let scratch: OpaquePointer
    // Valid only while hs_scan runs: `scan` sets them from a span that it holds, and clears them before it returns.
    private var text = unsafe UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    private var entries: [HyperscanMatcher.Entry] = []

    init(for database: HyperscanDatabase) throws(PatternError) {
        self.database = database
        unsafe self.scratch = try database.makeScratch()
    }

    deinit {
        // The only failure is a scratch in use, and a scan holds a reference to this object.
        _ = unsafe hs_free_scratch(scratch)
    }

    /// Scans the text; false when the limit of matches stopped it.
    func scan(_ text: Span<UInt8>, entries: [HyperscanMatcher.Entry]) throws(PatternError) -> Bool {
        self.entries = entries
        let code = unsafe text.withUnsafeBufferPointer { bytes in
            unsafe self.text = bytes
            defer { unsafe self.text = UnsafeBufferPointer(start: nil, count: 0) }
            let start = unsafe UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
            // The object outlives the call, which is inside one of its methods; Hyperscan keeps neither pointer.
            return unsafe hs_scan(
                database.pointer, start, UInt32(clamping: bytes.count), 0, scratch,
                { number, start, end, _, context in
                    guard let context = unsafe context else { return 1 }
                    return unsafe Unmanaged<HyperscanScratch>.fromOpaque(context).takeUnretainedValue()
                        .record(Int(number), start, Int(clamping: end))
                }, Unmanaged.passUnretained(self).toOpaque())
        }
        self.entries = []
        switch code {
        case HS_SUCCESS: return true
        case HS_SCAN_TERMINATED: return false
        default: throw .engine("scan", code: Int(code))
        }
    }

    /// Notes a match; gives anything but 0 to end the scan.
    private func record(_ number: Int, _ reportedStart: UInt64, _ end: Int) -> CInt {
        guard entries.indices.contains(number), lastEnds.indices.contains(number) else { return 1 }
        let entry = entries[number]
        let last = lastEnds[number]
        if last == UInt32(clamping: end) || (last != 0 && entry.isSingle) { return 0 }
        var start: Int?
        if entry.length > 0 {
            start = max(0, end - Int(entry.length))
        } else if entry.reportsStart {
            start = Int(clamping: reportedStart)
        }
        if entry.isWholeWord, let start, !(unsafe WordBoundary.isWholeWord(start, end, in: text.span)) { return 0 }
        guard matches.count < PatternLimits.matches else { return 1 }
        lastEnds[number] = UInt32(clamping: end)
        matches.append(PatternMatch(id: entry.id, start: start, end: end))
        return 0
    }
}
