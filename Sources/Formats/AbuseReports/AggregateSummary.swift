public import Messages

/// What one or more aggregate reports say in all, and of each address that mail came from.
public struct AggregateSummary: Sendable {
    /// How messages fared.
    public struct Counts: Sendable, Hashable {
        /// All of them.
        public internal(set) var messages = 0
        /// Those whose author a signature vouched for.
        public internal(set) var dkim = 0
        /// Those whose author SPF vouched for.
        public internal(set) var spf = 0
        /// Those whose author either vouched for: they pass DMARC.
        public internal(set) var passed = 0
        /// Those that were taken for suspicious.
        public internal(set) var quarantined = 0
        /// Those that were refused.
        public internal(set) var rejected = 0
        /// Those that failed, and for which something else was done than the owner asks for, with a reason.
        public internal(set) var excused = 0

        /// Those that fail DMARC.
        public var failed: Int { messages - passed }

        mutating func add(_ record: AggregateReport.Record) {
            let count = max(0, record.count)
            func sum(_ left: Int) -> Int { AggregateTally.sum(left, count) }
            messages = sum(messages)
            if record.dkimPasses == true { dkim = sum(dkim) }
            if record.spfPasses == true { spf = sum(spf) }
            if record.passes { passed = sum(passed) }
            if record.disposition == .quarantine { quarantined = sum(quarantined) }
            if record.disposition == .reject { rejected = sum(rejected) }
            if !record.passes, !record.reasons.isEmpty { excused = sum(excused) }
        }
    }

    /// The mail of one address.
    public struct Source: Sendable, Hashable {
        /// The address, in one spelling; what the report says where that is none.
        public internal(set) var address: String
        /// How its messages fared.
        public internal(set) var counts = Counts()
        /// The authors' domains, in the order met, at most `domainLimit` of them.
        public internal(set) var authors: [String] = []
        /// The domains whose signatures passed.
        public internal(set) var signers: [String] = []
        /// The domains that SPF passed for.
        public internal(set) var senders: [String] = []
    }

    /// How many domains of each kind are kept of one address.
    public static let domainLimit = 16

    /// All messages.
    public private(set) var counts = Counts()
    /// How many reports were added.
    public private(set) var reports = 0
    /// The organisations that reported, in the order met.
    public private(set) var reporters: [String] = []
    /// The begin of the earliest period.
    public private(set) var begin: Timestamp?
    /// The end of the latest period.
    public private(set) var end: Timestamp?
    /// How often each result of a signature was met, by its word.
    public private(set) var signatureResults: [String: Int] = [:]
    /// How often each result of SPF was met, by its word.
    public private(set) var senderResults: [String: Int] = [:]
    private var places: [String: Int] = [:]
    private var found: [Source] = []

    /// A summary of nothing.
    public init() {}

    /// Adds a report.
    public mutating func add(_ report: AggregateReport) {
        reports += 1
        AggregateSummary.keep(report.metadata.organization, in: &reporters, limit: 1000)
        if let time = report.metadata.begin { begin = min(begin ?? time, time) }
        if let time = report.metadata.end { end = max(end ?? time, time) }
        for record in report.records { add(record) }
    }

    private mutating func add(_ record: AggregateReport.Record) {
        counts.add(record)
        let address = record.address?.description ?? record.source
        let place = places[address] ?? found.count
        if place == found.count {
            places[address] = place
            found.append(Source(address: address))
        }
        found[place].counts.add(record)
        AggregateSummary.keep(record.author.lowercased(), in: &found[place].authors)
        for result in record.signatures {
            signatureResults[result.result] = AggregateTally.sum(signatureResults[result.result] ?? 0, record.count)
            if result.result == "pass" { AggregateSummary.keep(result.domain.lowercased(), in: &found[place].signers) }
        }
        for result in record.senderResults {
            senderResults[result.result] = AggregateTally.sum(senderResults[result.result] ?? 0, record.count)
            if result.result == "pass" { AggregateSummary.keep(result.domain.lowercased(), in: &found[place].senders) }
        }
    }

    private static func keep(_ name: String, in names: inout [String], limit: Int = domainLimit) {
        if !name.isEmpty, names.count < limit, !names.contains(name) { names.append(name) }
    }

    /// The addresses, those of most messages first, those of fewer failures behind them.
    public var sources: [Source] {
        found.sorted {
            ($1.counts.messages, $1.counts.failed, $0.address) < ($0.counts.messages, $0.counts.failed, $1.address)
        }
    }
}
