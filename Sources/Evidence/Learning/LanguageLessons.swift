// How far the content expert is believed on a language that no shipped model was taught, once somebody teaches it where the program runs.

/// What was taught in languages on which the content expert is not wholly believed.
///
/// Messages of one class alone say nothing of the other: after one spam of a language every message in it would look like spam, since form and
/// chance are all that is known. So trust rises with the class that was taught less. What was corrected itself is believed at once: its
/// content key is kept while the language is new.
struct LanguageLessons: Sendable, Hashable {
    /// How much was taught of one language; what a source half believed taught counts half.
    struct Count: Sendable, Hashable {
        var ham = 0.0
        var spam = 0.0

        /// Beyond this nothing is counted: from so many of each class on a language is taught.
        static let most = 50.0
        /// With so many of the rarer class, half of the trust that was missing is there.
        static let half = 2.0

        /// How much of the trust that was missing is there, from 0 to 1.
        var share: Double {
            let rarer = min(ham, spam)
            return rarer >= Count.most ? 1 : rarer / (rarer + Count.half)
        }

        /// Adds a message.
        mutating func add(_ trust: Double, isSpam: Bool) {
            if isSpam { spam += trust } else { ham += trust }
        }

        /// Whole thousandths, and no more than counts: what a table keeps.
        var kept: Count { Count(ham: Count.kept(ham), spam: Count.kept(spam)) }

        private static func kept(_ count: Double) -> Double { (min(count, most) * 1000).rounded() / 1000 }
    }

    /// A message that was taught in a language on which the content expert is not wholly believed.
    struct Message: Sendable, Hashable {
        /// The first part of the language's tag.
        var language: String
        var isSpam: Bool
        /// Names what the message says; zero when it says nothing.
        var contentKey: UInt64
        /// How far its source is believed.
        var trust: Double
    }

    /// By the first part of the language's tag.
    var counts: [String: Count] = [:]
    /// The content keys of messages that were taught by those who are wholly believed, in ascending order.
    private(set) var messages: [UInt64] = []

    /// Lessons of these counts, without messages.
    init(counts: [String: Count] = [:]) {
        self.counts = counts
    }

    /// How many messages are kept: as many as count in a few languages.
    static let mostMessages = 512

    /// The same with these messages counted, the first taught first. All that were taught are given each time and what was taken back is not
    /// among them, so nothing has to be subtracted.
    ///
    /// Keys are kept of languages that are still in doubt, those taught last first.
    func counting(_ taught: [Message]) -> LanguageLessons {
        var sum = counts
        for message in taught where LanguageLessons.isLanguage(message.language) {
            sum[message.language, default: Count()].add(message.trust, isSpam: message.isSpam)
        }
        var lessons = LanguageLessons(counts: sum.mapValues(\.kept))
        for message in taught.reversed() where message.trust >= 1 && (lessons.counts[message.language]?.share ?? 1) < 1 {
            lessons.keep(message.contentKey)
        }
        for key in messages { lessons.keep(key) }
        return lessons
    }

    /// The same without what names single messages: who gets a model must not be able to ask it what was taught.
    var withoutMessages: LanguageLessons { LanguageLessons(counts: counts) }

    /// Whether a text is the first part of a language's tag (BCP 47); an example that was kept may say anything.
    static func isLanguage(_ text: some StringProtocol) -> Bool {
        (2...8).contains(text.utf8.count) && text.utf8.allSatisfy { (97...122).contains($0) }
    }

    /// Keeps the key of a message, while there is room.
    mutating func keep(_ key: UInt64) {
        guard key != 0, !holds(key), messages.count < LanguageLessons.mostMessages else { return }
        messages.insert(key, at: place(of: key))
    }

    /// Whether a message that says this was taught.
    func holds(_ key: UInt64) -> Bool {
        let place = place(of: key)
        return place < messages.count && messages[place] == key
    }

    private func place(of key: UInt64) -> Int {
        var low = 0
        var high = messages.count
        while low < high {
            let middle = (low + high) / 2
            if messages[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension ContentModel {
    /// The model as others may have it: without what names single messages that were taught.
    public var forOthers: ContentModel {
        var model = self
        model.evidenceWeights?.lessons = evidenceWeights?.lessons.withoutMessages ?? LanguageLessons()
        return model
    }
}

extension EvidenceWeights {
    /// The name that stands for every language that is not named.
    public static let otherLanguage = "other"

    /// How far the content expert is believed on a text in this language: with no word of it known, what is left is form and chance. A text whose
    /// language cannot be told is believed.
    public func trust(inLanguage tag: String?) -> Double {
        guard let tag else { return 1 }
        let language = String(tag.prefix { $0 != "-" })
        let shipped = shippedTrust(inLanguage: language)
        return shipped + (1 - shipped) * (lessons.counts[language]?.share ?? 0)
    }

    /// The same for a message: one that was itself taught is believed, whatever its language.
    public func trust(inLanguage tag: String?, contentKey: @autoclosure () -> UInt64) -> Double {
        let trust = trust(inLanguage: tag)
        return trust < 1 && !lessons.messages.isEmpty && lessons.holds(contentKey()) ? 1 : trust
    }

    /// How far the content expert was believed before anything was taught where the program runs.
    func shippedTrust(inLanguage language: String) -> Double {
        languages[language] ?? languages[EvidenceWeights.otherLanguage] ?? 1
    }

    /// How far the content expert is believed on a message; `isTaught` where it was taught, or is about to be.
    func trust(in message: MessageTraits, isTaught: Bool) -> Double {
        guard let wording = message.wording else { return 1 }
        let isKnown = isTaught || wording.language.isEmpty
        let inLanguage = isKnown ? 1 : trust(inLanguage: wording.language, contentKey: message.contentKey)
        return inLanguage * ContentExpert.trust(words: Int(wording.words))
    }
}
