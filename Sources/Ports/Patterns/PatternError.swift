/// Why patterns cannot be searched for. Always the fault of a pattern, of a setting or of the machine, never of a message.
public enum PatternError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Two patterns of a set have this id.
    case repeatedID(UInt32)
    /// The pattern with this id has nothing to search for.
    case emptyExpression(UInt32)
    /// The pattern with this id is longer than the limit.
    case expressionTooLong(UInt32)
    /// The pattern with this id is an expression with the whole-word option, which only literals have.
    case wholeWordExpression(UInt32)
    /// The pattern with this id cannot be compiled: where in it (byte offset, if known), and the engine's own words.
    case badExpression(UInt32, position: Int?, reason: String)
    /// The set has more patterns than the limit.
    case tooManyPatterns(Int)
    /// The set needs a larger table than the limit.
    case automatonTooLarge(bytes: Int)
    /// The text is longer than the engine can take, in bytes.
    case textTooLong(Int)
    /// What was stored as a compiled set is not one, or is of another set, version or processor.
    case staleDatabase(String)
    /// The engine refused: what was asked of it, and its code.
    case engine(String, code: Int)

    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .repeatedID(let id): "two patterns have the id \(id); give each its own"
        case .emptyExpression(let id): "pattern \(id) is empty; write what to search for"
        case .expressionTooLong(let id): "pattern \(id) is longer than \(PatternLimits.expressionBytes) bytes; split it"
        case .wholeWordExpression(let id): "pattern \(id) is an expression and asks for whole words; write \\b in it instead"
        case .badExpression(let id, let position, let reason):
            "pattern \(id) cannot be compiled" + (position.map { " at byte \($0)" } ?? "") + ": \(reason)"
        case .tooManyPatterns(let count): "\(count) patterns are more than the limit of \(PatternLimits.patterns)"
        case .automatonTooLarge(let bytes):
            "the patterns need a table of \(bytes) bytes, more than the limit of \(PatternLimits.automatonBytes)"
        case .textTooLong(let count): "a text of \(count) bytes is too long to scan at once"
        case .staleDatabase(let why): "the stored pattern database cannot be used (\(why)); compile it again"
        case .engine(let what, let code): "the pattern engine refused to \(what) (code \(code))"
        }
    }
}
