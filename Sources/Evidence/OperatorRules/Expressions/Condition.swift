/// When a rule is met: the steps of its expression, run from the first to the last with one truth value. Jumps only go forward, so that
/// running them takes no longer than they are many, and no memory.
struct Condition: Sendable, Hashable {
    /// One step. A test sets the truth value; a jump looks at it.
    enum Step: Sendable, Hashable {
        case constant(Bool)
        case flag(FlagField)
        /// The number lies in the range.
        case number(NumberField, ClosedRange<Double>)
        /// A value of the field compares so with a member of the set.
        case text(slot: Int, TextComparison, set: Int)
        /// The two fields have a value in common.
        case same(Int, Int)
        /// One of the patterns of this bit was found in its field.
        case found(bit: Int)
        /// An address lies in one of the networks.
        case network(AddressField, set: Int)
        /// The moment is not before the first and before the second, in milliseconds.
        case moment(Int64, Int64)
        /// The minute of the day is not before the first and before the second; where the second is not later, the range goes over midnight.
        case clock(Int, Int, zone: Int)
        /// The day's bit is set: Monday is the lowest.
        case weekday(UInt8, zone: Int)
        /// There is a value.
        case textPresent(slot: Int)
        case addressPresent(AddressField)
        case invert
        case jumpIfTrue(Int)
        case jumpIfFalse(Int)
    }

    /// The steps; never none.
    var steps: [Step]
    /// Whether the verdict has to be there first.
    var usesVerdict: Bool
}

/// How a value is compared with the members of a set.
enum TextComparison: Sendable, Hashable {
    /// It is one of them.
    case equals
    /// It begins with one of them.
    case startsWith
    /// It ends with one of them.
    case endsWith
    /// It is one of them, or a name below one of them.
    case within
}
