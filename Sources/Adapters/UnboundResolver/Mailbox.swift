import Dispatch
import Glibc
import Resolving
import Synchronization

/// Where questions are left for the thread that asks them, and a pipe that wakes it.
final class Mailbox: Sendable {
    /// A question that somebody waits for.
    struct Request: Sendable {
        let number: UInt64
        let question: Question
        let deadline: Duration
        let waiter: Waiter
    }

    /// What has come since it was emptied last.
    struct Mail: Sendable {
        var requests: [Request] = []
        var cancelled: [UInt64] = []
        var isClosed = false
    }

    private struct State {
        var mail = Mail()
        var lastNumber: UInt64 = 0
        var isRinging = false
        var hasEnded = false
        var ends: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let limit: Int
    private let hasEnded = DispatchSemaphore(value: 0)
    private let writeEnd: CInt
    /// What can be read from when there is mail.
    let descriptor: CInt

    /// A mailbox for so many questions at a time.
    init(limit: Int) throws(UnboundError) {
        var ends: [CInt] = [-1, -1]
        // The array has room for the two numbers that the call writes.
        guard unsafe pipe(&ends) == 0 else { throw UnboundError("the system has no pipe left") }
        self.limit = limit
        descriptor = ends[0]
        writeEnd = ends[1]
        for end in ends {
            guard fcntl(end, F_SETFD, FD_CLOEXEC) == 0, fcntl(end, F_SETFL, O_NONBLOCK) == 0 else {
                throw UnboundError("the system's pipes cannot be set up")
            }
        }
    }

    deinit {
        _ = Glibc.close(descriptor)
        _ = Glibc.close(writeEnd)
    }

    /// Leaves a question and gives its number; nothing where the box is full or closed.
    func post(_ question: Question, deadline: Duration, _ waiter: Waiter) -> UInt64? {
        state.withLock { state in
            guard !state.mail.isClosed, state.mail.requests.count < limit else { return nil }
            state.lastNumber += 1
            state.mail.requests.append(Request(number: state.lastNumber, question: question, deadline: deadline, waiter: waiter))
            ring(&state)
            return state.lastNumber
        }
    }

    /// Says that nobody waits for an answer any more.
    func cancel(_ number: UInt64) {
        state.withLock { state in
            guard !state.mail.isClosed else { return }
            state.mail.cancelled.append(number)
            ring(&state)
        }
    }

    /// Takes no more questions, and has the thread end.
    func close() {
        state.withLock { state in
            state.mail.isClosed = true
            ring(&state)
        }
    }

    /// One byte in the pipe is enough until the box is emptied.
    private func ring(_ state: inout State) {
        guard !state.isRinging else { return }
        state.isRinging = true
        var byte: UInt8 = 1
        // The byte lives through the call. The pipe is empty, so there is room.
        _ = unsafe write(writeEnd, &byte, 1)
    }

    // MARK: For the thread

    /// What has come.
    func take() -> Mail {
        var bytes: (UInt64, UInt64) = (0, 0)
        // The tuple has room for sixteen bytes, and more than a few never wait.
        _ = unsafe read(descriptor, &bytes, 16)
        return state.withLock { state in
            let mail = state.mail
            state.mail = Mail(isClosed: mail.isClosed)
            state.isRinging = false
            return mail
        }
    }

    /// Says that the thread has ended.
    func finish() {
        let ends = state.withLock { state in
            state.hasEnded = true
            defer { state.ends = [] }
            return state.ends
        }
        for end in ends { end.resume() }
        hasEnded.signal()
    }

    /// Waits until the thread has ended, holding the caller's; for once.
    func waitForEnd() {
        hasEnded.wait()
    }

    /// Waits until the thread has ended.
    func end() async {
        await withCheckedContinuation { continuation in
            let hasEnded = state.withLock { state in
                if !state.hasEnded { state.ends.append(continuation) }
                return state.hasEnded
            }
            if hasEnded { continuation.resume() }
        }
    }
}
