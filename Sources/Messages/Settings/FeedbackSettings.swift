extension Setting where Value == [String] {
    /// `feedback.spam`
    public static var feedbackSpam: Setting {
        Setting(
            "feedback.spam", .list(.mailbox), default: [],
            "The addresses that people send spam to, as attachments: `chaffinch feedback take --to ADDRESS`.")
    }
    /// `feedback.ham`
    public static var feedbackHam: Setting {
        Setting("feedback.ham", .list(.mailbox), default: [], "The same for mail that was taken for spam and is none.")
    }
}

extension Setting where Value == Double {
    /// `feedback.needed`
    public static var feedbackNeeded: Setting {
        Setting(
            "feedback.needed", .probability, default: 0.5,
            "How much trust has to stand behind what reporters say before it is learnt; one whose words mostly proved right has nearly 1, a new one 0.8."
        )
    }
}
