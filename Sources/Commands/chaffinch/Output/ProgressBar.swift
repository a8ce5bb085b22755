internal import Glibc

/// A bar on standard error that shows how far long work has come; nothing where standard error is no terminal.
struct ProgressBar {
    private let total: Int
    private let isShown: Bool
    private let start = ContinuousClock.now
    private var done = 0
    private var drawn: Int?

    /// Work that is over sooner than this shows no bar.
    private static let patience = Duration.milliseconds(300)
    private static let cells = 30

    /// A bar for work of so much, in whatever unit.
    init(total: Int, isWanted: Bool = true) {
        self.total = total
        isShown = isWanted && isatty(STDERR_FILENO) == 1
    }

    /// Shows that so much more is done; redraws at each per cent only.
    mutating func advance(by step: Int) {
        guard isShown else { return }
        done += step
        let share = ProgressBar.share(done: done, of: total)
        guard share != drawn, ContinuousClock.now - start > ProgressBar.patience else { return }
        drawn = share
        StandardStreams.printError("\r" + ProgressBar.line(share: share))
    }

    /// Takes the bar away, until the next step.
    mutating func clear() {
        guard isShown, drawn != nil else { return }
        StandardStreams.printError("\r\u{1B}[K")
        drawn = nil
    }

    /// How many per cent are done, at most a hundred; none of work whose size is not known.
    static func share(done: Int, of total: Int) -> Int {
        guard total > 0 else { return 0 }
        return done >= total ? 100 : Int(Double(max(done, 0)) / Double(total) * 100)
    }

    /// The bar as it is drawn.
    static func line(share: Int) -> String {
        let filled = min(max(share, 0), 100) * cells / 100
        return String(repeating: "█", count: filled) + String(repeating: "░", count: cells - filled) + " \(share) %"
    }
}
