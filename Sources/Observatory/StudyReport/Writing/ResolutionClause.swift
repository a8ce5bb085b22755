internal import Localization

/// One clause of Resolution 52: its id in our list, its place in the text, and the section that answers it.
struct ResolutionClause: Sendable {
    /// Where the answer is.
    enum Answer: Sendable, Hashable {
        /// In a section of the report, by its name.
        case section(String)
        /// In the program that made the report, and not in the report.
        case product
        /// With people: no report can answer it.
        case people
    }

    let id: String
    let place: String
    let answer: Answer

    /// The clauses, in the numbering of the proposal of 27 September 2024 to revise the Resolution.
    static let all: [ResolutionClause] = [
        ResolutionClause(id: "S52-01", place: "Introduction", answer: .section("volume")),
        ResolutionClause(id: "S52-02", place: "Introduction; considering c", answer: .section("costs")),
        ResolutionClause(id: "S52-03", place: "Introduction; considering i", answer: .section("answers")),
        ResolutionClause(id: "S52-04", place: "Introduction", answer: .people),
        ResolutionClause(id: "S52-05", place: "recognizing b, c", answer: .people),
        ResolutionClause(id: "S52-06", place: "recognizing further a, c", answer: .people),
        ResolutionClause(id: "S52-07", place: "recognizing further b", answer: .section("means")),
        ResolutionClause(id: "S52-08", place: "considering a", answer: .section("volume")),
        ResolutionClause(id: "S52-09", place: "considering b", answer: .section("method")),
        ResolutionClause(id: "S52-10", place: "considering d", answer: .section("costs")),
        ResolutionClause(id: "S52-11", place: "considering e", answer: .section("types")),
        ResolutionClause(id: "S52-12", place: "considering f", answer: .section("types")),
        ResolutionClause(id: "S52-13", place: "considering g", answer: .section("sources")),
        ResolutionClause(id: "S52-14", place: "considering h", answer: .section("trend")),
        ResolutionClause(id: "S52-15", place: "considering j", answer: .section("method")),
        ResolutionClause(id: "S52-16", place: "considering k", answer: .section("answers")),
        ResolutionClause(id: "S52-17", place: "considering l", answer: .section("answers")),
        ResolutionClause(id: "S52-18", place: "noting", answer: .section("means")),
        ResolutionClause(id: "S52-19", place: "resolves 1", answer: .section("volume")),
        ResolutionClause(id: "S52-20", place: "resolves 2", answer: .people),
        ResolutionClause(id: "S52-21", place: "resolves 3", answer: .people),
        ResolutionClause(id: "S52-22", place: "instructs SG17 1", answer: .section("summary")),
        ResolutionClause(id: "S52-23", place: "instructs SG17 2", answer: .section("costs")),
        ResolutionClause(id: "S52-24", place: "instructs SG17 3", answer: .people),
        ResolutionClause(id: "S52-25", place: "instructs Director 1", answer: .people),
        ResolutionClause(id: "S52-26", place: "instructs Director 2", answer: .product),
        ResolutionClause(id: "S52-27", place: "instructs Director 3", answer: .product),
        ResolutionClause(id: "S52-28", place: "instructs Director 4", answer: .section("answers")),
        ResolutionClause(id: "S52-29", place: "instructs Director 4", answer: .section("volume")),
        ResolutionClause(id: "S52-30", place: "instructs Director 4", answer: .section("types")),
        ResolutionClause(id: "S52-31", place: "instructs Director 4", answer: .section("routes")),
        ResolutionClause(id: "S52-32", place: "instructs Director 4", answer: .section("gap")),
        ResolutionClause(id: "S52-33", place: "instructs Director 4", answer: .section("trend")),
        ResolutionClause(id: "S52-34", place: "instructs Director 5", answer: .people),
        ResolutionClause(id: "S52-35", place: "instructs Director 6", answer: .section("types")),
        ResolutionClause(id: "S52-36", place: "instructs Director 7", answer: .section("summary")),
        ResolutionClause(id: "S52-37", place: "invites members 1", answer: .section("summary")),
        ResolutionClause(id: "S52-38", place: "invites members 2", answer: .section("answers")),
        ResolutionClause(id: "S52-39", place: "invites members 3", answer: .section("answers")),
        ResolutionClause(id: "S52-40", place: "invites states 1", answer: .section("answers")),
        ResolutionClause(id: "S52-41", place: "invites states 2", answer: .section("means")),
        ResolutionClause(id: "S52-42", place: "invites states 3", answer: .section("answers")),
        ResolutionClause(id: "S52-43", place: "invites states 4", answer: .people),
        ResolutionClause(id: "S52-44", place: "invites states 5", answer: .section("summary")),
    ]
}
