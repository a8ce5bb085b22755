internal import Observatory

/// Reads one part of a file.
struct PartReading {
    /// How far the file was read.
    private(set) var offset: Int
    /// Whether the part is read.
    private(set) var isOver = false
    /// Whether the file ends with it.
    private(set) var isAtEnd = false
    /// The last bytes before `offset`.
    private(set) var tail: [UInt8]
    private let end: Int?
    private let isFinal: Bool
    /// The part ends with the first line that ends here or behind.
    private var boundary: Int

    /// A part from `start` on: to `end` exactly, or to the first line's end behind so many bytes.
    init(start: Int, tail: [UInt8], end: Int?, partBytes: Int, isFinal: Bool) {
        offset = start
        self.tail = tail
        self.end = end
        self.isFinal = isFinal
        boundary = start + partBytes
    }

    /// Reads some more of the file. `buffer` holds what comes from `offset` on.
    mutating func step(
        _ source: inout any ByteSource, _ buffer: inout [UInt8], _ stream: inout any TrafficStream, _ observations: inout [Observation]
    ) throws(ImportError) {
        let isFileEnd = try fill(&buffer, from: &source)
        let limit = limit(of: buffer)
        let isAll = limit == buffer.count && isFileEnd
        let isLast = end.map { offset + limit >= $0 } ?? (isAll && (isFinal || stream.endsWithoutLineEnd))
        let used = try stream.read(buffer.span.extracting(0..<limit), isLast: isLast, into: &observations)
        if used > 0 {
            let read = buffer[max(0, used - ImportLimits.tailBytes)..<used]
            tail = Array((tail + read).suffix(ImportLimits.tailBytes))
        }
        buffer.removeFirst(used)
        offset += used
        if let end {
            isOver = offset >= end || isFileEnd && used == 0
            return
        }
        // A row that goes on behind the boundary takes another line with it.
        if used == 0, limit < used + buffer.count { boundary = offset + limit + 1 }
        isAtEnd = isAll && offset < boundary
        isOver = isAtEnd || offset >= boundary
    }

    /// Fills the buffer; whether the file ends with it.
    private func fill(_ buffer: inout [UInt8], from source: inout any ByteSource) throws(ImportError) -> Bool {
        let wanted = buffer.count + ImportLimits.chunkBytes
        while buffer.count < wanted {
            if try source.read(wanted - buffer.count, to: &buffer) == 0 { return true }
        }
        return false
    }

    /// How much of the buffer belongs to the part.
    private func limit(of buffer: [UInt8]) -> Int {
        if let end { return min(buffer.count, max(0, end - offset)) }
        let from = max(0, boundary - offset - 1)
        guard from < buffer.count else { return buffer.count }
        return buffer[from...].firstIndex(of: 0x0A).map { $0 + 1 } ?? buffer.count
    }
}
