public import Resolving

/// Something about a domain's records that a postmaster should know, and the line that repairs it.
public struct LintFinding: Sendable, Hashable {
    /// How bad it is.
    public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
        /// The record does not do what it says: receivers read it as an error, or not at all.
        case broken
        /// It works, and lets strangers pass for the domain.
        case dangerous
        /// A record that protects the domain is not there.
        case missing
        /// It could be better.
        case advice

        /// The worse comes first.
        public static func < (left: Severity, right: Severity) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }

    /// The key of the sentence that says it (`lint.spf.several-records`).
    public var id: String
    /// How bad it is.
    public var severity: Severity
    /// The name and type it is about.
    public var place: Question
    /// What the sentence is filled with; safe to print.
    public var details: [String]
    /// The line of a zone file to publish instead, or beside.
    public var line: String?

    /// A finding.
    public init(_ id: String, _ severity: Severity, at place: Question, details: [String] = [], line: String? = nil) {
        self.id = id
        self.severity = severity
        self.place = place
        self.details = details.map(LintFinding.printable)
        self.line = line
    }

    /// A TXT record as a line of a zone file.
    static func line(_ name: DomainName, _ text: String) -> String {
        "\(name). TXT \(RecordText.text(.text(Array(text.utf8))))"
    }

    /// A text of strangers without control characters, and not longer than a person reads.
    static func printable(_ text: String) -> String {
        let shown = text.unicodeScalars.prefix(300).map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : String($0) }.joined()
        return text.unicodeScalars.count > 300 ? shown + "…" : shown
    }
}
