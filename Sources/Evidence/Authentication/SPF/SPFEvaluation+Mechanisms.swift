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
            return try await reverseNames().contains { $0.isWithin(target) }
        case .exists(let target):
            try countTerm()
            // An A record, whatever the family of the client's address (section 5.7).
            guard let target = await self.target(of: target, domain: domain).name else { return false }
            return try await ask(target, .a).outcome == .found
        }
    }

    /// The name that a mechanism is about: the one it gives, or that of the record; nothing where what it gives is no name.
    private mutating func target(_ given: MacroString?, domain: [UInt8], name: DomainName) async -> DomainName? {
        guard let given else { return name }
        return await target(of: given, domain: domain).name
    }

    /// Asks what the terms of a record will ask, without waiting: terms up to the first that matches without a question, and no more than may
    /// ask. They count only when their turn comes.
    mutating func expectAnswers(to record: SPFRecord, domain: [UInt8], name: DomainName) async {
        var left = limits.terms - termsThatAsk
        for directive in record.directives where left > 0 {
            left -= 1
            switch directive.mechanism {
            case .all: return
            case .network(let network):
                if network.contains(identity.address) { return }
                left += 1
            case .include(let target): await expect(target, .txt, domain: domain)
            case .a(let target, _): await expect(target, addressType, domain: domain, name: name)
            case .mx(let target, _): await expect(target, .mx, domain: domain, name: name)
            case .exists(let target): await expect(target, .a, domain: domain)
            case .ptr: lookups.expect(Question(.reverse(of: identity.address), .ptr))
            }
        }
        if left > 0, let redirect = record.redirect { await expect(redirect, .txt, domain: domain) }
    }

    /// Asks about the name that a term gives, unless that needs the client's validated name, for which others must be asked first.
    private mutating func expect(_ target: MacroString?, _ type: RecordType, domain: [UInt8], name: DomainName? = nil) async {
        guard let target else {
            if let name { lookups.expect(Question(name, type)) }
            return
        }
        guard !target.needsValidatedName, let name = await self.target(of: target, domain: domain).name else { return }
        lookups.expect(Question(name, type))
    }

    /// Section 5.2: a pass is a match; a failure is none; an error is one.
    private mutating func includes(_ target: MacroString, domain: [UInt8], depth: Int) async throws(Stop) -> Bool {
        try countTerm()
        let target = await self.target(of: target, domain: domain)
        let other = target.domain
        let decision = await result(for: target, depth: depth + 1)
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

    /// The validated names for a `ptr`: one without an answer is counted as others are (section 4.6.4), the names behind it are not, since
    /// they are the client's and not the record's; an error of the question is no match (section 5.5).
    private mutating func reverseNames() async throws(Stop) -> [DomainName] {
        let answer = await lookups.answer(.reverse(of: identity.address), .ptr)
        if answer.outcome == .noData || answer.outcome == .nonexistent { try countVoid() }
        return await validated()
    }

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
