import Testing

@Suite struct ObfuscationTests {
    static let cases: [RuleCase] = [
        RuleCase("text.digits-for-letters", .text("Get fr33 s33d and c@sh now"), twin: .text("See mp3 and room101 at 5pm on the 2nd")),
        RuleCase("text.direction-controls", .text("Open the \u{202E}fdp.exe\u{202C} file"), twin: .text("افتح \u{202B}الملف\u{202C} file")),
        RuleCase(
            "text.invisible-characters", .text("Confirm your pass\u{200B}word today"),
            twin: .text("The family \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} came")),
        RuleCase("text.invisible-characters", .text("Free vi\u{2060}agra"), twin: .text("می\u{200C}خواهم بروم")),
        RuleCase("text.look-alike-letters", .text("Your p\u{0430}yp\u{0430}l is waiting"), twin: .text("Привет, Jenny, как дела?")),
        RuleCase("text.mixed-scripts", .text("Вжzик дzюдо zжук"), twin: .text("Жук и zebra, дзюдо и jazz")),
        RuleCase("text.spaced-out-words", .text("Cheap v i a g r a here"), twin: .text("J. R. R. Smith and e.g. a b")),
        RuleCase(
            "text.stacked-marks",
            .text(
                "s\u{300}\u{301}\u{302}\u{303}\u{304}e\u{300}\u{301}\u{302}\u{303}\u{304}e\u{300}\u{301}\u{302}\u{303}\u{304}d\u{300}\u{301}\u{302}\u{303}"
            ),
            twin: .text("Tiếng Việt có dấu, naïve café")),
        RuleCase("text.styled-letters", .text("𝐅𝐫𝐞𝐞 𝐬𝐞𝐞𝐝"), twin: .text("Free ℃ and ½ ™ seed")),
        RuleCase(
            "text.tag-characters", .text("seed\u{E0068}\u{E0069}\u{E0070} for all"),
            twin: .text("England \u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} won")),
    ]

    @Test(arguments: cases) func asksTheLetters(_ example: RuleCase) throws { try example.verify() }
}
