public import Messages

/// What was read of a log so far.
public struct MailLogTally: Sendable, Hashable {
    /// Something wrong with a line. The rest of the log is read all the same.
    public struct Defect: Sendable, Hashable {
        /// What is wrong.
        public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
            /// It does not begin with a moment.
            case moment
            /// It is longer than the limit.
            case tooLong
            /// It has bytes that no text has: zeros, as after a crash.
            case binary
            /// What stands behind the moment is nothing that a log has.
            case torn
        }

        /// What is wrong.
        public var kind: Kind
        /// The line, the first one 1.
        public var line: Int
    }

    /// Lines that were read.
    public internal(set) var lines = 0
    /// Lines that told something of a message.
    public internal(set) var telling = 0
    /// Lines of other programs.
    public internal(set) var foreign = 0
    /// Clients that failed a test before they might say anything.
    public internal(set) var screened = 0
    /// Messages that came in and whose end was not seen, until they had been silent for too long.
    public internal(set) var unfinished = 0
    /// Messages of which the log has an end and no begin, or a client that went away.
    public internal(set) var incomplete = 0
    /// Messages that are open.
    public internal(set) var open = 0
    /// The moment of the first line; nothing before there was one.
    public internal(set) var first: Timestamp?
    /// The moment of the last line, or of a later one before it.
    public internal(set) var last: Timestamp?
    /// The first defects.
    public internal(set) var defects: [Defect] = []
    /// How many defects there are of each kind, in the order of the kinds.
    public internal(set) var defectCounts = [Int](repeating: 0, count: Defect.Kind.allCases.count)

    /// Nothing.
    public init() {}

    /// How many lines were left out for a defect.
    public var defective: Int { defectCounts.reduce(0, +) }

    mutating func note(_ kind: Defect.Kind) {
        defectCounts[Int(kind.rawValue)] += 1
        if defects.count < MailLogLimits.defects { defects.append(Defect(kind: kind, line: lines)) }
    }
}
