/// Digits and signs for letters: `fr33 m0ney`.
struct DigitSpelling: Attack {
    let name = "leet"
    private static let signs: [Character: Character] = ["a": "@", "e": "3", "i": "1", "o": "0", "s": "$", "t": "7", "l": "1", "b": "8"]

    func change(_ draft: inout Draft, by chance: inout Chance) {
        draft.changeWords { word in
            guard word.count >= 4 else { return word }
            return String(word.map { chance.isMet(percent: 60) ? DigitSpelling.signs[$0] ?? $0 : $0 })
        }
    }
}
