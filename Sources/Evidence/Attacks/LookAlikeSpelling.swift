/// Letters of another alphabet that look the same.
struct LookAlikeSpelling: Attack {
    let name = "look-alikes"

    /// Latin letters and Cyrillic ones that are drawn alike.
    private static let twins: [Unicode.Scalar: Unicode.Scalar] = [
        "a": "а", "c": "с", "e": "е", "i": "і", "o": "о", "p": "р", "s": "ѕ", "x": "х", "y": "у", "A": "А", "B": "В", "C": "С", "E": "Е",
        "H": "Н", "I": "І", "K": "К", "M": "М", "O": "О", "P": "Р", "T": "Т", "X": "Х", "а": "a", "с": "c", "е": "e", "о": "o", "р": "p",
        "х": "x", "у": "y",
    ]

    func change(_ draft: inout Draft, by chance: inout Chance) {
        draft.changeWords { word in
            var changed = String.UnicodeScalarView()
            for scalar in word.unicodeScalars {
                let twin = LookAlikeSpelling.twins[scalar]
                changed.append(twin != nil && chance.isMet(percent: 50) ? twin ?? scalar : scalar)
            }
            return String(changed)
        }
    }
}
