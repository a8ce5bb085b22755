// Judges for gateways: messages come from many connections, and a bounded number is judged at a time by threads that do nothing else.

public import Messages
internal import Synchronization
internal import Telemetry

/// Judges messages for many callers at once, on threads of its own, so that no event loop and no other task waits for a judgement.
///
/// So many messages are judged side by side as there are lanes, each message with a scanner to itself; most of a lane's time goes into waiting for
/// names. What finds no lane waits in a queue, and what finds the queue full is turned away at once: its sender is told to come again, and
/// nobody waits for ever.
public final class ScanningPool: Sendable {
    /// How much is done at a time.
    public struct Limits: Sendable, Hashable {
        /// Threads that judge; the number of cores is enough.
        public var threads: Int
        /// Messages judged side by side.
        public var lanes: Int
        /// Messages that wait for a lane.
        public var waiting: Int

        /// Limits; eight lanes a thread and sixteen that wait for each lane unless said.
        public init(threads: Int, lanes: Int? = nil, waiting: Int? = nil) {
            self.threads = max(1, threads)
            self.lanes = max(1, lanes ?? 8 * self.threads)
            self.waiting = max(0, waiting ?? 16 * self.lanes)
        }
    }

    /// Why a message was not judged.
    public enum Refusal: Error, Sendable, Hashable {
        /// Too many wait already.
        case busy
        /// The pool is closed.
        case closed
    }

    private struct Job: Sendable {
        var message: Message
        var done: CheckedContinuation<Result<JudgedMail, Refusal>, Never>
    }

    /// What one message at a time is judged with.
    ///
    /// Sent between lanes unchecked, since a scanner is not for two at once: it is either in `State.free`, under the lock, or with the one lane that took
    /// it out, which puts it back when its message is judged and does not look at it again.
    private struct Bench: @unchecked Sendable {
        let scanner: Scanner
        let policy: PolicyProfile
        /// Which of the setups that were taken up it is made of.
        let generation: Int

        init(_ setup: FilterSetup, generation: Int) {
            scanner = Scanner(setup)
            policy = setup.policy
            self.generation = generation
        }
    }

    private struct State {
        var setup: FilterSetup
        /// How many setups were taken up before this one.
        var generation = 0
        var waiting: [Job] = []
        /// What nobody judges with at the moment; the last was used last.
        var free: [Bench] = []
        /// Lanes with nothing to do, which wait for a job.
        var idle: [CheckedContinuation<Job?, Never>] = []
        var lanes = 0
        /// Messages that were taken and have no answer yet.
        var unanswered = 0
        var isClosed = false
    }

    private enum Place {
        case refused(Refusal)
        case queued
        case lane(CheckedContinuation<Job?, Never>)
        case newLane
    }

    private let service: String
    private let limits: Limits
    private let threads: ScanningThreads
    private let state: Mutex<State>

    /// A pool of judges of this setup, whose results of authentication are given under a name (RFC 8601 section 2.5).
    public init(_ setup: FilterSetup, service: String, limits: Limits) {
        state = Mutex(State(setup: setup))
        self.service = service
        self.limits = limits
        threads = ScanningThreads(limit: limits.threads)
    }

    deinit {
        threads.close()
    }

    /// Judges a message.
    public func judged(_ message: Message) async throws(Refusal) -> JudgedMail {
        let result = await withCheckedContinuation { done in
            place(Job(message: message, done: done))
        }
        return try result.get()
    }

    /// Judges by another setup from now on; messages that are being judged go on by the one they began with.
    public func takeUp(_ setup: FilterSetup) {
        // What was made of the setup before is let go of behind the lock.
        _ = state.withLock { state in
            state.setup = setup
            state.generation += 1
            defer { state.free = [] }
            return state.free
        }
    }

    /// Takes no more messages; those that were taken are still judged.
    public func close() {
        let idle = state.withLock { state in
            state.isClosed = true
            defer { state.idle = [] }
            return state.idle
        }
        for lane in idle { lane.resume(returning: nil) }
    }

    /// How many messages are being judged or wait.
    public var load: Int { state.withLock { $0.unanswered } }

    private func place(_ job: Job) {
        let place: Place = state.withLock { state in
            if state.isClosed { return .refused(.closed) }
            guard !state.idle.isEmpty || state.lanes < limits.lanes || state.waiting.count < limits.waiting else { return .refused(.busy) }
            state.unanswered += 1
            if let lane = state.idle.popLast() { return .lane(lane) }
            if state.lanes < limits.lanes {
                state.lanes += 1
                return .newLane
            }
            state.waiting.append(job)
            return .queued
        }
        switch place {
        case .refused(let refusal): job.done.resume(returning: .failure(refusal))
        case .queued: break
        case .lane(let lane): lane.resume(returning: job)
        case .newLane: Task(executorPreference: threads) { await self.run(job) }
        }
    }

    /// One lane: judges its first message and then whatever comes, until the pool is closed.
    private func run(_ first: Job) async {
        var job: Job? = first
        while let now = job {
            let bench = taken()
            let judged = await judged(now.message, on: bench)
            giveBack(bench)
            now.done.resume(returning: .success(judged))
            job = await next()
        }
    }

    /// Something to judge with: what was used last, whose tables the processor still has at hand. There are no more of them than messages that were
    /// ever judged side by side.
    private func taken() -> Bench {
        let (bench, setup, generation) = state.withLock { ($0.free.popLast(), $0.setup, $0.generation) }
        return bench ?? Bench(setup, generation: generation)
    }

    private func giveBack(_ bench: Bench) {
        state.withLock { state in
            state.unanswered -= 1
            if bench.generation == state.generation { state.free.append(bench) }
        }
    }

    private func judged(_ message: Message, on bench: Bench) async -> JudgedMail {
        let verdict = await bench.scanner.verdict(on: message)
        let (decision, each) = bench.policy.decisions(
            on: verdict, channel: message.channel, direction: message.direction, for: message.envelope.recipients)
        return JudgedMail(verdict, decision, each, bench.scanner.authentication, by: service)
    }

    private func next() async -> Job? {
        await withCheckedContinuation { (lane: CheckedContinuation<Job?, Never>) in
            let (hasJob, job): (Bool, Job?) = state.withLock { state in
                if !state.waiting.isEmpty { return (true, state.waiting.removeFirst()) }
                guard !state.isClosed else {
                    state.lanes -= 1
                    return (true, nil)
                }
                state.idle.append(lane)
                return (false, nil)
            }
            if hasJob { lane.resume(returning: job) }
        }
    }
}
