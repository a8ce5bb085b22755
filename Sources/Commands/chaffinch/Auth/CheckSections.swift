internal import Authentication
internal import Localization
internal import Messages

/// One result with its name, in the order that people read results in.
struct CheckSection {
    /// The name under which programs find it.
    let key: String
    /// The name that people know it by.
    let title: String
    let explanation: Explanation
}

extension CheckRun {
    /// The results of the mechanisms that were asked, the most telling first.
    var sections: [CheckSection] {
        var sections: [CheckSection] = []
        func add(_ mechanism: AuthenticationMechanism, _ key: String, _ title: String, _ explanation: @autoclosure () -> Explanation) {
            if mechanisms.contains(mechanism) { sections.append(CheckSection(key: key, title: title, explanation: explanation())) }
        }
        add(.dmarc, "dmarc", "DMARC", dmarc)
        for signature in signatures { add(.dkim, "dkim", "DKIM", signature) }
        if signatures.isEmpty { add(.dkim, "dkim", "DKIM", Explanation("none", Statement("auth.dkim.none"))) }
        add(.spf, "spf", "SPF", spf)
        if outcome.client.returnPath != "" { add(.spf, "helo", "SPF (HELO)", outcome.helo?.explained ?? notAsked("auth.spf.not-asked")) }
        add(.arc, "arc", "ARC", arc)
        add(.iprev, "iprev", "iprev", reverseName)
        add(.csa, "csa", "CSA", csa)
        for voucher in outcome.vouchers { add(.vbr, "vbr", "VBR", voucher.explained) }
        if outcome.vouchers.isEmpty { add(.vbr, "vbr", "VBR", notAsked(trustsVouchers ? "auth.vbr.no-claim" : "auth.vbr.nobody-trusted")) }
        add(.batv, "batv", "BATV", batv)
        add(.senderID, "senderid", "Sender ID", senderID)
        return sections
    }

    var spf: Explanation { outcome.spf?.explained ?? notAsked("auth.spf.not-asked") }
    var dmarc: Explanation { outcome.dmarc?.explained ?? notAsked("auth.not-wanted") }
    var arc: Explanation { outcome.arc?.explained ?? notAsked("auth.not-wanted") }

    var senderID: Explanation {
        guard let found = outcome.senderID else { return notAsked("auth.client.unknown") }
        var explained = found.explained
        if let submitter = found.submitter { explained.further.append(submitter.statement) }
        return explained
    }

    /// The signatures; the last says how many more were not looked at.
    var signatures: [Explanation] {
        guard let dkim = outcome.dkim else { return [] }
        var signatures = dkim.signatures.map(\.explained)
        if dkim.notLookedAt > 0, !signatures.isEmpty {
            signatures[signatures.count - 1].further.append(Statement("auth.dkim.not-looked-at", String(dkim.notLookedAt)))
        }
        return signatures
    }

    var reverseName: Explanation {
        guard let found = outcome.reverseName, let address = outcome.client.address else { return notAsked("auth.client.unknown") }
        return found.explained(of: address)
    }

    var csa: Explanation {
        guard let found = outcome.csa, let helo = outcome.client.helo else { return notAsked("auth.client.unknown", result: "unknown") }
        return found.explained(of: helo)
    }

    var batv: Explanation {
        if let found = outcome.batv { return found.explained }
        return notAsked(tagsReturnPaths ? "auth.batv.not-a-bounce" : "auth.batv.no-keys")
    }

    private func notAsked(_ key: String, result: String = "none") -> Explanation {
        Explanation(result, Statement(key))
    }
}
