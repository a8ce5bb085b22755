// Facts from what a host of ours wrote into the message when it came (RFC 8601), for all that was not asked now.

internal import MIME

extension AuthenticationFacts {
    /// Adds what hosts of ours wrote, as far as nothing is known yet, and notes results that were forged.
    ///
    /// Of several fields that speak of a mechanism the lowest counts: the host at our border wrote it, which saw the client.
    /// - Returns: whether a host of ours wrote any result.
    @discardableResult
    public mutating func add(_ written: [AuthenticationOutcome.WrittenResults], by setup: AuthenticationSetup) -> Bool {
        // Beside our trace line our own filters may have written it.
        forgedServer =
            forgedServer ?? written.first { $0.isForged }.map { AuthenticationFacts.printable($0.results.server) }
        let ours = written.filter(\.isOurs).map(\.results)
        guard !ours.isEmpty else { return false }
        let organizations = Organizations(names: setup.names, suffixes: setup.suffixes)
        func results(_ method: AuthenticationMechanism) -> [AuthenticationResults.Result] {
            guard setup.mechanisms.contains(method) else { return [] }
            guard let lowest = ours.last(where: { !$0.results(of: method.rawValue).isEmpty }) else { return [] }
            // Some hosts write a field for each result.
            return ours.filter { $0.server == lowest.server }.flatMap { $0.results(of: method.rawValue) }
        }
        if sender == nil { addSender(results(.spf), organizations) }
        if signatures.isEmpty, !areAllSignaturesKnown { addSignatures(results(.dkim), organizations) }
        if policy == nil { addPolicy(results(.dmarc)) }
        if reverseName == nil, let result = results(.iprev).first { reverseName = ReverseName.Result(rawValue: result.result) }
        if reverseName == .temperror { reverseName = nil }
        compareList(organizations)
        gaps = gaps.filter { !isKnown($0.mechanism) }
        return ours.contains { !$0.results.isEmpty }
    }

    /// Whether a gap has been filled; what needs the client's address is filled by SPF.
    private func isKnown(_ mechanism: AuthenticationMechanism?) -> Bool {
        switch mechanism {
        case nil, .spf: sender != nil
        case .dkim: areAllSignaturesKnown
        case .dmarc: policy != nil
        case .iprev: reverseName != nil
        default: false
        }
    }

    private mutating func addSender(_ results: [AuthenticationResults.Result], _ organizations: Organizations) {
        for result in results {
            let word = result.result == "hardfail" ? "fail" : result.result
            guard let value = SPFResult(rawValue: word), value != .temperror else { continue }
            let path = result["smtp", "mailfrom"].map(AuthenticationFacts.domain)
            let name = result["smtp", "helo"]
            guard let domain = path ?? name else { continue }
            let fact = Sender(
                value, domain: AuthenticationFacts.printable(domain), isAligned: isAuthors(domain, organizations), isHELO: path == nil)
            // SPF of the return path goes before that of HELO.
            if sender == nil || sender?.isHELO == true && path != nil { sender = fact }
            if path == nil, helo == nil { helo = fact }
        }
        if sender?.isHELO == true { helo = nil }
    }

    private mutating func addSignatures(_ results: [AuthenticationResults.Result], _ organizations: Organizations) {
        guard !results.isEmpty else { return }
        areAllSignaturesKnown = true
        for result in results {
            guard let value = DKIMResult(rawValue: result.result) else { continue }
            if value == .temperror { areAllSignaturesKnown = false }
            guard value != .temperror, value != .none else { continue }
            let domain = result["header", "d"] ?? result["header", "i"].map(AuthenticationFacts.domain) ?? ""
            signatures.append(Signature(value, domain: AuthenticationFacts.printable(domain), isAligned: isAuthors(domain, organizations)))
        }
    }

    private mutating func addPolicy(_ results: [AuthenticationResults.Result]) {
        // Some servers say in a word of their own that no policy is published, and that the mail would have passed.
        guard let result = results.first, let value = DMARCResult(rawValue: result.result == "bestguesspass" ? "none" : result.result),
            value != .temperror
        else { return }
        policy = Policy(value, wish: value == .fail ? AuthenticationFacts.wish(result) : .none)
    }

    /// What the author's domain asks for, as far as a server says it: in a property, in a comment (`p=reject`), or by what it did.
    private static func wish(_ result: AuthenticationResults.Result) -> DMARCPolicy {
        for word in result.comment.lowercased().split(whereSeparator: { " ;,()".contains($0) }) where word.hasPrefix("p=") {
            if let policy = DMARCPolicy(rawValue: String(word.dropFirst(2))) { return policy }
        }
        let said = result["policy", "dmarc"] ?? result["policy", "published-domain-policy"] ?? result["", "action"] ?? ""
        return DMARCPolicy(rawValue: said.lowercased()) ?? (said.lowercased() == "oreject" ? .reject : .none)
    }

    /// The domain of a mailbox, or of what is one already.
    private static func domain(of mailbox: String) -> String {
        guard let at = mailbox.lastIndex(of: "@") else { return mailbox }
        return String(mailbox[mailbox.index(after: at)...].prefix { $0 != ">" })
    }
}
