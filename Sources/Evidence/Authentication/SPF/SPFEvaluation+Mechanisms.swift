internal import Messages
internal import Resolving

/// The mechanisms of RFC 7208 section 5.
extension SPFEvaluation {
    /// Whether a mechanism that asks matches the client.
    mutating func matches(_ term: SPFPublished.Term, of published: SPFPublished, visit: Int) throws(Stop) -> Bool {
        try countTerm()
        switch term.kind {
        case .include: return try includes(term, of: published, visit: visit)
        case .a: return try hasAddress(try target(of: term, in: published, visit: visit), term.lengths)
        case .mx: return try exchanges(try target(of: term, in: published, visit: visit), term.lengths)
        case .ptr:
            guard let target = try target(of: term, in: published, visit: visit) else { return false }
            return try reverseNames().contains { $0.isWithin(target) }
        case .exists:
            // An A record, whatever the family of the client's address (section 5.7).
            guard let target = try target(of: term, in: published, visit: visit) else { return false }
            return try ask(target, .a).outcome == .found
        case .networks, .all: return false
        }
    }

    /// The name that a mechanism is about: the one it gives, or that of the record; nothing where what it gives is no name.
    private mutating func target(of term: SPFPublished.Term, in published: SPFPublished, visit: Int) throws(Stop) -> DomainName? {
        guard term.target >= 0 else { return trace.visits[visit].owner }
        let place = Int(term.target)
        if published.targets[place].isLiteral { return published.targets[place].fixed?.name }
        return try target(of: published.targets[place], domain: trace.visits[visit].written).name
    }

    /// Asks what the terms of the records that were read would have asked, had it been waited for: which questions a message has does not
    /// depend on who asked before. Where one term asks, or all were looked at, nothing is left.
    mutating func expectTheRest() throws(Stop) {
        for index in trace.visits.indices where trace.visits[index].published.termsThatAsk > 1 && !trace.visits[index].isComplete {
            let visit = trace.visits[index]
            try expectAnswers(to: visit.published, domain: visit.written, name: visit.owner, left: limits.terms - Int(visit.termsBefore))
        }
    }

    /// Asks what the terms of a record will ask, without waiting: terms up to the first that matches without a question, and no more than may
    /// ask. They count only when their turn comes.
    mutating func expectAnswers(to published: SPFPublished, domain: [UInt8], name: DomainName, left: Int) throws(Stop) {
        var left = left
        for term in published.terms where left > 0 {
            left -= 1
            switch term.kind {
            case .all: return
            case .networks:
                if published.match(term, client) != nil { return }
                left += 1
            case .include: try expect(term, of: published, .txt, domain: domain, name: name)
            case .a: try expect(term, of: published, addressType, domain: domain, name: name)
            case .mx: try expect(term, of: published, .mx, domain: domain, name: name)
            case .exists: try expect(term, of: published, .a, domain: domain, name: name)
            case .ptr: lookups.expect(.reverse(of: identity.address), .ptr)
            }
        }
        if left > 0, let redirect = published.redirect { try expect(redirect, .txt, domain: domain) }
    }

    /// Asks about the name of a term.
    private mutating func expect(
        _ term: SPFPublished.Term, of published: SPFPublished, _ type: RecordType, domain: [UInt8], name: DomainName
    ) throws(Stop) {
        if term.target < 0 {
            lookups.expect(name, type)
        } else {
            try expect(published.targets[Int(term.target)], type, domain: domain)
        }
    }

    /// Asks about the name that a text stands for, unless that needs the client's validated name, for which others must be asked first.
    private mutating func expect(_ target: MacroString, _ type: RecordType, domain: [UInt8]) throws(Stop) {
        guard !target.needsValidatedName, let name = try self.target(of: target, domain: domain).name else { return }
        lookups.expect(name, type)
    }

    /// Section 5.2: a pass is a match; a failure is none; an error is one.
    private mutating func includes(_ term: SPFPublished.Term, of published: SPFPublished, visit: Int) throws(Stop) -> Bool {
        let target = try target(of: published.targets[Int(term.target)], domain: trace.visits[visit].written)
        let depth = trace.visits[visit].depth + 1
        let result = try result(for: target.name, written: target.domain, depth: depth, parent: Int32(visit), directive: term.place)
        switch result {
        case .pass: return true
        case .fail, .softfail, .neutral: return false
        case .temperror, .permerror: throw stop(result, .noRecord(domain: String(decoding: target.domain, as: UTF8.self)))
        case .none: throw lacks(target.domain)
        }
    }

    /// Whether a name has the client's address, as far as the lengths say (section 5.3).
    private mutating func hasAddress(_ name: DomainName?, _ lengths: SPFRecord.Lengths) throws(Stop) -> Bool {
        guard let name else { return false }
        let network = identity.address.prefix(Int(client.isV4 ? lengths.v4 : lengths.v6))
        let length = Int(client.isV4 ? lengths.v4 : lengths.v6)
        for record in try ask(name, addressType).records {
            guard case .address(let address) = record, address.bitWidth == network.bitWidth else { continue }
            if address.prefix(length) == network { return true }
        }
        return false
    }

    /// Whether a mail exchange of a name has the client's address (section 5.4).
    private mutating func exchanges(_ name: DomainName?, _ lengths: SPFRecord.Lengths) throws(Stop) -> Bool {
        guard let name else { return false }
        let answer = try ask(name, .mx)
        guard answer.outcome == .found else { return false }
        let hosts = reading(of: answer, to: Question(name, .mx)).exchanges
        guard hosts.count <= limits.names else { throw stop(.permerror, .tooManyExchanges(domain: name.description)) }
        // All are asked at once, or those that were not needed in the end, as if they had been.
        if waits { expectAddresses(of: hosts) }
        for (place, host) in hosts.enumerated() where !host.bytes.isEmpty {
            let matches: Bool
            do throws(Stop) { matches = try hasAddress(host, lengths) } catch {
                if !waits { expectAddresses(of: hosts[(place + 1)...]) }
                throw error
            }
            guard matches else { continue }
            if !waits { expectAddresses(of: hosts[(place + 1)...]) }
            return true
        }
        return false
    }

    private func expectAddresses(of hosts: some Sequence<DomainName>) {
        for host in hosts where !host.bytes.isEmpty { lookups.expect(host, addressType) }
    }

    /// The type of records that have addresses of the client's family.
    var addressType: RecordType { client.isV4 ? .a : .aaaa }

    /// The validated names for a `ptr`: one without an answer is counted as others are (section 4.6.4), the names behind it are not, since
    /// they are the client's and not the record's; an error of the question is no match (section 5.5).
    private mutating func reverseNames() throws(Stop) -> [DomainName] {
        let answer = try answer(.reverse(of: identity.address), .ptr)
        if answer.outcome == .noData || answer.outcome == .nonexistent { try countVoid() }
        return try validated()
    }

    /// The host names of the client that have its address (section 5.5). What goes wrong on the way leaves a name out.
    mutating func findValidatedNames() throws(Stop) -> [DomainName] {
        let answer = try answer(.reverse(of: identity.address), .ptr)
        let candidates = answer.records.compactMap(\.name).prefix(limits.names)
        for name in candidates { lookups.expect(name, addressType) }
        var validated: [DomainName] = []
        for name in candidates {
            let addresses = try self.answer(name, addressType).records.compactMap(\.address)
            if addresses.contains(identity.address) { validated.append(name) }
        }
        return validated
    }
}
