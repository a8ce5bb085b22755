// Codes by libzbar in images decoded by libgd. Both are C libraries that read hostile bytes: the header is checked against the
// budget before either sees them, and every return code is looked at.

public import Images
import Messages

/// Reads QR codes with libzbar.
///
/// A code that is not found at once is looked for again in prepared copies of the image: inverted, scaled, thresholded,
/// smoothed. The copies cost time, which the deadline bounds, and no more memory than the budget's pixels.
public struct ZBarCodeReader: CodeReader {
    /// The smallest side that is worth looking at: a QR code of version 1 has 21 modules (ISO/IEC 18004 section 5.3).
    private static let leastSide = 21
    /// An image with a smaller side is doubled before the first look: libzbar needs a few pixels for each module.
    private static let smallSide = 160
    /// An image with a larger side is also halved: smoothing helps more than detail does.
    private static let largeSide = 400

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
        guard Self.mayHoldCode(raster) else { return reading }
        var prepared = 0
        for step in Self.steps(for: raster, pixels: budget.pixels) {
            if isOverdue() {
                reading.gap = .deadline
                return reading
            }
            guard prepared == 0 || prepared + raster.pixels.count <= budget.scannedPixels else { return reading }
            var copy = step.prepare(raster)
            prepared += copy.pixels.count
            // Looking for the marks costs a tenth of looking for a code.
            guard FinderPatterns.areLikely(in: copy.thresholded()) else { continue }
            copy.addQuietZone()
            guard let found = scanner.codes(in: copy) else {
                reading.gap = .unreadable
                return reading
            }
            for code in found where !reading.codes.contains(code) && code.payload.count <= budget.payloadBytes {
                guard reading.codes.count < budget.codes else {
                    reading.gap = .limit
                    return reading
                }
                reading.codes.append(code)
            }
            if !reading.codes.isEmpty { break }
        }
        return reading
    }

    /// Whether the corner marks of a QR code show, in even or in uneven light.
    private static func mayHoldCode(_ raster: GreyRaster) -> Bool {
        FinderPatterns.areLikely(in: raster.thresholded()) || FinderPatterns.areLikely(in: raster.halved().locallyThresholded())
    }

    /// One way to prepare a copy.
    private struct Step {
        var prepare: (GreyRaster) -> GreyRaster
    }

    /// The copies to look at, the likeliest first.
    private static func steps(for raster: GreyRaster, pixels: Int) -> [Step] {
        let side = min(raster.width, raster.height)
        let canDouble = raster.width * raster.height * 4 <= pixels
        var steps: [Step] = []
        if side < smallSide, canDouble { steps.append(Step { $0.doubled() }) }
        steps += [Step { $0 }, Step { $0.inverted() }]
        if canDouble { steps += [Step { $0.doubled() }, Step { $0.inverted().doubled() }] }
        steps.append(Step { $0.thresholded() })
        steps.append(Step { $0.locallyThresholded() })
        if side > largeSide { steps += [Step { $0.halved() }, Step { $0.halved().inverted() }, Step { $0.halved().locallyThresholded() }] }
        steps += [Step { $0.smoothed() }, Step { $0.inverted().thresholded() }, Step { $0.smoothed().smoothed().thresholded() }]
        if side > smallSide {
            // Codes made of dots: halving and smoothing makes squares of them.
            steps.append(Step { $0.halved().smoothed() })
        }
        if canDouble {
            steps += [Step { $0.doubled().smoothed().thresholded() }, Step { $0.doubled().smoothed().locallyThresholded() }]
        }
        if side > 2 * largeSide { steps.append(Step { $0.halved().halved() }) }
        return steps
    }
}
