internal import Dispatch
internal import Synchronization
internal import Telemetry

/// A fixed number of threads that run tasks, the first come first.
final class ScanningThreads: TaskExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        /// How many jobs at the front were taken already.
        var taken = 0
        var threads = 0
        var isClosed = false
    }

    private let state = Mutex(State())
    private let work = DispatchSemaphore(value: 0)
    private let limit: Int

    /// At most so many threads, each made when there is work for it.
    init(limit: Int) {
        self.limit = max(1, limit)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let needsThread = state.withLock { state in
            state.jobs.append(job)
            guard state.threads < limit else { return false }
            state.threads += 1
            return true
        }
        work.signal()
        guard needsThread, !OwnThread.start({ self.run() }) else { return }
        let isAlone = state.withLock { state in
            state.threads -= 1
            return state.threads == 0
        }
        // The system has not even one thread to give: its shared pool does the work.
        if isAlone { DispatchQueue.global().async { self.runAll() } }
    }

    /// Lets the threads end once nothing is left to do. No task may prefer them any more.
    func close() {
        let threads = state.withLock { state in
            state.isClosed = true
            return state.threads
        }
        for _ in 0..<threads { work.signal() }
    }

    /// Runs what waits. Threads that wake for it later find nothing, and go back to sleep.
    private func runAll() {
        while let job = next() { unsafe job.runSynchronously(on: asUnownedTaskExecutor()) }
    }

    private func run() {
        while true {
            work.wait()
            guard let job = next() else {
                if state.withLock({ $0.isClosed }) { return }
                continue
            }
            unsafe job.runSynchronously(on: asUnownedTaskExecutor())
        }
    }

    /// The job that has waited longest; nothing where the threads are to end.
    private func next() -> UnownedJob? {
        state.withLock { state in
            guard state.taken < state.jobs.count else { return nil }
            defer {
                state.taken += 1
                if state.taken > 64, state.taken > state.jobs.count / 2 {
                    state.jobs.removeFirst(state.taken)
                    state.taken = 0
                }
            }
            return state.jobs[state.taken]
        }
    }
}
