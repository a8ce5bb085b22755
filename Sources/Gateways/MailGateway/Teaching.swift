public import Filter
public import Messages

/// Whoever learns what people say of messages.
public protocol Teaching: Sendable {
    /// Learns what a source says of a message, for a reason that is kept beside it; what it answers is durable. Throws where nothing is learnt.
    func learn(
        _ word: LessonQueue.Word, of message: Message, because reason: String, from source: String
    ) async throws(LessonQueue.Refusal) -> LessonQueue.Outcome
}

extension LessonQueue: Teaching {}
