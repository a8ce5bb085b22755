/// What is wrong in a file of records.
public struct ZoneFileError: Error, Sendable, Hashable {
    /// The line, from one on; nothing where the format gives none.
    public var line: Int?
    /// What is wrong, and what to do.
    public var problem: String

    /// A problem on a line.
    public init(_ problem: String, line: Int? = nil) {
        self.problem = problem
        self.line = line
    }
}

extension ZoneFileError: CustomStringConvertible {
    /// The line, what is wrong and what to do.
    public var description: String {
        line.map { "line \($0): \(problem)" } ?? problem
    }
}
