internal import Messages

/// What a learner learnt, example by example: enough to find each in the training log and to take it back.
struct Ledger: Sendable {
    /// One example that counts.
    struct Entry: Sendable, Hashable {
        /// The number of the word that taught it.
        var number: UInt32
        var fingerprint: UInt64
        /// When it was taught, in milliseconds since 1970.
        var milliseconds: Int64
        /// The place of its source in the list of sources.
        var source: UInt16
        var isSpam: Bool
        var isHeldOut: Bool
        /// What stands for the recipient for whom alone it was taught; zero where it holds for everybody.
        var recipient: UInt64
        /// The place of its language in the list of languages, from 1 on, where the content expert is not wholly believed on that; zero for others.
        var language: UInt16 = 0
        /// Names what it says, where it has such a language.
        var contentKey: UInt64 = 0
        var correction = Correction()

        var place: TrainingLog.Place {
            TrainingLog.Place(number: Int(number), fingerprint: TrainingExample.text(ofFingerprint: fingerprint))
        }
    }

    /// The examples, the first taught first.
    var entries: [Entry] = []
    /// The names of sources.
    var sources: [String] = []
    /// The languages of examples on which the content expert is not wholly believed.
    var languages: [String] = []

    /// Sources beyond these share the last name: nobody has so many, and an entry has two bytes for them.
    private static let sourceLimit = Int(UInt16.max)
    /// Languages beyond these are not told apart from believed ones: there are not so many.
    private static let languageLimit = 4096

    /// Adds an example that was not learnt yet; `language` is its own, where the content expert is not wholly believed on it. Gives its place.
    mutating func add(_ taught: TrainingLog.Taught, inDoubt language: String?) -> Int {
        let example = taught.example
        let languagePlace = language.map { place(ofLanguage: $0) } ?? 0
        entries.append(
            Entry(
                number: UInt32(clamping: taught.number), fingerprint: UInt64(example.fingerprint, radix: 16) ?? 0,
                milliseconds: example.time.milliseconds, source: source(example.source), isSpam: example.isSpam,
                isHeldOut: example.isHeldOut, recipient: example.recipient, language: languagePlace,
                contentKey: languagePlace == 0 ? 0 : example.contentKey))
        return entries.count - 1
    }

    private mutating func place(ofLanguage name: String) -> UInt16 {
        if let place = languages.firstIndex(of: name) { return UInt16(place + 1) }
        guard languages.count < Ledger.languageLimit else { return 0 }
        languages.append(name)
        return UInt16(languages.count)
    }

    private mutating func source(_ name: String) -> UInt16 {
        if let place = sources.firstIndex(of: name) { return UInt16(place) }
        guard sources.count < Ledger.sourceLimit else { return UInt16(Ledger.sourceLimit - 1) }
        sources.append(name)
        return UInt16(sources.count - 1)
    }

    /// What was taught for everybody in languages on which the content expert is not wholly believed.
    func lessons(trust: (String) -> Float) -> [LanguageLessons.Message] {
        entries.compactMap { entry in
            let trust = trust(sourceName(entry))
            guard entry.language > 0, !entry.isHeldOut, entry.recipient == 0, trust > 0 else { return nil }
            return LanguageLessons.Message(
                language: languages[Int(entry.language) - 1], isSpam: entry.isSpam, contentKey: entry.contentKey, trust: Double(trust))
        }
    }

    func sourceName(_ entry: Entry) -> String { sources[Int(entry.source)] }
}
