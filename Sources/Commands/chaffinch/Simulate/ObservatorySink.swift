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
    private let recorder: ObservationRecorder

    init(folder: String, country: SimulatedCountry, days: Range<Int>) throws {
        let state = try LocalState(folder: folder)
        self.folder = folder
        let writer = "simulation-\(country.profile.country)-\(country.seed)-\(days.lowerBound)-\(days.upperBound)"
        recorder = ObservationRecorder(into: SQLiteAggregateStore(state.database), writer: writer)
    }

    /// Adds what was counted of a day.
    func add(_ counter: ObservationCounter) async throws {
        await recorder.record(counter)
        try await recorder.flush()
    }

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
