/// One thing wrong with a ledger.
public struct LedgerProblem: Sendable, Hashable, CustomStringConvertible {
    /// The path of the file, as it was given.
    public var path: String
    /// The line, from 1.
    public var line: Int
    /// The column, from 1.
    public var column: Int
    /// The parameter or facility concerned; nothing where it is none.
    public var entry: String?
    /// What is wrong and what to do.
    public var message: String

    /// A problem at a place.
    public init(path: String, line: Int, column: Int = 1, entry: String? = nil, message: String) {
        self.path = path
        self.line = line
        self.column = column
        self.entry = entry
        self.message = message
    }

    /// One line: where, which parameter, what is wrong.
    public var description: String { "\(path):\(line):\(column): " + (entry.map { "\($0): " } ?? "") + message }
}

/// Everything wrong with a ledger.
public struct LedgerError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The problems, by line.
    public let problems: [LedgerProblem]

    /// An error of these problems.
    public init(_ problems: [LedgerProblem]) { self.problems = problems }

    /// A line for each problem.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// The limits of a ledger, in one place.
public enum LedgerLimits {
    /// How large the file may be, in bytes.
    public static let fileBytes = 1 << 20
    /// How long a title or a source may be, in bytes.
    public static let textBytes = 1000
    /// How many facilities there may be.
    public static let facilities = 200
    /// How many lines of spending there may be.
    public static let spending = 200
    /// How many versions one value may have.
    public static let versions = 50
    /// How many respondents an amount may be added up over.
    public static let respondents = 1_000_000
    /// How often a file may repeat a part of it by an alias of YAML, a rough count: a few aliases of aliases are a text of any length.
    public static let aliases = 16
    /// How many problems are told.
    public static let problems = 100
    /// The years that prices and indices can be of.
    public static let years = 1990...2100
}
