internal import Filter
internal import MailGateway
internal import Messages
internal import Telemetry

extension PostGateway {
    /// What became of somebody's word on a message.
    enum LessonOutcome: Sendable, Hashable {
        /// It was learnt: the id of the example, and the model that judges from now on.
        case learnt(id: String, model: String)
        /// What was said before counts no more.
        case forgotten(id: String, model: String)
        /// The model stays as it is.
        case kept(because: String)
    }

    /// Learns, and says what keeps it from being learnt.
    func learn(
        _ word: LessonQueue.Word, of message: Message, from source: String, because reason: String
    ) async throws(Problem) -> LessonOutcome {
        guard let teacher else {
            throw Problem(.unavailable, "Nothing is learnt here.", remedy: "Set state.folder, and leave model.path empty.")
        }
        do throws(LessonQueue.Refusal) {
            let outcome = PostGateway.outcome(try await teacher.learn(word, of: message, because: reason, from: source), word)
            note(outcome, of: word, from: source)
            return outcome
        } catch {
            if case .worse(let model) = error {
                let outcome = LessonOutcome.kept(because: "the model would do worse; \(model) is kept as a candidate")
                note(outcome, of: word, from: source)
                return outcome
            }
            note(nil, of: word, from: source)
            log.log(.warning, "not-learnt", [("source", .text(source)), ("reason", .text("\(error)"))])
            throw PostGateway.problem(error)
        }
    }

    private static func outcome(_ outcome: LessonQueue.Outcome, _ word: LessonQueue.Word) -> LessonOutcome {
        switch outcome {
        case .learnt(let id, let model): .learnt(id: id, model: model)
        case .forgotten(let id, let model): .forgotten(id: id, model: model)
        case .unchanged where word == .nothing: .kept(because: "there is nothing of this source to take back")
        case .unchanged: .kept(because: "a source that is believed more has spoken of this message")
        }
    }

    /// Counts what became of a word, and writes down who said it: a lesson changes what is judged by.
    private func note(_ outcome: LessonOutcome?, of word: LessonQueue.Word, from source: String) {
        let name =
            switch outcome {
            case .learnt: "learnt"
            case .forgotten: "forgotten"
            case .kept: "kept"
            case nil: "refused"
            }
        meter.count(lesson: name)
        log.log(.info, "lesson", [("source", .text(source)), ("word", .text(word.rawValue)), ("outcome", .text(name))])
    }

    private static func problem(_ refusal: LessonQueue.Refusal) -> Problem {
        switch refusal {
        case .busy: Problem(.busy, "Too many lessons wait already.", remedy: "Come again after Retry-After.")
        case .closed: Problem(.stopping, "Nothing was learnt.", remedy: "Come again when the service is back.")
        case .notAllowed(let why):
            Problem(.forbidden, "Nothing was learnt: \(why).", remedy: "Come again tomorrow, or change learning.sources.")
        case .worse(let model), .failed(let model):
            Problem(.unavailable, "Nothing was learnt: \(model)", remedy: "Look at the state folder, and send it again.")
        }
    }
}
