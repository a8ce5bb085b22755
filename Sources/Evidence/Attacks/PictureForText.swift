/// The text as a picture that leads where the first link led; no word is left but the subject's.
struct PictureForText: Attack {
    let name = "picture-only"
    let needsMail = true

    func change(_ draft: inout Draft, by chance: inout Chance) {
        draft.makeDocument()
        let link = draft.firstLink ?? "https://pictures.example/\(chance.below(1000))"
        var isShown = false
        for index in draft.bodies.indices {
            let isPicture = draft.bodies[index].isHTML && !isShown
            isShown = isShown || isPicture
            draft.bodies[index].text =
                isPicture
                ? "<html><body><a href=\"\(link)\"><img src=\"https://pictures.example/\(chance.below(1000)).png\"></a></body></html>" : ""
        }
    }
}
