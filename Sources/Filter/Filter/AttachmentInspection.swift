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
    }

    func findings(on questions: [AttachmentQuestion], before deadline: Deadline) async -> Findings {
        var findings = Findings()
        let asked = questions.filter { question in
            let isPossible = question.kind == .codes ? codeReader != nil : archiveLister != nil
            if !isPossible { findings.gaps.append(Coverage.Gap(question.name, .notConfigured)) }
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
            if let reason = answer.gap { findings.gaps.append(Coverage.Gap(answer.name, reason)) } else { findings.answers.append(answer) }
            if open.isEmpty { break }
        }
        alarm.cancel()
        findings.gaps += open.values.map { Coverage.Gap($0.name, .deadline) }
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
            return AttachmentAnswer(to: question, codes: reading.codes.map(\.payload), gap: reading.codes.isEmpty ? reading.gap : nil)
        case .listing:
            guard let archiveLister else { return AttachmentAnswer(to: question, gap: .notConfigured) }
            let listing = archiveLister.list(question.bytes.span, limits: ArchiveLimits(), isOverdue: { deadline.hasPassed })
            return AttachmentAnswer(to: question, listing: listing, gap: listing.entries.isEmpty ? listing.gap : nil)
        }
    }
}
