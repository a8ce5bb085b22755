public import Storing

/// The tables that the study is counted in. A table of all dimensions together would explode, so each has those that are asked together.
public enum StudyTable: String, Sendable, Hashable, CaseIterable {
    /// Everything that has few values.
    case traffic
    /// By language.
    case languages
    /// By country of origin.
    case origins
    /// By size.
    case sizes
    /// By source, the greatest of each day.
    case sources
    /// By route, the greatest of each day.
    case routes
    /// What operators tell beside their messages, added up: dropped connections.
    case operators
    /// What operators tell of how large they are, the highest of a period: mailboxes.
    case mailboxes
    /// How many different senders, sources and campaigns there were.
    case distinct
    /// How sizes and delays are spread.
    case quantiles

    /// What it is counted by, from what varies least to what varies most.
    public var dimensions: [Dimension] {
        switch self {
        case .traffic: [.contributor, .method, .channel, .cell, .direction, .trust, .client, .threatClass, .disposition, .layer]
        case .languages: [.contributor, .method, .channel, .direction, .threatClass, .language]
        case .origins: [.contributor, .method, .channel, .direction, .trust, .threatClass, .origin]
        case .sizes: [.contributor, .method, .channel, .direction, .threatClass, .size]
        case .sources: [.contributor, .method, .channel, .direction, .verdict, .kind, .source]
        case .routes: [.contributor, .method, .channel, .direction, .verdict, .trust, .route]
        case .operators, .mailboxes: [.contributor, .method, .channel, .figure]
        case .distinct, .quantiles: [.contributor, .method, .channel, .direction, .verdict, .figure]
        }
    }

    /// The length of the shortest periods it is counted by.
    public var base: PeriodLevel {
        switch self {
        case .traffic, .languages, .sizes: .hour
        case .origins, .sources, .routes, .operators, .mailboxes, .distinct, .quantiles: .day
        }
    }

    /// Of how many values of the last dimension a group keeps count for sure; with twice as many those beyond go into one sum.
    var rankLimit: Int? {
        switch self {
        case .sources, .routes: 500
        default: nil
        }
    }

    /// The first table of messages that has all these dimensions, or nothing when they are not counted together.
    public static func counting(_ dimensions: some Sequence<Dimension>) -> StudyTable? {
        let asked = Set(dimensions)
        return [.traffic, .languages, .origins, .sizes, .sources, .routes].first { asked.isSubset(of: $0.dimensions) }
    }
}
