/// Draws the QR codes of a picture anew, upright and module by module, by where their corner marks lie.
///
/// libzbar reads codes that a camera sees a little from the side. Corner marks tell the perspective of any: each is a square of seven
/// modules, the rows of modules between two of them alternate (ISO/IEC 18004 sections 6.3.3 and 6.3.5), and their number is the code's size.
struct StraightenedCodes {
    /// How many codes are drawn of one picture.
    private static let limit = 6
    /// The side of a drawn module, in pixels.
    private static let pixelsPerModule = 4
    /// QR codes have 21, 25 and so on to 177 modules a side (ISO/IEC 18004 section 6.3.1).
    private static let sizeStep = 4
    /// The part of the modules between two marks that may be wrong; a half is by chance.
    private static let mostErrors = 0.3
    /// How many modules are looked at to tell which marks belong together.
    private static let modules = 150_000

    private let raster: GreyRaster
    /// How many modules were looked at so far.
    private var looked = 0

    /// The codes of a picture whose pixels are 0 or 255, the likeliest first; none when its marks are no more than those of so many codes
    /// that are known.
    ///
    /// Each is drawn when it is asked for.
    static func drawn(from raster: GreyRaster, beyond known: Int = 0) -> [() -> GreyRaster?] {
        let marks = CornerMarkSearch.marks(in: raster)
        guard marks.count > 3 * known else { return [] }
        var codes = StraightenedCodes(raster: raster)
        let placements = codes.placements(of: marks).prefix(limit)
        let drawing = codes
        return placements.flatMap { placement in
            [
                { drawing.draw(placement, by: drawing.aligned(placement)) },
                // Without perspective: what the marks tell errs far from them where they are small.
                { PlaneMapping(placement.pairs, isFlat: true).map { drawing.draw(placement, by: $0) } },
            ]
        }
    }

    private init(raster: GreyRaster) {
        self.raster = raster
    }

    /// Three marks that may be one code's.
    private struct Placement {
        /// In modules.
        var size: Int
        /// What ties modules to the picture.
        var pairs: [PlaneMapping.Pair]
        var mapping: PlaneMapping
        /// The value of dark pixels.
        var dark: UInt8
        /// The part of the modules between the marks that do not alternate.
        var errors: Double
    }

    /// The marks as upper left, upper right and lower left, in all ways that make sense, the best first.
    private mutating func placements(of marks: [CornerMark]) -> [Placement] {
        var placements: [Placement] = []
        for first in marks.indices {
            for second in marks.indices where second != first {
                for third in marks.indices where third > second && third != first {
                    guard marks[first].shade == marks[second].shade, marks[first].shade == marks[third].shade else { continue }
                    let across = marks[second].centre - marks[first].centre
                    let down = marks[third].centre - marks[first].centre
                    // Clockwise from upper right to lower left; the other way it would be a code in a mirror.
                    let isOrdered = across.turn(to: down) > 0
                    placements += self.placements(marks[first], marks[isOrdered ? second : third], marks[isOrdered ? third : second])
                }
            }
        }
        return placements.sorted { $0.errors < $1.errors }
    }

    private mutating func placements(_ corner: CornerMark, _ right: CornerMark, _ below: CornerMark) -> [Placement] {
        let across = right.centre - corner.centre
        let down = below.centre - corner.centre
        guard let corner = corner.turned(across: across, down: down), let right = right.turned(across: across, down: down),
            let below = below.turned(across: across, down: down)
        else { return [] }
        // Under perspective, too, a length is as many modules as it is times the geometric mean of its ends' modules.
        let columns = (across.square / (corner.width * right.width)).squareRoot() + 7
        let rows = (down.square / (corner.height * below.height)).squareRoot() + 7
        let (least, most) = (min(columns, rows), max(columns, rows))
        guard least > 16, most < 200, most < 1.4 * least else { return [] }
        let first = max(0, Int((least - 24) / Double(Self.sizeStep)))
        let last = min(39, Int((most - 17) / Double(Self.sizeStep)))
        guard first <= last else { return [] }
        var placements: [Placement] = []
        for step in first...last where looked < Self.modules {
            let size = 21 + step * Self.sizeStep
            looked += 2 * (size - 14)
            if let placement = placement(corner, right, below, size: size) { placements.append(placement) }
        }
        return placements
    }

    private func placement(_ corner: CornerMark, _ right: CornerMark, _ below: CornerMark, size: Int) -> Placement? {
        let far = Double(size - 7)
        let origins = [PlanePoint(x: 0, y: 0), PlanePoint(x: far, y: 0), PlanePoint(x: 0, y: far)]
        var pairs: [PlaneMapping.Pair] = []
        for (mark, origin) in zip([corner, right, below], origins) {
            pairs += mark.pairs(at: origin)
            pairs.append(PlaneMapping.Pair(from: PlanePoint(x: origin.x + 3.5, y: origin.y + 3.5), to: mark.centre))
        }
        guard let mapping = PlaneMapping(pairs) else { return nil }
        var errors = 0
        for place in 7..<size - 7 {
            let isDark = place % 2 == 0
            let ahead = PlanePoint(x: Double(place) + 0.5, y: 6.5)
            if (darkness(of: ahead, by: mapping, dark: corner.shade) > 4) != isDark { errors += 1 }
            if (darkness(of: PlanePoint(x: ahead.y, y: ahead.x), by: mapping, dark: corner.shade) > 4) != isDark { errors += 1 }
        }
        let part = Double(errors) / Double(2 * (size - 14))
        return part < Self.mostErrors ? Placement(size: size, pairs: pairs, mapping: mapping, dark: corner.shade, errors: part) : nil
    }

    /// The shade of a place; white outside.
    private func shade(at place: PlanePoint) -> UInt8 {
        guard place.x >= 0, place.y >= 0, place.x < Double(raster.width), place.y < Double(raster.height) else { return 255 }
        return raster.pixels[Int(place.y) * raster.width + Int(place.x)]
    }

    /// The perspective that a code's marks tell.
    private func aligned(_ placement: Placement) -> PlaneMapping {
        guard placement.size > 21, let pair = alignment(size: placement.size, mapping: placement.mapping, dark: placement.dark) else {
            return placement.mapping
        }
        return PlaneMapping(placement.pairs + [pair]) ?? placement.mapping
    }

    /// The code, each module by the most of nine places in it.
    private func draw(_ placement: Placement, by mapping: PlaneMapping) -> GreyRaster {
        let wide = Self.pixelsPerModule
        let side = placement.size * wide
        var drawn = GreyRaster(width: side, height: side, pixels: [UInt8](repeating: 255, count: side * side))
        for row in 0..<placement.size {
            for column in 0..<placement.size {
                guard darkness(of: PlanePoint(x: Double(column) + 0.5, y: Double(row) + 0.5), by: mapping, dark: placement.dark) > 4 else {
                    continue
                }
                for line in row * wide..<(row + 1) * wide {
                    for place in column * wide..<(column + 1) * wide { drawn.pixels[line * side + place] = 0 }
                }
            }
        }
        return drawn
    }

    /// How many of nine places in the middle of a module are dark.
    private func darkness(of middle: PlanePoint, by mapping: PlaneMapping, dark: UInt8) -> Int {
        var count = 0
        for down in -1...1 {
            for across in -1...1 {
                let place = PlanePoint(x: middle.x + Double(across) * 0.2, y: middle.y + Double(down) * 0.2)
                if let seen = mapping(place), shade(at: seen) == dark { count += 1 }
            }
        }
        return count
    }

    /// The alignment mark nearest the corner that has no corner mark (ISO/IEC 18004 section 6.3.6), where it is seen.
    private func alignment(size: Int, mapping: PlaneMapping, dark: UInt8) -> PlaneMapping.Pair? {
        let expected = PlanePoint(x: Double(size) - 6.5, y: Double(size) - 6.5)
        // Where the marks alone put the far corner is the less sure the farther it lies.
        let reach = 8 + size / 8
        var best: (place: PlanePoint, errors: Int, distance: Int)?
        for down in -reach...reach {
            for across in -reach...reach {
                let place = PlanePoint(x: expected.x + Double(across) * 0.25, y: expected.y + Double(down) * 0.25)
                let errors = alignmentErrors(at: place, by: mapping, dark: dark)
                let distance = across * across + down * down
                if let best, (best.errors, best.distance) <= (errors, distance) { continue }
                best = (place, errors, distance)
            }
        }
        guard let best, best.errors <= 2, let seen = mapping(best.place) else { return nil }
        return PlaneMapping.Pair(from: expected, to: seen, weight: 8)
    }

    /// How many of the 25 modules of an alignment mark are not as they should be.
    private func alignmentErrors(at middle: PlanePoint, by mapping: PlaneMapping, dark: UInt8) -> Int {
        var errors = 0
        for down in -2...2 {
            for across in -2...2 {
                let isDark = max(abs(down), abs(across)) != 1
                guard let seen = mapping(PlanePoint(x: middle.x + Double(across), y: middle.y + Double(down))) else { return 25 }
                if (shade(at: seen) == dark) != isDark { errors += 1 }
                if errors > 2 { return errors }
            }
        }
        return errors
    }
}

extension CornerMark {
    /// Its corners beginning with the one up and left, when a code lies along two directions; nothing when it cannot lie so.
    fileprivate func turned(across: PlanePoint, down: PlanePoint) -> CornerMark? {
        let area = across.turn(to: down)
        guard area > 0 else { return nil }
        let signs = [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)]
        var best: (first: Int, fit: Double)?
        for first in 0..<4 {
            var fit = 0.0
            for index in 0..<4 {
                let offset = corners[(first + index) % 4] - centre
                fit += signs[index].0 * offset.turn(to: down) / area + signs[index].1 * across.turn(to: offset) / area
            }
            if let best, best.fit >= fit { continue }
            best = (first, fit)
        }
        guard let best else { return nil }
        var copy = self
        copy.corners = (0..<4).map { corners[(best.first + $0) % 4] }
        return copy
    }

    /// The corners beside where they stand in a code, the mark's own corner being at `origin`.
    fileprivate func pairs(at origin: PlanePoint) -> [PlaneMapping.Pair] {
        let far = 7 - inset
        let places = [(inset, inset), (far, inset), (far, far), (inset, far)]
        return zip(places, corners).map { place, corner in
            PlaneMapping.Pair(from: PlanePoint(x: origin.x + place.0, y: origin.y + place.1), to: corner)
        }
    }
}
