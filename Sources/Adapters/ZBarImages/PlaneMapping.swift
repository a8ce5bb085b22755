/// A place in a picture or among a code's modules, counted from the upper left corner.
struct PlanePoint {
    var x: Double
    var y: Double

    static func - (left: PlanePoint, right: PlanePoint) -> PlanePoint { PlanePoint(x: left.x - right.x, y: left.y - right.y) }

    /// The square of the distance from the corner.
    var square: Double { x * x + y * y }

    /// How far another direction turns from this one, times both lengths; positive clockwise, as rows run downwards.
    func turn(to other: PlanePoint) -> Double { x * other.y - y * other.x }
}

/// Takes the plane of a code to the plane of its picture, as a camera does that looks at it from the side (a homography).
struct PlaneMapping {
    /// One place in both planes.
    struct Pair {
        var from: PlanePoint
        var to: PlanePoint
        /// How much it counts beside others.
        var weight = 1.0
    }

    /// Row by row, but for the last, which is 1.
    private var terms: [Double]
    /// Modules are counted from here, so that the numbers below are of one size.
    private let centre: PlanePoint
    private let scale: Double

    /// The mapping that fits the pairs best, at least four; nothing when they lie so that there is none. A flat one keeps parallels
    /// parallel: it errs less far from its pairs where there is no perspective.
    init?(_ pairs: [Pair], isFlat: Bool = false) {
        guard pairs.count >= 4 else { return nil }
        let centre = PlanePoint(
            x: pairs.reduce(0) { $0 + $1.from.x } / Double(pairs.count), y: pairs.reduce(0) { $0 + $1.from.y } / Double(pairs.count))
        let reach = pairs.reduce(0) { max($0, ($1.from - centre).square) }.squareRoot()
        guard reach > 0 else { return nil }
        self.centre = centre
        scale = 1 / reach
        // Normal equations of the direct linear transform: eight unknowns and the right side.
        var matrix = [[Double]](repeating: [Double](repeating: 0, count: 9), count: 8)
        let depth = isFlat ? 0.0 : 1.0
        if isFlat {
            matrix[6][6] = 1
            matrix[7][7] = 1
        }
        for pair in pairs {
            let x = (pair.from.x - centre.x) * scale
            let y = (pair.from.y - centre.y) * scale
            let rows = [
                [x, y, 1, 0, 0, 0, -x * depth * pair.to.x, -y * depth * pair.to.x, pair.to.x],
                [0, 0, 0, x, y, 1, -x * depth * pair.to.y, -y * depth * pair.to.y, pair.to.y],
            ]
            for row in rows {
                for line in 0..<8 {
                    for column in 0..<9 { matrix[line][column] += pair.weight * row[line] * row[column] }
                }
            }
        }
        guard let solved = Self.solve(matrix) else { return nil }
        terms = solved
    }

    /// Gaussian elimination; nothing when the equations do not settle all unknowns.
    private static func solve(_ equations: [[Double]]) -> [Double]? {
        var matrix = equations
        let count = matrix.count
        for column in 0..<count {
            guard let pivot = (column..<count).max(by: { abs(matrix[$0][column]) < abs(matrix[$1][column]) }),
                abs(matrix[pivot][column]) > 1e-9
            else { return nil }
            matrix.swapAt(column, pivot)
            for row in 0..<count where row != column {
                let factor = matrix[row][column] / matrix[column][column]
                for place in column...count { matrix[row][place] -= factor * matrix[column][place] }
            }
        }
        return (0..<count).map { matrix[$0][count] / matrix[$0][$0] }
    }

    /// Where a place comes to lie; nothing at or behind the horizon.
    func callAsFunction(_ place: PlanePoint) -> PlanePoint? {
        let x = (place.x - centre.x) * scale
        let y = (place.y - centre.y) * scale
        let depth = terms[6] * x + terms[7] * y + 1
        guard depth > 1e-6 else { return nil }
        return PlanePoint(x: (terms[0] * x + terms[1] * y + terms[2]) / depth, y: (terms[3] * x + terms[4] * y + terms[5]) / depth)
    }
}
