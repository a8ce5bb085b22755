// Facts from what was asked.

internal import MIME
internal import Messages
internal import Resolving

extension AuthenticationFacts {
    /// Adds what was asked of a message by a check of this setup.
    public mutating func add(_ outcome: AuthenticationOutcome, by setup: AuthenticationSetup) {
        let organizations = Organizations(names: setup.names, suffixes: setup.suffixes)
        let reason: Coverage.Gap.Reason =
            outcome.questions.contains { $0.answer == nil || $0.answer?.outcome == .timedOut } ? .deadline : .unanswered
        if outcome.client.address == nil, !setup.mechanisms.isDisjoint(with: [.spf, .senderID, .csa, .iprev]) {
            gaps.append(Gap(mechanism: nil, reason: .notConfigured))
        }
        func note(_ mechanism: AuthenticationMechanism) { gaps.append(Gap(mechanism: mechanism, reason: reason)) }
        let isBounce = outcome.client.returnPath == ""
        sender = outcome.spf.flatMap { fact(of: $0, organizations, isHELO: isBounce) }
        helo = isBounce ? nil : outcome.helo.flatMap { fact(of: $0, organizations, isHELO: true) }
        if outcome.spf?.result == .temperror || outcome.helo?.result == .temperror { note(.spf) }
        if let pra = outcome.senderID?.pra {
            responsible = fact(of: pra, organizations, isHELO: false)
            if responsible == nil { note(.senderID) }
        }
        if let dkim = outcome.dkim, add(dkim, organizations) { note(.dkim) }
        if let dmarc = outcome.dmarc, add(dmarc) { note(.dmarc) }
        if let arc = outcome.arc, add(arc, trusting: setup.sealers) { note(.arc) }
        csa = outcome.csa?.result == .defer ? nil : outcome.csa?.result
        if outcome.csa?.result == .defer { note(.csa) }
        reverseName = outcome.reverseName?.result == .temperror ? nil : outcome.reverseName?.result
        if outcome.reverseName?.result == .temperror { note(.iprev) }
        bounceTag = outcome.batv
        for case .vouched(let service)? in outcome.vouchers.map(\.result) { voucher = voucher ?? service.description }
        if voucher == nil, outcome.vouchers.contains(where: { $0.result == .unknown }) { note(.vbr) }
        compareList(organizations)
    }

    private func fact(of outcome: SPFOutcome, _ organizations: Organizations, isHELO: Bool) -> Sender? {
        guard outcome.result != .temperror else { return nil }
        let domain = String(decoding: outcome.domain, as: UTF8.self)
        return Sender(
            outcome.result, domain: AuthenticationFacts.printable(domain), isAligned: isAuthors(domain, organizations), isHELO: isHELO)
    }

    /// A name that a stranger wrote, fit to be shown: without control characters, and not longer than a name may be.
    static func printable(_ name: String) -> String {
        String(String.UnicodeScalarView(name.unicodeScalars.lazy.map { $0.properties.generalCategory == .control ? "�" : $0 }.prefix(253)))
    }

    /// Whether a domain belongs to the author's organisation.
    func isAuthors(_ domain: String, _ organizations: Organizations) -> Bool {
        author.map { organizations.isSame(domain, $0.domain) } ?? false
    }

    /// Adds the signatures; whether the result of one is not known.
    private mutating func add(_ outcome: DKIMOutcome, _ organizations: Organizations) -> Bool {
        for signature in outcome.signatures where signature.result != .temperror {
            // One whose domain only tries out DKIM is to be taken as if it were not there (RFC 6376 section 3.6.1).
            guard !signature.remarks.contains(.testing) else { continue }
            let domain = signature.signature?.key.domain.description ?? ""
            signatures.append(
                Signature(
                    signature.result, domain: domain, isAligned: isAuthors(domain, organizations),
                    flaws: AuthenticationFacts.flaws(of: signature)))
        }
        let isUndecided = outcome.signatures.contains { $0.result == .temperror }
        areAllSignaturesKnown = !isUndecided && outcome.notLookedAt == 0
        return isUndecided
    }

    private static func flaws(of signature: DKIMSignatureOutcome) -> Set<Signature.Flaw> {
        var flaws: Set<Signature.Flaw> = []
        for remark in signature.remarks {
            switch remark {
            case .bodyNotCovered: flaws.insert(.unsignedTail)
            case .severalFrom: flaws.insert(.secondFrom)
            case .testing: break
            }
        }
        switch signature.problem {
        case .bodyNotCovered: flaws.insert(.unsignedTail)
        case .fromNotCovered: flaws.insert(.secondFrom)
        case .weakHash, .keySize: flaws.insert(.weak)
        case .expired: flaws.insert(.expired)
        case .keyMissing, .keyRevoked: flaws.insert(.noKey)
        default: break
        }
        return flaws
    }

    /// Adds DMARC; whether it is not known. Where nobody knows who sent the message, the gap of the client says so.
    private mutating func add(_ outcome: DMARCOutcome) -> Bool {
        switch outcome.result {
        case .temperror: return outcome.problem != .senderNotKnown
        default: policy = Policy(outcome.result, wish: outcome.applied)
        }
        return false
    }

    /// Adds the last handler of a chain that holds; whether that is not known.
    private mutating func add(_ outcome: ARCOutcome, trusting sealers: Set<DomainName>) -> Bool {
        guard outcome.result == .pass, let last = outcome.sets.last else { return outcome.result == .temperror }
        func isTrusted(_ domain: DomainName) -> Bool { sealers.contains { domain.isWithin($0) } }
        // Only the trusted handlers that nobody else came after count, and of these the first, which took the message from strangers; and only
        // for the author that is named now.
        let first = outcome.sets.reversed().prefix { isTrusted($0.domain) }.last
        let sawAuthor =
            first.map { set in
                let results = set.results
                return AuthenticationResults(results.span, ByteRange(0..<results.count)).results(of: "dmarc").contains { result in
                    result.result == "pass" && result["header", "from"]?.lowercased() == author?.domain
                }
            } ?? false
        handler = Handler(domain: last.domain.description, isTrusted: isTrusted(last.domain), sawAuthor: sawAuthor)
        return false
    }

    /// Notes whether the list that the message names sent or signed it.
    mutating func compareList(_ organizations: Organizations) {
        guard var list else { return }
        if let sender, sender.result == .pass { list.isSender = organizations.isSame(sender.domain, list.name) }
        list.isSigner = signatures.contains { $0.result == .pass && organizations.isSame($0.domain, list.name) }
        self.list = list
    }
}
