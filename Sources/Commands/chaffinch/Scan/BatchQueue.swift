/// Some messages that are judged one after another by one scanner.
struct Batch: Sendable {
    var number: Int
    var pieces: [InputPiece] = []
    /// How many bytes of the input they are.
    var weight = 0
    /// How many bytes they hold in memory.
    var size = 0
}

/// Hands out batches of a reader's messages, no more than there is room for: a batch takes its room until its results are printed. So a slow
/// reader of our output, or one slow message, holds the input up instead of filling the memory.
actor BatchQueue {
    private var reader: InputReader
    /// Reads in the place of the reader, where that may have to wait.
    private let ahead: ReadAhead?
    private let room: Int
    private var next = 0
    private var isAtEnd = false
    /// The sizes of the batches that are out, by number.
    private var out: [Int: Int] = [:]
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Most messages of a batch.
    private static let batchItems = 32
    /// Most bytes in memory of a batch, but for its last message.
    private static let batchBytes = 128 << 10
    /// Most bytes in memory of all batches that are out, but for the last.
    private static let bytes = 2 << 20

    /// A queue that has at most `room` batches out at a time.
    init(_ reader: InputReader, room: Int) {
        self.reader = reader
        ahead = reader.canPause ? ReadAhead(reader) : nil
        self.room = max(room, 1)
    }

    /// The next batch, as soon as there is room; nothing at the end. Of an input that pauses it is what has come so far.
    func take() async -> Batch? {
        while true {
            while !hasRoom, !isAtEnd { await withCheckedContinuation { waiting.append($0) } }
            guard let pieces = isAtEnd ? nil : pieces() else {
                isAtEnd = true
                wakeAll()
                return nil
            }
            if !pieces.isEmpty { return batch(of: pieces) }
            await ahead?.wait()
        }
    }

    /// The pieces of a batch; none when none have come yet, and nothing at the end.
    private func pieces() -> [InputPiece]? {
        if let ahead { return ahead.take(items: BatchQueue.batchItems, bytes: BatchQueue.batchBytes) }
        var pieces: [InputPiece] = []
        var size = 0
        while pieces.count < BatchQueue.batchItems, size < BatchQueue.batchBytes, let piece = reader.next() {
            size += piece.size
            pieces.append(piece)
        }
        return pieces.isEmpty ? nil : pieces
    }

    private func batch(of pieces: [InputPiece]) -> Batch {
        var batch = Batch(number: next, pieces: pieces)
        for case .item(let item) in pieces {
            batch.weight += item.weight
            batch.size += item.size
        }
        next += 1
        out[batch.number] = batch.size
        return batch
    }

    /// Says that the results of a batch are printed.
    func finish(number: Int) {
        out[number] = nil
        wakeAll()
    }

    private var hasRoom: Bool { out.isEmpty || out.count < room && out.values.reduce(0, +) < BatchQueue.bytes }

    private func wakeAll() {
        let woken = waiting
        waiting = []
        for continuation in woken { continuation.resume() }
    }
}
