// Threads for calls into libraries that cannot be interrupted and may not come back. Swift's own pool has a thread a core, and a call
// that hangs on one takes it away from every verdict; these are other threads, and few.

internal import Synchronization
internal import Telemetry

/// A bounded number of threads, made when there is work and gone when there is none.
///
/// A job that hangs keeps its thread for good. Such a thread is lost, and another may be made for it; when too many are lost, jobs are
/// refused at once, so that what is then not looked into costs a gap in the verdict's coverage and no waiting.
final class InspectionThreads: Sendable {
    /// How many jobs wait for a thread at most; they hold the bytes of their attachments.
    static let waitingLimit = 256
    /// How many threads may be lost to jobs that nobody waits for any more.
    static let lostLimit = 8

    /// Something to be done, and until when somebody waits for it.
    private struct Job: Sendable {
        var deadline: Deadline
        var work: @Sendable () -> Void
    }

    private struct State {
        var waiting: [Job] = []
        /// The deadlines of the jobs at work, by the number of their thread.
        var running: [Int: Deadline] = [:]
        var made = 0
    }

    private enum Place {
        case refused
        case waiting
        case thread(Int)
    }

    /// Tells when a deadline passes for those who wait for jobs.
    let alarms = AlarmClock()
    private let limit: Int
    private let state = Mutex(State())

    /// At most so many threads.
    init(limit: Int) {
        self.limit = max(1, limit)
    }

    /// Has work done on a thread, now or when one is free; what still waits at its deadline is dropped. Gives false when it will not be done.
    func start(before deadline: Deadline, _ work: @escaping @Sendable () -> Void) -> Bool {
        let job = Job(deadline: deadline, work: work)
        switch place(for: job) {
        case .refused: return false
        case .waiting: return true
        case .thread(let number):
            if OwnThread.start({ self.work(on: job, as: number) }) { return true }
            state.withLock { $0.running[number] = nil }
            return false
        }
    }

    private func place(for job: Job) -> Place {
        state.withLock { state in
            state.waiting.removeAll { $0.deadline.hasPassed }
            let lost = state.running.values.count { $0.hasPassed }
            let atWork = state.running.count - lost
            if atWork < limit, lost < InspectionThreads.lostLimit {
                state.made += 1
                state.running[state.made] = job.deadline
                return .thread(state.made)
            }
            if atWork == 0 || state.waiting.count >= InspectionThreads.waitingLimit { return .refused }
            state.waiting.append(job)
            return .waiting
        }
    }

    /// Does a job, then those that wait, until none does.
    private func work(on job: Job, as number: Int) {
        var job = job
        while true {
            job.work()
            guard let next = nextJob(for: number) else { return }
            job = next
        }
    }

    private func nextJob(for number: Int) -> Job? {
        state.withLock { state in
            state.waiting.removeAll { $0.deadline.hasPassed }
            guard !state.waiting.isEmpty else {
                state.running[number] = nil
                return nil
            }
            let job = state.waiting.removeFirst()
            state.running[number] = job.deadline
            return job
        }
    }
}
