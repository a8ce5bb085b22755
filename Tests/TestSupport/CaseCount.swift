/// Counts the cases of a suite that is read from data, so that a loader that reads nothing shows.
///
/// CI collects the lines that `report` prints.
public struct CaseCount {
    private let suite: String
    private var run = 0
    private var failures: [String] = []
    private var skips: [String: Int] = [:]

    /// A count for the suite of this name.
    public init(_ suite: String) {
        self.suite = suite
    }

    /// Notes that a case ran, and whether it came out right; `label` names it in the list of failures.
    public mutating func check(_ isRight: Bool, _ label: @autoclosure () -> String) {
        run += 1
        if !isRight { failures.append(label()) }
    }

    /// Notes that a case was left out, with the reason (and the section that gives it).
    public mutating func skip(because reason: String) {
        skips[reason, default: 0] += 1
    }

    /// The labels of the cases that came out wrong.
    public var failed: [String] { failures }

    /// Prints the line that CI collects, each reason for a skip, and the first of the failures; gives how many cases ran.
    @discardableResult
    public func report() -> Int {
        print("cases \(suite): \(run) run, \(failures.count) failed, \(skips.values.reduce(0, +)) skipped")
        for (reason, count) in skips.sorted(by: { $0.key < $1.key }) {
            print("  skipped \(count): \(reason)")
        }
        for label in failures.prefix(40) {
            print("  failed: \(label)")
        }
        return run
    }
}
