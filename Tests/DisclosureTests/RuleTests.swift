import Observatory
import Testing

@testable import Disclosure

/// What may be said of one figure, and what a cell must bring along.
@Suite struct RuleTests {
    private let rule = DisclosureRule()

    private func amount(_ shares: [String: Double]) throws -> TableCell {
        try TableCell(CellKey("a"), .magnitude, value: shares.values.reduce(0, +), shares: shares, method: RandomTables.method)
    }

    private func count(_ people: Int) throws -> TableCell {
        try TableCell(CellKey("a"), .frequency, value: Double(people), reporters: people, method: RandomTables.method)
    }

    @Test func countsNeedTenPeople() throws {
        #expect(rule.reason(against: try count(9)) == .fewReporters)
        #expect(rule.reason(against: try count(10)) == nil)
        #expect(rule.reason(against: try count(0)) == nil)
    }

    @Test func amountsNeedThreeOperators() throws {
        #expect(rule.reason(against: try amount(["A": 10, "B": 10])) == .fewContributors)
        #expect(rule.reason(against: try amount(["A": 10, "B": 10, "C": 10])) == nil)
        #expect(rule.reason(against: try amount(["A": 10, "B": 10, "C": 0])) == .fewContributors)
        let unknown = try TableCell(CellKey("a"), .magnitude, value: 5, method: RandomTables.method)
        #expect(rule.reason(against: unknown) == .fewContributors)
    }

    /// The second largest, who subtracts its own part, must not tell the largest to within 10 %.
    @Test func oneOperatorMustNotDominate() throws {
        #expect(rule.reason(against: try amount(["A": 100, "B": 50, "C": 9])) == .dominance)
        #expect(rule.reason(against: try amount(["A": 100, "B": 50, "C": 10])) == nil)
    }

    @Test func countsAreRoundedToFive() throws {
        #expect([10, 12, 13, 17, 18].map { rule.rounded($0) } == [10, 10, 15, 15, 20])
        #expect([4, 5, 14, 15].map { DisclosureRule(rounding: 10).rounded($0) } == [0, 10, 10, 20])
        let release = try DisclosureControl().publish(StatisticalTable([count(13)]))
        #expect(release.published[CellKey("a")]?.figure == .rounded(15))
    }

    @Test func suppressedIsNotZero() throws {
        let key = CellKey("a")
        let hidden = try DisclosureControl().publish(StatisticalTable([count(3)])).published[key]
        #expect(hidden?.number == nil && hidden?.observationStatus == "Q" && hidden?.confidentialityStatus == "C")
        let zero = try DisclosureControl().publish(StatisticalTable([count(0)])).published[key]
        #expect(zero?.number == 0 && zero?.observationStatus == "A" && zero?.confidentialityStatus == "F")
    }

    @Test func oneHiddenAmountNeedsAnother() throws {
        let parts = [("a", ["A": 3.0]), ("b", ["A": 20, "B": 20, "C": 20]), ("c", ["A": 400, "B": 400, "C": 400])]
        let cells = try parts.map { name, shares in
            try TableCell(CellKey(name), .magnitude, value: shares.values.reduce(0, +), shares: shares, method: RandomTables.method)
        }
        let published = try DisclosureControl().publish(.withMargins(cells)).published
        #expect(published[CellKey("a")]?.figure == .suppressed(.fewContributors))
        #expect(published[CellKey("b")]?.figure == .complementary && published[CellKey("b")]?.confidentialityStatus == "D")
        #expect(published[CellKey("c")]?.number == 1200 && published[CellKey(CellKey.total)]?.number == 1263)
    }

    /// Rounded neighbours leave a small count uncertain enough: nothing more is hidden for it.
    @Test func roundingHidesASmallCount() throws {
        let cells = try [("a", 3), ("b", 40), ("c", 60)].map { name, people in
            try TableCell(CellKey(name), .frequency, value: Double(people), reporters: people, method: RandomTables.method)
        }
        let published = try DisclosureControl().publish(.withMargins(cells, reportersAreDisjoint: true)).published
        #expect(published.cells.filter(\.isSuppressed).map(\.key) == [CellKey("a")])
        let found = DisclosureAuditor(published).findings()
        #expect(found.count == 1 && found[0].low == 0 && found[0].high == 11)
    }

    @Test func aFigureWithoutMethodCannotBe() {
        #expect(throws: DisclosureError.noSource) { try FigureMethod(.measured, source: " ") }
        #expect(throws: DisclosureError.coverage(1.5)) { try FigureMethod(.sampled, source: "log", coverage: 1.5) }
    }

    @Test func tablesAreCoherent() throws {
        let method = try RandomTables.method
        #expect(throws: DisclosureError.self) { try TableCell(CellKey("a"), .magnitude, value: -1, method: method) }
        #expect(throws: DisclosureError.self) { try TableCell(CellKey("a"), .frequency, value: 1.5, method: method) }
        #expect(throws: DisclosureError.self) { try TableCell(CellKey("a"), .magnitude, value: 9, shares: ["A": 10], method: method) }
        let (a, b) = (try count(20), try TableCell(CellKey("b"), .frequency, value: 30, reporters: 30, method: method))
        #expect(throws: DisclosureError.notAdditive(CellKey("b"))) {
            try StatisticalTable([a, b], sums: [.init(CellKey("b"), of: [CellKey("a")])])
        }
        #expect(throws: DisclosureError.missing(CellKey("x"))) {
            try StatisticalTable([a, b], sums: [.init(CellKey("b"), of: [CellKey("a"), CellKey("x")])])
        }
        #expect(throws: DisclosureError.key(CellKey("a"))) { try StatisticalTable([a, a]) }
    }
}
