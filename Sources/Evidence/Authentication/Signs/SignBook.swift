public import Localization
public import Messages

/// A list of signs, looked for one after the other.
///
/// Their ids have the same first word, so that they are of one kind and share their weight: the strongest counts whole, and a sign that
/// stands for several mechanisms weighs more than any of those, so that it is the one.
public struct SignBook: Sendable {
    /// The signs.
    public let signs: [any AuthenticationSign]
    private var current: [String: Double] = [:]

    /// A book of these signs.
    public init(_ signs: [any AuthenticationSign]) {
        self.signs = signs
    }

    /// The sentences of all signs, for the catalogue.
    public var sentences: [Sentence] { signs.map(\.sentence) }

    /// The weights that the signs were written with, by their ids.
    public var weights: [String: Double] { Dictionary(signs.map { ($0.id, $0.weight) }, uniquingKeysWith: { first, _ in first }) }

    /// The same book with other weights; a sign that the table does not name keeps its own.
    public func weighted(by weights: [String: Double]) -> SignBook {
        var book = self
        book.current = weights
        return book
    }

    /// Looks for every sign; gives the id of each that was found, and how many times its weight that is worth.
    public func strengths(in facts: AuthenticationFacts) -> [(id: String, strength: Double)] {
        signs.compactMap { sign in sign.finding(in: facts).map { (sign.id, $0.strength) } }
    }

    /// Looks for every sign; gives the evidence of those that were found.
    public func evidence(in facts: AuthenticationFacts) -> [Evidence] {
        signs.compactMap { sign in
            guard let finding = sign.finding(in: facts) else { return nil }
            let weight = current[sign.id] ?? sign.weight
            return Evidence(id: sign.id, layer: sign.layer, weight: weight * finding.strength, details: finding.details)
        }
    }
}
