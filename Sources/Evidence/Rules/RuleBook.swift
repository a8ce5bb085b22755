public import Localization
public import Messages

/// A list of checks, asked one after the other.
public struct RuleBook: Sendable {
    /// The checks.
    public let checks: [any Check]
    /// The checks with what is asked of them for every message, so that asking one that has nothing to say costs next to nothing.
    private var entries: [Entry]

    /// A check, and what it always answers the same.
    private struct Entry {
        var needs: Needs
        var check: any Check
        var id: String
        var layer: Layer
        var weight: Double
    }

    /// A book of these checks.
    public init(_ checks: [any Check]) {
        self.checks = checks
        entries = checks.map { Entry(needs: $0.needs, check: $0, id: $0.id, layer: $0.layer, weight: $0.weight) }
    }

    /// The sentences of all checks, for the catalogue.
    public var sentences: [Sentence] { checks.map(\.sentence) }

    /// The weights that the checks were written with, by their ids.
    public var weights: [String: Double] { Dictionary(checks.map { ($0.id, $0.weight) }, uniquingKeysWith: { first, _ in first }) }

    /// The same book with other weights; a check that the table does not name keeps its own.
    public func weighted(by weights: [String: Double]) -> RuleBook {
        var book = self
        for index in entries.indices {
            if let weight = weights[entries[index].id] { book.entries[index].weight = weight }
        }
        return book
    }

    /// Asks every check; gives the id of each that found something, and how many times its weight that is worth.
    public func strengths(in examination: Examination) -> [(id: String, strength: Double)] {
        let offer = Offer(examination)
        return entries.compactMap { entry in
            guard offer.meets(entry.needs), let finding = entry.check.finding(in: examination) else { return nil }
            return (entry.id, finding.strength)
        }
    }

    /// Asks every check; gives the evidence of those that found something. How many were asked is `checks.count`.
    ///
    /// A check whose needs the message does not meet has nothing to say, and that is its answer.
    public func evidence(in examination: Examination) -> [Evidence] {
        var evidence: [Evidence] = []
        let offer = Offer(examination)
        let entries = entries.span
        for index in entries.indices where offer.meets(entries[index].needs) {
            guard let finding = entries[index].check.finding(in: examination) else { continue }
            evidence.append(
                Evidence(
                    id: entries[index].id, layer: entries[index].layer, weight: entries[index].weight * finding.strength,
                    details: finding.details))
        }
        return evidence
    }
}
