// The port: what the house asks of a pattern matcher, whatever engine is behind it.

/// Looks for all patterns of a set in one pass over a text.
///
/// A matcher is immutable and shared by all threads. The text is not trusted; the patterns are ours.
public protocol PatternMatcher: Sendable {
    /// The ids of the patterns of the set that this matcher cannot look for: a gap in coverage, to be recorded as one.
    var unsupported: [UInt32] { get }

    /// Looks through `text` and replaces `matches` by what was found, in the order of ends, then of ids.
    ///
    /// A pattern with `singleMatch` is reported once; of any other every end is, once. In the steady state nothing is
    /// allocated: keep `scratch` and `matches` and hand them in again. Gives false when the limit of matches stopped the scan
    /// before the end of the text. Throws only when the engine fails or the text is too long for it.
    @discardableResult
    func scan(_ text: Span<UInt8>, scratch: inout PatternScratch, matches: inout [PatternMatch]) throws(PatternError) -> Bool
}

/// Where a pattern was found.
public struct PatternMatch: Sendable, Hashable, Comparable {
    /// The pattern's id.
    public var id: UInt32
    private var first: UInt32
    private var last: UInt32

    /// A match that ends before the byte at `end`; `start` is nothing where the engine does not know it.
    @inlinable
    public init(id: UInt32, start: Int?, end: Int) {
        self.init(id: id, first: start.map { UInt32(clamping: $0) } ?? .max, last: UInt32(clamping: end))
    }

    @usableFromInline
    init(id: UInt32, first: UInt32, last: UInt32) {
        self.id = id
        self.first = first
        self.last = last
    }

    /// The offset of the first byte, where it is known.
    public var start: Int? { first == .max ? nil : Int(first) }

    /// The offset one past the last byte.
    public var end: Int { Int(last) }

    /// By where they end, then by id.
    public static func < (left: PatternMatch, right: PatternMatch) -> Bool {
        left.last != right.last ? left.last < right.last : left.id < right.id
    }
}

/// What a scan needs for itself, kept between scans so that they allocate nothing. One for each thread or task; not shared.
///
/// Any scratch fits any matcher: a matcher that finds another's leftovers makes its own anew.
public struct PatternScratch {
    /// Where each pattern of the set was last reported to end, in the set's order; 0 for not yet.
    public var lastEnds: [UInt32]
    /// What the engine keeps for itself.
    public var engine: AnyObject?

    /// An empty scratch.
    public init() {
        self.lastEnds = []
        self.engine = nil
    }

    /// Forgets the last scan and makes room for a set of so many patterns.
    public mutating func reset(patterns count: Int) {
        if lastEnds.count == count {
            for index in lastEnds.indices { lastEnds[index] = 0 }
        } else {
            lastEnds = [UInt32](repeating: 0, count: count)
        }
    }
}

extension [PatternMatch] {
    /// Sorts matches that are nearly in order already, without allocating: engines report by ends, in any order at one end.
    ///
    /// Falls back to the standard sort where they turn out not to be, so that it never takes quadratic time.
    public mutating func sortNearlySorted() {
        var moves = 0
        for index in indices.dropFirst() {
            var place = index
            while place > 0, self[place] < self[place - 1] {
                swapAt(place, place - 1)
                place -= 1
                moves += 1
            }
            if moves > 8 * count + 64 {
                sort()
                return
            }
        }
    }
}
