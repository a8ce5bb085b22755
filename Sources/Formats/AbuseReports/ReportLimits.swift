/// How much of a hostile report is read. What lies beyond a limit is left out and noted as a problem.
public struct ReportLimits: Sendable, Hashable {
    /// Bytes of a document, unpacked.
    public var documentBytes = 64 << 20
    /// How many elements an element may lie inside.
    public var depth = 32
    /// Elements of a document.
    public var elements = 8_000_000
    /// Rows of a report.
    public var rows = 200_000
    /// Results of signatures in one row; RFC 9990 section 3.1.3 asks for no more than a hundred.
    public var signatures = 200
    /// Reasons, results of SPF, and errors, each in one place.
    public var repeats = 64
    /// Results and reasons of all rows together: a few packed bytes unpack to millions, each of which takes far more memory than text.
    public var results = 500_000
    /// Bytes of the text of one element.
    public var textBytes = 4096
    /// Messages that one mail reports.
    public var reported = 32
    /// Problems that are noted.
    public var problems = 64

    /// The usual limits.
    public init() {}
}
