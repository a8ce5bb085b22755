/// One thing wrong with a profile.
public struct ProfileProblem: Sendable, Hashable, CustomStringConvertible {
    /// The path of the file, as it was given.
    public var path: String
    /// The line, from 1.
    public var line: Int
    /// The column, from 1.
    public var column: Int
    /// What is wrong and what to do.
    public var message: String

    /// One line: where, and what is wrong.
    public var description: String { "\(path):\(line):\(column): \(message)" }
}

/// Everything wrong with a profile.
public struct ProfileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The problems, by line.
    public let problems: [ProfileProblem]

    /// A line for each problem.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
