import Testing

@Suite struct WordingTests {
    static let cases: [RuleCase] = [
        RuleCase("text.exclamations", .text("Hurry! Seed! Oats! Rye! Now!"), twin: .text("Hurry! The seed is here! Come!")),
        RuleCase(
            "text.hasty-offer", .text("Special offer, buy now: limited time! https://chaffinch.example/"),
            twin: .text("The discount for members ends in May: https://chaffinch.example/")),
        RuleCase(
            "text.shouted", .text("THE SEED IS HERE AND THE OATS ARE HERE, COME AND FETCH THEM BEFORE NOON TODAY OR WE EAT THEM"),
            twin: .text("The seed is here and the OATS are here, come and fetch them before noon today or we eat them all")),
        RuleCase("text.shouted", .text(String(repeating: "СРОЧНО ПОЗВОНИТЕ НАМ ", count: 5)), twin: .text("ЖЭК: воды не будет")),
    ]

    @Test(arguments: cases) func asksTheTone(_ example: RuleCase) throws { try example.verify() }
}
