internal import Features
internal import Filter
internal import Learning

/// The languages that a model was taught.
enum TaughtLanguages {
    /// A language counts as taught from so many messages of each class on.
    private static let least = 50
    /// How far the content expert is believed on any other: form and names still say something.
    private static let trustInOther = 0.1

    /// How far the expert is believed, language by language.
    static func trust(after lessons: [PlannedLesson]) -> [String: Double] {
        var counts: [String: (ham: Int, spam: Int)] = [:]
        for lesson in lessons {
            guard let tag = lesson.language else { continue }
            let language = String(tag.prefix { $0 != "-" })
            if lesson.isSpam { counts[language, default: (0, 0)].spam += 1 } else { counts[language, default: (0, 0)].ham += 1 }
        }
        let taught = counts.filter { min($0.value.ham, $0.value.spam) >= least }
        return taught.mapValues { _ in 1 }.merging([EvidenceWeights.otherLanguage: trustInOther]) { $1 }
    }
}

/// Fits weights to messages whose content was judged by a model that did not learn from them.
struct OutOfFoldWeights {
    /// What the examples of a family weigh together, beside a pull whose deviation is the weight itself.
    private static let total = 4000.0
    private static let folds: UInt64 = 5
    /// The messages, source by source.
    let lessons: [PlannedLesson]
    /// The numbers of sources whose messages only teach the models.
    let learnOnly: Set<Int>

    /// The weights fitted to the messages, from those that checks and signs were written with.
    func weights(from written: [String: Double]) -> EvidenceWeights {
        var fitting = EvidenceFitting(from: EvidenceWeights(findings: written))
        for fold in 0..<OutOfFoldWeights.folds {
            var training = BatchTraining()
            var source = -1
            for lesson in lessons where self.fold(of: lesson) != fold {
                if lesson.source != source { training.begin(group: String(lesson.source)) }
                source = lesson.source
                training.add(lesson.seen.features, isSpam: lesson.isSpam, key: lesson.key)
            }
            let model = training.model(version: "fold").model
            for lesson in lessons where self.fold(of: lesson) == fold && !learnOnly.contains(lesson.source) {
                let score = Double(model.logOdds(of: lesson.seen.features)) * ContentExpert.trust(words: Int(lesson.seen.wording.words))
                fitting.add(
                    lesson.seen.findings, content: ContentExpert.bounded(score), family: lesson.seen.features.family,
                    channel: lesson.seen.channel, isSpam: lesson.isSpam, group: lesson.collection)
            }
        }
        fitting.balance(total: OutOfFoldWeights.total)
        return fitting.weights()
    }

    private func fold(of lesson: PlannedLesson) -> UInt64 {
        // Another cut than the one by which a training holds messages out.
        (lesson.key &* 0xD6E8_FEB8_6659_FD93 >> 32) % OutOfFoldWeights.folds
    }
}
