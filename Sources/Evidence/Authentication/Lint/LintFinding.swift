public import Localization
public import Resolving

/// Something about a domain's records that a postmaster should know, and the lines that repair it.
public struct LintFinding: Sendable, Hashable {
    /// How bad it is.
    public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
        /// The record does not do what it says: receivers read it as an error, or not at all.
        case broken
        /// It works, and lets strangers pass for the domain.
        case dangerous
        /// A record that protects the domain is not there.
        case missing
        /// No answer came, so nothing can be said.
        case unknown
        /// It could be better.
        case advice
        /// Nothing need be done; it is as well to know.
        case note
        /// It is as it should be.
        case fine

        /// The worse comes first.
        public static func < (left: Severity, right: Severity) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }

        /// Whether something should be done soon.
        public var isSerious: Bool { self < .unknown }
    }

    /// What the records are for, in the order in which a domain is best looked at.
    public enum Mechanism: String, Sendable, Hashable, CaseIterable {
        /// The domain as a whole.
        case domain
        /// Who may send.
        case spf
        /// Keys for signatures, of DKIM and of ARC.
        case dkim
        /// What is to be done with what is neither signed nor sent by the domain.
        case dmarc
        /// Who takes mail.
        case mx
        /// That mail to the domain is encrypted, by a policy on the web.
        case mtaSTS = "mta-sts"
        /// Where failures of encryption are told.
        case tlsReports = "tls-rpt"
        /// That mail to the domain is encrypted, by certificates in signed zones.
        case dane
        /// Which hosts may send, by the names they give.
        case csa
        /// How Sender ID reads the domain's records.
        case senderID = "senderid"
    }

    /// What is found, for programs (`lint.spf.several-records`).
    public var id: String
    /// How bad it is.
    public var severity: Severity
    /// The name and type it is about.
    public var place: Question
    /// What says it; safe to print. The key is the id, but where several ids share a sentence.
    public var statement: Statement
    /// The records as they stand that are to be taken out, as lines of a zone file.
    public var records: [String] = []
    /// The lines of a zone file to publish instead, or beside. Findings that one repair settles have the same.
    public var lines: [String] = []

    /// A finding that the sentence of its id says.
    public init(_ id: String, _ severity: Severity, at place: Question, details: [String] = []) {
        self.init(id, severity, at: place, Statement(id, details: details.map(Statement.Detail.text)))
    }

    /// A finding that a sentence of another key says.
    public init(_ id: String, _ severity: Severity, at place: Question, _ statement: Statement) {
        self.id = id
        self.severity = severity
        self.place = place
        self.statement = statement
        self.statement.details = statement.details.map { detail in
            if case .text(let text) = detail { .text(LintFinding.printable(text)) } else { detail }
        }
    }

    /// What the sentence is filled with; the key of what is itself said in the reader's language.
    public var details: [String] {
        statement.details.map { detail in
            switch detail {
            case .text(let text): text
            case .statement(let inner): inner.key
            }
        }
    }

    /// What it is about, as the second word of the id says.
    public var mechanism: Mechanism {
        let words = id.split(separator: ".", maxSplits: 2)
        return words.count > 1 ? Mechanism(rawValue: String(words[1])) ?? .domain : .domain
    }

    /// A text of strangers without control characters, and not longer than a person reads.
    static func printable(_ text: String) -> String {
        let shown = text.unicodeScalars.prefix(300).map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : String($0) }.joined()
        return text.unicodeScalars.count > 300 ? shown + "…" : shown
    }
}
