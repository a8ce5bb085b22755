internal import Filter
internal import Messages
internal import Synchronization

/// Judges many items side by side and hands the results over in the order of the items.
struct ParallelScan: Sendable {
    let setup: FilterSetup
    let making: MessageMaking
    /// How many scanners work side by side.
    let workers: Int

    /// What became of an item: a judged message, or why it could not be read.
    enum Outcome: Sendable {
        case judged(JudgedMessage)
        case failed(String)
    }

    private static let batchSize = 32

    /// Judges the items; `handle` is called for each, in order, on the caller's task.
    func run(_ items: [InputItem], handle: (Outcome) -> Void) async {
        let batches = stride(from: 0, to: items.count, by: ParallelScan.batchSize).map {
            $0..<min($0 + ParallelScan.batchSize, items.count)
        }
        guard !batches.isEmpty else { return }
        let next = BatchNumber()
        let (stream, continuation) = AsyncStream.makeStream(of: (number: Int, outcomes: [Outcome]).self)
        for _ in 0..<max(1, min(workers, batches.count)) {
            Task.detached {
                let scanner = Scanner(setup)
                while let number = next.take(below: batches.count) {
                    var outcomes: [Outcome] = []
                    for item in items[batches[number]] { outcomes += await self.outcomes(of: item, by: scanner) }
                    continuation.yield((number, outcomes))
                }
            }
        }
        var waiting: [Int: [Outcome]] = [:]
        var due = 0
        for await batch in stream {
            waiting[batch.number] = batch.outcomes
            while let ready = waiting.removeValue(forKey: due) {
                for outcome in ready { handle(outcome) }
                due += 1
            }
            if due == batches.count { return }
        }
    }

    private func outcomes(of item: InputItem, by scanner: Scanner) async -> [Outcome] {
        let messages: [(path: String, message: Message)]
        do {
            messages = try making.messages(of: item)
        } catch {
            return [.failed(error.description)]
        }
        var outcomes: [Outcome] = []
        for (path, message) in messages {
            let verdict = await scanner.verdict(on: message)
            let decision = setup.policy.decision(
                probability: verdict.probability, channel: message.channel, direction: message.direction)
            outcomes.append(
                .judged(
                    JudgedMessage(
                        path: path, message: message, summary: Summary.of(scanner.reading), verdict: verdict, decision: decision,
                        isSpam: item.isSpam)))
        }
        return outcomes
    }
}

/// Hands out the numbers of batches, each once.
private final class BatchNumber: Sendable {
    private let next = Atomic<Int>(0)

    func take(below count: Int) -> Int? {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        return number < count ? number : nil
    }
}
