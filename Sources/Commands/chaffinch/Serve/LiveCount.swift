internal import Filter
internal import MailGateway
internal import Messages
internal import Observatory
internal import Synchronization
internal import Telemetry

/// What live messages were counted since they were last handed on: dimensions and sizes, no content, no address.
final class LiveCount: Sendable {
    private let counter = Mutex(ObservationCounter())
    private let key = Mutex<SenderKey?>(nil)
    private let decisions = Mutex(DecisionCounter())

    /// Counts a message and what came of it.
    func add(_ observation: Observation) {
        counter.withLock { $0.add(observation) }
    }

    /// Lets senders be told apart by their hashes under a key, from now on.
    func tellSendersApart(by key: SenderKey) { self.key.withLock { $0 = key } }

    /// The hash of an address, once there is a key.
    func hash(of address: IPAddress) -> UInt64? {
        let key = key.withLock { $0 }
        return key?.hash(of: address.description.utf8)
    }

    /// Counts what was decided on a message.
    func add(_ judged: JudgedMail, at moment: Timestamp, channel: Channel, direction: Direction, size: Int) {
        // What it is counted under is spelt before anybody has to wait.
        var one = DecisionCounter()
        one.add(judged, at: moment, channel: channel, direction: direction, size: size)
        let counted = one
        decisions.withLock { $0.merge(counted) }
    }

    /// What was counted of decisions since the last call.
    func takeDecisions() -> DecisionCounter {
        decisions.withLock { decisions in
            defer { decisions = DecisionCounter() }
            return decisions
        }
    }

    /// What was counted since the last call.
    func take() -> ObservationCounter {
        counter.withLock { counter in
            defer { counter = ObservationCounter() }
            return counter
        }
    }
}

/// A judge whose verdicts are counted.
struct CountedJudge: MailJudging {
    let judge: any MailJudging
    let count: LiveCount

    func judged(_ message: Message) async throws(ScanningPool.Refusal) -> JudgedMail {
        let (channel, cell, direction, size) = (message.channel, message.cell, message.direction, message.bytes.count)
        let trust = message.hops.first?.trust ?? .claimed
        let arrival = message.arrival
        let network = ObservedSource(handingOver: message)
        let sender = message.hops.first?.address.flatMap { count.hash(of: $0) }
        let isSeen = channel == .email && direction == .terminating && trust == .seen
        let judged = try await judge.judged(message)
        let client: Observation.Client = !isSeen ? .unknown : judged.verdict.hasZombieSigns ? .zombie : .plain
        count.add(
            Observation(
                at: arrival, channel: channel, cell: cell, direction: direction, threatClass: judged.verdict.threatClass,
                disposition: judged.decision.disposition, size: size, language: judged.verdict.language, trust: trust, client: client,
                layer: judged.verdict.layer(behind: judged.decision.disposition), source: network,
                delay: Int(judged.verdict.elapsed / .milliseconds(1)), sender: network == nil ? nil : sender))
        count.add(judged, at: arrival, channel: channel, direction: direction, size: size)
        return judged
    }
}

/// Hands what is counted to the observatory once a second, and what is left when the service ends.
struct CountingWork: Sendable {
    let count: LiveCount
    let recorder: ObservationRecorder
    let study: StudyStore
    let decisions: DecisionRecorder
    let time: any TimeSource
    let log: Log

    private static let pause = Duration.seconds(1)
    /// How often small pieces are merged and days that are over rolled up.
    private static let keepingPause = Duration.seconds(60)

    /// Work for these settings; nothing where they want nothing counted.
    init?(_ prepared: Preparation, count: LiveCount, log: Log) throws {
        guard let study = try prepared.study(), let recorder = try prepared.recorder(), let decisions = try prepared.decisionRecorder()
        else { return nil }
        self.count = count
        self.study = study
        self.recorder = recorder
        self.decisions = decisions
        time = prepared.time
        self.log = log
    }

    /// Hands on until the task is cancelled.
    func run() async {
        var trouble: String?
        var nextKeeping = time.monotonic()
        if let key = try? await study.senderKey() { count.tellSendersApart(by: key) }
        while !Task.isCancelled {
            await time.wait(until: time.monotonic() + CountingWork.pause)
            var problem = await hand()
            if problem == nil, time.monotonic() >= nextKeeping {
                problem = await keep()
                nextKeeping = time.monotonic() + CountingWork.keepingPause
            }
            // Said once, and once more when it is over: what was counted waits for the next second.
            if let problem, problem != trouble { log.log(.warning, "not-counted", [("reason", .text(problem))]) }
            if problem == nil, trouble != nil { log.log(.info, "counted-again") }
            trouble = problem
        }
    }

    /// Keeps what was counted in bounds and ready for questions; gives what was wrong, where that could not be.
    private func keep() async -> String? {
        do {
            try await study.tidy(at: time.now())
            try await study.rollUp(at: time.now())
            return nil
        } catch {
            return "\(error)"
        }
    }

    /// Writes what was counted; gives what was wrong, where it could not be written.
    func hand() async -> String? {
        await recorder.record(count.take())
        await decisions.record(count.takeDecisions())
        do {
            try await recorder.flush()
            try await decisions.flush()
            return nil
        } catch {
            return "\(error)"
        }
    }
}
