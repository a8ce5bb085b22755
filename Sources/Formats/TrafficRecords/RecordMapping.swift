public import Messages

/// Which column of a table is what.
public struct RecordMapping: Sendable, Hashable {
    /// A column, by its name in the first row or by its place.
    public enum Column: Sendable, Hashable, CustomStringConvertible {
        /// By its name.
        case named(String)
        /// By its place, the first one 0.
        case at(Int)

        /// Its name, or its place from 1.
        public var description: String {
            switch self {
            case .named(let name): name
            case .at(let place): "\(place + 1)"
            }
        }
    }

    /// Where a value comes from.
    public struct Rule: Sendable, Hashable {
        /// The column; nothing for a value that is the same in all rows.
        public var column: Column?
        /// What the table's words mean; none where they are codes already.
        public var values: [String: String] = [:]
        /// What stands where the column is empty or says something that `values` does not have.
        public var fallback: String?

        /// A value out of a column, one that is the same in all rows, or none.
        public init(column: Column? = nil, fallback: String? = nil) {
            self.column = column
            self.fallback = fallback
        }
    }

    /// A station of the way, in order.
    public struct StationRule: Sendable, Hashable {
        /// What is named.
        public var kind: StationKind
        /// Where the name comes from.
        public var rule: Rule
        /// How far to believe it.
        public var trust: Hop.Trust
    }

    /// What a station names.
    public enum StationKind: String, Sendable, Hashable, CaseIterable {
        case network, `operator`
    }

    /// What can be mapped.
    public enum Field: String, Sendable, Hashable, CaseIterable {
        case channel, direction, result, `class`, layer, country, network, `operator`, sender, language, size, count, delay
    }

    /// What stands between fields; nothing to tell by the first row.
    public var delimiter: UInt8?
    /// Whether the first row names the columns.
    public var hasHeader = true
    /// Where the moment is.
    public var time = Column.at(0)
    /// How it is written.
    public var timePattern: TimePattern
    /// Where the values are.
    public var rules: [Field: Rule] = [:]
    /// The stations of the way.
    public var route: [StationRule] = []

    /// A mapping of the moment alone.
    public init(time: Column, pattern: TimePattern) {
        self.time = time
        timePattern = pattern
    }
}

/// One thing wrong with a mapping file.
public struct MappingProblem: Sendable, Hashable, CustomStringConvertible {
    /// The file.
    public var path: String
    /// The line, from 1.
    public var line: Int
    /// What is wrong and what to do.
    public var message: String

    /// Where, and what.
    public var description: String { "\(path):\(line): \(message)" }
}

/// Everything wrong with a mapping file.
public struct MappingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The problems, by line.
    public let problems: [MappingProblem]

    /// A line for each problem.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}

extension RecordMapping {
    /// The columns of a dump of complaints where nobody says otherwise: `time` by RFC 3339, `sender`, and `category`, each named in the first row.
    public static var complaints: RecordMapping? {
        guard let pattern = TimePattern("rfc3339") else { return nil }
        var mapping = RecordMapping(time: .named("time"), pattern: pattern)
        mapping.rules[.channel] = Rule(fallback: "sms")
        mapping.rules[.sender] = Rule(column: .named("sender"))
        mapping.rules[.class] = Rule(column: .named("category"), fallback: "unspecified")
        return mapping
    }
}
