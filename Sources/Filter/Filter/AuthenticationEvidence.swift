internal import Authentication
internal import Links
internal import MIME
internal import Messages
internal import Reading
internal import Resolving
internal import Rules

/// What is known of where a mail came from, from all who say something of it: answers to our questions, hosts of ours that wrote into the
/// message, and the reading, which knows whose a domain is.
enum AuthenticationEvidence {
    /// What coverage calls the whole.
    static let name = "authentication"

    /// The facts of a mail; nothing where there are none to judge by. Says in the coverage what is missing.
    static func facts(
        on reading: borrowing Reading, _ outcome: AuthenticationOutcome?, wasAsked: Bool, by part: AuthenticationPart?,
        coverage: inout Coverage
    ) -> AuthenticationFacts? {
        guard reading.isMail else { return nil }
        if wasAsked, outcome == nil { coverage.gaps.append(Coverage.Gap(name, .deadline)) }
        guard let part, wasAsked || !part.setup.boundary.isEmpty else {
            coverage.gaps.append(Coverage.Gap(name, .notConfigured))
            return nil
        }
        var facts = AuthenticationFacts(author: author(of: reading))
        facts.list = list(of: reading)
        if let outcome { facts.add(outcome, by: part.setup) }
        let written = outcome?.written ?? AuthenticationCheck.written(in: reading.message, by: part.setup)
        let isWritten = facts.add(written, by: part.setup)
        if !wasAsked, !isWritten { coverage.gaps.append(Coverage.Gap(name, .notConfigured)) }
        guard outcome != nil || isWritten || facts.forgedServer != nil else { return nil }
        for gap in facts.gaps { coverage.gaps.append(Coverage.Gap(AuthenticationEvidence.name(of: gap.mechanism), gap.reason)) }
        return facts
    }

    /// What coverage calls a mechanism, or who handed the message over.
    private static func name(of mechanism: AuthenticationMechanism?) -> String {
        "\(name).\(mechanism?.rawValue ?? "client")"
    }

    /// The author that the message names, and whose the domain is as far as its name tells.
    private static func author(of reading: borrowing Reading) -> AuthenticationFacts.Author? {
        guard let domain = reading.author?.domain.lowercased(), !domain.isEmpty else { return nil }
        guard let link = reading.links.all.first(where: { $0.origin == .header }) else { return .init(domain: domain) }
        if link.hostSigns.contains(.brandOwn), link.brand >= 0 {
            let registrable = reading.links.string(link.domain)
            return .init(domain: domain, kind: kind(of: registrable, Brands.all[Int(link.brand)]))
        }
        // A tenant's domain below a brand's imitates nobody, and proves nothing of the brand.
        if shared.contains(reading.links.string(link.domain)) { return .init(domain: domain) }
        let imitates = !link.hostSigns.isDisjoint(with: [.homograph, .brandLookalike, .brandElsewhere])
        return .init(domain: domain, kind: imitates ? .imitation : .stranger)
    }

    /// Domains of brands from which strangers may have mail sent: customers with mailboxes, tenants, users of a service.
    private static let shared: Set<String> = [
        "airbnb.com", "amazonaws.com", "amazonses.com", "att.net", "azure.com", "bigpond.com", "booking.com", "btinternet.com",
        "comcast.net",
        "cox.net", "docusign.com", "docusign.net", "dropbox.com", "godaddysites.com", "googlegroups.com", "onmicrosoft.com", "rogers.com",
        "secureserver.net", "sfr.fr", "sharepoint.com", "shaw.ca", "t-online.de", "verizon.net", "virginmedia.com", "wanadoo.fr",
        "wetransfer.com", "windows.net", "zendesk.com",
    ]

    private static func kind(of domain: String, _ brand: Brand) -> AuthenticationFacts.Author.Kind {
        if shared.contains(domain) || FreeMailboxes.hasName(of: domain) { return .stranger }
        // Under every suffix stands a brand's name; that somebody else has not bought it is sure only where most trade is done.
        let isListed = brand.domains.split(separator: " ").contains { $0 == domain || $0.last == "." && "\($0)com" == domain }
        return isListed ? .brand : .brandByName
    }

    /// The list that the message says it came through: the name in the angle brackets of List-Id (RFC 2919 section 3).
    private static func list(of reading: borrowing Reading) -> AuthenticationFacts.List? {
        guard let value = reading.value(of: .listID) else { return nil }
        let name = value.lastIndex(of: "<").map { value[value.index(after: $0)...].prefix { $0 != ">" } } ?? value[...]
        return .init(name: name.lowercased())
    }
}
