/// The header of an answer on a mailing list, and honest words in the subject.
struct GoodHeader: Attack {
    let name = "good-header"
    let needsMail = true

    func change(_ draft: inout Draft, by chance: inout Chance) {
        let text = draft.bodies.first?.text ?? ""
        draft.subject = "Re: " + draft.subject + " " + GoodSentences.words(6, for: text, by: &chance)
        draft.fields += [
            ("In-Reply-To", "<20261111.\(chance.below(10000))@lists.example>"),
            ("References", "<20261110.\(chance.below(10000))@lists.example>"),
            ("User-Agent", "Mozilla Thunderbird"), ("List-Id", "Members of the club <members.lists.example>"), ("Precedence", "list"),
            ("X-Notes", GoodSentences.words(60, for: text, by: &chance)),
        ]
    }
}
