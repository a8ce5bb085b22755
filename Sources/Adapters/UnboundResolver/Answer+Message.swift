import DNSMessages
import Messages
import Resolving

extension Answer {
    /// The answer that a message of a recursive server gives to a question: aliases followed, and what stands for nothing found in the zone
    /// that says so.
    init(to question: Question, in message: DNSMessage, code: UInt16, isSecure: Bool) {
        if message.flags.contains(.truncated) {
            self.init(.truncated)
            return
        }
        guard code == 0 || code == 3, var name = DNSName(labels: question.name.labels) else {
            self.init(.failed(code: code))
            return
        }
        var aliases: [DomainName] = []
        var time = UInt32.max
        while true {
            let here = message.answers.filter { $0.name == name && $0.recordClass == 1 }
            let found = here.filter { $0.type == question.type.rawValue }
            if !found.isEmpty {
                time = found.reduce(time) { min($0, $1.timeToLive) }
                self.init(records: found.map { RecordData($0.data) }, aliases: aliases, isSecure: isSecure, timeToLive: time)
                return
            }
            guard let alias = here.first(where: { $0.type == RecordType.cname.rawValue }), case .name(let target) = alias.data else {
                break
            }
            // A loop ends here too.
            guard aliases.count < Zone.aliasLimit, let written = DomainName(target) else {
                self.init(.failed(code: 2), aliases: aliases)
                return
            }
            time = min(time, alias.timeToLive)
            aliases.append(written)
            name = target
        }
        // RFC 2308 section 5: without the record of the zone, nothing says for how long.
        var zone: DomainName?
        var negativeTime: UInt32 = 0
        for record in message.authorities where zone == nil {
            guard case .startOfAuthority(_, _, _, _, _, _, let minimum) = record.data else { continue }
            zone = DomainName(record.name)
            negativeTime = min(record.timeToLive, minimum)
        }
        self.init(
            code == 3 ? .nonexistent : .noData, aliases: aliases, authority: zone, isSecure: isSecure, timeToLive: min(time, negativeTime))
    }
}

extension DomainName {
    /// The name of a message; nothing where it cannot be written.
    init?(_ name: DNSName) {
        if name == .root {
            self = .root
        } else if let dotted = name.dotted {
            self.init(dotted)
        } else {
            return nil
        }
    }
}

extension RecordData {
    /// What a record of a message says; one that names what cannot be written is a record of nothing that is known.
    init(_ data: ResourceData) {
        self = RecordData.known(data) ?? .other([])
    }

    private static func known(_ data: ResourceData) -> RecordData? {
        switch data {
        // An IPv4-mapped address is the IPv4 host (RFC 4291 section 2.5.5.2), as in a zone file.
        case .address(.v6(0, let low)) where low >> 32 == 0xFFFF: .address(.v4(UInt32(truncatingIfNeeded: low)))
        case .address(let address): .address(address)
        case .name(let name): DomainName(name).map { .name($0) }
        case .mailExchange(let preference, let host): DomainName(host).map { .mailExchange(preference: preference, host: $0) }
        case .strings(let strings): .text(Array(strings.joined()))
        case .startOfAuthority(let server, _, let serial, _, _, _, let minimum):
            DomainName(server).map { .startOfAuthority(server: $0, serial: serial, negativeTimeToLive: minimum) }
        case .service(let priority, let weight, let port, let target):
            DomainName(target).map { .service(priority: priority, weight: weight, port: port, target: $0) }
        case .tlsAssociation(let usage, let selector, let matchingType, let bytes):
            .tlsAssociation(usage: usage, selector: selector, matchingType: matchingType, data: bytes)
        case .certificationAuthority(let flags, let tag, let value): .certificationAuthority(flags: flags, tag: tag, value: value)
        case .other(let bytes): .other(bytes)
        }
    }
}
