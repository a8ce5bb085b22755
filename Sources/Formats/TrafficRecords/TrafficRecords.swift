// TrafficRecords: what operators of telecommunications write down about messages and calls, as tables with commas between: call detail records, records of
// short message centres and SMPP gateways, dumps of complaints. No two operators write the same columns, so a mapping file says what is what.
//
// Numbers and addresses of people are read past and never kept: of a sender only a name or short code that is no person's number is told.

/// How much of a hostile table is read and kept.
public enum TrafficRecordLimits {
    /// Bytes of a row.
    public static let rowBytes = 256 << 10
    /// Bytes of a field in quotation marks: a mark too many may not swallow the rest of the file.
    public static let quotedBytes = 64 << 10
    /// Columns of a table.
    public static let columns = 1024
    /// Defects whose line is kept; the others are counted.
    public static let defects = 20
    /// Bytes of a mapping file.
    public static let mappingBytes = 1 << 20
    /// Problems of a mapping file that are told.
    public static let problems = 50
    /// The most messages that one row may stand for.
    public static let count = 1 << 40
}
