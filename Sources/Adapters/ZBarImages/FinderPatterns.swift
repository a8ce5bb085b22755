/// Tells whether a black and white picture may hold a QR code: whether the corner marks of one stand somewhere in it.
///
/// A corner mark crossed in the middle is dark, light, three times dark, light, dark (ISO/IEC 18004 section 5.3.2), across as well as down,
/// whichever way it is turned.
/// Most pictures in mail have none, and looking for marks costs a fiftieth of looking for codes in every prepared copy.
enum FinderPatterns {
    /// How many crossings near one column make a mark; each mark is three modules high in its middle.
    private static let crossings = 3
    /// Every so many rows are looked at.
    private static let step = 2
    /// How many times as far as a crossing is wide the column is followed, each way: stripes must not cost their length in every row.
    private static let reach = 3
    /// How wide a stripe of columns is in which crossings count as of one mark.
    private static let stripe = 8

    /// Whether at least two marks stand in a picture whose pixels are 0 or 255, dark on light or light on dark.
    static func areLikely(in raster: GreyRaster) -> Bool {
        var marks = MarkCount(columns: raster.width)
        return crosses(raster, everyRow: step) { marks.add(row: $0.row, column: $0.column) }
    }

    /// Where a row crosses what may be a mark.
    struct Crossing {
        var row: Int
        /// The middle of the middle run.
        var column: Int
        /// The length of the middle run, in pixels.
        var width: Int
    }

    /// Shows the crossings, row by row, until `isEnough` says so; whether it did.
    static func crosses(_ raster: GreyRaster, everyRow step: Int, isEnough: (Crossing) -> Bool) -> Bool {
        let pixels = raster.pixels.span
        for row in stride(from: 0, to: raster.height, by: step) {
            var runs = (0, 0, 0, 0, 0)
            var column = 0
            let base = row * raster.width
            while column < raster.width {
                let shade = pixels[base + column]
                var end = column + 1
                while end < raster.width, pixels[base + end] == shade { end += 1 }
                runs = (runs.1, runs.2, runs.3, runs.4, end - column)
                if isMark(runs) {
                    let middle = end - runs.4 - runs.3 - runs.2 / 2 - 1
                    let reach = Self.reach * (runs.0 + runs.1 + runs.2 + runs.3 + runs.4)
                    if crosses(pixels, raster, row: row, column: middle, reach: reach),
                        isEnough(Crossing(row: row, column: middle, width: runs.2))
                    {
                        return true
                    }
                }
                column = end
            }
        }
        return false
    }

    /// Whether the same five runs stand above and below a point as stand to its left and right.
    private static func crosses(_ pixels: Span<UInt8>, _ raster: GreyRaster, row: Int, column: Int, reach: Int) -> Bool {
        let shade = pixels[row * raster.width + column]
        let least = max(0, row - reach)
        let most = min(raster.height, row + reach + 1)
        func run(from start: Int, by step: Int, of wanted: UInt8) -> Int {
            var place = start
            while place >= least, place < most, pixels[place * raster.width + column] == wanted { place += step }
            return abs(place - start)
        }
        let above = run(from: row, by: -1, of: shade)
        let below = run(from: row + 1, by: 1, of: shade)
        let lightAbove = run(from: row - above, by: -1, of: ~shade)
        let lightBelow = run(from: row + 1 + below, by: 1, of: ~shade)
        let darkAbove = run(from: row - above - lightAbove, by: -1, of: shade)
        let darkBelow = run(from: row + 1 + below + lightBelow, by: 1, of: shade)
        return isMark((darkAbove, lightAbove, above + below, lightBelow, darkBelow))
    }

    /// Crossings seen so far, by stripes of columns, and the marks they made.
    private struct MarkCount {
        private var counts: [UInt16]
        private var lastRows: [Int]
        private var marks: [(row: Int, stripe: Int)] = []

        init(columns: Int) {
            counts = [UInt16](repeating: 0, count: columns / FinderPatterns.stripe + 1)
            lastRows = [Int](repeating: -1000, count: counts.count)
        }

        /// Counts a crossing; says whether it makes a second mark: a QR code has three, and one may be damaged.
        mutating func add(row: Int, column: Int) -> Bool {
            let place = column / FinderPatterns.stripe
            counts[place] = row - lastRows[place] <= 3 * FinderPatterns.step ? counts[place] + 1 : 1
            lastRows[place] = row
            guard counts[place] >= FinderPatterns.crossings else { return false }
            // The next rows of a mark that is known, and the stripe beside it, are no other mark.
            let isKnown = marks.contains { abs($0.stripe - place) <= 1 && row - $0.row <= 16 * FinderPatterns.step }
            if !isKnown { marks.append((row, place)) }
            return marks.count >= 2
        }
    }

    /// Whether five runs are as one, one, three, one and one, each within a good half of a module.
    private static func isMark(_ runs: (Int, Int, Int, Int, Int)) -> Bool {
        let total = runs.0 + runs.1 + runs.2 + runs.3 + runs.4
        guard runs.0 > 0, total >= 7 else { return false }
        let slack = total * 4
        func fits(_ run: Int, _ modules: Int) -> Bool { abs(run * 7 - total * modules) * 7 <= slack * modules + slack / 2 }
        return fits(runs.0, 1) && fits(runs.1, 1) && fits(runs.2, 3) && fits(runs.3, 1) && fits(runs.4, 1)
    }
}
