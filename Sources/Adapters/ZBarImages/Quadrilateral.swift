/// The four corners of a square that is seen from the side.
enum Quadrilateral {
    /// The corners of a region, clockwise, by straight lines through its outline; nothing when it is not like a square at all.
    static func corners(of pixels: [Int], width: Int) -> [PlanePoint]? {
        let outline = outline(of: pixels, width: width)
        guard let rough = roughCorners(of: outline) else { return nil }
        let sides = (0..<4).map { side(of: outline, from: rough[$0], to: rough[($0 + 1) % 4]) }
        return (0..<4).map { index in
            guard let before = sides[(index + 3) % 4], let after = sides[index], let corner = before.meets(after),
                (corner - rough[index]).square < 0.04 * (rough[0] - rough[2]).square
            else { return rough[index] }
            return corner
        }
    }

    /// The outer edges of the first and last pixel of each row and column.
    private static func outline(of pixels: [Int], width: Int) -> [PlanePoint] {
        let rows = pixels.lazy.map { $0 / width }
        let columns = pixels.lazy.map { $0 % width }
        guard let top = rows.min(), let bottom = rows.max(), let left = columns.min(), let right = columns.max() else { return [] }
        var across = [(least: Int, most: Int)](repeating: (.max, -1), count: bottom - top + 1)
        var down = [(least: Int, most: Int)](repeating: (.max, -1), count: right - left + 1)
        for place in pixels {
            let (row, column) = place.quotientAndRemainder(dividingBy: width)
            across[row - top] = (min(across[row - top].least, column), max(across[row - top].most, column))
            down[column - left] = (min(down[column - left].least, row), max(down[column - left].most, row))
        }
        var outline: [PlanePoint] = []
        for (row, ends) in across.enumerated() {
            outline.append(PlanePoint(x: Double(ends.least), y: Double(row + top) + 0.5))
            outline.append(PlanePoint(x: Double(ends.most + 1), y: Double(row + top) + 0.5))
        }
        for (column, ends) in down.enumerated() {
            outline.append(PlanePoint(x: Double(column + left) + 0.5, y: Double(ends.least)))
            outline.append(PlanePoint(x: Double(column + left) + 0.5, y: Double(ends.most + 1)))
        }
        return outline
    }

    /// Two points of the outline far apart, and the farthest on either side of the line between them, clockwise.
    private static func roughCorners(of outline: [PlanePoint]) -> [PlanePoint]? {
        guard let any = outline.first, let first = outline.max(by: { ($0 - any).square < ($1 - any).square }),
            let third = outline.max(by: { ($0 - first).square < ($1 - first).square })
        else { return nil }
        let line = third - first
        guard let right = outline.max(by: { line.turn(to: $0 - first) < line.turn(to: $1 - first) }),
            let left = outline.min(by: { line.turn(to: $0 - first) < line.turn(to: $1 - first) })
        else { return nil }
        // A needle is no square: each side's triangle has a good part of what it has in a square.
        guard line.turn(to: right - first) > line.square / 12, line.turn(to: left - first) < -line.square / 12 else { return nil }
        return [first, left, third, right]
    }

    /// A straight line, by a point of it and its direction.
    private struct Line {
        var point: PlanePoint
        var direction: PlanePoint

        func meets(_ other: Line) -> PlanePoint? {
            let turn = direction.turn(to: other.direction)
            guard abs(turn) > 0.05 else { return nil }
            let way = (other.point - point).turn(to: other.direction) / turn
            return PlanePoint(x: point.x + way * direction.x, y: point.y + way * direction.y)
        }
    }

    /// The line that fits the outline between two corners; nothing when too little of it lies there.
    private static func side(of outline: [PlanePoint], from: PlanePoint, to: PlanePoint) -> Line? {
        let way = to - from
        let length = way.square.squareRoot()
        guard length > 3 else { return nil }
        var count = 0.0
        var sum = PlanePoint(x: 0, y: 0)
        var (xx, xy, yy) = (0.0, 0.0, 0.0)
        for point in outline {
            let offset = point - from
            let along = (offset.x * way.x + offset.y * way.y) / way.square
            guard along > 0.1, along < 0.9, abs(way.turn(to: offset)) / length < max(1, length / 12) else { continue }
            count += 1
            sum.x += offset.x
            sum.y += offset.y
            xx += offset.x * offset.x
            xy += offset.x * offset.y
            yy += offset.y * offset.y
        }
        guard count >= 4 else { return nil }
        let middle = PlanePoint(x: sum.x / count, y: sum.y / count)
        let (sx, sxy, sy) = (xx / count - middle.x * middle.x, xy / count - middle.x * middle.y, yy / count - middle.y * middle.y)
        // The longer axis of the spread, by its eigenvector.
        let half = (sx - sy) / 2
        let root = (half * half + sxy * sxy).squareRoot()
        var direction = half >= 0 ? PlanePoint(x: half + root, y: sxy) : PlanePoint(x: sxy, y: root - half)
        let size = direction.square.squareRoot()
        guard size > 0 else { return nil }
        direction = PlanePoint(x: direction.x / size, y: direction.y / size)
        return Line(point: PlanePoint(x: from.x + middle.x, y: from.y + middle.y), direction: direction)
    }
}
