/// Whom a report is for; it decides on the title, the head and the sections.
public enum StudyTemplate: String, Sendable, Hashable, CaseIterable {
    /// The Telecommunication Standardization Advisory Group.
    case tsag
    /// The Council of ITU.
    case council
    /// ITU-T Study Group 17.
    case sg17
    /// The country itself: all there is.
    case national

    /// The sections, in their order.
    var sections: [StudySection] {
        switch self {
        case .national: StudySection.allCases
        case .tsag: [.summary, .volume, .trend, .types, .sources, .routes, .answers, .method, .trace]
        case .council: [.summary, .volume, .trend, .costs, .gap, .method, .trace]
        case .sg17: [.summary, .volume, .trend, .types, .features, .sources, .routes, .means, .method, .glossary, .trace]
        }
    }
}

/// A section of a report.
enum StudySection: String, Sendable, Hashable, CaseIterable {
    case summary, volume, trend, types, features, sources, routes, means, reports, answers, costs, gap, method, glossary, trace
}
