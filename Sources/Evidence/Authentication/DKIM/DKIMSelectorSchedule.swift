public import Messages
public import Resolving

/// Which key signs when: keys are changed by the calendar, with the next one published before it is used (RFC 6376 section 6.1.2's warning
/// of keys that are gone while mail is still on its way).
public struct DKIMSelectorSchedule: Sendable {
    /// One key and its time.
    public struct Entry: Sendable {
        /// The selector.
        public var selector: DomainName
        /// The key.
        public var key: DKIMSigningKey
        /// From when on it signs.
        public var from: Timestamp
        /// Until when it signs; nothing for as long as no other takes over.
        public var until: Timestamp?

        /// A key and its time.
        public init(selector: DomainName, key: DKIMSigningKey, from: Timestamp, until: Timestamp? = nil) {
            self.selector = selector
            self.key = key
            self.from = from
            self.until = until
        }
    }

    /// The keys, in any order.
    public var entries: [Entry]

    /// A schedule of these keys.
    public init(_ entries: [Entry]) {
        self.entries = entries
    }

    /// The key that signs at a moment: of those whose time it is, the one that began last for each algorithm.
    public func entries(at moment: Timestamp) -> [Entry] {
        var chosen: [Entry] = []
        for algorithm in [DKIMAlgorithm.rsaSHA256, .ed25519SHA256] {
            let due = entries.filter { entry in
                entry.key.algorithm == algorithm && entry.from <= moment && entry.until.map { moment < $0 } ?? true
            }
            if let last = due.max(by: { $0.from < $1.from }) { chosen.append(last) }
        }
        return chosen
    }

    /// The signers for a domain at a moment.
    public func signers(for domain: DomainName, at moment: Timestamp) -> [DKIMSigner] {
        entries(at: moment).map { DKIMSigner($0.key, domain: domain, selector: $0.selector) }
    }
}
