internal import CostModel
public import Localization

/// How ready a country is, by its own answers: the minimum that WTDC Resolution 45 and the clauses of Resolution 52 name, each with a next step.
public struct Readiness: Sendable {
    /// How far something is.
    public enum Level: String, Sendable, Hashable, CaseIterable {
        /// It is there.
        case inPlace = "in-place"
        /// It has begun.
        case begun
        /// It is not there.
        case missing
        /// The answers do not say.
        case unknown
    }

    /// One thing that a country needs.
    public struct Item: Sendable {
        /// Its code.
        public let code: String
        /// How far it is.
        public let level: Level
        /// What it is.
        public let title: Sentence
        /// What to do next where it is not in place.
        public let nextStep: Sentence
    }

    /// The things, in the order in which they are best taken up.
    public let items: [Item]

    /// How many of the things that the answers tell of are in place, 0 to 1; nothing where they tell of none.
    public var share: Double? {
        let known = items.filter { $0.level != .unknown }
        guard !known.isEmpty else { return nil }
        return known.reduce(0) { $0 + ($1.level == .inPlace ? 1 : $1.level == .begun ? 0.5 : 0) } / Double(known.count)
    }

    /// What a response says.
    public init(_ response: Response) {
        let said = Said(response)
        items = ReadinessSentences.items.map { code, title, step in
            Item(code: code, level: said.level(of: code), title: title, nextStep: step)
        }
    }

    /// Every sentence of it.
    public static let sentences = ReadinessSentences.items.flatMap { [$0.1, $0.2] } + ReadinessSentences.levels
}

/// The answers as readiness looks at them.
private struct Said {
    private let response: Response

    init(_ response: Response) { self.response = response }

    func level(of code: String) -> Readiness.Level {
        switch code {
        case "law": byChoice("A6", begun: "draft")
        case "authority": response.answers["I1"].map { $0.text == nil ? .missing : hasChoices("I2") ? .inPlace : .begun } ?? .unknown
        case "contact": contact
        case "measuring": measuring
        case "measures": measures
        case "reporting": byAmount("B5")
        case "enforcement": byAmount("I3")
        case "cooperation": response.answers["J1"].map { $0.choices.contains { $0 != "none" } ? .inPlace : .missing } ?? .unknown
        case "sharing": sharing
        case "awareness": byAmount("K1")
        case "training": byAmount("K3")
        default: .unknown
        }
    }

    private func hasChoices(_ code: String) -> Bool { response.answers[code]?.choices.isEmpty == false }

    private func byChoice(_ code: String, begun: String) -> Readiness.Level {
        switch response.answers[code]?.choices.first {
        case "yes": .inPlace
        case begun: .begun
        case "no": .missing
        default: .unknown
        }
    }

    private func byAmount(_ code: String) -> Readiness.Level {
        guard let answer = response.answers[code] else { return .unknown }
        guard let mid = answer.range?.mid else { return .missing }
        return mid > 0 ? .inPlace : .missing
    }

    private var contact: Readiness.Level {
        let point = byChoice("J2", begun: "planned")
        return point == .inPlace && byChoice("J3", begun: "planned") != .inPlace ? .begun : point
    }

    private var sharing: Readiness.Level {
        switch response.answers["J4"]?.choices.first {
        case "personal", "technical": .inPlace
        case "aggregate": .begun
        case "nothing": .missing
        default: .unknown
        }
    }

    private var measuring: Readiness.Level {
        let counts = Resolution52.channels.compactMap { response.answers["B2_\($0.code)"] }
        guard !counts.isEmpty else { return .unknown }
        let measured = counts.count { $0.range != nil && [.measured, .sampled].contains($0.method) }
        return measured == 0 ? .missing : measured == Resolution52.channels.count ? .inPlace : .begun
    }

    private var measures: Readiness.Level {
        let levels = Resolution52.layers.map { byChoice("F1_\($0.code)", begun: "planned") }
        guard levels.contains(where: { $0 != .unknown }) else { return .unknown }
        if levels.allSatisfy({ $0 == .inPlace }) { return .inPlace }
        return levels.contains { $0 == .inPlace || $0 == .begun } ? .begun : .missing
    }
}
