internal import Dispatch
internal import Synchronization

/// Reads an input that may pause, on a thread of its own, so that nobody else is held up by the wait: what came before is judged and printed meanwhile.
///
/// No more is read than there is room for.
final class ReadAhead: Sendable {
    private struct State {
        var pieces: [InputPiece] = []
        /// How many bytes they hold in memory.
        var size = 0
        var isAtEnd = false
        /// Whether the thread waits for room.
        var isFull = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    /// Wakes the thread when there is room again.
    private let room = DispatchSemaphore(value: 0)

    /// Most pieces that lie ready.
    private static let items = 64
    /// Most bytes in memory of these, but for the last.
    private static let bytes = 256 << 10

    /// Begins to read.
    init(_ reader: InputReader) {
        // A queue of one's own gets a thread beside those that must never wait.
        DispatchQueue(label: "chaffinch.input").async {
            var reader = reader
            while let piece = reader.next() { self.put(piece) }
            self.end()
        }
    }

    /// Takes what lies ready, up to so many pieces and bytes; an empty list when nothing has come yet, nothing at the end.
    func take(items: Int, bytes: Int) -> [InputPiece]? {
        let (taken, wakesThread): ([InputPiece]?, Bool) = state.withLock { state in
            guard !state.pieces.isEmpty else { return (state.isAtEnd ? nil : [], false) }
            var count = 0
            var size = 0
            while count < min(items, state.pieces.count), size < bytes {
                size += state.pieces[count].size
                count += 1
            }
            let taken = Array(state.pieces[..<count])
            state.pieces.removeFirst(count)
            state.size -= size
            defer { state.isFull = false }
            return (taken, state.isFull)
        }
        if wakesThread { room.signal() }
        return taken
    }

    /// Waits until something lies ready or the end has come. What came may be taken by somebody else.
    func wait() async {
        await withCheckedContinuation { continuation in
            let isReady = state.withLock { state in
                guard state.pieces.isEmpty, !state.isAtEnd else { return true }
                state.waiting.append(continuation)
                return false
            }
            if isReady { continuation.resume() }
        }
    }

    private func put(_ piece: InputPiece) {
        while true {
            let (isPut, woken): (Bool, CheckedContinuation<Void, Never>?) = state.withLock { state in
                guard state.pieces.count < ReadAhead.items, state.size < ReadAhead.bytes else {
                    state.isFull = true
                    return (false, nil)
                }
                state.pieces.append(piece)
                state.size += piece.size
                return (true, state.waiting.popLast())
            }
            woken?.resume()
            if isPut { return }
            room.wait()
        }
    }

    private func end() {
        let woken = state.withLock { state in
            state.isAtEnd = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in woken { continuation.resume() }
    }
}
