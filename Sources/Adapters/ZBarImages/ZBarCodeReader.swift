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
            steps = [Step { StraightenedCodes.drawn(from: $0.thresholded()) }]
        }
        var prepared = 0
        /// Looks for codes in a copy; says why no more is to be looked at.
        func look(at copy: GreyRaster) -> Coverage.Gap.Reason? {
            prepared += copy.pixels.count
            // Looking for the marks costs a tenth of looking for a code.
            guard FinderPatterns.areLikely(in: copy.thresholded()) else { return nil }
            guard let found = scanner.codes(in: copy.withQuietZone()) else { return .unreadable }
            for code in found where !reading.codes.contains(code) && code.payload.count <= budget.payloadBytes {
                guard reading.codes.count < budget.codes else { return .limit }
                reading.codes.append(code)
            }
            return nil
        }
        for step in steps {
            guard !isOverdue() else {
                reading.gap = .deadline
                return reading
            }
            guard prepared == 0 || prepared + raster.pixels.count <= budget.scannedPixels else { return reading }
            for copy in step.prepare(raster) {
                reading.gap = look(at: copy)
                if reading.gap != nil { return reading }
            }
            if !reading.codes.isEmpty { break }
        }
        guard !reading.codes.isEmpty, !isOverdue() else { return reading }
        // A code may stand in another, and libzbar then reads one of them: where there are more marks than it took, each code is drawn.
        for copy in StraightenedCodes.drawn(from: raster.thresholded(), beyond: reading.codes.count) where reading.gap == nil {
            reading.gap = look(at: copy)
        }
        return reading
    }

    /// Whether the corner marks of a QR code show, in even or in uneven light.
    private static func mayHoldCode(_ raster: GreyRaster) -> Bool {
        FinderPatterns.areLikely(in: raster.thresholded()) || FinderPatterns.areLikely(in: raster.halved().locallyThresholded())
    }

    /// One way to prepare a copy.
    private struct Step {
        var prepare: (GreyRaster) -> [GreyRaster]
    }

    /// The copies to look at, the likeliest first. Each reads codes that no other reads; docs/measurements.md says how many.
    private static func steps(for raster: GreyRaster, pixels: Int) -> [Step] {
        let side = min(raster.width, raster.height)
        var steps: [Step] = []
        if side < smallSide, raster.width * raster.height * 4 <= pixels { steps.append(Step { [$0.doubled()] }) }
        steps.append(Step { [$0] })
        steps.append(Step { StraightenedCodes.drawn(from: $0.thresholded()) })
        steps.append(Step { StraightenedCodes.drawn(from: $0.locallyThresholded()) })
        // Codes made of dots: halving and smoothing makes squares of them.
        if side > smallSide { steps.append(Step { [$0.halved().smoothed()] }) }
        // Light on dark whose marks are not clear enough to be drawn.
        steps.append(Step { [$0.inverted()] })
        // Grainy pictures.
        steps.append(Step { [$0.smoothed().smoothed().thresholded()] })
        return steps
    }
}
