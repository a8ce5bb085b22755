internal import Messages
public import Resolving
internal import Synchronization

/// Which lists answer as lists do. Each is tried when it is first asked and once an hour from then on, beside the questions of a message: an
/// entry that every list has must be there, and one that none has must not (RFC 5782 section 5).
///
/// A list that answers everything with yes, as lists do whose zone was given up, or nothing at all, says nothing about anybody; neither does
/// one that has not been tried yet.
public final class ListHealth: Sendable {
    /// How a list answers.
    public enum Condition: Sendable, Hashable {
        /// As lists do.
        case sound
        /// It lists what no list does.
        case listsAll
        /// It does not list what every list does.
        case listsNothing
        /// It did not answer, or refused to.
        case silent
    }

    /// How long a list that answered is not tried again.
    static let validity = Duration.seconds(3600)
    /// How long one that did not is left alone.
    static let patience = Duration.seconds(60)

    /// What is tried: addresses of the two families are different entries.
    struct Trial: Sendable, Hashable {
        var zone: DomainName
        var kind: Kind

        enum Kind: Sendable, Hashable {
            case version4, version6, domains
        }
    }

    private let known = Mutex<[Trial: (condition: Condition, until: Duration)]>([:])

    /// Nothing has been tried.
    public init() {}

    /// How lists answered when they were tried last, with the zone of each.
    public var conditions: [(zone: DomainName, condition: Condition)] {
        known.withLock { known in known.map { ($0.key.zone, $0.value.condition) } }.sorted { "\($0.zone)" < "\($1.zone)" }
    }

    /// How a list answers, where that is known at a moment of the clock's monotonic time.
    func condition(_ trial: Trial, at moment: Duration) -> Condition? {
        known.withLock { known in known[trial].flatMap { moment < $0.until ? $0.condition : nil } }
    }

    /// Keeps what a trial has shown.
    func note(_ condition: Condition, _ trial: Trial, at moment: Duration) {
        let until = moment + (condition == .silent ? ListHealth.patience : ListHealth.validity)
        known.withLock { known in
            // One message that had too little time left says nothing against what another has just found.
            if condition == .silent, let found = known[trial], found.condition != .silent, moment < found.until { return }
            known[trial] = (condition, until)
        }
    }

    /// The names that try a list: one that must be listed, and one that must not.
    static func names(for trial: Trial, of list: DNSList) -> (listed: DomainName?, unlisted: DomainName?) {
        switch trial.kind {
        case .version4: (list.name(for: .v4(0x7F_00_00_02)), list.name(for: .v4(0x7F_00_00_01)))
        case .version6: (list.name(for: mapped(0x7F_00_00_02)), list.name(for: mapped(0x7F_00_00_01)))
        case .domains: (list.name(for: list.listedDomain), list.name(for: DNSList.invalid))
        }
    }

    /// An IPv4 address as IPv6 has it (RFC 5782 section 5: `::FFFF:7F00:2`).
    private static func mapped(_ address: UInt32) -> IPAddress { .v6(high: 0, low: 0xFFFF_0000_0000 | UInt64(address)) }

    /// What the answers of a trial show; a code that does not count is an answer too.
    static func condition(listed: Answer, unlisted: Answer, on list: DNSList) -> Condition {
        var whole = list
        whole.codes = []
        switch (Standing(listed, on: whole), Standing(unlisted, on: whole)) {
        case (_, .listed): return .listsAll
        case (.unknown, _), (_, .unknown): return .silent
        case (.listed, .unlisted): return .sound
        case (.unlisted, .unlisted): return .listsNothing
        }
    }
}
