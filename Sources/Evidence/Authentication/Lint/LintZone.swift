public import Resolving

/// A file of records as a postmaster has it: the records of a few domains, and not of the world.
///
/// What lies outside is answered as a server answers that does not have the zone: refused. So a name of somebody else's is not known, and
/// never missing.
public struct LintZone: Sendable {
    private static let marks = ["_dmarc", "_client._smtp"]

    private let zone: Zone
    private let names: Set<DomainName>
    private let starts: Set<DomainName>
    /// The names above those of the domains.
    private var above: Set<DomainName> = []
    private var selectors: [DomainName: [DomainName]] = [:]
    private var hosts: [DomainName: [DomainName]] = [:]
    /// The domains to look at, sorted: the names with a SOA record, those that take mail, and those of which a record of DMARC says something;
    /// where none has a SOA record, those that name senders too, which are else but pieces of records.
    public let domains: [DomainName]

    /// The records of a file. Domains that are asked for by name are the file's where it has anything at or below them.
    public init(_ zone: Zone, asked: [DomainName] = []) {
        self.zone = zone
        let names = zone.names.sorted { $0.description < $1.description }
        self.names = Set(names)
        let declared = names.filter { zone.types(at: $0).contains(.soa) }
        let own = asked.filter { domain in names.contains { $0.isWithin(domain) } }
        let named = LintZone.mailNames(of: zone, names, withSenders: declared.isEmpty)
        starts = named.union(declared).union(own)
        domains = starts.sorted { $0.description < $1.description }
        for domain in domains {
            var next = domain.parent
            while let name = next, !name.bytes.isEmpty, above.insert(name).inserted { next = name.parent }
        }
        for name in names { note(name) }
    }

    /// The names that have something to do with mail.
    private static func mailNames(of zone: Zone, _ names: [DomainName], withSenders: Bool) -> Set<DomainName> {
        var found: Set<DomainName> = []
        for name in names where name.bytes.first != UInt8(ascii: "*") {
            if name.bytes.starts(with: "_dmarc.".utf8), let parent = name.parent { found.insert(parent) }
            let types = zone.types(at: name)
            let texts = withSenders && types.contains(.txt) ? zone.answer(to: Question(name, .txt)).texts : []
            let sends = texts.contains { SPFVersion(of: $0) != nil || SPFRecordRepair.looksLikeRecord($0) }
            if types.contains(.mx) || sends { found.insert(name) }
        }
        return found
    }

    /// Takes down the selector or the host that a name speaks of.
    private mutating func note(_ name: DomainName) {
        guard name.bytes.contains(UInt8(ascii: "_")), !name.bytes.contains(UInt8(ascii: "*")) else { return }
        let labels = name.labels
        if let place = labels.firstIndex(where: { $0.elementsEqual("_domainkey".utf8) }), place > 0, place + 1 < labels.count {
            let domain = name.suffix(labels: labels.count - place - 1)
            if let selector = DomainName(labels[..<place].joined(separator: [UInt8(ascii: ".")])) {
                selectors[domain, default: []].append(selector)
            }
        }
        let mark = Array("_client._smtp.".utf8)
        if name.bytes.starts(with: mark), let host = DomainName(name.bytes.dropFirst(mark.count)), let domain = start(of: host) {
            hosts[domain, default: []].append(host)
        }
    }

    /// The nearest domain at or above a name.
    private func start(of name: DomainName) -> DomainName? {
        var next: DomainName? = name
        while let name = next, !name.bytes.isEmpty {
            if starts.contains(name) { return name }
            next = name.parent
        }
        return nil
    }

    /// What the file has of a domain beside what every domain has.
    public func subjects(of domain: DomainName) -> DomainLint.Subjects {
        DomainLint.Subjects(selectors: selectors[domain] ?? [], hosts: hosts[domain] ?? [])
    }

    /// Whether the file may be taken at its word about a name.
    private func has(_ name: DomainName) -> Bool {
        if names.contains(name) || start(of: name) != nil { return true }
        // What stands above a domain is its registry's, and next to none of them has such records.
        return LintZone.marks.contains { mark in
            guard name.bytes.starts(with: (mark + ".").utf8) else { return false }
            return DomainName(name.bytes.dropFirst(mark.utf8.count + 1)).map(above.contains) ?? false
        }
    }
}

extension LintZone: Resolver {
    /// The answer, at once.
    public func answer(to question: Question, within limit: Duration) async -> Answer { answer(to: question) }

    /// The answer: a file knows what it knows.
    public func knownAnswer(to question: Question) -> Answer? { answer(to: question) }

    private func answer(to question: Question) -> Answer {
        guard has(question.name) else { return Answer(.failed(code: 5)) }
        let answer = zone.answer(to: question)
        guard answer.outcome == .nonexistent, let last = answer.aliases.last, !has(last) else { return answer }
        return Answer(.failed(code: 5), aliases: answer.aliases)
    }
}
