// What is searched for: literals and expressions, and the set of them that one pass over a text looks for at once.
// Patterns come from rules that ship or from an operator's settings: they are checked, and a bad one is an error that names it.

internal import Messages

/// One thing to search for in the bytes of a text.
public struct Pattern: Sendable, Hashable {
    /// How a pattern is searched for, and what of it is reported.
    public struct Options: OptionSet, Sendable, Hashable {
        /// One bit for each option.
        public let rawValue: UInt8

        /// The options of these bits.
        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// ASCII letters match whatever their case. Other letters do not fold: search in text that is normalised already.
        public static let caseless = Options(rawValue: 1)
        /// The bytes before and after are no part of a word: not letters or digits of ASCII, not `_`, not 0x80 and above.
        ///
        /// Only for literals; an expression says `\b`, which knows the word characters of ASCII alone.
        public static let wholeWord = Options(rawValue: 2)
        /// The first match of a text is enough; matches after it are not reported.
        public static let singleMatch = Options(rawValue: 4)
        /// In an expression, `.` also matches a line feed.
        public static let dotMatchesAll = Options(rawValue: 8)
        /// In an expression, `^` and `$` also match at the ends of lines.
        public static let multiline = Options(rawValue: 16)
        /// An expression's matches say where they start. Costs speed; a literal's matches always do.
        public static let reportsStart = Options(rawValue: 32)
    }

    /// What matches are called by. Unique in a set.
    public var id: UInt32
    /// The bytes of the literal, or the expression in the syntax below.
    ///
    /// Expressions use the common part of PCRE and Hyperscan: literals, `\xHH`, classes, groups, alternation, `?`, `*`, `+`,
    /// `{m,n}`, `\d`, `\s`, `\w`, `\b`, anchors; no look-around, no back-references. They match bytes, not characters.
    public var expression: [UInt8]
    /// Whether `expression` is to be found as it stands.
    public var isLiteral: Bool
    /// How it is searched for.
    public var options: Options

    /// A literal, found as it stands; only its first match is reported unless the options say otherwise.
    public init(id: UInt32, literal: String, options: Options = [.caseless, .singleMatch]) {
        self.init(id: id, expression: Array(literal.utf8), isLiteral: true, options: options)
    }

    /// An expression; only its first match is reported unless the options say otherwise.
    public init(id: UInt32, expression: String, options: Options = [.caseless, .singleMatch]) {
        self.init(id: id, expression: Array(expression.utf8), isLiteral: false, options: options)
    }

    /// A pattern over bytes.
    public init(id: UInt32, expression: [UInt8], isLiteral: Bool, options: Options) {
        self.id = id
        self.expression = expression
        self.isLiteral = isLiteral
        self.options = options
    }
}

/// The patterns that one pass looks for at once: checked, in the order given.
public struct PatternSet: Sendable, Hashable {
    /// The patterns.
    public let patterns: [Pattern]

    /// A set of patterns; each needs a name of its own, something to search for, and options that fit it.
    public init(_ patterns: [Pattern]) throws(PatternError) {
        guard patterns.count <= PatternLimits.patterns else { throw .tooManyPatterns(patterns.count) }
        var seen = Set<UInt32>(minimumCapacity: patterns.count)
        for pattern in patterns {
            guard seen.insert(pattern.id).inserted else { throw .repeatedID(pattern.id) }
            guard !pattern.expression.isEmpty else { throw .emptyExpression(pattern.id) }
            guard pattern.expression.count <= PatternLimits.expressionBytes else { throw .expressionTooLong(pattern.id) }
            guard pattern.isLiteral || !pattern.options.contains(.wholeWord) else { throw .wholeWordExpression(pattern.id) }
        }
        self.patterns = patterns
    }

    /// A number that differs when any pattern differs (FNV-1a over all of it): tells whether something compiled is stale.
    public var digest: UInt64 {
        var hash = FNV1a()
        func add(number: UInt32) {
            for shift in [0, 8, 16, 24] as [UInt32] { hash.add(UInt8(truncatingIfNeeded: number >> shift)) }
        }
        for pattern in patterns {
            add(number: pattern.id)
            hash.add(pattern.options.rawValue)
            hash.add(pattern.isLiteral ? 1 : 0)
            add(number: UInt32(clamping: pattern.expression.count))
            for byte in pattern.expression { hash.add(byte) }
        }
        return hash.value
    }
}

/// The limits of pattern matching, in one place.
public enum PatternLimits {
    /// How many patterns a set may have.
    public static let patterns = 100_000
    /// How long an expression may be, in bytes.
    public static let expressionBytes = 4096
    /// How many matches one scan reports before it stops, so that a hostile text cannot fill memory.
    public static let matches = 65_536
    /// How large the portable matcher's table may grow, in bytes.
    public static let automatonBytes = 128 << 20
    /// How many literals the portable matcher makes of one expression at most.
    public static let alternatives = 1024
    /// How deep the groups of an expression may lie inside each other for the portable matcher.
    public static let groupDepth = 16
}
