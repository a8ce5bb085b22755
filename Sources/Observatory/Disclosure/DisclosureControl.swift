/// Decides what of a table may be handed out.
///
/// What comes out is safe by construction: figures that the rule forbids are hidden, then others with them until nobody who reads the table,
/// be it an operator who knows its own part, can tell a hidden figure more closely than its protection allows.
///
/// Tables are fixed. Of a period that was published already:
/// - what was hidden stays hidden;
/// - what was published stays in the table;
/// - a figure is revised only where at least as many operators made the change as may stand behind a figure, and none dominates it; otherwise
///   the earlier figure is said again. Else the difference of two releases would tell what one operator gave.
/// - a new period joins as new cells of the same table, so that sums over both are looked at together.
public struct DisclosureControl: Sendable {
    /// The rule.
    public let rule: DisclosureRule

    /// A control by a rule.
    public init(_ rule: DisclosureRule = DisclosureRule()) { self.rule = rule }

    /// What was handed out, with the true figures it was made from. Keep it in the house: the next release of the table asks for it.
    public struct Release: Sendable {
        /// What may be handed out.
        public let published: PublishedTable
        /// The true cells that the published figures were made from.
        let basis: [CellKey: TableCell]
    }

    /// What may be handed out of a table, given what was handed out of it before.
    public func publish(_ table: StatisticalTable, after earlier: Release? = nil) throws(DisclosureError) -> Release {
        if let dropped = earlier?.published.cells.first(where: { table[$0.key] == nil }) { throw .dropped(dropped.key) }
        let plans = table.cells.map { Plan($0, rule, earlier?.basis[$0.key], earlier?.published[$0.key]) }
        var search = SuppressionSearch(
            cells: plans.map { $0.searched(rule) },
            sums: table.sums.map { sum in ([sum.total] + sum.parts).compactMap { table.places[$0] } }, readers: readers(plans))
        search.run()
        // Where even hiding all that is new does not help, nothing new is said.
        let hides = search.isSafe ? search.cells.map(\.isHidden) : plans.map { _ in true }
        var basis: [CellKey: TableCell] = [:]
        let cells = zip(plans, hides).map { plan, isHidden in
            let cell = plan.published(isHidden: isHidden, rule)
            if case .notRevised = cell.figure { basis[cell.key] = plan.earlierBasis } else { basis[cell.key] = plan.cell }
            return cell
        }
        return Release(published: PublishedTable(cells: cells, sums: table.sums, rule: rule), basis: basis)
    }

    /// The operators, each with what it knows: a cell that it alone contributed to, or alone changed since it was published.
    private func readers(_ plans: [Plan]) -> [SuppressionSearch.Reader] {
        var readers: [String: SuppressionSearch.Reader] = [:]
        for (place, plan) in plans.enumerated() {
            let given = plan.cell.shares.filter { $0.value != 0 }
            for (operatorCode, share) in given {
                readers[operatorCode, default: SuppressionSearch.Reader()].own[place] = share
                if given.count == 1 { readers[operatorCode]?.known.insert(place) }
            }
            let changed = plan.changes.filter { $0.value != 0 }
            if plan.isPublic, changed.count == 1, let only = changed.first?.key {
                readers[only, default: SuppressionSearch.Reader()].known.insert(place)
            }
        }
        return readers.sorted { $0.key < $1.key }.map(\.value)
    }
}

/// What is to become of one cell.
private struct Plan {
    let cell: TableCell
    let earlierBasis: TableCell?
    let earlier: PublishedCell?
    /// Why it may not be said by itself.
    let reason: SuppressionReason?
    /// By how much each operator's part changed since it was published.
    let changes: [String: Double]
    /// Why the change may not be seen.
    let reasonOfChange: SuppressionReason?

    /// Whether a figure of it is out already.
    var isPublic: Bool { earlier?.number != nil }

    init(_ cell: TableCell, _ rule: DisclosureRule, _ basis: TableCell?, _ earlier: PublishedCell?) {
        self.cell = cell
        self.earlier = earlier
        earlierBasis = basis
        reason = rule.reason(against: cell)
        guard let basis, earlier?.number != nil else {
            (changes, reasonOfChange) = ([:], nil)
            return
        }
        changes = cell.shares.merging(basis.shares.mapValues { -$0 }, uniquingKeysWith: +)
            .filter { $0.value.magnitude > 1e-9 * max(cell.value, basis.value) }
        let people = cell.reporters.flatMap { now in basis.reporters.map { (now - $0).magnitude } }
        let hasChanged = !changes.isEmpty || !StatisticalTable.isSame(cell.value, basis.value)
        reasonOfChange =
            hasChanged
            ? rule.reason(kind: cell.kind, reporters: people.map { Int($0) }, value: 1, shares: changes) : nil
    }

    func searched(_ rule: DisclosureRule) -> SuppressionSearch.Cell {
        var searched = SuppressionSearch.Cell(value: cell.value)
        searched.isHidden = reason != nil || reasonOfChange != nil || earlier?.isSuppressed == true
        if reason != nil || hadReason {
            searched.protection = rule.protection(value: cell.value, kind: cell.kind, shares: cell.shares)
        } else if reasonOfChange != nil {
            let change = cell.value - (earlierBasis?.value ?? 0)
            searched.protection = rule.protection(value: change, kind: cell.kind, shares: changes)
        }
        // A figure that is out and did not change is known, whatever is said now.
        if isPublic, let earlierBasis { searched.canHide = !StatisticalTable.isSame(cell.value, earlierBasis.value) }
        if cell.kind == .frequency {
            let rounded = rule.rounded(cell.value)
            let margin = rule.margin
            searched.band = (rounded - margin.below - cell.value)...(rounded + margin.above - cell.value)
        }
        return searched
    }

    private var hadReason: Bool {
        if case .suppressed = earlier?.figure { return true }
        return false
    }

    func published(isHidden: Bool, _ rule: DisclosureRule) -> PublishedCell {
        PublishedCell(key: cell.key, kind: cell.kind, figure: figure(isHidden, rule), method: cell.method)
    }

    private func figure(_ isHidden: Bool, _ rule: DisclosureRule) -> PublishedCell.Figure {
        if let reason { return .suppressed(reason) }
        if let earlier, earlier.isSuppressed { return earlier.figure }
        if isHidden { return earlier?.number.map { .notRevised($0) } ?? .complementary }
        return cell.kind == .frequency ? .rounded(rule.rounded(cell.value)) : .value(cell.value)
    }
}

extension DisclosureRule {
    /// A count as it is published: the nearest multiple of the base, upwards from the middle.
    func rounded(_ count: Double) -> Double {
        let base = Double(rounding)
        return ((count - margin.above) / base).rounded(.up) * base
    }

    /// How far below and above a rounded count the true one can be.
    var margin: (below: Double, above: Double) { (Double(rounding / 2), Double((rounding - 1) / 2)) }
}
