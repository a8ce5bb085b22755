import Images
import Messages

/// Shows libzbar one prepared copy of a picture after the other, within a budget, and collects what it reads.
///
/// libzbar cannot be interrupted: what a call will cost is told before it, and the deadline is looked at between two.
struct CodeSearch {
    private let scanner: ZBarScanner
    private let budget: ImageBudget
    /// The pixels of the copies so far.
    private var prepared = 0
    /// The threes of corner marks that libzbar tried so far, at most.
    private var threes = 0
    /// What was found.
    private(set) var reading: CodeReading

    /// A search that goes on from a reading.
    init(scanner: ZBarScanner, budget: ImageBudget, reading: CodeReading) {
        self.scanner = scanner
        self.budget = budget
        self.reading = reading
    }

    /// Whether the budget has room for a copy of so many pixels; it always has for the first.
    func mayPrepare(_ pixels: Int) -> Bool { prepared == 0 || prepared + pixels <= budget.scannedPixels }

    /// Looks for codes in copies, each made when its turn comes; says whether to go on. Why not is the reading's gap.
    mutating func look(at copies: [() -> GreyRaster?], isOverdue: () -> Bool) -> Bool {
        for make in copies {
            guard !isOverdue() else {
                reading.gap = .deadline
                return false
            }
            guard let copy = make() else { continue }
            guard mayPrepare(copy.pixels.count) else { return true }
            if let gap = look(at: copy) {
                reading.gap = gap
                return false
            }
        }
        return true
    }

    /// Looks for codes in a copy; says why no more is to be looked at.
    private mutating func look(at copy: GreyRaster) -> Coverage.Gap.Reason? {
        prepared += copy.pixels.count
        let plain = copy.thresholded()
        // Looking for the marks costs a tenth of looking for a code.
        guard FinderPatterns.areLikely(in: plain) else { return nil }
        // libzbar sees faint marks as well as strong ones.
        let faint = plain.pixels == copy.pixels ? 0 : MarkCensus.count(in: copy.locallyThresholded(percent: 97))
        let cost = MarkCensus.threes(of: max(MarkCensus.count(in: plain), faint))
        guard threes + cost <= budget.threes else {
            // Another copy may show less.
            reading.gap = .limit
            return nil
        }
        threes += cost
        guard let found = scanner.codes(in: copy.withQuietZone()) else { return .unreadable }
        for code in found where !reading.codes.contains(code) && code.payload.count <= budget.payloadBytes {
            guard reading.codes.count < budget.codes else { return .limit }
            reading.codes.append(code)
        }
        return nil
    }
}
