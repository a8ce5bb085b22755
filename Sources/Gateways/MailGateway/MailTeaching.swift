public import Filter
public import Messages

/// Whoever learns from what people say of mail.
public protocol MailTeaching: Sendable {
    /// Learns what somebody says of a message, for a reason that is kept beside it; what it answers is durable. Throws where nothing is learnt.
    func learn(_ word: LessonQueue.Word, of message: Message, because reason: String) async throws(LessonQueue.Refusal)
        -> LessonQueue.Outcome
}

extension LessonQueue: MailTeaching {}
