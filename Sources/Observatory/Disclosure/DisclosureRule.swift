/// When a figure may be published (official statistics' threshold and dominance rules; Hundepool et al., "Statistical Disclosure Control",
/// 2012, chapter 4).
public struct DisclosureRule: Sendable, Hashable {
    /// How many distinct people must stand behind a count.
    public var leastReporters: Int
    /// How many operators must have contributed to an amount.
    public var leastContributors: Int
    /// The p of the p % rule: an amount is not published when the second largest contributor could tell the largest to within this many percent.
    public var dominance: Double
    /// Counts are published as multiples of this.
    public var rounding: Int

    /// A rule; the defaults are those of the study.
    public init(leastReporters: Int = 10, leastContributors: Int = 3, dominance: Double = 10, rounding: Int = 5) {
        self.leastReporters = max(leastReporters, 1)
        self.leastContributors = max(leastContributors, 1)
        self.dominance = max(dominance, 0)
        self.rounding = max(rounding, 1)
    }

    /// Why a figure may not be published by itself; nothing where it may, or where nobody gave anything.
    public func reason(against cell: TableCell) -> SuppressionReason? {
        reason(kind: cell.kind, reporters: cell.reporters, value: cell.value, shares: cell.shares)
    }

    func reason(kind: TableCell.Kind, reporters: Int?, value: Double, shares: [String: Double]) -> SuppressionReason? {
        let given = shares.values.filter { $0 != 0 }
        if value == 0, given.isEmpty, reporters ?? 0 == 0 { return nil }
        if kind == .frequency, let reporters, reporters < leastReporters { return .fewReporters }
        // A count has either people behind it or operators; without either nobody knows whose it is.
        if kind == .frequency, reporters == nil || !shares.isEmpty, given.count < leastContributors { return .fewContributors }
        if kind == .magnitude, given.count < leastContributors { return .fewContributors }
        return dominanceGap(given) > 0 ? .dominance : nil
    }

    /// By how much the others' part falls short of hiding the largest: above zero the largest can be told to within p %.
    func dominanceGap(_ shares: [Double]) -> Double {
        let ordered = shares.map(\.magnitude).sorted(by: >)
        guard let largest = ordered.first else { return 0 }
        let rest = ordered.dropFirst(2).reduce(0, +)
        return dominance / 100 * largest - rest
    }

    /// How far from its value a hidden figure must stay uncertain, upwards and downwards.
    func protection(value: Double, kind: TableCell.Kind, shares: [String: Double]) -> Double {
        let base = kind == .frequency ? Double(rounding) : DisclosureRule.leastWidth
        return max(dominance / 100 * value.magnitude, dominanceGap(shares.values.filter { $0 != 0 }), base)
    }

    /// How uncertain any hidden amount stays, in its unit: none is a point.
    static let leastWidth = 1.0
}

/// Why a figure may not be published by itself.
public enum SuppressionReason: String, Sendable, Hashable, CaseIterable {
    /// Fewer people than the rule asks for.
    case fewReporters = "few-reporters"
    /// Fewer operators than the rule asks for.
    case fewContributors = "few-contributors"
    /// One operator's part is so large that another could work it out.
    case dominance
}
