internal import Messages

/// What an expression may refer to, and where it stands.
struct ExpressionContext {
    /// A set that a file names.
    struct NamedSet: Sendable, Hashable {
        var members: [String]
        var place: RulePlace
    }

    /// The named sets of its file.
    var sets: [String: NamedSet] = [:]
    /// The channels that there are.
    var channels: [String] = Channel.known.map(\.rawValue)
    /// How many minutes the zone of the file is ahead of UTC.
    var zone = 0
    /// Whether it may ask for the verdict: that of a rule that gives weight may not, because the verdict is made of it.
    var mayUseVerdict = false
    /// The id of its rule.
    var rule = ""
    /// Where one of its bytes stands in the file.
    var place: (Int) -> RulePlace = { RulePlace(path: "expression", line: 1, column: $0 + 1) }
}
