/// What was read of a table so far.
public struct TrafficRecordTally: Sendable, Hashable {
    /// Something wrong with a row. The rest of the table is read all the same.
    public struct Defect: Sendable, Hashable {
        /// What is wrong.
        public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
            /// The row is too long, or a quotation mark has no end.
            case tooLong
            /// Something stands behind a quotation mark.
            case quotation
            /// It has fewer columns than are needed.
            case columns
            /// The moment is not written as the mapping says.
            case moment
            /// A word that the mapping has no meaning for.
            case word
            /// Something else than a number.
            case number
            /// It has zeros in it: this is no text.
            case binary
        }

        /// What is wrong.
        public var kind: Kind
        /// The line that the row begins in, from 1.
        public var line: Int
        /// The column concerned; nothing where it is the whole row.
        public var column: String?
    }

    /// Rows that were read.
    public internal(set) var rows = 0
    /// Rows that count.
    public internal(set) var used = 0
    /// The first defects.
    public internal(set) var defects: [Defect] = []
    /// How many defects there are of each kind, in the order of the kinds.
    public internal(set) var defectCounts = [Int](repeating: 0, count: Defect.Kind.allCases.count)

    /// Nothing.
    public init() {}

    mutating func note(_ kind: Defect.Kind, line: Int, column: String? = nil) {
        defectCounts[Int(kind.rawValue)] += 1
        if defects.count < TrafficRecordLimits.defects { defects.append(Defect(kind: kind, line: line, column: column)) }
    }
}
