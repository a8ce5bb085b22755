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
        self.room = max(room, 1)
    }

    /// The next batch, as soon as there is room; nothing at the end.
    func take() async -> Batch? {
        while !hasRoom, !isAtEnd { await withCheckedContinuation { waiting.append($0) } }
        var batch = Batch(number: next)
        while batch.pieces.count < BatchQueue.batchItems, batch.size < BatchQueue.batchBytes, let piece = reader.next() {
            batch.pieces.append(piece)
            guard case .item(let item) = piece else { continue }
            batch.weight += item.weight
            batch.size += item.size
        }
        guard !batch.pieces.isEmpty else {
            isAtEnd = true
            wakeAll()
            return nil
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
