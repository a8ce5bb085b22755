internal import Messages
internal import Resolving

/// Says a record of SPF with fewer terms that ask (RFC 7208 section 4.6.4), as far as the domain's own zone knows what they stand for:
/// records of its own that are included are written out, then hosts of its own are named by their addresses.
///
/// Nothing of somebody else's is written out: it changes, and nobody would tell.
struct SPFShortening {
    /// How many addresses one term may become.
    private static let addressLimit = 12
    /// How many terms are replaced.
    private static let stepLimit = 200

    private let domain: DomainName
    private let lookups: Lookups
    private let costs: SPFTermCosts
    /// The records of the domain's own names, as they are to be.
    private let records: [DomainName: SPFRecordRepair]
    private var terms: [String]
    /// Terms that cannot be said otherwise.
    private var kept: Set<String> = []

    /// The record with no more terms that ask than are allowed; nothing where it cannot be had.
    private(set) var text: String?
    /// How many terms of that ask.
    private(set) var total = 0

    init?(of domain: DomainName, _ records: [DomainName: SPFRecordRepair], costs: SPFTermCosts, asking lookups: Lookups) {
        guard let own = records[domain] else { return nil }
        self.domain = domain
        self.records = records
        self.costs = costs
        self.lookups = lookups
        terms = own.text.split(separator: " ").dropFirst().map(String.init)
    }

    /// Replaces one term after the other, until the rest is few enough.
    mutating func run() async {
        for _ in 0..<SPFShortening.stepLimit {
            guard let record = SPFShortening.record(terms) else { return }
            total = cost(of: record)
            if total <= SPFTermCosts.allowed {
                text = (["v=spf1"] + terms).joined(separator: " ")
                return
            }
            guard let (term, others) = await next(in: record), let place = terms.firstIndex(of: term) else { return }
            terms.replaceSubrange(place...place, with: others)
            var met: Set<String> = []
            terms = terms.filter { met.insert(meaning(of: $0)).inserted }
        }
    }

    /// A term as it would be written if it named no domain where it need not.
    private func meaning(of term: String) -> String {
        let written = term.lowercased()
        for name in ["a", "mx"] where written == "\(name):\(domain)" || written.hasPrefix("\(name):\(domain)/") {
            return name + written.dropFirst("\(name):\(domain)".utf8.count)
        }
        return written
    }

    private static func record(_ terms: [String]) -> SPFRecord? {
        try? SPFRecord(Array((["v=spf1"] + terms).joined(separator: " ").utf8), from: "v=spf1".utf8.count)
    }

    private func cost(of record: SPFRecord) -> Int {
        var sum = 0
        for directive in record.directives {
            switch directive.mechanism {
            case .all, .network: break
            case .include(let target): sum += 1 + cost(of: target)
            case .a, .mx, .ptr, .exists: sum += 1
            }
        }
        return record.redirect.map { sum + 1 + cost(of: $0) } ?? sum
    }

    private func cost(of target: MacroString) -> Int {
        SPFShortening.name(target).flatMap(costs.cost) ?? 0
    }

    private static func name(_ target: MacroString) -> DomainName? {
        target.isLiteral ? DomainName(target.expanded { _ in [] }) : nil
    }

    /// The next term to say otherwise, and how: records that are included before hosts.
    private mutating func next(in record: SPFRecord) async -> (String, [String])? {
        for directive in record.directives where !kept.contains(directive.term) {
            guard case .include(let target) = directive.mechanism else { continue }
            if directive.qualifier == .pass, let others = included(target) { return (directive.term, others) }
            kept.insert(directive.term)
        }
        for directive in record.directives where !kept.contains(directive.term) {
            if let others = await addresses(of: directive) { return (directive.term, others) }
            kept.insert(directive.term)
        }
        return nil
    }

    /// The terms of an own record that lets clients pass and says nothing else of them; others read otherwise where they are written out.
    private func included(_ target: MacroString) -> [String]? {
        guard let name = SPFShortening.name(target), name != domain, let text = records[name]?.text,
            let record = try? SPFRecord(Array(text.utf8), from: "v=spf1".utf8.count), record.redirect == nil
        else { return nil }
        var others: [String] = []
        for directive in record.directives {
            if case .all = directive.mechanism { return directive.qualifier == .pass ? nil : others }
            guard directive.qualifier == .pass, let term = SPFShortening.term(directive, of: name) else { return nil }
            others.append(term)
        }
        return others
    }

    /// A term of another record with the name that it is about; nothing where macros would read otherwise.
    private static func term(_ directive: SPFRecord.Directive, of name: DomainName) -> String? {
        let plain = directive.term.first == "+" ? String(directive.term.dropFirst()) : directive.term
        switch directive.mechanism {
        case .a(nil, _): return "a:\(name)" + plain.dropFirst("a".count)
        case .mx(nil, _): return "mx:\(name)" + plain.dropFirst("mx".count)
        case .a(let target?, _), .mx(let target?, _), .include(let target), .exists(let target): return target.isLiteral ? plain : nil
        case .network: return plain
        case .ptr, .all: return nil
        }
    }

    /// The networks that stand for hosts of the domain's own.
    private func addresses(of directive: SPFRecord.Directive) async -> [String]? {
        var hosts: [DomainName] = []
        let lengths: SPFRecord.Lengths
        switch directive.mechanism {
        case .a(let target, let given):
            guard let name = target.map(SPFShortening.name) ?? domain else { return nil }
            hosts = [name]
            lengths = given
        case .mx(let target, let given):
            guard let name = target.map(SPFShortening.name) ?? domain, name.isWithin(domain) else { return nil }
            let answer = await lookups.answer(name, .mx)
            guard answer.outcome == .found, answer.aliases.isEmpty else { return nil }
            for case .mailExchange(_, let host) in answer.records where !host.bytes.isEmpty { hosts.append(host) }
            lengths = given
        default: return nil
        }
        guard !hosts.isEmpty, hosts.count <= SPFTermCosts.allowed else { return nil }
        var networks: [String] = []
        for host in hosts {
            guard host.isWithin(domain) else { return nil }
            for type in [RecordType.a, .aaaa] {
                let answer = await lookups.answer(host, type)
                guard !answer.outcome.isTemporary, answer.aliases.allSatisfy({ $0.isWithin(domain) }) else { return nil }
                for address in answer.records.compactMap(\.address) {
                    networks.append(SPFShortening.network(address, lengths, directive.qualifier))
                }
            }
        }
        return (1...SPFShortening.addressLimit).contains(networks.count) ? networks : nil
    }

    private static func network(_ address: IPAddress, _ lengths: SPFRecord.Lengths, _ qualifier: SPFRecord.Qualifier) -> String {
        let isV4 = address.bitWidth == 32
        let (length, whole) = isV4 ? (lengths.v4, UInt8(32)) : (lengths.v6, UInt8(128))
        let sign = qualifier == .pass ? "" : String(Unicode.Scalar(qualifier.rawValue))
        return sign + (isV4 ? "ip4:" : "ip6:") + "\(address)" + (length < whole ? "/\(length)" : "")
    }
}
