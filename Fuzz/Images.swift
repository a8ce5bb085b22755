// Fuzz harness of the search for QR codes in pictures, as far as it is our own: black and white, corner marks, drawing anew, counting.
// Compiled together with those files of ZBarImages, which are not public; libzbar and libgd are left out.
//
// The first two bytes are the width and the height of a grey picture, the third says how its shades come from the rest: as they are,
// black and white, or as a row of tiles with corner marks among them. A promise that is broken stops the run.

/// A tile of nine by nine: a corner mark and a light edge.
private func isMark(_ column: Int, _ row: Int) -> Bool {
    let far = max(abs(column - 4), abs(row - 4))
    return far == 3 || far < 2
}

private func picture(_ bytes: Span<UInt8>) -> GreyRaster {
    let (width, height) = (Int(bytes[0]) + 1, Int(bytes[1]) + 1)
    let mode = bytes[2]
    let scale = Int(mode >> 2 & 3) + 1
    var raster = GreyRaster(width: width, height: height, pixels: [UInt8](repeating: 255, count: width * height))
    let shades = bytes.extracting(3..<bytes.count)
    guard !shades.isEmpty else { return raster }
    for row in 0..<height {
        for column in 0..<width {
            let place = row * width + column
            switch mode & 3 {
            case 0: raster.pixels[place] = shades[place % shades.count]
            case 1: raster.pixels[place] = shades[place / 8 % shades.count] >> UInt8(place % 8) & 1 == 1 ? 0 : 255
            default:
                let (across, down) = (column / scale, row / scale)
                let tile = shades[(down / 9 * 7 + across / 9) % shades.count]
                let isDark = isMark(across % 9, down % 9) != (tile & 2 != 0)
                if tile & 1 == 0 { raster.pixels[place] = isDark ? tile & 0x3F : ~(tile & 0x3F) }
                if tile & 0x80 != 0, place % Int(tile & 0x3F | 1) == 0 { raster.pixels[place] ^= tile }
            }
        }
    }
    return raster
}

private func check(_ raster: GreyRaster, _ width: Int, _ height: Int, isPlain: Bool = false) {
    precondition(
        raster.width == width && raster.height == height && raster.pixels.count == width * height, "a picture is as large as it says")
    if isPlain { precondition(raster.pixels.allSatisfy { $0 == 0 || $0 == 255 }, "black and white") }
}

private func search(_ plain: GreyRaster) {
    _ = FinderPatterns.areLikely(in: plain)
    let count = MarkCensus.count(in: plain)
    precondition(count * 9 <= plain.pixels.count, "marks do not overlap")
    precondition(MarkCensus.count(in: plain.transposed()) == count, "rows and columns count alike")
    let marks = CornerMarkSearch.marks(in: plain)
    precondition(marks.count <= CornerMarkSearch.marks, "marks are bounded")
    for mark in marks {
        precondition(mark.corners.count == 4 && (mark.shade == 0 || mark.shade == 255), "a mark has four corners and a shade")
        for point in mark.corners + [mark.centre] { precondition(point.x.isFinite && point.y.isFinite, "corners are places") }
        precondition(mark.width.isFinite && mark.height.isFinite, "modules have a size")
    }
    let drawings = StraightenedCodes.drawn(from: plain)
    precondition(drawings.count <= 12, "drawings are bounded")
    for draw in drawings {
        guard let drawn = draw() else { continue }
        precondition(drawn.width <= 177 * 4 && drawn.width >= 21 * 4, "a drawing has the size of a code")
        check(drawn, drawn.width, drawn.width, isPlain: true)
    }
}

private func map(_ bytes: Span<UInt8>) {
    var pairs: [PlaneMapping.Pair] = []
    var place = 0
    while place + 4 <= min(bytes.count, 64) {
        pairs.append(
            PlaneMapping.Pair(
                from: PlanePoint(x: Double(bytes[place]), y: Double(bytes[place + 1])),
                to: PlanePoint(x: Double(bytes[place + 2]), y: Double(bytes[place + 3]))))
        place += 4
    }
    for isFlat in [false, true] {
        guard let mapping = PlaneMapping(pairs, isFlat: isFlat) else { continue }
        for pair in pairs {
            guard let place = mapping(pair.from) else { continue }
            precondition(place.x.isFinite && place.y.isFinite, "a place comes to lie at a place")
        }
    }
}

/// Called by libFuzzer with each input; always gives 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzImages(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let data = unsafe data, count >= 3 else { return 0 }
    let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: count))
    let raster = picture(bytes.span)
    let (width, height) = (raster.width, raster.height)
    check(raster.inverted(), width, height)
    check(raster.smoothed(), width, height)
    check(raster.doubled(), width * 2, height * 2)
    check(raster.withQuietZone(), width + 2 * GreyRaster.quietZone, height + 2 * GreyRaster.quietZone)
    precondition(raster.transposed().transposed().pixels == raster.pixels, "turned twice is as before")
    let half = raster.halved()
    check(half, half.width, half.height)
    let plain = raster.thresholded()
    check(plain, width, height, isPlain: true)
    check(raster.locallyThresholded(), width, height, isPlain: true)
    search(plain)
    search(raster.locallyThresholded(percent: 97))
    map(bytes.span)
    return 0
}
