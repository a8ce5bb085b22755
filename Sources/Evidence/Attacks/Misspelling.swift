/// Two letters changed about, one left out, or one written twice, inside of every longer word: a person reads on.
struct Misspelling: Attack {
    let name = "misspelling"

    func change(_ draft: inout Draft, by chance: inout Chance) {
        draft.changeWords { word in
            var letters = Array(word)
            guard letters.count >= 5 else { return word }
            let place = 1 + chance.below(letters.count - 3)
            switch chance.below(3) {
            case 0: letters.swapAt(place, place + 1)
            case 1: letters.remove(at: place)
            default: letters.insert(letters[place], at: place)
            }
            return String(letters)
        }
    }
}
