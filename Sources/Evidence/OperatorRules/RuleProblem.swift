/// Where something is written: file, line and column, both from 1.
public struct RulePlace: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The path of the file, as it was given.
    public var path: String
    /// The line.
    public var line: Int
    /// The column, in characters.
    public var column: Int

    /// A place.
    public init(path: String, line: Int, column: Int = 1) {
        self.path = path
        self.line = line
        self.column = column
    }

    /// Path, line and column.
    public var description: String { "\(path):\(line):\(column)" }

    /// Path and line: what verdicts and reports name a rule by.
    public var fileAndLine: String { "\(path):\(line)" }

    /// In the order of files, and of lines in them.
    public static func < (left: RulePlace, right: RulePlace) -> Bool {
        if left.path != right.path { return left.path < right.path }
        return (left.line, left.column) < (right.line, right.column)
    }
}

/// One thing wrong with rules.
public struct RuleProblem: Sendable, Hashable, CustomStringConvertible {
    /// Where it is wrong.
    public var place: RulePlace
    /// The id of the rule concerned; nothing where it is none, or has none.
    public var rule: String?
    /// What is wrong and what to do.
    public var message: String

    /// A problem.
    public init(_ place: RulePlace, rule: String? = nil, _ message: String) {
        self.place = place
        self.rule = rule
        self.message = message
    }

    /// One line: where, which rule, what is wrong.
    public var description: String { "\(place): " + (rule.map { "\($0): " } ?? "") + message }
}

/// Everything wrong with rules.
public struct RuleError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The problems, by file and line.
    public let problems: [RuleProblem]

    /// An error of these problems.
    public init(_ problems: [RuleProblem]) {
        self.problems = problems
    }

    /// A line for each problem.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
