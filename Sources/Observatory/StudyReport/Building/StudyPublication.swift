public import Disclosure
internal import Observatory

/// Makes figures that may be published of true counts: they all pass disclosure control, together, as all of them add up to one total.
///
/// What the centre counted alone is its own to publish, and is not held back.
public struct StudyPublication: Sendable {
    /// What figures come from, as disclosure control asks for a source of each.
    private let source: String
    private let rule: DisclosureRule

    /// A publication by a rule; the source is who or what the counts come from, with their date.
    public init(source: String, rule: DisclosureRule = DisclosureRule()) {
        self.source = source
        self.rule = rule
    }

    /// What of an indicator's counts is looked at together: those of one method and period.
    private struct Group: Hashable {
        var indicator: StudyIndicator
        var period: StudyPeriod
        var method: CountMethod
    }

    /// The figures, in an order that depends on them alone.
    public func figures(of counts: [StudyTally]) throws(DisclosureError) -> [StudyFigure] {
        var groups: [Group: [StudyTally]] = [:]
        for count in counts {
            groups[Group(indicator: count.indicator, period: count.period, method: count.method), default: []].append(count)
        }
        var figures: [StudyFigure] = []
        let sorted = groups.sorted { left, right in
            (left.key.indicator.rank, left.key.indicator.rawValue, left.key.period, left.key.method.rawValue)
                < (right.key.indicator.rank, right.key.indicator.rawValue, right.key.period, right.key.method.rawValue)
        }
        for (group, counts) in sorted { figures += try self.figures(of: counts, group) }
        return figures
    }

    /// Counts of the same keys as one cell.
    private struct Cell {
        var keys: [StudyKey: String]
        var dataset: String?
        var shares: [String: Double] = [:]
        var value: Double { shares.values.reduce(0, +) }

        /// Which table it stands in, and where in that.
        var key: CellKey {
            guard !keys.isEmpty else { return CellKey(CellKey.total, CellKey.total) }
            let parts = keys.sorted { $0.key < $1.key }
            return CellKey(parts.map(\.key.rawValue).joined(separator: "+"), parts.map(\.value).joined(separator: "+"))
        }
    }

    /// The centre among the contributors; a code of an operator is never empty.
    private static let centre = ""

    private func figures(of counts: [StudyTally], _ group: Group) throws(DisclosureError) -> [StudyFigure] {
        var byKeys: [[StudyKey: String]: Cell] = [:]
        for count in counts {
            byKeys[count.keys, default: Cell(keys: count.keys, dataset: count.dataset)]
                .shares[count.contributor ?? StudyPublication.centre, default: 0] += count.amount
        }
        let cells = byKeys.values.sorted { $0.key < $1.key }
        let isOwn = counts.allSatisfy { $0.contributor == nil }
        let published = isOwn ? nil : try publish(cells, group.method)
        return cells.map { cell in
            let value: StudyValue =
                if let published { published[cell.key]?.number.map(StudyValue.exact) ?? .suppressed } else { .exact(cell.value) }
            let contributors = value == .suppressed ? nil : cell.shares.count
            return StudyFigure(
                group.indicator, group.period, cell.keys, value, method: group.method, contributors: contributors, dataset: cell.dataset)
        }
    }

    /// Each table's parts and the total that they make, where they do make it.
    private func publish(_ cells: [Cell], _ method: CountMethod) throws(DisclosureError) -> PublishedTable {
        let told = try FigureMethod(method, source: source)
        var controlled: [TableCell] = []
        for cell in cells {
            controlled.append(try TableCell(cell.key, .magnitude, value: cell.value, shares: cell.shares, method: told))
        }
        let total = controlled.first { $0.key.codes[0] == CellKey.total }
        let tables = Dictionary(grouping: controlled.filter { $0.key.codes[0] != CellKey.total }) { $0.key.codes[0] }
        let sums = tables.sorted { $0.key < $1.key }.compactMap { _, parts -> StatisticalTable.Sum? in
            guard let total else { return nil }
            let sum = parts.reduce(0) { $0 + $1.value }
            return (sum - total.value).magnitude < 0.5 ? StatisticalTable.Sum(total.key, of: parts.map(\.key)) : nil
        }
        return try DisclosureControl(rule).publish(StatisticalTable(controlled, sums: sums)).published
    }
}
