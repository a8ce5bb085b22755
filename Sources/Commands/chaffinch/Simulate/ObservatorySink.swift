internal import Estimation
internal import JSON
internal import Messages
internal import Observatory
internal import SQLiteStore
internal import Simulation
internal import Storing

/// The observatory that a simulated country fills. The same country and period twice count once.
struct ObservatorySink {
    /// What estimates are kept in, beside the database: a line of JSON each.
    static let estimatesFile = "national-estimates.jsonl"

    private let folder: String
    private let dataset: String
    private let study: StudyStore
    private let now: Timestamp

    init(folder: String, country: SimulatedCountry, now: Timestamp) throws {
        study = StudyStore(SQLiteSegmentStore(try LocalState(folder: folder).database))
        dataset = "simulation-\(country.profile.country)-\(country.seed)"
        self.folder = folder
        self.now = now
    }

    /// Adds what was counted of a day. What the same country counted of it before stays as it is.
    func add(_ counter: ObservationCounter, of day: Int) async throws {
        let part = DatasetPart(contributor: "", name: dataset, part: SimulationPeriod.date(day), revision: 1)
        try await study.add(counter, from: .part(part), at: now)
    }

    /// Makes the sums that questions are answered from.
    func finish() async throws { try await study.rollUp(at: now) }

    /// Puts the estimates of all periods beside the database.
    func write(_ results: [SimulationResult]) throws {
        var bytes: [UInt8] = []
        for result in results {
            for estimate in result.estimates {
                var json = JSONText()
                json.object { estimate.write(period: result.period.name, into: &$0) }
                bytes += json.bytes + [UInt8(ascii: "\n")]
            }
        }
        try WholeFile.write(bytes, to: folder + "/" + ObservatorySink.estimatesFile)
    }
}
