public import Messages
public import Resolving

/// What lists say of one message, and which of them said nothing.
public struct ListFindings: Sendable, Hashable {
    /// What part something has in the message.
    public enum Role: Sendable, Hashable {
        /// The host that handed it to us.
        case client
        /// The domain of its author or of its return path.
        case sender
        /// A domain that it links to.
        case link
    }

    /// One thing that is on lists.
    public struct Listing: Sendable, Hashable {
        /// The address or domain.
        public var subject: String
        /// What part it has.
        public var role: Role
        /// What it means to be on them.
        public var sense: DNSList.Sense
        /// The zones of the lists, in the order of settings.
        public var zones: [String]
    }

    /// What is listed, in the order in which it was asked about.
    public var listings: [Listing] = []
    /// The lists that were asked and say nothing, with why.
    public var silent: [(zone: String, condition: ListHealth.Condition?)] = []
    /// Whether more domains stood in the message than were asked about.
    public var isCut = false

    /// Nothing is listed.
    public init() {}

    /// Whether the same was found.
    public static func == (one: ListFindings, other: ListFindings) -> Bool {
        one.listings == other.listings && one.isCut == other.isCut && one.silent.elementsEqual(other.silent, by: ==)
    }

    /// Hashes what is listed.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(listings)
    }
}

/// The questions of one message to lists: all under way at once.
///
/// Begin it as soon as the client is known, add domains as they are found, and ask for the findings when the rest of the work is done.
public struct ListInquiry: Sendable {
    /// How many domains of one message are asked about.
    public static let domainLimit = 20

    private struct Asked {
        var list: DNSList
        var trial: ListHealth.Trial
        var name: DomainName
        var subject: String
        var role: ListFindings.Role
    }

    private let lists: [DNSList]
    private let health: ListHealth
    private let lookups: Lookups
    private let moment: Duration
    private var asked: [Asked] = []
    private var domains: [DomainName] = []
    private var isCut = false

    /// An inquiry that has asked nothing.
    /// - Parameters:
    ///   - lists: the lists to ask.
    ///   - health: which of them answer as lists do; shared by all inquiries.
    ///   - lookups: who answers, and by when.
    ///   - moment: now, by the clock's monotonic time.
    public init(_ lists: [DNSList], health: ListHealth, asking lookups: Lookups, at moment: Duration) {
        self.lists = lists
        self.health = health
        self.lookups = lookups
        self.moment = moment
    }

    /// Asks about the host that handed the message over; one that is not of the public Internet is on no list.
    public mutating func ask(client address: IPAddress) {
        guard address.isPublic else { return }
        let kind: ListHealth.Trial.Kind = if case .v4 = address { .version4 } else { .version6 }
        for list in lists where list.subject == .addresses {
            ask(list, kind, list.name(for: address), "\(address)", .client)
        }
    }

    /// Asks about a domain of the message, once.
    public mutating func ask(_ domain: DomainName, as role: ListFindings.Role) {
        guard !domains.contains(domain) else { return }
        guard domains.count < ListInquiry.domainLimit else {
            isCut = true
            return
        }
        domains.append(domain)
        for list in lists where list.subject == .domains {
            ask(list, .domains, list.name(for: domain), domain.description, role)
        }
    }

    private mutating func ask(
        _ list: DNSList, _ kind: ListHealth.Trial.Kind, _ name: DomainName?, _ subject: String, _ role: ListFindings.Role
    ) {
        // A name that is too long to be asked is too long to be listed.
        guard let name else { return }
        let trial = ListHealth.Trial(zone: list.zone, kind: kind)
        switch health.condition(trial, at: moment) {
        case .sound: lookups.expect(name, .a)
        case nil:
            let names = ListHealth.names(for: trial, of: list)
            for name in [names.listed, names.unlisted, name].compactMap(\.self) { lookups.expect(name, .a) }
        case .listsAll, .listsNothing, .silent: break
        }
        asked.append(Asked(list: list, trial: trial, name: name, subject: subject, role: role))
    }

    /// What the lists say, once all have answered or the time for it is over.
    public func findings() async -> ListFindings {
        var findings = ListFindings()
        findings.isCut = isCut
        for asked in asked {
            let condition = await condition(of: asked)
            var standing = Standing.unknown
            if condition == .sound { standing = Standing(await lookups.answer(asked.name, .a), on: asked.list) }
            switch standing {
            case .unlisted: break
            case .listed: findings.note(asked.subject, asked.role, asked.list)
            case .unknown: findings.noteSilence(of: asked.list, condition == .sound ? nil : condition)
            }
        }
        return findings
    }

    /// How a list answers: as it was found before, or by the answers to this message's questions.
    private func condition(of asked: Asked) async -> ListHealth.Condition {
        if let known = health.condition(asked.trial, at: moment) { return known }
        let names = ListHealth.names(for: asked.trial, of: asked.list)
        guard let listed = names.listed, let unlisted = names.unlisted else { return .silent }
        let answers = (await lookups.answer(listed, .a), await lookups.answer(unlisted, .a))
        let condition = ListHealth.condition(listed: answers.0, unlisted: answers.1, on: asked.list)
        health.note(condition, asked.trial, at: moment)
        return condition
    }
}

extension ListFindings {
    fileprivate mutating func note(_ subject: String, _ role: Role, _ list: DNSList) {
        let zone = list.zone.description
        if let place = listings.firstIndex(where: { $0.subject == subject && $0.role == role && $0.sense == list.sense }) {
            if !listings[place].zones.contains(zone) { listings[place].zones.append(zone) }
        } else {
            listings.append(Listing(subject: subject, role: role, sense: list.sense, zones: [zone]))
        }
    }

    fileprivate mutating func noteSilence(of list: DNSList, _ condition: ListHealth.Condition?) {
        let zone = list.zone.description
        if !silent.contains(where: { $0.zone == zone }) { silent.append((zone, condition)) }
    }
}
