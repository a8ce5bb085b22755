/// A part of a file or stream that slides over it, so that a file of any size is read in little memory.
///
/// Whoever reads takes bytes from `start` on, says with `consume` how far it came, and asks with `grow` for more where they do not suffice.
/// What `grow` gives doubles, however little a pipe hands out at a time, so looking again at the same bytes costs no more than the reading.
struct ByteWindow {
    /// The bytes at hand; those before `start` were consumed.
    private(set) var bytes: [UInt8]
    /// Where the bytes begin that were not consumed.
    private(set) var start = 0
    /// Whether the last byte at hand is the last of all.
    private(set) var isAtEnd: Bool

    private let file: OpenFile?
    private let limit: Int

    /// How much is asked for at once, at first.
    private static let piece = 128 << 10

    /// A window that holds all there is.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        file = nil
        limit = bytes.count
        isAtEnd = true
    }

    /// A window on a file that holds at most `limit` bytes.
    init(_ file: OpenFile, limit: Int) {
        bytes = []
        self.file = file
        self.limit = max(limit, 2)
        isAtEnd = false
    }

    /// How many bytes were not consumed.
    var count: Int { bytes.count - start }

    /// Says that the bytes before a place are no longer needed.
    mutating func consume(to end: Int) {
        start = min(max(start, end), bytes.count)
    }

    /// Gets more bytes, as many again as are at hand; `start` may move. Gives false when there are no more, or the window holds as many as it
    /// may: then at least half of it was not consumed.
    mutating func grow() throws(FileBytes.Failure) -> Bool {
        try grow(.patient)
    }

    /// Gets what bytes have come, one at least, without waiting for more; otherwise as `grow`. For those who look at no byte twice.
    mutating func growByWhatCame() throws(FileBytes.Failure) -> Bool {
        try grow(.impatient)
    }

    /// Gets more bytes as `grow`, but fewer once none come for a moment: whoever writes into a pipe may wait for an answer. The moment is long enough for
    /// looking at all bytes at hand again, so that this never becomes most of the work.
    mutating func growUntilPause() throws(FileBytes.Failure) -> Bool {
        try grow(.untilPause)
    }

    /// What is done when fewer bytes have come than were asked for.
    private enum Patience {
        case patient, impatient, untilPause
    }

    private mutating func grow(_ patience: Patience) throws(FileBytes.Failure) -> Bool {
        guard let file, !isAtEnd else { return false }
        if start >= bytes.count / 2 {
            bytes.removeFirst(start)
            start = 0
        }
        let wanted = min(max(ByteWindow.piece, bytes.count), limit - bytes.count)
        guard wanted > 0 else { return false }
        let end = bytes.count + wanted
        bytes.reserveCapacity(end)
        repeat {
            // In small pieces: each is in memory twice for a moment.
            if try file.read(min(end - bytes.count, 8 * ByteWindow.piece), to: &bytes) == 0 { isAtEnd = true }
        } while !isAtEnd && bytes.count < end && waits(file, patience)
        return true
    }

    private func waits(_ file: OpenFile, _ patience: Patience) -> Bool {
        switch patience {
        case .patient: true
        case .impatient: false
        case .untilPause: file.hasMore(within: 5 + Int32(clamping: bytes.count >> 16))
        }
    }

    /// Gets so many bytes, or all there are.
    mutating func fill(to wanted: Int) throws(FileBytes.Failure) {
        while count < wanted, try grow() {}
    }
}
