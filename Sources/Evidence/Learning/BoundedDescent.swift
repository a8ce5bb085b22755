// One step of Newton's method inside bounds: for a few hundred numbers at most.

/// A symmetric matrix of second derivatives.
struct Curvature: Sendable {
    let count: Int
    private(set) var cells: [Double]

    /// A matrix with nothing beside its diagonal.
    init(diagonal: [Double]) {
        count = diagonal.count
        cells = Array(repeating: 0, count: count * count)
        for (index, value) in diagonal.enumerated() { cells[index * count + index] = value }
    }

    /// Adds to a cell and to its mirror image.
    mutating func add(_ value: Double, _ row: Int, _ column: Int) {
        cells[row * count + column] += value
        if row != column { cells[column * count + row] += value }
    }
}

/// Numbers on their way down to the least of a convex function, each inside its bounds.
struct BoundedDescent: Sendable {
    private(set) var values: [Double]
    private let bounds: [ClosedRange<Double>]

    /// Begins at these values.
    init(values: [Double], bounds: [ClosedRange<Double>]) {
        self.values = values
        self.bounds = bounds
    }

    /// Goes `share` of the way to the least of the parabola with this gradient and curvature here; gives the longest way any number went.
    mutating func step(gradient: [Double], curvature: Curvature, share: Double = 1) -> Double {
        let start = values
        var gradient = gradient
        for _ in 0..<100 {
            if BoundedDescent.sweep(&values, &gradient, curvature.cells, bounds) < 1e-5 { break }
        }
        var longest = 0.0
        for index in values.indices {
            let way = share * (values[index] - start[index])
            values[index] = start[index] + way
            longest = max(longest, abs(way))
        }
        return longest
    }

    /// Moves each number to its best place while the others stand still.
    private static func sweep(
        _ values: inout [Double], _ gradient: inout [Double], _ cells: [Double], _ bounds: [ClosedRange<Double>]
    ) -> Double {
        let cells = cells.span
        var slopes = gradient.mutableSpan
        let count = bounds.count
        var longest = 0.0
        for index in 0..<count {
            let best = values[index] - slopes[index] / cells[index * count + index]
            let place = min(max(best, bounds[index].lowerBound), bounds[index].upperBound)
            let way = place - values[index]
            guard way != 0 else { continue }
            values[index] = place
            for other in 0..<count { slopes[other] += way * cells[index * count + other] }
            longest = max(longest, abs(way))
        }
        return longest
    }
}
