/// A corner mark of a QR code as it lies in a picture: a dark square in a light one in a dark one, seen from any side.
struct CornerMark {
    /// The middle of the innermost square, in pixels.
    var centre: PlanePoint
    /// The corners of the outermost square that stands alone, clockwise.
    var corners: [PlanePoint]
    /// How far that square lies inside the mark, in modules: 0 for the dark one, 1 for the light one.
    var inset: Double
    /// The value of dark pixels: 0, or 255 in a picture of light on dark.
    var shade: UInt8

    /// The width of a module in the middle, in pixels, along the mark's upper and lower side.
    var width: Double { Self.mean(corners[0] - corners[1], corners[3] - corners[2]) / (7 - 2 * inset) }
    /// The height of a module in the middle, in pixels, along the mark's left and right side.
    var height: Double { Self.mean(corners[0] - corners[3], corners[1] - corners[2]) / (7 - 2 * inset) }

    /// The geometric mean of two lengths, which perspective leaves as it is.
    private static func mean(_ left: PlanePoint, _ right: PlanePoint) -> Double { (left.square * right.square).squareRoot().squareRoot() }
}

/// Finds the corner marks of a black and white picture and measures them.
///
/// What crosses like a mark is filled from the inside: inner square, light ring, dark ring. Each filling is bounded by the size of the one
/// before, and the number of fillings is bounded, so that the work stays within a few passes over the picture.
struct CornerMarkSearch {
    /// How many marks are kept; a picture has three for each code.
    static let marks = 12
    /// How many places are looked at.
    private static let candidates = 200
    /// How many pixels are filled, for each pixel of the picture: marks of an honest one are filled once.
    private static let passes = 2

    private let raster: GreyRaster
    /// The filling that came last to each pixel.
    private var labels: [UInt16]
    private var label: UInt16 = 0
    private var found: [CornerMark] = []
    private var looked = 0
    private var filled = 0

    /// The marks in a picture whose pixels are 0 or 255, at most `marks`.
    static func marks(in raster: GreyRaster) -> [CornerMark] {
        var search = CornerMarkSearch(raster)
        _ = FinderPatterns.crosses(raster, everyRow: 1) { search.look(at: $0) }
        return search.found
    }

    private init(_ raster: GreyRaster) {
        self.raster = raster
        labels = [UInt16](repeating: 0, count: raster.pixels.count)
    }

    /// Looks at one crossing; says when enough was looked at.
    private mutating func look(at crossing: FinderPatterns.Crossing) -> Bool {
        let start = crossing.row * raster.width + crossing.column
        guard labels[start] == 0 else { return false }
        looked += 1
        if let mark = mark(around: start, width: crossing.width),
            !found.contains(where: { ($0.centre - mark.centre).square < mark.width * mark.height })
        {
            found.append(mark)
        }
        return looked >= Self.candidates || found.count >= Self.marks || filled >= Self.passes * raster.pixels.count
    }

    private mutating func mark(around start: Int, width: Int) -> CornerMark? {
        let shade = raster.pixels[start]
        guard let inner = fill(from: start, atMost: 4 * width * width + 64) else { return nil }
        var edge = start
        let rowStart = start - start % raster.width
        while edge > rowStart, raster.pixels[edge] == shade { edge -= 1 }
        guard raster.pixels[edge] != shade, let light = fill(from: edge, atMost: inner.count * 5 + 64), light.count * 2 >= inner.count
        else { return nil }
        while edge > rowStart, raster.pixels[edge] != shade { edge -= 1 }
        guard raster.pixels[edge] == shade else { return nil }
        let dark = fill(from: edge, atMost: inner.count * 7 + 64)
        let centre = middle(of: inner)
        let within = inner.count + light.count
        if let dark, let corners = corners(of: dark, holding: within + dark.count, around: centre) {
            return CornerMark(centre: centre, corners: corners, inset: 0, shade: shade)
        }
        // The dark ring hangs together with something else, or has a gap.
        guard let corners = corners(of: light, holding: within, around: centre) else { return nil }
        return CornerMark(centre: centre, corners: corners, inset: 1, shade: shade)
    }

    /// The corners of a ring in whose middle another square stands, and that holds about as many pixels, with what it surrounds, as
    /// they span.
    private func corners(of ring: [Int], holding count: Int, around middle: PlanePoint) -> [PlanePoint]? {
        guard let corners = Quadrilateral.corners(of: ring, width: raster.width) else { return nil }
        let area = (corners[2] - corners[0]).turn(to: corners[3] - corners[1]) / 2
        let mean = PlanePoint(x: corners.reduce(0) { $0 + $1.x } / 4, y: corners.reduce(0) { $0 + $1.y } / 4)
        return Double(count) > 0.7 * area && Double(count) < 1.4 * area && (mean - middle).square < area / 32 ? corners : nil
    }

    /// All pixels of one shade that hang together with the first, by their sides; nothing when there are more than `limit`.
    private mutating func fill(from start: Int, atMost limit: Int) -> [Int]? {
        guard label < .max else { return nil }
        label += 1
        let shade = raster.pixels[start]
        let width = raster.width
        var pixels = [start]
        defer { filled += pixels.count }
        labels[start] = label
        var next = 0
        func isOpen(_ place: Int) -> Bool { raster.pixels[place] == shade && labels[place] != label }
        while next < pixels.count {
            let place = pixels[next]
            next += 1
            let column = place % width
            var around: [Int] = []
            around.reserveCapacity(4)
            if column > 0 { around.append(place - 1) }
            if column < width - 1 { around.append(place + 1) }
            if place >= width { around.append(place - width) }
            if place + width < labels.count { around.append(place + width) }
            for neighbour in around where isOpen(neighbour) {
                labels[neighbour] = label
                pixels.append(neighbour)
            }
            guard pixels.count <= limit else { return nil }
        }
        return pixels
    }

    private func middle(of pixels: [Int]) -> PlanePoint {
        var x = 0
        var y = 0
        for place in pixels {
            x += place % raster.width
            y += place / raster.width
        }
        let count = Double(pixels.count)
        return PlanePoint(x: Double(x) / count + 0.5, y: Double(y) / count + 0.5)
    }
}
