/// Where a setting's value came from.
public enum SettingOrigin: Sendable, Hashable, CustomStringConvertible {
    /// Nothing set it: the default of the catalogue.
    case builtIn
    /// A line of the settings file.
    case file(path: String, line: Int)
    /// An environment variable.
    case variable(String)
    /// A flag of the command line.
    case flag(String)
    /// A question about a key, not a place that sets it.
    case request

    /// `path:line`, the variable's name, or the flag.
    public var description: String {
        switch self {
        case .builtIn: "default"
        case .file(let path, let line): "\(path):\(line)"
        case .variable(let name): "environment variable \(name)"
        case .flag(let flag): "flag \(flag)"
        case .request: "request"
        }
    }
}

/// One thing wrong with the settings.
public struct SettingProblem: Sendable, Hashable, CustomStringConvertible {
    /// What sort of thing is wrong.
    public enum Kind: Sendable, Hashable {
        /// The file cannot be read, or is not YAML.
        case unreadable
        /// No setting has this name.
        case unknownKey
        /// A value is of the wrong type or out of range.
        case wrongValue
        /// A section stands where a value is expected, or the reverse.
        case wrongShape
        /// A key is set twice in one place.
        case setTwice
        /// Values that do not go together.
        case contradiction
    }

    /// What sort of thing is wrong.
    public var kind: Kind
    /// The key or section concerned; empty when the whole file is.
    public var key: String
    /// Where it is wrong.
    public var origin: SettingOrigin
    /// What is wrong and what to do, as a person reads it.
    public var message: String

    /// A problem.
    public init(_ kind: Kind, key: String, origin: SettingOrigin, message: String) {
        self.kind = kind
        self.key = key
        self.origin = origin
        self.message = message
    }

    /// Those of the file first and by line; the others after it as they came.
    static func sorted(_ problems: [SettingProblem]) -> [SettingProblem] {
        problems.enumerated().sorted { left, right in
            (left.element.line, left.offset) < (right.element.line, right.offset)
        }.map(\.element)
    }

    private var line: Int {
        if case .file(_, let line) = origin { line } else { .max }
    }

    /// One line: where, which key, what is wrong.
    public var description: String {
        (origin == .request ? "" : "\(origin): ") + (key.isEmpty ? "" : "\(key): ") + message
    }
}

/// Everything wrong with the settings.
public struct SettingsError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The problems, those of the file first and by line.
    public let problems: [SettingProblem]

    /// An error of these problems.
    public init(_ problems: [SettingProblem]) {
        self.problems = problems
    }

    /// A line for each problem.
    public var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}
