// What is remembered of those who send.

extension Setting where Value == Bool {
    /// `history.keep`
    public static var historyKeep: Setting {
        Setting(
            "history.keep", .boolean, default: true,
            "Whether the service remembers senders, as keyed hashes: how much of what they sent was wanted. Only where state.folder is set."
        )
    }
    /// `clients.watch`
    public static var clientsWatch: Setting {
        Setting(
            "clients.watch", .boolean, default: true,
            "Whether the service watches how machines behave that hand mail over, and callers that it is told of, for an hour each.")
    }
    /// `history.consult`
    public static var historyConsult: Setting {
        Setting(
            "history.consult", .boolean, default: false,
            "Whether commands that judge files ask what the service remembers in state.folder; they add nothing to it.")
    }
}

extension Setting where Value == Duration {
    /// `history.half-life`
    public static var historyHalfLife: Setting {
        Setting(
            "history.half-life", .duration(.seconds(3600)...(.seconds(3650 * 86_400))), default: .seconds(30 * 86_400),
            "After what time something that is remembered of a sender counts half as much.")
    }
}

extension Setting where Value == Int {
    /// `history.keys`
    public static var historyKeys: Setting {
        Setting(
            "history.keys", .integer(1000...50_000_000), default: 200_000,
            "How many senders, domains, addresses and pairs are remembered; those seen longest ago make room.")
    }
    /// `rates.keys`
    public static var ratesKeys: Setting {
        Setting(
            "rates.keys", .integer(1000...50_000_000), default: 100_000,
            "How many senders, addresses and so on are counted against rates.limits at a time; those seen longest ago make room.")
    }
}

extension Setting where Value == [RateEntry] {
    /// `rates.limits`
    public static var ratesLimits: Setting {
        Setting(
            "rates.limits", .list(.rate), default: [],
            "How often messages may come from or to one: limits that the service counts against, and what comes of a message beyond one.")
    }
}
