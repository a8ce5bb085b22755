import Messages
import TestSupport
import Testing

@testable import Disclosure

/// Nobody works out a hidden figure, neither from one release nor from two.
@Suite struct DifferencingTests {
    private let control = DisclosureControl()

    private func attack(_ name: String, _ seeds: Range<UInt64>, _ table: (inout RandomTables) throws -> StatisticalTable) throws {
        var count = CaseCount(name)
        var hidden = 0
        for seed in seeds {
            var random = RandomTables(seed: seed)
            let table = try table(&random)
            let release = try control.publish(table)
            hidden += release.published.cells.count { $0.isSuppressed }
            let recovered = Attack(table: table, release: release).recovered()
            count.check(recovered.isEmpty, "seed \(seed): \(recovered)")
        }
        #expect(count.report() == seeds.count && count.failed.isEmpty)
        #expect(hidden > seeds.count, "there is something to recover")
    }

    @Test func aLineWithItsTotal() throws {
        try attack("Disclosure lines", 0..<200) { random in
            var cells: [TableCell] = []
            for place in 0..<6 { cells.append(try random.amount(CellKey("c\(place)"))) }
            return try StatisticalTable.withMargins(cells)
        }
    }

    @Test func amountsCrossed() throws { try attack("Disclosure amounts", 0..<150) { try $0.crossing(4, 3, counts: false) } }

    @Test func countsCrossed() throws { try attack("Disclosure counts", 0..<150) { try $0.crossing(5, 4, counts: true) } }

    @Test func choicesOfOrganisations() throws { try attack("Disclosure choices", 0..<60) { try $0.choices(3, 3) } }

    @Test func monthsInQuarters() throws { try attack("Disclosure periods", 0..<60) { try $0.year(3) } }

    /// The attack has teeth: where only what the rule forbids is hidden, sums give it away.
    @Test func sumsGiveAwayWhatIsHiddenAlone() throws {
        var random = RandomTables(seed: 7)
        var recovered = 0
        for _ in 0..<50 {
            let table = try random.crossing(4, 3, counts: false)
            let cells = table.cells.map { cell in
                let reason = control.rule.reason(against: cell)
                return PublishedCell(
                    key: cell.key, kind: cell.kind, figure: reason.map { .suppressed($0) } ?? .value(cell.value), method: cell.method)
            }
            let published = PublishedTable(cells: cells, sums: table.sums, rule: control.rule)
            recovered += DisclosureAuditor(published).findings().count { $0.width < 1e-6 }
        }
        #expect(recovered > 20)
    }

    // MARK: Two releases

    /// One operator joins late, or puts right what it gave: no two releases together tell what it gave.
    @Test func aReleaseWithOneOperatorMore() throws {
        var count = CaseCount("Disclosure revisions")
        for seed in 0..<100 as Range<UInt64> {
            var random = RandomTables(seed: seed)
            let before = try random.crossing(3, 3, counts: false)
            let first = try control.publish(before)
            let leaves = try before.cells.filter { !$0.key.codes.contains(CellKey.total) }.map { cell in
                var shares = cell.shares
                if random.pick(2) == 0 { shares["late"] = Double(1 + random.pick(500)) }
                return try TableCell(cell.key, .magnitude, value: shares.values.reduce(0, +), shares: shares, method: RandomTables.method)
            }
            let after = try StatisticalTable.withMargins(leaves)
            let second = try control.publish(after, after: first)
            for (old, new) in zip(first.published.cells, second.published.cells) {
                count.check(!old.isSuppressed || new.isSuppressed, "seed \(seed): \(old.key) was hidden")
                let isChanged = before[old.key]?.value != after[old.key]?.value
                let isSilent = new.isSuppressed || new.number == old.number
                count.check(!isChanged || old.isSuppressed || isSilent, "seed \(seed): \(old.key) tells what one gave")
            }
            let recovered = Attack(table: after, release: second).recovered()
            count.check(recovered.isEmpty, "seed \(seed): \(recovered)")
        }
        count.report()
        #expect(count.failed.isEmpty)
    }

    /// A change that several operators made is published.
    @Test func aRevisionByMany() throws {
        func table(_ shares: [String: Double]) throws -> StatisticalTable {
            try StatisticalTable([
                TableCell(CellKey("a"), .magnitude, value: shares.values.reduce(0, +), shares: shares, method: RandomTables.method)
            ])
        }
        let first = try control.publish(table(["A": 100, "B": 90, "C": 80]))
        let second = try control.publish(table(["A": 110, "B": 99, "C": 88]), after: first)
        #expect(second.published[CellKey("a")]?.figure == .value(297))
        let third = try control.publish(table(["A": 110, "B": 99, "C": 95]), after: second)
        #expect(third.published[CellKey("a")]?.figure == .notRevised(297))
        #expect(third.published[CellKey("a")]?.observationStatus == "P")
        // What the third release did not say is still a part of the change that the fourth would show.
        let fourth = try control.publish(table(["A": 110, "B": 99, "C": 96]), after: third)
        #expect(fourth.published[CellKey("a")]?.figure == .notRevised(297))
    }

    /// Another period joins: what the months hide, the total over them does not tell.
    @Test func aReleaseWithOnePeriodMore() throws {
        var count = CaseCount("Disclosure next periods")
        for seed in 0..<80 as Range<UInt64> {
            var random = RandomTables(seed: seed)
            let whole = try random.year(3)
            let early = try StatisticalTable.withMargins(
                whole.cells.filter { ["m1", "m2"].contains($0.key.codes[0]) && $0.key.codes[1] != CellKey.total })
            let months = try StatisticalTable(
                early.cells.filter { $0.key.codes[0] != CellKey.total }, sums: early.sums.filter { $0.total.codes[0] != CellKey.total })
            let first = try control.publish(months)
            let second = try control.publish(whole, after: first)
            for old in first.published.cells {
                count.check(second.published[old.key]?.number == old.number, "seed \(seed): \(old.key) is another figure")
            }
            let recovered = Attack(table: whole, release: second).recovered()
            count.check(recovered.isEmpty, "seed \(seed): \(recovered)")
        }
        count.report()
        #expect(count.failed.isEmpty)
    }

    @Test func aCellThatWasPublishedStays() throws {
        var random = RandomTables(seed: 1)
        let first = try control.publish(random.crossing(3, 3, counts: true))
        #expect(throws: DisclosureError.self) { try control.publish(random.crossing(2, 3, counts: true), after: first) }
    }
}
