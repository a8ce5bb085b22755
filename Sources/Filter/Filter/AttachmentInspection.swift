internal import Archives
internal import Images
internal import Messages
internal import Reading
internal import Synchronization

/// Looks into pictures and archives beside the rest of the work, and stops waiting at the deadline.
///
/// The libraries that do it cannot be interrupted, and one that hangs would hold a thread of the pool that verdicts need: they run on
/// threads of their own. What is late goes on there, within its budget, and its answer is dropped.
struct AttachmentInspection: Sendable {
    let codeReader: (any CodeReader)?
    let archiveLister: (any ArchiveLister)?
    let threads: InspectionThreads

    /// What was answered in time, and what was not.
    struct Findings {
        var answers: [AttachmentAnswer] = []
        var gaps: [Coverage.Gap] = []

        /// Notes a gap once, however many attachments it concerns.
        mutating func note(_ gap: Coverage.Gap) {
            if !gaps.contains(gap) { gaps.append(gap) }
        }
    }

    func findings(on questions: [AttachmentQuestion], before deadline: Deadline) async -> Findings {
        var findings = Findings()
        let asked = questions.filter { question in
            let isPossible = question.kind == .codes ? codeReader != nil : archiveLister != nil
            if !isPossible { findings.note(Coverage.Gap(question.name, .notConfigured)) }
            return isPossible
        }
        guard !asked.isEmpty else { return findings }
        findings.answers = await answers(to: asked, before: deadline)
        for answer in findings.answers {
            if let reason = answer.gap { findings.note(Coverage.Gap(answer.name, reason)) }
        }
        let answered = Set(findings.answers.map(\.attachment))
        let open = asked.filter { !answered.contains($0.attachment) }
        for question in open.sorted(by: { $0.attachment < $1.attachment }) { findings.note(Coverage.Gap(question.name, .deadline)) }
        findings.answers.sort { $0.attachment < $1.attachment }
        return findings
    }

    /// The answers that came in time, in the order they came.
    private func answers(to questions: [AttachmentQuestion], before deadline: Deadline) async -> [AttachmentAnswer] {
        let round = InspectionRound(questions: questions.count)
        let alarm = threads.alarms.set(after: deadline.remaining) { round.end() }
        for question in questions {
            let isTaken = threads.start(before: deadline) { round.take(answer(question, before: deadline)) }
            if !isTaken { round.take(AttachmentAnswer(to: question, gap: .deadline)) }
        }
        let answers = await round.answers
        threads.alarms.cancel(alarm)
        return answers
    }
}

/// The answers on one message, gathered until all have come or nobody waits any more.
private final class InspectionRound: Sendable {
    private struct State {
        var open: Int
        var answers: [AttachmentAnswer] = []
        var waiter: CheckedContinuation<[AttachmentAnswer], Never>?
    }

    private let state: Mutex<State>

    init(questions: Int) {
        state = Mutex(State(open: questions))
    }

    /// Takes an answer; one that comes after the end is dropped.
    func take(_ answer: AttachmentAnswer) {
        finish { state in
            guard state.open > 0 else { return }
            state.answers.append(answer)
            state.open -= 1
        }
    }

    /// Stops waiting.
    func end() {
        finish { $0.open = 0 }
    }

    /// The answers, once there are no more to come.
    var answers: [AttachmentAnswer] {
        get async {
            await withCheckedContinuation { waiter in
                finish { $0.waiter = waiter }
            }
        }
    }

    /// Changes the state, and hands the answers over when nothing is left to wait for.
    private func finish(_ change: (inout State) -> Void) {
        let (waiter, answers): (CheckedContinuation<[AttachmentAnswer], Never>?, [AttachmentAnswer]) = state.withLock { state in
            change(&state)
            guard state.open == 0, let waiter = state.waiter else { return (nil, []) }
            state.waiter = nil
            return (waiter, state.answers)
        }
        waiter?.resume(returning: answers)
    }
}

extension AttachmentInspection {
    /// Asks the library; runs on a thread of its own.
    func answer(_ question: AttachmentQuestion, before deadline: Deadline) -> AttachmentAnswer {
        switch question.kind {
        case .codes:
            guard let codeReader else { return AttachmentAnswer(to: question, gap: .notConfigured) }
            let reading = codeReader.codes(in: question.bytes.span, budget: ImageBudget(), isOverdue: { deadline.hasPassed })
            return AttachmentAnswer(to: question, codes: reading.codes.map(\.payload), gap: reading.gap)
        case .listing:
            guard let archiveLister else { return AttachmentAnswer(to: question, gap: .notConfigured) }
            let listing = archiveLister.list(question.bytes.span, limits: ArchiveLimits(), isOverdue: { deadline.hasPassed })
            return AttachmentAnswer(to: question, listing: listing, gap: listing.gap)
        }
    }
}
