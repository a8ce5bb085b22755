/// Honest sentences of another language after every sentence.
struct MixedLanguages: Attack {
    let name = "mixed-languages"

    func change(_ draft: inout Draft, by chance: inout Chance) {
        let foreign = GoodSentences.foreign(to: draft.bodies.first?.text ?? "", by: &chance)
        let isMail = draft.isMail
        draft.changeText { text in
            var changed = ""
            var isAtEnd = false
            for character in text {
                changed.append(character)
                if isAtEnd, character.isWhitespace { changed += foreign[chance.below(foreign.count)] + " " }
                isAtEnd = ".!?。！？؟".contains(character)
            }
            return isAtEnd || !isMail ? changed + " " + foreign[chance.below(foreign.count)] : changed
        }
    }
}
