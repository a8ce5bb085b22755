/// Honest sentences that a program reads and nobody sees.
struct HiddenGoodWords: Attack {
    /// What hides them.
    enum Means: String {
        case notDisplayed = "none"
        case sameColour = "white"
        case tiny
    }

    let means: Means

    init(_ means: Means) {
        self.means = means
    }

    var name: String { "good-words-hidden-" + means.rawValue }
    var needsMail: Bool { true }

    private var style: String {
        switch means {
        case .notDisplayed: "display:none"
        case .sameColour: "color:#ffffff;background-color:#fefefe"
        case .tiny: "font-size:1px;line-height:1px"
        }
    }

    func change(_ draft: inout Draft, by chance: inout Chance) {
        draft.makeDocument()
        let count = GoodWords.count(beside: draft)
        for index in draft.bodies.indices where draft.bodies[index].isHTML {
            let words = GoodSentences.words(count, for: draft.bodies[index].text, by: &chance)
            draft.insert("<div style=\"\(style)\">\(words)</div>", at: index, behind: true)
        }
    }
}
