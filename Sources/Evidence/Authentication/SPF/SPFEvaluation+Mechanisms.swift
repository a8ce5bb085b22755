internal import Messages
internal import Resolving

/// The mechanisms of RFC 7208 section 5.
extension SPFEvaluation {
    /// Whether a mechanism matches the client.
    mutating func matches(_ mechanism: SPFRecord.Mechanism, domain: [UInt8], name: DomainName, depth: Int) async throws(Stop) -> Bool {
        switch mechanism {
        case .all: return true
        case .network(let network): return network.contains(identity.address)
        case .include(let target): return try await includes(target, domain: domain, depth: depth)
        case .a(let target, let lengths):
            try countTerm()
            return try await hasAddress(await self.target(target, domain: domain, name: name), lengths)
        case .mx(let target, let lengths):
            try countTerm()
            return try await exchanges(await self.target(target, domain: domain, name: name), lengths)
        case .ptr(let target):
            try countTerm()
            guard let target = await self.target(target, domain: domain, name: name) else { return false }
            return await validated().contains { $0.isWithin(target) }
        case .exists(let target):
            try countTerm()
            // An A record, whatever the family of the client's address (section 5.7).
            guard let target = self.name(await expand(target, domain: domain)) else { return false }
            return try await ask(target, .a).outcome == .found
        }
    }

    /// The name that a mechanism is about: the one it gives, or that of the record; nothing where what it gives is no name.
    private mutating func target(_ given: MacroString?, domain: [UInt8], name: DomainName) async -> DomainName? {
        guard let given else { return name }
        return self.name(await expand(given, domain: domain))
    }

    /// Section 5.2: a pass is a match; a failure is none; an error is one.
    private mutating func includes(_ target: MacroString, domain: [UInt8], depth: Int) async throws(Stop) -> Bool {
        try countTerm()
        let other = await expand(target, domain: domain)
        let decision = await result(for: other, depth: depth + 1)
        switch decision.result {
        case .pass: return true
        case .fail, .softfail, .neutral: return false
        case .temperror, .permerror:
            throw Stop(result: decision.result, problem: problem ?? .noRecord(domain: String(decoding: other, as: UTF8.self)))
        case .none:
            problem = nil
            throw Stop(result: .permerror, problem: .noRecord(domain: String(decoding: other, as: UTF8.self)))
        }
    }

    /// Whether a name has the client's address, as far as the lengths say (section 5.3).
    private mutating func hasAddress(_ name: DomainName?, _ lengths: SPFRecord.Lengths) async throws(Stop) -> Bool {
        guard let name else { return false }
        let addresses = try await ask(name, addressType).records.compactMap(\.address)
        let length = Int(identity.address.bitWidth == 32 ? lengths.v4 : lengths.v6)
        return addresses.contains { $0.bitWidth == identity.address.bitWidth && $0.prefix(length) == identity.address.prefix(length) }
    }

    /// Whether a mail exchange of a name has the client's address (section 5.4).
    private mutating func exchanges(_ name: DomainName?, _ lengths: SPFRecord.Lengths) async throws(Stop) -> Bool {
        guard let name else { return false }
        let answer = try await ask(name, .mx)
        var hosts: [(preference: UInt16, host: DomainName)] = []
        for case .mailExchange(let preference, let host) in answer.records { hosts.append((preference, host)) }
        guard hosts.count <= limits.names else { throw Stop(result: .permerror, problem: .tooManyExchanges(domain: name.description)) }
        hosts.sort { $0.preference < $1.preference }
        for (_, host) in hosts { lookups.expect(Question(host, addressType)) }
        for (_, host) in hosts where !host.bytes.isEmpty {
            if try await hasAddress(host, lengths) { return true }
        }
        return false
    }

    /// The type of records that have addresses of the client's family.
    var addressType: RecordType { identity.address.bitWidth == 32 ? .a : .aaaa }

    /// The host names of the client that have its address (section 5.5). What goes wrong on the way leaves a name out.
    mutating func findValidatedNames() async -> [DomainName] {
        let answer = await lookups.answer(.reverse(of: identity.address), .ptr)
        let candidates = answer.records.compactMap(\.name).prefix(limits.names)
        for name in candidates { lookups.expect(Question(name, addressType)) }
        var validated: [DomainName] = []
        for name in candidates {
            let addresses = await lookups.answer(name, addressType).records.compactMap(\.address)
            if addresses.contains(identity.address) { validated.append(name) }
        }
        return validated
    }
}
