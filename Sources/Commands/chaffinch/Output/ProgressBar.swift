internal import Glibc

/// A bar on standard error that shows how far long work has come; nothing where standard error is no terminal.
struct ProgressBar {
    private let total: Int
    private let isShown: Bool
    private var lastShown = -1

    /// A bar for so many steps.
    init(total: Int, isWanted: Bool = true) {
        self.total = total
        self.isShown = isWanted && total > 50 && isatty(STDERR_FILENO) == 1
    }

    /// Shows that so many steps are done; redraws at each per cent only.
    mutating func show(done: Int) {
        guard isShown else { return }
        let share = done * 100 / max(total, 1)
        guard share != lastShown else { return }
        lastShown = share
        let filled = share * 30 / 100
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
        StandardStreams.printError("\r\(bar) \(share) % (\(done)/\(total))")
    }

    /// Takes the bar away.
    func clear() {
        guard isShown, lastShown >= 0 else { return }
        StandardStreams.printError("\r\u{1B}[K")
    }
}
