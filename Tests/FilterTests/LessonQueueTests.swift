import Filter
import Learning
import Messages
import Storing
import Testing

/// Learning from what people say over connections.
@Suite struct LessonQueueTests {
    private let records = MemoryRecordLog()
    private let models = MemoryModelStore()

    private func queue(
        source: String = "tell", waiting: Int = LessonQueue.waitingLimit, isPersonal: Bool = false, sources: SourceRules = SourceRules()
    ) throws -> LessonQueue {
        var policy = LocalLearning.Policy()
        policy.sources = sources
        let learning = LocalLearning(base: try ContentModel.starter(), log: TrainingLog(records), models: models, policy: policy)
        return LessonQueue(try FilterSample.setup(), source: source, isPersonal: isPersonal, waiting: waiting) { try await $0(learning) }
    }

    private func mail(_ subject: String, to recipient: String? = nil) -> Message {
        var message = FilterSample.mail("From: a@example.org\r\nSubject: \(subject)", "", "Sunflower seeds, delivered on Monday.")
        if let recipient { message.envelope.recipients = [.mailbox(local: recipient, domain: "example.org")] }
        return message
    }

    @Test func aWordIsLearntAndTakenBack() async throws {
        let queue = try queue()
        guard case .learnt(let id, let model) = try await queue.learn(.spam, of: mail("offer"), because: "user ann") else {
            Issue.record("not learnt")
            return
        }
        // What is answered is there: the example and the model.
        let taught = try await TrainingLog(records).examples()
        #expect(taught.map(\.fingerprint) == [id] && taught[0].isSpam && taught[0].source == "tell" && taught[0].reason == "user ann")
        #expect(try await models.current()?.version == model)
        guard case .forgotten(id, let after) = try await queue.learn(.nothing, of: mail("offer"), because: "") else {
            Issue.record("not forgotten")
            return
        }
        #expect(after != model)
        #expect(try await TrainingLog(records).examples().isEmpty)
        #expect(try await queue.learn(.nothing, of: mail("offer"), because: "") == .unchanged)
    }

    @Test func manyWordsAtOnceAreLearntOneAfterTheOther() async throws {
        let queue = try queue()
        let models = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<12 {
                group.addTask {
                    guard
                        case .learnt(_, let model) = try await queue.learn(
                            number % 2 == 0 ? .spam : .ham, of: mail("n \(number)"), because: "")
                    else { return "" }
                    return model
                }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(models.count == 12 && !models.contains(""))
        #expect(try await TrainingLog(records).examples().count == 12)
    }

    @Test func nobodyTakesBackWhatAnotherSaid() async throws {
        _ = try await queue(source: "command").learn(.spam, of: mail("offer"), because: "")
        #expect(try await queue().learn(.nothing, of: mail("offer"), because: "") == .unchanged)
        // Nor says otherwise than one who is believed more.
        let doubted = try queue(sources: SourceRules(["command": .init(trust: 1), "tell": .init(trust: 0.5)]))
        #expect(try await doubted.learn(.ham, of: mail("offer"), because: "") == .unchanged)
        #expect(try await TrainingLog(records).examples().map(\.isSpam) == [true])
    }

    @Test func whoMayNotTeachIsTold() async throws {
        let closed = try queue(sources: SourceRules(["command": .init(trust: 1)], others: nil))
        await #expect(throws: LessonQueue.Refusal.notAllowed("tell may not teach; learning.sources can name it")) {
            try await closed.learn(.spam, of: mail("offer"), because: "")
        }
        let bounded = try queue(sources: SourceRules(["tell": .init(trust: 1, mostPerDay: 1)]))
        _ = try await bounded.learn(.spam, of: mail("one"), because: "")
        await #expect(throws: LessonQueue.Refusal.notAllowed("tell may teach 1 messages a day, and did")) {
            try await bounded.learn(.spam, of: mail("two"), because: "")
        }
        #expect(try await TrainingLog(records).examples().count == 1)
    }

    @Test func recipientsTeachForThemselves() async throws {
        let queue = try queue(isPersonal: true)
        guard case .learnt(let first, _) = try await queue.learn(.spam, of: mail("offer", to: "ann"), because: ""),
            case .learnt(let second, _) = try await queue.learn(.ham, of: mail("offer", to: "bob"), because: "")
        else {
            Issue.record("not learnt")
            return
        }
        #expect(first != second)
        #expect(try await TrainingLog(records).examples().map(\.isSpam) == [true, false])
        guard case .forgotten(first, _) = try await queue.learn(.nothing, of: mail("offer", to: "ann"), because: "") else {
            Issue.record("not forgotten")
            return
        }
        #expect(try await TrainingLog(records).examples().map(\.fingerprint) == [second])
    }

    @Test func whatCannotBeLearntIsSaid() async throws {
        await #expect(throws: LessonQueue.Refusal.busy) { try await queue(waiting: 0).learn(.spam, of: mail("offer"), because: "") }
        let closed = try queue()
        closed.close()
        await #expect(throws: LessonQueue.Refusal.closed) { try await closed.learn(.spam, of: mail("offer"), because: "") }
        for (code, wanted) in [(StoreError.Code.busy, true), (.full, false)] {
            let failing = LessonQueue(try FilterSample.setup(), source: "tell", isPersonal: false) { _ in
                throw StoreError(code, doing: "testing", at: "nowhere")
            }
            do throws(LessonQueue.Refusal) {
                _ = try await failing.learn(.spam, of: mail("offer"), because: "")
                Issue.record("learnt")
            } catch {
                #expect((error == .busy) == wanted)
            }
        }
    }
}
