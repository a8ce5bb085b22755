/// Records in memory: the whole of a domain name system for tests and replays, a resolver without a network.
///
/// Names that are not in it do not exist; a name above one that is exists without records (RFC 8020). Aliases are followed as a recursive
/// server follows them. Wildcards (`*`) answer for names below that do not exist (RFC 4592).
public struct Zone: Sendable {
    /// How many aliases are followed one after the other; a longer chain, or a loop, is a failure of the server.
    public static let aliasLimit = 12
    /// For how many seconds what is said here may be kept, where nothing else is said.
    public static let timeToLive: UInt32 = 3600

    private struct Node: Sendable {
        var records: [RecordType: [RecordData]] = [:]
        var outcomes: [RecordType: Answer.Outcome] = [:]
        var everyOutcome: Answer.Outcome?
        var isSecure = false
    }

    private var nodes: [DomainName: Node] = [:]

    /// A zone without names.
    public init() {}

    /// Adds a record.
    public mutating func add(_ data: RecordData, _ type: RecordType, at name: DomainName) {
        note(name)
        nodes[name, default: Node()].records[type, default: []].append(data)
    }

    /// Says what comes of every question of this type at a name, or of questions of all types that have no records there.
    public mutating func set(_ outcome: Answer.Outcome, for type: RecordType? = nil, at name: DomainName) {
        note(name)
        if let type {
            nodes[name, default: Node()].outcomes[type] = outcome
        } else {
            nodes[name, default: Node()].everyOutcome = outcome
        }
    }

    /// Says that DNSSEC vouches for what stands at a name.
    public mutating func secure(_ name: DomainName) {
        note(name)
        nodes[name, default: Node()].isSecure = true
    }

    /// All names that were given something.
    public var names: [DomainName] {
        nodes.filter { !$0.value.records.isEmpty || !$0.value.outcomes.isEmpty || $0.value.everyOutcome != nil }.map(\.key)
    }

    /// The types of the records at a name.
    public func types(at name: DomainName) -> Set<RecordType> {
        Set(nodes[name, default: Node()].records.keys)
    }

    /// The questions that records answer.
    var questions: [Question] {
        nodes.flatMap { name, node in node.records.keys.map { Question(name, $0) } }
    }

    /// Makes sure that the names above one exist, as far as nothing else is said of them.
    private mutating func note(_ name: DomainName) {
        var above = name.parent
        while let next = above, !next.bytes.isEmpty, nodes[next] == nil {
            nodes[next] = Node()
            above = next.parent
        }
    }

    /// The answer that a recursive server would give.
    public func answer(to question: Question) -> Answer {
        var aliases: [DomainName] = []
        var name = question.name
        while aliases.count <= Zone.aliasLimit {
            guard let node = node(for: name) else {
                return Answer(.nonexistent, aliases: aliases, authority: authority(of: name), timeToLive: Zone.timeToLive)
            }
            if let outcome = node.outcomes[question.type] { return Answer(outcome, aliases: aliases) }
            if let records = node.records[question.type] {
                return Answer(records: records, aliases: aliases, isSecure: node.isSecure, timeToLive: Zone.timeToLive)
            }
            if let target = node.records[.cname]?.first?.name {
                aliases.append(target)
                name = target
                continue
            }
            if let outcome = node.everyOutcome { return Answer(outcome, aliases: aliases) }
            return Answer(.noData, aliases: aliases, authority: authority(of: name), isSecure: node.isSecure, timeToLive: Zone.timeToLive)
        }
        return Answer(.failed(code: 2), aliases: aliases)
    }

    /// What stands at a name, or what a wildcard says of it.
    private func node(for name: DomainName) -> Node? {
        if let node = nodes[name] { return node }
        var above = name.parent
        while let next = above, !next.bytes.isEmpty {
            if let wildcard = next.prepending("*"), let node = nodes[wildcard] { return node }
            // RFC 4592 section 3.3.1: the closest name that exists hides wildcards above it.
            if nodes[next] != nil { return nil }
            above = next.parent
        }
        return nil
    }

    /// The name of the zone that a name lies in: the nearest above it with a SOA record; where no name has one, the nearest that exists.
    private func authority(of name: DomainName) -> DomainName {
        var nearest: DomainName?
        var above: DomainName? = name
        while let next = above {
            if let node = nodes[next] {
                if node.records[.soa] != nil { return next }
                if next != name, nearest == nil { nearest = next }
            }
            above = next.parent
        }
        return nearest ?? .root
    }
}

extension Zone: Resolver {
    /// The answer, at once.
    public func answer(to question: Question, within limit: Duration) async -> Answer {
        answer(to: question)
    }

    /// The answer: a zone knows them all.
    public func knownAnswer(to question: Question) -> Answer? {
        answer(to: question)
    }
}
