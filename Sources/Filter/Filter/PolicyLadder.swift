internal import Messages
internal import Settings

/// What stands for each disposition on one channel and direction, for one recipient: the rungs that a verdict climbs.
struct PolicyLadder: Sendable {
    /// What stands for one disposition.
    enum Rung: Sendable {
        /// A line of a profile or of the settings.
        case line(ProfileBook.Line)
        /// An order that moved the threshold; nothing is never.
        case order(OrderHit, from: Double?)

        /// From which probability on the disposition is due.
        var from: Double? {
            switch self {
            case .line(let line): line.threshold.probability
            case .order(_, let from): from
            }
        }
    }

    /// The rungs that can be reached, the mildest first.
    private let rungs: [(disposition: Disposition, from: Double, rung: Rung)]
    /// The least probability at which one is reached; nothing where none can be.
    let least: Double?

    /// The ladder of what stands for each disposition.
    init(_ standing: (Disposition) -> Rung?) {
        rungs = PolicyThreshold.ladder.compactMap { disposition in
            guard let rung = standing(disposition), let from = rung.from else { return nil }
            return (disposition, from, rung)
        }
        least = rungs.map(\.from).min()
    }

    /// Of the rungs that a probability reaches the one of the strongest disposition.
    func reached(at probability: Double) -> (disposition: Disposition, rung: Rung)? {
        rungs.last { probability >= $0.from }.map { ($0.disposition, $0.rung) }
    }
}
