public import Localization
internal import Resolving

extension AuthenticationOutcome {
    /// What all results together prove of who answers for the message.
    public var proved: [Statement] {
        let domains = authenticatedDomains
        guard !domains.isEmpty else { return [Statement("auth.proof.nobody")] }
        var statements = [Statement("auth.proof.domains", domains.map(\.description).joined(separator: ", "))]
        if let dmarc, dmarc.result == .pass { statements.append(Statement("auth.proof.author", dmarc.author)) }
        return statements
    }

    /// What they do not prove, though it is easily taken for proved.
    public var notProved: [Statement] {
        var statements: [Statement] = []
        if let dmarc, dmarc.result != .pass, !dmarc.author.isEmpty { statements.append(Statement("auth.proof.not-author", dmarc.author)) }
        if isDenied { statements.append(Statement("auth.proof.not-forged")) }
        return statements + [Statement("auth.proof.not-person"), Statement("auth.proof.not-wanted")]
    }

    /// Whether a result says that somebody has nothing to do with the message.
    private var isDenied: Bool {
        dmarc?.result == .fail || spf?.result == .fail || spf?.result == .softfail || dkim?.result == .fail || arc?.result == .fail
    }
}
