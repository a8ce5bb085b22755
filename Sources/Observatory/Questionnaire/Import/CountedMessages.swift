internal import Observatory

/// Messages that were counted alike, by the codes of the observatory's dimensions.
public struct CountedMessages: Sendable, Hashable {
    /// The channel.
    public var channel: String
    /// The class of threat; `none` for what is no spam.
    public var threatClass: String
    /// What was done with them.
    public var disposition: String
    /// Which way they went.
    public var direction: String
    /// How many.
    public var messages: Double

    /// So many messages.
    public init(channel: String, threatClass: String, disposition: String, direction: String, messages: Double) {
        self.channel = channel
        self.threatClass = threatClass
        self.disposition = disposition
        self.direction = direction
        self.messages = messages
    }

    var isSpam: Bool { threatClass != "none" }
    /// Whether users have them: marked is delivered.
    var isDelivered: Bool { ["accept", "tag"].contains(disposition) }
}

extension PrefilledAnswer {
    /// What counts answer: volumes by channel, shares by class and direction. Every message that the filter saw was counted, so the range is a point.
    public static func answers(to instrument: Instrument, from counts: [CountedMessages], source: String) -> [PrefilledAnswer] {
        func sum(_ isCounted: (CountedMessages) -> Bool) -> Double { counts.reduce(0) { $0 + (isCounted($1) ? $1.messages : 0) } }
        var values: [(String, Double)] = []
        for channel in Set(counts.map(\.channel)).sorted() {
            values.append(("B1_\(channel)", sum { $0.channel == channel }))
            values.append(("B2_\(channel)", sum { $0.channel == channel && $0.isSpam }))
            values.append(("B3_\(channel)", sum { $0.channel == channel && $0.isSpam && $0.isDelivered }))
        }
        let spam = sum(\.isSpam)
        if spam > 0 {
            for name in Set(counts.filter(\.isSpam).map(\.threatClass)).sorted() {
                values.append(("C1_\(name)", 100 * sum { $0.threatClass == name } / spam))
            }
            for name in Set(counts.map(\.direction)).sorted() {
                values.append(("D1_\(name)", 100 * sum { $0.isSpam && $0.direction == name } / spam))
            }
            values.append(("D4", sum { $0.isSpam && $0.direction == "originating" }))
        }
        return values.compactMap { code, value in
            guard let question = instrument[code], case .amount(let unit, _, _, _) = question.kind else { return nil }
            return PrefilledAnswer(code: code, low: value, mid: value, high: value, unit: unit, method: .measured, sourceNote: source)
        }
    }
}
