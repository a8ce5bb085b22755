/// The answer to a question, aliases followed.
public struct Answer: Sendable, Hashable {
    /// What came of a question.
    public enum Outcome: Sendable, Hashable {
        /// There are records.
        case found
        /// The name exists and has none of this type (RFC 2308 section 2.2).
        case noData
        /// The name does not exist (RCODE 3).
        case nonexistent
        /// A server answered with another code: 2 is its own failure, 5 a refusal.
        case failed(code: UInt16)
        /// The signatures of DNSSEC do not hold; the records are not to be used (RFC 4035 section 4.3).
        case bogus
        /// Nothing came in time.
        case timedOut
        /// Only a part of the answer came, and the whole could not be had.
        case truncated

        /// Whether the question may be answered another time (RFC 7208 section 2.6.6).
        public var isTemporary: Bool {
            switch self {
            case .found, .noData, .nonexistent: false
            case .failed, .bogus, .timedOut, .truncated: true
            }
        }
    }

    /// What came of the question.
    public var outcome: Outcome
    /// The records of the asked type, in the order they came.
    public var records: [RecordData]
    /// The names met on the way after the one that was asked for: each an alias of the one before.
    public var aliases: [DomainName]
    /// The name of the zone that says no, from the SOA record of a negative answer.
    public var authority: DomainName?
    /// Whether DNSSEC vouches for the answer.
    public var isSecure: Bool
    /// For how many seconds the answer may be kept.
    public var timeToLive: UInt32

    /// An answer; one with records was found unless something else is said.
    public init(
        _ outcome: Outcome = .found, records: [RecordData] = [], aliases: [DomainName] = [], authority: DomainName? = nil,
        isSecure: Bool = false, timeToLive: UInt32 = 0
    ) {
        self.outcome = outcome == .found && records.isEmpty ? .noData : outcome
        self.records = records
        self.aliases = aliases
        self.authority = authority
        self.isSecure = isSecure
        self.timeToLive = timeToLive
    }

    /// The texts of its TXT records.
    public var texts: [[UInt8]] { records.compactMap(\.text) }
}

extension Answer.Outcome: CustomStringConvertible {
    /// The outcome in the words of those who run name servers.
    public var description: String {
        switch self {
        case .found: "found"
        case .noData: "NODATA"
        case .nonexistent: "NXDOMAIN"
        case .failed(2): "SERVFAIL"
        case .failed(5): "REFUSED"
        case .failed(let code): "RCODE \(code)"
        case .bogus: "bogus (DNSSEC)"
        case .timedOut: "time-out"
        case .truncated: "truncated"
        }
    }
}
