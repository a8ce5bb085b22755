// Learns for gateways: what people say of messages comes over many connections, and one lesson at a time is learnt, on a thread that does
// nothing else.

internal import Features
public import Learning
public import Messages
internal import Reputation
internal import Storing
internal import Synchronization
internal import Telemetry

/// Learns from messages one after the other, as `chaffinch learn` and `forget` do. What it answers is durable.
///
/// So many lessons wait; what finds no room is turned away at once, and its sender is told to come again.
public final class LessonQueue: Sendable {
    /// What somebody says of a message.
    public enum Word: String, Sendable, Hashable {
        /// It is spam.
        case spam
        /// It is not.
        case ham
        /// What this source said of it before is taken back.
        case nothing
    }

    /// What came of a lesson. All of it is on the disk.
    public enum Outcome: Sendable, Hashable {
        /// It was learnt: the id of the example, and the model that judges from now on.
        case learnt(id: String, model: String)
        /// What was said before counts no more.
        case forgotten(id: String, model: String)
        /// Nothing changed: a source that is believed more has spoken of the message, or there was nothing to take back.
        case unchanged
    }

    /// Why nothing was learnt.
    public enum Refusal: Error, Sendable, Hashable {
        /// Too many lessons wait already, or somebody else is learning.
        case busy
        /// The queue is closed.
        case closed
        /// The source may not teach, or not as much in one day.
        case notAllowed(String)
        /// The model would judge worse.
        case worse(String)
        /// The lesson could not be stored.
        case failed(String)
    }

    /// Gets learning ready for one lesson, which lasts as long as what is done with it: what was learnt elsewhere before is part of it, and nobody
    /// learns elsewhere meanwhile.
    public typealias Opening = @Sendable (_ lesson: (LocalLearning) async throws -> Outcome) async throws -> Outcome

    /// How many lessons wait at most.
    public static let waitingLimit = 64

    private struct Job: Sendable {
        var message: Message
        var word: Word
        var source: String
        var reason: String
        var done: CheckedContinuation<Result<Outcome, Refusal>, Never>
    }

    private struct State {
        var waiting: [Job] = []
        var isRunning = false
        var isClosed = false
    }

    private let setup: FilterSetup
    private let source: String
    private let isPersonal: Bool
    private let waiting: Int
    private let open: Opening
    private let threads = ScanningThreads(limit: 1)
    private let state = Mutex(State())

    /// A queue of lessons.
    /// - Parameters:
    ///   - setup: how messages are looked at.
    ///   - source: who teaches where nothing else is said, as `learning.sources` may know it.
    ///   - isPersonal: whether what is taught of a message to one recipient holds for that recipient alone.
    ///   - waiting: how many lessons wait at most.
    ///   - open: gets learning ready.
    public init(
        _ setup: FilterSetup, source: String, isPersonal: Bool, waiting: Int = LessonQueue.waitingLimit, opening open: @escaping Opening
    ) {
        self.setup = setup
        self.source = source
        self.isPersonal = isPersonal
        self.waiting = waiting
        self.open = open
    }

    deinit {
        threads.close()
    }

    /// Learns what somebody says of a message, for a reason that is kept beside it.
    public func learn(_ word: Word, of message: Message, because reason: String) async throws(Refusal) -> Outcome {
        try await learn(word, of: message, because: reason, from: source)
    }

    /// The same, of a source of its own.
    public func learn(_ word: Word, of message: Message, because reason: String, from source: String) async throws(Refusal) -> Outcome {
        let result = await withCheckedContinuation { done in
            place(Job(message: message, word: word, source: source, reason: reason, done: done))
        }
        return try result.get()
    }

    /// Takes no more lessons; those that were taken are still learnt.
    public func close() {
        state.withLock { $0.isClosed = true }
    }

    private func place(_ job: Job) {
        let (refusal, isFirst): (Refusal?, Bool) = state.withLock { state in
            if state.isClosed { return (.closed, false) }
            guard state.waiting.count < waiting else { return (.busy, false) }
            state.waiting.append(job)
            defer { state.isRunning = true }
            return (nil, !state.isRunning)
        }
        if let refusal { job.done.resume(returning: .failure(refusal)) }
        if isFirst { Task(executorPreference: threads) { await self.run() } }
    }

    /// Learns what waits, until nothing does.
    private func run() async {
        let scanner = Scanner(setup)
        while let job = next() {
            do throws(Refusal) {
                let outcome = try await learn(job, by: scanner)
                job.done.resume(returning: .success(outcome))
            } catch {
                job.done.resume(returning: .failure(error))
            }
        }
    }

    private func next() -> Job? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isRunning = false
                return nil
            }
            return state.waiting.removeFirst()
        }
    }

    private func learn(_ job: Job, by scanner: Scanner) async throws(Refusal) -> Outcome {
        do {
            return try await open { learning in try await self.learn(job, in: learning, by: scanner) }
        } catch let refusal as Refusal {
            throw refusal
        } catch let error as StoreError {
            throw error.code == .busy ? .busy : .failed("\(error)")
        } catch {
            throw .failed("\(error)")
        }
    }

    private func learn(_ job: Job, in learning: LocalLearning, by scanner: Scanner) async throws -> Outcome {
        let key = isPersonal ? try await learning.recipientKey(orNew: .random()) : nil
        let recipient = key?.mark(of: job.message.envelope) ?? 0
        let id = TrainingExample.fingerprint(of: job.message.bytes.span, for: recipient)
        if job.word == .nothing {
            let outcome = try await forget(id, of: job.source, in: learning)
            // Also where the model has nothing left to take back: it may have forgotten before, when what is said of senders could not be written.
            if setup.senders?.history != nil {
                _ = await scanner.learnable(job.message)
                try await remember(job, id, scanner.takeSenderKeys(), trust: learning.trust(in: job.source), isPersonal: recipient != 0)
            }
            return outcome
        }
        var seen = await scanner.learnable(job.message)
        seen.features.recipient = recipient
        let example = TrainingExample(
            fingerprint: id, isSpam: job.word == .spam, source: job.source, reason: job.reason, time: setup.time.now(),
            features: seen.features, contentKey: ContentKey.of(scanner.reading), findings: seen.findings, wording: seen.wording,
            channel: seen.channel)
        let lesson = try await learning.learn([example], at: setup.time.now(), hashedBy: key)
        if let refusal = lesson.refusal { throw Refusal.notAllowed(words(refusal)) }
        guard let model = lesson.version else { return .unchanged }
        guard lesson.isUsed else { throw Refusal.worse(model) }
        try await remember(job, id, scanner.takeSenderKeys(), trust: learning.trust(in: job.source), isPersonal: recipient != 0)
        return .learnt(id: id, model: model)
    }

    /// Lets the history of senders know what was learnt.
    private func remember(_ job: Job, _ id: String, _ keys: SenderKeys?, trust: Float, isPersonal: Bool) async throws(StoreError) {
        guard let keys, let senders = setup.senders, let history = senders.history else { return }
        let lesson = SenderLessons.Lesson(
            id: id, source: job.source, isSpam: job.word == .nothing ? nil : job.word == .spam, trust: trust, isPersonal: isPersonal,
            time: setup.time.now(), keys: keys)
        if let lessons = senders.lessons { return try await lessons.add([lesson]) }
        history.teach(
            keys, isSpam: lesson.isSpam, lesson: lesson.name, trust: trust, isPersonal: isPersonal, at: lesson.time)
    }

    /// Takes back what a source said; what others said is not for it to take back.
    private func forget(_ id: String, of source: String, in learning: LocalLearning) async throws -> Outcome {
        guard try await learning.fingerprints(of: source).contains(id), let lesson = try await learning.forget([id], at: setup.time.now()),
            let model = lesson.version
        else { return .unchanged }
        return .forgotten(id: id, model: model)
    }

    private func words(_ refusal: Lesson.Refusal) -> String {
        switch refusal {
        case .tooMany(let source, let most, _): "\(source) may teach \(most) messages a day, and did"
        case .unknownSource(let source): "\(source) may not teach; learning.sources can name it"
        case .tooManyRecipients(let most): "no more than \(most) recipients may teach for themselves"
        }
    }
}
