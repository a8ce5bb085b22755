// What came of all mechanisms, in one field for those who handle the message after us (RFC 8601).
public import MIME
internal import Messages
internal import Resolving

extension AuthenticationOutcome {
    /// The results of the mechanisms that were asked, the most telling first, for an Authentication-Results field.
    ///
    /// Sender ID and CSA go by private names (`x-sender-id`, `x-csa`; RFC 8601 section 2.7.6): nothing may be decided by the one, and nobody
    /// registered the other. What BATV finds is between ourselves and our own return paths.
    /// - Parameter server: the name that our server gives results under (authserv-id, section 2.5).
    public func results(by server: String) -> AuthenticationResults {
        var results: [AuthenticationResults.Result] = []
        if let dmarc { results.append(.init(dmarc)) }
        if let dkim { results += AuthenticationOutcome.results(dkim) }
        if let spf { results.append(.init(spf, isHELO: client.returnPath?.isEmpty != false)) }
        if let helo, client.returnPath?.isEmpty == false { results.append(.init(helo, isHELO: true)) }
        if let arc { results.append(result(arc)) }
        if let reverseName { results.append(result(reverseName)) }
        if let senderID { results.append(AuthenticationOutcome.result(senderID)) }
        if let csa { results.append(result(csa)) }
        results += vouchers.compactMap(AuthenticationOutcome.result)
        return AuthenticationResults(server: server, results: results)
    }

    /// The result of SPF in the field that is older than Authentication-Results (RFC 7208 section 9.1); nothing where nobody was asked.
    /// - Parameter server: the host that asked.
    public func receivedSPF(by server: String) -> ReceivedSPF? {
        guard var spf else { return nil }
        spf.identity.receiver = server
        return ReceivedSPF(spf, isHELO: client.returnPath == "")
    }

    private static func results(_ dkim: DKIMOutcome) -> [AuthenticationResults.Result] {
        guard !dkim.signatures.isEmpty else { return [.init("dkim", "none")] }
        return dkim.signatures.map { signature in
            var result = AuthenticationResults.Result("dkim", signature.result.rawValue, comment: signature.problem?.description ?? "")
            if let read = signature.signature {
                result.properties = [
                    .init("header", "d", read.key.domain.description), .init("header", "s", read.key.selector.description),
                    .init("header", "a", read.algorithm.rawValue), .init("header", "b", beginning(of: read)),
                ]
            }
            return result
        }
    }

    /// The first eight characters of a signature, which tell it from others of the same domain (RFC 6008 section 4).
    private static func beginning(of signature: DKIMSignature) -> String {
        String(String.UnicodeScalarView((signature.list.text("b") ?? "").unicodeScalars.lazy.filter { $0.value > 0x20 }.prefix(8)))
    }

    private func result(_ arc: ARCOutcome) -> AuthenticationResults.Result {
        // No key in time is a failure to the standard (RFC 8617 section 5.2.1), and its words know no other.
        var result = AuthenticationResults.Result("arc", arc.result.status.rawValue, comment: arc.problem?.description ?? "")
        if let oldest = arc.oldestPass { result.properties.append(.init("header", "oldest-pass", String(oldest))) }
        if let address = client.address { result.properties.append(.init("smtp", "remote-ip", address.description)) }
        return result
    }

    private func result(_ found: ReverseName.Outcome) -> AuthenticationResults.Result {
        var result = AuthenticationResults.Result("iprev", found.result.rawValue, comment: found.name?.description ?? "")
        if let address = client.address { result.properties.append(.init("policy", "iprev", address.description)) }
        return result
    }

    private static func result(_ senderID: SenderIDCheck.Outcome) -> AuthenticationResults.Result {
        switch senderID.responsible {
        case .none(let reason): return .init("x-sender-id", "none", comment: reason.rawValue)
        case .mailbox(let mailbox, let field):
            let address = "\(mailbox.local)@\(mailbox.domain)"
            let property = AuthenticationResults.Property("header", field.rawValue.lowercased(), address)
            return .init("x-sender-id", senderID.pra?.result.rawValue ?? "none", properties: [property])
        }
    }

    private func result(_ csa: ClientSMTPAuthorization.Outcome) -> AuthenticationResults.Result {
        var result = AuthenticationResults.Result("x-csa", csa.result.rawValue, comment: csa.reason?.rawValue ?? "")
        if let helo = client.helo { result.properties.append(.init("smtp", "helo", helo)) }
        return result
    }

    /// RFC 6212; nothing for a domain that was not authenticated, of which nobody was asked.
    private static func result(_ voucher: Voucher) -> AuthenticationResults.Result? {
        guard let found = voucher.result else { return nil }
        let domain = AuthenticationResults.Property("header", "md", voucher.claim.domain.description)
        return switch found {
        case .vouched(let service): .init("vbr", "pass", properties: [domain, .init("header", "mv", service.description)])
        case .notVouched: .init("vbr", "fail", properties: [domain])
        case .noTrustedService: .init("vbr", "none", properties: [domain])
        case .unknown: .init("vbr", "temperror", properties: [domain])
        }
    }
}
