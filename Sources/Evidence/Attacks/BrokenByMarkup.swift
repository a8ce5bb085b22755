/// Words broken up by markup that nobody sees.
struct BrokenByMarkup: Attack {
    /// What stands inside of a word.
    enum Means: String {
        case comments
        case hiddenLetters = "hidden-letters"
    }

    let means: Means

    init(_ means: Means) {
        self.means = means
    }

    var name: String { "broken-by-" + means.rawValue }
    var needsMail: Bool { true }

    func change(_ draft: inout Draft, by chance: inout Chance) {
        draft.makeDocument()
        for index in draft.bodies.indices where draft.bodies[index].isHTML {
            var one = draft
            one.bodies = [draft.bodies[index]]
            one.changeBodyWords { word in
                var letters = word.map(String.init)
                guard letters.count >= 4 else { return word }
                let letter = GoodSentences.english[chance.below(20)].prefix(1).lowercased()
                let wedge = means == .comments ? "<!-- \(letter) -->" : "<span style=\"display:none\">\(letter)</span>"
                letters.insert(wedge, at: 1 + chance.below(letters.count - 1))
                return letters.joined()
            }
            draft.bodies[index] = one.bodies[0]
        }
    }
}
