internal import Archives
internal import Images
internal import Messages
internal import Reading

/// Looks into pictures and archives beside the rest of the work, and stops waiting at the deadline.
///
/// The libraries that do it cannot be interrupted; what is late goes on in its own task, within its budget, and its answer is dropped.
struct AttachmentInspection: Sendable {
    let codeReader: (any CodeReader)?
    let archiveLister: (any ArchiveLister)?

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
        let (stream, continuation) = AsyncStream.makeStream(of: AttachmentAnswer?.self)
        for question in asked {
            Task.detached { continuation.yield(answer(question, before: deadline)) }
        }
        let alarm = Task.detached {
            try? await Task.sleep(for: deadline.remaining)
            continuation.yield(nil)
        }
        var open = Dictionary(asked.map { ($0.attachment, $0) }, uniquingKeysWith: { first, _ in first })
        for await answer in stream {
            guard let answer else { break }
            open[answer.attachment] = nil
            findings.answers.append(answer)
            if let reason = answer.gap { findings.note(Coverage.Gap(answer.name, reason)) }
            if open.isEmpty { break }
        }
        alarm.cancel()
        for question in open.values.sorted(by: { $0.attachment < $1.attachment }) { findings.note(Coverage.Gap(question.name, .deadline)) }
        findings.answers.sort { $0.attachment < $1.attachment }
        return findings
    }
}

extension AttachmentInspection {
    /// Asks the library; runs in a task of its own.
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
