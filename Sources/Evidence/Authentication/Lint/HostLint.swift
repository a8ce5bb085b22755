internal import Resolving

/// Looks for what is wrong with the records that say which hosts may send: Client SMTP Authorization, from an expired draft.
///
/// Priority is the version, 1. Weight says whether the host may send: 0 and 1 no, 2 yes from the target's addresses, 3 yes without a way to
/// tell. Port 1 says that every host below that sends has a record of its own.
struct HostLint {
    /// How many hosts are looked at.
    static let hostLimit = 40

    private let lookups: Lookups
    private let domain: DomainName
    private let hosts: [DomainName]
    private let exchanges: [DomainName]
    private var notes = LintNotes()

    /// A lint of hosts, and of those of a domain's own exchanges that need a record.
    init(of domain: DomainName, hosts: [DomainName], exchanges: [DomainName], asking lookups: Lookups) {
        self.domain = domain
        self.hosts = hosts
        self.exchanges = exchanges.filter { $0.isWithin(domain) && !hosts.contains($0) }
        self.lookups = lookups
    }

    /// What was found, after `run`.
    var findings: [LintFinding] { notes.findings }

    private mutating func note(
        _ id: String, _ severity: LintFinding.Severity, at place: Question, _ details: [String] = [], outcome: Answer.Outcome? = nil,
        isRepaired: Bool = false
    ) {
        notes.note("lint.csa." + id, severity, at: place, details, outcome: outcome, repairs: isRepaired ? [place] : [])
    }

    /// Reads the record of each host, and looks whether others need one.
    mutating func run() async {
        for host in hosts.prefix(HostLint.hostLimit) { await read(host, isNamed: true) }
        guard !exchanges.isEmpty, await demand(above: exchanges[0]) != nil else { return }
        for host in exchanges.prefix(HostLint.hostLimit) { await read(host, isNamed: false) }
    }

    private mutating func read(_ host: DomainName, isNamed: Bool) async {
        guard let name = host.prepending("_client._smtp") else { return }
        let place = Question(name, .srv)
        let answer = await lookups.answer(to: place)
        if answer.outcome.isTemporary { return note("not-answered", .unknown, at: place, [host.description], outcome: answer.outcome) }
        let isOwn = host.isWithin(domain) && answer.aliases.isEmpty
        if isOwn { notes.saw(answer.records, at: place) }
        let records = answer.records.filter { if case .service = $0 { true } else { false } }
        guard !records.isEmpty else { return await noteMissing(host, place, isOwn: isOwn, isNamed: isNamed) }
        var weights: Set<UInt16> = []
        for record in records.prefix(HostLint.hostLimit) {
            guard case .service(_, let weight, _, _) = record else { continue }
            weights.insert(min(weight, 4))
            await read(record, of: host, at: place, isOwn: isOwn)
        }
        if weights.contains(where: { $0 < 2 }), weights.contains(2) {
            note("contradiction", .broken, at: place, [host.description], isRepaired: isOwn)
            for record in notes.wanted(at: place) {
                if case .service(_, let weight, _, _) = record, weight < 2 { notes.replace(record, by: nil, at: place) }
            }
        }
    }

    private mutating func read(_ record: RecordData, of host: DomainName, at place: Question, isOwn: Bool) async {
        guard case .service(let priority, let weight, let port, let target) = record else { return }
        var right = (priority: priority, weight: weight, port: port, target: target)
        if priority != 1 {
            note("version", .broken, at: place, [host.description, String(priority)], isRepaired: isOwn)
            right.priority = 1
        }
        if weight > 3 {
            note("weight", .broken, at: place, [host.description, String(weight)], isRepaired: isOwn)
            right.weight = 2
        }
        if port > 1 {
            note("port", .advice, at: place, [host.description, String(port)], isRepaired: isOwn)
            right.port = port & 1
        }
        switch right.weight {
        case 2: right.target = await targetWithAddresses(right.target, of: host, at: place, isOwn: isOwn, &right.weight)
        case 3: note("unprovable", .note, at: place, [host.description])
        default: note("forbidden", .fine, at: place, [host.description])
        }
        if isOwn {
            notes.replace(
                record, by: .service(priority: right.priority, weight: right.weight, port: right.port, target: right.target), at: place)
        }
        if right.weight == 2, right.target == target, priority == 1, weight == 2, port < 2 {
            note("allowed", .fine, at: place, [host.description])
        }
    }

    /// A target that has addresses: the one given, or the host itself; where neither has any, nobody can send under the name.
    private mutating func targetWithAddresses(
        _ target: DomainName, of host: DomainName, at place: Question, isOwn: Bool, _ weight: inout UInt16
    ) async -> DomainName {
        switch await hasAddresses(target) {
        case .found: return target
        case .noData:
            note("no-address", .broken, at: place, [host.description, target.description], isRepaired: isOwn)
            if await hasAddresses(host) == .found { return host }
            weight = 1
            return target
        case let outcome:
            note("not-answered", .unknown, at: place, [target.description], outcome: outcome)
            return target
        }
    }

    /// Found, no data, or why no answer came.
    private func hasAddresses(_ name: DomainName) async -> Answer.Outcome {
        guard !name.bytes.isEmpty else { return .noData }
        let answers = [await lookups.answer(name, .a), await lookups.answer(name, .aaaa)]
        if answers.contains(where: { $0.outcome == .found }) { return .found }
        return answers.first(where: \.outcome.isTemporary)?.outcome ?? .noData
    }

    private mutating func noteMissing(_ host: DomainName, _ place: Question, isOwn: Bool, isNamed: Bool) async {
        if let above = await demand(above: host) {
            // An exchange has addresses, or is given some by what is said of it.
            let isThere = isNamed ? await hasAddresses(host) == .found : true
            notes.want([.service(priority: 1, weight: isThere ? 2 : 1, port: 0, target: isThere ? host : .root)], at: place)
            note("missing", .missing, at: place, [host.description, above.description], isRepaired: isOwn)
        } else if isNamed {
            note("none", .fine, at: place, [host.description])
        }
    }

    /// The name above that wants a record of every host that sends.
    private func demand(above host: DomainName) async -> DomainName? {
        let last = min(host.labelCount - 1, 1 + ClientSMTPAuthorization.parentLimit)
        guard last >= 2 else { return nil }
        for labels in 2...last {
            let above = host.suffix(labels: labels)
            guard let name = above.prepending("_client._smtp") else { continue }
            for case .service(1, _, let port, _) in await lookups.answer(name, .srv).records where port & 1 != 0 { return above }
        }
        return nil
    }
}
