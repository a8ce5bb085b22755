internal import Messages
internal import Resolving

/// Looks for what is wrong with the hosts that take a domain's mail: MX records (RFC 5321 section 5.1) and null MX (RFC 7505).
struct MailRouteLint {
    /// How many exchanges are looked at.
    static let hostLimit = 40

    private static let nullExchange = RecordData.mailExchange(preference: 0, host: .root)

    private let lookups: Lookups
    private let domain: DomainName
    private let sends: SPFLint.Reach
    private var notes = LintNotes()
    /// The hosts that take mail, by preference; empty where none does.
    private(set) var hosts: [DomainName] = []
    /// Whether nothing takes mail, as far as is known.
    private(set) var takesNothing = false

    /// A lint of a domain whose record of SPF lets these send.
    init(of domain: DomainName, sends: SPFLint.Reach, asking lookups: Lookups) {
        self.domain = domain
        self.sends = sends
        self.lookups = lookups
    }

    /// What was found, after `run`.
    var findings: [LintFinding] {
        var notes = notes
        if notes.wanted(at: place).isEmpty, !hosts.isEmpty { notes.want([MailRouteLint.nullExchange], at: place) }
        return notes.findings
    }

    /// The hosts that take mail once all is repaired.
    var wantedHosts: [DomainName] {
        notes.wanted(at: place).prefix(MailRouteLint.hostLimit).compactMap { record in
            if case .mailExchange(_, let host) = record, !host.bytes.isEmpty { host } else { nil }
        }
    }

    private var place: Question { Question(domain, .mx) }

    private mutating func note(
        _ id: String, _ severity: LintFinding.Severity, _ details: [String] = [], outcome: Answer.Outcome? = nil,
        isRepaired: Bool = false
    ) {
        notes.note("lint.mx." + id, severity, at: place, details, outcome: outcome, repairs: isRepaired ? [place] : [])
    }

    /// Reads the records and asks for each host.
    mutating func run() async {
        let answer = await lookups.answer(domain, .mx)
        if answer.outcome.isTemporary { return note("not-answered", .unknown, outcome: answer.outcome) }
        var exchanges: [(preference: UInt16, host: DomainName, record: RecordData)] = []
        for case .mailExchange(let preference, let host) in answer.records {
            let record = RecordData.mailExchange(preference: preference, host: host)
            if !exchanges.contains(where: { $0.record == record }) { exchanges.append((preference, host, record)) }
            if exchanges.count > 4 * MailRouteLint.hostLimit { break }
        }
        guard !exchanges.isEmpty else { return await noteMissing() }
        notes.saw(exchanges.map(\.record), at: place)
        exchanges.sort { $0.preference < $1.preference }
        let named = exchanges.filter { !$0.host.bytes.isEmpty }
        if named.count < exchanges.count {
            guard !named.isEmpty else {
                takesNothing = true
                return note("null", .fine)
            }
            note("null-and-others", .broken, isRepaired: true)
            notes.want(named.map(\.record), at: place)
        }
        hosts = named.prefix(MailRouteLint.hostLimit).map(\.host)
        for host in hosts { for type in [RecordType.a, .aaaa] { lookups.expect(Question(host, type)) } }
        for exchange in named.prefix(MailRouteLint.hostLimit) { await read(exchange.host, exchange.preference, exchange.record) }
        takesNothing = wantedHosts.isEmpty
        if notes.findings.isEmpty { note("hosts", .fine, [String(hosts.count)]) }
    }

    /// Without MX records mail goes to the domain's own address; where it has none, nothing says so.
    private mutating func noteMissing() async {
        let answers = (await lookups.answer(domain, .a), await lookups.answer(domain, .aaaa))
        notes.saw([], at: place)
        if answers.0.outcome == .found || answers.1.outcome == .found {
            takesNothing = sends != .somebody
            if sends == .somebody { hosts = [domain] }
            let own = RecordData.mailExchange(preference: 10, host: domain)
            notes.want([sends == .somebody ? own : MailRouteLint.nullExchange], at: place)
            note("implicit", .advice, isRepaired: true)
        } else if let silent = [answers.0, answers.1].first(where: \.outcome.isTemporary) {
            note("not-answered", .unknown, outcome: silent.outcome)
        } else {
            takesNothing = true
            notes.want([MailRouteLint.nullExchange], at: place)
            note("missing", .missing, isRepaired: true)
        }
    }

    private mutating func read(_ host: DomainName, _ preference: UInt16, _ record: RecordData) async {
        if let address = IPAddress(host.description) { return nameHost(of: address, host, preference, record) }
        let answers = [await lookups.answer(host, .a), await lookups.answer(host, .aaaa)]
        let addresses = answers.flatMap(\.records).compactMap(\.address)
        if addresses.isEmpty, MailRouteLint.isLocal(host) {
            note("no-address", .broken, [host.description], isRepaired: true)
            return notes.replace(record, by: nil, at: place)
        }
        if addresses.isEmpty {
            if let silent = answers.first(where: \.outcome.isTemporary) {
                return note("host-not-answered", .unknown, [host.description], outcome: silent.outcome)
            }
            note("no-address", .broken, [host.description], isRepaired: true)
            return notes.replace(record, by: nil, at: place)
        }
        let useless = addresses.filter { !$0.isPublic && !$0.isDocumentation }
        if !useless.isEmpty {
            noteUseless(useless, of: addresses, at: host, behind: answers.compactMap(\.aliases.last).first, record)
            if useless.count == addresses.count { return }
        }
        // RFC 5321 section 5.1: the name in an MX record is no alias.
        if let alias = answers.compactMap(\.aliases.last).first {
            note("alias", .broken, [host.description, alias.description], isRepaired: true)
            notes.replace(record, by: .mailExchange(preference: preference, host: alias), at: place)
        }
    }

    /// Whether a name means something else on each machine, and nothing to strangers (RFC 6761, RFC 6762, RFC 9476).
    private static func isLocal(_ host: DomainName) -> Bool {
        ["localhost", "local", "internal", "invalid", "alt"].contains(host.suffix(labels: 1).description)
    }

    /// An address that stands where a name must: a name for it is made.
    private mutating func nameHost(of address: IPAddress, _ host: DomainName, _ preference: UInt16, _ record: RecordData) {
        let word = host.description.map { $0 == "." || $0 == ":" ? "-" : String($0) }.joined()
        guard let name = domain.prepending("mx-" + word) else { return note("address", .broken, [host.description]) }
        let place = Question(name, address.bitWidth == 32 ? .a : .aaaa)
        notes.saw([], at: place)
        notes.want([.address(address)], at: place)
        notes.note("lint.mx.address", .broken, at: self.place, [host.description], repairs: [self.place, place])
        notes.replace(record, by: .mailExchange(preference: preference, host: name), at: self.place)
    }

    /// Addresses that nobody outside reaches: taken out beside others, else the host is.
    private mutating func noteUseless(
        _ useless: [IPAddress], of all: [IPAddress], at host: DomainName, behind alias: DomainName?, _ record: RecordData
    ) {
        let shown = [host.description, useless[0].description]
        guard useless.count < all.count else {
            note("private-address", .broken, shown, isRepaired: true)
            return notes.replace(record, by: nil, at: place)
        }
        let owner = alias ?? host
        guard owner.isWithin(domain) else { return note("private-address", .broken, shown) }
        var places: [Question] = []
        for (type, width) in [(RecordType.a, 32), (.aaaa, 128)] where useless.contains(where: { $0.bitWidth == width }) {
            let place = Question(owner, type)
            let records = all.filter { $0.bitWidth == width }
            notes.saw(records.map(RecordData.address), at: place)
            notes.want(records.filter { !useless.contains($0) }.map(RecordData.address), at: place)
            places.append(place)
        }
        notes.note("lint.mx.private-address", .broken, at: place, shown, repairs: places)
    }
}

extension IPAddress {
    /// Whether the address is one for documents (RFC 5737, RFC 3849): examples are full of them, and nobody's mail goes there.
    var isDocumentation: Bool {
        switch self {
        case .v4(let bits): [0xC00002, 0xC63364, 0xCB0071].contains(bits >> 8)
        case .v6(let high, _): high >> 32 == 0x2001_0DB8
        }
    }
}
