/// A small linear program: the largest value of `objective · x` where each row is met and each x lies within its bounds.
///
/// The simplex method on a dense tableau, with bounds on the variables and a start that need not be a corner (Chvátal, "Linear Programming",
/// 1983, chapter 8). Rows are sums of cells, so entries are 1 and -1 and the numbers stay tame.
struct LinearProgram {
    /// One row: entries by column, which make zero together with the constant.
    struct Row {
        var entries: [(column: Int, factor: Double)]
        var constant = 0.0
    }

    private let columns: Int
    private let rows: Int
    private let lower: [Double]
    private let upper: [Double]

    private var tableau: [Double]
    private var values: [Double]
    private var basic: [Int?]
    private var isBasic: [Bool]
    /// The value of the artificial variable of a row, which is zero once the row is met.
    private var artificial: [Double]
    private var isFirstPhase = false
    private var costs: [Double]

    private static let small = 1e-9
    /// After so many steps the first column that helps is taken instead of the best, which cannot run in a circle (Bland 1977).
    private static let hurried = 200
    private static let steps = 5000

    /// A program that starts at a point within the bounds.
    init(lower: [Double], upper: [Double], rows given: [Row], start: [Double]) {
        columns = lower.count
        rows = given.count
        self.lower = lower
        self.upper = upper
        values = start
        basic = Array(repeating: nil, count: rows)
        isBasic = Array(repeating: false, count: columns)
        artificial = Array(repeating: 0, count: rows)
        costs = Array(repeating: 0, count: columns)
        tableau = Array(repeating: 0, count: rows * columns)
        for (place, row) in given.enumerated() {
            let left = row.entries.reduce(row.constant) { $0 + $1.factor * start[$1.column] }
            // What is missing of a row is made up by a variable of its own, which is never negative.
            let sign = left > 0 ? -1.0 : 1.0
            for entry in row.entries { tableau[place * columns + entry.column] += sign * entry.factor }
            artificial[place] = left.magnitude
        }
    }

    /// Brings the point to where all rows are met; whether there is such a point.
    mutating func reachFeasible(tolerance: Double) -> Bool {
        isFirstPhase = true
        price([Double](repeating: 0, count: columns))
        _ = run(stop: .infinity)
        isFirstPhase = false
        let isFeasible = artificial.allSatisfy { $0 <= tolerance }
        for row in 0..<rows where basic[row] == nil { artificial[row] = 0 }
        return isFeasible
    }

    /// The largest value of an objective, infinite where there is none, and the point where it is. The search ends early when it passes `stop`.
    mutating func maximum(of objective: [Double], stop: Double = .infinity) -> (value: Double, point: [Double]) {
        price(objective)
        let isBounded = run(stop: stop, objective)
        return (isBounded ? value(of: objective) : .infinity, values)
    }

    private func value(of objective: [Double]) -> Double {
        var sum = 0.0
        for column in 0..<columns where objective[column] != 0 { sum += objective[column] * values[column] }
        return sum
    }

    /// What one more of each column is worth, with the basic variables following.
    private mutating func price(_ objective: [Double]) {
        costs = objective
        for row in 0..<rows {
            // In the first phase an artificial variable costs 1 for each unit.
            let cost = basic[row].map { objective[$0] } ?? (isFirstPhase ? -1 : 0)
            guard cost != 0 else { continue }
            for column in 0..<columns { costs[column] -= cost * tableau[row * columns + column] }
        }
    }

    /// Steps until nothing helps; false where the objective has no bound.
    private mutating func run(stop: Double, _ objective: [Double] = []) -> Bool {
        for step in 0..<LinearProgram.steps {
            guard let entering = entering(isHurried: step >= LinearProgram.hurried) else { return true }
            guard advance(entering) else { return false }
            if stop < .infinity, value(of: objective) >= stop { return true }
        }
        return true
    }

    private func entering(isHurried: Bool) -> (column: Int, direction: Double)? {
        var best: (column: Int, direction: Double)?
        var gain = LinearProgram.small
        for column in 0..<columns where !isBasic[column] {
            let cost = costs[column]
            guard cost.magnitude > gain else { continue }
            guard cost > 0 ? values[column] < upper[column] : values[column] > lower[column] else { continue }
            best = (column, cost > 0 ? 1 : -1)
            if isHurried { return best }
            gain = cost.magnitude
        }
        return best
    }

    /// Moves one variable as far as it goes; false where nothing stops it.
    private mutating func advance(_ entering: (column: Int, direction: Double)) -> Bool {
        let (column, direction) = entering
        var step = direction > 0 ? upper[column] - values[column] : values[column] - lower[column]
        var leaving: (row: Int, value: Double)?
        var pivot = 0.0
        for row in 0..<rows {
            let slope = -direction * tableau[row * columns + column]
            guard slope.magnitude > LinearProgram.small else { continue }
            let bound = self.bound(of: row, rising: slope > 0)
            guard bound.magnitude < .infinity else { continue }
            let reach = max((bound - value(ofRow: row)) / slope, 0)
            if reach < step || (reach == step && slope.magnitude > pivot) {
                (step, leaving, pivot) = (reach, (row, bound), slope.magnitude)
            }
        }
        guard step < .infinity else { return false }
        for row in 0..<rows { shift(row, by: -direction * tableau[row * columns + column] * step) }
        guard let leaving else {
            values[column] = direction > 0 ? upper[column] : lower[column]
            return true
        }
        values[column] += direction * step
        if let left = basic[leaving.row] {
            values[left] = leaving.value
            isBasic[left] = false
        } else {
            artificial[leaving.row] = 0
        }
        exchange(leaving.row, column)
        return true
    }

    private func value(ofRow row: Int) -> Double { basic[row].map { values[$0] } ?? artificial[row] }

    private func bound(of row: Int, rising: Bool) -> Double {
        if let column = basic[row] { return rising ? upper[column] : lower[column] }
        return rising && isFirstPhase ? .infinity : 0
    }

    private mutating func shift(_ row: Int, by amount: Double) {
        if let column = basic[row] { values[column] += amount } else { artificial[row] += amount }
    }

    /// Makes a column basic in a row.
    private mutating func exchange(_ row: Int, _ column: Int) {
        let base = row * columns
        let pivot = tableau[base + column]
        for other in 0..<columns { tableau[base + other] /= pivot }
        for target in 0..<rows where target != row {
            let factor = tableau[target * columns + column]
            guard factor != 0 else { continue }
            for other in 0..<columns { tableau[target * columns + other] -= factor * tableau[base + other] }
        }
        let cost = costs[column]
        for other in 0..<columns { costs[other] -= cost * tableau[base + other] }
        basic[row] = column
        isBasic[column] = true
    }
}
