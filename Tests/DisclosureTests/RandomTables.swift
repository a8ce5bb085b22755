import Messages
import Observatory

@testable import Disclosure

/// Tables of invented operators, different for each seed: some cells empty, some with one operator, some dominated by one.
struct RandomTables {
    private var random: SplitMix
    static var method: FigureMethod { get throws { try FigureMethod(.measured, source: "invented") } }

    init(seed: UInt64) { random = SplitMix(seed: seed) }

    mutating func shares(_ operators: Int, scale: Double = 1000) -> [String: Double] {
        var shares: [String: Double] = [:]
        for number in 0..<operators where Int.random(in: 0..<3, using: &random) > 0 {
            let size = Double.random(in: 0...1, using: &random)
            shares["O\(number)"] = (scale * size * size * size).rounded()
        }
        return shares.filter { $0.value > 0 }
    }

    mutating func amount(_ key: CellKey, _ operators: Int = 5) throws -> TableCell {
        let given = Int.random(in: 0..<6, using: &random) == 0 ? [:] : shares(operators)
        return try TableCell(key, .magnitude, value: given.values.reduce(0, +), shares: given, method: Self.method)
    }

    mutating func count(_ key: CellKey) throws -> TableCell {
        let people =
            Int.random(in: 0..<3, using: &random) == 0 ? Int.random(in: 0..<10, using: &random) : Int.random(in: 0..<200, using: &random)
        return try TableCell(key, .frequency, value: Double(people), reporters: people, method: Self.method)
    }

    /// A crossing with margins.
    mutating func crossing(_ rows: Int, _ columns: Int, counts: Bool) throws -> StatisticalTable {
        var cells: [TableCell] = []
        for row in 0..<rows {
            for column in 0..<columns {
                let key = CellKey("r\(row)", "c\(column)")
                cells.append(counts ? try count(key) : try amount(key))
            }
        }
        return try StatisticalTable.withMargins(cells, reportersAreDisjoint: true)
    }

    /// How many of a few organisations chose what, by kind of organisation: each knows its own choice.
    mutating func choices(_ kinds: Int, _ options: Int) throws -> StatisticalTable {
        var cells: [TableCell] = []
        for kind in 0..<kinds {
            let chosen = (0..<Int.random(in: 1...12, using: &random)).map { _ in pick(options) }
            for option in 0..<options {
                let choosers = chosen.indices.filter { chosen[$0] == option }
                let shares = Dictionary(uniqueKeysWithValues: choosers.map { ("k\(kind)-\($0)", 1.0) })
                let (key, value) = (CellKey("k\(kind)", "o\(option)"), Double(choosers.count))
                cells.append(try TableCell(key, .frequency, value: value, shares: shares, method: Self.method))
            }
        }
        return try StatisticalTable.withMargins(cells)
    }

    /// Months in quarters in a year, by one other dimension.
    mutating func year(_ others: Int, months: Int = 6) throws -> StatisticalTable {
        var cells: [TableCell] = []
        for month in 1...months { for other in 0..<others { cells.append(try amount(CellKey("m\(month)", "o\(other)"))) } }
        return try StatisticalTable.withTotals(
            cells,
            [
                .init("q1", of: ["m1", "m2", "m3"], in: 0), .init("q2", of: ["m4", "m5", "m6"], in: 0), .init(of: ["q1", "q2"], in: 0),
                .init(of: (0..<others).map { "o\($0)" }, in: 1),
            ])
    }

    mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
}

/// Who attacks: everybody, or an operator who knows its own part.
struct Attack {
    let table: StatisticalTable
    let release: DisclosureControl.Release

    /// The cells that somebody can tell too closely.
    func recovered() -> [String] {
        var found = recovered(by: nil)
        for operatorCode in Set(table.cells.flatMap(\.shares.keys)).sorted() { found += recovered(by: operatorCode) }
        return found
    }

    func recovered(by operatorCode: String?) -> [String] {
        var (known, own): ([CellKey: Double], [CellKey: Double]) = ([:], [:])
        for cell in table.cells {
            guard let operatorCode, let share = cell.shares[operatorCode], share > 0 else { continue }
            own[cell.key] = share
            if cell.shares.count == 1 { known[cell.key] = cell.value }
        }
        let rule = release.published.rule
        return DisclosureAuditor(release.published).findings(knowing: known, atLeast: own).compactMap { finding in
            guard let cell = table[finding.key], let said = release.published[finding.key] else { return "\(finding.key)?" }
            guard finding.low <= cell.value * (1 + 1e-9) + 1e-6, finding.high >= cell.value * (1 - 1e-9) - 1e-6 else {
                return "\(finding.key): the attack is wrong"
            }
            var wanted = 1e-6
            if case .suppressed = said.figure {
                let protection = rule.protection(value: cell.value, kind: cell.kind, shares: cell.shares)
                wanted = protection + min(protection, cell.value - (own[finding.key] ?? 0))
            } else if operatorCode != nil {
                return nil
            }
            return finding.width < wanted * (1 - 1e-6)
                ? "\(operatorCode ?? "anybody") tells \(finding.key) to \(finding.width) of \(wanted)" : nil
        }
    }
}
