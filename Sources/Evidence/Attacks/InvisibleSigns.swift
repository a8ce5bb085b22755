/// Signs that take no room, inside of words.
struct InvisibleSigns: Attack {
    let name = "zero-width"
    private static let signs: [Unicode.Scalar] = ["\u{200B}", "\u{200C}", "\u{2060}", "\u{00AD}"]

    func change(_ draft: inout Draft, by chance: inout Chance) {
        draft.changeWords { word in
            var changed = String.UnicodeScalarView()
            for (index, scalar) in word.unicodeScalars.enumerated() {
                if index > 0, chance.isMet(percent: 40) { changed.append(InvisibleSigns.signs[chance.below(4)]) }
                changed.append(scalar)
            }
            return String(changed)
        }
    }
}
