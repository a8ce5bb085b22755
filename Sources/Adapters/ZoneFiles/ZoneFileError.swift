/// What is wrong in a file of records.
public struct ZoneFileError: Error, Sendable, Hashable {
    /// The line, from one on; nothing where the format gives none.
    public var line: Int?
    /// What is wrong, and what to do.
    public var problem: String

    /// How many characters of a problem are kept: what it quotes may be as long as the file.
    public static let limit = 400

    /// A problem on a line.
    public init(_ problem: String, line: Int? = nil) {
        self.problem = problem.count > ZoneFileError.limit ? problem.prefix(ZoneFileError.limit) + "…" : problem
        self.line = line
    }
}

extension ZoneFileError: CustomStringConvertible {
    /// The line, what is wrong and what to do.
    public var description: String {
        line.map { "line \($0): \(problem)" } ?? problem
    }
}
