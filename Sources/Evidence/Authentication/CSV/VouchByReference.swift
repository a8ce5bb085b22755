public import Resolving

/// Vouch By Reference (RFC 5518): whether a service that we trust vouches for a domain's mail. What the other half of CSV, Domain Name
/// Accreditation, was meant to be.
///
/// The domain must have been authenticated before; nothing here proves that it sent the message.
public struct VouchByReference: Sendable {
    /// What a VBR-Info field claims (section 4.1).
    public struct Claim: Sendable, Hashable {
        /// The domain that is vouched for (`md`).
        public var domain: DomainName
        /// The kind of mail (`mc`): `all`, `list`, `transaction`, in lower case.
        public var kind: String
        /// The services that vouch (`mv`).
        public var services: [DomainName]

        /// A claim.
        public init(domain: DomainName, kind: String, services: [DomainName]) {
            self.domain = domain
            self.kind = kind
            self.services = services
        }
    }

    /// How many services of one claim are asked.
    public static let serviceLimit = 8

    /// The answer.
    public enum Result: Sendable, Hashable {
        /// A service vouches for mail of this kind.
        case vouched(by: DomainName)
        /// No service that we trust does.
        case notVouched
        /// None of the claim's services is one that we trust.
        case noTrustedService
        /// No service answered.
        case unknown
    }

    private let lookups: Lookups
    private let trusted: Set<DomainName>

    /// A check that asks services of this set, and no other.
    public init(asking lookups: Lookups, trusting services: Set<DomainName>) {
        self.lookups = lookups
        trusted = services
    }

    /// Whether a claim about an authenticated domain holds.
    public func result(of claim: Claim) async -> Result {
        let services = claim.services.filter(trusted.contains).prefix(VouchByReference.serviceLimit)
        guard !services.isEmpty else { return .noTrustedService }
        var wasAnswered = false
        for service in services {
            guard let name = service.prepending("\(claim.domain)._vouch") else { continue }
            let answer = await lookups.answer(name, .txt)
            if answer.outcome.isTemporary { continue }
            wasAnswered = true
            // Section 5: exactly one record, of words of lower-case letters with blanks between; anything else is thrown away.
            guard answer.texts.count == 1, let text = answer.texts.first, text.allSatisfy({ $0 == 0x20 || $0 &- 97 < 26 || $0 == 0x2D })
            else {
                continue
            }
            let kinds = text.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
            if kinds.contains("all") || kinds.contains(claim.kind) { return .vouched(by: service) }
        }
        return wasAnswered ? .notVouched : .unknown
    }
}

extension VouchByReference.Claim {
    /// Reads the body of a VBR-Info field; nothing where one of the three tags is missing or wrong.
    public init?(_ body: some StringProtocol) {
        var values: [String: String] = [:]
        for field in body.split(separator: ";") {
            let pair = field.split(separator: "=", maxSplits: 1).map { String($0.filter { !$0.isWhitespace }) }
            guard pair.count == 2, values.updateValue(pair[1], forKey: pair[0].lowercased()) == nil else {
                if field.allSatisfy(\.isWhitespace) { continue }
                return nil
            }
        }
        guard let domain = values["md"].flatMap({ DomainName($0) }), let kind = values["mc"]?.lowercased(), !kind.isEmpty,
            let services = values["mv"]?.split(separator: ":").compactMap({ DomainName($0) }), !services.isEmpty
        else { return nil }
        self.init(domain: domain, kind: kind, services: services)
    }
}
