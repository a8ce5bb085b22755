internal import Synchronization

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

    /// What was made of an answer.
    private final class Kept: Sendable {
        let reading: any AnyObject & Sendable

        init(_ reading: any AnyObject & Sendable) {
            self.reading = reading
        }
    }

    /// Held once and shared: an answer is handed from the cache to every message that asks. Safe to use: what is unsafe in it is its own affair.
    @safe private final class Body: Sendable {
        let outcome: Outcome
        let records: [RecordData]
        let aliases: [DomainName]
        let authority: DomainName?
        let isSecure: Bool
        let timeToLive: UInt32
        /// What was made of the records: set once, and owned by the body from then on.
        private let kept = unsafe Atomic<Unmanaged<Kept>?>(nil)

        init(
            _ outcome: Outcome, _ records: [RecordData], _ aliases: [DomainName], _ authority: DomainName?, _ isSecure: Bool,
            _ timeToLive: UInt32
        ) {
            self.outcome = outcome
            self.records = records
            self.aliases = aliases
            self.authority = authority
            self.isSecure = isSecure
            self.timeToLive = timeToLive
        }

        deinit {
            // Nobody else has the body any more, and it owns what was kept.
            if let kept = unsafe kept.load(ordering: .acquiring) { unsafe kept.release() }
        }

        var reading: (any AnyObject & Sendable)? {
            // The body owns the object for as long as it lives, and it lives through this call.
            unsafe kept.load(ordering: .acquiring)?._withUnsafeGuaranteedRef { $0.reading }
        }

        func keep(_ reading: any AnyObject & Sendable) {
            let owned = unsafe Unmanaged.passRetained(Kept(reading))
            let isFirst = unsafe kept.compareExchange(expected: nil, desired: owned, ordering: .acquiringAndReleasing).exchanged
            // What was not taken is given back.
            if !isFirst { unsafe owned.release() }
        }
    }

    private let body: Body

    /// What came of the question.
    public var outcome: Outcome { body.outcome }
    /// The records of the asked type, in the order they came.
    public var records: [RecordData] { body.records }
    /// The names met on the way after the one that was asked for: each an alias of the one before.
    public var aliases: [DomainName] { body.aliases }
    /// The name of the zone that says no, from the SOA record of a negative answer.
    public var authority: DomainName? { body.authority }
    /// Whether DNSSEC vouches for the answer.
    public var isSecure: Bool { body.isSecure }
    /// For how many seconds the answer may be kept.
    public var timeToLive: UInt32 { body.timeToLive }

    /// An answer; one with records was found unless something else is said.
    public init(
        _ outcome: Outcome = .found, records: [RecordData] = [], aliases: [DomainName] = [], authority: DomainName? = nil,
        isSecure: Bool = false, timeToLive: UInt32 = 0
    ) {
        body = Body(outcome == .found && records.isEmpty ? .noData : outcome, records, aliases, authority, isSecure, timeToLive)
    }

    /// What somebody made of these records and left here; nothing where nobody did. It is there for as long as the answer is kept.
    public var reading: (any AnyObject & Sendable)? { body.reading }

    /// Leaves what was made of these records for whoever has the same answer later; where something is left already, that stays.
    ///
    /// It must follow from the answer alone, and should not be much larger: caches count answers, not what is left with them.
    public func keep(_ reading: any AnyObject & Sendable) {
        body.keep(reading)
    }

    /// The texts of its TXT records.
    public var texts: [[UInt8]] { records.compactMap(\.text) }
}

extension Answer {
    /// Whether the same was answered, whatever was made of it.
    public static func == (one: Answer, other: Answer) -> Bool {
        one.body === other.body
            || one.outcome == other.outcome && one.records == other.records && one.aliases == other.aliases
                && one.authority == other.authority && one.isSecure == other.isSecure && one.timeToLive == other.timeToLive
    }

    /// Hashes what was answered.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(outcome)
        hasher.combine(records)
        hasher.combine(aliases)
        hasher.combine(authority)
        hasher.combine(isSecure)
        hasher.combine(timeToLive)
    }
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
