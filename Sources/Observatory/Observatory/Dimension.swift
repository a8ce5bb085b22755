internal import Messages

/// What observations are counted by, beside the period. Not all together: `StudyTable` says which are.
public enum Dimension: Int, Sendable, Hashable, CaseIterable {
    /// The channel's code.
    case channel
    /// The cell's code.
    case cell
    /// The direction's code.
    case direction
    /// The threat class's code.
    case threatClass
    /// The disposition's code.
    case disposition
    /// The number of bits of the size in bytes: bucket 11 holds 1024 to 2047 bytes, bucket 0 the empty message.
    case size
    /// The language's tag, or `unknown`.
    case language
    /// The origin's code, or `unknown`.
    case origin
    /// The grade of trust.
    case trust
    /// What the machine looked like that handed it over: `plain`, `zombie` where there are signs that it was taken over, or `unknown`.
    case client
    /// The X.1231 layer whose word decided, or `none`.
    case layer
    /// How it was counted: `measured`, `sampled`, `reported`, `surveyed`.
    case method
    /// The operator that counted it; `own` when we did.
    case contributor
    /// `spam` or `ham`.
    case verdict
    /// What kind of source is named: `network`, `country`, `operator`, `sender-id-issuer`.
    case kind
    /// The source's code.
    case source
    /// The way it came, spelt as `ObservedRoute.spelling`.
    case route
    /// Which figure of an operator, or which sketch.
    case figure

    // The first ten are the places of dimensions in rows that older versions wrote.

    /// The value where none is known.
    public static let unknown = "unknown"
    /// The value that takes in what came after a dimension had as many values as it may have.
    public static let other = "other"
    /// The contributor's value for what we counted ourselves.
    public static let own = "own"
    /// The layer's value where no layer decided.
    public static let none = "none"
    /// Under this stands, in place of a source or route, by how much at most the figure of any other of its group is too low.
    static let bound = "(bound)"
}
