internal import Filter
internal import Messages
internal import Telemetry

/// Judges many messages side by side and hands the results over in the order of the input.
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

    /// What became of some items, and how many bytes of the input they were.
    private struct Result: Sendable {
        var number: Int
        var outcomes: [Outcome]
        var weight: Int
    }

    /// Judges what a reader gives; `handle` is called in order, on the caller's task. The reader is asked for more only when there is room.
    func run(_ reader: InputReader, handle: ([Outcome], _ weight: Int) -> Void) async {
        let queue = BatchQueue(reader, room: 2 * workers + 2)
        // What comes through a pipe may come days after the scan began.
        let clock = reader.canPause ? setup.time : nil
        let (stream, continuation) = AsyncStream.makeStream(of: Result.self)
        Task.detached {
            await withDiscardingTaskGroup { group in
                for _ in 0..<max(1, workers) {
                    group.addTask {
                        let scanner = Scanner(setup)
                        while let batch = await queue.take() {
                            var making = making
                            if let clock { making.now = clock.now() }
                            continuation.yield(await result(of: batch, made: making, by: scanner))
                        }
                    }
                }
            }
            continuation.finish()
        }
        var waiting: [Int: Result] = [:]
        var due = 0
        for await result in stream {
            waiting[result.number] = result
            while let ready = waiting.removeValue(forKey: due) {
                handle(ready.outcomes, ready.weight)
                await queue.finish(number: due)
                due += 1
            }
        }
    }

    private func result(of batch: Batch, made making: MessageMaking, by scanner: Scanner) async -> Result {
        var result = Result(number: batch.number, outcomes: [], weight: batch.weight)
        for piece in batch.pieces {
            switch piece {
            case .item(let item): result.outcomes += await outcomes(of: item, made: making, by: scanner)
            case .problem(let problem): result.outcomes.append(.failed(problem.description))
            }
        }
        return result
    }

    private func outcomes(of item: InputItem, made making: MessageMaking, by scanner: Scanner) async -> [Outcome] {
        let messages: [(path: String, message: Message)]
        do {
            messages = try making.messages(of: item)
        } catch {
            return [.failed(error.description)]
        }
        var outcomes: [Outcome] = []
        for (path, message) in messages {
            let verdict = await scanner.verdict(on: message)
            let decision = setup.policy.decisions(
                on: verdict, channel: message.channel, direction: message.direction, for: message.envelope.recipients
            ).shared
            outcomes.append(
                .judged(
                    JudgedMessage(
                        path: path, message: message, summary: Summary.of(scanner.reading), verdict: verdict, decision: decision,
                        isSpam: item.isSpam)))
        }
        return outcomes
    }
}
