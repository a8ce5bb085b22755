internal import Authentication
internal import Domains
internal import Links
internal import MIME
internal import Messages
internal import Reading
internal import Reputation
internal import Resolving
internal import Telemetry

/// Asks lists about what stands in a message, and says in the verdict's coverage which of them said nothing.
enum ListEvidence {
    /// The share of the judgement's deadline that questions may take, as with authentication.
    private static let share = 0.9

    /// An inquiry that has asked about the client; nothing where no list is to be asked.
    static func inquiry(
        on message: Message, by part: ListPart?, before deadline: Deadline, _ time: any TimeSource
    ) -> ListInquiry? {
        guard let part, !part.lists.isEmpty else { return nil }
        let lookups = Lookups(part.resolver, within: min(part.deadline, deadline.remaining * share), by: time)
        var inquiry = ListInquiry(part.lists, health: part.health, asking: lookups, at: time.monotonic())
        // Somebody who logged in may send from anywhere, and lists of dial-up networks are not meant for them.
        if message.channel == .email, message.direction != .originating, let address = SendingClient(of: message).address {
            inquiry.ask(client: address)
        }
        return inquiry
    }

    /// Asks about the domains of a message that was read: those of its senders first, then those that it links to.
    static func ask(_ inquiry: inout ListInquiry, about reading: borrowing Reading, _ suffixes: any PublicSuffixes) {
        let senders = [reading.message.envelope.returnPath?.domain, reading.isMail ? reading.author?.domain : nil]
        for domain in senders {
            if let domain = domain.flatMap({ registrable($0, suffixes) }) { inquiry.ask(domain, as: .sender) }
        }
        for link in reading.links.all where !link.domain.isEmpty && link.origin != .header && !link.hostSigns.contains(.brandOwn) {
            if let domain = DomainName(reading.links.string(link.domain)) { inquiry.ask(domain, as: .link) }
        }
    }

    private static func registrable(_ host: String, _ suffixes: any PublicSuffixes) -> DomainName? {
        let bytes = Array(host.utf8)
        guard IPAddress(host) == nil, let start = suffixes.registrableDomain(of: bytes.span) else { return nil }
        return DomainName(bytes[start...])
    }

    /// Says what is missing: lists that did not answer, and domains that were not asked about.
    static func note(_ findings: ListFindings, in coverage: inout Coverage) {
        for (zone, condition) in findings.silent {
            let reason: Coverage.Gap.Reason = condition == .listsAll || condition == .listsNothing ? .unreadable : .unanswered
            coverage.gaps.append(Coverage.Gap("lists.\(zone)", reason))
        }
        if findings.isCut { coverage.gaps.append(Coverage.Gap("lists", .limit)) }
    }
}
