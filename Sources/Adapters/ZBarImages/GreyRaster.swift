/// A picture in shades of grey, and the ways to prepare it so that a code shows.
struct GreyRaster {
    /// In pixels.
    var width: Int
    /// In pixels.
    var height: Int
    /// Row by row, 0 for black to 255 for white.
    var pixels: [UInt8]

    /// The width of the white border that ISO/IEC 18004 section 9.1 asks for, and mail often crops away.
    static let quietZone = 16

    /// With a white border around the picture.
    func withQuietZone() -> GreyRaster {
        let zone = Self.quietZone
        let wide = width + 2 * zone
        var framed = [UInt8](repeating: 255, count: wide * (height + 2 * zone))
        for row in 0..<height {
            let from = row * width
            let to = (row + zone) * wide + zone
            for column in 0..<width { framed[to + column] = pixels[from + column] }
        }
        return GreyRaster(width: wide, height: height + 2 * zone, pixels: framed)
    }

    /// Dark for light.
    func inverted() -> GreyRaster {
        var copy = self
        for index in copy.pixels.indices { copy.pixels[index] = ~copy.pixels[index] }
        return copy
    }

    /// Rows for columns.
    func transposed() -> GreyRaster {
        var copy = GreyRaster(width: height, height: width, pixels: [UInt8](repeating: 0, count: pixels.count))
        let from = pixels.span
        var to = copy.pixels.mutableSpan
        for row in 0..<height {
            for column in 0..<width { to[column * height + row] = from[row * width + column] }
        }
        return copy
    }

    /// Twice as wide and high, in between by the mean of neighbours.
    func doubled() -> GreyRaster {
        var copy = GreyRaster(width: width * 2, height: height * 2, pixels: [UInt8](repeating: 0, count: width * height * 4))
        for row in 0..<height {
            let below = min(row + 1, height - 1)
            for column in 0..<width {
                let right = min(column + 1, width - 1)
                let here = UInt32(pixels[row * width + column])
                let east = UInt32(pixels[row * width + right])
                let south = UInt32(pixels[below * width + column])
                let corner = UInt32(pixels[below * width + right])
                let place = row * 2 * copy.width + column * 2
                copy.pixels[place] = UInt8(here)
                copy.pixels[place + 1] = UInt8((here + east) / 2)
                copy.pixels[place + copy.width] = UInt8((here + south) / 2)
                copy.pixels[place + copy.width + 1] = UInt8((here + east + south + corner) / 4)
            }
        }
        return copy
    }

    /// Half as wide and high, by the mean of four.
    func halved() -> GreyRaster {
        guard width > 1, height > 1 else { return self }
        var copy = GreyRaster(width: width / 2, height: height / 2, pixels: [UInt8](repeating: 0, count: (width / 2) * (height / 2)))
        for row in 0..<copy.height {
            for column in 0..<copy.width {
                let place = row * 2 * width + column * 2
                let sum =
                    UInt32(pixels[place]) + UInt32(pixels[place + 1]) + UInt32(pixels[place + width]) + UInt32(pixels[place + width + 1])
                copy.pixels[row * copy.width + column] = UInt8(sum / 4)
            }
        }
        return copy
    }

    /// Each pixel the mean of the nine around it; the edge stays.
    func smoothed() -> GreyRaster {
        guard width > 2, height > 2 else { return self }
        var copy = self
        let from = pixels.span
        var to = copy.pixels.mutableSpan
        // The sums of three above each other go along: the mean is that of three such sums beside each other.
        for row in 1..<height - 1 {
            let start = row * width
            var left = GreyRaster.column(from, width, at: start)
            var middle = GreyRaster.column(from, width, at: start + 1)
            for place in start + 1..<start + width - 1 {
                let right = GreyRaster.column(from, width, at: place + 1)
                to[place] = UInt8(truncatingIfNeeded: (left &+ middle &+ right) / 9)
                left = middle
                middle = right
            }
        }
        return copy
    }

    /// The sum of a pixel and those above and below it.
    @inline(__always)
    private static func column(_ pixels: Span<UInt8>, _ width: Int, at place: Int) -> UInt32 {
        UInt32(pixels[place - width]) &+ UInt32(pixels[place]) &+ UInt32(pixels[place + width])
    }

    /// Black and white, at the level that parts the shades best (Otsu 1979).
    func thresholded() -> GreyRaster {
        let histogram = histogram()
        let total = histogram.indices.reduce(0.0) { $0 + Double($1 * histogram[$1]) }
        var below = 0.0
        var sumBelow = 0.0
        var best = -1.0
        var level = 127
        for shade in 0..<255 {
            below += Double(histogram[shade])
            sumBelow += Double(shade * histogram[shade])
            let above = Double(pixels.count) - below
            guard below > 0, above > 0 else { continue }
            let distance = sumBelow / below - (total - sumBelow) / above
            let variance = below * above * distance * distance
            if variance > best {
                best = variance
                level = shade
            }
        }
        return GreyRaster(width: width, height: height, pixels: parted(at: UInt8(level)))
    }

    /// How many pixels there are of each shade.
    private func histogram() -> [Int] {
        // Two tables in turn, so that neighbours of one shade do not wait for each other.
        var even = InlineArray<256, Int>(repeating: 0)
        var odd = InlineArray<256, Int>(repeating: 0)
        let pixels = pixels.span
        for index in stride(from: 0, to: pixels.count - 1, by: 2) {
            even[Int(pixels[index])] &+= 1
            odd[Int(pixels[index + 1])] &+= 1
        }
        if pixels.count % 2 == 1 { even[Int(pixels[pixels.count - 1])] &+= 1 }
        return (0..<256).map { even[$0] + odd[$0] }
    }

    /// White for what is lighter than a level, black for the rest.
    private func parted(at level: UInt8) -> [UInt8] {
        var parted = pixels
        var shades = parted.mutableSpan
        for index in shades.indices { shades[index] = shades[index] > level ? 255 : 0 }
        return parted
    }

    /// Black and white, each pixel against a part, in percent, of the mean of its surroundings (Bradley and Roth 2007), for uneven light.
    /// Against all of the mean, the faintest drawing shows.
    func locallyThresholded(percent: UInt64 = 95) -> GreyRaster {
        let reach = max(4, min(width, height) / 16)
        // Sums over all pixels above and to the left, so that any rectangle is four look-ups.
        let wide = width + 1
        var sums = [UInt32](repeating: 0, count: wide * (height + 1))
        for row in 0..<height {
            var line: UInt32 = 0
            for column in 0..<width {
                line &+= UInt32(pixels[row * width + column])
                sums[(row + 1) * wide + column + 1] = sums[row * wide + column + 1] &+ line
            }
        }
        var copy = self
        for row in 0..<height {
            let top = max(0, row - reach)
            let bottom = min(height, row + reach + 1)
            for column in 0..<width {
                let left = max(0, column - reach)
                let right = min(width, column + reach + 1)
                // The sums may wrap; their differences are those of a small rectangle and come out right.
                let sum =
                    sums[bottom * wide + right] &- sums[top * wide + right] &- sums[bottom * wide + left] &+ sums[top * wide + left]
                let area = UInt32((bottom - top) * (right - left))
                let isDark = UInt64(pixels[row * width + column]) * UInt64(area) * 100 < UInt64(sum) * percent
                copy.pixels[row * width + column] = isDark ? 0 : 255
            }
        }
        return copy
    }
}
