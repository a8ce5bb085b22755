// Codes by libzbar in images decoded by libgd. Both are C libraries that read hostile bytes: the header is checked against the
// budget before either sees them, and every return code is looked at.

import CGD
import CZBar
public import Images
import Messages

/// Reads QR codes with libzbar.
///
/// A code that is not found at once is looked for again in prepared copies of the image: drawn anew from its corner marks, scaled,
/// smoothed, inverted. The copies cost time, which the deadline bounds, and no more memory than the budget's pixels.
public struct ZBarCodeReader: CodeReader {
    /// The smallest side that is worth looking at: a QR code of version 1 has 21 modules (ISO/IEC 18004 section 5.3).
    private static let leastSide = 21
    /// An image with a smaller side is doubled before the first look: libzbar needs a few pixels for each module.
    private static let smallSide = 160

    /// The versions of the libraries that find and that decode, as they say them themselves; empty when libzbar does not answer.
    public static var libraryVersion: String {
        var numbers: (UInt32, UInt32, UInt32) = (0, 0, 0)
        // libzbar fills the three numbers, which live through the call; libgd answers with text that lives as long as the program.
        guard unsafe zbar_version(&numbers.0, &numbers.1, &numbers.2) == 0, let decoder = unsafe gdVersionString() else { return "" }
        return "libzbar \(numbers.0).\(numbers.1).\(numbers.2), libgd \(unsafe String(cString: decoder))"
    }

    /// A reader.
    public init() {}

    /// Reads the codes of a PNG, JPEG, GIF, BMP or WebP image, as the port promises.
    public func codes(in image: Span<UInt8>, budget: ImageBudget, isOverdue: () -> Bool) -> CodeReading {
        guard image.count <= budget.bytes else { return CodeReading(gap: .limit) }
        guard let header = ImageHeader(image) else { return CodeReading(gap: .unreadable) }
        var reading = CodeReading(header: header)
        guard header.pixels <= budget.pixels else {
            reading.gap = .limit
            return reading
        }
        guard min(header.width, header.height) >= Self.leastSide else { return reading }
        guard !isOverdue() else {
            reading.gap = .deadline
            return reading
        }
        guard let raster = GDImage.grey(image, format: header.format), raster.width * raster.height <= budget.pixels else {
            reading.gap = .unreadable
            return reading
        }
        guard let scanner = ZBarScanner() else {
            reading.gap = .unreadable
            return reading
        }
        var steps = Self.steps(for: raster, pixels: budget.pixels)
        if !Self.mayHoldCode(raster) {
            // Marks of one or two pixels a module escape that look, and libzbar too.
            guard min(raster.width, raster.height) < Self.smallSide else { return reading }
            steps = [Self.straightened]
        }
        var search = CodeSearch(scanner: scanner, budget: budget, reading: reading)
        for step in steps {
            guard search.mayPrepare(raster.pixels.count) else { return search.reading }
            guard search.look(at: step(raster), isOverdue: isOverdue) else { return search.reading }
            if !search.reading.codes.isEmpty { break }
        }
        guard !search.reading.codes.isEmpty, search.mayPrepare(raster.pixels.count), !isOverdue() else { return search.reading }
        // A code may stand in another, and libzbar then reads one of them: where there are more marks than it took, each code is drawn.
        let known = search.reading.codes.count
        _ = search.look(at: StraightenedCodes.drawn(from: raster.thresholded(), beyond: known), isOverdue: isOverdue)
        return search.reading
    }

    /// Whether the corner marks of a QR code show, in even or in uneven light.
    private static func mayHoldCode(_ raster: GreyRaster) -> Bool {
        FinderPatterns.areLikely(in: raster.thresholded()) || FinderPatterns.areLikely(in: raster.halved().locallyThresholded())
    }

    /// One way to prepare copies; each is made when it is asked for.
    private typealias Step = (GreyRaster) -> [() -> GreyRaster?]

    private static func straightened(_ raster: GreyRaster) -> [() -> GreyRaster?] {
        StraightenedCodes.drawn(from: raster.thresholded())
    }

    /// The copies to look at, the likeliest first. Each reads codes that no other reads; docs/measurements.md says how many.
    private static func steps(for raster: GreyRaster, pixels: Int) -> [Step] {
        let side = min(raster.width, raster.height)
        var steps: [Step] = []
        if side < smallSide, raster.width * raster.height * 4 <= pixels { steps.append { picture in [{ picture.doubled() }] } }
        steps.append { picture in [{ picture }] }
        steps.append(straightened)
        steps.append { StraightenedCodes.drawn(from: $0.locallyThresholded()) }
        // Codes made of dots: halving and smoothing makes squares of them.
        if side > smallSide { steps.append { picture in [{ picture.halved().smoothed() }] } }
        // Light on dark whose marks are not clear enough to be drawn.
        steps.append { picture in [{ picture.inverted() }] }
        // Grainy pictures.
        steps.append { picture in [{ picture.smoothed().smoothed().thresholded() }] }
        return steps
    }
}
