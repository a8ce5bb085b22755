/// Letters set apart, by blanks or points: `f r e e`.
struct SpacedLetters: Attack {
    let name = "spacing"

    func change(_ draft: inout Draft, by chance: inout Chance) {
        draft.changeWords { word in
            guard word.count >= 4, chance.isMet(percent: 60) else { return word }
            return word.map(String.init).joined(separator: chance.isMet(percent: 70) ? " " : ".")
        }
    }
}
