/// Honest sentences, to be read by everybody, beside the spam: twice as many words as it has, or ten times.
struct GoodWords: Attack {
    /// Where they stand.
    enum Place: String {
        case behind, before, around, flood
    }

    let place: Place

    init(_ place: Place) {
        self.place = place
    }

    var name: String { "good-words-" + place.rawValue }

    func change(_ draft: inout Draft, by chance: inout Chance) {
        let count = place == .flood ? min(10 * draft.wordCount, 2000) : GoodWords.count(beside: draft)
        for index in draft.bodies.indices {
            let text = draft.bodies[index].text
            if place == .before || place == .around {
                draft.insert(GoodSentences.words(count, for: text, by: &chance), at: index, behind: false)
            }
            if place != .before {
                draft.insert(GoodSentences.words(count, for: text, by: &chance), at: index, behind: true)
            }
        }
    }

    /// How many words: enough to outweigh the message, and no more than somebody would scroll past.
    static func count(beside draft: Draft) -> Int { min(max(2 * draft.wordCount, 30), 400) }
}
