public import Estimation
public import Messages

/// Counts which campaigns traps met and which ones people reported.
public struct SightingCounter: Sendable {
    private let channels: [Channel]
    private let hasTraps: [Bool]
    private var trapped: [Set<TrafficCell.CampaignName>]
    private var reported: [Set<TrafficCell.CampaignName>]

    /// A counter for a country.
    public init(_ country: SimulatedCountry) {
        channels = country.profile.channels.map(\.channel)
        hasTraps = country.profile.channels.map { $0.traps > 0 && $0.reporting > 0 }
        trapped = channels.map { _ in [] }
        reported = trapped
    }

    /// Counts a cell.
    public mutating func add(_ cell: borrowing TrafficCell) {
        guard let name = cell.campaign else { return }
        if cell.trapped > 0 { trapped[cell.channel].insert(name) }
        if cell.complaints > 0 { reported[cell.channel].insert(name) }
    }

    /// The campaigns of a channel; nothing where there are no traps or no reports.
    public func campaigns(of channel: Channel, _ estimator: NationalEstimator) -> NationalEstimate? {
        guard let place = channels.firstIndex(of: channel), hasTraps[place] else { return nil }
        return estimator.campaigns(
            trapped: trapped[place].count, reported: reported[place].count, both: trapped[place].intersection(reported[place]).count)
    }
}
