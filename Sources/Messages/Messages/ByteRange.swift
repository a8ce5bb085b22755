/// A half-open range of byte offsets into a message's one shared buffer.
///
/// Eight bytes instead of sixteen: a message is an index of many ranges, and no format accepts more than 4 GiB.
public struct ByteRange: Sendable, Hashable {
    /// The offset of the first byte.
    public var start: UInt32
    /// The offset one past the last byte.
    public var end: UInt32

    /// A range from `start` up to, not including, `end`; an end before the start is taken as empty.
    @inlinable
    public init(_ start: Int, _ end: Int) {
        self.start = UInt32(clamping: start)
        self.end = UInt32(clamping: max(start, end))
    }

    /// The range over the same offsets.
    @inlinable
    public init(_ range: Range<Int>) {
        self.init(range.lowerBound, range.upperBound)
    }

    /// No bytes, at offset 0.
    public static let empty = ByteRange(0, 0)

    /// How many bytes the range covers.
    @inlinable public var count: Int { Int(end) - Int(start) }

    /// Whether the range covers no bytes.
    @inlinable public var isEmpty: Bool { start == end }

    /// The same offsets as a standard range, to slice with.
    @inlinable public var range: Range<Int> { Int(start)..<Int(end) }
}
