/// Counts what libzbar would take for corner marks in a black and white picture, before it is shown the picture.
///
/// libzbar tries every three marks for a code, so its work grows with the cube of their number, and it cannot be interrupted. It takes runs
/// for a mark by the sums of neighbours, which is laxer than `FinderPatterns`; a place counts where such a row and such a column meet.
enum MarkCensus {
    /// libzbar wants three rows and three columns next to each other to cross a mark.
    private static let leastPixels = 9

    /// How many marks there are; the cost is that of a few passes over the picture.
    static func count(in raster: GreyRaster) -> Int {
        let across = middles(of: raster)
        guard across.contains(1) else { return 0 }
        let down = middles(of: raster.transposed())
        return regions(width: raster.width, height: raster.height) { row, column in
            across[row * raster.width + column] & down[column * raster.height + row] != 0
        }
    }

    /// How many threes there are of so many marks.
    static func threes(of marks: Int) -> Int { marks < 3 ? 0 : marks * (marks - 1) * (marks - 2) / 6 }

    /// A one for each pixel in the middle run of five that may cross a mark, row by row.
    private static func middles(of raster: GreyRaster) -> [UInt8] {
        var found = [UInt8](repeating: 0, count: raster.pixels.count)
        let pixels = raster.pixels.span
        for row in 0..<raster.height {
            var runs = (0, 0, 0, 0, 0)
            let base = row * raster.width
            var column = 0
            while column < raster.width {
                let shade = pixels[base + column]
                var end = column + 1
                while end < raster.width, pixels[base + end] == shade { end += 1 }
                runs = (runs.1, runs.2, runs.3, runs.4, end - column)
                column = end
                guard shade == 0, isMark(runs) else { continue }
                let last = base + end - runs.4 - runs.3
                for place in last - runs.2..<last { found[place] = 1 }
            }
        }
        return found
    }

    /// Whether neighbouring runs together are two, four, four and two modules wide, each within half a module.
    private static func isMark(_ runs: (Int, Int, Int, Int, Int)) -> Bool {
        guard runs.0 > 0 else { return false }
        let total = runs.0 + runs.1 + runs.2 + runs.3 + runs.4
        func fits(_ run: Int, _ modules: Int) -> Bool { abs(run * 7 - total * modules) * 2 <= total }
        return fits(runs.0 + runs.1, 2) && fits(runs.1 + runs.2, 4) && fits(runs.2 + runs.3, 4) && fits(runs.3 + runs.4, 2)
    }

    /// How many regions of at least `leastPixels` a set of pixels makes that hang together by their sides.
    private static func regions(width: Int, height: Int, isIn: (_ row: Int, _ column: Int) -> Bool) -> Int {
        // A run knows another one of its region, and the last of such a chain knows the region's size.
        var parents: [Int] = []
        var sizes: [Int] = []
        func root(_ run: Int) -> Int {
            var run = run
            while parents[run] != run {
                parents[run] = parents[parents[run]]
                run = parents[run]
            }
            return run
        }
        var above = [Int](repeating: -1, count: width)
        for row in 0..<height {
            var current = -1
            for column in 0..<width {
                guard isIn(row, column) else {
                    current = -1
                    above[column] = -1
                    continue
                }
                if current < 0 {
                    current = parents.count
                    parents.append(current)
                    sizes.append(0)
                }
                let here = root(current)
                sizes[here] += 1
                if above[column] >= 0 {
                    let upper = root(above[column])
                    if upper != here {
                        let (small, large) = sizes[here] < sizes[upper] ? (here, upper) : (upper, here)
                        parents[small] = large
                        sizes[large] += sizes[small]
                    }
                }
                above[column] = current
            }
        }
        return parents.indices.count { parents[$0] == $0 && sizes[$0] >= leastPixels }
    }
}
